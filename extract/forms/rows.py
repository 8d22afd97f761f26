"""Rows of forms wherever they stand: in tables, and in running text that lost its table.

Portals and text converters flatten a form in two ways that keep its cells apart: a row's cells on one line with spaces between them, or
every cell on a line of its own. Both become rows here; what ran together altogether is for `extract.forms.flattened`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract.catalogue import FORM_LINES, PARTIES
from extract.cells import CellReading, read_cell
from extract.document import MAX_COLUMNS, Cell, Document, Table
from extract.fold import fold
from extract.forms.labels import Label, part_label, read_label
from extract.forms.layouts import RESULTS, column_roles, line_labels, party_heads, table_four, table_three, table_two, with_one_lost


class Piece(NamedTuple):
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


class FormRow(NamedTuple):
    """A row: `document.text[start:end]` is its line. `block` is the number of the table or stretch of text it belongs to.

    In a `gridded` row columns are places on the page; in a row from text only the order of the pieces means something.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    block: int
    gridded: bool


def labels_of(row: FormRow) -> list[Label]:
    """Returns the labels of the row's words."""
    return [read_label(piece.text) for piece in row.pieces if piece.reading.kind == "words"]


def is_prose(row: FormRow) -> bool:
    """Returns whether the row is running text: a table that only lays out the page, or a note under a form that states a quantity."""
    texts = [piece.text for piece in row.pieces if piece.text]
    if any(len(text) > 80 and "。" in text for text in texts):
        return True
    return len(texts) == 1 and read_label(texts[0]).bare not in _known_labels() and bool(_STATES_QUANTITY.search(fold(texts[0])))


_STATES_QUANTITY = re.compile(r"[^\d.年月]\d+(?:\.\d+)?余?[条件次人个篇期份场]|\d万?余?元")


def has_figures(row: FormRow) -> bool:
    """Returns whether the row is one of a table of figures."""
    return any(piece.reading.kind == "figure" for piece in row.pieces) and not is_prose(row)


def rows_of(document: Document) -> list[FormRow]:
    """Returns the rows of all tables and of all text that reads like rows of a form, in reading order."""
    blocks: list[list[tuple[int, int, tuple[Piece, ...]]]] = [list(_table_rows(table)) for table in document.tables]
    gridded = len(blocks)
    blocks.extend(_text_blocks(document))
    order = sorted(range(len(blocks)), key=lambda number: blocks[number][0][0] if blocks[number] else 0)
    return [FormRow(*row, block, block < gridded) for block in order for row in blocks[block] if row[2]]


#: So many columns that hold nothing, each behind one that holds something, only keep the others apart.
_FEWEST_SPACERS = 5


def _without_spacers(table: Table) -> Table:
    """Returns a table without the narrow empty columns that spreadsheets saved as HTML put behind each figure, or as it is."""
    cells = {id(cell): cell for row in table.grid for cell in row if cell is not None}
    filled = {cell.column for cell in cells.values() if cell.text.strip()}
    spacers = [column for column in {cell.column for cell in cells.values()} if column not in filled]
    if len(spacers) < _FEWEST_SPACERS or any(column - 1 not in filled for column in spacers):
        return table
    kept = [column for column in range(len(table.grid[0])) if column not in spacers]
    narrowed = {
        key: replace(
            cell,
            column=bisect_left(kept, cell.column),
            colspan=bisect_left(kept, cell.column + cell.colspan) - bisect_left(kept, cell.column),
        )
        for key, cell in cells.items()
        if cell.column in filled or cell.colspan > 1
    }
    grid = tuple(tuple(narrowed.get(id(row[column])) for column in kept) for row in table.grid)
    return replace(table, grid=grid)


