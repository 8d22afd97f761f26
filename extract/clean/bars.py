"""Tables of saved texts whose cells broke into lines: bars still part the cells, but the ends of the rows are gone.

    规章 |             |                规章
    0 |                规章 |           | 0
    2 |        or      0 |       or     | 2
    |                  2 | ||           |

Every row has the same number of bars. So the ends are found again by counting: by the one number after which each row begins with words, at
the beginning of a line. What no number fits is no such table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extract.cells import RUNNING_TEXT, read_cell
from extract.clean.lines import joined
from extract.document import CellPart

Cells = list[CellPart]


class BrokenTable(NamedTuple):
    """The rows of a table, and the number of the line behind it."""

    rows: list[Cells]
    end: int


#: Bars of one row; table four has fifteen columns.
_BARS = range(2, 21)
#: Fewer rows with figures prove nothing, but for two whose every row ends in a line of bars alone, and no cell does (规章 and 规范性文件,
#: where the page was cut off behind them).
_FEWEST_ROWS = 3
_FEWEST_ENDED_ALIKE = 2
#: The two lawsuits of table four have ten columns; figures as many side by side prove a table alone.
_WIDE = 10
#: Lines of one table; table three with a cell a line has 250.
_MOST_LINES = 1_000
#: A piece of a cell that broke is no longer.
_LONGEST_PIECE = 60
#: Bars alone, or one before a cell: | 0.
_OPENS_CELL = re.compile(r"[| ]+|\| ?[^|]+")
_BAR_OR_TEXT = re.compile(r"\||[^|]+")
#: The heading of the next part, which no cell is: 三、收到和处理政府信息公开申请情况.
_SECTION = re.compile(r"[一二三四五六七八九]、")


def broken_tables(lines: Sequence[str]) -> Mapping[int, BrokenTable]:
    """Returns the tables among `lines` whose rows go over several lines, by the numbers of their first lines."""
    tables: dict[int, BrokenTable] = {}
    at = 0
    while at < len(lines):
        if not _begins_table(lines, at):
            at += 1
            continue
        # the line above may be a caption and not the beginning of the first cell
        starts = [at] if "|" in lines[at] else [at, at + 1]
        counted = [(start, *_count(lines, start, bars)) for start in starts for bars in _BARS]
        found = [(table, -start, start) for start, table, _ in counted if table is not None]
        if found:
            table, _, start = max(found, key=lambda each: (each[0].end, each[1]))
            tables[start] = table
            at = table.end
        else:
            # no table: another look from each of its lines would cost its square
            at = max(at + 1, *(looked for _, _, looked in counted))
    return tables


def row_with_blanks(lines: Sequence[str], at: int) -> tuple[str, int]:
    """Returns the row that begins on line `at` on one line, and the number of the line behind it.

    A row keeps its line up to a blank cell, which breaks it: 一、收到申请 | 25 |, four lines of a bar alone, and | 25 |.
    """
    end = at + 1
    if lines[at].endswith("|") and not lines[at].startswith("|"):
        while end < len(lines) and lines[end] == "|":
            end += 1
        if at + 1 < end < len(lines) and lines[end].startswith("|") and lines[end].count("|") <= 2:
            end += 1
    return " ".join(lines[at:end]), end


def _begins_table(lines: Sequence[str], at: int) -> bool:
    """Returns whether the first cells of a broken row stand on the lines from `at` on: 规章 | or | alone, or 规章 before | 0."""
    following = lines[at + 1 : at + 3]
    if "|" not in lines[at]:
        return bool(following) and bool(_OPENS_CELL.fullmatch(following[0])) and _is_piece(lines[at])
    return _closes_cell(lines[at]) and any(map(_closes_cell, following))


def _closes_cell(line: str) -> bool:
    """Returns whether a line is the end of one cell, with the empty ones behind it: 规章 | or 0 | || or |."""
    return line.endswith("|") and "|" not in line.rstrip("| ")


def _is_piece(line: str) -> bool:
    """Returns whether a line without a bar may be a piece of a cell."""
    return 0 < len(line) <= _LONGEST_PIECE and not _SECTION.match(line) and not line.endswith(("。", "：", ":", "；"))


def _count(lines: Sequence[str], first: int, bars: int) -> tuple[BrokenTable | None, int]:
    """Returns the table from line `first` on whose rows have so many `bars`, None where there is none, and how far it was looked for."""
    rows: list[list[str]] = []
    cells: list[str] = []
    texts: list[str] = []
    leads = lines[first] == "|"
    bars_alone, ended_alike = 0, True
    end = number = first
    last = min(len(lines), first + _MOST_LINES)
    while number < last and not (_ends_table(lines[number], cells) if cells or texts else _is_behind(lines, number, leads)):
        for piece in _BAR_OR_TEXT.findall(lines[number]):
            if piece == "|":
                if len(texts) > 1 and any(read_cell(text).kind == "figure" for text in texts):
                    return None, number + 1
                cells.append(joined(texts))
                texts = []
            elif piece.strip():
                texts.append(piece.strip())
        ends_alone = not lines[number].strip("| ")
        bars_alone += ends_alone
        number += 1
        if len(cells) > bars:
            break
        if len(cells) == bars and not texts:
            if not _is_row(cells, leads):
                return None, number
            rows.append(cells)
            ended_alike = ended_alike and ends_alone and bars_alone == 1
            cells, end, bars_alone = [], number, 0
    if 0 < len(cells) < bars and _is_row([*cells, *texts], leads) and (number == len(lines) or "|" not in lines[number]):
        # the empty cells behind the last of a table may be lacking
        rows.append([*cells, *texts])
        end = number
    if not _is_table(rows, _FEWEST_ENDED_ALIKE if ended_alike else _FEWEST_ROWS) or len(rows) == end - first:
        return None, number
    return BrokenTable([[CellPart(text) for text in row[leads:]] for row in rows], end), number


def _is_behind(lines: Sequence[str], number: int, leads: bool) -> bool:
    """Returns whether a line at which a row could begin is behind the table: one without a bar, unless it begins a broken cell."""
    if "|" in lines[number]:
        return False
    return leads or not (_is_piece(lines[number]) and any("|" in line for line in lines[number + 1 : number + 3]))


def _ends_table(line: str, cells: Sequence[str]) -> bool:
    """Returns whether a line within a row, `cells` so far, ends the table: the heading of the next part, which no cell is."""
    return "|" not in line and any(cells) and bool(_SECTION.match(line))


def _is_row(cells: Sequence[str], leads: bool) -> bool:
    """Returns whether cells may be a row: words come first, behind the bar that `leads`, and figures behind all words (two rows are none).

    The one row of figures of a table as wide as table four has no words. Running text is no cell of such a table.
    """
    kinds = [read_cell(text).kind for text in cells]
    words = [n for n, kind in enumerate(kinds) if kind in ("words", "ordinal")]
    if not words:
        return len(kinds) - kinds.count("blank") >= _WIDE
    return words[0] == leads and "figure" not in kinds[: words[-1]] and max(map(len, cells)) < RUNNING_TEXT


def _is_table(rows: Sequence[Sequence[str]], fewest: int) -> bool:
    """Returns whether the rows have figures enough to be a table of them: in the `fewest` rows, or side by side."""
    figures = [sum(read_cell(text).kind == "figure" for text in row) for row in rows]
    return len(rows) - figures.count(0) >= fewest or (len(rows) > 1 and max(figures) >= _WIDE)
