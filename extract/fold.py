"""Length-preserving folding: the view of a text that all rules read, while offsets keep pointing into the text as it stands.

Full-width forms become ASCII, traditional characters simplified ones, words of Taiwan those of the mainland, the radicals that PDF
fonts put in place of ideographs the ideographs, and every kind of space a plain one. One character always becomes one character.
〇 and ○ stay: whether a circle is a zero is for `extract.numerals` to say.
"""

from __future__ import annotations

import re
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


#: A full-width comma among full-width digits is no punctuation: １，２０８. The comma comes first, so that the search leaps to it.
#: Nor is one between a bare number and just three digits with a counter (公开12，345条), but in a list (分别为12，345条; 3，120，345条).
_SEPARATOR = re.compile(r"，(?:(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))|(?<=[0-9]，)(?=[0-9]{3}[余餘多]?[条條件次人篇份则則项項宗起]))")
_ONE_NUMBER = re.compile(r"(?:(?!分[别別]|依次|各[为為有是]).){0,18}[一-鿿:：][0-9]{1,3}", re.DOTALL)
#: How far back the words are looked at that stand before such a number.
_WORDS_BEFORE = 20

#: The last character that is folded is a mathematical digit.
_LAST = 0x1D7FF


#: What the gates of mainland portals to Taiwan (big5.…gov.cn) and some mirrors put for words of the mainland, and these, of the same
#: length. 檔案 alone stays: it stands for 文件 and for 档案 (檔案館).
_TAIWANESE = {
    "資訊": "信息",
    "訊息": "信息",
    "線上": "在线",
    "網路": "网络",
    "入口網站": "门户网站",
    "規範性檔案": "规范性文件",
    "政策性檔案": "政策性文件",
    "郵遞區號": "邮政编码",
    "透過": "通过",
}
#: In 線上線下 the mainland says so too.
_TAIWANESE_WORD = re.compile("|".join(_TAIWANESE).replace("線上", "線上(?![、與和及]?線下)"))


@cache
def _table() -> list[int]:
    """Returns what each character becomes, by its code, built once from dictionaries (15 ms); a list is read twice as fast as a dict."""
    table: list[int] = list(range(_LAST + 1))
    ideographs = [chr(code) for code in range(0x4E00, 0xA000)]
    # One character a line, so that no phrase rule of the dictionary can change a length.
    simplified = opencc.OpenCC("t2s").convert("\n".join(ideographs)).split("\n")
    for ideograph, simple in zip(ideographs, simplified, strict=True):
        if len(simple) == 1:
            table[ord(ideograph)] = ord(simple)
    for first, last in ((0xFF01, 0xFF5E), (0x2F00, 0x2FD5), (0xF900, 0xFAFF), (0x1D7CE, _LAST), (0xFFE0, 0xFFE6)):
        for code in range(first, last + 1):
            folded = unicodedata.normalize("NFKC", chr(code))
            if len(folded) == 1:
                table[code] = table[ord(folded)] if ord(folded) <= _LAST else ord(folded)
    for character, folded in (*_RADICALS.items(), *_VARIANTS.items(), *_PUNCTUATION.items(), ("，", "，")):
        table[ord(character)] = ord(folded)
    for space in _SPACES:
        table[ord(space)] = ord(" ")
    return table


def fold(text: str) -> str:
    """Returns `text` folded for reading; the result has the length of `text`."""
    return _without_taiwanese(text).replace("，", ",").translate(_table())


def fold_running(text: str) -> str:
    """Returns `text` folded as running text, in which a full-width comma is punctuation, and seldom a separator of thousands."""
    return _SEPARATOR.sub(_separator, _without_taiwanese(text)).translate(_table())


def _separator(match: re.Match[str]) -> str:
    """Returns what a full-width comma before three digits is: a separator of thousands, or itself."""
    text, at = match.string, match.start()
    return "," if text[at - 1] > "9" or _ONE_NUMBER.fullmatch(text, max(0, at - _WORDS_BEFORE), at) else "，"


def _without_taiwanese(text: str) -> str:
    """Returns `text` with words of Taiwan said as the mainland does, which hardly any text needs."""
    for word in _TAIWANESE:
        if word in text:
            return _TAIWANESE_WORD.sub(lambda match: _TAIWANESE[match.group()], text)
    return text
