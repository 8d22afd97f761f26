"""A report saved on one line: its sentences, and behind them the cells of its forms one after another between bars.

    …公开信息9条。 二、主动公开政府信息情况 第二十条第(一)项 | 信息内容 | 本年制发件数 | 规章 | 0 | 规范性文件 | 2 | …

Where its rows end nothing says but the cells themselves: a row begins with the words right before a figure, and so does what stands behind
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.cells import RUNNING_TEXT, read_cell
from extract.fold import fold

_BAR = " | "
#: Fewer figures in cells of their own prove no form.
_FEWEST_FIGURES = 3
#: What stands above a form, behind the last sentence: 。[ 二、主动公开政府信息情况 第二十条第(一)项].
_CAPTION = re.compile(r"(?<=[。！；;])\s*(?=(?:[一二三四五六]、[^。|]{0,30})?(?:第二十条第[^。|]{1,6}项)?$)")
#: A cell that is a row of its own above the heads of its part: [第二十条第（五）项].
_PART = re.compile(r"第二十条第.{1,6}项$")


def lines_of(line: str) -> list[str]:
    """Returns the lines a whole report on one has lost: its sentences, and the rows of its forms; any other line alone."""
    first, bar, rest = line.partition(_BAR)
    if not bar or len(first) <= RUNNING_TEXT or "。" not in first:
        return [line]
    cells = [cell.strip() for cell in rest.removesuffix("|").split(_BAR)]
    if sum(map(_is_figure, cells)) < _FEWEST_FIGURES:
        return [line]
    caption = _CAPTION.search(fold(first))
    end = caption.start() if caption else len(first)
    return [piece for piece in (first[:end].strip(), first[end:].strip()) if piece] + [_BAR.join(row) for row in _rows(cells)]


def _rows(cells: Sequence[str]) -> Iterator[list[str]]:
    """Yields the rows that cells one after another were."""
    row: list[str] = []
    for cell, following in zip(cells, (*cells[1:], ""), strict=True):
        if row and not _is_figure(cell) and (_is_figure(following) or _is_figure(row[-1]) or _PART.search(fold(row[-1]))):
            yield row
            row = []
        row.append(cell)
    yield row


def _is_figure(cell: str) -> bool:
    return read_cell(cell).kind == "figure"
