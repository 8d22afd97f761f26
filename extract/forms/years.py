"""Which year a table is about, where its caption says so: last year's table stands beside this year's, or on a sheet of its own.

Only tables of one report are told apart here; a whole report of another year on the page is none of its own
(`extract.about.other_reports`), and columns and rows of other years within a table are told by their heads (`extract.forms.heads`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from extract.document import Document
from extract.fold import fold
from extract.forms.rows import LONGEST_CAPTION

#: A year that a table is about: 2022年收到和处理…情况统计表, …情况（2019年度）; not a day.
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年(?!\s*\d{1,2}\s*月)")
#: A sentence, a comparison of years, a day of filling in.
_NO_CAPTION = re.compile(r"[。,;:!?]|比|较|截至|日期|以来")


def tables_of_other_years(document: Document, year: int | None) -> Mapping[int, str]:
    """Returns the captions of the tables that are not about `year`, by the tables' numbers; a caption is the line right before its table.

    One caption may stand over several tables: those up to the next line of text.
    """
    if year is None:
        return {}
    lines = {end + 1: (start, end) for start, end in document.paragraphs}
    found: dict[int, str] = {}
    for number, table in enumerate(document.tables):
        if table.start not in lines:
            above = document.tables[number - 1] if number else None
            if above is not None and above.end + 1 == table.start and number - 1 in found:
                found[number] = found[number - 1]
            continue
        caption = document.text[slice(*lines[table.start])]
        folded = fold(caption)
        years = {int(match[1]) for match in _YEAR.finditer(folded)} if len(caption) <= LONGEST_CAPTION else set()
        if len(years) == 1 and year not in years and not _NO_CAPTION.search(folded):
            found[number] = caption
    return found
