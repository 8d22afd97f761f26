"""What one quantity of a clause is: facts of the report year, a statement without a known label, or a figure of another kind or time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from extract.figures import Figure
from extract.prose import wordings
from extract.prose.all_of import WAYS, said_in_brackets
from extract.prose.applicants import divides_requests, party_named
from extract.prose.attribution import TOTALS, Attribution, Place, attribute, place_of
from extract.prose.clauses import Clause
from extract.prose.context import CHANNELS, Context, as_labels_say, context_after, context_at, other_time, turned_to
from extract.prose.labels import Label, LabelMatch, label_of, match_before
from extract.prose.stems import any_label, as_charged, fits, full_label, listed_labels, short_label, stems, without_lead
from extract.records import Fact, LedgerKind

#: Sections in which a figure of published items is of something else than what they count together.
_NOT_OF_DISCLOSURE = frozenset(
    (
        *("respond", "request", "reply", "review", "litigation", "complaint", "fee", "processing_fee"),
        *("staff", "training", "meeting", "consult", "proposal"),
    )
)
#: How far the words of a label reach from its figure, and what else a clause says before it. The longest label of the catalogue has 44.
_LONGEST_LABEL = 80
_LONGEST_CONTEXT = 160
#: How far back a bracket may open that closes between a label and its figure.
_LONGEST_ASIDE = 160
#: Metrics that a report may give for all cases first and for those about disclosure behind.
_WHOLES = frozenset((*TOTALS.values(), "requests_received"))
#: What requests are counted in, and published items are not.
_OF_REQUESTS = frozenset(("件", "宗", "起"))
#: What is handled in a year: what came new, and what was carried in.
_HANDLED = {"requests_received", "requests_carried_in"}
#: What is answered and closed of requests, and in the same words of letters and other matters (公开答复, 办结).
_ANSWERS = frozenset(
    ("replies_total", "requests_closed", "requests_closed_on_time", "requests_closed_extended", "outcome_granted", "reply_granted")
)
#: What one way of applying is a part of.
_OF_REQUESTS_AND_REPLIES = frozenset(("requests_received", "requests_handled", "replies_total"))
#: How far behind the year's own requests those carried in are told: 受理[8件]，上年结转4件.
_CARRY_REACH = 8
#: How far beside the figure of one kind of fee those of others stand.
_BESIDE = 24
#: How far behind a figure its part may begin: 行政复议案件41起，其中….
_NEXT_CLAUSE = 6


class Quantity(NamedTuple):
    """A quantity of a clause; the words that can be its own reach from `edge`, where the figure before it ends, to `stop`, where the one
    behind it begins. `previous` is the clause before, `carried` the label of the figure before, for a figure that continues it."""

    figure: Figure
    clause: Clause
    edge: int
    stop: int
    previous: Clause | None
    carried: LabelMatch | None


class Said(NamedTuple):
    """A figure and the words around it as labels say them: `left` before it, from `start`, and `right` behind it, up to other figures.

    `other` is the ledger kind of a figure that they make none of the report year.
    """

    figure: Figure
    start: int
    left: str
    right: str
    other: LedgerKind | None


class Verdict(NamedTuple):
    """What a quantity is, and what follows inherits.

    `kind` is its ledger kind. A `fact` has attributions, its own last, before it those to labels it holds for as well. A `statement` has a
    `subject` whose words begin at `start`; one without is only the other end of a change.
    """

    figure: Figure
    kind: LedgerKind
    context: Context
    carried: LabelMatch | None
    attributions: tuple[Attribution, ...] = ()
    subject: str = ""
    start: int = 0
    #: The fact before it counts more than its metric means (all cases, not those about disclosure), and is but a statement.
    narrows_last: bool = False


def verdict_on(quantity: Quantity, context: Context, facts: Sequence[Fact]) -> Verdict:
    """Returns what a quantity is; `facts` are those read so far."""
    clause, carried = quantity.clause, quantity.carried
    text = clause.paragraph.text
    if _is_of_a_row(quantity):
        return Verdict(quantity.figure, "unread", context, carried)
    figure, start, words_end = _own_words(quantity)
    before = text[max(clause.start, figure.start - _LONGEST_CONTEXT) : figure.start]
    if wordings.DENIED_FIGURE.search(text[start:words_end]) or wordings.DEFINES.search(before[-_LONGEST_LABEL:]):
        # 没有一例投诉: the numeral belongs to the denial, which is read after the figures. 同一热点计1次: to a rule.
        return Verdict(figure, "name", context, carried)
    if context.topic == "normative" and wordings.DISCLOSED_OF_THEM.fullmatch(text, start, words_end):
        match = LabelMatch(label_of("normative_disclosed"), 0)
        if fits(match.label, figure, context) and other_time(text[clause.start : figure.start], context) is None:
            return fact_of(figure, context, match, start)
    start, words = _without_asides(clause, start, words_end)
    left = as_labels_say(words, context.subject)
    right = as_labels_say(text[figure.end : min(quantity.stop, figure.end + _LONGEST_LABEL)], context.subject)
    answers = _is_of_answers(quantity, figure, start, left, context)
    context = context_at(clause, figure, context)
    said = Said(figure, start, left, right, other_time(before, context))
    known = _of_change(quantity, said, context) or _of_figure_before(quantity, said, context, facts)
    if known is not None:
        return known
    place = place_of(clause, figure, start, left, right, context, quantity.previous)
    if (of_applicants := _of_applicants(place)) is not None:
        if said.other is not None or not divides_requests(figure, clause, facts):
            return stated(said, context, carried)
        after = turned_to("applicant", context_after(of_applicants.match.label, figure.end, context))
        return Verdict(figure, "fact", after, carried, (of_applicants,))
    found = (_already_public(said, context) if answers else None) or attribute(place, facts)
    if found is not None and not _is_of_something_else(quantity, said, found.match.label, context):
        charged = as_charged(found.match.label, left, clause, context)
        if charged is not found.match.label:
            found = found._replace(match=LabelMatch(charged, found.match.length))
        return _labelled(quantity, said, found, context, facts)
    if context.channels:
        context = context._replace(channels=False)  # 网站公开268条。其中：规划信息17条，[其他]12条: a list by content, not by channel
    if found is None and (summed := _sum_of_parts(said, clause, facts)) is not None:
        return fact_of(figure, context._replace(scope="all"), LabelMatch(label_of(summed), 0), clause.start)
    return stated(said, context, carried)


def _labelled(quantity: Quantity, said: Said, found: Attribution, context: Context, facts: Sequence[Fact]) -> Verdict:
    """Returns what a figure with a label is: a fact of it and of what else it holds for, or one of another time or of documents."""
    clause, figure, label = quantity.clause, said.figure, found.match.label
    if said.other is not None:
        if said.other == "cumulative" or any(
            words.search(clause.paragraph.text, clause.start, figure.start) for words in (wordings.PART_OF_YEAR, wordings.RATE)
        ):
            context = context._replace(of_all_years=found.match)
        return stated(said, turned_to(label.topic, context), found.match)
    if label.topic == "normative" and _is_addend(quantity, label, facts):
        return stated(said, context, found.match)._replace(narrows_last=True)  # 区政府规范性文件4件、区政府办规范性文件6件
    if context.documents and label.metric == "disclosed_total":
        return stated(said, context, found.match)  # 制发公文146件，其中主动公开83件: documents by their attribute
    each = (Attribution(match, clause.start, figure.end) for match in _each_listed(figure, said.left, found.match, context))
    of_all = said_in_brackets(figure, label, clause, context)
    reason = _reason_ahead(said, found, clause, context)
    if reason:
        found = found._replace(match=found.match._replace(label=replace(label, one_of_several=True)))
    last = _fact_before(clause, facts)
    if (
        label.metric == "disclosed_total"
        and last is not None
        and last.metric in CHANNELS
        and _shares(said, last, quantity.previous, context)
    ):
        # 通过网站公开6655条，其中，市本级公开[3133条]，县区公开[3521条]: still of the website
        found = found._replace(match=LabelMatch(label_of(last.metric), found.match.length))
    divides = said.left.startswith("其中") and not wordings.OF_THE_YEAR_AGAIN.match(said.left)
    if divides and label.topic != "request" and last is not None and last.metric == label.metric:
        if label.metric == "disclosed_total" and "主动公开" in said.left and "主动" not in last.quote:
            # 公开信息687条，其中主动公开[668条]，依申请公开19条: the first counted more than its metric means
            return fact_of(figure, context, found.match, found.start, narrows_last=True)
        if reason:
            return fact_of(figure, context, reason[0].match, reason[0].start)  # 不予公开3件，其中因涉及国家秘密不予公开[2件]
        context = context._replace(scope="part")  # 设立查阅点12个，其中市级查阅点2个
    elif label.metric == "press_conferences" and _among(said, quantity.previous) and wordings.ONE_SUBJECT.search(said.left):
        context = context._replace(scope="part")  # 其中防汛新闻发布会15场
    return Verdict(
        figure,
        "fact",
        context_after(label, figure.end, context),
        found.match,
        (*each, *of_all, *reason, found),
        narrows_last=_outgrows(figure, label, clause, facts),
    )


def _reason_ahead(said: Said, found: Attribution, clause: Clause, context: Context) -> tuple[Attribution, ...]:
    """Returns the reason that stands right ahead of a refusal, whose figure is of both: 因涉及国家秘密[不予公开]5件."""
    if found.match.label.metric != "reply_refused" or found.start <= said.start:
        return ()
    ahead = clause.paragraph.text[said.start : found.start].rstrip("、而，的")
    reason = full_label(ahead, said.figure, turned_to("refused", context)) if ahead else None
    if reason is None or reason[0] != ahead or reason[1].label.topic != "refused":
        return ()
    return (Attribution(reason[1], said.start, said.figure.end),)


def _outgrows(figure: Figure, label: Label, clause: Clause, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure of one way of applying is more than what its clause counted right before, which was of another way then, not
    of all: 办理信息公开申请3件、纸质申请[36件]."""
    if label.metric not in WAYS or not facts or facts[-1].start < clause.paragraph.view.at[clause.start]:
        return False
    whole = facts[-1].value
    return facts[-1].metric in _OF_REQUESTS_AND_REPLIES and whole is not None and figure.value is not None and figure.value > whole


