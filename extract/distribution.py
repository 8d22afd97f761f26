"""Figures given apart from their labels: 当面、网络、信函申请分别为3件、5件、2件 ; 2016年、2017年主动公开信息分别为4016条和4873条."""

from __future__ import annotations

from collections.abc import Mapping

from extract import wordings
from extract.clauses import Clause, is_list_mark
from extract.context import Context, context_at
from extract.figures import Figure
from extract.labels import LabelMatch
from extract.stems import any_label, full_label, short_label


def distribute(clause: Clause, context: Context) -> Mapping[Figure, LabelMatch | None]:
    """Returns the labels of a clause's figures if it gives them apart, None for those that cannot be told apart or are of other years."""
    quantities, text = clause.quantities, clause.paragraph.text
    if len(quantities) < 2:
        return {}
    first = quantities[0]
    begin = max((f.end for f in clause.figures if is_list_mark(text, f)), default=clause.start)
    left = text[begin : first.start]
    match = wordings.DISTRIBUTED.search(left)
    if match is None:
        return {}
    listed = left[: match.start()]
    by_year = _of_years(listed, clause, context)
    if by_year:
        return by_year
    # 维持、纠错、其他情形的行政复议案件: what they are all cases of stands behind the last.
    names = wordings.NAMES.split(wordings.CASES_SHARED.sub("", wordings.LEAD.sub("", listed).rstrip(":")))
    unknown: dict[Figure, LabelMatch | None] = dict.fromkeys(quantities)
    if len(names) != len(quantities):
        return unknown
    there = context_at(clause, first, context)
    found = {figure: _label_of_name(name, match["tail"], names[-1], figure, there) for name, figure in zip(names, quantities, strict=True)}
    return found if None not in found.values() else unknown


def _of_years(listed: str, clause: Clause, context: Context) -> dict[Figure, LabelMatch | None]:
    """Returns the label of the report year's figure, None for the others', of a clause that lists years; nothing if it lists none."""
    paragraph, quantities, own = clause.paragraph, clause.quantities, context.subject.year
    years = [
        int(paragraph.text[f.start : f.start + 4])
        for f in paragraph.figures
        if f.kind == "date" and f.end <= quantities[0].start and wordings.YEAR_ALONE.fullmatch(paragraph.text, f.start, f.end)
    ]
    label = any_label(listed, context) if own is not None and len(years) == len(quantities) else None
    if label is None:
        return {}
    return {figure: label if year == own else None for figure, year in zip(quantities, years, strict=True)}


def _label_of_name(name: str, tail: str, last: str, figure: Figure, context: Context) -> LabelMatch | None:
    """Returns the label of one of several listed names; what they share stands behind the last: 当面、网络、信函[申请]."""
    for ending in (tail, "", *(last[i:] for i in range(len(last) - 1, 0, -1))):
        found = full_label(name + ending, figure, context)
        if found is not None and found[1].length > len(ending):
            return found[1]
    return short_label(name, figure, context)
