"""The data dictionary, generated from the comments of tables and columns and the descriptions of views: `python -m db.dictionary`
writes DICTIONARY.md beside this file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from sqlalchemy import Column

from db import views
from db.models import Warehouse

PATH = Path(__file__).with_name("DICTIONARY.md")


def dictionary() -> str:
    """Returns the data dictionary in Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# What is in the warehouse"
    yield ""
    yield "Generated from the schema by `python -m db.dictionary`; change the comments there. Moments are UTC text, such as"
    yield "`2018-03-09T02:00:00.000Z`; text order is time order. Figures are in the unit of their metric."
    yield ""
    yield "## Views: what to query"
    yield ""
    for name in views.NAMES:
        yield f"- `{name}`: {views.description(name)}."
    yield ""
    yield "## Tables: what the views are made of"
    for table in Warehouse.metadata.tables.values():
        yield ""
        yield f"### {table.name}"
        yield ""
        yield f"{table.comment}."
        yield ""
        yield "| column | | what it is |"
        yield "|---|---|---|"
        for comment, columns in groupby(table.columns, key=lambda column: column.comment):
            first, *others = columns
            name = f"{first.name} … {others[-1].name}" if others else first.name
            yield f"| {name} | {_marks(first)} | {comment} |"
    yield ""
    yield "## Beside the schema"
    yield ""
    yield "`search_edition` and, on SQLite, `search_gram` are the index of `nianbao search`, made anew when its rule changes."
    yield "`alembic_version` names the last migration."


def _marks(column: Column[object]) -> str:
    """Returns the type, whether the column is (part of) the key, whether it may be NULL, and what it refers to."""
    marks = [str(column.type).lower().replace("varchar", "text")]
    if column.primary_key:
        marks.append("key")
    if column.nullable:
        marks.append("or NULL")
    targets = sorted({key.column.table.name for key in column.foreign_keys})
    return ", ".join(marks) + (f" → {', '.join(targets)}" if targets else "")


if __name__ == "__main__":
    PATH.write_text(dictionary(), encoding="utf-8")
