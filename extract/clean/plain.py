"""A saved text to a document: what people keep of a page when they save it as text, remnants of its chrome at both ends included.

The same rules drop them as on pages (`extract.clean.chrome`, `extract.clean.body`); tables reach us as rows of cells between `|`.
"""

from __future__ import annotations

from itertools import groupby

from extract.clean.barred import RULER, cells_of, with_bars
from extract.clean.bars import broken_tables, row_with_blanks
from extract.clean.body import find_body
from extract.clean.lines import Lines, table_line, text_line, tidy
from extract.clean.one_line import lines_of
from extract.clean.unwrap import unwrap
from extract.document import CellPart, Document, assemble
from extract.records import Dropped


def read_plain(text: str) -> Document:
    """Returns the document of a saved text; `Document.page` holds the labels of a page head left in it (发布日期) and the `breadcrumb`."""
    page = Lines()
    rows: list[list[CellPart]] = []
    lines = [(raw, content) for raw in text.splitlines() for content in lines_of(with_bars(tidy(raw)))]
    contents = [content for _, content in lines]
    broken = broken_tables(contents)
    behind = 0
    for number, (raw, _) in enumerate(lines):
        if number in broken:
            _end_table(page, rows)
            table, behind = broken[number]
            page.lines.append(table_line(table))
        if number < behind:
            continue
        content, behind = row_with_blanks(contents, number)
        if cells := cells_of(content):
            rows.append(cells)
        elif content and not (rows and RULER.fullmatch(content)):
            _end_table(page, rows)
            page.lines.append(text_line(content, indented=raw[:1].isspace()))
    _end_table(page, rows)
    body = find_body(page)
    return assemble(
        unwrap(body.lines),
        title=body.title,
        page=body.page,
        dropped=[Dropped(line.rule, line.text) for line in page.lines if line.rule],
        open_ended=not text.endswith("\n"),
    )


def _end_table(page: Lines, rows: list[list[CellPart]]) -> None:
    """Ends the table of `rows`: one that only lays out the page, or has a cell a row, becomes the paragraphs in its cells."""
    single = [sum(bool(cell.text) for cell in row) < 2 for row in rows]
    if (len(rows) >= _FEWEST_ROWS and all(single)) or any(len(cell.text) > _PROSE and "。" in cell.text for row in rows for cell in row):
        for alone, group in groupby(range(len(rows)), key=single.__getitem__):
            if alone:
                page.lines.extend(text_line(cell.text) for number in group for cell in rows[number] if cell.text)
            else:
                page.lines.append(table_line([rows[number] for number in group]))
    elif rows:
        page.lines.append(table_line(rows))
    rows.clear()


#: Fewer rows of one cell may be the title of a table.
_FEWEST_ROWS = 3
#: A longer cell with a full stop is running text; the longest label of a form with its note has 110 characters.
_PROSE = 200
