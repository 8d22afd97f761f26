"""Table three whose cells ran together: 一、本年新收政府信息公开申请数量713000074 holds seven figures.

Such a row is decoded only where the form's own rules leave exactly one reading of the whole table: each row's last figure is the sum of
the six before it, per column the outcomes add up to 总计, and 一 + 二 = 三（七）+ 四. A row of seven digits has one reading by its length
alone and needs its sum only. Everything else stays unread.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product, zip_longest
from typing import NamedTuple

from extract.catalogue import FORM_LINES, PARTIES
from extract.document import Document
from extract.fold import fold
from extract.forms.labels import read_label
from extract.forms.layouts import table_three, table_two

Reading = tuple[int, ...]

_WIDTH = len(PARTIES)
#: Longer runs of digits are no row of the form; a large city's row has 22.
_LONGEST = 30
#: More rows than the form has are not decoded.
_MOST_ROWS = 30
#: Partial sums kept while the table is solved; a table with more has too many readings to have one.
_MOST_STATES = 20_000


@dataclass(frozen=True, slots=True)
class FlatRow:
    """A row that ran together: `document.text[start:end]` is label and digits, the digits begin at `digits`.

    `values` are its seven figures in the form's order, None where its reading is not certain.
    """

    metric: str
    start: int
    digits: int
    end: int
    values: Reading | None


def read_flattened(document: Document) -> list[FlatRow]:
    """Returns the rows of table three in the running text whose digits ran together, in order."""
    rows = [row for start, end in _stretches(document) for row in _rows(document.folded, start, end)]
    if len({row.metric for row in rows}) < len(rows) or len(rows) > _MOST_ROWS:
        return rows
    readings = {row.metric: list(_splits(document.folded[row.digits : row.end])) for row in rows}
    solved = _solve(readings)
    result: list[FlatRow] = []
    for row in rows:
        values = None if solved is None else solved[row.metric]
        if values is None and row.end - row.digits == _WIDTH and len(readings[row.metric]) == 1:
            values = readings[row.metric][0]
        result.append(FlatRow(row.metric, row.start, row.digits, row.end, values))
    return result


#: Heads of table two that ran together: 信息内容本年制发件数本年废止件数现行有效件数.
_HEADS = re.compile(r"信息内容.*?(?:制发|制作|上一年|采购项目).{0,6}?(?:废止|公开|增/?减|采购总).*")
#: A row below them: 行政规范性文件3061, 行政许可12-34.
_BELOW_HEADS = re.compile(r"(?P<label>[^\d，。；:：]{2,60}?)(?P<digits>[-+]?\d[-+\d.]+元?)")


class FlatCells(NamedTuple):
    """A row of table two that ran together: `document.text[start:end]` is label and figures, these begin at `digits`.

    Which digits are whose is not told, but for as many zeros as the row has columns: `zeros` are the metrics that are nought then.
    """

    start: int
    digits: int
    end: int
    zeros: tuple[str, ...]


def run_together_rows(document: Document) -> list[FlatCells]:
    """Returns the rows of table two whose figures ran together."""
    rows: list[FlatCells] = []
    heads = ""
    for start, end in document.paragraphs:
        if end - start > _LONGEST_LINE:
            heads = ""
        elif document.folded.startswith("信息内容", start):
            heads = document.folded[start:end] if _HEADS.fullmatch(document.folded, start, end) else ""
        elif heads and (row := _BELOW_HEADS.fullmatch(document.folded, start, end)):
            metrics = _metrics_under(heads, row["label"])
            rows.append(FlatCells(start, row.start("digits"), end, metrics if row["digits"] == "0" * len(metrics) else ()))
        else:
            heads = ""
    return rows


def _metrics_under(heads: str, label: str) -> tuple[str, ...]:
    """Returns the metrics of the row called `label` under heads that ran together, () where they are not all that a form has over it."""
    subject = table_two().words.get(read_label(label).bare)
    columns = (columns for (of, _), columns in _columns().items() if of == subject)
    return next((tuple(c.values()) for c in columns if _letters(heads) == "信息内容" + "".join(map(_letters, c))), ())


@cache
def _columns() -> Mapping[tuple[str, str], Mapping[str, str]]:
    """Returns the columns that each form has for each subject of table two, in order: head -> metric."""
    columns: dict[tuple[str, str], dict[str, str]] = {}
    for line in FORM_LINES:
        subject, _, head = line.label.partition("·")
        if line.form != "2014" and line.number.startswith("第二十条"):
            columns.setdefault((table_two().words[read_label(subject).bare], line.form), {})[head] = line.metric
    return columns


def _letters(words: str) -> str:
    """Returns `words` without spaces, marks and what stands in brackets: 本年收费金额（单位：万元） gives 本年收费金额."""
    return re.sub(r"\([^()]*\)|[\W_]", "", fold(words))


_LONGEST_LINE = 120
#: A row of the form's digits right behind its label. Digits are rarer than characters, so the search goes by them.
_RUN_TOGETHER = re.compile(rf"\d(?:(?<=[\u4e00-\u9fff)]\d)|(?<=[\u4e00-\u9fff)] \d))\d{{{_WIDTH - 1},{_LONGEST - 1}}}(?!\d)")
#: The digits of a row below its label, in a line of their own.
_DIGITS_ALONE = re.compile(rf"\s*\d{{{_WIDTH},{_LONGEST}}}\s*")
#: The form in running text is shorter than this.
_LONGEST_TEXT = 8_000


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """Yields the stretch of running text from the first row that ran together to the end of that text."""
    label = 0
    for start, end in document.paragraphs:
        if end - start < _WIDTH or not _RUN_TOGETHER.search(document.folded, start, end):
            if not _DIGITS_ALONE.fullmatch(document.folded, start, end):
                label = start
                continue
            start = label  # 一、本年新收政府信息公开申请数量 | 713000074
        if any(_rows(document.folded, start, min(end, start + _LONGEST_TEXT))):
            following = (table.start for table in document.tables if table.start > start)
            yield start, min(next(following, len(document.text)), start + _LONGEST_TEXT)
            return


@cache
def _labels() -> re.Pattern[str]:
    """Returns the pattern of the form's labels, one group for each line; a label may have its number before it and its note behind."""
    alternatives = []
    for number, line in enumerate(table_three().lines):
        words = re.escape(fold(re.sub(r"（.*", "", line.form_line.label)))
        alternatives.append(rf"(?P<line{number}>{words})")
    longest_first = sorted(alternatives, key=len, reverse=True)
    return re.compile(rf"(?:[(]?[一二三四五六七][)、]|\d[.、])?\s*(?:{'|'.join(longest_first)})(?:[(][^()]{{0,40}}[)])?")


