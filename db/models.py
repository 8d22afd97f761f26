"""The tables. Every one has a natural key, named constraints, and a comment on itself and on each column (see DICTIONARY.md).

A fact belongs to an edition: one text of a report, with all that was read in it. Editions never change; their id is a digest of their
content, so reading the same text again, from another portal or with a newer extractor that finds the same, yields the same edition. A
reading says which edition a version of the extractor made of the content of an address. So a portal's edit (new content, same version) and
a better reading (same content, new version) are told apart, and both are kept.

Moments are text, see `records.utc_text`. Figures are double precision: they have under 16 significant digits, and so are the same on
SQLite and PostgreSQL. JSON is text in one canonical form, for the same reason.
"""

from __future__ import annotations

from typing import Any, Literal, get_args

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

from extract.catalogue import METRICS
from extract.records import FactSource, FindingStatus, Form, LedgerKind, Level, PageFactKind, PageFactSource, Qualifier, Scope

#: What one version of the extractor made of a content: a report whose issuer and year are known, a report that lacks one of them,
#: something else, or nothing because it could not be opened.
Verdict = Literal["report", "unplaced", "not_report", "unreadable"]
#: What compares a figure with the year before: carried in and carried out, stocks, jumps, a copied report.
SeriesRule = Literal["carried", "stock", "jump", "copied"]
#: A flow counts what happened within the year, a stock what is there at its end or was at its beginning.
Kind = Literal["flow", "stock"]
#: How the figures of a form follow those of the form before it in a long series.
Follows = Literal["same", "rough", "break"]