def _is_addend(quantity: Quantity, label: Label, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure is listed beside another of its metric, so that neither is the whole."""
    paragraph, edge = quantity.clause.paragraph, quantity.edge
    return (
        bool(facts)
        and facts[-1].metric == label.metric
        and paragraph.text[edge] in "、和及"
        and facts[-1].end == paragraph.view.place(edge - 1, edge)[1]
    )


def _shares(said: Said, last: Fact, previous: Clause | None, context: Context) -> bool:
    """Tells whether a figure is one body's share of what the fact before counted."""
    return context.scope != "all" and "主动" not in said.left and (_among(said, previous) or last.scope != "all")


def _among(said: Said, previous: Clause | None) -> bool:
    """Tells whether a figure is given as part of what was said before: 其中[15场]; 其中，…[15场]."""
    return said.left.startswith("其中") or (previous is not None and previous.words == "其中")


def _is_of_answers(quantity: Quantity, figure: Figure, start: int, left: str, context: Context) -> bool:
    """Tells whether a figure can count answers to requests, among which 主动公开 is one that says what is public already."""
    if context.topic == "reply" or quantity.clause.paragraph.text.find("答复", quantity.clause.start, start) >= 0:
        return True
    return context.topic == "request" and figure.counter in _OF_REQUESTS and "信息" not in left


def _is_of_something_else(quantity: Quantity, said: Said, label: Label, context: Context) -> bool:
    """Tells whether the words of a label speak of another thing here than its metric counts."""
    if label.metric in _ANSWERS:
        return _answers_no_request(quantity, said.figure, context)
    if label.metric == "disclosed_total" and said.figure.value == 0 and "文件" in said.left:
        return True  # 网站发布信息2960条，…，主动公开文件数量为0: no documents, but information
    if label.metric == "responses_hot_issues" and said.figure.counter == "条" and (context.siblings or context.headed == "disclose"):
        # 公开信息221条，其中机构职能33条，回应关切13条: a column of what was published
        return without_lead(said.left) == "回应关切"
    if label.metric == "policy_interpretations":
        return wordings.IN_OTHER_FORMS.search(said.left) is not None
    if label.metric == "requests_received" and context.headed == "reply":
        # 在已办结的申请中，主动公开188件、依申请公开203件: an outcome
        return wordings.BY_REQUEST.fullmatch(said.left) is not None
    if label.metric == "processing_fee_collected" and (quantity.previous is not None or "通知" in said.left):
        words = (quantity.previous.words if quantity.previous is not None else "") + said.left
        return wordings.NOTICE_OF_FEE.search(words) is not None
    if label.metric == "meetings":
        return wordings.OTHER_MEETING.search(said.left) is not None
    if label.metric == "fees_collected":
        return _is_one_kind_of_fee(quantity)
    if label.topic == "training":
        words = said.left + said.right
        return "公开" not in words and wordings.OTHER_TRAINING.search(words) is not None
    if label.topic == "staff" and said.figure.value == 1:
        return wordings.FOR_EACH.search(quantity.clause.paragraph.text, quantity.clause.start, said.figure.start) is not None
    if label.metric == "site_visits":
        # 浏览次数：88 in a page's head: the page's own counter, not the site's
        return not said.figure.counter and said.left.endswith(":")
    if label.topic != "disclose":
        return False
    if said.left.endswith("公开答复"):
        return True  # 收到群众来信，通过网站公开答复156条
    if "主动公开" in said.left + said.right:
        return False
    if label.metric == "disclosed_total":
        # 发布各类信息500条 under a heading on 重点领域 or 互动: of one field, or by one account
        return context.section in _NOT_OF_DISCLOSURE or context.section in ("key_areas", "interact")
    # “长春发布”全年发布信息5026条 in the section on interpretation: what one account sent out, not what the body disclosed.
    return context.section in _NOT_OF_DISCLOSURE


def _is_one_kind_of_fee(quantity: Quantity) -> bool:
    """Tells whether a figure is that of one kind of fee among others that were collected: 收取检索费[12元]、复制费8元."""
    figure, clause = quantity.figure, quantity.clause
    around = clause.paragraph.text[max(0, figure.start - _BESIDE) : figure.end + _BESIDE]
    kinds = wordings.FEE_OF_KIND.findall(around)
    is_of_kind = any(match.end() == figure.end for match in wordings.FEE_OF_KIND.finditer(clause.paragraph.text, clause.start, figure.end))
    return is_of_kind and len({kind for kind, _ in kinds}) > 1 and any(value.strip("0.,") for _, value in kinds)


def _is_of_a_row(quantity: Quantity) -> bool:
    """Tells whether bare numbers stand side by side, the row of a table whose columns are lost: 本年新收申请数量 [136] 2 0 0 1 0 139."""
    figure, text = quantity.figure, quantity.clause.paragraph.text
    if figure.counter:
        return False
    return (quantity.stop == figure.end + 1 and text[figure.end] == " ") or (
        quantity.edge == figure.start - 1 and text[quantity.edge] == " " and text[quantity.edge - 1].isdigit()
    )


def _own_words(quantity: Quantity) -> tuple[Figure, int, int]:
    """Returns the figure, with the counter that stands in brackets before it, and the span of the words before it that can be its own."""
    figure, text = quantity.figure, quantity.clause.paragraph.text
    end = figure.start
    if end > quantity.edge + 1 and text[end - 1] == "(" and text.startswith(")", figure.end):
        end -= 1  # 受理依申请公开（ 0 ）件: a form filled in between brackets
    start = max(quantity.edge, end - _LONGEST_LABEL)
    bracket = text.rfind("(", start, end)
    if bracket >= 0 and ")" not in text[bracket:end]:
        start = bracket + 1
    unit = wordings.BRACKETED_UNIT.search(text, start, end) if not figure.counter else None
    if unit is None:
        return figure, start, end
    # 主动公开政府信息数（条）：1,164
    value = figure.value
    if unit[1] == "万元" and value is not None:
        value *= 10_000
    return figure._replace(counter=unit[1].removeprefix("万"), value=value), start, unit.start()


def _without_asides(clause: Clause, start: int, end: int) -> tuple[int, str]:
    """Returns the words in `[start, end)` of the paragraph without asides in brackets, and where they begin: before a bracket with a
    figure or marks of its own that closes among them (微信公众号（1个）发布信息[149条], 公开信息（含组织机构，工作动态等栏目）共[85条])."""
    text = clause.paragraph.text
    words = text[start:end]
    if ")" not in words:
        return start, words
    closing = words.index(")") + 1
    opening = text.rfind("(", max(0, start - _LONGEST_ASIDE), start) if "(" not in words[:closing] else -1
    if opening >= 0 and wordings.ASIDE.fullmatch(text, opening, start + closing):
        start = _clause_start(clause, opening)
        words = text[start:opening] + words[closing:]
    return start, wordings.ASIDE.sub("", words)


def _clause_start(clause: Clause, end: int) -> int:
    """Returns where the words before `end` begin that can be of one label: behind the last mark or quantity before it."""
    text, figures = clause.paragraph.text, clause.paragraph.figures
    start = max(0, end - _LONGEST_LABEL, *(text.rfind(mark, 0, end) + 1 for mark in "，,;；。"))
    before = reversed(figures[: bisect_left(figures, end, key=lambda figure: figure.start)])
    return max(start, next((figure.end for figure in before if figure.kind == "quantity"), 0))


def fact_of(figure: Figure, context: Context, match: LabelMatch, start: int, *, narrows_last: bool = False) -> Verdict:
    """Returns the verdict that a figure is the fact of one label, stated by the words from `start` to its end."""
    after = context_after(match.label, figure.end, context)
    return Verdict(figure, "fact", after, match, (Attribution(match, start, figure.end),), narrows_last=narrows_last)


def stated(said: Said, context: Context, carried: LabelMatch | None) -> Verdict:
    """Returns the verdict on a figure that is no fact: a statement with its subject, or of the kind of another time."""
    figure = said.figure
    if said.other not in (None, "statement"):
        return Verdict(figure, said.other, context, carried)
    subject = without_lead(said.left.strip("、，,;:)(“”")).strip("、，,;:(“”") or said.right.split("、")[0].strip("、，,;:)“”")
    if not subject or figure.value is None:
        return Verdict(figure, "unread", context, carried)
    if wordings.DOCUMENTS.search(subject):
        context = context._replace(documents=True)
    elif _counts_other_matters(subject, context):
        context = context._replace(letters=True)
    return Verdict(figure, "statement", context, carried, subject=subject, start=said.start)


def _counts_other_matters(subject: str, context: Context) -> bool:
    """Tells whether a statement counts what is answered and closed as requests are: 收到网民留言19条 ; 受理贷款申请3200件.

    But 其中涉及信访3件 is a kind of the requests counted before.
    """
    if wordings.NO_REQUEST.search(subject) and "申请" not in subject:
        return not subject.startswith(("涉", "属"))
    return context.headed is None and wordings.RECEIVED.search(subject) is not None and "公开" not in subject


def _of_change(quantity: Quantity, said: Said, context: Context) -> Verdict | None:
    """Returns the verdict on a figure that words of change stand before: 由1128条, 增加到1887条, 增长759条; None on any other."""
    figure, left, carried, clause = said.figure, said.left, quantity.carried, quantity.clause
    since = wordings.FROM.search(left)
    if since is not None and (since["year"] or wordings.CHANGED_TO.match(clause.paragraph.text, figure.end, clause.end)):
        return Verdict(figure, "prior", context, any_label(wordings.FROM.sub("", left), context) or carried)
    if wordings.TO.search(left):
        match = carried or any_label(wordings.TO.sub("", left), context)
        if match is not None and said.other is None:
            return fact_of(figure, context, match, clause.start)
        return Verdict(figure, said.other or "statement", context, match)
    if wordings.GROWN.search(left) or (wordings.CHANGE.search(left) and not wordings.NO_CHANGE.search(left)):
        return Verdict(figure, "change", context, carried)
    return None


def _of_figure_before(quantity: Quantity, said: Said, context: Context, facts: Sequence[Fact]) -> Verdict | None:
    """Returns the verdict on a figure of the same things as one before, which counted too many of them: 行政复议案件41起，其中涉及信息公开
    [3起] ; 截止2017年底累计公开265条，其中2017年公开[83条] ; 一季度收到申请6件，…，全年共[27件]. None on any other."""
    figure, left, clause = said.figure, said.left, quantity.clause
    if wordings.ABOUT_DISCLOSURE.fullmatch(left) and (whole := whole_before(clause, facts)) is not None:
        return fact_of(figure, context, LabelMatch(label_of(whole.metric), 0), said.start, narrows_last=True)
    if said.other is not None or not (wordings.OF_THE_YEAR.fullmatch(left) or wordings.TOTAL_OF_YEAR.fullmatch(left)):
        return None
    if context.of_all_years is not None and fits(context.of_all_years.label, figure, context):
        return fact_of(figure, context, LabelMatch(context.of_all_years.label, 0), said.start)
    counted_up = context.to_year_end or context.of_year_again
    of_all_years = _fact_before(clause, facts) or (_fact_before(clause, facts, said.start) if counted_up else None)
    if of_all_years is None or "结转" in clause.paragraph.text[figure.end : figure.end + _CARRY_REACH]:
        return None  # 办理申请12件，其中2020年受理[8件]，上年结转4件: the whole is no count of all years
    if counted_up or left.startswith("其中") or _counts_all_years(quantity.previous):
        return fact_of(figure, context, LabelMatch(label_of(of_all_years.metric), 0), said.start, narrows_last=True)
    return None


def whole_before(clause: Clause, facts: Sequence[Fact]) -> Fact | None:
    """Returns the fact of all cases that the clause before gave, None if it gave none: 行政复议案件41起，其中涉及信息公开3起."""
    whole = _fact_before(clause, facts)
    return whole if whole is not None and whole.metric in _WHOLES else None


def _fact_before(clause: Clause, facts: Sequence[Fact], start: int | None = None) -> Fact | None:
    """Returns the fact that the clause before ended with, or the words before `start` (in brackets), None if they gave none."""
    if not facts:
        return None
    begin = clause.paragraph.view.at[clause.start if start is None else start]
    return facts[-1] if 0 < begin - facts[-1].end < _NEXT_CLAUSE else None


def _counts_all_years(clause: Clause | None) -> bool:
    """Tells whether a clause counts up without saying over which time: [累计公开3000条]，当年公开57条."""
    return clause is not None and "累计" in clause.words and "年" not in clause.words


def _answers_no_request(quantity: Quantity, figure: Figure, context: Context) -> bool:
    """Tells whether what is answered is no request for information: 收到网民留言19条，答复19条 ; 答复群众来信32件."""
    clause, previous = quantity.clause, quantity.previous
    words = clause.paragraph.text[clause.start : figure.start]
    if previous is not None and not previous.quantities:
        words = previous.words + words
    return "申请" not in words + clause.words and (context.letters or wordings.NO_REQUEST.search(words) is not None)


def _sum_of_parts(said: Said, clause: Clause, facts: Sequence[Fact]) -> str | None:
    """Returns the metric of which a figure is the sum of the last figures of the paragraph, None if it is none:
    县直71件，镇街38件，全县合计[109件]; new requests and those carried in are handled together."""
    if said.figure.value is None or not facts:
        return None
    handled = wordings.HANDLED_TOGETHER.fullmatch(said.left)
    if not handled and not wordings.TOTAL_OF_PARTS.fullmatch(said.left):
        return None
    begin, metric, summed = clause.paragraph.view.at[0], facts[-1].metric, Decimal(0)
    new_and_old = facts[-2:]
    if {fact.metric for fact in new_and_old} == _HANDLED and all(fact.start >= begin and fact.party == "all" for fact in new_and_old):
        return "requests_handled" if sum(fact.value or 0 for fact in new_and_old) == said.figure.value else None
    if handled:
        return None
    for count, fact in enumerate(reversed(facts), 1):
        if fact.metric != metric or fact.party != "all" or fact.start < begin or fact.value is None:
            return None
        summed += fact.value
        if count > 1 and summed == said.figure.value:
            return metric
    return None


def _already_public(said: Said, context: Context) -> Attribution | None:
    """Returns the attribution to the answer 已主动公开, which in a clause of answers is no disclosure: 答复…，其中属于已主动公开[3件]."""
    reply = short_label(said.left, said.figure, turned_to("reply", context))
    return Attribution(reply, said.start, said.figure.end) if reply is not None and reply.label.metric == "reply_already_public" else None


def _of_applicants(place: Place) -> Attribution | None:
    """Returns the attribution to requests of the applicants that are all the words before a figure, or behind it: [331件]来自自然人."""
    if (party := party_named(place.left)) is not None:
        return Attribution(LabelMatch(label_of("requests_received"), 0), place.left_start, place.figure.end, party)
    if (party := party_named(place.behind)) is not None and place.is_free:
        return Attribution(LabelMatch(label_of("requests_received"), 0), place.figure.start, place.figure.end + len(place.behind), party)
    return None


def _each_listed(figure: Figure, left: str, match: LabelMatch, context: Context) -> Iterator[LabelMatch]:
    """Yields the other labels a figure holds for as well: 行政复议、行政诉讼均为[0件], each of them, not all together."""
    if not wordings.EACH.search(left):
        return
    for stem in stems(left):
        if any(m.label is match.label for m in match_before(stem, context.subject.era)):
            yield from (each for each in listed_labels(stem, match, context) if fits(each.label, figure, context))
            return
