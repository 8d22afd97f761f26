"""Whole commands as users start them, with Prefect's own servers: the demo, the schedule, and runs that are killed."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest

from crawlers.archive import ArchiveError, archived_portals, open_archive
from db.query import query
from flows.runs import newest_run
from flows.settings import Settings

pytestmark = pytest.mark.slow

#: What must be equal however a run went: everything but when it was fetched.
FIGURES = (
    "SELECT issuer, region_code, level, year, form, metric, party, value, qualifier, scope, source, raw, quote, start_offset, end_offset,"
    " portal, url, title, published, content_sha256, edition_id FROM figures ORDER BY portal, url, metric, party"
)
FINDINGS = "SELECT issuer, year, rule, metrics, expected, actual, message, url FROM findings_failed ORDER BY url, rule, metrics, message"
COMMAND = [sys.executable, "-m", "flows.cli"]


def until(condition: Callable[[], Any], seconds: float) -> Any:
    """Returns the condition's first true value; fails when there is none in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if value := condition():
            return value
        time.sleep(0.2)
    pytest.fail(f"not within {seconds} s: {condition}")


@contextmanager
def started(command: list[str], environment: dict[str, str], folder: Path) -> Iterator[psutil.Process]:
    """Starts a command in the background, its output in `folder/output`; nothing of it outlives the block."""
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, env=environment, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
    top = psutil.Process(process.pid)
    family: set[psutil.Process] = set()
    try:
        yield top
        family = {top, *top.children(recursive=True)} if top.is_running() else set()
    finally:
        for member in family:
            if member.is_running():
                member.kill()
        process.wait()


def output(folder: Path) -> str:
    return (folder / "output").read_text(encoding="utf-8", errors="replace")


def captures(archive: Path) -> int:
    total = 0
    for portal in archived_portals(archive):
        try:
            with open_archive(archive, portal) as opened:
                total += sum(1 for _ in opened.captures())
        except ArchiveError:  # just being made
            continue
    return total


def spiders(run: psutil.Process) -> list[psutil.Process]:
    return [child for child in run.children(recursive=True) if "crawlers" in child.cmdline()]


def tables(home: Path) -> tuple[Any, Any]:
    url = f"sqlite:///{home / 'warehouse.sqlite'}"
    return query(url, FIGURES, None).rows, query(url, FINDINGS, None).rows


def test_the_demo_tells_everything_and_the_second_time_that_nothing_changed(nianbao, tmp_path: Path) -> None:
    first = nianbao("demo")
    assert first.returncode == 0, first.stderr
    for words in ("长春市人民政府", "requests_received", "conflict", "nianbao-demo", "nianbao sql"):
        assert words in first.stdout
    assert "Nothing changed" not in first.stdout
    before = tables(tmp_path / "nianbao-demo")

    second = nianbao("demo")
    assert second.returncode == 0
    assert "Nothing changed" in second.stdout
    assert tables(tmp_path / "nianbao-demo") == before
    assert "Traceback" not in first.stdout + first.stderr + second.stdout + second.stderr


def test_after_kills_the_next_run_completes_and_the_tables_are_those_of_an_undisturbed_one(
    nianbao, environment: dict[str, str], settings: Settings, replica: str, tmp_path: Path
) -> None:
    undisturbed = tmp_path / "undisturbed"
    assert nianbao("run", NIANBAO_PROXY=replica, NIANBAO_HOME=str(undisturbed)).returncode == 0

    slowly = environment | {"NIANBAO_PROXY": replica, "NIANBAO_DELAY": "2"}
    with started([*COMMAND, "run"], slowly, tmp_path) as run:
        until(lambda: captures(settings.archive) >= 2, 90)
        spiders(run)[0].kill()
        assert run.wait(120) == 1
        assert "broke off" in output(tmp_path)

    seen = captures(settings.archive)
    with started([*COMMAND, "run"], slowly, tmp_path) as run:
        until(lambda: captures(settings.archive) >= seen + 2, 90)
        family = run.children(recursive=True)
        assert spiders(run)
        run.kill()
        _, alive = psutil.wait_procs(family, timeout=60)
        assert not alive

    healed = nianbao("run", NIANBAO_PROXY=replica)
    assert healed.returncode == 0, healed.stdout + healed.stderr
    assert tables(settings.home) == tables(undisturbed)


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def served(environment: dict[str, str], settings: Settings, replica: str, port: int, tmp_path: Path) -> Iterator[psutil.Process]:
    """`nianbao serve` with a run every minute (so that a manual one fits between two), its server up."""
    environment |= {"NIANBAO_PROXY": replica, "NIANBAO_PREFECT_PORT": str(port), "NIANBAO_CRON": "* * * * *"}
    with started([*COMMAND, "serve"], environment, tmp_path) as process:
        until(lambda: "being served" in output(tmp_path), 120)
        yield process


def test_a_scheduled_run_comes_a_manual_one_too_and_sigterm_leaves_no_process(
    served: psutil.Process, environment: dict[str, str], settings: Settings, port: int, tmp_path: Path
) -> None:
    """Guards the pins of pyproject.toml: with SQLAlchemy 2.1 the scheduler dies in silence, and only manual runs come."""
    until(lambda: len(newest_run(settings.logs)) == 5, 150)
    assert not any(run.problems for run in newest_run(settings.logs))

    prefect = environment | {"PREFECT_HOME": str(settings.prefect_home), "PREFECT_API_URL": f"http://127.0.0.1:{port}/api"}
    manual = [sys.executable, "-m", "prefect", "deployment", "run", "nightly/default", "-p", 'portals=["qikai"]']
    subprocess.run(manual, env=prefect, cwd=tmp_path, check=True, capture_output=True)
    until(lambda: [run.portal for run in newest_run(settings.logs)] == ["qikai"], 90)

    family = served.children(recursive=True)
    assert family
    served.send_signal(signal.SIGTERM)
    _, alive = psutil.wait_procs([served, *family], timeout=60)
    assert not alive


def test_sigterm_in_the_middle_of_a_run_leaves_no_process_and_the_next_serve_runs_again(
    environment: dict[str, str], settings: Settings, replica: str, port: int, tmp_path: Path
) -> None:
    environment |= {"NIANBAO_PROXY": replica, "NIANBAO_PREFECT_PORT": str(port), "NIANBAO_CRON": "* * * * * */20"}
    with started([*COMMAND, "serve"], environment | {"NIANBAO_DELAY": "4"}, tmp_path) as first:
        until(lambda: captures(settings.archive), 200)
        family = first.children(recursive=True)
        assert spiders(first)
        first.send_signal(signal.SIGTERM)
        _, alive = psutil.wait_procs([first, *family], timeout=60)
        assert not alive
    with started([*COMMAND, "serve"], environment, tmp_path):
        until(lambda: len(newest_run(settings.logs)) == 5, 200)
    assert not any(run.problems for run in newest_run(settings.logs))
