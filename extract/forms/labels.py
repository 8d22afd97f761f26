"""Labels of forms: what of a label's text counts, how alike two labels are, and which line of a form each row of a table is.

Labels drift (被依法纠错九, 告知做出更改, 政府信息查询点, 2.逾期不缴费), recur at several depths (其他, 总计, 被依法纠错数),
lose their numbers, gain notes. Nothing here lists variants: a label is reduced to what distinguishes it, compared with the lines of the
form by the characters that are rare in that form, and the rows of a table are laid along the lines of the form in the form's order and
under its headings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from extract.catalogue import FormLine
from extract.fold import fold
from extract.numerals import chinese_value

#: A longer text is a sentence, not a label; the longest label of the national forms has 45 characters without its note.
MAX_LABEL = 120

_HAN = "一二三四五六七八九十"
#: The number before a label: 一、 | （一） | 1. 1、 (1) ① | 其中：, and a Han numeral set off by a space only (一 本年新收).
_NUMBERING = re.compile(
    rf"\s*(?:(?P<han>[{_HAN}]{{1,3}})(?:[、.,:]|\s+)|[(](?P<bracketed>[{_HAN}]{{1,3}})[)][、.]?"
    rf"|[(]?(?P<arabic>\d{{1,2}})(?:[、.,)](?!\d)|\s+(?=\D))[)]?|(?P<circled>[①-⑳])|(?P<among>其中)[:,、]?)\s*"
)
#: A note in brackets (不同渠道和方式公开相同信息计1条), also one cut off by a page break before it closes.
_NOTE = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*(?:[)\]】〕]|$)")
#: What the label ends in beside its meaning: 数, 数量, 总数, 次数, 总次数, 件数.
_TAIL = re.compile(r"(?<=..)总?[次件个条人项]?数量?$")
_NOT_A_LETTER = re.compile(r"[\W_]+")
#: Labels that say the opposite differ by one character only: 同意公开答复数, 不同意公开答复数.
_NEGATION = re.compile(r"[不未无非否没]")
#: A unit in a label's brackets: 收取的费用（万元）, 本年收费金额（单位：万元）.
_UNIT_NOTE = re.compile(
    r"[(](?:计量)?(?:单位)?:?(万元|亿元|元|条|件|次|篇|个|人次|人|项|万条|万件|万人次|万次)[)]|单位:(万元|亿元|元|条|件|次|篇|个|人次|人|项)"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label as read: `bare` is what distinguishes it, `number` its place as (depth, ordinal), `unit` the unit its brackets name."""

    bare: str
    number: tuple[int, int] | None = None
    unit: str = ""
    #: Characters of the text that the numbering takes up.
    numbering: int = 0


