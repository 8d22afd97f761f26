"""Loading a hundred thousand figures into a new warehouse, on both databases, beside the bare driver with the very same rows.

`python tests/bench/load.py` prints the comparison; `run.py` takes the stages into its table.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg
from country import Shown, country, load_what_was_captured, load_what_was_read
from measure import Cost, Stage, cost
from sqlalchemy import create_engine, make_url, select

from db.engine import open_warehouse
from db.migrate import upgrade
from db.models import Warehouse
from tests.postgresql import binaries, server

BODIES = 56
#: What is there before the first reading is loaded.
BEFORE = {"portal", "crawl", "capture", "metric", "party", "form_line", "installed"}

Rows = Mapping[str, tuple[Sequence[str], Sequence[tuple[Any, ...]]]]


def load_stages() -> Iterator[Stage]:
    """Yields for each database: the first load, the same again, which changes nothing, and the bare driver."""
    shown = list(country(BODIES))
    figures = sum(len(page.report.facts) for page in shown)
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        urls = {"SQLite": [f"sqlite:///{folder}/{name}.sqlite" for name in ("ours", "bare")]}
        found = binaries()
        if found:
            urls["PostgreSQL"] = _databases(stack.enter_context(server(found)))
        for database, (ours, bare) in urls.items():
            first, again = _load(ours, shown)
            rows = _rows(ours)
            floor = _load_bare(bare, shown, rows)
            on = f"{len(shown)} reports of {figures / len(shown):,.0f} figures"
            yield Stage(f"load, {database}", on, figures, "figure", first)
            yield Stage(f"the same rows by the bare driver, {database}", on, figures, "figure", floor)
            yield Stage(f"load again, {database}", on, figures, "figure", again)


def _databases(url: str) -> list[str]:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    names = ["ours", "bare"]
    with engine.connect() as connection:
        for name in names:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return [make_url(url).set(database=name).render_as_string(hide_password=False) for name in names]


def _load(url: str, shown: Sequence[Shown]) -> tuple[Cost, Cost]:
    engine = open_warehouse(url)
    upgrade(engine)
    load_what_was_captured(engine, shown)
    costs = cost(lambda: load_what_was_read(engine, shown)), cost(lambda: load_what_was_read(engine, shown))
    engine.dispose()
    return costs


def _rows(url: str) -> Rows:
    """Returns what the load wrote: columns and rows of each table, those first that others name."""
    engine = open_warehouse(url)
    with engine.connect() as connection:
        rows = {
            table.name: (table.columns.keys(), [tuple(row) for row in connection.execute(select(table))])
            for table in Warehouse.metadata.sorted_tables
            if table.name not in BEFORE
        }
    engine.dispose()
    return {name: of for name, of in rows.items() if of[1]}


def _load_bare(url: str, shown: Sequence[Shown], rows: Rows) -> Cost:
    """The floor: rows that are there already, into the same tables, in one transaction, without any thought."""
    engine = open_warehouse(url)
    upgrade(engine)
    load_what_was_captured(engine, shown)
    names = set(rows)
    with engine.begin() as connection:  # reference data that an upgrade installs is none of the load
        names -= {name for name in names if connection.execute(select(Warehouse.metadata.tables[name]).limit(1)).first()}
    engine.dispose()
    wanted = {name: of for name, of in rows.items() if name in names}
    if url.startswith("sqlite"):
        return cost(lambda: _executemany(Path(url.removeprefix("sqlite:///")), wanted))
    return cost(lambda: _copy(url.replace("+psycopg", ""), wanted))


def _executemany(path: Path, rows: Rows) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN IMMEDIATE")
    for table, (columns, values) in rows.items():
        connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", values)
    connection.execute("COMMIT")
    connection.close()


def _copy(url: str, rows: Rows) -> None:
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        for table, (columns, values) in rows.items():
            with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
                for row in values:
                    copy.write_row(row)


def main() -> None:
    for stage in load_stages():
        print(
            f"{stage.name:45} {stage.measured_on}: {stage.cost.wall:6.2f} s on the clock, {stage.cost.processor:6.2f} s of our processor,"
            f" {stage.count / stage.cost.wall:9,.0f} {stage.unit}s/s"
        )


if __name__ == "__main__":
    main()
