"""The Internet Archive's copies of portals: how it is asked what it holds of a column (CDX) and for one copy's own bytes (`id_` replay).

Addresses and answers only; nothing here fetches, and nothing knows of Scrapy. What is fetched goes into archives of their own, in the
folder FOLDER beside the portals' archives: a copy of 2016 fetched today must not stand for what the portal shows today.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import parse_qsl, quote, urlsplit

HOST = "web.archive.org"
FOLDER = "internet_archive"

#: One answer of the index. It cuts longer ones off by itself, at a number it does not state.
PER_ANSWER = 3000
FIELDS = ("timestamp", "original", "mimetype", "statuscode", "digest")

#: An address with more versions than this changes with each visit (a counter, a clock in the page); then the last of each year says enough.
MOST_VERSIONS = 12

#: http://web.archive.org/web/20160301093015id_/http://www.ccszf.gov.cn/x.html: `id_` asks for the bytes as they were archived, without the
#: archive's own bar and its rewritten links.
REPLAY = re.compile(r"https?://web\.archive\.org/web/(?P<moment>\d{14})id_/(?P<url>https?://.+)", re.DOTALL)
MOMENT = re.compile(r"\d{14}")

#: What a page's address may name beside what is shown: the page of a list.
PAGE_OF_LIST = re.compile(r"(?:page|pageno|pagenum|currpage|pageindex|startrecord|endrecord)", re.IGNORECASE)


class OddAnswerError(ValueError):
    """An answer that is none of the index's; the message says what was expected, and what came."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of the page at `url`, archived at `moment` (YYYYMMDDhhmmss, UTC). `digest` tells the archive's texts of a page apart."""

    url: str
    moment: str
    mimetype: str = ""
    digest: str = ""

    @property
    def address(self) -> str:
        """Where its bytes are."""
        return f"http://{HOST}/web/{self.moment}id_/{self.url}"

    @property
    def archived_at(self) -> str:
        """The moment as `2016-03-01T09:30:15Z`."""
        year, rest = self.moment[:4], [self.moment[at : at + 2] for at in range(4, 14, 2)]
        return f"{year}-{rest[0]}-{rest[1]}T{rest[2]}:{rest[3]}:{rest[4]}Z"


def index_of_column(url: str) -> str:
    """Returns the address of the index's answer for all copies below a list page: of its folder, or of its script where it has a query."""
    parts = urlsplit(url)
    prefix = parts.path if parts.query else parts.path.rpartition("/")[0] + "/"
    return _index(f"{parts.netloc}{prefix}", "prefix")


def index_of_page(url: str) -> str:
    """Returns the address of the index's answer for all copies of one page."""
    return _index(url, "exact")


def _index(url: str, match: str) -> str:
    # Only what was a page; of copies in a row with the same bytes the first.
    query = f"url={quote(url, safe='')}&matchType={match}&output=json&fl={','.join(FIELDS)}&filter=statuscode:200&collapse=digest"
    return f"http://{HOST}/cdx/search/cdx?{query}&limit={PER_ANSWER}&showResumeKey=true"


def resumed(index: str, key: str) -> str:
    """Returns the address of the answer that goes on where another stopped."""
    return f"{index.partition('&resumeKey=')[0]}&resumeKey={quote(key, safe='')}"


def read_index(answer: bytes) -> tuple[list[Copy], str | None]:
    """Returns the copies an answer of the index lists, and the key of the rest, None where there is none. Raises OddAnswerError."""
    try:
        rows = json.loads(answer)
    except (ValueError, RecursionError):  # the latter where it is nested to fell a parser
        raise OddAnswerError(f"expected the index's JSON, found {answer[:80]!r}") from None
    if not isinstance(rows, list) or not all(isinstance(row, list) and all(isinstance(cell, str) for cell in row) for row in rows):
        raise OddAnswerError(f"expected a list of rows, found {answer[:80]!r}")
    if not rows:
        return [], None
    names, *rows = rows
    key = None
    if len(rows) >= 2 and rows[-2] == [] and len(rows[-1]) == 1:
        key = rows[-1][0]
        del rows[-2:]
    if not set(FIELDS) <= set(names) or any(len(row) != len(names) for row in rows):
        raise OddAnswerError(f"expected rows of {', '.join(FIELDS)}, found {answer[:80]!r}")
    found = [dict(zip(names, row, strict=True)) for row in rows]
    if odd := next((row for row in found if not MOMENT.fullmatch(row["timestamp"])), None):
        raise OddAnswerError(f"expected a timestamp of 14 digits, found {odd['timestamp']}")
    return [
        Copy(_without_port(row["original"]), row["timestamp"], row["mimetype"], row["digest"])
        for row in found
        if row["statuscode"] == "200"
    ], key


def replayed(address: str) -> Copy | None:
    """Returns the copy that an address replays, None where it replays none. A redirect may have led to another moment than asked for."""
    found = REPLAY.fullmatch(address)
    return Copy(_without_port(found["url"]), found["moment"]) if found else None


def same_page(url: str) -> str:
    """Returns what is equal for two addresses of one page: the portal answered on http and, later, on https."""
    return _without_port(url).partition("://")[2]


def of_column(copies: Iterable[Copy], column: str) -> Iterator[Copy]:
    """Yields those of the copies whose address asks for what the column's does (area=113325000026455663), in any order, for any page."""
    wanted = {(name, value) for name, value in parse_qsl(urlsplit(column).query) if not PAGE_OF_LIST.fullmatch(name)}
    yield from (copy for copy in copies if wanted <= set(parse_qsl(urlsplit(copy.url).query)))


def versions(copies: Iterable[Copy]) -> list[Copy]:
    """Returns the copies of one page worth having, oldest first: the first of each run with the same bytes, or the last of each year where
    the bytes change with each visit."""
    ordered = sorted(copies, key=lambda copy: copy.moment)
    runs = [next(run) for _, run in groupby(ordered, key=lambda copy: copy.digest or copy.moment)]
    if len(runs) <= MOST_VERSIONS:
        return runs
    by_year: dict[str, Copy] = {copy.moment[:4]: copy for copy in ordered}
    return list(by_year.values())


def pages(copies: Sequence[Copy]) -> list[list[Copy]]:
    """Returns the copies by page, those of each page oldest first."""
    by_page: dict[str, list[Copy]] = {}
    for copy in copies:
        by_page.setdefault(same_page(copy.url), []).append(copy)
    return [sorted(of_page, key=lambda copy: copy.moment) for of_page in by_page.values()]


def _without_port(url: str) -> str:
    """Returns the address as the portal's own pages write it: the index keeps the port that old crawlers named (http://host:80/)."""
    return re.sub(r"^(http://[^/:?#]+):80(?=[/?#]|$)|^(https://[^/:?#]+):443(?=[/?#]|$)", r"\1\2", url)
