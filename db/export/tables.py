"""What is exported: tables with the type, the unit and the meaning of each column, and the rows of them that are selected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from typing import Any, Literal

from sqlalchemy import Connection, column, func, select, table

from db import views
from db.engine import WarehouseError
from extract.catalogue import METRICS

#: Rows fetched from the database at a time.
STEP = 5000


class ExportError(WarehouseError):
    """Why nothing was exported, in one line."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column; its types are those of Frictionless Table Schema."""

    name: str
    type: Literal["string", "integer", "number"]
    description: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view of the warehouse as it is exported: under `name`, its rows told apart by `key` and in the order of `order`. `refers`
    holds its columns that name a row of another table, by column: table and column there."""

    name: str
    source: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    order: tuple[str, ...]
    refers: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """Which figures: of these portals, report years and metrics; all where nothing is said. Other tables are selected by what they have
    of it: a report has no metric."""

    portals: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    metrics: tuple[str, ...] = ()

    def check(self, connection: Connection) -> None:
        """Raises ExportError where a name is unknown, or no figure is selected: an export that is empty by a slip misleads."""
        known: Sequence[str] = connection.scalars(select(column("id")).select_from(table("portal"))).all()
        for names, there, what in (
            (self.portals, known, "portal of the warehouse"),
            (self.metrics, list(METRICS), "metric of the catalogue"),
        ):
            for name in names:
                if name not in there:
                    near = get_close_matches(name, there, n=1)
                    raise ExportError(f"{name} is no {what}" + (f"; did you mean {near[0]}?" if near else ""))
        if next(rows_of(connection, figures(), self), None) is None:
            raise ExportError("no figures are selected: nothing was written")


BODY = (
    Field("issuer", "string", "The body that reports"),
    Field("region_code", "string", "GB/T 2260 code of its region"),
    Field("region", "string", "Name of its region"),
    Field("level", "string", "Level of government: national, province, prefecture, county, township, or department"),
    Field("year", "integer", "The year reported on"),
    Field("form", "string", "Form followed: 2014, 2019, 2021, or local"),
)
WHERE = (
    Field("portal", "string", "The portal the figures are taken from"),
    Field("url", "string", "Address of the report there"),
)
EDITION = Field("edition_id", "string", "The text of the report: digest of its content")
#: The page that was captured there, and the text that was read in it.
CAPTURED = (
    *WHERE,
    Field("title", "string", "Title on the page"),
    Field("published", "string", "Date of publication on the page"),
    Field("first_seen_at", "string", "When this text was first captured there (UTC)"),
    Field("content_sha256", "string", "SHA-256 of what was captured, its key in the archive"),
    EDITION,
)
PLACED = ("region_code", "issuer", "year", "edition_id")


def tables(selection: Selection) -> tuple[Table, ...]:
    """Returns all tables of an export, the figures first."""
    return (figures(), figures_wide(selection.metrics), REPORTS, FINDINGS, METRIC, PARTY)


def figures() -> Table:
    """Returns the long table: one row for each figure."""
    return Table(
        "figures",
        "figures",
        views.description("figures"),
        (
            *BODY,
            Field("metric", "string", "What is counted: code of the metric"),
            Field("label", "string", "Its label in the forms"),
            Field("party", "string", "The applicant column, or all"),
            Field("value", "number", "The figure, in the unit of its row; empty: illegible, see raw"),
            Field("unit", "string", "Unit of the figure"),
            Field("qualifier", "string", "exact, at_least, below, or about"),
            Field("scope", "string", "all: the body and all it reports for; own_level: the body alone; part: one department of several"),
            Field("source", "string", "Where in the report: table or text"),
            Field("raw", "string", "The figure as written"),
            Field("quote", "string", "The words that state it"),
            Field("start_offset", "integer", "Where the quote begins in the report's text"),
            Field("end_offset", "integer", "Where the quote ends"),
            *CAPTURED,
        ),
        key=("edition_id", "metric", "party"),
        order=(*PLACED, "metric", "party"),
        refers=(("edition_id", "reports", "edition_id"), ("metric", "metrics", "code"), ("party", "parties", "code")),
    )


def figures_wide(metrics: Sequence[str]) -> Table:
    """Returns the wide table: one row for each report, one column for each of the metrics (none given: all)."""
    chosen = [METRICS[code] for code in METRICS if not metrics or code in metrics]
    return Table(
        "figures_wide",
        "figures_wide",
        views.description("figures_wide"),
        (
            *BODY,
            Field("inexact", "integer", "How many figures of the report are not exact, or not for all it reports for: see figures"),
            *(Field(metric.code, "number", metric.label, metric.unit) for metric in chosen),
            *WHERE,
            EDITION,
        ),
        key=("edition_id",),
        order=PLACED,
        refers=(("edition_id", "reports", "edition_id"),),
    )


REPORTS = Table(
    "reports",
    "standing_reports",
    views.description("standing_reports"),
    (
        *BODY,
        *CAPTURED,
    ),
    key=("edition_id",),
    order=PLACED,
)
FINDINGS = Table(
    "findings",
    "findings_failed",
    views.description("findings_failed"),
    (
        Field("issuer", "string", "The body that reports"),
        Field("region_code", "string", "GB/T 2260 code of its region"),
        Field("year", "integer", "The year reported on"),
        Field("found_in", "string", "report: by looking at one report; series: by looking at the year before too"),
        Field("rule", "string", "The check"),
        Field("metrics", "string", "The figures it looked at: metric or metric/party, separated by spaces"),
        Field("expected", "number", "What the rule demands"),
        Field("actual", "number", "What the report states"),
        Field("message", "string", "The finding in words"),
        *WHERE,
        EDITION,
    ),
    key=(),
    order=(*PLACED, "found_in", "rule", "metrics", "message"),
    refers=(("edition_id", "reports", "edition_id"),),
)
METRIC = Table(
    "metrics",
    "metric",
    "The catalogue of metrics",
    (
        Field("code", "string", "Code of the metric"),
        Field("label", "string", "Label in the forms"),
        Field("unit", "string", "Unit of all its figures"),
        Field("note", "string", "What to mind"),
    ),
    key=("code",),
    order=("code",),
)
PARTY = Table(
    "parties",
    "party",
    "The applicant columns of the forms",
    (Field("code", "string", "Code of the applicant column"), Field("label", "string", "Label in the forms")),
    key=("code",),
    order=("code",),
)


def rows_of(connection: Connection, exported: Table, selection: Selection) -> Iterator[Sequence[Any]]:
    """Yields the selected rows of a table, in an order that both databases keep. Never holds more than a few thousand."""
    names = {field.name for field in exported.fields}
    source = table(exported.source, *map(column, {*names, *exported.order}))
    statement = select(*(source.c[field.name] for field in exported.fields))
    if selection.portals and "portal" in names:
        statement = statement.where(source.c.portal.in_(selection.portals))
    if selection.metrics and "metric" in names:
        statement = statement.where(source.c.metric.in_(selection.metrics))
    if selection.since is not None and "year" in names:
        statement = statement.where(source.c.year >= selection.since)
    if selection.until is not None and "year" in names:
        statement = statement.where(source.c.year <= selection.until)
    by_bytes = "BINARY" if connection.dialect.name == "sqlite" else "C"
    order = [source.c[name] if name == "year" else func.coalesce(source.c[name], "").collate(by_bytes) for name in exported.order]
    result = connection.execution_options(stream_results=True, yield_per=STEP).execute(statement.order_by(*order))
    try:
        for row in result:
            yield tuple(row)
    finally:
        result.close()


def as_of(connection: Connection) -> datetime:
    """Returns when the last page was captured: what is exported is as old as that, whenever it is exported."""
    newest = connection.scalar(select(func.max(column("fetched_at"))).select_from(table("capture")))
    return datetime.fromisoformat(newest or "2000-01-01T00:00:00.000Z")


def as_whole(value: Any) -> Any:
    """Returns a number as people write it: a whole one without a point."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
