"""The nightly run on a schedule: one command brings up Prefect's server and serves the deployment `nightly/default`.

A schedule needs a running server; without one Prefect serves manual runs only and warns once. A pool and workers are not needed on one
machine. Missed nights are not made up one by one: they start together, one of them does whatever is left, the others find it running and
end as cancelled.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

from flows.errors import UserError
from flows.settings import TIMEZONE, Settings

#: Seconds the server may take to come up; 9 cold, 30 on a busy machine.
STARTUP_SECONDS = 120


class ServeError(UserError):
    """The server did not come up; the message says where its log is."""


def serve(settings: Settings) -> None:
    """Serves scheduled and manual runs until SIGTERM or Ctrl-C, then leaves no process behind; raises ServeError."""
    api = f"http://127.0.0.1:{settings.prefect_port}/api"
    os.environ["PREFECT_API_URL"] = api
    os.environ["NIANBAO_HOME"] = str(settings.home)  # a run is a process of its own and may start elsewhere
    with _server(settings, api):
        from prefect.schedules import Cron

        from flows.nightly import nightly

        try:
            schedule = Cron(settings.cron, timezone=TIMEZONE)
        except ValueError as error:
            raise ServeError(f"NIANBAO_CRON={settings.cron} is no schedule: {error}") from None
        nightly.serve(
            name="default",
            schedule=schedule,
            pause_on_shutdown=False,  # or every restart would silence the schedule
            # No limit of Prefect's: its server holds the slots in memory, so a run under way when all was stopped kept its slot for ever,
            # and every later run was cancelled without a word (3.8.8). `flows.lock` does the same and dies with its run.
        )


@contextlib.contextmanager
def _server(settings: Settings, api: str) -> Iterator[None]:
    """Holds a Prefect server at `api`: the one that answers there already, or one of our own that ends with the block."""
    if _answers(api):
        yield
        return
    settings.logs.mkdir(parents=True, exist_ok=True)
    path = settings.logs / "prefect-server.log"
    environment = {name: value for name, value in os.environ.items() if name != "PREFECT_API_URL"}
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(settings.prefect_port)]
    with path.open("wb") as kept:
        server = subprocess.Popen(command, env=environment, stdout=kept, stderr=subprocess.STDOUT, start_new_session=True)  # noqa: S603
    try:
        deadline = time.monotonic() + STARTUP_SECONDS
        while not _answers(api):
            if server.poll() is not None or time.monotonic() > deadline:
                raise ServeError(f"Prefect's server did not come up on port {settings.prefect_port}; its log is {path}")
            time.sleep(0.3)
        yield
    finally:
        server.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(20)
        server.kill()
        server.wait()


def _answers(api: str) -> bool:
    try:
        with urllib.request.urlopen(f"{api}/health", timeout=1) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except OSError:
        return False
