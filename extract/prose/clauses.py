"""The running text of a document cut up: stretches that are read as paragraphs, their sentences, and the clauses of these.

A clause is what stands between two punctuation marks. A mark inside a figure (1,234) or a title (《…，…》) ends nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from extract.document import Document
from extract.figures import Figure, View
from extract.prose.topics import Topic

#: A shorter cell is a label or a figure, not running text.
_SHORTEST_CELL = 24
#: A paragraph that a row of a form is in is nothing else, unless it is longer.
_LONGEST_ROW = 200
#: A longer paragraph is no paragraph of a report but a page without breaks, or an attack; it is read in pieces of this length.
_LONGEST = 6_000
#: Ends of clauses; a comma between a digit and exactly three is one of a number: 12，345条; but not in 网站，345条.
#: A full stop of ASCII ends a sentence where it stands between Chinese words: 办理1件.其中 ; but not in 33.3% or 1.
_CLAUSE_END = re.compile(r"[，,;；。!?.](?:(?<=[。!?])|(?<=[，,;；])(?:(?<!\d.)|(?!\d{3}(?!\d)))|(?<=[%一-鿿)]\.)(?![\d.A-Za-z]))")
_SENTENCE_ENDS = frozenset("。!?.")
_TITLE = re.compile(r"《[^《》]{0,120}》")
#: The last character of a figure that only numbers what follows: 一、 (2) 3. 一是
_LIST_MARKS = frozenset("、.)．①②③④⑤⑥⑦⑧⑨是")
#: What a line ends with that the next goes on with.
_UNFINISHED = "；;，,、"
#: A line that only announces what stands below it is no longer.
_LONGEST_LINE = 60
#: A mark that tells a sentence from an item of a list.
_MARK_WITHIN = re.compile(r"[，,；;。].|[，,；;、]$")
#: What is new of more that was counted before: [2017年新增]208条, [2012年共公开]信息64条.
_NEW = re.compile(
    r"(?:其中[，,:]?)?(?:(?:19|20)\d{2}年度?|本年度?|当年|全年|今年)(?:以来|当年|[，,]|[我本][局委厅办站院镇乡县市区]|共|内|主动)*(?:新增|公开|发布)"
)
#: What a chapter begins with, whatever the line above it ends with.
_CHAPTER = re.compile(r"[一二三四五六七八九十]{1,3}、")
#: What numbers a line: 一、 （一） 1. ① ●
_NUMBER = re.compile(r"\W|\d{1,2}[.、．)）]|[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]+[部章条]")


class Paragraph(NamedTuple):
    """A paragraph as it is read: `masked` is its text with titles blanked, `turns` where words turn it to another topic, and to which."""

    view: View
    #: The text of the view, in which all offsets of clauses and figures count.
    text: str
    masked: str
    figures: Sequence[Figure]
    turns: Sequence[tuple[int, Topic]]


class Clause(NamedTuple):
    """One clause, `paragraph.text[start:end]` without its closing mark and what numbers it (一是), and its figures, with the
    number; `masked` are its words without titles."""

    paragraph: Paragraph
    start: int
    end: int
    figures: tuple[Figure, ...]
    quantities: tuple[Figure, ...]
    masked: str

    @property
    def words(self) -> str:
        """The words of the clause."""
        return self.paragraph.text[self.start : self.end]


def stretches(document: Document, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yields the paragraphs that no span of `taken` overlaps, overlong ones in pieces that end at a mark where there is one.

    Of a paragraph longer than a row of a form the sentences between the rows are left. A cell of running text in a table that is no form
    counts as a paragraph.
    """
    cells = {
        (cell.start, cell.end)
        for table in document.tables
        for row in table.grid
        for cell in row
        if cell and len(cell.text) >= _SHORTEST_CELL
    }
    spans = sorted(taken)
    index = 0
    for start, end in _whole(document.running, sorted((*document.paragraphs, *cells))):
        while index < len(spans) and spans[index][1] <= start:
            index += 1
        if end - start <= _LONGEST_ROW and index < len(spans) and spans[index][0] < end:
            continue
        while index < len(spans) and spans[index][0] < end:
            yield from _pieces(document.text, start, document.text.rfind("。", start, spans[index][0]) + 1)
            start = spans[index][1]
            index += 1
        yield from _pieces(document.text, start, end)


