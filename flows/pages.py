"""What is read at one time: a report page as it was fetched, with the attachments that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, takewhile
from pathlib import Path

from crawlers.archive import Archive, ArchiveError, Capture, Gone, open_archive
from crawlers.internet_archive import replayed
from db.records import CaptureRecord
from extract.media import Unreadable
from extract.reading import read_report
from extract.records import Report, Source


@dataclass(frozen=True, slots=True)
class Page:
    """One capture of a report page, and of each attachment its text linked by the time its crawl ended."""

    capture: Capture
    attachments: tuple[Capture, ...] = ()

    @property
    def record(self) -> CaptureRecord:
        return _record(self.capture, attachments=tuple(attachment.sha256 for attachment in self.attachments))

    @property
    def attachment_records(self) -> tuple[CaptureRecord, ...]:
        return tuple(_record(attachment, page_url=self.capture.url) for attachment in self.attachments)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a page: the report, or why the page is `unreadable`. A `fault` is ours or the archive's and says nothing of the page."""

    report: Report | None = None
    unreadable: str | None = None
    fault: str | None = None


def pages(captures: Iterable[Capture]) -> Iterator[Page]:
    """Yields each report page among `captures`, which are in the order they were fetched.

    An attachment stays with its page until the page's bytes change. A page is settled when its crawl ends, so what is yielded for a crawl
    never depends on a later one: replaying an archive always yields the same.
    """
    shown: dict[str, tuple[str, dict[str, Capture]]] = {}
    for _, of_crawl in groupby(captures, key=lambda capture: capture.crawl):
        fetched: list[tuple[Capture, dict[str, Capture]]] = []
        for capture in of_crawl:
            if capture.kind == "report":
                if capture.url not in shown or shown[capture.url][0] != capture.sha256:
                    shown[capture.url] = (capture.sha256, {})
                fetched.append((capture, shown[capture.url][1]))
            elif capture.kind == "attachment" and capture.referer in shown:
                shown[capture.referer][1][capture.url] = capture
        yield from (Page(capture, tuple(attachments.values())) for capture, attachments in fetched)


def settled_captures(archive: Archive) -> Iterator[Capture]:
    """Yields the captures up to the last crawl that closed. What a crawl fetched that was interrupted, or still runs, counts once the
    next one has closed."""
    closed = {crawl.id for crawl in archive.crawls() if crawl.outcome != "interrupted"}
    last = max((capture.sequence for capture in archive.captures() if capture.crawl in closed), default=0)
    yield from takewhile(lambda capture: capture.sequence <= last, archive.captures())


def read_page(place: tuple[Path, Page]) -> Reading:
    """Returns the reading of a page whose bytes are in the archive in a folder. Never raises: one page must not cost the others theirs."""
    folder, page = place
    try:
        with open_archive(folder, page.capture.portal) as archive:
            attachments = [(archive.body(attachment), _source(attachment)) for attachment in page.attachments]
            body = archive.body(page.capture)
        return Reading(report=read_report(body, _source(page.capture), attachments))
    except Unreadable as error:
        return Reading(unreadable=str(error))
    except ArchiveError as error:
        return Reading(fault=str(error))
    except Exception as error:
        return Reading(fault=f"{page.capture.url}: the reader failed: {error!r}")


def lost_page(place: tuple[Path, Page]) -> Reading:
    """Returns what there is to say of a page that took the process that read it down."""
    _, page = place
    return Reading(fault=f"{page.capture.url}: reading it took its process down")


def gone_record(gone: Gone) -> CaptureRecord:
    """Returns what the warehouse is told of a page that the portal took down: an answer without a body."""
    return CaptureRecord(gone.portal, gone.crawl, gone.url, datetime.fromisoformat(gone.missed_at), gone.status)


def _source(capture: Capture) -> Source:
    return Source(
        name=capture.final_url.rpartition("/")[2],
        url=capture.final_url,
        content_type=capture.headers.get("content-type"),
        listed_title=capture.listed_title,
        listed_date=capture.listed_date,
    )


def _record(capture: Capture, *, attachments: tuple[str, ...] = (), page_url: str | None = None) -> CaptureRecord:
    return CaptureRecord(
        portal=capture.portal,
        crawl=capture.crawl,
        url=capture.url,
        fetched_at=datetime.fromisoformat(capture.fetched_at),
        status=capture.status,
        body_sha256=capture.sha256,
        content_type=capture.headers.get("content-type"),
        attachments=attachments,
        page_url=page_url,
        via=capture.final_url if replayed(capture.final_url) else None,
    )
