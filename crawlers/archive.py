"""The archive: what portals answered, byte for byte, and when.

One SQLite file per portal, `<directory>/<portal>.sqlite`. A body is stored once, compressed, under its SHA-256; a capture is one answer to
one request and points at its body; a crawl is opened by one row and closed by another, written last; a page that the portal took down is
a row more, and what it showed stays. Rows are only ever added, which the file itself enforces: there is nothing in it that a later crawl
could spoil.

A capture and its body are one transaction, so a capture is there whole or not at all. A crawl without its closing row was interrupted;
what it fetched is as good as any other's.

Times are passed in, as UTC in ISO form (`2017-03-09T02:00:00Z`). Nothing here knows of Scrapy, so the archive can be read without it.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import IO, Any, Literal, Self

import zstandard

Kind = Literal["list", "report", "attachment"]
Change = Literal["new", "changed", "unchanged"]
Outcome = Literal["finished", "stopped", "failed"]

Bound = Mapping[str, object] | tuple[object, ...]

#: "nbao" in a SQLite header says that the file is ours; the version says which tables are in it.
APPLICATION_ID = 0x6E62616F
FORMAT = 2
#: Format 1 had no table of pages that are gone; the next crawl adds it.
WITHOUT_GONE = 1

#: Twice as fast as level 10 and within a quarter of its size on 5,000 portal pages.
ZSTD_LEVEL = 3

#: One answer of a portal is never larger (the spiders stop at a fraction of it): a stored size above this is a damaged row, not a page.
LARGEST_BODY = 2**30

TABLES = """
CREATE TABLE crawl (
    id TEXT PRIMARY KEY,
    arguments TEXT NOT NULL,
    started_at TEXT NOT NULL
);
CREATE TABLE closing (
    crawl TEXT PRIMARY KEY REFERENCES crawl (id),
    closed_at TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('finished', 'stopped', 'failed')),
    reason TEXT NOT NULL,
    counts TEXT NOT NULL,
    problems TEXT NOT NULL
);
CREATE TABLE body (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    zstd BLOB NOT NULL
);
CREATE TABLE capture (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    crawl TEXT NOT NULL REFERENCES crawl (id),
    url TEXT NOT NULL,
    final_url TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    status INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('list', 'report', 'attachment')),
    change TEXT NOT NULL CHECK (change IN ('new', 'changed', 'unchanged')),
    headers TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES body (sha256),
    listed_title TEXT,
    listed_date TEXT,
    column_name TEXT,
    referer TEXT
);
CREATE INDEX capture_url ON capture (url);
"""
GONE_TABLE = """
CREATE TABLE gone (
    capture INTEGER PRIMARY KEY REFERENCES capture (sequence),
    crawl TEXT NOT NULL REFERENCES crawl (id),
    missed_at TEXT NOT NULL,
    status INTEGER NOT NULL,
    answer TEXT NOT NULL
);
"""


def _append_only(*tables: str) -> str:
    """Returns the triggers that let nothing of these tables be changed or deleted."""
    return "".join(
        f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'the archive is append-only'); END;\n"
        for table in tables
        for verb in ("UPDATE", "DELETE")
    )


CAPTURE_COLUMNS = (
    "capture.sequence, capture.crawl, capture.url, capture.final_url, capture.fetched_at, capture.status, capture.kind, capture.change,"
    " capture.headers, capture.sha256, body.size, capture.listed_title, capture.listed_date, capture.column_name, capture.referer"
)
CRAWL_COLUMNS = (
    "crawl.id, arguments, started_at, closed_at, outcome, reason, counts, problems FROM crawl LEFT JOIN closing ON closing.crawl = crawl.id"
)

GONE_ROWS = "SELECT gone.crawl, capture, url, missed_at, gone.status, answer FROM gone JOIN capture ON sequence = capture ORDER BY capture"


class ArchiveError(Exception):
    """The archive cannot be read or written; the message names the file and what is wrong with it."""


class ArchiveLockedError(ArchiveError):
    """Another crawl of the same portal is running."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One answer of a portal. `portal` and `sequence` are its key for ever; a higher sequence was fetched later.

    `url` was asked, `final_url` answered. `listed_title`, `listed_date` (ISO) and `column` are what the list page showed for it;
    `referer` is the `url` of the list page or, for an attachment, of the report page that links it. `change` compares the bytes with the
    last capture of the same `url`; a 304 counts as unchanged and points at the body it left in place.
    """

    portal: str
    crawl: str
    sequence: int
    url: str
    final_url: str
    fetched_at: str
    status: int
    kind: Kind
    change: Change
    headers: Mapping[str, str]
    sha256: str
    size: int
    listed_title: str | None = None
    listed_date: str | None = None
    column: str | None = None
    referer: str | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """A page that the portal took down after `capture` (its sequence) was fetched from `url`; what it showed stays in the archive.

    `crawl` was the first to miss it, at `missed_at`; `status` and `answer` (`http_404`, `deleted`) are what it got. A page that comes back
    is fetched again, so it is gone only while no capture of its address is later than this one.
    """

    portal: str
    crawl: str
    capture: int
    url: str
    missed_at: str
    status: int
    answer: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A page asked for and not archived: `outcome` is a name that can be counted (`http_404`, `firewall`), `detail` is for people."""

    url: str
    kind: Kind
    outcome: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Crawl:
    """One crawl of a portal. `outcome` is "interrupted" where no closing summary was written; then counts and problems are unknown."""

    id: str
    portal: str
    arguments: Mapping[str, str]
    started_at: str
    closed_at: str | None = None
    outcome: Outcome | Literal["interrupted"] = "interrupted"
    reason: str = "no closing summary"
    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[Problem, ...] = ()