def _table_rows(table: Table) -> Iterator[tuple[int, int, tuple[Piece, ...]]]:
    table = _without_spacers(table)
    if any(_names_lines(places, number) for number, places in enumerate(table.grid[:_HEAD_ROWS])):
        # The form's lines stand side by side: what is a column on the page is a row of the form, and all its cells point at the table.
        for number, places in enumerate(zip(*table.grid, strict=True)):
            yield table.start, table.end, tuple(_piece(cell, number, turned=True) for cell in _distinct(places))
    else:
        for number, (places, (start, end)) in enumerate(zip(table.grid, table.rows, strict=True)):
            yield start, end, tuple(_piece(cell, number, turned=False) for cell in _distinct(places))


#: The lines of a turned table are among its first rows.
_HEAD_ROWS = 8


def _distinct(places: Sequence[Cell | None]) -> list[Cell]:
    """Returns the cells of a row of the grid, each once."""
    return [cell for n, cell in enumerate(places) if cell is not None and (n == 0 or places[n - 1] is not cell)]


def _names_lines(places: Sequence[Cell | None], row: int) -> bool:
    """Returns whether four lines of a form begin in a row of the grid, as only a turned table has them (two may stand side by side)."""
    cells = [cell for cell in _distinct(places) if cell.colspan == 1 and cell.row == row and len(cell.text) > 1]
    return len(cells) >= 4 and sum(read_label(cell.text).bare in _line_labels() for cell in cells) >= 4


def _piece(cell: Cell, row: int, *, turned: bool) -> Piece:
    text = cell.text.strip()
    start = cell.start + len(cell.text) - len(cell.text.lstrip())
    first, width, high, column = (
        (cell.column, cell.rowspan, cell.colspan, cell.row) if turned else (cell.row, cell.colspan, cell.rowspan, cell.column)
    )
    return Piece(text, start, start + len(text), column, width, read_cell(text), first < row, high > 1)


_VALUES = ("figure", "none", "unit", "share")


@cache
def _known_labels() -> frozenset[str]:
    """Returns the bare labels of all lines, heads and subjects of all forms, lines also with a character lost."""
    lines = {bare: bare for bare in (*line_labels(), *table_three().exact)}
    return frozenset(with_one_lost(lines)).union(column_roles(), table_two().words, table_four().words, party_heads().words)


@lru_cache(maxsize=8192)
def _is_known(label: Label) -> bool:
    """Returns whether the label is one of the forms, 现行有效件 for 现行有效件数 among them."""
    return label.bare in _known_labels() or (label.bare.endswith("件") and label.bare[:-1] in _known_labels())


@cache
def _line_labels() -> frozenset[str]:
    """Returns the bare labels that only rows of forms have: lines, and the subjects of table two."""
    lines = {*table_three().exact, *line_labels()}
    subjects = {read_label(line.label.split("·")[0]).bare for line in FORM_LINES if line.number.startswith("第二十条")}
    return frozenset(lines | subjects) - frozenset(("总计", "其他"))


def _text_blocks(document: Document) -> list[list[tuple[int, int, tuple[Piece, ...]]]]:
    """Returns the stretches of paragraphs that are rows of a form, as rows."""
    blocks: list[list[tuple[int, int, tuple[Piece, ...]]]] = []
    rows: list[tuple[int, int, tuple[Piece, ...]]] = []
    tables = iter([*(table.start for table in document.tables), len(document.text) + 1])
    next_table = next(tables)
    lines = list(_whole_labels(list(_lines(document)), document.text))
    for number, (start, end) in enumerate(lines):
        pieces = _text_row(document.text[start:end], start)
        if not pieces and rows and _has_label_and_value(rows[-1][2]):
            pieces = _drifted_row(document.text, lines[number : number + 2])
        if start > next_table or not pieces:
            blocks.append(rows)
            rows = []
            while start > next_table:
                next_table = next(tables)
        if not pieces:
            continue
        if rows and pieces[0].reading.kind in _VALUES and _takes_values(rows[-1][2]) and len(rows[-1][2]) < MAX_COLUMNS:
            # A line of values belongs to the label above it; one value a line makes a list of seven lines for a row of table three.
            above = rows[-1]
            column = len(above[2])
            rows[-1] = (above[0], end, (*above[2], *(piece._replace(column=column + n) for n, piece in enumerate(pieces))))
        else:
            rows.append((start, end, pieces))
    blocks.append(rows)
    if not any(_is_form(block) for block in blocks):
        return []
    # Beside a form a lone row is a piece of it: left out, the rows after it would seem to follow another.
    return [block for block in blocks if _is_form(block) or any(_has_label_and_value(pieces) for _, _, pieces in block)]


