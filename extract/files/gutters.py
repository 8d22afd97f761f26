"""Tables without ruling lines: rows of text whose pieces stand in columns, with white gutters between them.

Where no line is drawn only the places of the text tell. So little is concluded: a line of text is a row of its own unless the label above
it was too long for its column, and what has no clear gutter stays running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.document import MAX_COLUMNS, CellPart
from extract.files.ruling import ENUMERATOR, Character, line_text
from extract.line_ends import join_lines

#: A gutter is wider than any space in a sentence, in sizes of the character before it.
_GUTTER = 1.2
#: Fewer rows of pieces side by side are an address line or a signature.
_FEWEST_ROWS = 3
#: Lines of one page; a form's page has 60.
_LONGEST = 200
#: Several numbers, but not the groups of one (1 200 078).
_SEVERAL_FIGURES = re.compile(r"\d +(?!\d{3}(?!\d))\d+ +\d")
_FIGURE = re.compile(r"[-+]?[\d,.%]+|[/—-]")


@dataclass(frozen=True, slots=True)
class Alignment:
    """A table of aligned text: its rows of cells, its place, and how many lines of the page it took from `first`."""

    rows: tuple[tuple[CellPart, ...], ...]
    top: float
    first: int
    lines: int


_Pieces = list[list[Character]]


def alignments(lines: Sequence[Sequence[Character]]) -> Iterator[Alignment]:
    """Yields the tables among the lines of a page (each line's characters from the left)."""
    split = [_pieces(line) for line in lines]
    first = 0
    while first < len(split):
        last, gutters = _region(split, first)
        rows = split[first:last]
        if gutters and sum(len(row) > 1 for row in rows) >= _FEWEST_ROWS and _has_figures(rows) and not _runs_figures_together(rows):
            yield Alignment(tuple(_rows(rows, gutters)), lines[first][0].base, first, last - first)
            first = last
        else:
            # a long run that is no table holds none; looking again from each of its lines would cost its square
            first = last if last - first > _FEWEST_ROWS else first + 1


def _pieces(line: Sequence[Character]) -> _Pieces:
    pieces: _Pieces = [[line[0]]]
    for last, character in pairwise(line):
        if character.left - last.right > _GUTTER * character.size:
            pieces.append([])
        pieces[-1].append(character)
    return pieces


def _region(split: Sequence[_Pieces], first: int) -> tuple[int, list[tuple[float, float]]]:
    """Returns the end of the longest run of lines from `first` that share a gutter, and its gutters.

    The run begins with pieces side by side; a line of one piece belongs to it where it keeps to one side of the gutters (一、主动公开情况).
    """
    if not 1 < len(split[first]) <= MAX_COLUMNS:
        return first + 1, []
    gutters = [(left[-1].right, right[0].left) for left, right in pairwise(split[first])]
    last = first + 1
    while last < min(len(split), first + _LONGEST):
        kept = list(_kept(gutters, split[last]))
        if not kept or (len(split[last]) == 1 and len(kept) < len(gutters)):
            break
        gutters, last = kept, last + 1
    # what follows the last row of several pieces is a paragraph, unless it ends that row's label
    end = max(row[0][-1].right for row in split[first:last])
    while last - first > 1 and len(split[last - 1]) == 1 and not _fills(split[last - 2][0], end):
        last -= 1
    return last, gutters


def _fills(label: Sequence[Character], end: float) -> bool:
    """Returns whether a label reaches the end of its column, so that it may go on in the next line."""
    return label[-1].right > end - 1.2 * label[-1].size


def _kept(gutters: Sequence[tuple[float, float]], row: _Pieces) -> Iterator[tuple[float, float]]:
    """Yields what a row leaves of the gutters, those that it closes left out."""
    for left, right in gutters:
        for piece in row:
            start, end = piece[0].left, piece[-1].right
            if start < right and end > left:
                # the piece reaches into the gutter from one side, or crosses it
                left, right = (max(left, end), right) if start <= left else (left, min(right, start))
        if right - left > 4:
            yield left, right


def _has_figures(rows: Sequence[_Pieces]) -> bool:
    """Returns whether most rows with several pieces end in a figure, as statistics do and two columns of prose do not."""
    ends = [line_text(row[-1]) for row in rows if len(row) > 1]
    return sum(bool(_FIGURE.fullmatch(text)) for text in ends) * 2 > len(ends)


def _runs_figures_together(rows: Sequence[_Pieces]) -> bool:
    """Returns whether figures of several columns stand in one piece, so that the gutters found are not those of the table: 0 0 0 104."""
    return any(_SEVERAL_FIGURES.search(line_text(piece)) for row in rows for piece in row)


def _rows(rows: Sequence[_Pieces], gutters: Sequence[tuple[float, float]]) -> Iterator[tuple[CellPart, ...]]:
    """Yields the rows of cells; a label goes on in the next line where it filled its column and the next begins with no number.

    Never do two lines with figures become one row.
    """
    end = max((piece[-1].right for row in rows for piece in row if piece[0].left < gutters[0][0]), default=0.0)
    open_row: list[str] = []
    full = False
    for row in rows:
        cells = _cells(row, gutters)
        goes_on = full and cells[0] and not ENUMERATOR.match(cells[0]) and not (any(cells[1:]) and any(open_row[1:]))
        if goes_on:
            open_row = [join_lines((above, below)) for above, below in zip(open_row, cells, strict=True)]
        else:
            if open_row:
                yield tuple(map(CellPart, open_row))
            open_row = cells
        full = bool(cells[0]) and _fills(row[0], end)
    yield tuple(map(CellPart, open_row))


def _cells(row: _Pieces, gutters: Sequence[tuple[float, float]]) -> list[str]:
    cells = [""] * (len(gutters) + 1)
    for piece in row:
        column = sum(piece[0].left >= right - 1 for _, right in gutters)
        cells[column] = f"{cells[column]} {line_text(piece)}".strip()
    return cells