def _rows(folded: str, start: int, end: int) -> Iterator[FlatRow]:
    """Yields the labels of table three in `folded[start:end]` that nothing but a run of digits follows up to the next label."""
    folded = folded[start:end]
    labels = list(_labels().finditer(folded))
    for label, following in zip_longest(labels, labels[1:]):
        line = table_three().lines[int((label.lastgroup or "line0")[4:])].form_line
        between = folded[label.end() : following.start() if following else len(folded)]
        digits = re.match(rf"\s*(\d{{{_WIDTH},{_LONGEST}}})(?=\s*$|\n)", between)
        if line.metric and digits:
            yield FlatRow(
                line.metric, start + label.start(), start + label.end() + digits.start(1), start + label.end() + digits.end(1), None
            )


def _splits(digits: str) -> Iterator[Reading]:
    """Yields the ways to read `digits` as seven figures without leading zeros, the last the sum of the others."""

    def parts(at: int, left: int, total: int) -> Iterator[Reading]:
        if left == 1:
            last = digits[at:]
            if last == str(total):
                yield (total,)
            return
        longest = 1 if digits[at] == "0" else len(digits) - at - left + 1
        for length in range(1, longest + 1):
            value = int(digits[at : at + length])
            # The total is the longest number; what is left must have room for it.
            if len(str(total + value)) > len(digits) - at - length - (left - 2):
                break
            for rest in parts(at + length, left - 1, total + value):
                yield (value, *rest)

    yield from parts(0, _WIDTH, 0)


@cache
def _outcomes() -> tuple[tuple[str, ...], ...]:
    """Returns the outcome rows that make up 总计, for the form of 2019 and that of 2021."""
    return tuple(
        tuple(line.metric for line in FORM_LINES if line.form == form and line.parent == "outcome_total") for form in ("2019", "2021")
    )


def _solve(readings: Mapping[str, Sequence[Reading]]) -> Mapping[str, Reading] | None:
    """Returns the one reading of all rows that satisfies the column rules; None where there is none, more than one, or a row is lacking."""
    frame = ("requests_received", "requests_carried_in", "outcome_total", "requests_carried_out")
    outcomes = next((form for form in _outcomes() if set(form) | set(frame) == set(readings)), None)
    if outcomes is None or math.prod(len(readings[metric]) for metric in frame) > _MOST_STATES:
        return None
    sums: dict[Reading, tuple[int, tuple[Reading, ...]]] = {(0,) * _WIDTH: (1, ())}
    if not readings["outcome_total"]:
        return None
    ceiling = tuple(max(column) for column in zip(*readings["outcome_total"], strict=True))
    for metric in outcomes:
        grown: dict[Reading, tuple[int, tuple[Reading, ...]]] = {}
        for so_far, (count, chosen) in sums.items():
            for reading in readings[metric]:
                added = tuple(a + b for a, b in zip(so_far, reading, strict=True))
                if all(a <= b for a, b in zip(added, ceiling, strict=True)):
                    grown[added] = (grown[added][0] + count if added in grown else count, (*chosen, reading))
        if len(grown) > _MOST_STATES:
            return None
        sums = grown
    found: Mapping[str, Reading] | None = None
    for received, carried_in, total, carried_out in product(*(readings[metric] for metric in frame)):
        count, chosen = sums.get(total, (0, ()))
        balanced = all(a + b == c + d for a, b, c, d in zip(received, carried_in, total, carried_out, strict=True))
        if not count or not balanced:
            continue
        if count > 1 or found is not None:
            return None
        found = dict(zip((*frame, *outcomes), (received, carried_in, total, carried_out, *chosen), strict=True))
    return found
