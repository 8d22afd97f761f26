"""Loading: what the archive holds and what was read in it, into the warehouse.

Every load may be repeated, in any order and by several processes: the rows are those of one load in order. Each function is one
transaction, so a kill leaves all of it or nothing. The order for `flows`: `load_captures` for what a portal's archive holds, `unread` for
what is left to read, `load_report` or `load_unreadable` for each of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, and_, bindparam, delete, exists, func, insert, select, update
from sqlalchemy.exc import DBAPIError

from db.digests import canonical_json, digest_of
from db.engine import WarehouseError, in_one_line
from db.models import Verdict, Warehouse
from db.records import CaptureRecord, Content, CrawlRecord, PortalRecord, utc_text
from db.rows import EditionRows, RefusedReportError, edition_rows, page_columns
from db.sources import Candidate, sources
from db.upsert import add, put
from extract.records import Report

Row = dict[str, Any]
T = Warehouse.metadata.tables


class LoadError(WarehouseError):
    """Something that must not be loaded, and why; nothing of it was."""


@dataclass(frozen=True, slots=True)
class LoadOutcome:
    """What a load came to. `is_new` says that the warehouse did not have this reading; `stands` that the report's figures are now taken
    from this edition."""

    verdict: Verdict
    edition_id: str | None
    is_new: bool
    stands: bool


def load_captures(engine: Engine, portal: PortalRecord, crawls: Iterable[CrawlRecord], captures: Iterable[CaptureRecord]) -> int:
    """Records a portal, its crawls and what they fetched; returns how many captures are new.

    Raises LoadError where a capture names a crawl that is not there.
    """
    rows = [_capture_row(capture) for capture in captures]
    with _transaction(engine) as connection:
        put(connection, T["portal"], [{"id": portal.id, "name": portal.name, "family": portal.family, "address": portal.address}])
        _put_crawls(connection, [_crawl_row(crawl) for crawl in crawls])
        before = _captures_of(connection, portal.id)
        add(connection, T["capture"], rows)
        _widen_seen(connection, portal.id, rows)
        return _captures_of(connection, portal.id) - before


def unread(engine: Engine, portal: str, extractor_version: str) -> tuple[Content, ...]:
    """Returns the contents of a portal that this version of the extractor has not read, those captured first before the others."""
    capture, reading = T["capture"].c, T["reading"].c
    was_read = exists().where(
        reading.portal_id == capture.portal_id,
        reading.url == capture.url,
        reading.content_sha256 == capture.content_sha256,
        reading.extractor_version == extractor_version,
    )
    statement = (
        select(capture.url, capture.content_sha256)
        .where(capture.portal_id == portal, capture.content_sha256.is_not(None), ~was_read)
        .group_by(capture.url, capture.content_sha256)
        .order_by(func.min(capture.fetched_at), capture.url)
    )
    with _transaction(engine) as connection:
        return tuple(Content(portal, url, content) for url, content in connection.execute(statement))


def load_report(engine: Engine, content: Content, report: Report, extractor_version: str) -> LoadOutcome:
    """Loads what `extractor_version` read in a content: an edition with all its figures, or the note that it is no report.

    A report whose issuer or year is unknown is kept as `unplaced`. Raises LoadError where the reading breaks the contract, where no
    capture shows this content, and where this version has read the same content differently before: then the extractor changed without a
    new version number.
    """
    try:
        page = page_columns(report)
        edition = edition_rows(report) if report.is_report else None
    except RefusedReportError as error:
        raise LoadError(f"{content.url}: {error}") from None
    if edition is None:
        return _load(engine, content, extractor_version, "not_report", None, page, None)
    if edition.report:
        return _load(engine, content, extractor_version, "report", None, page, edition)
    unknown = [name for name, value in (("issuer", report.issuer), ("year", report.year)) if not value]
    return _load(engine, content, extractor_version, "unplaced", f"unknown: {', '.join(unknown)}", page, edition)


def load_unreadable(engine: Engine, content: Content, reason: str, extractor_version: str) -> LoadOutcome:
    """Records that `extractor_version` could not open a content, and why. Raises LoadError as `load_report` does."""
    return _load(engine, content, extractor_version, "unreadable", reason, {"page": "{}", "dropped": "{}"}, None)


def version_key(version: str) -> str:
    """Returns a text whose order is the order of versions: 1.10 comes after 1.9. Raises LoadError for what is not numbers and dots."""
    if not re.fullmatch(r"\d{1,9}(\.\d{1,9})*", version):
        raise LoadError(f"{version!r} is no version number of the extractor: numbers and dots, as in 1.4.0")
    return ".".join(f"{int(part):09}" for part in version.split("."))


@contextmanager
def _transaction(engine: Engine) -> Iterator[Connection]:
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        raise LoadError(f"the warehouse refused the load: {in_one_line(error)}") from error


def _crawl_row(crawl: CrawlRecord) -> Row:
    return {
        "portal_id": crawl.portal,
        "id": crawl.id,
        "started_at": utc_text(crawl.started_at),
        "finished_at": utc_text(crawl.finished_at) if crawl.finished_at else None,
        "outcome": crawl.outcome,
        "counts": canonical_json(dict(crawl.counts)),
    }


def _capture_row(capture: CaptureRecord) -> Row:
    return {
        "portal_id": capture.portal,
        "url": capture.url,
        "fetched_at": utc_text(capture.fetched_at),
        "crawl_id": capture.crawl,
        "status": capture.status,
        "content_type": capture.content_type,
        "body_sha256": capture.body_sha256,
        "content_sha256": capture.content_sha256,
        "page_url": capture.page_url,
    }


def _captures_of(connection: Connection, portal: str) -> int:
    capture = T["capture"]
    return connection.execute(select(func.count()).select_from(capture).where(capture.c.portal_id == portal)).scalar_one()


def _put_crawls(connection: Connection, rows: Sequence[Row]) -> None:
    """Adds crawls; a crawl that is there is updated only by its closing summary, so an older view of it changes nothing."""
    add(connection, T["crawl"], rows)
    put(connection, T["crawl"], [row for row in rows if row["finished_at"]])


def _widen_seen(connection: Connection, portal: str, captures: Iterable[Row]) -> None:
    """Moves the first and last sight of readings whose content was captured earlier or later than known, and chooses anew among the
    sources of their reports."""
    moments: dict[tuple[str, str], list[str]] = {}
    for row in captures:
        if row["content_sha256"]:
            moments.setdefault((row["url"], row["content_sha256"]), []).append(row["fetched_at"])
    if not moments:
        return
    reading, edition = T["reading"].c, T["edition"].c
    known = connection.execute(
        select(reading.id, reading.url, reading.content_sha256, reading.first_seen_at, reading.last_seen_at, edition.report_id)
        .select_from(T["reading"].outerjoin(T["edition"], edition.id == reading.edition_id))
        .where(reading.portal_id == portal)
    ).all()
    wider, reports = [], set()
    for there in known:
        seen = [there.first_seen_at, there.last_seen_at, *moments.get((there.url, there.content_sha256), ())]
        if (min(seen), max(seen)) != (there.first_seen_at, there.last_seen_at):
            wider.append({"reading": there.id, "first": min(seen), "last": max(seen)})
            reports.add(there.report_id)
    if wider:
        statement = update(T["reading"]).where(reading.id == bindparam("reading"))
        connection.execute(statement.values(first_seen_at=bindparam("first"), last_seen_at=bindparam("last")), wider)
    for report in sorted(reports - {None}):
        _choose_sources(connection, report)


def _load(
    engine: Engine, content: Content, version: str, verdict: Verdict, reason: str | None, page: Row, edition: EditionRows | None
) -> LoadOutcome:
    edition_id = edition.edition["id"] if edition else None
    key = {
        "portal_id": content.portal,
        "url": content.url,
        "content_sha256": content.content_sha256,
        "extractor_version": version,
    }
    reading = {"id": digest_of(*key.values()), **key, "verdict": verdict, "reason": reason, "edition_id": edition_id, **page}
    sort_key = version_key(version)
    with _transaction(engine) as connection:
        is_new = not _is_loaded(connection, reading)
        if is_new:
            reading |= _seen(connection, content)
            add(connection, T["extractor"], [{"version": version, "sort_key": sort_key}])
            if edition:
                _add_edition(connection, edition)
            connection.execute(insert(T["reading"]), [reading])
            for report in _reports_of(connection, content):
                _choose_sources(connection, report)
        return LoadOutcome(verdict, edition_id, is_new, _stands(connection, edition_id))


def _is_loaded(connection: Connection, reading: Row) -> bool:
    """Whether the reading is there. Raises LoadError where another stands in its place."""
    there = T["reading"].c
    found = connection.execute(select(there.verdict, there.edition_id).where(there.id == reading["id"])).first()
    if found and (found.verdict, found.edition_id) != (reading["verdict"], reading["edition_id"]):
        raise LoadError(
            f"{reading['url']}: extractor {reading['extractor_version']} read this differently before; "
            "an extractor that changed needs a new version"
        )
    return found is not None


def _seen(connection: Connection, content: Content) -> Row:
    capture = T["capture"].c
    first, last = connection.execute(
        select(func.min(capture.fetched_at), func.max(capture.fetched_at)).where(
            capture.portal_id == content.portal, capture.url == content.url, capture.content_sha256 == content.content_sha256
        )
    ).one()
    if first is None:
        raise LoadError(f"{content.url}: no capture of {content.portal} shows this content; load its captures first")
    return {"first_seen_at": first, "last_seen_at": last}


def _add_edition(connection: Connection, rows: EditionRows) -> None:
    if rows.region:
        _add_region(connection, rows.region)
    there = T["edition"].c.id
    if connection.scalar(select(there).where(there == rows.edition["id"])):
        return
    for table, row in (("issuer", rows.issuer), ("report", rows.report)):
        if row:
            add(connection, T[table], [row])
    connection.execute(insert(T["edition"]), [rows.edition])
    for table, parts in rows.parts.items():
        if parts:
            connection.execute(insert(T[table]), parts)


def _add_region(connection: Connection, row: Row) -> None:
    """Adds a region. Of two names for one code, met in two revisions of the standard, the greater text stays: either is right, and so the
    order of loading does not matter."""
    region = T["region"].c
    name = connection.scalar(select(region.name).where(region.code == row["code"]))
    if name is None or row["name"] > name:
        put(connection, T["region"], [row])


def _reports_of(connection: Connection, content: Content) -> Sequence[str]:
    """Returns the reports that any version ever took this content for."""
    reading, edition = T["reading"].c, T["edition"].c
    statement = (
        select(edition.report_id)
        .distinct()
        .join_from(T["reading"], T["edition"], edition.id == reading.edition_id)
        .where(
            reading.portal_id == content.portal,
            reading.url == content.url,
            reading.content_sha256 == content.content_sha256,
            edition.report_id.is_not(None),
        )
    )
    return connection.scalars(statement).all()


def _choose_sources(connection: Connection, report: str) -> None:
    """Makes the rows of `report_source` those that the readings of the report demand."""
    source = T["report_source"]
    chosen = [
        {"report_id": report, "portal_id": c.portal_id, "url": c.url, "reading_id": c.reading_id, "stands": place == 0}
        for place, c in enumerate(sources(report, _candidates(connection, report)))
    ]
    there = connection.execute(select(source).where(source.c.report_id == report)).mappings().all()
    if {tuple(row.values()) for row in chosen} != {tuple(row.values()) for row in there}:
        connection.execute(delete(source).where(source.c.report_id == report))
        if chosen:
            connection.execute(insert(source), chosen)


def _candidates(connection: Connection, report: str) -> list[Candidate]:
    reading, edition, extractor = T["reading"].c, T["edition"].c, T["extractor"].c
    contents = (
        select(reading.portal_id, reading.url, reading.content_sha256)
        .distinct()
        .join_from(T["reading"], T["edition"], edition.id == reading.edition_id)
        .where(edition.report_id == report)
        .subquery()
    )
    statement = select(
        reading.id,
        reading.portal_id,
        reading.url,
        reading.content_sha256,
        extractor.sort_key,
        reading.first_seen_at,
        reading.last_seen_at,
        edition.report_id,
    ).select_from(
        T["reading"]
        .join(
            contents,
            and_(
                contents.c.portal_id == reading.portal_id,
                contents.c.url == reading.url,
                contents.c.content_sha256 == reading.content_sha256,
            ),
        )
        .join(T["extractor"], extractor.version == reading.extractor_version)
        .outerjoin(T["edition"], edition.id == reading.edition_id)
    )
    return [Candidate(*row) for row in connection.execute(statement)]


def _stands(connection: Connection, edition_id: str | None) -> bool:
    source, reading = T["report_source"].c, T["reading"].c
    statement = (
        select(source.report_id)
        .join_from(T["report_source"], T["reading"], reading.id == source.reading_id)
        .where(reading.edition_id == edition_id, source.stands)
    )
    return edition_id is not None and connection.execute(statement).first() is not None
