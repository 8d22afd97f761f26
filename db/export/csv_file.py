"""CSV as RFC 4180 has it, in UTF-8. A text that a spreadsheet would run as a formula stands behind an apostrophe, numbers stay numbers."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from db.export.tables import Selection, Table, as_whole, rows_of

#: What makes a spreadsheet run a cell: the signs a formula begins with, also full-width (Excel in Chinese takes them), and what it skips
#: before them. A page may hold such a text on purpose.
RUNS = frozenset("=+-@＝＋－＠\t\r\n")
#: -35 and +0.5 are figures as written, and harmless.
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def write_csv(connection: Connection, table: Table, selection: Selection, path: Path) -> int:
    """Writes a table; returns the number of its rows."""
    count = 0
    with path.open("x", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([field.name for field in table.fields])
        for row in rows_of(connection, table, selection):
            writer.writerow(_cells(row))
            count += 1
    return count


def _cells(row: Sequence[Any]) -> list[Any]:
    return [inert(value) if isinstance(value, str) else as_whole(value) for value in row]


def inert(text: str) -> str:
    """Returns a text that no spreadsheet runs."""
    return f"'{text}" if text[:1] in RUNS and not NUMBER.fullmatch(text) else text