@lru_cache(maxsize=8192)
def read_label(text: str) -> Label:
    """Returns what `text` says as a label. Depth 1 is 一、, 2 is （一）, 3 is any Arabic number, 4 is 其中."""
    folded = fold(text[: MAX_LABEL * 2])
    at, number = 0, None
    while match := _NUMBERING.match(folded, at):
        if match["han"] and match.end() == len(folded):
            break
        at = match.end()
        if match["han"] or match["bracketed"]:
            number = (1 if match["han"] else 2, chinese_value(match["han"] or match["bracketed"]) or 0)
        elif match["arabic"]:
            number = (3, int(match["arabic"]))
        elif match["circled"]:
            number = (3, ord(match["circled"]) - ord("①") + 1)
        elif number is None:
            number = (4, 1)
    unit = _UNIT_NOTE.search(folded)
    rest = folded[at:]
    bare = (_NOT_A_LETTER.sub("", _NOTE.sub("", rest)) or _NOT_A_LETTER.sub("", rest)).replace("其它", "其他")
    return Label(_TAIL.sub("", bare)[:MAX_LABEL], number, (unit[1] or unit[2]) if unit else "", at)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a layout: the catalogue's line, its label as read, and the lines above it in the hierarchy (outermost first).

    An `optional` line is a heading, or one that only some bodies add; the form is whole without it.
    """

    form_line: FormLine
    label: Label
    ancestors: tuple[int, ...]
    optional: bool


class Row(NamedTuple):
    """What is known of a table's row before it is found in a form. `above` are the bare labels of the group cells it stands under."""

    label: Label
    unit: str = ""
    above: tuple[str, ...] = ()
    #: Whether the row has value cells; a row without is a heading and only gives context.
    valued: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of one form in order, with what it takes to compare labels with them."""

    name: str
    lines: tuple[Line, ...]
    #: Bare label -> the lines it may be: EQUAL for those of that very label, SHORT for those whose label it shortens under the same number.
    exact: dict[str, dict[int, float]] = field(repr=False)
    #: Bare label -> the lines of that very label.
    equal: dict[str, tuple[int, ...]] = field(repr=False)
    #: How much a character says about which line it is: 1 / the number of lines it is in; a character the form does not have weighs 1.
    weights: dict[str, float] = field(repr=False)

    def equals(self, label: Label) -> tuple[int, ...]:
        """Returns the lines whose label is equal to `label`."""
        return self.equal.get(label.bare, ())

    def gap_after(self, line: int) -> int:
        """Returns the next line that the whole form has (-1 stands before the first line)."""
        return next((n for n in range(line + 1, len(self.lines)) if not self.lines[n].optional), len(self.lines))


#: What makes two labels equal, alike or one the short form of the other; see `_likeness`.
EQUAL, SHORT, SLOT = 1.0, 0.6, 0.25
#: Weighted share of common characters from which two labels are the same label with a slip (被依法纠错九: 0.7).
_LIKE = 0.6
#: Weighted share of a short label's characters that a line must have for the label to be its short form (逾期不缴费: all).
_SHORTENED = 0.9
#: The least weighted share, and weight, of common characters for a row that fills the one gap between its neighbours (政府信息查询点: 0.3).
_FILLS, _FILLS_WEIGHT = 0.12, 0.3
#: What agreement with the heading above is worth, and with the number: enough to decide between equal labels, never between unlike ones.
_UNDER_HEADING, _SAME_NUMBER = 0.3, 0.1
#: By how much a reading must beat the next best for the row to be called known.
_MARGIN = 0.15
#: Rows of unknown labels that are compared with every line; more of them is no statistics form.
MAX_UNKNOWN_LABELS = 200


def layout_of(name: str, form_lines: Sequence[tuple[FormLine, bool]]) -> Layout:
    """Returns the layout of `form_lines`, (line, optional) in the order of the form."""
    by_number: dict[tuple[str, ...], int] = {}
    lines: list[Line] = []
    for index, (form_line, optional) in enumerate(form_lines):
        path = tuple(_COMPONENT.findall(form_line.number))
        if not optional or not form_line.parent:
            by_number.setdefault(path, index)
        above = (by_number.get(path[:depth]) for depth in range(1, len(path)))
        label = read_label(form_line.label)
        label = Label(label.bare, _place(path[-1]) if path else None, label.unit)
        lines.append(Line(form_line, label, tuple(line for line in above if line is not None), optional))
    counts = Counter(character for line in lines for character in frozenset(line.label.bare))
    weights = {character: 1 / count for character, count in counts.items()}
    exact: dict[str, dict[int, float]] = {}
    for line in lines:
        if line.label.bare not in exact:
            likeness = {n: _likeness(line.label, "", other, weights) for n, other in enumerate(lines)}
            exact[line.label.bare] = {n: score for n, score in likeness.items() if score in (EQUAL, SHORT)}
    equal = {bare: tuple(n for n, score in likeness.items() if score >= EQUAL) for bare, likeness in exact.items()}
    return Layout(name, tuple(lines), exact, equal, weights)


def part_label(text: str, layout: Layout) -> tuple[tuple[str, ...], Label]:
    """Returns the groups that stand before a line's label in one cell, and the label: （三）不予公开 1.属于国家秘密.

    There are none, and `text` is the label as it is, where it is a line's own or what follows a group's name is no line's and not numbered.
    """
    label = whole = read_label(text)
    above: list[str] = []
    while not layout.equals(label):
        rest = fold(text)[label.numbering :]
        group = next((line.label.bare for line in layout.lines if line.optional and rest.startswith(line.label.bare)), None)
        text = rest[len(group) :].lstrip(" :,、-—·/\n") if group else ""
        if not group or not text:
            # A number of its own says that a label begins, also one that drifted: （六）其他处理①逾期不补正.
            return (tuple(above), label) if above and label.numbering else ((), whole)
        above.append(group)
        label = read_label(text)
    return tuple(above), label


_COMPONENT = re.compile(rf"[(][{_HAN}\d]+[)]|[{_HAN}]+|\d+|其中")


def ordinals(number: str) -> tuple[int, ...]:
    """Returns a catalogue number as ordinals that sort in the form's order: `三(三)4` is (3, 3, 4)."""
    return tuple(_place(component)[1] for component in _COMPONENT.findall(number))


