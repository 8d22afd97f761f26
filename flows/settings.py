"""The settings of a run: `NIANBAO_*` variables or lines of a `.env` file; none is needed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from crawlers import internet_archive
from flows.errors import UserError

#: The time zone of the schedule: the portals', wherever the machine stands.
TIMEZONE = "Asia/Shanghai"


class SettingError(UserError):
    """A setting that cannot be used; the message names the variable and the reason."""


class Settings(BaseSettings):
    """What a user may choose. Paths are made absolute at once, so that child processes mean the same folder."""

    model_config = SettingsConfigDict(env_prefix="NIANBAO_", env_file=".env", extra="ignore", frozen=True)

    home: Annotated[Path, AfterValidator(Path.absolute)] = Field(
        default=Path("nianbao-data"), description="Folder of everything we write: archive/, warehouse.sqlite, logs/, prefect/."
    )
    warehouse_url: str | None = Field(
        default=None,
        description="Database of the figures, such as postgresql+psycopg://user:password@host/name. Default: warehouse.sqlite in the home.",
    )
    contact: str = Field(default="", description="Address or mail a portal's keeper finds in our user agent.")
    portals: str = Field(default="", description="The portals of a run that names none: ids with commas between. Default: all.")
    proxy: str | None = Field(default=None, description="HTTP proxy every request of the spiders goes through.")
    delay: float = Field(default=1, ge=0, description="Seconds between two requests to one host, at least; robots.txt may ask for more.")
    timeout: float = Field(default=60, gt=0, description="Seconds a portal has to answer a request whole; five times as long for a file.")
    requests: int = Field(default=20_000, ge=1, description="Requests to one portal in one night, at most; the rest waits for the next.")
    recheck_days: int = Field(
        default=7, ge=0, description="A report that its list shows as before is asked for again once in so many days; 0: every night."
    )
    concurrency: int = Field(
        default=3, ge=1, le=16, description="Portals worked on at the same time; within a portal pages are asked one by one."
    )
    crawl_hours: float = Field(
        default=7, gt=0, description="When a crawl is stopped from outside; a spider that works ends by itself after six."
    )
    cron: str = Field(default="0 2 * * *", description="When the nightly run starts, in China's time.")
    prefect_port: int = Field(default=4200, ge=1, le=65535, description="Port of the Prefect server and its page, on this machine only.")

    @property
    def chosen_portals(self) -> list[str] | None:
        """The portals of a run that names none; None where that is all of them."""
        return [portal.strip() for portal in self.portals.split(",") if portal.strip()] or None

    @property
    def archive(self) -> Path:
        return self.home / "archive"

    @property
    def copies(self) -> Path:
        """The archives of what the Internet Archive holds of the portals."""
        return self.archive / internet_archive.FOLDER

    @property
    def logs(self) -> Path:
        return self.home / "logs"

    @property
    def prefect_home(self) -> Path:
        return self.home / "prefect"

    @property
    def database_url(self) -> str:
        return self.warehouse_url or f"sqlite:///{self.home / 'warehouse.sqlite'}"


def load_settings() -> Settings:
    """Returns the settings of the environment and `.env`; raises SettingError naming each variable that does not fit."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = "; ".join(f"NIANBAO_{'_'.join(map(str, e['loc'])).upper()}={e['input']}: {e['msg']}" for e in error.errors())
        raise SettingError(f"setting does not fit: {wrong}") from None


def prepare_prefect(settings: Settings) -> None:
    """Sets Prefect's environment; has to run before `prefect` is first imported, which reads it once.

    What a user has set himself stays. Prefect's database and profile live in our home, never in the user's, and nothing phones out:
    without the two switches the server looks up an analytics host at start (seen with strace, 3.8.8).
    """
    defaults = {
        "PREFECT_HOME": str(settings.prefect_home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
        # Our own loggers reach the run's page only when named here; the root logger would show each line twice.
        "PREFECT_LOGGING_EXTRA_LOGGERS": "flows,crawlers,extract,db",
        # A log line that cannot be sent is no reason to print a traceback over the run.
        "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    }
    for name, value in defaults.items():
        os.environ.setdefault(name, value)
    # Prefect talks to its server on this machine by HTTP, which a proxy for the outside would break.
    os.environ["no_proxy"] = os.environ["NO_PROXY"] = ",".join(
        filter(None, (os.environ.get("no_proxy") or os.environ.get("NO_PROXY"), "127.0.0.1,localhost"))
    )
    # Prefect makes this folder but not those above it, and without it only its server's log says what is wrong.
    Path(os.environ["PREFECT_HOME"]).mkdir(parents=True, exist_ok=True)
