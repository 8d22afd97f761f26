"""Excel files (.xls, .xlsx): each visible sheet as its tables, formulas by the value Excel last saved for them."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator, Sequence
from datetime import date, datetime

import olefile  # type: ignore[import-untyped]
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from extract.document import MAX_COLUMNS, MAX_ROWS, CellPart, Document, Paragraph, Part, TablePart, assemble
from extract.media import Unreadable, open_archive, read_member, read_stream

#: Sheets of a report's workbook; the forms have three.
_MAX_SHEETS = 50
#: The area from the first to the last cell is laid out in memory; two cells in far corners make 17 thousand million. A form has 500.
_MAX_AREA = 2_000_000

_Range = tuple[tuple[int, int], tuple[int, int]]


def read_spreadsheet(data: bytes) -> Document:
    """Returns the document of a .xls or .xlsx file; raises Unreadable with a reason for people."""
    area = _old_area(data) if data.startswith(olefile.MAGIC) else _area(data)
    if area > _MAX_AREA:
        raise Unreadable(f"a sheet reaches over {area:,} cells, more than any form has")
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        parts = [part for sheet in _visible(workbook) for part in _parts(sheet)]
    except Exception as error:
        raise Unreadable(f"the Excel file is damaged ({error})") from error
    except BaseException as error:
        # a panic of the Rust reader derives from BaseException; Ctrl-C does not come here
        if type(error).__name__ != "PanicException":
            raise
        raise Unreadable("the Excel file is damaged") from error
    return assemble(parts)


def _visible(workbook: CalamineWorkbook) -> Iterator[CalamineSheet]:
    for sheet in workbook.sheets_metadata[:_MAX_SHEETS]:
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible:
            yield workbook.get_sheet_by_name(sheet.name)


def _parts(sheet: CalamineSheet) -> Iterator[Part]:
    """Yields a sheet's tables; rows above and below one that hold a single text (its title, 填报单位, notes) are paragraphs."""
    rows = [[_written(value) for value in row[: MAX_COLUMNS * 2]] for row in sheet.to_python(skip_empty_area=False, nrows=MAX_ROWS)]
    merged = list(_within_bounds(sorted(sheet.merged_cell_ranges or [])))
    for first, last in _blocks(rows, merged):
        while first < last and _texts(rows[first]) == 1 and not _reaches(merged, first, last):
            yield Paragraph(max(rows[first]))
            first += 1
        tail: list[Part] = []
        while last > first and _texts(rows[last - 1]) == 1 and not _is_covered(merged, last - 1):
            tail.insert(0, Paragraph(max(rows[last - 1])))
            last -= 1
        if first < last:
            yield _table(rows, merged, first, last)
        yield from tail


def _within_bounds(merged: Sequence[_Range]) -> Iterator[_Range]:
    """Yields merged cells until they cover more than any sheet has cells; only a hostile file's overlap."""
    covered = 0
    for (top, left), (bottom, right) in merged:
        covered += (bottom - top + 1) * (right - left + 1)
        if covered > _MAX_AREA:
            return
        yield (top, left), (bottom, right)


def _texts(row: Sequence[str]) -> int:
    return sum(bool(text) for text in row)


def _is_covered(merged: Sequence[_Range], row: int) -> bool:
    """Returns whether a cell from above reaches into `row`."""
    return any(top < row <= bottom for (top, _), (bottom, _) in merged)


def _reaches(merged: Sequence[_Range], row: int, last: int) -> bool:
    """Returns whether a cell of `row` reaches into the rows below."""
    return any(top <= row < bottom < last for (top, _), (bottom, _) in merged)


def _blocks(rows: Sequence[Sequence[str]], merged: Sequence[_Range]) -> Iterator[tuple[int, int]]:
    """Yields the row ranges between empty rows; a merged cell bridges the empty rows in it."""
    bridged = {
        row for (top, _), (bottom, _) in merged if top < len(rows) and any(rows[top]) for row in range(top + 1, min(bottom + 1, len(rows)))
    }
    first: int | None = None
    for row, texts in enumerate([*rows, []]):
        filled = any(texts) or row in bridged
        if filled and first is None:
            first = row
        elif not filled and first is not None:
            yield first, row
            first = None


def _table(rows: Sequence[Sequence[str]], merged: Sequence[_Range], first: int, last: int) -> TablePart:
    columns = [column for row in rows[first:last] for column, text in enumerate(row) if text]
    left, right = min(columns), max(columns) + 1
    spans = {start: (min(bottom, last - 1) - start[0] + 1, min(end, right - 1) - start[1] + 1) for start, (bottom, end) in merged}
    covered = {
        (row, column)
        for (top, start), (height, width) in spans.items()
        for row in range(top, min(top + height, last))
        for column in range(start, start + width)
        if (row, column) != (top, start)
    }
    return TablePart(
        tuple(
            tuple(
                CellPart(rows[row][column], *spans.get((row, column), (1, 1)))
                for column in range(left, min(right, len(rows[row])))
                if (row, column) not in covered
            )
            for row in range(first, last)
        )
    )


def _written(value: object) -> str:
    """Returns a cell's value as a reader sees it: 5.0 is 5, a day without a clock time is a date."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".12g")
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return re.sub(r"\s+", " ", str(value)).strip()


_REFERENCE = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')


def _area(data: bytes) -> int:
    """Returns the largest area a sheet of an .xlsx reaches over, from its cells' own addresses."""
    archive = open_archive(data)
    largest = 0
    for name in archive.namelist():
        if not re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
            continue
        rows = columns = 0
        for letters, digits in _REFERENCE.findall(read_member(archive, name) or b""):
            column = 0
            for letter in letters:
                column = column * 26 + letter - 64
            rows, columns = max(rows, int(digits)), max(columns, column)
        largest = max(largest, rows * columns)
    return largest


#: Records of an .xls that hold cells; each begins with row and column. [MS-XLS] 2.4: Formula, RK, Number, Label, LabelSst, MulRk, BoolErr.
_CELL_RECORDS = frozenset({0x0006, 0x027E, 0x0203, 0x0204, 0x00FD, 0x00BD, 0x0205})


def _old_area(data: bytes) -> int:
    """Returns the area that all cells of an .xls reach over together."""
    stream = read_stream(data, "Workbook") or read_stream(data, "Book")
    if stream is None:
        raise Unreadable("the file holds no Excel workbook")
    at = rows = columns = 0
    while at + 8 <= len(stream):
        kind, length, row, column = struct.unpack_from("<4H", stream, at)
        if kind in _CELL_RECORDS:
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        at += 4 + length
    return rows * columns
