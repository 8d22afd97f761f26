"""A workbook of all tables, one sheet each. Texts are written as texts, so a spreadsheet runs none of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import xlsxwriter
from sqlalchemy import Connection

from db.export.tables import ExportError, Selection, Table, as_of, rows_of, tables

#: What a sheet holds at most, the heading included, and a cell.
ROWS, CHARACTERS = 1_048_576, 32_767


def write_workbook(connection: Connection, selection: Selection, path: Path) -> Mapping[str, int]:
    """Writes all tables; returns the number of rows of each. Raises ExportError for more figures than a sheet holds. A text too long for
    a cell ends in …, its whole is in the other formats."""
    # One row at a time is in memory.
    with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        workbook.set_properties({"title": "nianbao", "created": as_of(connection)})
        heading = workbook.add_format({"bold": True})
        return {table.name: _write_sheet(workbook, heading, connection, table, selection) for table in tables(selection)}


def _write_sheet(workbook: xlsxwriter.Workbook, heading: object, connection: Connection, table: Table, selection: Selection) -> int:
    sheet = workbook.add_worksheet(table.name)
    sheet.freeze_panes(1, 0)
    for at, field in enumerate(table.fields):
        sheet.write_string(0, at, field.name, heading)
    number = 0
    for number, row in enumerate(rows_of(connection, table, selection), 1):
        if number == ROWS:
            raise ExportError(
                f"a sheet holds {ROWS - 1:,} rows and {table.name} has more: select years or metrics, or write CSV or Parquet"
            )
        for at, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, at, value if len(value) <= CHARACTERS else value[: CHARACTERS - 1] + "…")
            elif value is not None:
                sheet.write_number(number, at, value)
    return number
