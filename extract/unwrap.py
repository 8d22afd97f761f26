"""Paragraphs that were broken into lines of equal width are put together again.

Texts that came from a mailer, a PDF or a fixed-width editor have a break every so many columns, in the middle of sentences and of numbers.
They betray themselves: no line is wider than a certain width, and many are exactly as wide. Nothing else is ever joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.document import Paragraph, Part
from extract.lines import Line

#: Fewer full lines than this, or narrower ones, prove nothing.
FULL_LINES = 5
NARROWEST = 30
#: A line is full when no further ideograph fits; a closing mark that may not begin a line takes one more place.
SLACK = 4

NEW_PARAGRAPH = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十]+[章节条部]"
)
ENDED = re.compile(r"[。！？；：.!?;:][”』」)）]?$")


def unwrap(lines: Sequence[Line]) -> Iterator[Part]:
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
                and (indents or not ENDED.search(pending))
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
