"""Whether portals can be crawled as their files say: one list page and one report of each, fetched into a folder that is thrown away."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from crawlers.archive import Capture, open_archive
from flows.collect import collect
from flows.crawl import CrawlRequest
from flows.errors import UserError
from flows.pages import Page, pages, read_page
from flows.portals import choose_portals
from flows.settings import Settings
from flows.verdict import figures_stated


@dataclass(frozen=True, slots=True)
class Check:
    """What came of a portal's check: its list page and its report in words, and each thing that does not work."""

    portal: str
    list_page: str = "not fetched"
    report: str = "not fetched"
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
        at_once = asyncio.Semaphore(settings.concurrency)

        async def one(portal: str) -> Check:
            async with at_once:
                checked = await check(portal, settings)
            print(checked, flush=True)
            return checked

        return await asyncio.gather(*map(one, chosen))

    return not any(checked.problems for checked in asyncio.run(all_of_them()))


async def check(portal: str, settings: Settings) -> Check:
    """Returns what works of a portal. It is crawled as every night, up to its first report, but into an archive of its own."""
    with tempfile.TemporaryDirectory(prefix="nianbao-check-") as folder:
        scratch = settings.model_copy(update={"home": Path(folder)})
        try:
            crawl = (await collect(CrawlRequest(portal, limit=1), scratch)).crawl
        except UserError as error:
            return Check(portal, problems=(str(error),))
        with open_archive(scratch.archive, portal) as archive:
            captures = list(archive.captures())
        problems = [f"{problem.kind} {problem.outcome}: {problem.url} {problem.detail}".strip() for problem in crawl.problems]
        if crawl.outcome != "finished" and not problems:
            problems.append(f"crawl {crawl.outcome}: {crawl.reason}")
        listed = next((capture for capture in captures if capture.kind == "list"), None)
        page = next(pages(captures), None)
        report, unread = _read(scratch.archive, page) if page else ("not fetched", "no report was fetched")
        if unread and (page or not problems):
            problems.append(unread)
        return Check(portal, _listed(listed, crawl.counts.get("reports_found", 0)), report, tuple(problems))


def _listed(capture: Capture | None, found: int) -> str:
    return f"{capture.column}: {found} reports on {capture.url}" if capture else "not fetched"


def _read(archive: Path, page: Page) -> tuple[str, str]:
    """Returns a report page in words, and what is wrong with it, if anything is."""
    reading = read_page((archive, page))
    report, url = reading.report, page.capture.url
    if report is None:
        return f"unreadable: {url}", f"{url}: {reading.unreadable or reading.fault}"
    if not report.is_report:
        return f"no report: {url}", f"{url}: read as no annual report ({report.title})"
    told = f"{report.issuer or 'issuer unknown'} {report.year or 'year unknown'}, {figures_stated(report)} figures: {url}"
    return told, "" if report.issuer and report.year else f"{url}: issuer or year unknown"