def _place(component: str) -> tuple[int, int]:
    """Returns (depth, ordinal) of the last component of a catalogue number: `4` is (3, 4), `(三)` is (2, 3)."""
    if component == "其中":
        return 4, 1
    inner = component.strip("()")
    return (3, int(inner)) if inner.isdigit() else (1 + component.startswith("("), chinese_value(inner) or 0)


def _likeness(label: Label, unit: str, line: Line, weights: dict[str, float]) -> float:
    """Returns EQUAL, SHORT, SLOT or, for a label with a slip, a value between SHORT and EQUAL; 0 where `label` cannot be the line's."""
    if label.bare == line.label.bare:
        return EQUAL
    mine, theirs = frozenset(label.bare), frozenset(line.label.bare)
    if len(mine & theirs) < 2 or bool(_NEGATION.search(label.bare)) != bool(_NEGATION.search(line.label.bare)):
        return 0.0
    if unit and line.form_line.unit and (unit in _MONEY) != (line.form_line.unit in _MONEY):
        return 0.0
    common = sum(weights[c] for c in mine & theirs)
    own = sum(weights.get(c, 1.0) for c in mine)
    union = own + sum(weights[c] for c in theirs - mine)
    if label.number and line.label.number and label.number[0] == line.label.number[0] == 3 and label.number != line.label.number:
        # 2.职人员数 is not 1.专职人员数 with a slip: a row that drifted is only known by its number then.
        return 0.0
    # Lines under 其中 have no numbers on the form; some bodies give them some.
    same_number = _same_ordinal(label, line.label) or (label.number is not None and line.label.number == (4, 1))
    if common / union >= _LIKE:
        return SHORT + (EQUAL - SHORT) * 0.9 * common / union
    if common / own >= _SHORTENED and own >= 0.9 and same_number:
        return SHORT
    if same_number and common / union >= _FILLS and common >= _FILLS_WEIGHT and unit in ("", line.form_line.unit):
        return SLOT
    return 0.0


_MONEY = ("元", "万元", "亿元")


def align(rows: Sequence[Row], layout: Layout) -> list[int | None]:
    """Returns for each row the line of `layout` it is, None where that is not known beyond doubt.

    Rows follow the lines' order; where a line that is certain comes again (a table printed twice, two bodies' tables one after the other)
    the form is taken to begin anew.
    """
    found: list[int | None] = [None] * len(rows)
    candidates = _candidates(rows, layout)
    begin, furthest = 0, -1
    for index, row in enumerate(rows):
        scores = candidates[index]
        if row.valued and any(score >= EQUAL for score in scores.values()):
            if max(scores) <= furthest:
                _align_run(rows, candidates, layout, begin, index, found)
                begin, furthest = index, -1
            if len(scores) == 1:
                furthest = next(iter(scores))
    _align_run(rows, candidates, layout, begin, len(rows), found)
    return found


def _candidates(rows: Sequence[Row], layout: Layout) -> list[dict[int, float]]:
    """Returns for each row the lines it may be, with a score: likeness, and what agreement with number and heading adds."""
    known: dict[tuple[str, tuple[int, int] | None, str], dict[int, float]] = {}
    result: list[dict[int, float]] = []
    context: frozenset[int] = frozenset()
    for row in rows:
        label = row.label
        if row.above:
            context = _context(row.above, layout) or context
        key = (label.bare, label.number, row.unit)
        scores = known.get(key)
        if scores is None:
            scores = layout.exact.get(label.bare, {})
            if not scores and row.valued and label.bare and len(known) < MAX_UNKNOWN_LABELS:
                likeness = ((n, _likeness(label, row.unit, line, layout.weights)) for n, line in enumerate(layout.lines))
                scores = {n: score for n, score in likeness if score}
            if label.number is not None:
                scores = {n: s + _SAME_NUMBER * _same_ordinal(label, layout.lines[n].label) for n, s in scores.items()}
                scores = {n: s for n, s in scores.items() if not _better_by_number(label, n, layout)}
            known[key] = scores
        result.append({n: s + _UNDER_HEADING * (not context.isdisjoint(layout.lines[n].ancestors[-1:])) for n, s in scores.items()})
        equal = layout.equals(label)
        if len(equal) == 1:
            context = frozenset((*layout.lines[equal[0]].ancestors, equal[0]))
    return result


