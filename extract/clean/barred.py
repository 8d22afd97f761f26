"""Rows of a table that keep their lines: cells between bars, as texts are saved with and as a `<pre>` on a page has them.

| 规章 | 0 | 34 |        │ 规章 │ 0 │ 34 │        规章 | 0 | 34
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.cells import read_cell
from extract.clean.chrome import rule_of
from extract.clean.lines import Line, table_line
from extract.document import CellPart, Paragraph

#: A line between the rows of a table: |---|:--:| in Markdown, +---+---+ in others.
RULER = re.compile(r"[|+\s:=-]*[=-][|+\s:=-]*")
#: Tables drawn with lines have these where others have bars: │规章│0│ below ├──┼──┤.
_DRAWN_BARS = re.compile("[│┃║┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛]")
_DRAWN_RULES = re.compile("[─━═]")
#: A single line of a page proves no table: 今天是3月18日 | 您是第 | 103387 | 位访客.
_FEWEST_ROWS = 2


def with_bars(line: str) -> str:
    """Returns a line of a drawn table as other texts have it, any other as it is: a dash may be drawn too (2008─2012年)."""
    return _DRAWN_RULES.sub("-", _DRAWN_BARS.sub("|", line)) if _DRAWN_BARS.search(line) else line


def cells_of(line: str) -> list[CellPart]:
    """Returns the cells of a row such as `规章 | 0 | 34` or `| 一、主动公开情况 | ||`; none for a line of another kind.

    A toolbar may look like a row (登录 | 注册). A single bar without spaces stands inside words; rows have more, or one at an end.
    """
    if "|" not in line or RULER.fullmatch(line) or rule_of(line):
        return []
    if " | " not in line and not line.startswith("|") and not line.endswith("|") and line.count("|") < 2:
        return []
    inner = line.removeprefix("|").removesuffix("|")
    return [CellPart(cell.strip()) for cell in inner.split("|")]


def with_tables(lines: Sequence[Line]) -> Iterator[Line]:
    """Yields the lines of a page's report, rows between bars that stand side by side as one table if they hold figures."""
    for barred, group in groupby(lines, _is_barred):
        run = list(group)
        rows = [cells for line in run if (cells := cells_of(with_bars(line.text)))] if barred else []
        if len(rows) >= _FEWEST_ROWS and any(read_cell(cell.text).kind == "figure" for row in rows for cell in row):
            yield table_line(rows, run[0].box)
        else:
            yield from run


def _is_barred(line: Line) -> bool:
    """Returns whether a line is a row between bars, or a ruler between such rows."""
    if not isinstance(line.part, Paragraph):
        return False
    text = with_bars(line.text)
    return bool(RULER.fullmatch(text) or cells_of(text))
