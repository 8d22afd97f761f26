"""Full-text search in the reports that stand, Chinese included, on either database.

Neither database finds words in Chinese, which has no spaces, and an index of three neighbouring characters finds none of one or two, such
as 复议. So an edition is indexed by the characters and pairs of characters its text holds. The index finds the editions that may hold a
word; whether they do, and where, the text itself says, so both databases find the same. SQLite has FTS5 for it, PostgreSQL an array under
GIN; neither needs an extension that only a server's keeper may install.

The index is no history: it is made anew whenever `definition` says something else than what is there. It grows in the transaction that
adds an edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from operator import add

from sqlalchemy import Connection, column, func, select, table, text
from sqlalchemy.exc import DBAPIError

from db.engine import WarehouseError, in_one_line, open_reader
from db.models import Warehouse
from db.query import QueryResult
from db.upsert import append, slices

T = Warehouse.metadata.tables
#: Edition, issuer, year and address of a report that may hold the words.
Candidate = tuple[str, str, int, str]

COLUMNS = ("issuer", "year", "section", "snippet", "url", "start_offset")
#: Characters shown before and after a place that was found.
BEFORE, AFTER = 24, 56
#: Texts looked through at a time.
STEP = 50

#: What `grams` makes of a text; a new number makes the index of each warehouse anew.
RULE = "1: characters and pairs of letters and digits"
TABLES = {
    "sqlite": (
        "CREATE TABLE search_edition (id INTEGER PRIMARY KEY AUTOINCREMENT,"
        " edition_id VARCHAR NOT NULL UNIQUE REFERENCES edition (id) ON DELETE CASCADE)",
        # Grams are found and not looked at again: no copy of them, no places. All but ASCII punctuation and space is part of a gram.
        "CREATE VIRTUAL TABLE search_gram USING fts5(grams, content='', columnsize=0, detail=none, tokenize='ascii')",
    ),
    "postgresql": (
        "CREATE TABLE search_edition (edition_id VARCHAR PRIMARY KEY REFERENCES edition (id) ON DELETE CASCADE, grams TEXT[] NOT NULL)",
        "CREATE INDEX ix_search_edition_grams ON search_edition USING gin (grams)",
    ),
}
#: FTS5 knows rows by number only.
NUMBERED = table("search_edition", column("id"), column("edition_id"))
CANDIDATES = {
    "sqlite": "SELECT edition_id FROM search_edition WHERE id IN (SELECT rowid FROM search_gram WHERE search_gram MATCH :grams)",
    "postgresql": "SELECT edition_id FROM search_edition WHERE grams @> :grams",
}
#: Full-width forms as their ASCII; the one letter whose small form is two.
FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x130: "i"}


def search(url: str, words: Sequence[str], *, since: int | None = None, until: int | None = None, limit: int | None = 50) -> QueryResult:
    """Returns the sections that hold all `words`, of the report years asked for, newest year first, each with the surroundings of the first
    word in it. Small and capital letters and full-width and half-width forms are the same; a word may be of any length and hold spaces.

    Raises WarehouseError where the warehouse cannot be opened, or a word has no letter and no digit.
    """
    wanted = [_fold(word) for word in words]
    grams = sorted(set().union(*map(_needed, wanted)))
    if not wanted or not all(map(_needed, wanted)):
        raise WarehouseError("a search needs words: a word is made of letters, digits or Chinese characters")
    engine = open_reader(url)
    try:
        with engine.connect() as connection:
            rows: list[tuple[object, ...]] = []
            for row in _hits(connection, wanted, _candidates(connection, grams, since, until)):
                if len(rows) == limit:
                    return QueryResult(COLUMNS, tuple(rows), is_cut=True)
                rows.append(row)
            return QueryResult(COLUMNS, tuple(rows), is_cut=False)
    except DBAPIError as error:
        raise WarehouseError(f"the warehouse cannot be searched: {in_one_line(error)}") from error
    finally:
        engine.dispose()


def definition() -> str:
    """Returns what decides the index; it is made anew where this has changed."""
    return "\n".join([RULE, *(statement for statements in TABLES.values() for statement in statements)])


def create(connection: Connection) -> None:
    """Makes the index anew, of all editions."""
    for name in ("search_gram", "search_edition"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    for statement in TABLES[connection.dialect.name]:
        connection.exec_driver_sql(statement)
    edition = T["edition"].c
    for some in slices(connection.scalars(select(edition.id)), STEP):
        texts = select(edition.id, edition.text).where(edition.id.in_(some)).order_by(edition.id)
        add_to_index(connection, connection.execute(texts).tuples().all())


def add_to_index(connection: Connection, editions: Iterable[Sequence[str]]) -> None:
    """Indexes editions that are not indexed yet, given by id and text."""
    grams = {edition: sorted(_grams(text)) for edition, text in editions}
    if connection.dialect.name == "postgresql":
        append(connection, "search_edition", [{"edition_id": edition, "grams": of} for edition, of in grams.items()])
        return
    append(connection, "search_edition", [{"edition_id": edition} for edition in grams])
    for some in slices(grams):
        found = connection.execute(
            select(NUMBERED.c.id, NUMBERED.c.edition_id).where(NUMBERED.c.edition_id.in_(some)).order_by(NUMBERED.c.id)
        )
        append(connection, "search_gram", [{"rowid": number, "grams": " ".join(grams[edition])} for number, edition in found])


def _candidates(connection: Connection, grams: Sequence[str], since: int | None, until: int | None) -> Sequence[Candidate]:
    """Returns the reports that stand and have all the grams: edition, issuer, year, address."""
    source, report, issuer, reading = (T[name].c for name in ("report_source", "report", "issuer", "reading"))
    database = connection.dialect.name
    holding = text(CANDIDATES[database]).bindparams(grams=" ".join(f'"{gram}"' for gram in grams) if database == "sqlite" else grams)
    statement = (
        select(reading.edition_id, issuer.name, report.year, reading.url)
        .join_from(T["report_source"], T["report"], report.id == source.report_id)
        .join(T["issuer"], issuer.id == report.issuer_id)
        .join(T["reading"], reading.id == source.reading_id)
        .where(source.stands, reading.edition_id.in_(holding.columns(column("edition_id"))))
        .order_by(report.year.desc(), func.coalesce(issuer.region_code, ""), issuer.id)
    )
    if since is not None:
        statement = statement.where(report.year >= since)
    if until is not None:
        statement = statement.where(report.year <= until)
    return connection.execute(statement).tuples().all()


def _hits(connection: Connection, words: Sequence[str], reports: Sequence[Candidate]) -> Iterator[tuple[object, ...]]:
    edition, section = T["edition"].c, T["section"].c
    for at in range(0, len(reports), STEP):
        some = [edition_id for edition_id, *_ in reports[at : at + STEP]]
        texts = dict(connection.execute(select(edition.id, edition.text).where(edition.id.in_(some))).tuples().all())
        openings: dict[str, dict[int, str]] = {name: {0: ""} for name in some}
        for name, start, heading in connection.execute(
            select(section.edition_id, section.start_offset, section.heading)
            .where(section.edition_id.in_(some))
            .order_by(section.edition_id, section.position)
        ):
            openings[name][start] = heading
        for name, issuer, year, url in reports[at : at + STEP]:
            for heading, place, snippet in _found(texts[name], openings[name], words):
                yield issuer, year, heading, snippet, url, place


def _found(text: str, openings: dict[int, str], words: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    """Yields for each section with all words its heading, the place of the first word and what stands around it. A section ends where the
    next begins, also one within it, so that nothing is found twice."""
    folded = _fold(text)
    starts = sorted(openings)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        places = [folded.find(word, start, end) for word in words]
        if min(places) >= 0:
            yield openings[start], places[0], _snippet(text, places[0], start, end)


def _snippet(text: str, place: int, start: int, end: int) -> str:
    """Returns what stands around a place, of the section from `start` to `end`."""
    first, last = max(start, place - BEFORE), min(end, place + AFTER)
    return f"{'…' if first > start else ''}{' '.join(text[first:last].split())}{'…' if last < end else ''}"


def _fold(text: str) -> str:
    """Returns a text of the same length in which what a search takes as the same is the same."""
    return text.translate(FOLDED).lower()


def _grams(text: str) -> set[str]:
    """Returns the letters and digits of a text, and its pairs of neighbouring ones."""
    folded = _fold(text)
    return set(filter(str.isalnum, chain(folded, map(add, folded, folded[1:]))))


def _needed(word: str) -> set[str]:
    """Returns grams that every text with this (folded) word has, and few others: its pairs, or where a character stands alone, that."""
    runs = re.findall(r"[^\W_]+", word)
    return {gram for run in runs for gram in (map("".join, pairwise(run)) if len(run) > 1 else run)}
