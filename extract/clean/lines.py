"""The lines of a page or a saved text before anyone has said which of them are the report: text, place in the layout, share of links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.clean.chrome import INVISIBLE, WORD_MARK
from extract.document import CellPart, Paragraph, Part, TablePart

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

#: A line break of the source between ideographs or full-width punctuation is no space: 政府信息\n公开.
BREAK_IN_CHINESE = re.compile(rf"(?<=[{HAN}，。；：、）》”])[ \t\r]*\n\s*(?=[{HAN}（《“])")


@dataclass(slots=True)
class Line:
    """One paragraph or one table of the page, in reading order.

    `links` counts its characters that are links, `box` is the index of the innermost layout element round it (`Lines.parents`), `indented`
    whether it began with white space, `files` whether it links to a file to be downloaded. `rule` names the rule that drops it.
    """

    part: Part
    text: str
    box: int = 0
    links: int = 0
    indented: bool = False
    files: bool = False
    rule: str | None = None

    @property
    def plain(self) -> int:
        """How many characters are not links."""
        return len(self.text) - self.links


@dataclass(slots=True)
class Lines:
    """The lines of one page; `parents[box]` is the box around a box, a smaller index, and 0 the whole page."""

    lines: list[Line] = field(default_factory=list)
    parents: list[int] = field(default_factory=lambda: [0])
    notes: list[tuple[str, str]] = field(default_factory=list)


def tidy(text: str) -> str:
    """Returns `text` on one line: white space of any kind as one space, invisible characters and marks of Word gone."""
    if "\n" in text:
        text = BREAK_IN_CHINESE.sub("", text)
    if "[" in text or "-->" in text:
        text = WORD_MARK.sub("", text)
    return " ".join(INVISIBLE.sub("", text).split())


def joined(texts: Sequence[str]) -> str:
    """Returns the lines of one cell on one line; a space parts what would run together, digits above all."""
    text = ""
    for piece in texts:
        text += " " + piece if text and text[-1].isascii() and piece[:1].isascii() else piece
    return text


def table_line(rows: Sequence[Sequence[CellPart]], box: int = 0, links: int = 0) -> Line:
    """Returns the line of a table."""
    part = TablePart(tuple(map(tuple, rows)))
    return Line(part, "\n".join(" | ".join(cell.text for cell in row) for row in part.rows), box, links)


def text_line(text: str, box: int = 0, rule: str | None = None, indented: bool = False) -> Line:
    """Returns the line of a paragraph."""
    return Line(Paragraph(text), text, box, 0, indented, False, rule)
