"""One SQL statement that reads: its columns and rows. The database itself refuses whatever would write."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from db.engine import WarehouseError, in_one_line, open_reader

#: What a statement may do on SQLite beyond reading the warehouse file. All else, such as ATTACH of another file, is denied.
SQLITE_READS = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})


class QueryError(WarehouseError):
    """A statement the database did not run, and why, in one line."""


@dataclass(frozen=True, slots=True)
class QueryResult:
    """Columns and rows of a statement; `is_cut` says that there were more rows than asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    is_cut: bool


def query(url: str, statement: str, limit: int | None = 1000) -> QueryResult:
    """Returns what one statement reads, at most `limit` rows (None: all).

    Raises QueryError where the database refuses it (it writes, or it is wrong), WarehouseError where the warehouse cannot be opened.
    """
    engine = open_reader(url)
    try:
        return _run(engine, statement, limit)
    except (DBAPIError, engine.dialect.loaded_dbapi.Error, sqlite3.Warning) as error:
        raise QueryError(_reason(error)) from error
    finally:
        engine.dispose()


def _run(engine: Engine, statement: str, limit: int | None) -> QueryResult:
    raw = engine.raw_connection()
    try:
        cursor: Any = raw.cursor()
        if engine.dialect.name == "sqlite":
            raw.driver_connection.set_authorizer(_authorize)  # type: ignore[union-attr]
            found = _first(cursor.execute(statement), limit)
        else:
            # A stream takes one statement only, so none can end the read-only transaction and begin another, and what is beyond the
            # limit is never sent.
            with closing(cursor.stream(statement)) as stream:
                found = _first(stream, limit)
            if not found:
                cursor.execute(statement, prepare=True)  # a stream without rows does not tell its columns
        if cursor.description is None:
            raise QueryError("the statement returns no rows")
        columns = tuple(column[0] for column in cursor.description)
        return QueryResult(columns, found[:limit], limit is not None and len(found) > limit)
    finally:
        raw.close()


def _first(rows: Iterable[Sequence[Any]], limit: int | None) -> tuple[tuple[Any, ...], ...]:
    """Returns the rows up to the limit, and one more where there is one."""
    return tuple(map(tuple, rows if limit is None else islice(rows, limit + 1)))


def _authorize(action: int, *_details: str | None) -> int:
    return sqlite3.SQLITE_OK if action in SQLITE_READS else sqlite3.SQLITE_DENY


def _reason(error: BaseException) -> str:
    message = in_one_line(error)
    refused = ("authoriz", "read-only", "readonly")
    return f"only reading is allowed here: {message}" if any(word in message for word in refused) else message
