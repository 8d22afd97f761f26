"""The document: one text, and where its paragraphs, headings and table cells stand in it.

Every reader of a format (HTML, plain text, Word, Excel, PDF) yields the same parts, a `Paragraph` or a `TablePart` in reading order;
`assemble` is the only place that lays them into one text, so offsets mean the same everywhere. A table stands as one line per row, the
cells separated by ` | `; a cell that spans rows or columns stands once, where it begins, and covers its whole area in `Table.grid`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from extract.fold import fold_running
from extract.records import Dropped

CELL_SEPARATOR = " | "

#: A table wider or taller than this is hostile or no statistics table (the largest form has 8 columns, the longest 60 rows); what is
#: beyond is cut. Seen in the wild: colspan=9007199254740991.
MAX_COLUMNS = 100
MAX_ROWS = 5_000
#: The area one cell may cover; three national forms stay under 30 x 8.
MAX_SPAN = 300


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text, without line breaks."""

    text: str


@dataclass(frozen=True, slots=True)
class CellPart:
    """A cell as its format gives it, before it is laid into the grid."""

    text: str
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table as its format gives it: rows of cells, spans not yet expanded."""

    rows: tuple[tuple[CellPart, ...], ...]


Part = Paragraph | TablePart


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in place: `document.text[start:end]` is its text; it covers `rowspan` x `colspan` places of the grid
    from (`row`, `column`)."""

    text: str
    row: int
    column: int
    rowspan: int
    colspan: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A rectangular grid: `grid[row][column]` is the cell that covers the place, None where the page has none.

    `rows[r]` is the line of row r in the text (start, end), so evidence can point at the whole row.
    """

    grid: tuple[tuple[Cell | None, ...], ...]
    rows: tuple[tuple[int, int], ...]
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """What a page or file says, chrome gone. `paragraphs` are (start, end) of the running text; tables are apart from them."""

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    tables: tuple[Table, ...]
    title: str | None = None
    page: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[Dropped, ...] = ()
    #: Findings of the reader itself, such as a scan without a text layer: (rule, message).
    notes: tuple[tuple[str, str], ...] = ()
    #: Whether the source stops without showing its end, as a download that broke off does: no </html>, no line end.
    open_ended: bool = False

    @cached_property
    def running(self) -> str:
        """`text` folded as running text; it has the offsets of `text`."""
        return fold_running(self.text)

    @cached_property
    def folded(self) -> str:
        """`text` folded (`extract.fold.fold`); it has the offsets of `text`."""
        return self.running.replace("，", ",")


def assemble(
    parts: Iterable[Part],
    *,
    title: str | None = None,
    page: Mapping[str, str] | None = None,
    dropped: Iterable[Dropped] = (),
    notes: Iterable[tuple[str, str]] = (),
    open_ended: bool = False,
) -> Document:
    """Returns the document of `parts`: one line per paragraph and per table row, empty ones left out."""
    lines: list[str] = []
    paragraphs: list[tuple[int, int]] = []
    tables: list[Table] = []
    at = 0
    for part in parts:
        if isinstance(part, Paragraph):
            if part.text:
                lines.append(part.text)
                paragraphs.append((at, at + len(part.text)))
                at += len(part.text) + 1
            continue
        table, table_lines = _lay(part, at)
        if table is not None:
            tables.append(table)
            lines.extend(table_lines)
            at = table.end + 1
    return Document(
        text="\n".join(lines),
        paragraphs=tuple(paragraphs),
        tables=tuple(tables),
        title=title,
        page=dict(page or {}),
        dropped=tuple(dropped),
        notes=tuple(notes),
        open_ended=open_ended,
    )


def _lay(part: TablePart, at: int) -> tuple[Table | None, list[str]]:
    """Lays the cells of one table into a grid that begins at offset `at`; (None, []) where no cell has text."""
    covered: dict[tuple[int, int], Cell] = {}
    lines: list[str] = []
    spans: list[tuple[int, int]] = []
    width = 0
    for row, cells in enumerate(part.rows[:MAX_ROWS]):
        start, column = at, 0
        texts: list[str] = []
        for cell_part in cells:
            while (row, column) in covered:
                column += 1
            if column >= MAX_COLUMNS:
                break
            colspan = max(1, min(cell_part.colspan, MAX_COLUMNS - column))
            rowspan = max(1, min(cell_part.rowspan, MAX_SPAN, len(part.rows) - row))
            if texts:
                at += len(CELL_SEPARATOR)
            cell = Cell(cell_part.text, row, column, rowspan, colspan, at, at + len(cell_part.text))
            texts.append(cell.text)
            at = cell.end
            for r in range(row, row + rowspan):
                for c in range(column, column + colspan):
                    covered.setdefault((r, c), cell)
            column += colspan
            width = max(width, column)
        lines.append(CELL_SEPARATOR.join(texts))
        spans.append((start, at))
        at += 1
    if not any(cell.text for cell in covered.values()):
        return None, []
    grid = tuple(tuple(covered.get((row, column)) for column in range(width)) for row in range(len(lines)))
    return Table(grid, tuple(spans), spans[0][0], spans[-1][1]), lines


def join(documents: Sequence[Document]) -> Document:
    """Returns one document of several, one behind the other; title and page facts are those of the first that has them."""
    lines: list[str] = []
    paragraphs: list[tuple[int, int]] = []
    tables: list[Table] = []
    page: dict[str, str] = {}
    at = 0
    for document in documents:
        lines.append(document.text)
        paragraphs.extend((start + at, end + at) for start, end in document.paragraphs)
        tables.extend(_moved(table, at) for table in document.tables)
        page = {**document.page, **page}
        at += len(document.text) + 1
    return Document(
        text="\n".join(lines),
        paragraphs=tuple(paragraphs),
        tables=tuple(tables),
        title=next((document.title for document in documents if document.title), None),
        page=page,
        dropped=tuple(dropped for document in documents for dropped in document.dropped),
        notes=tuple(note for document in documents for note in document.notes),
        open_ended=documents[-1].open_ended,
    )


def _moved(table: Table, by: int) -> Table:
    """Returns `table` with every offset moved, the identity of spanning cells kept."""
    cells = {id(cell): replace(cell, start=cell.start + by, end=cell.end + by) for row in table.grid for cell in row if cell is not None}
    grid = tuple(tuple(None if cell is None else cells[id(cell)] for cell in row) for row in table.grid)
    return Table(grid, tuple((start + by, end + by) for start, end in table.rows), table.start + by, table.end + by)
