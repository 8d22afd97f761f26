"""Numerals as they are written in reports, read to exact values: Arabic, full-width (folded before), Chinese, and mixed with 万 and 亿.

A numeral is read whole or not at all; no prefix of one is ever a value.
"""

from __future__ import annotations

import re
from decimal import Decimal

_DIGIT = {"零": 0, "〇": 0, "○": 0, "一": 1, "壹": 1, "二": 2, "两": 2, "贰": 2, "三": 3, "叁": 3, "四": 4, "肆": 4}
_DIGIT |= {"五": 5, "伍": 5, "六": 6, "陆": 6, "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9}
_TENS = {"廿": 20, "卅": 30}
_UNIT = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIAD = {"万": 10**4, "亿": 10**8}

#: Every character a Chinese numeral may hold.
CHINESE = "".join((*_DIGIT, *_TENS, *_UNIT, *_MYRIAD))

_CHINESE = frozenset(CHINESE)
_ZEROS = frozenset("零〇○")
#: Fewer digits without units between them are a range: 三五件, 一两名.
_FEWEST_IN_A_ROW = 4
#: What words behind an Arabic numeral multiply it by.
_FACTORS = (("万亿", 10**12), ("千万", 10**7), ("百万", 10**6), ("亿", 10**8), ("万", 10**4), ("千", 10**3), ("百", 10**2))
_ARABIC = re.compile(r"[-+]?\d+(?:\.\d+)?")


def chinese_value(text: str) -> int | None:
    """Returns the value of a Chinese numeral (`两万五千八百`, `二十五`, `廿`, `二〇一七`), None if it is not one.

    Digits without units are read one by one (years, telephone style) where they are four or more or have a zero among them; two or
    three alone (`三五`件) and two adjacent digits beside a unit (`两三千`) are a range and no value.
    """
    if not text:
        return None
    if all(character in _DIGIT for character in text):
        is_range = 1 < len(text) < _FEWEST_IN_A_ROW and not _ZEROS.intersection(text)
        return None if is_range else int("".join(str(_DIGIT[character]) for character in text))
    total = section = 0
    digit: int | None = None
    last_unit = 10**9
    for character in text:
        if character in _DIGIT:
            if digit is not None and digit != 0:
                return None
            digit = _DIGIT[character]
        elif character in _TENS:
            if digit is not None:
                return None
            section += _TENS[character]
            last_unit = 10
        elif character in _UNIT:
            unit = _UNIT[character]
            if unit >= last_unit:
                return None
            section += (1 if digit is None else digit) * unit
            digit, last_unit = None, unit
        elif character in _MYRIAD:
            whole = section + (digit or 0)
            if whole == 0:
                whole = 1 if total == 0 else total
                total = 0 if total else total
            if _MYRIAD[character] == 10**8:
                total = (total + whole) * 10**8
            else:
                total += whole * 10**4
            section, digit, last_unit = 0, None, 10**9
        else:
            return None
    if digit is not None and digit != 0 and last_unit in (100, 1000) and not text.endswith(tuple("零〇")) and text[-2] not in "零〇○":
        # 三百五 is said for 350: reports write 三百五十, so a bare digit after 百 is a slip we do not settle.
        return None
    return total + section + (digit or 0)


def arabic_value(text: str) -> Decimal | None:
    """Returns the value of an Arabic numeral, separators and spaces allowed (`1,200,078`, `1 200 078`, `-35`), None if it is not one."""
    plain = re.sub(r"(?<=\d)[, ](?=\d{3}(?!\d))", "", text)
    if not _ARABIC.fullmatch(plain):
        return None
    return Decimal(plain)


def value_of(text: str) -> Decimal | None:
    """Returns the value of any numeral, with 千, 万 or 亿 after an Arabic one (`23.9847万` 239847), None if it is not one."""
    if text.isdecimal():
        return Decimal(text)
    if text[:1] in _CHINESE:
        chinese = chinese_value(text)
        return None if chinese is None else Decimal(chinese)
    for suffix, factor in _FACTORS:
        if text.endswith(suffix):
            number = arabic_value(text[: -len(suffix)])
            if number is not None:
                return number * factor
    return arabic_value(text)
