"""Reads table four of the 2019 and 2021 forms in whatever shape it is printed: who judged (group) crossed with how it ended (result).

The form prints fifteen figures on one line. Portals also print two or three tables, groups below one another, groups or results as rows,
group names in the caption, and every one of these as lines of text. All are runs of words and values in reading order, so one reader takes
them as such: the words since the last values say what the next values are, and there are only four ways to say it (`_Reading._segment`).
A run that says it in no such way, or says less than it has values for, is not read here at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Literal

from extract.document import Document
from extract.fold import fold
from extract.forms.heads import is_total, standing_of
from extract.forms.labels import read_label
from extract.forms.layouts import RESULTS, table_four
from extract.forms.notes import Notes
from extract.forms.rows import FormRow, Piece, line_before

Group = Literal["review", "litigation", "litigation_direct", "litigation_after_review"]

#: The results in the form's order, as the metrics end.
_RESULTS = {**RESULTS, "总计": "total"}
#: What a group's name holds beside what tells the groups apart: 因政府信息公开引起的行政诉讼案件情况.
_FILLING = re.compile("政府信息公开|行政|案件|申请|引起|提起|情况|统计表?|数量|[的经先因件数表]")
#: Marks and spaces within a name: 行政诉讼（未经复议 直接起诉）.
_MARKS = re.compile(r"[\W_]+")
_GROUPS: dict[str, Group] = {
    "复议": "review",
    "诉讼": "litigation",
    "未复议直接起诉": "litigation_direct",
    "未复议直接诉讼": "litigation_direct",
    "直接起诉": "litigation_direct",
    "复议后起诉": "litigation_after_review",
    "复议后诉讼": "litigation_after_review",
}
_LAWSUITS = ("litigation_direct", "litigation_after_review")


@lru_cache(maxsize=4096)
def group_of(text: str) -> Group | None:
    """Returns the group that a label names: 行政复议, 行政诉讼（未经复议直接起诉）, 二、复议后起诉的行政诉讼情况; None for any other."""
    if len(text) > 40:
        return None
    folded = fold(text)
    own = _FILLING.sub("", _MARKS.sub("", folded[read_label(text).numbering :]))
    if own in _GROUPS:
        return _GROUPS[own]
    # The two kinds of lawsuit may have 诉讼 before or behind them; 复议诉讼 is a heading over all.
    kind = _GROUPS.get(own.removeprefix("诉讼")) or _GROUPS.get(own.removesuffix("诉讼"))
    return kind if kind in _LAWSUITS else None


def _result_of(text: str) -> str | None:
    word = table_four().words.get(read_label(text).bare)
    return _RESULTS.get(word) if word is not None else None


@dataclass(frozen=True, slots=True)
class Word:
    """What a cell of words names: a group, a result, both (行政复议结果维持), or neither."""

    piece: Piece
    group: Group | None = None
    result: str | None = None


def word_of(text: str) -> tuple[Group | None, str | None]:
    """Returns the group and the result that a cell names; both for 行政复议结果维持."""
    group = group_of(text)
    if group is not None or (result := _result_of(text)) is not None:
        return group, None if group is not None else result
    bare = _MARKS.sub("", fold(text[:40]))
    for name, code in _RESULTS.items():
        if bare.endswith(name) and (both := group_of(bare.removesuffix(name))):
            return both, code
    return None, None


_Address = tuple[Group, str]


class _UnclearError(Exception):
    """The words of a run do not say what its values are."""


@dataclass(slots=True)
class _Reading:
    """What the runs of one table or stretch of text say, and what they leave for the runs after them."""

    #: The group named in the caption.
    caption: Group | None
    found: list[tuple[_Address, Piece, FormRow, str]] = field(default_factory=list)
    #: Heads that stand over all rows below: results (groups are rows) or groups (results are rows), or both.
    results: tuple[Word, ...] = ()
    groups: tuple[Group, ...] = ()
    whole: tuple[_Address, ...] = ()
    #: The group whose results follow one a row.
    current: Group | None = None

    def take(self, words: Sequence[Word], values: Sequence[tuple[Piece, FormRow]], beside: Sequence[Word]) -> None:
        """Takes one run. `beside` are its words that stand on the row of the values, behind which they do not reach further down."""
        # Under heads that say all, 合计 beside the values is the name of their row and no result.
        below = self.whole and len(values) == len(self.whole) and len(words) == len(beside)
        own = [word for word in beside if word.group is None and (word.result is None or (below and is_total(word.piece.text)))]
        name = " ".join(word.piece.text for word in own)
        words = [word for word in words if word not in own]
        addresses = self._segment(words, len(values)) if words or not name else self.whole
        if len(addresses) != len(values) or len(own) > 1 or (name and not addresses == self.whole):
            raise _UnclearError
        self.found.extend((address, piece, row, name) for address, (piece, row) in zip(addresses, values, strict=True))

    def expected(self, words: Sequence[Word]) -> Iterator[int]:
        """Yields the numbers of values a run with these words may have."""
        results = sum(word.result is not None for word in words)
        yield from {len(self.whole), len(self.groups) if results == 1 else 0, len(self.results), results, 1} - {0}

    def _segment(self, words: Sequence[Word], values: int) -> tuple[_Address, ...]:
        """Returns the address of each value: the four ways in which words say it."""
        named = [word for word in words if word.group or word.result]
        both = [(word.group, word.result) for word in named if word.group and word.result]
        results = [word for word in named if word.result]
        groups = _innermost([word.group for word in named if word.group])
        if both:
            # Every value has its own full name.
            if len(both) != len(named):
                raise _UnclearError
            return tuple((group, result) for group, result in both if group and result)
        if len(results) >= len(_RESULTS):
            return self._under_results(named, results, groups)
        if len(results) == 1 and (len(groups) > 1 or self.groups):
            # Groups over the columns, one result a row.
            if groups:
                if self.groups or named[-1].result is None:
                    raise _UnclearError
                self.groups = _in_order(groups)
            return tuple((group, results[0].result or "") for group in self.groups)
        if not results and len(groups) == 1 and self.results:
            # Results over the columns, one group a row.
            return tuple((groups[0], word.result or "") for word in self.results)
        if len(results) == 1 and len(groups) <= 1 and values == 1 and not self.results:
            # One result a row, the group before the first.
            self.current = groups[0] if groups else self.current
            if self.current is None or named[-1].result is None:
                raise _UnclearError
            return ((self.current, results[0].result or ""),)
        raise _UnclearError

    def _under_results(self, named: Sequence[Word], results: Sequence[Word], groups: Sequence[Group]) -> tuple[_Address, ...]:
        """Returns the addresses of a row of values below heads that name each group's five results."""
        fives = [results[n : n + len(_RESULTS)] for n in range(0, len(results), len(_RESULTS))]
        if any({word.result for word in five} != set(_RESULTS.values()) for five in fives) or self.groups or self.results:
            raise _UnclearError
        if len(fives) == 1 and len(groups) == 1 and named[0].result:
            self.results = tuple(results)
            return tuple((groups[0], word.result or "") for word in results)
        if named[-1].result is None:
            raise _UnclearError
        over = _in_order(groups) if groups else (self.caption,)
        if len(over) != len(fives) or len(set(over)) != len(over):
            raise _UnclearError
        self.whole = tuple((group, word.result) for group, five in zip(over, fives, strict=True) for word in five if group and word.result)
        return self.whole