def _whole(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yields the paragraphs, those as one that stand below each other and break off in mid-sentence: 收到申请12件；| 答复10件。"""
    begin = None
    for (start, end), following in zip_longest(paragraphs, paragraphs[1:]):
        begin = start if begin is None else begin
        below = following is not None and following[0] == end + 1 and following[1] - begin <= _LONGEST
        if below and _goes_on(text[start:end], text[end + 1 : following[1]]):
            continue
        yield begin, end
        begin = None


def _goes_on(line: str, following: str) -> bool:
    """Tells whether a line goes on with the one below: 收到申请12件；| 答复10件 ; 申请方式：| 当面3件，网络9件; but not one that ends
    with a colon with the first of a list of items below it, a line each."""
    if _CHAPTER.match(following):
        return False  # （三）其他情形数：0件；| 五、行政诉讼数量：2件
    if line[-1] in _UNFINISHED or (line[-1] == "。" and following.startswith("其中")):
        return True
    if "累计" in line and _NEW.match(following):
        return True  # 累计公开3120条。| 2017年新增208条
    if "新增" in line and following.startswith("累计"):
        return True  # 2017年新增74条。| 累计公开912条
    lists = _NUMBER.match(following) is not None or not _MARK_WITHIN.search(following)
    return line[-1] in ":：" and len(line) <= _LONGEST_LINE and not lists


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yields `text[start:end]` in pieces that are not overlong."""
    while end - start > _LONGEST:
        cut = max(text.rfind(mark, start, start + _LONGEST) for mark in "。；，;,") + 1
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def mask_titles(text: str) -> str:
    """Returns `text` with what stands between 《 and 》 blanked, so that words and marks of a title say nothing of the clause."""
    if "《" not in text:
        return text
    return _TITLE.sub(lambda match: "\0" * len(match.group()), text)


def sentences(paragraph: Paragraph) -> Iterator[list[Clause]]:
    """Yields the clauses of each sentence; the last may be one empty clause."""
    figures, masked = paragraph.figures, paragraph.masked
    clauses: list[Clause] = []
    start = first = index = 0

    def clause(end: int) -> Clause:
        nonlocal first
        begin = first
        while first < len(figures) and figures[first].start < end:
            first += 1
        if first == begin:
            return Clause(paragraph, start, end, (), (), masked[start:end])
        inside = tuple(figures[begin:first])
        words = inside[0].end if inside[0].start == start and is_list_mark(masked, inside[0]) else start
        return Clause(paragraph, words, end, inside, tuple([f for f in inside if f.kind == "quantity"]), masked[words:end])

    for mark in _CLAUSE_END.finditer(masked):
        at = mark.start()
        while index < len(figures) and figures[index].end <= at:
            index += 1
        if index < len(figures) and figures[index].start <= at:
            continue
        clauses.append(clause(at))
        start = mark.end()
        if mark.group() in _SENTENCE_ENDS:
            yield clauses
            clauses = []
    clauses.append(clause(len(masked)))
    yield clauses


def behind_last(text: str, marks: str, end: int) -> int:
    """Returns the place behind the last of `marks` in `text[:end]`, 0 where there is none."""
    return max(text.rfind(mark, 0, end) for mark in marks) + 1


def sentence_start(text: str, end: int) -> int:
    """Returns where the sentence, or the part of it between semicolons, begins that `text[:end]` ends in."""
    return behind_last(text, "。;；", end)


def sentence_end(text: str, start: int) -> int:
    """Returns where the sentence ends that goes on at `start`."""
    end = text.find("。", start)
    return len(text) if end < 0 else end


def behind_last_quantity(paragraph: Paragraph, end: int) -> int:
    """Returns the place behind the last quantity of a paragraph that begins before `end`, 0 where there is none."""
    figures = paragraph.figures
    before = range(bisect_left(figures, end, key=lambda figure: figure.start) - 1, -1, -1)
    return next((figures[index].end for index in before if figures[index].kind == "quantity"), 0)


def quantity_before(clause: Clause, place: int) -> Figure | None:
    """Returns the last quantity of a clause that ends at `place` or before it, None if none does."""
    count = bisect_right(clause.quantities, place, key=lambda figure: figure.end)
    return clause.quantities[count - 1] if count else None


def quantity_ahead(clause: Clause, previous: Clause | None, place: int) -> tuple[Clause, Figure] | None:
    """Returns the last quantity before `place` in a clause, else that of the clause before, with the clause it stands in."""
    if (before := quantity_before(clause, place)) is not None:
        return clause, before
    return (previous, previous.quantities[-1]) if previous is not None and previous.quantities else None


def quantities_within(paragraph: Paragraph, start: int, end: int) -> list[Figure]:
    """Returns the quantities of a paragraph that begin in `[start, end)`."""
    figures = paragraph.figures
    first = bisect_left(figures, start, key=lambda figure: figure.start)
    last = bisect_left(figures, end, key=lambda figure: figure.start)
    return [figure for figure in figures[first:last] if figure.kind == "quantity"]


def quantity_at(clause: Clause, place: int) -> Figure | None:
    """Returns the quantity of a clause that begins at `place`, None if none does."""
    index = bisect_left(clause.quantities, place, key=lambda figure: figure.start)
    found = clause.quantities[index] if index < len(clause.quantities) else None
    return found if found is not None and found.start == place else None


def is_list_mark(text: str, figure: Figure) -> bool:
    """Tells whether a figure only numbers what follows: 一、 (2) 3."""
    return figure.kind == "ordinal" and text[figure.end - 1] in _LIST_MARKS