def _better_by_number(label: Label, number: int, layout: Layout) -> bool:
    """Returns whether the label's number is that of a sibling line it resembles too (4.同意公开答复数 beside 4.不同意公开答复数)."""
    line = layout.lines[number]
    if _same_ordinal(label, line.label) or line.label.number is None:
        return False
    mine = frozenset(label.bare)
    for sibling in layout.lines:
        if sibling.ancestors == line.ancestors and _same_ordinal(label, sibling.label):
            theirs = frozenset(sibling.label.bare)
            if sum(layout.weights.get(c, 1.0) for c in mine & theirs) >= _LIKE * sum(layout.weights.get(c, 1.0) for c in mine | theirs):
                return True
    return False


def _same_ordinal(label: Label, other: Label) -> bool:
    """Returns whether both labels are numbered with the same ordinal; the depth drifts (1. for （一）), the ordinal does not."""
    return label.number is not None and other.number is not None and label.number[1] == other.number[1]


def _context(above: Sequence[str], layout: Layout) -> frozenset[int]:
    """Returns the lines that the group cells to the left of a row name, with their ancestors."""
    named = {line for label in above for line in layout.equal.get(label, ())}
    return frozenset(ancestor for line in named for ancestor in (*layout.lines[line].ancestors, line))


def _align_run(
    rows: Sequence[Row], candidates: Sequence[dict[int, float]], layout: Layout, begin: int, end: int, found: list[int | None]
) -> None:
    """Lays rows `begin:end` along the lines: the chain of rising lines with the highest score.

    A pair (row, line) scores what the best chain before it, the pair itself and the best chain after it score together. A row is known
    where its line is on the best chain and leads every other line by the margin; a row of slight likeness only where it fills the gap.
    """
    valued = [index for index in range(begin, end) if rows[index].valued]
    count = len(layout.lines)
    before: list[dict[int, float]] = []
    best = [0.0] * (count + 1)
    for index in valued:
        up_to = list(accumulate(best, max))
        scores = {line: up_to[line] for line in candidates[index]}
        before.append(scores)
        for line, score in scores.items():
            best[line + 1] = max(best[line + 1], score + candidates[index][line])
    top = max(best)
    best = [0.0] * (count + 1)
    chosen: list[int | None] = [None] * len(valued)
    leads: list[bool] = [False] * len(valued)
    for position in range(len(valued) - 1, -1, -1):
        scores, pairs = before[position], candidates[valued[position]]
        from_end = list(accumulate(reversed(best), max))
        after = {line: from_end[count - line - 1] for line in scores}
        totals = sorted(((scores[line] + pairs[line] + after[line], line) for line in scores), reverse=True)
        for line in scores:
            best[line] = max(best[line], after[line] + pairs[line])
        if totals and totals[0][0] > top - 1e-6:
            chosen[position] = totals[0][1]
            leads[position] = len(totals) == 1 or totals[0][0] - totals[1][0] >= _MARGIN
    times = Counter(rows[index].label.bare for index in valued)
    for position, index in enumerate(valued):
        own = chosen[position]
        # More rows of one label than the form has: which of them are the form's cannot be told.
        if own is None or not leads[position] or times[rows[index].label.bare] > len(candidates[index]):
            continue
        above = chosen[position - 1] if position else -1
        below = chosen[position + 1] if position + 1 < len(valued) else len(layout.lines)
        follows = above is not None and layout.gap_after(above) == own
        leads_on = below is not None and layout.gap_after(own) == below
        if _likeness(rows[index].label, rows[index].unit, layout.lines[own], layout.weights) < SHORT and not (follows and leads_on):
            continue
        # 被依法纠错数 stands under two headings: alone between rows that are not its neighbours, or behind a row that is not known (which
        # may have been its heading, or the end of the other's rows), it may have lost its own.
        is_behind_known = position > 0 and found[valued[position - 1]] is not None
        if len(layout.equals(rows[index].label)) > 1 and not (rows[index].above or (is_behind_known and (follows or leads_on))):
            continue
        found[index] = own
