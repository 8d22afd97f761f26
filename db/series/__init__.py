"""Checks of the series: a report beside the same body's report of the year before. What fails is a finding of its own kind and never alters
a figure.

The rules are the SQL files beside this one, the same on both databases; the figures they look at and their thresholds are reference data
(`db.reference`). They compare the editions that stand, each pair once: `comparison` notes the pairs, and a pair that stands no longer goes
with its findings. So what is there depends on what stands, and not on what was loaded first; and a finding goes when a later edition
corrects the figure that caused it, in the views at once, for they show no pair that does not stand.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, text
from sqlalchemy.exc import DBAPIError

from db.engine import WarehouseError, in_one_line
from db.models import Warehouse

T = Warehouse.metadata.tables
RULES = ("carried", "jump", "copied")

_GONE = """
SELECT comparison.edition_id FROM comparison
LEFT JOIN year_pairs
    ON year_pairs.edition_id = comparison.edition_id AND year_pairs.earlier_edition_id = comparison.earlier_edition_id
WHERE year_pairs.edition_id IS NULL
"""


def check_series(engine: Engine) -> int:
    """Compares the reports not yet compared with those of the year before, in one transaction; returns how many.

    To be called after each load. Nothing is lost where that is cut off: `pairs_to_compare` shows what is left, and the next call does it.
    Raises WarehouseError where the database refuses.
    """
    try:
        with engine.begin() as connection:
            _forget(connection)
            return _compare(connection)
    except DBAPIError as error:
        raise WarehouseError(f"the checks of the series could not be made: {in_one_line(error)}") from error


def _compare(connection: Connection) -> int:
    pairs = connection.execute(text("SELECT edition_id, earlier_edition_id FROM pairs_to_compare")).mappings().all()
    if pairs:
        findings = _findings(row for rule in RULES for row in connection.execute(text(_sql(rule))))
        connection.execute(insert(T["comparison"]), [dict(pair) for pair in pairs])
        if findings:
            connection.execute(insert(T["series_finding"]), findings)
    return len(pairs)


def _forget(connection: Connection) -> None:
    gone = [{"edition": edition} for edition in connection.scalars(text(_GONE))]
    if gone:
        for table in ("series_finding", "comparison"):
            connection.execute(text(f"DELETE FROM {table} WHERE edition_id = :edition"), gone)  # noqa: S608  our own names


@cache
def _sql(rule: str) -> str:
    return files(__name__).joinpath(f"{rule}.sql").read_text(encoding="utf-8")


def _findings(failed: Iterable[Row[Any]]) -> list[dict[str, Any]]:
    in_order = sorted(failed, key=lambda row: (row.edition_id, row.rule, row.metric or "", row.party or ""))
    return [
        {
            "edition_id": edition,
            "position": position,
            "rule": row.rule,
            "metric": row.metric,
            "party": row.party,
            "expected": None if row.rule == "copied" else row.expected,
            "actual": row.actual,
            "message": _message(row),
        }
        for edition, rows in groupby(in_order, key=lambda row: row.edition_id)
        for position, row in enumerate(rows)
    ]


def _message(row: Row[Any]) -> str:
    last = row.year - 1
    if row.rule == "copied":
        return f"{row.actual} of the {row.expected} figures that are not zero in both years are those of {last}"
    figure = row.metric if row.party == "all" else f"{row.metric}/{row.party}"
    if row.rule == "jump":
        return f"{figure} {_plain(row.actual)} after {_plain(row.expected)} in {last}"
    return f"{figure} {_plain(row.actual)} ≠ {_plain(row.expected)}, which follows from {last}"


def _plain(value: float) -> str:
    """A figure as people write it: whole numbers without a point."""
    return str(int(value)) if value.is_integer() else repr(value)
