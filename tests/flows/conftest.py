"""A home per test, the replica as proxy, and the command `nianbao` as users start it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from crawlers.replica import PORTALS, serve
from flows.settings import Settings

Nianbao = Callable[..., "subprocess.CompletedProcess[str]"]
COMMAND = [sys.executable, "-m", "flows.cli"]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a home of the test's own, politeness off: only loopback is ever asked."""
    return Settings(home=tmp_path / "home", delay=0, proxy="http://127.0.0.1:9", crawl_hours=0.05)


@pytest.fixture
def replica() -> Iterator[str]:
    with serve() as address:
        yield address


@pytest.fixture
def environment(settings: Settings) -> dict[str, str]:
    """The environment of a command: nothing of the caller's settings, nor of his Prefect; of the portals those the replica plays."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NIANBAO_", "PREFECT_"))}
    portals = ",".join(portal.name for portal in PORTALS)
    ours = {"HOME": str(settings.home), "DELAY": "0", "PROXY": "http://127.0.0.1:9", "PORTALS": portals}
    return {**kept, **{f"NIANBAO_{name}": value for name, value in ours.items()}, "COLUMNS": "200"}


@pytest.fixture
def nianbao(environment: dict[str, str], tmp_path: Path) -> Nianbao:
    """Runs `nianbao` with the arguments and settings given, in the test's folder, to its end."""

    def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*COMMAND, *arguments], env=environment | settings, cwd=tmp_path, capture_output=True, text=True, timeout=180, check=False
        )

    return run
