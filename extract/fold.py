"""Length-preserving folding: the view of a text that all rules read, while offsets keep pointing into the text as it stands.

Full-width forms become ASCII, traditional characters simplified ones, the radicals that PDF fonts put in place of ideographs the
ideographs, and every kind of space a plain one. One character always becomes one character. 〇 and ○ stay: whether a circle is a
zero is for `extract.numerals` to say.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import opencc

#: CJK Radicals Supplement characters that have no compatibility decomposition, met in the text layer of PDFs exported by WPS and Word
#: (⺠⻓ in a 2024 city report), and what the Unicode table EquivalentUnifiedIdeograph gives for them.
_RADICALS = dict(
    zip(
        "⺁⺄⺆⺈⺉⺊⺋⺍⺕⺗⺘⺙⺝⺟⺠⺡⺢⺣⺤⺥⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乙冂刀刂卜㔾⺍彐⺗扌攵月母民氵氺灬爫爫牛犭王疋目示礻竹纟纟罒罒罒罒罒羊羊羊老肀聿肉臼艹艹艹虎衤西西见角讠贝足车辶辶辶邑钅长长长门阜阝雨青韦页风飞食食食饣饣马骨鬼鱼鸟卤麦黄黾齐齐齿齿龙龙龟龟龟",
        strict=True,
    )
)

#: Traditional or variant characters that the dictionary leaves alone because they are simplified characters of their own, met for another
#: one in reports: 谘詢 (Beijing 2010) is 咨询, 複 and 覆 both stand for 复 in 复议 and 答复.
_VARIANTS = {"谘": "咨", "覆": "复", "佈": "布", "㈠": "一"}

_SPACES = "\t\r\x0b\x0c\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

#: One-character stand-ins: dashes and minus signs that separate or sign figures, and the tilde family of ranges.
_PUNCTUATION = {"−": "-", "‐": "-", "‑": "-", "–": "-", "﹣": "-", "〜": "~", "∶": ":", "﹒": ".", "․": "."}


@cache
def _table() -> dict[int, str]:
    """Returns the translation table, built once from the dictionaries (10 ms)."""
    table: dict[int, str] = {}
    ideographs = [chr(code) for code in range(0x4E00, 0xA000)]
    # One character a line, so that no phrase rule of the dictionary can change a length.
    simplified = opencc.OpenCC("t2s").convert("\n".join(ideographs)).split("\n")
    table.update((ord(a), b) for a, b in zip(ideographs, simplified, strict=True) if a != b and len(b) == 1)
    for first, last in ((0xFF01, 0xFF5E), (0x2F00, 0x2FD5), (0xF900, 0xFAFF), (0x1D7CE, 0x1D7FF), (0xFFE0, 0xFFE6)):
        for code in range(first, last + 1):
            folded = unicodedata.normalize("NFKC", chr(code))
            if len(folded) == 1 and folded != chr(code):
                table[code] = table.get(ord(folded), folded)
    for character, ideograph in (*_RADICALS.items(), *_VARIANTS.items(), *_PUNCTUATION.items()):
        table[ord(character)] = ideograph
    table.update((ord(space), " ") for space in _SPACES)
    return table


def fold(text: str) -> str:
    """Returns `text` folded for reading; the result has the length of `text`."""
    return text.translate(_table())
