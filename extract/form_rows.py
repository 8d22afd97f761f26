"""Rows of forms wherever they stand: in tables, and in running text that lost its table.

Portals and text converters flatten a form in two ways that keep its cells apart: a row's cells on one line with spaces between them, or every
cell on a line of its own. Both become rows here; what ran together altogether is for `extract.form_flattened`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.document import Cell, Document, Table
from extract.form_cells import CellReading, read_cell
from extract.form_labels import read_label
from extract.form_layouts import column_roles, line_layouts, party_heads, table_four, table_three, table_two


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell of a row: `document.text[start:end]` is its text, stripped; it covers `width` columns from `column`.

    `carried` says that the cell began in a row above and reaches into this one.
    """

    text: str
    start: int
    end: int
    column: int
    width: int
    reading: CellReading
    carried: bool = False
    tall: bool = False


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row: `document.text[start:end]` is its line. `block` is the number of the table or stretch of text it belongs to.

    In a `gridded` row columns are places on the page; in a row from text only the order of the pieces means something.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    block: int
    gridded: bool


def rows_of(document: Document) -> list[FormRow]:
    """Returns the rows of all tables and of all text that reads like rows of a form, in reading order."""
    blocks: list[list[tuple[int, int, tuple[Piece, ...]]]] = [list(_table_rows(table)) for table in document.tables]
    gridded = len(blocks)
    blocks.extend(_text_blocks(document))
    order = sorted(range(len(blocks)), key=lambda number: blocks[number][0][0] if blocks[number] else 0)
    return [FormRow(*row, block, block < gridded) for block in order for row in blocks[block]]


def _table_rows(table: Table) -> Iterator[tuple[int, int, tuple[Piece, ...]]]:
    for number, (places, (start, end)) in enumerate(zip(table.grid, table.rows, strict=True)):
        pieces: list[Piece] = []
        last: Cell | None = None
        for cell in places:
            if cell is None or cell is last:
                continue
            last = cell
            pieces.append(_piece(cell, number))
        yield start, end, tuple(pieces)


def _piece(cell: Cell, row: int) -> Piece:
    text = cell.text.strip()
    start = cell.start + len(cell.text) - len(cell.text.lstrip())
    return Piece(text, start, start + len(text), cell.column, cell.colspan, read_cell(text), cell.row < row, cell.rowspan > 1)


_VALUES = ("figure", "none", "unit", "share")


@cache
def _known_labels() -> frozenset[str]:
    """Returns the bare labels of all lines, heads and subjects of all forms."""
    known: set[str] = set(column_roles())
    for layout in (table_three(), *line_layouts()):
        known.update(layout.exact)
    for heads in (table_two(), table_four()):
        known.update(heads.words)
    return frozenset(known | set(party_heads().words))


def _text_blocks(document: Document) -> list[list[tuple[int, int, tuple[Piece, ...]]]]:
    """Returns the stretches of paragraphs that are rows of a form, as rows."""
    blocks: list[list[tuple[int, int, tuple[Piece, ...]]]] = []
    rows: list[tuple[int, int, tuple[Piece, ...]]] = []
    tables = iter([*(table.start for table in document.tables), len(document.text) + 1])
    next_table = next(tables)
    for start, end in document.paragraphs:
        pieces = _text_row(document.text[start:end], start)
        if start > next_table or not pieces:
            blocks.append(rows)
            rows = []
            while start > next_table:
                next_table = next(tables)
        if not pieces:
            continue
        if rows and pieces[0].reading.kind in _VALUES and rows[-1][2][0].reading.kind not in _VALUES:
            # A line of values belongs to the label above it; one value a line makes a list of seven lines for a row of table three.
            above = rows[-1]
            rows[-1] = (above[0], end, (*above[2], *pieces))
        else:
            rows.append((start, end, pieces))
    blocks.append(rows)
    return [block for block in blocks if any(_has_label_and_value(pieces) for _, _, pieces in block)]


def _has_label_and_value(pieces: tuple[Piece, ...]) -> bool:
    return pieces[0].reading.kind == "words" and any(piece.reading.kind == "figure" for piece in pieces)


def _text_row(text: str, at: int) -> tuple[Piece, ...]:
    """Returns the pieces of a paragraph that is a cell or a row of cells, () for running text."""
    if len(text) > 200:
        return ()
    stripped = text.strip()
    if read_cell(stripped).kind in _VALUES or read_label(stripped).bare in _known_labels():
        return _pieces([stripped], text, at)
    words = stripped.split()
    values = len(words)
    while values and read_cell(words[values - 1]).kind in _VALUES:
        values -= 1
    if values == len(words):
        heads = [word for word in words if read_label(word).bare in _known_labels()]
        return _pieces(words, text, at) if len(heads) == len(words) else ()
    if values == 0:
        return _pieces(words, text, at)
    label = text[text.index(words[0]) :].rstrip()
    for word in reversed(words[values:]):
        label = label[: -len(word)].rstrip()
    return _pieces([label, *words[values:]], text, at) if read_label(label).bare in _known_labels() else ()


def _pieces(texts: list[str], text: str, at: int) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    place = 0
    for column, piece in enumerate(texts):
        place = text.index(piece, place)
        pieces.append(Piece(piece, at + place, at + place + len(piece), column, 1, read_cell(piece)))
        place += len(piece)
    return tuple(pieces)
