"""A made-up country of ten thousand reports in the warehouse, on both databases: how long the load takes, how large it becomes, and how
long every question of the cookbook and every view takes. Writes WAREHOUSE.md beside this file.

    python tests/bench/warehouse.py [--bodies 600] [--postgresql URL-OF-AN-EMPTY-DATABASE]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from country import Shown, capture_of, country, load
from measure import machine, versions
from sqlalchemy import text

from db import cookbook, views
from db.engine import open_warehouse
from db.load import unread
from db.migrate import upgrade
from db.query import query
from db.records import CaptureRecord
from db.series import check_series
from extract.records import Report

RESULTS = Path(__file__).with_name("WAREHOUSE.md")
#: A question is asked so often, and its median time told: the first time pays for reading the file.
ROUNDS = 3
#: Whole views are millions of cells and asked once; these two only as they say: of one metric, of one series.
WHOLE = {
    "totals_by_region": "SELECT * FROM totals_by_region WHERE metric = 'requests_received'",
    "comparable_series": "SELECT * FROM comparable_series WHERE series = 'requests'",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What one database took: seconds by what was done, rows by what was asked, bytes in the end."""

    seconds: dict[str, float]
    rows: dict[str, int]
    size: int


def make_country(bodies: int) -> list[tuple[CaptureRecord, Report]]:
    """Returns captures and the reports read in them."""
    return [(capture_of(shown), shown.report) for shown in country(bodies)]


def measure(url: str, shown: Sequence[Shown]) -> Measured:
    seconds: dict[str, float] = {}
    rows: dict[str, int] = {}
    engine = open_warehouse(url)
    upgrade(engine)
    seconds["load"] = _seconds(lambda: load(engine, shown))
    seconds["load again, nothing new"] = _seconds(lambda: load(engine, shown))
    with engine.begin() as connection:
        for table in ("series_finding", "comparison"):
            connection.execute(text(f"DELETE FROM {table}"))
        if engine.dialect.name == "postgresql":
            connection.execute(text("ANALYZE"))  # the server does so by itself, within a minute
    seconds["checks of the series, all anew"] = _seconds(lambda: check_series(engine))
    seconds["what is left to read, all portals"] = _seconds(lambda: [unread(engine, portal, "1.0") for portal in {s.portal for s in shown}])
    engine.dispose()
    for name, statement in cookbook.RECIPES.items():
        rows[name] = len(query(url, statement, limit=None).rows)
        taken = [_seconds(lambda statement=statement: query(url, statement, limit=None)) for _ in range(ROUNDS)]  # type: ignore[misc]
        seconds[name] = sorted(taken)[ROUNDS // 2]
    for view in views.NAMES:
        statement = WHOLE.get(view, f"SELECT * FROM {view}")
        begun = time.perf_counter()
        rows[view] = len(query(url, statement, limit=None).rows)
        seconds[view] = time.perf_counter() - begun
    return Measured(seconds, rows, _size(url))


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _size(url: str) -> int:
    pages = (
        "pg_database_size(current_database())"
        if url.startswith("postgres")
        else "page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    )
    ((size,),) = query(url, f"SELECT {pages}").rows
    return int(size)


def table(measured: dict[str, Measured], names: Sequence[str], head: str) -> list[str]:
    """Returns a Markdown table: a line for each name, its rows, and a column of seconds for each database."""
    first = next(iter(measured.values()))
    lines = [f"| {head} | rows | {' | '.join(f'{name}, s' for name in measured)} |", "|---|---|" + "---|" * len(measured)]
    for name in names:
        figures = " | ".join(f"{of.seconds[name]:.3f}" for of in measured.values())
        lines.append(f"| {name} | {first.rows.get(name, '')} | {figures} |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bodies", type=int, default=600)
    parser.add_argument("--postgresql", help="URL of an empty database")
    arguments = parser.parse_args()
    shown = list(country(arguments.bodies))
    with tempfile.TemporaryDirectory() as folder:
        measured = {"SQLite": measure(f"sqlite:///{folder}/warehouse.sqlite", shown)}
    if arguments.postgresql:
        measured["PostgreSQL"] = measure(arguments.postgresql, shown)
    reports = len({(page.report.issuer, page.report.year) for page in shown})
    figures = sum(len(page.report.facts) for page in shown)
    loads = [name for name in next(iter(measured.values())).seconds if name not in (*cookbook.RECIPES, *views.NAMES)]
    sizes = ", ".join(f"{name} {of.size / 1e6:,.0f} MB" for name, of in measured.items())
    lines = [
        "# A warehouse of ten thousand reports",
        "",
        f"{machine()}; {versions(('sqlalchemy', 'psycopg'))}. Written by `python tests/bench/warehouse.py`.",
        "",
        f"{reports:,} reports of {arguments.bodies} bodies over 17 years, {len(shown):,} texts with edits and second portals,",
        f"{figures:,} figures (`tests/bench/country.py`). Size: {sizes}. Times are the clock's, of the whole result.",
        "",
        *table(measured, loads, "load"),
        "",
        *table(measured, list(cookbook.RECIPES), "cookbook"),
        "",
        *table(measured, views.NAMES, "whole view (totals_by_region of one metric, comparable_series of one series)"),
        "",
    ]
    RESULTS.write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