class Warehouse(SQLModel):
    """The base of all tables; its metadata names what SQL leaves nameless."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )


def _column(comment: str, **settings: Any) -> Any:
    return Field(sa_column_kwargs={"comment": comment}, **settings)


def _one_of(column: str, vocabulary: Any) -> CheckConstraint:
    words = ", ".join(f"'{word}'" for word in get_args(vocabulary))
    return CheckConstraint(f"{column} IN ({words})", name=column)


def _place() -> CheckConstraint:
    return CheckConstraint("start_offset >= 0 AND start_offset <= end_offset", name="place")


class Portal(Warehouse, table=True):
    __table_args__ = ({"comment": "A government website that publishes reports"},)

    id: str = _column("Name of the spider, and of the portal's archive", primary_key=True)
    name: str = _column("Name in Chinese")
    family: str = _column("The CMS behind the portal")
    address: str = _column("Address of its front page")


class Crawl(Warehouse, table=True):
    __table_args__ = ({"comment": "One crawl of one portal"},)

    portal_id: str = _column("The portal crawled", primary_key=True, foreign_key="portal.id")
    id: str = _column("Name of the crawl in the archive", primary_key=True)
    started_at: str = _column("When it began (UTC)")
    finished_at: str | None = _column("When its closing summary was written (UTC); NULL: interrupted")
    outcome: str | None = _column("Why it ended, from the closing summary")
    counts: str = _column("Counts of the closing summary (JSON object)")
    via: str | None = _column("The web archive that was crawled for copies of the portal; NULL: the portal itself was crawled")


class Capture(Warehouse, table=True):
    __table_args__ = (
        ForeignKeyConstraint(["portal_id", "crawl_id"], ["crawl.portal_id", "crawl.id"]),
        CheckConstraint("content_sha256 IS NULL OR body_sha256 IS NOT NULL", name="content"),
        Index("ix_capture_content", "portal_id", "url", "content_sha256", "fetched_at"),
        Index("ix_capture_body", "body_sha256"),
        {"comment": "One page or attachment as fetched at one moment; its bytes are in the archive under body_sha256"},
    )

    portal_id: str = _column("The portal it is from", primary_key=True)
    url: str = _column("Its address", primary_key=True)
    fetched_at: str = _column("When it was fetched (UTC)", primary_key=True)
    crawl_id: str = _column("The crawl that fetched it")
    status: int = _column("HTTP status; 304 confirms the body named here")
    content_type: str | None = _column("Content-Type header")
    body_sha256: str | None = _column("SHA-256 of the body, its key in the archive; NULL: no body")
    content_sha256: str | None = _column("SHA-256 of what is read: the body, or body and attachments together; NULL: nothing to read")
    page_url: str | None = _column("On an attachment: the page it belongs to")
    via: str | None = _column("Where a web archive replays it, which fetched it at that moment; NULL: we fetched it from the portal")


class Extractor(Warehouse, table=True):
    __table_args__ = (UniqueConstraint("sort_key"), {"comment": "A version of the extractor"})

    version: str = _column("Its number, such as 1.4.0", primary_key=True)
    sort_key: str = _column("The number with its parts of equal width: text order is the order of versions")


class Region(Warehouse, table=True):
    __table_args__ = (
        CheckConstraint("length(code) = 6", name="code"),
        {"comment": "An administrative division; the first two digits of its code are its province, the first four its prefecture"},
    )

    code: str = _column("GB/T 2260 code", primary_key=True)
    name: str = _column("Name in Chinese")


class Issuer(Warehouse, table=True):
    __table_args__ = (
        UniqueConstraint("name", "region_code"),
        {"comment": "A body of government that reports; two bodies of one name are told apart by their region"},
    )

    id: str = _column("Digest of name and region code", primary_key=True)
    name: str = _column("Full name")
    region_code: str | None = _column("Its region; NULL: not stated", foreign_key="region.code", index=True)


class Report(Warehouse, table=True):
    __table_args__ = (
        UniqueConstraint("issuer_id", "year"),
        CheckConstraint("year BETWEEN 2000 AND 2100", name="year"),
        {"comment": "What one body reported for one year"},
    )

    id: str = _column("Digest of issuer and year", primary_key=True)
    issuer_id: str = _column("The body that reports", foreign_key="issuer.id")
    year: int = _column("The year reported on", index=True)


class Edition(Warehouse, table=True):
    __table_args__ = (
        _one_of("form", Form),
        _one_of("level", Level),
        {"comment": "One text of a report with all that was read in it; never changes"},
    )

    id: str = _column("Digest of its content", primary_key=True)
    report_id: str | None = _column("Its report; NULL: issuer or year unknown", foreign_key="report.id", index=True)
    form: str | None = _column("Form followed: 2014, 2019, 2021, or local")
    level: str | None = _column("Level of government of the issuer")
    text_sha256: str = _column("SHA-256 of the text (UTF-8)")
    text: str = _column("The cleaned text; all offsets count its characters from 0")
    ledger: str = _column("Account of every numeral in the text (JSON list of [start, end, kind]); counted in ledger_count")


class Reading(Warehouse, table=True):
    __table_args__ = (
        UniqueConstraint("portal_id", "url", "content_sha256", "extractor_version"),
        ForeignKeyConstraint(
            ["portal_id", "url", "first_seen_at"],
            ["capture.portal_id", "capture.url", "capture.fetched_at"],
            name="fk_reading_first_seen_at_capture",
        ),
        ForeignKeyConstraint(
            ["portal_id", "url", "last_seen_at"],
            ["capture.portal_id", "capture.url", "capture.fetched_at"],
            name="fk_reading_last_seen_at_capture",
        ),
        _one_of("verdict", Verdict),
        CheckConstraint("(verdict IN ('report', 'unplaced')) = (edition_id IS NOT NULL)", name="edition"),
        CheckConstraint("first_seen_at <= last_seen_at", name="seen"),
        {"comment": "What one version of the extractor made of the content of one address"},
    )

    id: str = _column("Digest of portal, address, content and version", primary_key=True)
    portal_id: str = _column("The portal")
    url: str = _column("The address")
    content_sha256: str = _column("The content read, as in capture")
    extractor_version: str = _column("The version that read it", foreign_key="extractor.version")
    verdict: str = _column("report, unplaced (issuer or year unknown), not_report, or unreadable")
    reason: str | None = _column("Why it is not placed or not readable")
    edition_id: str | None = _column("The edition it is; NULL: no report", foreign_key="edition.id", index=True)
    title: str | None = _column("Title on the page")
    published: str | None = _column("Date of publication on the page")
    media: str | None = _column("Kind of file: html, docx, pdf, ...")
    charset: str | None = _column("Charset the bytes were decoded with")
    charset_rule: str | None = _column("Rule that decided the charset")
    page: str = _column("What the page says of itself (JSON object)")
    dropped: str = _column("Pieces of the page kept out of the text, counted by rule (JSON object)")
    first_seen_at: str = _column("First capture of this content at this address (UTC)")
    last_seen_at: str = _column("Last capture of this content at this address (UTC)")


class PageFact(Warehouse, table=True):
    __tablename__ = "page_fact"
    __table_args__ = (
        _one_of("kind", PageFactKind),
        _one_of("source", PageFactSource),
        {"comment": "What one place says of a page: tag, page head, list, text or address; they often disagree, and all are kept"},
    )

    reading_id: str = _column("The reading", primary_key=True, foreign_key="reading.id")
    position: int = _column("Its place among the page's facts, from 0; those of a kind in the order they are trusted in", primary_key=True)
    kind: str = _column("title, issuer, published, written (成文日期), or updated (更新时间)")
    source: str = _column("meta: tags and <title>; head: what the page shows of itself; list: the row that led to it; text; address")
    name: str = _column("The tag or label there, such as pubdate or 发布日期")
    raw: str = _column("What is written")
    value: str | None = _column("What it means: a day as YYYY-MM-DD, an issuer in full, a title without spaces; NULL: nothing")


class ReportSource(Warehouse, table=True):
    __tablename__ = "report_source"
    __table_args__ = (
        Index("uq_report_source_stands", "report_id", unique=True, sqlite_where=text("stands"), postgresql_where=text("stands")),
        {"comment": "Where a report stands: each address, the reading of what it shows now, and which of them the figures are taken from"},
    )

    report_id: str = _column("The report", primary_key=True, foreign_key="report.id")
    portal_id: str = _column("The portal", primary_key=True)
    url: str = _column("The address", primary_key=True)
    reading_id: str = _column("The reading of its latest content", foreign_key="reading.id", index=True)
    stands: bool = _column("Whether the report's figures are those of this source; one source of a report does")


class Section(Warehouse, table=True):
    __table_args__ = (
        CheckConstraint("depth >= 1", name="depth"),
        _place(),
        {"comment": "A section of an edition under the report's own heading"},
    )

    edition_id: str = _column("The edition", primary_key=True, foreign_key="edition.id")
    position: int = _column("Its place among the sections, from 0", primary_key=True)
    heading: str = _column("The heading")
    depth: int = _column("1 for 一、, 2 for （一）, 3 for 1.")
    start_offset: int = _column("Where the heading begins in the text")
    end_offset: int = _column("Where the section ends")


class Fact(Warehouse, table=True):
    __table_args__ = (
        _one_of("scope", Scope),
        _one_of("qualifier", Qualifier),
        _one_of("source", FactSource),
        CheckConstraint("NOT preferred OR scope <> 'part'", name="preferred"),
        _place(),
        Index(
            "uq_fact_preferred",
            "edition_id",
            "metric",
            "party",
            unique=True,
            sqlite_where=text("preferred"),
            postgresql_where=text("preferred"),
        ),
        {"comment": "One figure of a catalogued metric, with the words that state it"},
    )

    edition_id: str = _column("The edition that states it", primary_key=True, foreign_key="edition.id")
    position: int = _column("Its place among the facts, from 0", primary_key=True)
    metric: str = _column("What is counted", foreign_key="metric.code")
    party: str = _column("The applicant column, or all", foreign_key="party.code")
    scope: str = _column("all: the body and all it reports for; own_level: the body alone; part: one department of several")
    qualifier: str = _column("exact, at_least (余, 多, 以上), below (近, 不足), or about (约, 左右)")
    source: str = _column("table or text")
    preferred: bool = _column("Whether it stands for its metric and party; one fact of an edition does")
    value: float | None = _column("The figure in the metric's unit; NULL: illegible, see raw")
    raw: str = _column("The figure as written")
    quote: str = _column("The words that state it")
    start_offset: int = _column("Where the quote begins in the text")
    end_offset: int = _column("Where the quote ends")


#: The preferred figures of an edition side by side, since a view that looks each of them up takes seconds for ten thousand reports. It is
#: written with its edition and never changes, as the edition does not. A metric new in the catalogue needs a revision that adds its column.
EDITION_FIGURES = Table(
    "edition_figures",
    Warehouse.metadata,
    Column("edition_id", String, ForeignKey("edition.id"), primary_key=True, comment="The edition"),
    Column("inexact", Integer, nullable=False, comment="How many of the figures are not exact, or not for all the body reports for"),
    *(Column(code, Float, comment="Preferred figure of the metric of this name, all applicants; NULL: none") for code in METRICS),
    comment="The preferred figures of an edition for all applicants, one column for each metric: those of fact, side by side",
)


class Statement(Warehouse, table=True):
    __table_args__ = (_one_of("qualifier", Qualifier), _place(), {"comment": "A figure outside the catalogue, with its subject"})

    edition_id: str = _column("The edition that states it", primary_key=True, foreign_key="edition.id")
    position: int = _column("Its place among the statements, from 0", primary_key=True)
    subject: str = _column("What is counted, in the report's words")
    value: float | None = _column("The figure; NULL: illegible")
    unit: str = _column("Its unit, as written")
    qualifier: str = _column("As in fact")
    quote: str = _column("The words that state it")
    start_offset: int = _column("Where the quote begins in the text")
    end_offset: int = _column("Where the quote ends")


class LedgerCount(Warehouse, table=True):
    __tablename__ = "ledger_count"
    __table_args__ = (
        _one_of("kind", LedgerKind),
        CheckConstraint("entries > 0", name="entries"),
        {"comment": "How many numerals of an edition were taken for what; unread ones are the honest rest"},
    )

    edition_id: str = _column("The edition", primary_key=True, foreign_key="edition.id")
    kind: str = _column("What the numerals were taken for", primary_key=True)
    entries: int = _column("How many")


class Finding(Warehouse, table=True):
    __table_args__ = (
        _one_of("status", FindingStatus),
        Index("ix_finding_status", "status", "rule"),
        {"comment": "What a check of an edition found; a finding never alters a figure"},
    )

    edition_id: str = _column("The edition checked", primary_key=True, foreign_key="edition.id")
    position: int = _column("Its place among the findings, from 0", primary_key=True)
    rule: str = _column("The check: sum, part, conflict, ...")
    status: str = _column("pass, fail, or cannot_tell")
    metrics: str = _column("The figures it looked at: metric or metric/party, separated by spaces, the one in question first")
    expected: float | None = _column("What the rule demands")
    actual: float | None = _column("What the report states")
    message: str = _column("The finding in words")


class Comparison(Warehouse, table=True):
    __table_args__ = ({"comment": "Editions that stand for two years of one body, once the checks of the series have compared them"},)

    edition_id: str = _column("The edition of the later year", primary_key=True, foreign_key="edition.id")
    earlier_edition_id: str = _column("The edition of the year before", foreign_key="edition.id", index=True)


class SeriesFinding(Warehouse, table=True):
    __tablename__ = "series_finding"
    __table_args__ = (
        _one_of("rule", SeriesRule),
        CheckConstraint("(metric IS NULL) = (rule = 'copied')", name="metric"),
        CheckConstraint("(metric IS NULL) = (party IS NULL)", name="party"),
        {"comment": "What fails when an edition is compared with that of the year before; the figures behind it are in series_evidence"},
    )

    edition_id: str = _column("The edition of the later year", primary_key=True, foreign_key="comparison.edition_id")
    position: int = _column("Its place among the findings, from 0", primary_key=True)
    rule: str = _column(
        "carried: brought in is what was carried out; stock: stocks roll forward; jump: beyond a factor; copied: as last year"
    )
    metric: str | None = _column("The figure in question; NULL: the whole report", foreign_key="metric.code")
    party: str | None = _column("Its applicant column", foreign_key="party.code")
    expected: float | None = _column("What the rule demands; for a jump the figure of the year before")
    actual: float | None = _column("What the report states; for a copied report how many figures are the same")
    message: str = _column("The finding in words")


class Metric(Warehouse, table=True):
    __table_args__ = ({"comment": "The catalogue of metrics"},)

    code: str = _column("Public name: SQL column, JSON key", primary_key=True)
    label: str = _column("Label in the forms")
    unit: str = _column("Unit of all its figures")
    note: str = _column("What to mind")


class FormLine(Warehouse, table=True):
    __tablename__ = "form_line"
    __table_args__ = (_one_of("form", Form), {"comment": "A line of a national form and the metric it counts"})

    form: str = _column("The form", primary_key=True)
    position: int = _column("Place of the line in the form, from 0", primary_key=True)
    number: str = _column("Number printed on the form")
    label: str = _column("Label printed on the form")
    metric: str = _column("The metric", foreign_key="metric.code", index=True)
    parent: str | None = _column("The metric it belongs to", foreign_key="metric.code")
    relation: str | None = _column("addend: the lines of a parent add up to it; part: at most the parent; channel: neither")
    dimension: str | None = _column("party: the line has a column for each applicant")


class Party(Warehouse, table=True):
    __table_args__ = ({"comment": "The applicant columns of the forms"},)

    code: str = _column("Public name", primary_key=True)
    label: str = _column("Label in the forms")


class Yearly(Warehouse, table=True):
    __table_args__ = (
        _one_of("kind", Kind),
        CheckConstraint("(factor IS NULL) = (floor IS NULL)", name="jump"),
        {"comment": "How the figures of a metric go from year to year"},
    )

    metric: str = _column("The metric", primary_key=True, foreign_key="metric.code")
    kind: str = _column("flow: what happened within the year; stock: what was there at its end or its beginning")
    factor: float | None = _column("Of two years, the larger figure may be at most so many times the smaller; NULL: not looked at")
    floor: float | None = _column("The smaller figure counts as at least this")
    across_forms: bool = _column("Whether it counts the same on every form that has it")


class CarryRule(Warehouse, table=True):
    __tablename__ = "carry_rule"
    __table_args__ = (
        _one_of("rule", SeriesRule),
        CheckConstraint("years_back IN (0, 1)", name="years_back"),
        CheckConstraint("sign IN (1, -1)", name="sign"),
        {"comment": "A figure that follows from others: it is the sum of its terms, of this year and the year before"},
    )

    rule: str = _column("carried, or stock", primary_key=True)
    metric: str = _column("The figure that follows", primary_key=True, foreign_key="metric.code")
    term: str = _column("A figure it follows from", primary_key=True, foreign_key="metric.code")
    years_back: int = _column("0: of the same year, 1: of the year before")
    sign: int = _column("1: added, -1: taken off")


class CopiedLimit(Warehouse, table=True):
    __tablename__ = "copied_limit"
    __table_args__ = (_one_of("form", Form), {"comment": "When a report of a form counts as copied from last year's"})

    form: str = _column("The form of the later year", primary_key=True)
    figures: int = _column("At least so many flows other than zero are the same")
    share: float = _column("And at least this share of those stated in both years and not zero in both")


class Series(Warehouse, table=True):
    __table_args__ = (
        _one_of("form", Form),
        _one_of("follows", Follows),
        {"comment": "A long series across the forms: what each form counts the subject by, and how that follows on the form before"},
    )

    code: str = _column("Name of the series", primary_key=True)
    form: str = _column("The form", primary_key=True)
    label: str = _column("What it counts")
    made_of: str = _column("The metrics of the form it is the sum of; | stands before what is taken where those are not all stated")
    follows: str | None = _column("same, rough (read the note), or break (do not compare); NULL: the first form that has it")
    note: str = _column("What to mind")


class SeriesMetric(Warehouse, table=True):
    __tablename__ = "series_metric"
    __table_args__ = (
        ForeignKeyConstraint(["series", "form"], ["series.code", "series.form"]),
        {"comment": "The metrics a series is made of, as series says in words"},
    )

    series: str = _column("The series", primary_key=True)
    form: str = _column("The form", primary_key=True)
    way: int = _column("The first way all of whose metrics are stated exactly is taken", primary_key=True)
    metric: str = _column("A metric that is added", primary_key=True, foreign_key="metric.code")


class Deadline(Warehouse, table=True):
    __table_args__ = ({"comment": "When reports are due, by level of the body"},)

    level: str = _column("Level of the body, or unknown", primary_key=True)
    first_year: int = _column("The first report year this holds for", primary_key=True)
    month_day: str = _column("The last day, in the year after the year reported on, such as 01-31")


class Installed(Warehouse, table=True):
    __table_args__ = ({"comment": "What upgrades install beside the schema, so that an upgrade with nothing new changes nothing"},)

    part: str = _column("catalogue, reference, search, or views", primary_key=True)
    sha256: str = _column("Digest of what was installed")