class Archive:
    """One portal's archive, open for reading. Made by `open_archive`; a crawl may write to the same file meanwhile."""

    def __init__(self, path: Path, connection: sqlite3.Connection, version: int = FORMAT) -> None:
        self.path = path
        self.portal = path.stem
        self._connection = connection
        self._version = version

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    def crawls(self) -> Iterator[Crawl]:
        """Yields all crawls, oldest first."""
        yield from (self._crawl(row) for row in self._rows(f"SELECT {CRAWL_COLUMNS} ORDER BY crawl.rowid"))

    def crawl(self, crawl_id: str) -> Crawl | None:
        """Returns the crawl of that id, None where there was none."""
        return next((self._crawl(row) for row in self._rows(f"SELECT {CRAWL_COLUMNS} WHERE crawl.id = ?", (crawl_id,))), None)

    def captures(self, after: int = 0) -> Iterator[Capture]:
        """Yields the captures with a sequence above `after`, in the order they were fetched."""
        return self._captures("WHERE sequence > ? ORDER BY sequence", (after,))

    def latest(self, kind: Kind) -> Iterator[Capture]:
        """Yields the newest capture of each address that was fetched as `kind`, in the order they were fetched."""
        return self._captures(
            "WHERE sequence IN (SELECT max(sequence) FROM capture WHERE kind = ? GROUP BY url) ORDER BY sequence", (kind,)
        )

    def last(self, url: str) -> Capture | None:
        """Returns the newest capture of an address: its headers hold the validators for the next request, its sha256 the bytes."""
        return next(self._captures("WHERE url = ? ORDER BY sequence DESC LIMIT 1", (url,)), None)

    def has_attachment(self, url: str, page_url: str) -> bool:
        """Returns whether the document at `url` was ever fetched as an attachment of the page at `page_url`."""
        query = "SELECT 1 FROM capture WHERE url = ? AND referer = ? AND kind = 'attachment' LIMIT 1"
        return any(True for _ in self._rows(query, (url, page_url)))

    def gone(self) -> Iterator[Gone]:
        """Yields every page ever missed, in the order they were last fetched; also those that came back since."""
        if self._version > WITHOUT_GONE:
            yield from (Gone(self.portal, *row) for row in self._rows(GONE_ROWS))

    def body(self, capture: Capture) -> bytes:
        """Returns the bytes of a capture. Raises ArchiveError, naming file and capture, where they are no longer those that were stored."""
        where = f"{self.path}: body of capture {capture.sequence} ({capture.url})"
        for size, compressed in self._rows("SELECT size, zstd FROM body WHERE sha256 = ?", (capture.sha256,)):
            if not 0 <= size <= LARGEST_BODY:
                raise ArchiveError(f"{where} is damaged: {size} bytes cannot be")
            try:
                data = zstandard.ZstdDecompressor().decompress(compressed, max_output_size=max(size, 1), allow_extra_data=False)
            except (zstandard.ZstdError, TypeError) as error:
                raise ArchiveError(f"{where} is damaged: {error}") from None
            if hashlib.sha256(data).hexdigest() != capture.sha256:
                raise ArchiveError(f"{where} is damaged: its hash differs")
            return data
        raise ArchiveError(f"{where} is missing")

    def _captures(self, condition: str, bound: Bound) -> Iterator[Capture]:
        # S608: the condition is one of the fixed texts above; values are bound.
        for row in self._rows(f"SELECT {CAPTURE_COLUMNS} FROM capture JOIN body USING (sha256) {condition}", bound):  # noqa: S608
            sequence, crawl, url, final_url, fetched_at, status, kind, change, headers, *rest = row
            yield Capture(self.portal, crawl, sequence, url, final_url, fetched_at, status, kind, change, json.loads(headers), *rest)

    def _crawl(self, row: tuple[Any, ...]) -> Crawl:
        crawl_id, arguments, started_at, *closing = row
        begun = Crawl(crawl_id, self.portal, json.loads(arguments), started_at)
        closed_at, outcome, reason, counts, problems = closing
        if closed_at is None:
            return begun
        found = tuple(Problem(**problem) for problem in json.loads(problems))
        return replace(begun, closed_at=closed_at, outcome=outcome, reason=reason, counts=json.loads(counts), problems=found)

    def _rows(self, query: str, bound: Bound = ()) -> Iterator[tuple[Any, ...]]:
        with _named(self.path):
            yield from self._connection.execute(query, bound)