#: A line that may be one row of a form is no longer.
_LONGEST_ROW = 200
#: Fewer words and figures side by side on one line are no form.
_FEWEST_CELLS = 12


def _lines(document: Document) -> Iterator[tuple[int, int]]:
    """Yields the places of the lines of running text; a whole form on one line, its cells parted by spaces, is a line for each cell."""
    for start, end in document.paragraphs:
        cells = []
        if document.text.count(" ", start, end) >= _FEWEST_CELLS:
            cells = [match.span() for match in _UNBROKEN.finditer(document.text, start, end)]
        yield from cells if _are_cells([document.text[a:b] for a, b in cells]) else [(start, end)]


def _are_cells(words: Sequence[str]) -> bool:
    """Returns whether words between spaces are the cells of several rows of a form, or of a row as wide as table four."""
    values = [len(word) < _LONGEST_VALUE and read_cell(word).kind in _VALUES for word in words]
    rows = sum(values[n] and not values[n - 1] and _is_known(read_label(words[n - 1])) for n in range(1, len(words)))
    return rows >= _FEWEST_ROWS or (rows > 0 and sum(values) >= _FEWEST_CELLS and not all(values[-_FEWEST_CELLS:]))


#: 1,234,567.89万元
_LONGEST_VALUE = 16
_UNBROKEN = re.compile(r"\S+")
#: Pieces of one label on lines of their own; no label is seen in more.
_MOST_PIECES = 6


