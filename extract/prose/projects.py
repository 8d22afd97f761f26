"""How many permits, penalties, measures and charges a body could make the year before, and how many more or fewer since.

The form of 2019 has both in rows of their own (第二十条第（五）、（六）、（八）项: 上一年项目数量, 本年增/减); no later form has them.
They are the only figures of an earlier year that a report is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.prose import wordings
from extract.prose.clauses import Clause, sentence_start
from extract.prose.context import Context
from extract.prose.labels import Label, LabelMatch, label_of
from extract.prose.quantity import Quantity, Said, Verdict, fact_of
from extract.records import Fact

#: The only year of the form that asks for them is that of 2019, in use for the reports of 2019 and 2020.
_YEARS = (2019, 2020)
#: How far behind a figure its clause's end the next begins.
_NEXT_CLAUSE = 3
_KINDS = {
    "行政许可": "permit",
    "其他对外管理服务事项": "other_service",
    "行政处罚": "penalty",
    "行政强制": "coercion",
    "行政事业性收费": "charge",
}


def projects_of(quantity: Quantity, said: Said, context: Context, facts: Sequence[Fact]) -> Verdict | None:
    """Returns the verdict on the number of such projects the year before (行政许可：上一年项目数量[18项]) or on how it changed, below zero
    where there are fewer (…，本年减少[2项]). None on any other figure, and where the sentence names several kinds."""
    figure = said.figure
    if context.subject.year not in _YEARS or figure.value is None or figure.counter not in ("项", "个", ""):
        return None
    before = wordings.publishing.PROJECTS_BEFORE.search(said.left)
    changed = None if before else wordings.publishing.PROJECTS_CHANGED.fullmatch(said.left)
    if before is None and changed is None:
        return None
    text = quantity.clause.paragraph.text
    begin = sentence_start(text, figure.start)
    kinds = set(wordings.publishing.KIND_OF_PROJECT.findall(text, begin, figure.start))
    if not kinds and (heading := wordings.publishing.HEADED_BY_KIND.match(text)) is not None and heading.end() == begin:
        kinds = {heading["kind"]}  # （二）行政许可。上一年许可事项[18项]
    kind = _KINDS[kinds.pop()] if len(kinds) == 1 else None
    if kind is None:
        return None
    if changed is None:
        return fact_of(figure, context, LabelMatch(label_of(f"{kind}_items_last_year"), 0), begin)
    if not facts or facts[-1].metric != f"{kind}_items_last_year":
        return None  # 行政处罚本年减少3项: of the decisions, for all that is known
    value = -figure.value if changed["fewer"] else figure.value
    return fact_of(figure._replace(value=value), context, LabelMatch(label_of(f"{kind}_items_change"), 0), said.start)


def unchanged_projects(clause: Clause, facts: Sequence[Fact]) -> Label | None:
    """Returns the label of the change that a clause without figure denies right behind the number of the year before: 上一年项目数量26项，
    [本年无增减]. None of any other clause."""
    last = facts[-1] if facts else None
    if clause.figures or last is None or not last.metric.endswith("_items_last_year"):
        return None
    is_next = 0 < clause.paragraph.view.distance(last.end, clause.start) <= _NEXT_CLAUSE
    unchanged = is_next and wordings.publishing.PROJECTS_UNCHANGED.fullmatch(clause.words) is not None
    return label_of(last.metric.replace("_last_year", "_change")) if unchanged else None