class ArchiveWriter(Archive):
    """One portal's archive, open for one crawl. Made by `open_for_crawl`, which holds the portal's lock until `close`."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: IO[str]) -> None:
        super().__init__(path, connection)
        self._lock = lock
        self._compressor = zstandard.ZstdCompressor(level=ZSTD_LEVEL)

    def close(self) -> None:
        super().close()
        self._lock.close()

    def begin_crawl(self, crawl_id: str, arguments: Mapping[str, str], started_at: str) -> None:
        """Opens a crawl. Raises ArchiveError where the archive already has one of that id."""
        with self._transaction() as connection:
            if connection.execute("SELECT 1 FROM crawl WHERE id = ?", (crawl_id,)).fetchone():
                raise ArchiveError(f"{self.path}: there is a crawl {crawl_id} already; a crawl id is used once")
            connection.execute("INSERT INTO crawl VALUES (?, ?, ?)", (crawl_id, _json(arguments), started_at))

    def store(
        self,
        crawl_id: str,
        *,
        url: str,
        final_url: str,
        fetched_at: str,
        status: int,
        kind: Kind,
        headers: Mapping[str, str],
        body: bytes,
        listed_title: str | None = None,
        listed_date: str | None = None,
        column: str | None = None,
        referer: str | None = None,
    ) -> Capture:
        """Stores one answer and returns its capture; bytes the archive holds already cost one small row.

        A 304 has no body of its own: pass the one it confirms. Headers a 304 leaves out are those of the capture it confirms
        (RFC 9111 §4.3.4), so that the validators are at hand for the next request.
        """
        sha256 = hashlib.sha256(body).hexdigest()
        with self._transaction() as connection:
            before = self.last(url)
            if status == 304:
                if before is None or before.sha256 != sha256:
                    raise ArchiveError(f"{self.path}: 304 for {url}, whose body is not the one last stored")
                headers = {**before.headers, **headers}
            change: Change = "new" if before is None else "unchanged" if before.sha256 == sha256 else "changed"
            if not connection.execute("SELECT 1 FROM body WHERE sha256 = ?", (sha256,)).fetchone():
                connection.execute("INSERT INTO body VALUES (?, ?, ?)", (sha256, len(body), self._compressor.compress(body)))
            listed = (listed_title, listed_date, column, referer)
            row = (crawl_id, url, final_url, fetched_at, status, kind, change, _json(headers), sha256, *listed)
            connection.execute("INSERT INTO capture VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            (sequence,) = connection.execute("SELECT last_insert_rowid()").fetchone()
        fetched = (url, final_url, fetched_at, status)
        return Capture(self.portal, crawl_id, sequence, *fetched, kind, change, dict(headers), sha256, len(body), *listed)

    def mark_gone(self, crawl_id: str, capture: Capture, missed_at: str, status: int, answer: str) -> None:
        """Records that the portal took a page down after this capture of it. What was recorded first stays."""
        with self._transaction() as connection:
            row = (capture.sequence, crawl_id, missed_at, status, answer)
            connection.execute("INSERT INTO gone VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", row)

    def close_crawl(
        self, crawl_id: str, closed_at: str, outcome: Outcome, reason: str, counts: Mapping[str, int], problems: Sequence[Problem]
    ) -> None:
        """Writes the closing summary, the last thing of a crawl. Raises ArchiveError where there is one already."""
        told = json.dumps([{"url": p.url, "kind": p.kind, "outcome": p.outcome, "detail": p.detail} for p in problems], ensure_ascii=False)
        with self._transaction() as connection:
            connection.execute("INSERT INTO closing VALUES (?, ?, ?, ?, ?, ?)", (crawl_id, closed_at, outcome, reason, _json(counts), told))

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with _named(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def archived_portals(directory: Path) -> list[str]:
    """Returns the ids of the portals with an archive in `directory`, sorted; none where the folder does not exist."""
    return sorted(path.stem for path in directory.glob("*.sqlite"))


def open_archive(directory: Path, portal: str) -> Archive:
    """Returns a portal's archive for reading. Raises ArchiveError where there is none, or the file is torn or something else."""
    path = directory / f"{portal}.sqlite"
    if not path.is_file() or path.stat().st_size == 0:  # empty: the very first crawl was killed before its first row
        raise ArchiveError(f"{path}: no archive of portal {portal} there; crawl it first")
    with _named(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30, isolation_level=None)
    return Archive(path, connection, _checked_format(path, connection))


