"""Other reports on a report's page: last year's below this year's, a department's below the county's.

A page holds them one after another, each under a title of its own. Read as one text they fill in for each other what one leaves open, and
that would be another year's or another body's figure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from extract.about.metadata import Description
from extract.about.titles import titled
from extract.document import Document

#: Whose report on a page it is: the report's own, another year's, another body's.
Whose = Literal["own", "other_year", "other_body"]

#: A title with less behind it, up to the next, is a link in a list of reports.
_LEAST = 120
#: A page with more other reports is a collection, or an attack.
_MOST = 20
_LONGEST_TITLE = 80
#: A line that speaks of a report and is none's title: 现将我局2018年度政府信息公开工作报告如下:
_SENTENCE = re.compile(r"[,。:;!?]|如下|现将|我[省市县区州旗局委办厅乡镇院]")


@dataclass(frozen=True, slots=True)
class ReportOnPage:
    """The paragraphs and tables of one report on a page, as a document with the whole page's text and offsets."""

    whose: Whose
    document: Document


def reports_on_page(document: Document, described: Description) -> tuple[ReportOnPage, ...]:
    """Returns the reports on a page, its own first and in one; only that, the document as it is, where there is no other."""
    spans = [span for span in _titled_spans(document, described) if span[2] - span[1] >= _LEAST]
    others = [span for span in spans if span[0] != "own"]
    first = min((start for _, start, _ in others), default=0)
    # Of a page whose heading stands apart from its text nothing else need be its own: the tables may be images.
    if not others or (first < _LEAST and document.title is None):
        return (ReportOnPage("own", document),)
    # One by one while they are a page's; each costs a look at the whole text, so more than that are read together.
    apart = [(whose, [(start, end)]) for whose, start, end in others]
    if len(others) > _MOST:
        apart = [(whose, [(start, end) for of, start, end in others if of == whose]) for whose in dict.fromkeys(of for of, _, _ in others)]
    beside = (ReportOnPage(whose, _within(document, theirs)) for whose, theirs in apart)
    own = [(0, first), *((start, end) for whose, start, end in spans if whose == "own" and start > first)]
    return (ReportOnPage("own", _within(document, own)), *beside)


def _titled_spans(document: Document, described: Description) -> Iterator[tuple[Whose, int, int]]:
    """Yields whose each stretch of the text is that begins with a report's title, its start and its end."""
    found: list[tuple[Whose, int]] = []
    for start, end in document.paragraphs:
        line = document.folded[start:end]
        if len(line) <= _LONGEST_TITLE and not _SENTENCE.search(line) and (title := titled(line)) is not None:
            body, year = title
            if year is None or described.year is None:
                continue
            whose: Whose = "own" if _same_body(body, described.issuer) else "other_body"
            found.append(("other_year" if year != described.year else whose, start))
    for (whose, start), (_, end) in pairwise([*found, ("own", len(document.text))]):
        yield whose, start, end


def _same_body(body: str | None, issuer: str | None) -> bool:
    """Tells whether a title's body can be the issuer: one name holds the other, as 清河县 and 清河县人民政府 do."""
    if body is None or issuer is None:
        return True
    return body in issuer or issuer in body


def _within(document: Document, spans: Sequence[tuple[int, int]]) -> Document:
    """Returns `document` with only the paragraphs and tables that begin in one of `spans`, which are in order."""
    begins = [begin for begin, _ in spans]

    def inside(start: int) -> bool:
        index = bisect_right(begins, start) - 1
        return index >= 0 and start < spans[index][1]

    paragraphs = tuple(paragraph for paragraph in document.paragraphs if inside(paragraph[0]))
    return replace(document, paragraphs=paragraphs, tables=tuple(table for table in document.tables if inside(table.start)))
