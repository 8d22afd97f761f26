"""What one cell of a statistics table says: nothing, a dash, a figure with its unit, a unit alone, a row number, or words.

A cell's figure is read whole or not at all: digits beside words are `unread`, never a prefix.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from extract.fold import fold
from extract.numerals import CHINESE, arabic_value, value_of
from extract.records import Qualifier

CellKind = Literal["blank", "none", "figure", "share", "unit", "ordinal", "words", "unread"]

#: Units of money in 万元; every other unit counts things, and counts are never converted into one another.
MONEY = {"元": Decimal("0.0001"), "千元": Decimal("0.1"), "万元": Decimal(1), "亿元": Decimal(10000)}
#: Stands for the unit of a figure written with 万 or 亿 and no counter: things can be so counted, money (2万 under 万元) cannot be told.
MYRIAD = "万"
#: A cell with more characters is running text; the longest label of a form with its note has 110.
RUNNING_TEXT = 200
_COUNTERS = "条|件次|件|份|次|场次|场|篇|个|人次|人|名|项|起|期|部|宗|例|户|页|家|亿元|万元|千元|元"
_UNIT_WORD = re.compile(rf"[(]?(?:单位:?)?({_COUNTERS})[)]?")

_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
#: 251000元 | 约27万余条 | +3 | —11 | 增加3项 | 减2 | 两万五千 | 1,234 | 16.8万元; a footnote mark may follow (5①, 12*).
_FIGURE = re.compile(
    rf"(?P<before>约|近|超过|超|逾|不足|不到)?(?P<sign>\+|-|—(?=\d)|增加?|新增|减少?|↑|↓)?(?P<arabic>{_ARABIC})?(?P<chinese>(?(arabic)(?!)|[{CHINESE}]+))?"
    rf"(?P<inside>[余多])?(?P<big>[万亿])?(?P<after>[余多+])?[(]?(?P<unit>{_COUNTERS})?[)]?(?P<behind>以上|左右|以下)?(?:[*①-⑳]|[(]?注\d?[)]?)?"
)
_NONE = re.compile(r"[-—―─一~/\\×*.…、]+|无|暂无|没有|无此项|空|[Nn][/.]?[Aa]|无数据|不涉及")
_SHARE = re.compile(r"[+-]?\d+(?:\.\d+)?[%‰]")
_ORDINAL = re.compile(
    r"[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)]?[、.)]|[(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)]|[①-⑳]|[甲乙丙丁]"
)
_LESS = ("-", "—", "减", "减少", "↓")
_HAS_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class CellReading:
    """What a cell says. `value` and `unit` belong to a figure; 万 and 亿 are multiplied out (16.8万元 is 168000 元)."""

    kind: CellKind
    value: Decimal | None = None
    unit: str = ""
    qualifier: Qualifier = "exact"


@lru_cache(maxsize=8192)
def read_cell(text: str) -> CellReading:
    """Returns what the cell's `text` says; white space around and between ideographs does not count."""
    if len(text) > 60:
        return CellReading("words")
    # A line break between digits may part two figures of two rows, so only spaces are thousands separators.
    folded = re.sub(r"(?<![\d\s])\s+|\s+(?![\d\s])", "", fold(text).strip("\n \u200b\ufeff"))
    if not folded:
        return CellReading("blank")
    if _UNIT_WORD.fullmatch(folded):
        return CellReading("unit", unit=_UNIT_WORD.sub(r"\1", folded))
    if _NONE.fullmatch(folded):
        return CellReading("none")
    if _SHARE.fullmatch(folded):
        return CellReading("share")
    match = _FIGURE.fullmatch(folded)
    if match:
        reading = _figure(match)
        if reading is not None:
            return reading
    if _ORDINAL.fullmatch(folded):
        return CellReading("ordinal")
    if re.search(r"[^\W\d_]", folded):
        return CellReading("words")
    return CellReading("unread") if _HAS_FIGURE.search(folded) else CellReading("words")


def _figure(match: re.Match[str]) -> CellReading | None:
    """Returns the figure of a match of `_FIGURE`, None if its numeral has no value."""
    if match["arabic"]:
        value = arabic_value(match["arabic"])
    elif match["chinese"]:
        value = value_of(match["chinese"])
    else:
        value = None
    if value is None:
        return None
    value *= {"万": 10**4, "亿": 10**8}.get(match["big"] or "", 1)
    unit = match["unit"] or (MYRIAD if match["big"] else "")
    before, behind = match["before"] or "", match["behind"] or ""
    qualifier: Qualifier = "exact"
    if before in ("近", "不足", "不到") or behind == "以下":
        qualifier = "below"
    elif before == "约" or behind == "左右":
        qualifier = "about"
    elif before or behind == "以上" or match["inside"] or match["after"]:
        qualifier = "at_least"
    sign = match["sign"] or ""
    return CellReading("figure", -value if sign in _LESS else value, unit, qualifier)


def in_unit(value: Decimal, unit: str, metric_unit: str) -> Decimal | None:
    """Returns `value` given in `unit` in the metric's own unit; None where one is money and the other is not.

    An empty unit is the metric's own. Counters (条, 件, 次 …) are one another's equals: bodies mix them freely.
    """
    if not unit or unit == metric_unit:
        return value
    if unit == MYRIAD:
        return None if metric_unit in MONEY else value
    if (unit in MONEY) != (metric_unit in MONEY):
        return None
    if unit not in MONEY:
        return value
    return (value * MONEY[unit] / MONEY[metric_unit]).normalize()
