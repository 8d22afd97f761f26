"""All rows of a warehouse in one order, to compare two warehouses: of two runs, or of two databases."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, select

from db.models import Warehouse

Rows = dict[str, list[tuple[Any, ...]]]


def all_rows(engine: Engine) -> Rows:
    """Returns the rows of every table by its name, each table sorted by its key; the same data gives the same rows on any database."""
    with engine.connect() as connection:
        return {
            name: sorted(
                (tuple(row) for row in connection.execute(select(table))), key=lambda row: [(cell is not None, cell) for cell in row]
            )
            for name, table in sorted(Warehouse.metadata.tables.items())
        }


def differences(one: Rows, other: Rows) -> list[str]:
    """Returns a line for each row that only one of the two has; none where they are equal."""
    lines = []
    for name in sorted(one.keys() | other.keys()):
        left, right = set(one.get(name, ())), set(other.get(name, ()))
        lines += [f"{name}: only in the first: {row}" for row in sorted(left - right, key=repr)]
        lines += [f"{name}: only in the second: {row}" for row in sorted(right - left, key=repr)]
    return lines
