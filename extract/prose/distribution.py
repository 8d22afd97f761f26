"""Figures given apart from their labels: 当面、网络、信函申请分别为3件、5件、2件 ; 2016年、2017年主动公开信息分别为4016条和4873条."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from extract.figures import Figure
from extract.prose import wordings
from extract.prose.applicants import divides_requests, party_named
from extract.prose.attribution import TOTALS
from extract.prose.channels import BY_MEANS
from extract.prose.clauses import Clause, is_list_mark
from extract.prose.context import Context, context_at, other_time, turned_to
from extract.prose.labels import LabelMatch, label_of
from extract.prose.place import Attribution
from extract.prose.stems import any_label, full_label, short_label
from extract.prose.topics import OF_REQUESTS
from extract.records import Fact

#: What stands between figures that are listed alone: 各3件[、]5件[和]4件.
_BETWEEN_LISTED = frozenset("、，,和及")


def distribute(
    clause: Clause, context: Context, previous: Clause | None, facts: Sequence[Fact]
) -> Mapping[Figure, tuple[Attribution, ...] | None]:
    """Returns what the figures of a clause are of that it gives apart from their labels, None for those that cannot be told apart or are of
    other years. One figure can be of each of a list: 行政复议、行政诉讼均为[0件].

    `previous` is the clause before, `facts` are those read so far.
    """
    quantities, text = clause.quantities, clause.paragraph.text
    if not quantities or not wordings.lists.OF_LISTED.search(text, clause.start, quantities[-1].start):
        return {}
    edge = max((f.end for f in clause.figures if is_list_mark(text, f)), default=clause.start)
    found: dict[Figure, tuple[Attribution, ...] | None] = {}
    for index, figure in enumerate(quantities):
        left, edge = text[edge : figure.start], figure.end
        if (apart := _apart(left, text, quantities, index)) is not None:
            rest = quantities[index:]
            by_year = _of_years(left[: apart.start()], apart["tail"], clause, rest, context)
            if by_year:
                return {**found, **by_year}
            names = _names(left[: apart.start()], clause, previous)
            if names == [""] and apart["tail"]:
                break  # 不予公开3件，分别为国家秘密1件、内部事务信息2件: each figure has words of its own
            unknown: dict[Figure, tuple[Attribution, ...] | None] = dict.fromkeys(rest)
            if len(names) != len(rest) or wordings.times.CHANGE.search(left) or other_time(text[clause.start : figure.start], context):
                return {**found, **unknown}
            pairs = zip(names, rest, strict=True)
            each = {one: _of_name(name, apart["tail"], names, one, clause, context, facts) for name, one in pairs}
            known = {one: (of,) for one, of in each.items() if of is not None}
            different = {(of.match.label.metric, of.party) for (of,) in known.values()}
            return {**found, **unknown, **(known if len(different) == len(known) else {})}
        if (of_each := wordings.lists.EACH_OF.search(left)) is not None:
            names = _names(left[: of_each.start()], clause, previous)
            attributions = [_of_name(name, "", names, figure, clause, context, facts) for name in names]
            all_known = tuple(of for of in attributions if of is not None)
            different = {(of.match.label.metric, of.party) for of in all_known}
            if len(names) > 1 and len(different) == len(names) and other_time(text[clause.start : figure.start], context) is None:
                found[figure] = all_known
    return found


def _apart(left: str, text: str, quantities: Sequence[Figure], index: int) -> re.Match[str] | None:
    """Returns what in the words `left` of a figure, the first of several, says that they are told apart from their labels, None if nothing
    does: [分别为]3件、5件, [各]3件、5件; but 各3件 is one figure for each."""
    if index + 1 == len(quantities):
        return None
    if (apart := wordings.lists.DISTRIBUTED.search(left)) is not None:
        return apart
    each = wordings.lists.EACH_OF.search(left)
    if each is None:
        return None
    return each if all(text[one.end : other.start] in _BETWEEN_LISTED for one, other in pairwise(quantities[index:])) else None


def _names(listed: str, clause: Clause, previous: Clause | None) -> list[str]:
    """Returns the names of a list that ends `listed`, or is all of the clause before: 当面、网络申请，分别为3件、5件."""
    words = wordings.around.LEAD.sub("", wordings.lists.LIST_HEAD.sub("", listed.rstrip(":,(")))
    if (
        wordings.lists.COUNTED_APART.fullmatch(words)
        and previous is not None
        and _only_names(previous)
        and not wordings.sums.DIVIDES.search(listed)
    ):
        words = wordings.around.LEAD.sub("", wordings.lists.LIST_HEAD.sub("", previous.words.rstrip(":,(")))
    words = wordings.lists.ARE_MOST.sub("", words.removesuffix(")"))  # 行政诉讼（直接起诉、复议后起诉）均为0
    words, are_ways = wordings.lists.OF_WAYS_LISTED.subn("", words)
    if are_ways:
        words = words[by.end() :] if (by := BY_MEANS.search(words)) is not None else words
    if "“" in words:
        words = words.replace("”“", "”、“")  # “同意公开”“不同意公开”分别为3件、5件
        channels = wordings.channels.ACCOUNT_NAME.sub("", words)
        unnamed = any(wordings.channels.CHANNEL_SUBJECT.search(name) is None for name in wordings.around.QUOTED.findall(channels))
        # 微信公众号“清河”、“清水”: accounts of one channel; but “同意公开”、“不同意公开” are names, and “清水微博” says its channel.
        words = "" if unnamed and channels != words else channels.translate(wordings.around.QUOTATION_MARKS)
    # 维持、纠错、其他情形的行政复议案件: what they are all cases of stands behind the last. But 关于公开的行政复议、关于公开的行政诉讼.
    outcomes = wordings.cases.CASES_SHARED.sub("", words)
    return wordings.lists.NAMES.split(words if wordings.cases.CASES.search(outcomes) else outcomes)


def _only_names(clause: Clause) -> bool:
    """Tells whether a clause counts nothing but the names it lists: 通过网站、微信[两种渠道]公开信息，分别为27条、38条."""
    return not clause.quantities or wordings.lists.OF_WAYS_LISTED.search(clause.words) is not None


def _of_years(
    listed: str, tail: str, clause: Clause, quantities: Sequence[Figure], context: Context
) -> dict[Figure, tuple[Attribution, ...] | None]:
    """Returns the label of the report year's figure, None for the others', of a clause that lists years; nothing if it lists none.

    The label may stand behind the years as well: 2016年、2017年分别[收到申请]3件、5件.
    """
    paragraph, own = clause.paragraph, context.subject.year
    years = [
        int(paragraph.text[f.start : f.start + 4])
        for f in paragraph.figures
        if f.kind == "date" and f.end <= quantities[0].start and wordings.times.YEAR_ALONE.fullmatch(paragraph.text, f.start, f.end)
    ]
    label = any_label(listed, context) or any_label(tail, context) if own is not None and len(years) == len(quantities) else None
    if label is None:
        return {}
    return {
        figure: (Attribution(label, clause.start, figure.end),) if year == own else None
        for figure, year in zip(quantities, years, strict=True)
    }


def _of_name(
    name: str, tail: str, names: Sequence[str], figure: Figure, clause: Clause, context: Context, facts: Sequence[Fact]
) -> Attribution | None:
    """Returns what one of several listed names makes its figure, None if the name is not known."""
    party = party_named(name)
    if party is not None:
        received = LabelMatch(label_of("requests_received"), 0)
        return Attribution(received, clause.start, figure.end, party) if divides_requests(figure, clause, facts) else None
    there = context_at(clause, clause.quantities[0], context)
    match = _label_of_name(name, tail, names, figure, there)
    total = TOTALS.get(there.topic or "overview")
    if match is None and total is not None and wordings.sums.TOTAL_OF_PARTS.fullmatch(name):
        match = LabelMatch(label_of(total), 0)  # 维持、纠正、总计均为0
    return Attribution(match, clause.start, figure.end) if match is not None else None


def _label_of_name(name: str, tail: str, names: Sequence[str], figure: Figure, context: Context) -> LabelMatch | None:
    """Returns the label of one of several listed names; what they share stands behind the last (当面、网络、信函[申请]) or ahead of the
    first ([规范性文件]制发数、废止数)."""
    first, last = names[0], names[-1]
    if not OF_REQUESTS.isdisjoint((context.topic, context.section)) and any(map(wordings.requests.ONLY_AN_ANSWER.search, names)):
        answer = short_label(name, figure, turned_to("reply", context))
        if answer is not None and answer.label.metric == "reply_already_public":
            return answer  # 答复情况：[已主动公开]、同意公开分别为10件、28件
    for ending in (tail, "", *(last[i:] for i in range(len(last) - 1, 0, -1))):
        found = full_label(name + ending, figure, context)
        if found is not None and found[1].length > len(ending):
            return found[1]
    for head in (first[:i] for i in range(1, len(first)) if name != first):
        found = full_label(head + name, figure, context)
        if found is not None and found[1].length > len(found[0]) - len(head):
            return found[1]
    return short_label(name, figure, context)
