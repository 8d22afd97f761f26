"""Whether portals can be crawled as their files say: one list page and one report of each, fetched into a folder that is thrown away."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from crawlers.archive import Capture, open_archive
from extract.records import Report
from flows.collect import collect
from flows.crawl import CrawlRequest
from flows.errors import UserError
from flows.pages import Page, Reading, pages, read_page
from flows.portals import choose_portals
from flows.settings import Settings
from flows.turns import Turns
from flows.verdict import figures_stated

#: Where the year is a parameter of the address, the last year's report may not be out yet; the one before is.
NOT_YET = "no_report_for_year"


@dataclass(frozen=True, slots=True)
class Check:
    """What came of a portal's check: its list page and its report, as fetched and in words, and each thing that does not work."""

    portal: str
    listed: Capture | None = None
    list_page: str = "not fetched"
    page: Page | None = None
    report: str = "not fetched"
    reading: Report | None = None
    problems: tuple[str, ...] = ()

    def __str__(self) -> str:
        told = {"list page": [self.list_page], "report": [self.report], "problem": self.problems}
        lines = [f"  {label:<11}{line}" for label, words in told.items() for line in words]
        return "\n".join((f"{self.portal} {'does not work' if self.problems else 'works'}", *lines))


def check_portals(settings: Settings, portals: Sequence[str] | None) -> bool:
    """Checks the portals, all where none is named, and prints what works of each; returns whether everything does."""
    chosen = choose_portals(portals)
    logging.getLogger("flows.crawl").setLevel(logging.CRITICAL)  # what a spider complains of is among the problems

    async def all_of_them() -> list[Check]:
        turns = Turns(settings.concurrency)

        async def one(portal: str) -> Check:
            request = CrawlRequest(portal)
            async with turns.turn(request):
                with tempfile.TemporaryDirectory(prefix="nianbao-check-") as folder:
                    checked = await check(request, settings.model_copy(update={"home": Path(folder)}))
            print(checked, flush=True)
            return checked

        return await asyncio.gather(*map(one, chosen))

    return not any(checked.problems for checked in asyncio.run(all_of_them()))


async def check(request: CrawlRequest, settings: Settings) -> Check:
    """Returns what works of a portal, which is crawled as every night, but into an archive that was empty, and up to its first report."""
    portal, one = request.portal, replace(request, limit=1)
    try:
        crawl = (await collect(one, settings)).crawl
        if crawl.problems and all(problem.outcome == NOT_YET for problem in crawl.problems):
            crawl = (await collect(replace(one, until=datetime.now(UTC).year - 2), settings)).crawl
    except UserError as error:
        return Check(portal, problems=(str(error),))
    with open_archive(settings.archive, portal) as archive:
        captures = list(archive.captures())
    problems = [f"{problem.kind} {problem.outcome}: {problem.url} {problem.detail}".strip() for problem in crawl.problems]
    if crawl.outcome != "finished" and not problems:
        problems.append(f"crawl {crawl.outcome}: {crawl.reason}")
    listed = next((capture for capture in captures if capture.kind == "list"), None)
    list_page = f"{listed.column}: {crawl.counts.get('reports_found', 0)} reports on {listed.url}" if listed else "not fetched"
    page = next(pages(captures), None)
    if page is None:
        return Check(portal, listed, list_page, problems=tuple(problems or ["no report was fetched"]))
    reading = read_page((settings.archive, page))
    told, unread = _told(reading, page.capture.url)
    return Check(portal, listed, list_page, page, told, reading.report, (*problems, *([unread] if unread else [])))


def _told(reading: Reading, url: str) -> tuple[str, str]:
    """Returns a report page in words, and what is wrong with it, if anything is."""
    report = reading.report
    if report is None:
        return f"unreadable: {url}", f"{url}: {reading.unreadable or reading.fault}"
    if not report.is_report:
        return f"no report: {url}", f"{url}: read as no annual report ({report.title})"
    told = f"{report.issuer or 'issuer unknown'} {report.year or 'year unknown'}, {figures_stated(report)} figures: {url}"
    return told, "" if report.issuer and report.year else f"{url}: issuer or year unknown"
