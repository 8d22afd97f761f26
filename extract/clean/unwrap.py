"""Paragraphs that were broken into lines are put together again.

Texts that came from a mailer, a PDF or a fixed-width editor have a break every so many columns, in the middle of sentences and of numbers.
They betray themselves: no line is wider than a certain width, and many are exactly as wide. A figure that an editor set in a line of its
own betrays itself by the line behind it, which begins with its counter. Nothing else is ever joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.clean.lines import Line
from extract.document import Paragraph, Part

#: Fewer full lines than this, or narrower ones, prove nothing.
FULL_LINES = 5
NARROWEST = 30
#: A line is full when no further ideograph fits; a closing mark that may not begin a line takes one more place.
SLACK = 4

#: What a line begins with that goes on with nothing: [一、]概述, [（二）]主动公开, [1.]网站, [第一章].
NEW_PARAGRAPH = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十]+[章节条部]"
)
#: A line that ends its sentence: …取得新进展[。], …：“可以[。”]
ENDED = re.compile(r"[。！？；：.!?;:][”』」)）]?$")
#: A line that is a figure alone: …申请 | [7] | 件（含转办2件）.
BARE_FIGURE = re.compile(r"\d[\d,，.]{0,12}")
_COUNTER = r"(?:[万萬]?[条條件篇次份起期场場人名个個部项項元宗]|人次|[万萬]元)"
#: A line that goes on behind a figure with its counter: …申请 | 7 | [件（]含转办2件）.
COUNTER_FIRST = re.compile(rf"{_COUNTER}[，。；、,;（(]")
#: A line of running text that begins with a figure and its counter: 36篇，微博微信回应事件151次。
FIGURE_FIRST = re.compile(rf"\d[\d,.]{{0,12}}{_COUNTER}[，。；]")
#: How far back the end of a line is looked at: no pattern of an end reaches further, and joined lines may come to megabytes.
LONGEST_END = 48
#: Running text that breaks off: …，发布政策解读稿件
BREAKS_OFF = re.compile(r"[，。；][^，。；|]{2,40}[^\s，。；：.!?;:、）)|\d]$")


def unwrap(lines: Sequence[Line]) -> Iterator[Part]:
    """Yields the parts of `lines`: paragraphs that were wrapped at one width joined, and figures with the words around them."""
    yield from _with_their_figures(tuple(_unwrapped(lines)))


def _with_their_figures(parts: Sequence[Part]) -> Iterator[Part]:
    """Yields `parts` with the lines joined that were broken before a figure, or before and behind one."""
    at = 0
    while at < len(parts):
        part = parts[at]
        at += 1
        if isinstance(part, Paragraph):
            text = part.text
            while joined := _behind(text, parts[at : at + 2]):
                text += "".join(piece.text for piece in joined)
                at += len(joined)
            part = part if text == part.text else replace(part, text=text)
        yield part


def _behind(text: str, following: Sequence[Part]) -> tuple[Paragraph, ...]:
    """Returns the paragraphs of `following` that go on with a sentence of `text`, which a line break cut at a figure."""
    pieces = tuple(part for part in following if isinstance(part, Paragraph))
    end = text[-LONGEST_END:]
    if len(pieces) < len(following) or not pieces or ENDED.search(end):
        return ()
    if len(pieces) == 2 and BARE_FIGURE.fullmatch(pieces[0].text) and COUNTER_FIRST.match(pieces[1].text):
        return pieces
    return pieces[:1] if BREAKS_OFF.search(end) and FIGURE_FIRST.match(pieces[0].text) else ()


def _unwrapped(lines: Sequence[Line]) -> Iterator[Part]:
    """Yields the parts of `lines`, paragraphs that were wrapped at one width joined."""
    full = _full_width(lines)
    indents = any(line.indented for line in lines)
    pending = ""
    last_width = 0
    for line in lines:
        if full and isinstance(line.part, Paragraph):
            if (
                pending
                and last_width >= full - SLACK
                and not line.indented
                and (indents or not ENDED.search(pending[-LONGEST_END:]))
                and not NEW_PARAGRAPH.match(line.text)
            ):
                pending += (" " if pending[-1:].isascii() and pending[-1:].isalpha() and line.text[:1].isascii() else "") + line.text
            else:
                if pending:
                    yield Paragraph(pending)
                pending = line.text
            last_width = _width(line.text) + (4 if line.indented else 0)
            continue
        if pending:
            yield Paragraph(pending)
            pending = ""
        yield line.part
    if pending:
        yield Paragraph(pending)


def _width(text: str) -> int:
    """Columns of a text in a fixed-width font: an ideograph takes two, as its two bytes in GBK do."""
    return len(text.encode("gb18030", errors="replace"))


def _full_width(lines: Sequence[Line]) -> int:
    """The width at which the paragraphs were wrapped, 0 where they were not."""
    widths = [_width(line.text) + (4 if line.indented else 0) for line in lines if isinstance(line.part, Paragraph)]
    widest = max(widths, default=0)
    full = sum(width >= widest - SLACK for width in widths)
    return widest if widest >= NARROWEST and full >= max(FULL_LINES, len(widths) // 3) else 0
