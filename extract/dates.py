"""Dates and years as these pages write them, the ones that lost characters included.

Everything here reads folded text (`extract.fold.fold`): half-width digits, simplified characters. A writing that allows more than one
reading gives no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

FIRST_YEAR, LAST_YEAR = 1990, 2099

#: 零 is written 〇 (ideographic zero), ○ (a circle), O or 0 where an input method had nothing better: 二○一七年, 二0一七年.
_DIGITS = {
    **{digit: number for number, digit in enumerate("〇一二三四五六七八九")},
    "○": 0,
    "零": 0,
    "O": 0,
    "o": 0,
    "0": 0,
    "◯": 0,
    "Ｏ": 0,
}
_ZERO = "〇○◯零OoＯ0"
_CHINESE_YEAR = rf"[一二][九{_ZERO}][{_ZERO}一二三四五六七八九]{{2}}"
_CHINESE_NUMBER = r"(?:[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])"
_YEAR = r"(?:19|20)\d\d"
#: Spaces inside a date; bounded, so that a megabyte of them costs nothing.
_GAP = r"\s{0,4}"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: `text[start:end]` is how it is written, `iso` what it means (YYYY-MM-DD)."""

    start: int
    end: int
    iso: str


#: Each writing by its name; the groups are year, month and day, or `run` where month and day stand together.
_WRITINGS = re.compile(
    "|".join(
        (
            # chinese: 二○一七年三月二十五日
            rf"(?P<cy>{_CHINESE_YEAR}){_GAP}年{_GAP}(?P<cm>{_CHINESE_NUMBER}){_GAP}月{_GAP}(?P<cd>{_CHINESE_NUMBER}){_GAP}日?",
            # plain: 2017年3月9日; the year's 年 lost: 20251月1日; the day's 日 missing: 2017年3月9
            rf"(?<!\d)(?P<y>{_YEAR}){_GAP}年?{_GAP}(?P<m>\d{{1,2}}){_GAP}月{_GAP}(?P<d>\d{{1,2}})(?!\d){_GAP}日?",
            # separated: 2017-03-09, 2017/3/9, 2017.01.05; the same mark twice
            rf"(?<!\d)(?P<sy>{_YEAR})\s?(?P<sep>[-/.])\s?(?P<sm>\d{{1,2}})\s?(?P=sep)\s?(?P<sd>\d{{1,2}})(?!\d)",
            # run together: 201211日 (年 and 月 lost), 2025年115日 (月 lost; two digits there are a day without a month), 20170309
            rf"(?<!\d)(?P<ry>{_YEAR})(?P<run>\d{{2,4}}|年\d{{3,4}})日",
            rf"(?<!\d)(?P<ey>{_YEAR})(?P<em>\d\d)(?P<ed>\d\d)(?!\d|[条件次份篇人个万])",
        )
    )
)


def dates_in(text: str) -> Iterator[WrittenDate]:
    """Yields the complete dates of a folded text in order; an impossible or ambiguous one is left out."""
    for match in _WRITINGS.finditer(text):
        iso = _read(match)
        if iso is not None:
            yield WrittenDate(match.start(), match.end(), iso)


def iso_date(text: str) -> str | None:
    """Returns the first complete date of a folded text as YYYY-MM-DD, None where it has none."""
    return next((found.iso for found in dates_in(text)), None)


def _read(match: re.Match[str]) -> str | None:
    if match["cy"]:
        return _iso(_chinese_year(match["cy"]), _chinese_number(match["cm"]), _chinese_number(match["cd"]))
    if match["run"]:
        return _split(int(match["ry"]), match["run"].removeprefix("年"))
    for year, month, day in (("y", "m", "d"), ("sy", "sm", "sd"), ("ey", "em", "ed")):
        if match[year]:
            return _iso(int(match[year]), int(match[month]), int(match[day]))
    raise AssertionError("a writing without a reading")


def _split(year: int, run: str) -> str | None:
    """Returns the date of a run of month and day digits where exactly one split gives a date: 11 is 1-1, 1231 is 12-31, 115 is two."""
    readings = {_iso(year, int(run[:cut]), int(run[cut:])) for cut in (1, 2) if run[cut:] and run[0] != "0" and run[cut] != "0"} - {None}
    if len(run) == 4:
        readings = {_iso(year, int(run[:2]), int(run[2:]))}
    return readings.pop() if len(readings) == 1 else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _chinese_year(text: str) -> int:
    return int("".join(str(_DIGITS[character]) for character in text))


def _chinese_number(text: str) -> int:
    """Returns the number of 一 … 三十一, 廿五, 卅: all a month or a day can be."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, mark, ones = text.rpartition("十")
    return (_DIGITS[tens] if tens else 1) * 10 * bool(mark) + (_DIGITS[ones] if ones else 0)


#: A year as a year of reporting: 2016年, 2016年度, 2016 年, 二〇一七年. In a heading it may stand bare (吉林市人民政府2017政府信息公开…).
_YEAR_WRITTEN = re.compile(rf"(?<!\d)(?P<y>{_YEAR})(?:\s*(?P<mark>年度?)|(?!\d))|(?P<c>{_CHINESE_YEAR})\s*(?P<cmark>年度?)?")


@dataclass(frozen=True, slots=True)
class WrittenYear:
    """A year in a text; `marked` says whether 年 stands after it."""

    start: int
    end: int
    year: int
    marked: bool


def years_in(text: str) -> Iterator[WrittenYear]:
    """Yields the years of a folded text in order, bare four-digit ones included."""
    for match in _YEAR_WRITTEN.finditer(text):
        year = int(match["y"]) if match["y"] else _chinese_year(match["c"])
        if FIRST_YEAR <= year <= LAST_YEAR:
            yield WrittenYear(match.start(), match.end(), year, bool(match["mark"] or match["cmark"]))
