"""Loading: what the archive holds and what was read in it, into the warehouse.

Every load may be repeated, in any order and by several processes: the rows are those of one load in order. Each function is one
transaction, so a kill leaves all of it or nothing, and no edition is ever half there. The order for `flows`: `load_captures` for what a
portal's archive holds, `unread` for what is left to read, `load_readings` for some dozens of it at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, and_, bindparam, delete, exists, func, select, update
from sqlalchemy.exc import DBAPIError

from db.digests import canonical_json, digest_of
from db.engine import WarehouseError, in_one_line
from db.models import Verdict, Warehouse
from db.records import CaptureRecord, Content, CrawlRecord, PortalRecord, ReadingRecord, utc_text
from db.rows import NO_PAGE, PARTS, EditionRows, RefusedReportError, edition_rows, page_columns, page_fact_rows
from db.search import add_to_index
from db.sources import Candidate, sources
from db.upsert import add, append, put, slices
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


def load_readings(engine: Engine, readings: Sequence[ReadingRecord], extractor_version: str) -> list[LoadOutcome | LoadError]:
    """Loads what `extractor_version` read in some contents, in one transaction; returns what came of each, in their order.

    Of a report comes an edition with all its figures, or the note that it is none; one whose issuer or year is unknown is kept as
    `unplaced`. A LoadError in the place of an outcome says that nothing of this reading was loaded, and costs the others nothing: the
    reading breaks the contract, no capture shows the content, or this version has read the same content differently before (then the
    extractor changed without a new version number). Some dozens at a time are fast; how many makes no difference to the rows.
    """
    extractor = {"version": extractor_version, "sort_key": version_key(extractor_version)}
    prepared = [_prepared(reading, extractor_version) for reading in readings]
    loaded = iter(_load_or_each(engine, [item for item in prepared if isinstance(item, _Prepared)], extractor))
    return [item if isinstance(item, LoadError) else next(loaded) for item in prepared]


def load_report(engine: Engine, content: Content, report: Report, extractor_version: str) -> LoadOutcome:
    """Loads one report as `load_readings` does, and raises its LoadError."""
    return _only(load_readings(engine, [ReadingRecord(content, report=report)], extractor_version))


def load_unreadable(engine: Engine, content: Content, reason: str, extractor_version: str) -> LoadOutcome:
    """Records that `extractor_version` could not open a content, and why, as `load_readings` does, and raises its LoadError."""
    return _only(load_readings(engine, [ReadingRecord(content, unreadable=reason)], extractor_version))


def _only(outcomes: list[LoadOutcome | LoadError]) -> LoadOutcome:
    (outcome,) = outcomes
    if isinstance(outcome, LoadError):
        raise outcome
    return outcome


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
    except (DBAPIError, engine.dialect.loaded_dbapi.Error) as error:
        raise LoadError(f"the warehouse refused the load: {in_one_line(error)}") from error


def _crawl_row(crawl: CrawlRecord) -> Row:
    return {
        "portal_id": crawl.portal,
        "id": crawl.id,
        "started_at": utc_text(crawl.started_at),
        "finished_at": utc_text(crawl.finished_at) if crawl.finished_at else None,
        "outcome": crawl.outcome,
        "counts": canonical_json(dict(crawl.counts)),
        "via": crawl.via,
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
        "via": capture.via,
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
    _choose_sources(connection, reports - {None})


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A reading ready to be loaded: its row, which lacks only when its content was seen, what each place says of its page, and the edition
    it is, if it is one."""

    content: Content
    reading: Row
    page_facts: Sequence[Row]
    edition: EditionRows | None

    @property
    def outcome(self) -> tuple[Verdict, str | None]:
        return self.reading["verdict"], self.reading["edition_id"]


def _prepared(reading: ReadingRecord, version: str) -> _Prepared | LoadError:
    """Returns what `load_readings` loads for a reading, as far as it needs no database; or why it must not be loaded."""
    content, report = reading.content, reading.report
    verdict: Verdict
    edition, reason = None, None
    page_facts: list[Row] = []
    key = {
        "portal_id": content.portal,
        "url": content.url,
        "content_sha256": content.content_sha256,
        "extractor_version": version,
    }
    reading_id = digest_of(*key.values())
    if report is None:
        verdict, reason, page = "unreadable", reading.unreadable, NO_PAGE
    else:
        try:
            page, page_facts = page_columns(report), page_fact_rows(report, reading_id)
            edition = edition_rows(report) if report.is_report else None
        except RefusedReportError as error:
            return LoadError(f"{content.url}: {error}")
        verdict = "not_report" if edition is None else "report" if edition.report else "unplaced"
        if verdict == "unplaced":
            unknown = [name for name, value in (("issuer", report.issuer), ("year", report.year)) if not value]
            reason = f"unknown: {', '.join(unknown)}"
    edition_id = edition.edition["id"] if edition else None
    row = {"id": reading_id, **key, "verdict": verdict, "reason": reason, "edition_id": edition_id, **page}
    return _Prepared(content, row, page_facts, edition)


