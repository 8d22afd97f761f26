"""Rows into tables in the words of both databases, always many at once: one prepared statement with a list of rows (a statement of many
VALUES is nine times slower on SQLite, three times on PostgreSQL), and for rows known to be new what the driver does fastest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Row = dict[str, Any]


def add(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Inserts the rows whose key is not there yet."""
    if rows:
        connection.execute(_insert(connection, table).on_conflict_do_nothing(), rows)


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Inserts rows, or updates those whose primary key is there."""
    if not rows:
        return
    statement = _insert(connection, table)
    key = [column.name for column in table.primary_key]
    values = {name: statement.excluded[name] for name in rows[0] if name not in key}
    connection.execute(statement.on_conflict_do_update(index_elements=key, set_=values), rows)


def append(connection: Connection, table: str, rows: Sequence[Row]) -> None:
    """Inserts rows whose keys are known not to be there, all with the same columns: by COPY on PostgreSQL, by the bare driver's
    executemany on SQLite.

    SQLAlchemy's own insert takes three times as long for its care of each value; ours are plain already.
    """
    if not rows:
        return
    names = list(rows[0])
    if {len(row) for row in rows} != {len(names)}:
        raise ValueError(f"rows of {table} with different columns")
    values = [(row[names[0]],) for row in rows] if len(names) == 1 else list(map(itemgetter(*names), rows))
    columns = ", ".join(names)
    if connection.dialect.name == "sqlite":
        places = ", ".join("?" * len(names))
        connection.exec_driver_sql(f"INSERT INTO {table} ({columns}) VALUES ({places})", values)  # noqa: S608  our own names
    else:
        cursor: Any = connection.connection.cursor()
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in values:
                copy.write_row(row)


def slices(values: Iterable[str], size: int = 500) -> Iterator[Sequence[str]]:
    """Yields the values in lists that a statement can name: SQLite takes 32,766 of them."""
    ordered = sorted(values)
    for at in range(0, len(ordered), size):
        yield ordered[at : at + size]


def _insert(connection: Connection, table: Table) -> Any:
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)
