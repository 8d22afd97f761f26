"""Lists of columns and their counts in lines of text, the number of the column before its name: 1505 政策解读 8 2.45%.

As running text such a line says 1505 of 政策解读. The codes betray themselves: several lines in a row begin with one, all of one length and
none twice. What stands behind the name is the figure; it is a statement, for columns are the portal's and not the form's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.cells import read_cell
from extract.document import Document
from extract.forms.rows import FormRow, Piece

#: 0304 人事任免 2 0.61% | 12 其他 1,204条
_CODED = re.compile(
    r"\s*(?P<code>\d{2,6})\s+(?P<name>[^\d\s][^\d，。；]{0,40}?)\s+(?P<count>\d[\d,]{0,11}[条件篇次个]?)(?:\s+(?P<share>[\d.]{1,6}%))?\s*"
)
#: Fewer lines may be dates and addresses.
_FEWEST_LINES = 3
_LONGEST_LINE = 80


def coded_rows(document: Document, taken: Sequence[FormRow]) -> list[FormRow]:
    """Returns the rows of all such lists in the running text of `document` that are not among the rows `taken`."""
    known = {row.start for row in taken}
    matches = [
        None if end - start > _LONGEST_LINE or start in known else _CODED.fullmatch(document.text, start, end)
        for start, end in document.paragraphs
    ]
    return [row for coded, run in groupby(matches, key=bool) if coded for row in _rows([match for match in run if match])]


def _rows(matches: Sequence[re.Match[str]]) -> Iterator[FormRow]:
    codes = {match["code"] for match in matches}
    if len(matches) < _FEWEST_LINES or len(codes) < len(matches) or len(set(map(len, codes))) > 1:
        return
    for match in matches:
        names = [name for name in ("code", "name", "count", "share") if match[name]]
        pieces = (Piece(match[name], *match.span(name), n, 1, read_cell(match[name])) for n, name in enumerate(names))
        yield FormRow(match.start(), match.end(), tuple(pieces), -1, gridded=False)