def _innermost(groups: Sequence[Group]) -> list[Group]:
    """Returns the groups in order, 行政诉讼 left out where its kinds follow it; a name repeated in neighbouring cells counts once."""
    once = [group for group, _ in groupby(groups)]
    return [group for n, group in enumerate(once) if group != "litigation" or not any(kind in once[n:] for kind in _LAWSUITS)]


def _in_order(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Returns the groups over columns from the left. 行政复议 stands a level higher than the kinds of lawsuit, so its place among them is
    only told by the order of the text where it is the first."""
    if "litigation" in groups or "review" in groups[1:]:
        raise _UnclearError
    return tuple(groups)


def read_four(rows: Sequence[FormRow], document: Document) -> list[tuple[str, Piece, FormRow, str]] | None:
    """Returns (metric, cell, row, name of the row) for the values of one table or stretch of text; None where any is not clear.

    The row has a name where several rows stand under the same heads: departments and 合计, or years.
    """
    if not rows:
        return None
    reading = _Reading(_caption(rows[0], document))
    try:
        for words, values, beside in _runs(rows):
            reading.take(words, _trimmed(values, words, reading), beside)
        addresses = [(address, name) for address, _, _, name in reading.found]
        if len(set(addresses)) != len(addresses) or any(address[0] == "litigation" for address, _ in addresses):
            return None
        if reading.current is not None and not _rising([address for address, _ in addresses]):
            return None
    except _UnclearError:
        return None
    return [(f"{group}_{result}", piece, row, name) for (group, result), piece, row, name in reading.found] or None


def _rising(addresses: Sequence[_Address]) -> bool:
    """Returns whether the results of each group stand in the form's order, as rows do of which none changed its group."""
    order = list(_RESULTS.values())
    return all(a[0] != b[0] or order.index(a[1]) < order.index(b[1]) for a, b in pairwise(addresses))


def _trimmed(values: list[tuple[Piece, FormRow]], words: Sequence[Word], reading: _Reading) -> list[tuple[Piece, FormRow]]:
    """Returns the values without blank cells beyond the last head."""
    most = max((number for number in reading.expected(words) if number <= len(values)), default=0)
    while len(values) > most and values[-1][0].reading.kind == "blank":
        values = values[:-1]
    return values


_Run = tuple[list[Word], list[tuple[Piece, FormRow]], list[Word]]


def _runs(rows: Sequence[FormRow]) -> Iterator[_Run]:
    """Yields the runs of words and the values that follow them. In a table each row of values ends its run."""
    words: list[Word] = []
    values: list[tuple[Piece, FormRow]] = []
    beside: list[Word] = []
    for row in rows:
        valued = any(piece.reading.kind in ("figure", "none", "unread") and not piece.carried for piece in row.pieces)
        if values and row.gridded:
            yield words, values, beside
            words, values, beside = [], [], []
        for piece in row.pieces:
            if piece.reading.kind in ("words", "unit", "ordinal"):
                if values and not row.gridded:
                    yield words, values, beside
                    words, values, beside = [], [], []
                elif values:
                    raise _UnclearError
                if piece.carried:
                    continue
                words.append(Word(piece, *word_of(piece.text)))
                if valued:
                    beside.append(words[-1])
            elif piece.carried and piece.reading.kind != "blank":
                raise _UnclearError
            elif valued and (values or piece.reading.kind != "blank" or not _followed_by_words(row, piece)):
                # A blank cell merged over several columns is a blank under each of their heads.
                values.extend([(piece, row)] * (piece.width if piece.reading.kind == "blank" else 1))
    if values:
        yield words, values, beside


def _followed_by_words(row: FormRow, piece: Piece) -> bool:
    return any(other.reading.kind == "words" and other.column > piece.column for other in row.pieces)


def _caption(row: FormRow, document: Document) -> Group | None:
    """Returns the group named on the line right before a table."""
    if not row.gridded:
        return None
    return group_of(line_before(document, document.tables[row.block].start))


def take_four(cells: Sequence[tuple[str, Piece, FormRow, str]], year: int | None, notes: Notes) -> bool:
    """Keeps the figures of `read_four`, those of several named rows by what the names say; returns whether the names could be told."""
    standing = standing_of(dict.fromkeys(name for *_, name in cells), year)
    if standing is None:
        return False
    for metric, piece, row, name in cells:
        stands = standing[name]
        if stands == "prior":
            if piece.reading.kind in ("figure", "unread"):
                notes.account(piece, "prior")
        else:
            notes.take(metric, "all", piece, row, "", "", part=stands == "part")
    return True
