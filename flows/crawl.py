"""One portal's crawl as a child process: started, watched, ended; what came of it stands in the archive, not in the exit code.

A process of its own because Scrapy and Prefect cannot share one (their logging set-ups dead-lock, the reactor starts once), and because a
spider that dies must take nothing with it. asyncio and not threads: only so do Ctrl-C and SIGTERM reach a crawl at once.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from flows.settings import Settings

log = logging.getLogger(__name__)

#: Longest log line taken from a child; a traceback with a page's source in it reaches megabytes.
LINE_LIMIT = 2**22
#: The logger of the child that has a line for each page it stored.
STORES_PAGES = "crawlers.pipelines"
#: Seconds a spider has to finish the requests in flight, to stop at once, to be gone (SIGTERM, SIGTERM, SIGKILL).
STOPPING = ((signal.SIGTERM, 20.0), (signal.SIGTERM, 5.0), (signal.SIGKILL, 5.0))


@dataclass(frozen=True, slots=True)
class CrawlRequest:
    """What to crawl of one portal: report years `since`..`until`, at most `limit` report pages, or `only` the report at one address; at the
    portal itself, or what the Internet Archive holds of it."""

    portal: str
    since: int | None = None
    until: int | None = None
    limit: int | None = None
    only: str | None = None
    from_internet_archive: bool = False
    #: The file of a leaf that is not in the package.
    leaf: Path | None = None

    def archive(self, settings: Settings) -> Path:
        """Returns the folder of the archive the crawl writes."""
        return settings.copies if self.from_internet_archive else settings.archive

    def arguments(self) -> list[str]:
        chosen = {"since": self.since, "until": self.until, "limit": self.limit, "only": self.only}
        told = [word for name, value in chosen.items() if value is not None for word in (f"--{name}", str(value))]
        return [str(self.leaf or self.portal), *told, *(["--from-internet-archive"] if self.from_internet_archive else [])]


async def crawl(request: CrawlRequest, settings: Settings, crawl_id: str) -> str | None:
    """Runs one spider to its end and returns the last thing it complained of, for people to read.

    How it went is told by the closing summary of crawl `crawl_id` in the archive alone: the exit code is 0 when every callback raised, and
    when the site was down. Cancelling stops the child gracefully first, then hard.
    """
    command = [sys.executable, "-m", "crawlers", *request.arguments(), "--archive", str(settings.archive), "--crawl-id", crawl_id]
    settings.logs.mkdir(parents=True, exist_ok=True)
    child = await asyncio.create_subprocess_exec(
        *command,
        env=child_environment(settings),
        stdin=asyncio.subprocess.PIPE,  # the lifeline: the child sees it close when we die, in whatever way
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,  # so that a signal reaches whatever the spider started too
        limit=LINE_LIMIT,
    )
    pump = asyncio.create_task(_pump(cast(asyncio.StreamReader, child.stderr), request.portal, settings.logs / f"{request.portal}.jsonl"))
    try:
        await asyncio.wait_for(child.wait(), settings.crawl_hours * 3600)
    except TimeoutError:
        log.error("%s: not done after %g hours, stopping it", request.portal, settings.crawl_hours)
    finally:
        await asyncio.shield(_stop(child))
        pumped, _ = await asyncio.wait({pump}, timeout=5)
    return pump.result() if pumped else None


def child_environment(settings: Settings) -> dict[str, str]:
    """Returns the child's environment: ours, and the settings a spider takes from its own, which may have come from a `.env` file."""
    proxies = dict.fromkeys(("http_proxy", "https_proxy"), settings.proxy) if settings.proxy else {}
    chosen = {
        "CONTACT": settings.contact,
        "DELAY": settings.delay,
        "TIMEOUT": settings.timeout,
        "REQUESTS": settings.requests,
        "RECHECK_DAYS": settings.recheck_days,
        "CRAWL_HOURS": settings.crawl_hours,
    }
    return {**os.environ, **proxies, **{f"NIANBAO_{name}": str(value) for name, value in chosen.items()}}


async def _stop(child: asyncio.subprocess.Process) -> None:
    """Ends the child and its group; nothing to do where it has ended."""
    for signum, seconds in STOPPING:
        if child.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signum)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(child.wait(), seconds)


async def _pump(lines: asyncio.StreamReader, portal: str, path: Path) -> str | None:
    """Keeps each line of the child's log in `path` and passes warnings and worse on to ours; returns the last of these."""
    complaint = None
    with path.open("ab") as kept:
        while True:
            try:
                line = await lines.readline()
            except ValueError:  # longer than LINE_LIMIT; asyncio has dropped it
                continue
            if not line:
                return complaint
            kept.write(line)
            kept.flush()
            level, name, message = _read_line(line)
            if level >= logging.WARNING:
                complaint = message
                log.log(level, "%s: %s", portal, message)
            elif name == STORES_PAGES:
                log.debug("%s: %s", portal, message)


def _read_line(line: bytes) -> tuple[int, str, str]:
    """Returns level, logger and message of one line; a line that is no log record (a last word, a fault's stack) is a warning."""
    text = line.decode("utf-8", "replace").strip()
    try:
        record = json.loads(text)
        return logging.getLevelNamesMapping()[record["level"]], record["logger"], record["message"]
    except (ValueError, KeyError, TypeError):
        return logging.WARNING, "", text.removeprefix("error: ")