def _load_or_each(engine: Engine, batch: Sequence[_Prepared], extractor: Row) -> list[LoadOutcome | LoadError]:
    """Loads readings in one transaction, or, where the database refuses one of them and so undoes all, each in its own."""
    if not batch:
        return []
    try:
        return _load(engine, batch, extractor)
    except LoadError as error:
        if len(batch) == 1:
            return [error]
    return [outcome for item in batch for outcome in _load_or_each(engine, [item], extractor)]


def _load(engine: Engine, batch: Sequence[_Prepared], extractor: Row) -> list[LoadOutcome | LoadError]:
    """Loads readings in one transaction."""
    with _transaction(engine) as connection:
        known = _known(connection, [item.reading["id"] for item in batch])
        seen = _seen(connection, [item.content for item in batch])
        new: dict[str, _Prepared] = {}
        errors: dict[int, LoadError] = {}
        is_new = []
        for place, item in enumerate(batch):
            key = item.reading["id"]
            is_new.append(key not in known)
            if known.setdefault(key, item.outcome) != item.outcome:
                errors[place] = LoadError(
                    f"{item.content.url}: extractor {extractor['version']} read this differently before; "
                    "an extractor that changed needs a new version"
                )
            elif item.content not in seen:
                errors[place] = LoadError(
                    f"{item.content.url}: no capture of {item.content.portal} shows this content; load its captures first"
                )
            elif is_new[-1]:
                new[key] = item
        if new:
            add(connection, T["extractor"], [extractor])
            _add_editions(connection, [item.edition for item in new.values() if item.edition])
            append(connection, "reading", [{**item.reading, **seen[item.content]} for item in new.values()])
            append(connection, "page_fact", [row for item in new.values() for row in item.page_facts])
            _choose_sources(connection, _reports_of(connection, {item.content for item in new.values()}))
        standing = _standing(connection, {item.edition.edition["id"] for item in batch if item.edition})
        return [
            errors.get(place) or LoadOutcome(*item.outcome, is_new[place], item.reading["edition_id"] in standing)
            for place, item in enumerate(batch)
        ]


def _known(connection: Connection, readings: Iterable[str]) -> dict[str, tuple[Verdict, str | None]]:
    """Returns verdict and edition of those of the readings that are there."""
    there = T["reading"].c
    return {
        row.id: (row.verdict, row.edition_id)
        for some in slices(set(readings))
        for row in connection.execute(select(there.id, there.verdict, there.edition_id).where(there.id.in_(some)))
    }


def _seen(connection: Connection, contents: Iterable[Content]) -> dict[Content, Row]:
    """Returns when each of the contents was first and last captured; one that never was is not among them."""
    capture = T["capture"].c
    found = {}
    for portal, urls in _addresses(contents):
        statement = (
            select(capture.url, capture.content_sha256, func.min(capture.fetched_at), func.max(capture.fetched_at))
            .where(capture.portal_id == portal, capture.url.in_(urls), capture.content_sha256.is_not(None))
            .group_by(capture.url, capture.content_sha256)
        )
        for url, content, first, last in connection.execute(statement):
            found[Content(portal, url, content)] = {"first_seen_at": first, "last_seen_at": last}
    return found


