"""A made-up country of ten thousand reports in the warehouse, on both databases: how long the load takes, how large it becomes, and how
long every question of the cookbook and every view takes. Writes WAREHOUSE.md beside this file.

    python tests/bench/warehouse.py [--bodies 600]

PostgreSQL is measured on a server of our own, where its binaries are there.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from country import Shown, country, load
from measure import machine, versions
from sqlalchemy import text

from db import cookbook, views
from db.engine import open_warehouse
from db.load import unread
from db.migrate import upgrade
from db.query import query
from db.series import check_series
from tests.postgresql import binaries, server

RESULTS = Path(__file__).with_name("WAREHOUSE.md")
#: A question is asked so often, and its best time told: the first time pays for reading the file, and others share the machine.
ROUNDS = 3
#: A view of every figure is asked for those of one metric, one of every series for one series; the others are taken whole.
ONE_OF = {
    **dict.fromkeys(("figures", "year_on_year", "totals_by_region", "conflicts", "revisions"), "metric = 'requests_received'"),
    "comparable_series": "series = 'requests'",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What one database took: seconds by what was done, rows by what was asked, bytes in the end."""

    seconds: dict[str, float]
    rows: dict[str, int]
    size: int


def measure(url: str, shown: Sequence[Shown]) -> Measured:
    seconds: dict[str, float] = {}
    rows: dict[str, int] = {}
    engine = open_warehouse(url)
    upgrade(engine)
    seconds["load"] = _seconds(lambda: load(engine, shown))
    seconds["load again, nothing new"] = _seconds(lambda: load(engine, shown))
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("ANALYZE"))  # the server does so by itself, within a minute
        for table in ("series_finding", "comparison"):
            connection.execute(text(f"DELETE FROM {table}"))
    seconds["checks of the series, all anew"] = _seconds(lambda: check_series(engine))
    seconds["what is left to read, all portals"] = _seconds(lambda: [unread(engine, portal, "1.0") for portal in {s.portal for s in shown}])
    engine.dispose()
    for name, statement in cookbook.RECIPES.items():
        rows[name] = len(query(url, statement, limit=None).rows)
        seconds[name] = min(_seconds(partial(query, url, statement, limit=None)) for _ in range(ROUNDS))
    for view in views.NAMES:
        statement = f"SELECT * FROM {view} WHERE {ONE_OF[view]}" if view in ONE_OF else f"SELECT * FROM {view}"
        begun = time.perf_counter()
        rows[view] = len(query(url, statement, limit=None).rows)
        seconds[view] = time.perf_counter() - begun
    return Measured(seconds, rows, _size(url))


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _size(url: str) -> int:
    if url.startswith("sqlite"):
        return Path(url.removeprefix("sqlite:///")).stat().st_size
    ((size,),) = query(url, "SELECT pg_database_size(current_database())").rows
    return int(size)


def table(measured: dict[str, Measured], names: Sequence[str], head: str) -> list[str]:
    """Returns a Markdown table: a line for each name, its rows, and a column of seconds for each database."""
    first = next(iter(measured.values()))
    lines = [f"| {head} | rows | {' | '.join(f'{name}, s' for name in measured)} |", "|---|---|" + "---|" * len(measured)]
    for name in names:
        figures = " | ".join(f"{of.seconds[name]:.3f}" for of in measured.values())
        lines.append(f"| {name} | {first.rows.get(name, '')} | {figures} |")
    return lines


def measured_on_each(shown: Sequence[Shown]) -> dict[str, Measured]:
    """Returns what each database took that is there."""
    with tempfile.TemporaryDirectory() as folder:
        measured = {"SQLite": measure(f"sqlite:///{folder}/warehouse.sqlite", shown)}
    found = binaries()
    if found:
        with server(found) as url:
            measured["PostgreSQL"] = measure(url, shown)
    return measured


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bodies", type=int, default=600)
    arguments = parser.parse_args()
    shown = list(country(arguments.bodies))
    measured = measured_on_each(shown)
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
        f"{figures:,} figures (`tests/bench/country.py`). Size: {sizes}. Times are the clock's, for the whole result; questions",
        f"the best of {ROUNDS}.",
        "",
        *table(measured, loads, "load"),
        "",
        *table(measured, list(cookbook.RECIPES), "cookbook"),
        "",
        *table(measured, views.NAMES, "view, whole or of one metric or series"),
        "",
    ]
    RESULTS.write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
