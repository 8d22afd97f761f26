"""One portal's crawl and the verdict on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from crawlers.archive import ArchiveError, Crawl, open_archive
from flows.crawl import CrawlRequest, crawl
from flows.errors import UserError
from flows.settings import Settings
from flows.verdict import doubts_about_crawl, is_left_unfinished


class CrawlNotStartedError(UserError):
    """The spider ended before it opened its crawl in the archive."""


@dataclass(frozen=True, slots=True)
class Collected:
    """A crawl as the archive tells of it, and why it is not believed, if so; `shortfalls` are to be told, and are no reason not to load."""

    crawl: Crawl
    doubts: tuple[str, ...] = ()
    shortfalls: tuple[str, ...] = ()


async def collect(request: CrawlRequest, settings: Settings) -> Collected:
    """Crawls a portal and judges the crawl beside the earlier ones. Raises CrawlNotStartedError."""
    crawl_id = f"{request.portal}-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}"
    complaint = await crawl(request, settings, crawl_id)
    try:
        with open_archive(request.archive(settings), request.portal) as archive:
            crawls = {crawl.id: crawl for crawl in archive.crawls()}
    except ArchiveError as error:
        raise CrawlNotStartedError(complaint or str(error)) from error
    this = crawls.pop(crawl_id, None)
    if this is None:
        raise CrawlNotStartedError(complaint or f"the spider did not start; its log is in {settings.logs}")
    if this.outcome == "interrupted":
        return Collected(this, (f"the crawl broke off: {complaint or 'no word from the spider'}",))
    shortfalls = (f"crawl stopped: {this.reason}",) if is_left_unfinished(this) else ()
    return Collected(this, tuple(doubts_about_crawl(this, list(crawls.values()))), shortfalls)
