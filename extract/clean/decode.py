"""Bytes to text, by our own rule, and the rule that decided is said in the result.

Why not leave it to a parser: given GBK bytes declared gb2312, lexbor returns a twentieth of the text, lxml stops at the first character
beyond GB2312 (〇, 镕, both common in dates and names), and BeautifulSoup with lxml returns nothing for the same pages. So parsers get text.

What a page is follows first from its bytes: Chinese in GBK is never valid UTF-8 (but for a handful of characters), so UTF-8 needs no
declaration and a declaration of it is worth nothing. Declarations only decide between GB18030 and Big5. Rules, in this order:

| rule             | decides when                                                                                           |
|------------------|--------------------------------------------------------------------------------------------------------|
| `bom`            | the file begins with a byte order mark and reads by it                                                 |
| `utf-16`         | every other byte of its beginning is zero                                                              |
| `ascii`          | no byte beyond ASCII                                                                                   |
| `utf-8`          | all of it is valid UTF-8; a character cut off at the end of the data does not count against it         |
| `utf-8-damaged`  | few of its characters are not (a summary cut in mid-character, a counter included in another charset)  |
| `header`         | the HTTP header names a Chinese charset, and the page none or the same                                 |
| `meta`           | the page itself does, and the header none                                                              |
| `header-or-meta` | they differ: the one in which the commonest characters of such pages stand                             |
| `detected`       | neither does: likewise                                                                                 |
| `fallback`       | those characters stand in neither reading: GB18030, which covers every older charset of the mainland   |

Detection is ours too: faust-cchardet 3.2 takes two of five whole reports in GBK for Big5 (confidence 0.72 and 0.84) and a third for UTF-8.

Characters that cannot be read become U+FFFD, never a guess.
"""

from __future__ import annotations

import codecs
import re

from bs4.dammit import EncodingDetector

from extract.records import Decoding

#: Declared names and the charset that reads what such pages hold: gb2312 is declared and GBK or GB18030 meant, on nearly all of them.
CHARSETS = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5hkscs",
}

BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

#: A UTF-8 page with damage has a few bad characters, a GBK page read as UTF-8 has mostly bad ones.
DAMAGE = 0.02

#: The commonest characters of government pages in either script. Two-byte charsets put other characters in their places, so the wrong
#: reading holds hardly one of them: a report has hundreds in its own charset, none to three in the other.
COMMONEST = frozenset("的年政府信息公开工作市一和为不中国在有人開務會資訊國為這個來時對於")

#: How much of the data is looked at to tell charsets apart.
SAMPLE = 65536

#: What follows `charset=` in a Content-Type header, such as `text/html;charset="GB2312"`.
HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s\"';,]+)", re.IGNORECASE)

#: The first character of U+0800 and above: UTF-8 needs three bytes for it, as for every Chinese character.
THREE_BYTES = re.compile("[\u0800-\U0010ffff]")

ASCII = bytes(range(128))


def decode(data: bytes, content_type: str | None = None) -> tuple[str, Decoding]:
    """Returns the text of `data`, without lone surrogates, and how it was decoded; `content_type` is the HTTP header's value."""
    for mark, charset in BYTE_ORDER_MARKS:
        if data.startswith(mark) and (text := _read(data[len(mark) :], charset)) is not None:
            return text, Decoding(charset, "bom")
    if unmarked := _utf_16_without_mark(data[:1024]):
        return _read_damaged(data, unmarked), Decoding(unmarked, "utf-16")
    if data.isascii():
        return data.decode("ascii"), Decoding("utf-8", "ascii")
    if (text := _read(data, "utf-8")) is not None and (THREE_BYTES.search(text) or _read(data, "gb18030") is None):
        return text, Decoding("utf-8", "utf-8")
    if 0 < _damage(data[:SAMPLE]) < DAMAGE:
        return data.decode("utf-8", errors="replace"), Decoding("utf-8", "utf-8-damaged")
    charset, rule = _chinese_charset(data, content_type)
    return _read_damaged(data, charset), Decoding(charset, rule)


def _damage(data: bytes) -> float:
    """The share of characters beyond ASCII that are no UTF-8, each taken for three bytes."""
    return data.decode("utf-8", errors="replace").count("\ufffd") * 3 / len(data.translate(None, ASCII))


def _chinese_charset(data: bytes, content_type: str | None) -> tuple[str, str]:
    """Which Chinese charset data that is no UTF-8 is in, and the rule that says so."""
    match = HEADER_CHARSET.search(content_type or "")
    header = CHARSETS.get(match[1].lower()) if match else None
    # BeautifulSoup's reading of a declaration knows <meta charset>, http-equiv and <?xml encoding?>, quoted and unquoted.
    meta = CHARSETS.get(EncodingDetector.find_declared_encoding(data, is_html=True) or "")
    if header and meta in (None, header):
        return header, "header"
    if meta and not header:
        return meta, "meta"
    sample = data[:SAMPLE]
    common = {charset: sum(map(COMMONEST.__contains__, sample.decode(charset, errors="ignore"))) for charset in ("gb18030", "big5hkscs")}
    if common["gb18030"] == common["big5hkscs"]:
        return "gb18030", "fallback"
    return max(common, key=common.__getitem__), "header-or-meta" if header else "detected"


def _read(data: bytes, charset: str) -> str | None:
    """The text of `data` if all of it is valid; a last character that is cut off is left out."""
    try:
        return codecs.getincrementaldecoder(charset)("strict").decode(data, final=False)
    except UnicodeDecodeError:
        return None


def _read_damaged(data: bytes, charset: str) -> str:
    text = _read(data, charset)
    return data.decode(charset, errors="replace") if text is None else text


def _utf_16_without_mark(beginning: bytes) -> str | None:
    """UTF-16 without a byte order mark shows in its ASCII tags: `<\\0h\\0t\\0m\\0l\\0`."""
    half = len(beginning) // 2
    if half < 2:
        return None
    if beginning[1::2].count(0) > half * 0.5 and beginning[::2].count(0) < half * 0.1:
        return "utf-16-le"
    if beginning[::2].count(0) > half * 0.5 and beginning[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return None
