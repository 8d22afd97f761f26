"""One portal's archive into the warehouse: what is not yet read there is read, judged beside the last good text, loaded."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path

from crawlers.archive import Crawl, archived_portals, open_archive
from db.engine import open_warehouse
from db.load import LoadError, load_captures, load_readings, unread
from db.migrate import upgrade
from db.records import CaptureRecord, Content, CrawlRecord, ReadingRecord
from db.series import check_series
from extract.reading import EXTRACTOR_VERSION
from flows.pages import Page, Reading, gone_record, lost_page, pages, read_page, settled_captures
from flows.pool import each
from flows.portals import portal_record
from flows.settings import Settings
from flows.verdict import FEW_DOUBTED, doubts_about_report, figures_stated

log = logging.getLogger(__name__)

#: Pages read before they are loaded together, and a line of progress is written: many save round trips, few lose little by a kill.
BATCH = 100


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load came to: pages read now by the warehouse's verdict on them; what was held back, and why (`doubts`); what went wrong
    (`faults`)."""

    portal: str
    verdicts: Mapping[str, int] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def read(self) -> int:
        return sum(self.verdicts.values())


def load_portal(portal: str, settings: Settings, *, believe: bool = False) -> Loaded:
    """Loads what this version of the extractor has not read of a portal's archive, and of its copies in the Internet Archive; loading twice
    changes nothing.

    A page whose new text is so much worse than its last good one that it is doubted is held back, and stands as it was; where too many are
    (`flows.verdict`), nothing of the portal is loaded. Unless told to `believe` it. Raises ArchiveError and WarehouseError.
    """
    archives = _archives(portal, settings)
    engine = open_warehouse(settings.database_url)
    try:
        crawls = [_crawl_record(crawl) for held in archives for crawl in held.crawls]
        captures = [record for held in archives for record in (*_capture_records(held.pages), *held.gone)]
        load_captures(engine, portal_record(portal), crawls, captures)
        contents = unread(engine, portal, EXTRACTOR_VERSION)
        doubted = {} if believe else dict(d for held in archives for d in doubts_about_pages(held.pages, contents, held.folder))
        doubts = tuple(doubted.values())
        if len(doubts) > FEW_DOUBTED:
            return Loaded(portal, doubts=doubts)
        verdicts: Counter[str] = Counter()
        faults: list[str] = []
        place_of = {_key(page): (held.folder, page) for held in archives for page in held.pages}
        held_there = [content for content in contents if (content.url, content.content_sha256) in place_of]
        if len(held_there) < len(contents):
            faults.append(f"{len(contents) - len(held_there)} pages the warehouse knows are not in the archive at {settings.archive}")
        wanted = [content for content in held_there if (content.url, content.content_sha256) not in doubted]
        places = [place_of[content.url, content.content_sha256] for content in wanted]
        readings = each(read_page, places, lost_page)
        read = zip(wanted, readings, strict=True)
        done = 0
        while batch := list(islice(read, BATCH)):
            faults += [reading.fault for _, reading in batch if reading.fault]
            records = [ReadingRecord(content, reading.report, reading.unreadable) for content, reading in batch if not reading.fault]
            for outcome in load_readings(engine, records, EXTRACTOR_VERSION):
                if isinstance(outcome, LoadError):
                    faults.append(str(outcome))
                else:
                    verdicts[outcome.verdict] += 1
            done += len(batch)
            log.info("%s: %d of %d pages read and loaded", portal, done, len(wanted))
        check_series(engine)
        return Loaded(portal, dict(verdicts), doubts, tuple(faults))
    finally:
        engine.dispose()


@dataclass(frozen=True, slots=True)
class _Held:
    """What one archive of a portal holds, in the folder it is in."""

    folder: Path
    pages: tuple[Page, ...]
    gone: tuple[CaptureRecord, ...]
    crawls: tuple[Crawl, ...]


def _archives(portal: str, settings: Settings) -> list[_Held]:
    """Returns what is held of a portal: what it answered, and what the Internet Archive did. Raises ArchiveError where there is neither."""
    folders = [folder for folder in (settings.archive, settings.copies) if portal in archived_portals(folder)]
    found = []
    for folder in folders or [settings.archive]:
        with open_archive(folder, portal) as archive:
            read = tuple(pages(settled_captures(archive)))
            found.append(_Held(folder, read, tuple(map(gone_record, archive.gone())), tuple(archive.crawls())))
    return found


def prepare_warehouse(settings: Settings) -> None:
    """Makes the warehouse or brings it up to date; raises WarehouseError."""
    engine = open_warehouse(settings.database_url)
    try:
        upgrade(engine)
    finally:
        engine.dispose()


def preview(crawl: Crawl, folder: Path) -> tuple[str, ...]:
    """Returns a line for each report page of a crawl in a folder's archive: what loading it would bring. The warehouse is not opened."""
    with open_archive(folder, crawl.portal) as archive:
        found = [page for page in pages(archive.captures()) if page.capture.crawl == crawl.id]
    readings = each(read_page, [(folder, page) for page in found], lost_page)
    return tuple(f"{page.capture.url}: {_told(reading)}" for page, reading in zip(found, readings, strict=True))


def _told(reading: Reading) -> str:
    report = reading.report
    if report is None:
        return reading.unreadable or reading.fault or ""
    if not report.is_report:
        return f"no report ({report.title})"
    failed = sum(finding.status == "fail" for finding in report.findings)
    return f"{report.issuer} {report.year}: {figures_stated(report)} figures, {failed} findings failed"


def doubts_about_pages(found: Sequence[Page], contents: Iterable[Content], folder: Path) -> Iterator[tuple[tuple[str, str | None], str]]:
    """Yields address and content of each page whose newest text, among the unread `contents`, is not believed; and why.

    Compared are two readings by the same extractor, so that only the portal's change counts: the newest text and the last one before
    it that was a report.
    """
    new = {(content.url, content.content_sha256) for content in contents}
    texts: dict[str, dict[tuple[str, str | None], Page]] = {}
    for page in found:
        of_page = texts.setdefault(page.capture.url, {})
        of_page.pop(_key(page), None)  # a text that came back is the newest again
        of_page[_key(page)] = page
    for url, of_page in texts.items():
        *earlier, newest = of_page.values()
        if _key(newest) in new:
            readings = (read_page((folder, page)) for page in reversed(earlier))
            before = next((reading.report for reading in readings if reading.report and reading.report.is_report), None)
            if before:
                yield from ((_key(newest), doubt) for doubt in doubts_about_report(url, before, read_page((folder, newest)).report))


def _key(page: Page) -> tuple[str, str | None]:
    return page.capture.url, page.record.content_sha256


def _capture_records(found: Iterable[Page]) -> list[CaptureRecord]:
    """Returns a record per capture: an attachment that several captures of its page share is one."""
    records = {(r.url, r.fetched_at): r for page in found for r in (page.record, *page.attachment_records)}
    return list(records.values())


def _crawl_record(crawl: Crawl) -> CrawlRecord:
    closed = crawl.outcome != "interrupted"
    return CrawlRecord(
        id=crawl.id,
        portal=crawl.portal,
        started_at=datetime.fromisoformat(crawl.started_at),
        finished_at=datetime.fromisoformat(crawl.closed_at) if crawl.closed_at else None,
        outcome=crawl.outcome if closed else None,
        counts=crawl.counts,
        via=crawl.arguments.get("from"),
    )