def open_for_crawl(directory: Path, portal: str) -> ArchiveWriter:
    """Returns a portal's archive for one crawl, making folder and file where there are none.

    Raises ArchiveLockedError while another crawl of the portal runs (the system frees the lock when a crawl dies, however it dies), and
    ArchiveError where the folder cannot be written or the file is torn or something else.
    """
    path = directory / f"{portal}.sqlite"
    try:
        directory.mkdir(parents=True, exist_ok=True)
        lock = path.with_suffix(".lock").open("w")
    except OSError as error:
        raise ArchiveError(f"{directory}: cannot write the archive there: {error.strerror}") from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        raise ArchiveLockedError(f"{path}: another crawl of {portal} is running; wait for it or stop it") from None
    try:
        with _named(path):
            connection = sqlite3.connect(path, timeout=30, isolation_level=None)
        _make_tables(path, connection)
        if _checked_format(path, connection) == WITHOUT_GONE:
            _add_gone(path, connection)
        with _named(path):
            # WAL with synchronous NORMAL: a commit for each page, nothing lost under kill -9, 1,700 pages a second.
            for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
                connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        lock.close()
        raise
    return ArchiveWriter(path, connection, lock)


def _make_tables(path: Path, connection: sqlite3.Connection) -> None:
    """Makes the tables of an empty file, all or none of them."""
    with _named(path):
        if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,):
            marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT};"
            triggers = _append_only("crawl", "closing", "body", "capture", "gone")
            connection.executescript(f"BEGIN IMMEDIATE; {TABLES} {GONE_TABLE} {triggers} {marks} COMMIT;")


def _add_gone(path: Path, connection: sqlite3.Connection) -> None:
    """Makes an archive of format 1 one of format 2, or leaves it as it is."""
    with _named(path):
        connection.executescript(f"BEGIN IMMEDIATE; {GONE_TABLE} {_append_only('gone')} PRAGMA user_version = {FORMAT}; COMMIT;")


def _checked_format(path: Path, connection: sqlite3.Connection) -> int:
    """Returns the format of the file; closes it and raises ArchiveError where it is none we know."""
    try:
        with _named(path):
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION_ID:
            raise ArchiveError(f"{path}: this is no archive of ours; move it away")
        if version not in (WITHOUT_GONE, FORMAT):
            raise ArchiveError(f"{path}: archive of format {version}; this version reads format {FORMAT}")
        return int(version)
    except ArchiveError:
        connection.close()
        raise


@contextlib.contextmanager
def _named(path: Path) -> Iterator[None]:
    """Turns SQLite's errors, which do not name the file, into ArchiveErrors, which do."""
    try:
        yield
    except sqlite3.Error as error:
        raise ArchiveError(f"{path}: {error}") from error


def _json(values: Mapping[str, object]) -> str:
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True)
