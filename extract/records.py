"""The records that leave `extract`: what a report says, where it says it, and what a check found.

Everything here is a frozen dataclass of plain values; `db` stores them and `flows` carries them. Codes of metrics, applicants and forms are
those of `extract/catalogue`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Form = Literal["2014", "2019", "2021", "local"]
Level = Literal["national", "province", "prefecture", "county", "township", "department"]
Qualifier = Literal["exact", "at_least", "below", "about"]
Scope = Literal["all", "own_level", "part"]
FactSource = Literal["table", "text"]
LedgerKind = Literal[
    "fact",
    "statement",
    "share",
    "change",
    "prior",
    "cumulative",
    "date",
    "period",
    "document_number",
    "law",
    "ordinal",
    "contact",
    "name",
    "unread",
]
FindingStatus = Literal["pass", "fail", "cannot_tell"]
#: What a place can say of a page. 成文日期 is when a report was written, 更新时间 when the page was last changed.
PageFactKind = Literal["title", "issuer", "published", "written", "updated"]
#: Where it is said: the government meta tags and <title>, the head or metadata grid the page shows, the list that led to it, the report's
#: own text, the page's address.
PageFactSource = Literal["meta", "head", "list", "text", "address"]


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a page beside its bytes: the HTTP header, the address, and what the list page showed for it."""

    name: str = ""
    url: str | None = None
    content_type: str | None = None
    listed_title: str | None = None
    listed_date: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of a catalogued metric.

    `value` is in the metric's own unit (`catalogue/metrics.tsv`); it is None only where the figure is illegible, and then `raw` holds what
    stands there. `report.text[start:end]` holds `quote`.
    """

    metric: str
    value: Decimal | None
    unit: str
    raw: str
    quote: str
    start: int
    end: int
    source: FactSource
    party: str = "all"
    scope: Scope = "all"
    qualifier: Qualifier = "exact"
    preferred: bool = True
    #: Whether another figure of the metric has more right to it: its words name it only under a head without a figure in their sentence,
    #: by means that may be some of several, or by a verb that says more (办理), or the text gives another as the whole.
    secondary: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure outside the catalogue, with the words that say what it counts."""

    subject: str
    value: Decimal | None
    unit: str
    qualifier: Qualifier
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """The account of one numeral: `report.text[start:end]` is the numeral (with what belongs to it), `kind` what it was taken for."""

    start: int
    end: int
    kind: LedgerKind


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found. `metrics` are the codes it looked at (`metric` or `metric/party`); a finding never alters a figure."""

    rule: str
    status: FindingStatus
    metrics: tuple[str, ...]
    message: str
    expected: Decimal | None = None
    actual: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One section under the report's own heading: `report.text[start:end]` is heading and body. `depth` 1 is 一、, 2 is （一）, 3 is 1."""

    heading: str
    depth: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """A piece of the page that is not in the text, and the named rule that dropped it."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Decoding:
    """How bytes became text: the charset, and the rule that decided (`extract.clean.decode`)."""

    charset: str
    rule: str


@dataclass(frozen=True, slots=True)
class PageFact:
    """What one place says of a page. The places often disagree, and all are kept; those of a `kind` are in the order they are trusted in.

    `name` is the tag or label there (`pubdate`, 发布日期); `raw` what is written, `value` what it means: a day as YYYY-MM-DD, an issuer in
    its full style, a title without spaces; None where it means nothing (a ContentSource of 超级管理员, a day that cannot be).
    """

    kind: PageFactKind
    source: PageFactSource
    name: str
    raw: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """One reading of one page or attachment.

    `page` holds what the page says of itself (meta tags, page head, metadata grid) under lower-case names, as found: the sources often
    disagree and all are kept.
    """

    is_report: bool
    title: str | None
    issuer: str | None
    region: str | None
    region_code: str | None
    level: Level | None
    year: int | None
    form: Form | None
    published: str | None
    text: str
    sections: tuple[Section, ...]
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...]
    ledger: tuple[LedgerEntry, ...]
    findings: tuple[Finding, ...]
    media: str
    decoding: Decoding | None
    page: Mapping[str, str]
    dropped: tuple[Dropped, ...]
    #: The titles, issuers and days that page, list and address state, each with its place.
    page_facts: tuple[PageFact, ...] = ()