def _addresses(contents: Iterable[Content]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yields the contents' portals, each with its addresses, no more than a statement can name."""
    of_portal: dict[str, set[str]] = {}
    for content in contents:
        of_portal.setdefault(content.portal, set()).add(content.url)
    for portal, urls in sorted(of_portal.items()):
        for some in slices(urls):
            yield portal, some


def _add_editions(connection: Connection, editions: Iterable[EditionRows]) -> None:
    """Adds those of the editions that are not there, each with all its parts and what it belongs to."""
    by_id = {rows.edition["id"]: rows for rows in editions}
    _add_regions(connection, [rows.region for rows in by_id.values() if rows.region])
    there = T["edition"].c.id
    for some in slices(by_id):
        for known in connection.scalars(select(there).where(there.in_(some))):
            del by_id[known]
    new = list(by_id.values())
    add(connection, T["issuer"], _each_once(rows.issuer for rows in new if rows.issuer))
    add(connection, T["report"], _each_once(rows.report for rows in new if rows.report))
    append(connection, "edition", [rows.edition for rows in new])
    for table in PARTS:
        append(connection, table, [row for rows in new for row in rows.parts[table]])
    add_to_index(connection, [(rows.edition["id"], rows.edition["text"]) for rows in new])


def _each_once(rows: Iterable[Row]) -> list[Row]:
    return list({row["id"]: row for row in rows}.values())


def _add_regions(connection: Connection, rows: Iterable[Row]) -> None:
    """Adds regions. Of two names for one code, met in two revisions of the standard, the greater text stays: either is right, and so the
    order of loading does not matter."""
    names: dict[str, str] = {}
    for row in rows:
        names[row["code"]] = max(row["name"], names.get(row["code"], ""))
    region = T["region"].c
    for some in slices(names):
        for code, name in connection.execute(select(region.code, region.name).where(region.code.in_(some))).all():
            if names[code] <= name:
                del names[code]
    put(connection, T["region"], [{"code": code, "name": name} for code, name in sorted(names.items())])


def _reports_of(connection: Connection, contents: set[Content]) -> set[str]:
    """Returns the reports that any version ever took one of the contents for."""
    reading, edition = T["reading"].c, T["edition"].c
    found = set()
    for portal, urls in _addresses(contents):
        statement = (
            select(reading.url, reading.content_sha256, edition.report_id)
            .join_from(T["reading"], T["edition"], edition.id == reading.edition_id)
            .where(reading.portal_id == portal, reading.url.in_(urls), edition.report_id.is_not(None))
        )
        found |= {report for url, content, report in connection.execute(statement) if Content(portal, url, content) in contents}
    return found


def _choose_sources(connection: Connection, reports: Iterable[str]) -> None:
    """Makes the rows of `report_source` those that the readings of the reports demand."""
    source = T["report_source"]
    for some in slices(reports):
        chosen: dict[str, list[Row]] = {
            report: [
                {"report_id": report, "portal_id": c.portal_id, "url": c.url, "reading_id": c.reading_id, "stands": place == 0}
                for place, c in enumerate(sources(report, candidates))
            ]
            for report, candidates in _candidates(connection, some).items()
        }
        there: dict[str, list[Row]] = {report: [] for report in some}
        for row in connection.execute(select(source).where(source.c.report_id.in_(some))).mappings():
            there[row["report_id"]].append(dict(row))
        changed = [report for report in some if _as_set(chosen[report]) != _as_set(there[report])]
        if changed:
            connection.execute(delete(source).where(source.c.report_id.in_(changed)))
            append(connection, "report_source", [row for report in changed for row in chosen[report]])


def _as_set(rows: Iterable[Row]) -> set[tuple[Any, ...]]:
    return {tuple(row.values()) for row in rows}


def _candidates(connection: Connection, reports: Sequence[str]) -> dict[str, list[Candidate]]:
    """Returns for each report all readings of each content that any version ever read as this report."""
    reading, edition, extractor = T["reading"].c, T["edition"].c, T["extractor"].c
    contents = (
        select(edition.report_id.label("wanted"), reading.portal_id, reading.url, reading.content_sha256)
        .distinct()
        .join_from(T["reading"], T["edition"], edition.id == reading.edition_id)
        .where(edition.report_id.in_(reports))
        .subquery()
    )
    statement = select(
        contents.c.wanted,
        reading.id,
        reading.portal_id,
        reading.url,
        reading.content_sha256,
        extractor.sort_key,
        reading.first_seen_at,
        reading.last_seen_at,
        edition.report_id,
    ).select_from(
        contents.join(
            T["reading"],
            and_(
                reading.portal_id == contents.c.portal_id,
                reading.url == contents.c.url,
                reading.content_sha256 == contents.c.content_sha256,
            ),
        )
        .join(T["extractor"], extractor.version == reading.extractor_version)
        .outerjoin(T["edition"], edition.id == reading.edition_id)
    )
    found: dict[str, list[Candidate]] = {report: [] for report in reports}
    for wanted, *candidate in connection.execute(statement):
        found[wanted].append(Candidate(*candidate))
    return found


def _standing(connection: Connection, editions: Iterable[str]) -> set[str]:
    """Returns those of the editions from which their report's figures are taken."""
    source, reading = T["report_source"].c, T["reading"].c
    statement = select(reading.edition_id).join_from(T["report_source"], T["reading"], reading.id == source.reading_id).where(source.stands)
    return {found for some in slices(editions) for found in connection.scalars(statement.where(reading.edition_id.in_(some)))}