def _whole_labels(lines: Sequence[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Yields the places of the lines, the pieces of a label that was broken over several as one: 对外公开 | 总数量.

    Behind any but the first may stand the row's values: …（区分处理的，只计这一情 | 形，不计其他情形） 5 0 0 0 1 0 6.
    """
    known = _known_labels()
    longest = max(map(len, known)) + _LONGEST_NUMBERING
    words = [_before_values(text, start, end) for start, end in lines]
    at = 0
    while at < len(lines):
        start, end = lines[at]
        pieces = 1
        if end - start < longest and not _ENDS_LABEL.search(text, start, end):
            for more in range(min(_MOST_PIECES, len(lines) - at), 1, -1):
                label, whole = words[at : at + more], lines[at : at + more]
                if sum(b - a for a, b in label) < longest and _is_broken_label(text, label) and _is_one_row(text, label, whole):
                    pieces, end = more, lines[at + more - 1][1]
                    break
        yield start, end
        at += pieces


def _before_values(text: str, start: int, end: int) -> tuple[int, int]:
    """Returns the place of the words of a line before its values; of the whole line where it has no words, or no values."""
    if end - start > _LONGEST_ROW or not text[end - 1 : end].isdigit():
        return start, end
    label, values = _label_and_values(text[start:end])
    return (start, text.index(label, start) + len(label)) if label and values else (start, end)


def _is_one_row(text: str, label: Sequence[tuple[int, int]], lines: Sequence[tuple[int, int]]) -> bool:
    """Returns whether no table, no value and no number of another row stands between the lines, at most one has values behind its words,
    and those were no label alone."""
    if any(text[end:start].strip() for (_, end), (start, _) in pairwise(lines)):
        return False
    later = (read_label(text[start:end].strip()) for start, end in label[1:])
    if any(behind.numbering and behind.bare for behind in later):
        return False
    alone = [_is_value(text[start:end].strip()) for start, end in lines]
    if True in alone and not all(alone[alone.index(True) :]):
        return False
    valued = [n for n, (_, end) in enumerate(label) if end < lines[n][1]]
    if not valued or valued == [len(label) - 1]:
        return True
    so_far = "".join(text[start:end].strip() for start, end in label[: valued[0] + 1])
    return len(valued) == 1 and not _is_known(read_label(so_far))


def _is_value(words: str) -> bool:
    """Returns whether a line is a figure in digits or a unit; 三 may be a piece of a label broken into letters."""
    return (words[-1:].isdigit() and not _label_and_values(words)[0]) or read_cell(words).kind == "unit"


#: Characters of 三、 or （三） before a label, and of the note behind it.
_LONGEST_NUMBERING = 30
#: No part of a label in lines has figures, or ends a sentence.
_ENDS_LABEL = re.compile(r"[。；;:：]|\d$")


def _is_broken_label(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Returns whether the lines together are a label of the forms, and the first or the rest of them alone is none."""
    first, *rest = (text[start:end].strip() for start, end in lines)
    if not _is_known(read_label("".join((first, *rest)))):
        return False
    return not (_is_known(read_label(first)) and _is_known(read_label("\n".join(rest))))


#: How many rows of a form with one figure each make a form out of lines of text; fewer may be a sentence broken into lines.
_FEWEST_ROWS = 3
#: A caption of a table is a line of its own, and no longer.
LONGEST_CAPTION = 60


def line_before(document: Document, start: int) -> str:
    """Returns the line right before a table or row that begins at `start`: the end of it, where it is longer than captions are."""
    return document.text[max(0, start - LONGEST_CAPTION) : start].rstrip("\n").rpartition("\n")[2]


def _is_form(block: list[tuple[int, int, tuple[Piece, ...]]]) -> bool:
    """Returns whether lines of text are a form: several rows of a label and its figure, or one row as wide as tables three and four."""
    widths = [sum(piece.reading.kind in ("figure", "none") for piece in pieces) for _, _, pieces in block]
    heads = sum(read_label(piece.text).bare in table_two().words for _, _, pieces in block for piece in pieces)
    rows = sum(_has_label_and_value(pieces) for _, _, pieces in block)
    results = {table_four().words.get(read_label(piece.text).bare) for _, _, pieces in block for piece in pieces}
    if max(widths, default=0) and results.issuperset(RESULTS):
        return True
    return rows >= _FEWEST_ROWS or max(widths, default=0) >= len(PARTIES) or bool(rows and heads >= 2)


def _has_label_and_value(pieces: tuple[Piece, ...]) -> bool:
    return pieces[0].reading.kind == "words" and any(piece.reading.kind == "figure" for piece in pieces)


def _takes_values(pieces: tuple[Piece, ...]) -> bool:
    """Returns whether values on the next line belong to this row: it has one label; several are heads on one line."""
    kinds = [piece.reading.kind for piece in pieces]
    return kinds[0] not in _VALUES and (kinds.count("words") == 1 or kinds[-1] in _VALUES)


def _drifted_row(text: str, lines: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """Returns the pieces of the first of two lines, which follows a row of a form, if it may be one whose label drifted; () if not.

    It is short and no sentence, and values stand behind it on its line or on the next.
    """
    (start, end), *following = lines
    below = [text[a:b] for a, b in following]
    text = text[start:end]
    label, values = _label_and_values(text)
    if not label or len(label) > 60 or set("。；;，:：") & set(label):
        return ()
    if values:
        return _pieces([label, *values], text, start)
    if any(read_cell(line.strip()).kind in _VALUES for line in below):
        return _pieces([label], text, start)
    return ()


def _label_and_values(text: str) -> tuple[str, list[str]]:
    """Returns the words of a line and the values behind them."""
    words = text.split()
    values = len(words)
    while values and read_cell(words[values - 1]).kind in _VALUES:
        values -= 1
    label = text.strip()
    for word in reversed(words[values:]):
        label = label[: -len(word)].rstrip()
    return label, words[values:]


def _text_row(text: str, at: int) -> tuple[Piece, ...]:
    """Returns the pieces of a paragraph that is a cell or a row of cells with known labels, () for running text."""
    if len(text) > _LONGEST_ROW:
        return ()
    if spelled := _by_applicant(text):
        return _pieces(spelled, text, at)
    if "。" in text:
        return ()
    if read_cell(text.strip()).kind in _VALUES:
        return _pieces([text.strip()], text, at)
    if "\n" in text:
        return _row_of_lines(text, at)
    label, values = _label_and_values(text)
    if not label or _is_known(read_label(label)) or _is_compound(label):
        return _pieces([label, *values] if label else values, text, at)
    # Heads on one line, or a group before its row: 三、本年度办理结果 （一）予以公开 2 1 0 0 0 0 3.
    if all(_is_known(read_label(word)) for word in label.split()):
        return _pieces(text.split(), text, at)
    if label.startswith(_OVER_LABELS) and _run_together_heads().fullmatch(fold(text)):
        return _pieces([text[a:b] for a, b in map(re.Match.span, _head_of_table_two().finditer(fold(text)))], text, at)
    return ()


def _row_of_lines(text: str, at: int) -> tuple[Piece, ...]:
    """Returns the pieces of a row whose label was broken over lines; the label's place is that of its first line."""
    parts = [_label_and_values(line) for line in text.split("\n")]
    valued = next((n for n, (_, values) in enumerate(parts) if values), len(parts) - 1)
    behind = sum(len(line) + 1 for line in text.split("\n")[:valued]) + len(parts[valued][0])
    first, *_ = _pieces([parts[0][0]], text, at)
    label = "".join(words for words, _ in parts)
    values = _pieces([value for _, values in parts[valued:] for value in values], text[behind:], at + behind)
    return (first._replace(text=label, reading=read_cell(label)), *(piece._replace(column=1 + n) for n, piece in enumerate(values)))


#: The head over the labels of table two.
_OVER_LABELS = "信息内容"


@cache
def _head_of_table_two() -> re.Pattern[str]:
    """Returns the pattern of one head of table two with its note: 本年收费金额（单位：万元）."""
    words = sorted({_OVER_LABELS, *table_two().words}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})[次件]?数?量?(?:[(][^()]*[)])?")


@cache
def _run_together_heads() -> re.Pattern[str]:
    """Returns the pattern of several heads of table two without a space between: 信息内容本年处理决定数量."""
    return re.compile(rf"(?:{_head_of_table_two().pattern})+")


#: 自然人130件; a row of table three written out is seven of these with their signs between.
_APPLICANT = re.compile(r"([^\d:;,、]+?):?(\d+[件条]?)(?:[;,、。]|$)")


def _by_applicant(text: str) -> list[str]:
    """Returns the figures of a row of table three written out in the form's order (自然人130件；…；总计185件), [] for others."""
    if not text.startswith("自然人"):
        return []
    folded = fold(text)
    items = _APPLICANT.findall(folded.replace(" ", ""))
    heads = [party_heads().word(read_label(name)) for name, _ in items]
    own = [label.split("·")[-1] for label in PARTIES.values()]
    return re.findall(r"\d+[件条]?", text) if heads == own and "".join(map("".join, items)) == re.sub(r"[:;,、。 ]", "", folded) else []


def _is_compound(label: str) -> bool:
    """Returns whether a line's label is two of the form's in one: （三）不予公开1.属于国家秘密, 行政诉讼——复议后起诉."""
    return bool(part_label(label, table_three())[0] or _IS_LAWSUIT.fullmatch("".join(fold(label).split())))


#: The two kinds of lawsuit of table four as one name: 行政诉讼——未经复议直接起诉, 行政诉讼（复议后起诉）.
_IS_LAWSUIT = re.compile(r"(?:[(]?[一二三1-3][)、.]*)?(?:行政诉讼)?\W*(?:未经复议直接|复议后)(?:起诉|诉讼)\W?")


def _pieces(texts: list[str], text: str, at: int) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    place = 0
    for column, piece in enumerate(texts):
        place = text.index(piece, place)
        pieces.append(Piece(piece, at + place, at + place + len(piece), column, 1, read_cell(piece)))
        place += len(piece)
    return tuple(pieces)
