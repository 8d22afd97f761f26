"""What the figures before a quantity say of it: that it is a part of one, its narrower count, the sum of several, or an addend."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from typing import Literal

from extract.figures import Figure
from extract.prose import wordings
from extract.prose.attribution import TOTALS
from extract.prose.clauses import (
    Clause,
    Paragraph,
    behind_last,
    behind_last_quantity,
    quantities_within,
    quantity_ahead,
    quantity_before,
    sentence_end,
    sentence_start,
)
from extract.prose.context import CHANNELS, PUBLISHED_ITEMS, WAYS, Context, in_brackets
from extract.prose.labels import Label, LabelMatch, label_of
from extract.prose.place import Attribution
from extract.prose.quantity import Quantity, Said, Verdict, fact_of, stated
from extract.prose.settling import sum_of_outcomes
from extract.prose.stems import fits, full_label, short_label, without_lead
from extract.prose.topics import Topic
from extract.records import Fact

#: Which of two figures of a metric stands; None where they are no two of one thing each.
Standing = Literal["neither", "first", "second"] | None
#: Metrics that a report may give for all cases first and for those about disclosure behind.
_WHOLES = frozenset((*TOTALS.values(), "requests_received", "consultations_total"))
_NEW_AND_CARRIED_IN = frozenset(("requests_received", "requests_carried_in"))
#: What two figures make together: what came new and what was carried in, proposals of both kinds.
_TOGETHER = {
    _NEW_AND_CARRIED_IN: "requests_handled",
    frozenset(("proposals_npc", "proposals_cppcc")): "proposals_total",
    frozenset(("staff_full_time", "staff_part_time")): "staff_total",
}
#: What those who came by one way or another are together.
_BY_WAY = {
    WAYS: "requests_received",
    frozenset(("consultations_on_site", "consultations_phone", "consultations_online")): "consultations_total",
}
#: What one way of applying is a part of.
_OF_REQUESTS_AND_REPLIES = frozenset(("requests_received", "requests_handled", "replies_total"))
#: Topics of what is published, not received or handled.
_TOPICS_OF_ITEMS: frozenset[Topic] = frozenset(("disclose", "key_areas", "normative"))
#: What was published, told by its channel.
_BY_CHANNEL = CHANNELS | {"disclosed_other"}
#: How far behind the year's own requests those carried in are told: 受理[8件]，上年结转4件.
_CARRY_REACH = 8
#: Metrics of which a figure may be of one site, account or programme among several.
_BY_NAME = CHANNELS | {"online_interviews"}
#: Marks round the words of a list.
_MARKS = "，,;；、:和及与 "
#: How many facts before a running total the year's own may stand.
_RUNNING_REACH = 6
#: Fewer items may come to a figure by chance.
_FEWEST_LISTED = 3
#: How far behind a figure its part may begin: 行政复议案件41起，其中….
_NEXT_CLAUSE = 6


def of_figure_before(quantity: Quantity, said: Said, context: Context, facts: Sequence[Fact]) -> Verdict | None:
    """Returns the verdict on a figure of the same things as one before, which counted too many of them: 行政复议案件41起，其中涉及信息公开
    [3起] ; 截止2017年底累计公开265条，其中2017年公开[83条] ; 一季度收到申请6件，…，全年共[27件]. None on any other."""
    figure, left, clause = said.figure, said.left, quantity.clause
    if wordings.cases.ABOUT_DISCLOSURE.fullmatch(left) and (whole := whole_before(clause, facts)) is not None:
        return fact_of(figure, context, LabelMatch(label_of(whole.metric), 0), said.start, narrows_last=True)
    of_year = wordings.sums.OF_THE_YEAR.fullmatch(left)
    new = (
        context.to_year_end
        and wordings.sums.NEW.fullmatch(left) is not None
        and _is_less_than_published(figure, fact_before(clause, facts))
    )
    is_sum = wordings.sums.TOTAL_OF_PARTS.fullmatch(left) is not None
    if is_sum and (each := _one_of_each(quantity, said, facts)) is not None:
        return fact_of(figure, context, LabelMatch(label_of(each.metric), 0), said.start, narrows_last=True)
    adds_up = is_sum and context.of_all_years is not None and _adds_parts_of_year(quantity, said)
    if not adds_up and (said.other is not None or not (of_year or new or wordings.sums.TOTAL_OF_YEAR.fullmatch(left))):
        return None
    if (
        context.of_all_years is not None
        and fits(context.of_all_years.label, figure, context)
        and not _turned_since(clause, facts, context.of_all_years)
    ):
        label = context.of_all_years.label
        if of_year is not None and of_year["handled" if label.topic in _TOPICS_OF_ITEMS else "published"]:
            return stated(said, context, quantity.carried)  # 自2008年以来收到申请50件，2017年公开[30条]: of other things
        return fact_of(figure, context._replace(part_of_year=False), LabelMatch(label, 0), said.start)
    if "新增" in left and wordings.around.NO_OBJECT.match(said.right) and (stock := _stock_before(quantity, said, facts)) is not None:
        return fact_of(figure, context, LabelMatch(label_of(stock.metric), 0), said.start, narrows_last=True)
    if of_year and (whole := _divided_by_years(quantity, said, facts)) is not None:
        return fact_of(figure, context, LabelMatch(label_of(whole.metric), 0), said.start, narrows_last=True)
    counted_up = context.to_year_end or context.of_year_again
    # 网站公开信息730条，答复咨询17条（其中今年新增[15条]）: of the other things
    of_all_years = fact_before(clause, facts) if quantity_before(clause, said.start) is None else None
    if of_all_years is None and counted_up:
        of_all_years = fact_before(clause, facts, said.start)
    if of_all_years is not None and _is_new_beside_carried(figure, clause, of_all_years):
        return fact_of(figure, context, LabelMatch(label_of("requests_received"), 0), said.start)
    if of_all_years is None or "结转" in clause.paragraph.text[figure.end : figure.end + _CARRY_REACH]:
        return None  # 办理申请12件，其中2020年受理[8件]，上年结转4件: the whole is no count of all years
    if _is_no_stock(of_all_years, of_year, figure):
        return None
    if "新增" in left and not wordings.around.NO_OBJECT.match(said.right):
        return None  # 累计公开信息310条，其中2012年新增[64条]规范性文件: of one kind
    if _counts_the_year(clause.paragraph, of_all_years):
        return None  # 全年主动公开310条，其中当年新增[64条]，其余为更新: of what is the year's own
    if counted_up or left.startswith("其中") or _counts_all_years(quantity.previous) or _goes_on(quantity, said, of_all_years, context):
        return fact_of(figure, context, LabelMatch(label_of(of_all_years.metric), 0), said.start, narrows_last=True)
    return None


def _is_new_beside_carried(figure: Figure, clause: Clause, whole: Fact) -> bool:
    """Tells whether a figure of the year makes the whole up with what was carried in, told behind it: 收到申请9件，其中当年[7件]，上年结转
    2件."""
    carried = wordings.requests.CARRIED_BEHIND.match(clause.paragraph.text, figure.end)
    return carried is not None and _counts_requests(whole) and whole.value == (figure.value or 0) + int(carried["carried"])


def _turned_since(clause: Clause, facts: Sequence[Fact], counted: LabelMatch) -> bool:
    """Tells whether the sentence counted something else since what it `counted` over years or parts of one: 春耕、汛期各召开新闻发布会2次，
    共4次，受理申请9件，其中2008年2件，2009年[7件]."""
    begin = clause.paragraph.view.at[sentence_start(clause.paragraph.text, clause.start)]
    return bool(facts) and facts[-1].start >= begin and facts[-1].metric != counted.label.metric


def _is_no_stock(before: Fact, of_year: re.Match[str] | None, figure: Figure) -> bool:
    """Tells whether a figure before one of the year cannot be that of more years: it is less, of what was carried in, or of other things
    than the year's: 截至2024年底，上年结转4件，本年受理申请[57件] ; 收到申请20件，今年公开信息[8条]."""
    if before.metric in ("requests_carried_in", "requests_carried_out"):
        return True
    topic = label_of(before.metric).topic
    of_others = of_year is not None and bool(of_year["handled" if topic in _TOPICS_OF_ITEMS else "published"])
    return of_others or (before.value is not None and figure.value is not None and figure.value > before.value)


def _one_of_each(quantity: Quantity, said: Said, facts: Sequence[Fact]) -> Fact | None:
    """Returns the fact before a sum that counted each of several alone: 春播、汛期各召开新闻发布会1次，共[2次] ; 印发规范性文件各1件，
    合计[2件]. None where none did."""
    last = fact_before(quantity.clause, facts)
    if quantity.previous is None or last is None or (len(facts) > 1 and facts[-2].end == last.end):
        return None  # 当面、网络申请各2件，共计[4件]: of several things
    return last if _counts_each(quantity.previous, last.value, said.figure.value) else None


def _adds_parts_of_year(quantity: Quantity, said: Said) -> bool:
    """Tells whether a sum is that of all before it in its sentence, which were of parts of the year: 上半年收到申请8件，下半年11件，
    共[19件] ; 春播、汛期期间各召开新闻发布会1次，共[2次]."""
    paragraph, end = quantity.clause.paragraph, said.figure.start
    before = quantities_within(paragraph, sentence_start(paragraph.text, end), end)
    if len(before) == 1:
        return quantity.previous is not None and _counts_each(quantity.previous, before[0].value, said.figure.value)
    return len(before) > 1 and sum(figure.value or 0 for figure in before) == said.figure.value


def _counts_each(clause: Clause, each: Decimal | None, summed: Decimal | None) -> bool:
    """Tells whether a clause gave how many each of several had that come to a sum: 印发规范性文件各1件, of 2."""
    if not each or summed is None or summed <= each or summed % each:
        return False
    return "各" in clause.words and wordings.lists.EACH_HELD.search(clause.words) is not None


def whole_before(clause: Clause, facts: Sequence[Fact]) -> Fact | None:
    """Returns the fact of all cases that the clause before gave, None if it gave none: 行政复议案件41起，其中涉及信息公开3起."""
    whole = fact_before(clause, facts)
    return whole if whole is not None and whole.metric in _WHOLES else None


def fact_before(clause: Clause, facts: Sequence[Fact], start: int | None = None) -> Fact | None:
    """Returns the fact that the clause before ended with, or the words before `start` (in brackets), None if they gave none."""
    if not facts:
        return None
    distance = clause.paragraph.view.distance(facts[-1].end, clause.start if start is None else start)
    return facts[-1] if 0 < distance < _NEXT_CLAUSE else None


def fact_within(clause: Clause, facts: Sequence[Fact]) -> Fact | None:
    """Returns the last fact that the clause itself gave so far, None if it gave none: 网站发布[12条]、微博发布5条."""
    return facts[-1] if facts and facts[-1].end > clause.paragraph.view.at[clause.start] else None


def refused_so(clause: Clause, previous: Clause, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the refusal that a clause without figure states for the reason counted before it, None if it states none: 1件涉及国家秘密，
    [依法不予公开]. Others may have been refused for other reasons."""
    if clause.figures or not previous.quantities or not wordings.requests.REFUSED_SO.fullmatch(clause.words):
        return None
    last = fact_before(clause, facts)
    if last is None or "_refused_" not in last.metric:
        return None
    answers = last.metric.partition("_refused_")[0]  # replies by the form of 2014, outcomes by those behind it
    label = replace(label_of(f"{answers}_refused"), one_of_several=True)
    return Attribution(LabelMatch(label, 0), previous.quantities[-1].start, clause.end)


def _divided_by_years(quantity: Quantity, said: Said, facts: Sequence[Fact]) -> Fact | None:
    """Returns the fact that the figures of two years behind it come to: 公开信息312条，其中2008年120条，2009年[192条]."""
    last, previous, value = facts[-1] if facts else None, quantity.previous, said.figure.value
    if last is None or previous is None or value is None or len(previous.quantities) != 1 or "年" not in previous.words:
        return None
    if not 0 <= previous.paragraph.view.distance(last.end, previous.start) < _NEXT_CLAUSE:
        return None
    return last if last.value == value + (previous.quantities[0].value or 0) else None


def _counts_all_years(clause: Clause | None) -> bool:
    """Tells whether a clause counts up without saying over which time: [累计公开3000条]，当年公开57条."""
    return clause is not None and "累计" in clause.words and "年" not in clause.words


def _counts_the_year(paragraph: Paragraph, fact: Fact) -> bool:
    """Tells whether the sentence of a fact counts in this year and no others: [全年主动公开]310条."""
    end = bisect_left(paragraph.view.at, fact.end)
    words = paragraph.text[sentence_start(paragraph.text, end) : end]
    return wordings.sums.WITHIN_THE_YEAR.search(words) is not None and "累计" not in words


def _stock_before(quantity: Quantity, said: Said, facts: Sequence[Fact]) -> Fact | None:
    """Returns the published items counted up before a figure that only says what is new, whatever parts of them stand between:
    网站累计公开信息173条，其中公文62条。2010年新增[49条] ; 网站共公开信息730条，今年新增[52条]. None where none were counted up last, or
    other things behind them: 网站公开信息730条，答复咨询17条（今年新增[15条]）."""
    last, value, paragraph = facts[-1] if facts else None, said.figure.value, quantity.clause.paragraph
    if last is None or value is None or last.start < paragraph.view.at[0]:
        return None
    if last.metric not in PUBLISHED_ITEMS or last.scope != "all" or last.value is None or value >= last.value:
        return None
    text, at = paragraph.text, bisect_left(paragraph.view.at, last.end)
    if behind_last_quantity(paragraph, said.start) > at and (text[said.start - 1] == "(" or not wordings.sums.PARTS_BEHIND.match(text, at)):
        return None
    words = text[behind_last(text, "。;；，,", at) : at]
    if "累计" in words and "年" not in words:
        return last
    whole = wordings.sums.UP_TO_A_DAY.sub("", text[sentence_start(text, at) : at])
    is_news = wordings.sums.NEW_THIS_YEAR.match(said.left) is not None and "比" not in whole
    return last if is_news and wordings.sums.NAMES_THE_YEAR.search(whole) is None else None


def is_new_of_stock(quantity: Quantity, said: Said, label: Label, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure with words of its own is what is new of a stock counted up before it: 平台共公开信息815条，其中本年度新增主动
    公开信息[94条]."""
    if label.metric not in PUBLISHED_ITEMS or "新" not in said.left:
        return False
    stock = _stock_before(quantity, said, facts)
    return stock is not None and label.metric in (stock.metric, "disclosed_total")


def _is_less_than_published(figure: Figure, last: Fact | None) -> bool:
    """Tells whether a figure is less than the published items counted right before it."""
    if last is None or last.metric not in PUBLISHED_ITEMS or last.value is None or figure.value is None:
        return False
    return figure.value < last.value


def _goes_on(quantity: Quantity, said: Said, last: Fact, context: Context) -> bool:
    """Tells whether a sentence gives the year's own of what the one before counted up: 累计公开3000条。(其中，)当年新增公开[57条]."""
    previous, value = quantity.previous, said.figure.value
    if (previous is not None and previous.words != "其中") or value is None or last.value is None or value > last.value:
        return False
    text = quantity.clause.paragraph.text[: quantity.clause.start].rstrip("。；;，, ").removesuffix("其中").rstrip("。；;，, ")
    before = text[behind_last(text, "。；;，,", len(text)) :]
    if "累计" not in before or "年" in before:
        return False
    full = full_label(said.left, said.figure, context)
    match = full[1] if full is not None else short_label(said.left, said.figure, context)
    if match is None:
        return "新增" in said.left and wordings.around.NO_OBJECT.match(said.right) is not None
    return match.label.metric == last.metric


def is_of_received(said: Said, label: Label, clause: Clause, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure is what was accepted of more requests that its sentence says were received: 收到申请12件，受理[10件]."""
    if label.metric != "requests_received" or not facts or facts[-1].metric != label.metric:
        return False
    text = clause.paragraph.text
    if facts[-1].start < clause.paragraph.view.at[sentence_start(text, clause.start)]:
        return False
    received, accepted = facts[-1].value, said.figure.value
    return (
        received is not None
        and accepted is not None
        and accepted < received
        and wordings.requests.ACCEPTED.fullmatch(said.left) is not None
    )


def outgrows(figure: Figure, label: Label, clause: Clause, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure of one way of applying is more than what its clause counted right before, which was of another way then, not
    of all: 办理信息公开申请3件、纸质申请[36件]."""
    if label.metric not in WAYS or not facts or facts[-1].start < clause.paragraph.view.at[clause.start]:
        return False
    whole = facts[-1].value
    return facts[-1].metric in _OF_REQUESTS_AND_REPLIES and whole is not None and figure.value is not None and figure.value > whole


def is_of_a_platform(words: str, total: Decimal | None, of_channel: Decimal | None) -> bool:
    """Tells whether a total is only what stands on the platform for disclosure that `words` name, the usual place of all, but less than
    what a channel beside it published: 在信息公开平台发布信息[120条]，在局网站发布信息800条."""
    return total is not None and of_channel is not None and total < of_channel and wordings.channels.PLATFORM.search(words) is not None


def is_of_documents(words: str, total: Decimal | None, of_items: Decimal | None) -> bool:
    """Tells whether a total is only of the documents that `words` name, as it is less than the items published beside it: 网站公开信息
    800条，主动公开文件[35份]."""
    return total is not None and of_items is not None and total < of_items and "文件" in words and "信息" not in words


def is_running_total(quantity: Quantity, said: Said, label: Label, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure counts up over all years behind the year's own, which is smaller: 2016年新增政府信息50条。累计公开[657条].

    So it does behind what one channel published in the year (behind several it may be their sum), and a channel's behind a smaller total.
    """
    clause, value = quantity.clause, said.figure.value
    paragraph = clause.paragraph
    words = paragraph.text[clause.start : said.figure.start]
    if value is None or "年" in words or "月" in words:
        return False
    here = [fact for fact in facts[-_RUNNING_REACH:] if fact.start >= paragraph.view.at[0] and fact.party == "all" and fact.scope == "all"]
    own = [fact for fact in here if fact.metric == label.metric]
    if not own and label.metric == "disclosed_total":
        own = [fact for fact in here if fact.metric in CHANNELS]
    elif not own and label.metric in CHANNELS:
        own = [fact for fact in here if fact.metric == "disclosed_total"]
    if len(own) != 1 or own[0].value is None or not 0 < own[0].value < value:
        return False
    at = bisect_left(paragraph.view.at, own[0].end)
    begin = sentence_start(paragraph.text, at)
    return wordings.sums.NAMES_THE_YEAR.search(paragraph.text, begin, at) is not None and sum(fact.value or 0 for fact in here) != value


def is_addend(quantity: Quantity, label: Label, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure is listed beside another of its metric, so that neither is the whole."""
    paragraph, edge = quantity.clause.paragraph, quantity.edge
    return (
        bool(facts)
        and facts[-1].metric == label.metric
        and paragraph.text[edge] in "、和及"
        and facts[-1].end == paragraph.view.place(edge - 1, edge)[1]
    )


def standing_of_two(quantity: Quantity, said: Said, label: Label, facts: Sequence[Fact]) -> Standing:
    """Returns which stands of a figure and the one before it that one channel's metric counts together, of two things told apart by their
    names alone: 在县政府网站发布60条，在镇网站发布[5条] ; 《民声直通》在线访谈2次、《阳光问答》在线访谈[1次]. None of other figures, and
    where somebody adds them up. A body's own site is all of it, though what it sent to the government's is told beside."""
    names = _two_names(quantity, said, label)
    if names is None or (len(facts) > 1 and facts[-2].metric == label.metric):
        return None  # 网站发布信息65条，其中市政府网站60条，镇网站[5条]: parts of what they make up
    text = quantity.clause.paragraph.text
    if wordings.sums.ADDED_UP.search(text, quantity.figure.end, sentence_end(text, quantity.figure.end)) is not None:
        return None
    of_government = ["政府" in name for name in names]
    if of_government == [False, True] and wordings.channels.OF_OWN.search(names[0]):
        return "first"
    if of_government == [True, False] and wordings.channels.NAMES_OWN.search(names[1]):
        return "second"
    return "neither"


def _two_names(quantity: Quantity, said: Said, label: Label) -> tuple[str, str] | None:
    """Returns what tells a figure and the one before it apart, where it is no more than the names of two sites, accounts or programmes."""
    clause, previous = quantity.clause, quantity.previous
    if label.metric not in _BY_NAME:
        return None
    text, ahead = clause.paragraph.text, quantity_ahead(clause, previous, quantity.figure.start)
    if ahead is None or ahead[1].counter != quantity.figure.counter:
        return None
    beside, before = ahead
    one = wordings.sums.AS_A_COUNT.sub(
        "", text[max(beside.start, behind_last_quantity(clause.paragraph, before.start)) : before.start].strip(_MARKS)
    ).removeprefix("其中")
    other = wordings.sums.AS_A_COUNT.sub("", text[said.start : quantity.figure.start].strip(_MARKS))
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(one), reversed(other), strict=False)))
    names = one[: len(one) - same], other[: len(other) - same]
    if not wordings.sums.NAMED_ONE.search(one[len(one) - same :]) or not all(names):
        return None
    if any("其中" in name or wordings.sums.NAMES_MORE.search(without_lead(name)) for name in names):
        return None
    return names


def shares(said: Said, last: Fact, previous: Clause | None, context: Context) -> bool:
    """Tells whether a figure is one body's share of what the fact before counted."""
    return context.scope != "all" and "主动" not in said.left and (is_among(said, previous) or last.scope != "all")


def is_among(said: Said, previous: Clause | None) -> bool:
    """Tells whether a figure is given as part of what was said before: 其中[15场]; 其中，…[15场]."""
    return said.left.startswith("其中") or (previous is not None and previous.words == "其中")


def is_done_of_both(said: Said, clause: Clause, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure is all of the new requests and those carried in but those that are left: 收到申请64件，结转上年2件；
    办理[55件]，下年度继续办理11件."""
    both = facts[-2:]
    if wordings.requests.HANDLED_OF_BOTH.fullmatch(said.left) is None or {fact.metric for fact in both} != _NEW_AND_CARRIED_IN:
        return False
    left = wordings.requests.LEFT_OF_BOTH.match(clause.paragraph.text, said.figure.end)
    if left is None or both[0].start < clause.paragraph.view.at[0]:
        return False
    return sum(fact.value or Decimal(0) for fact in both) - int(left["left"] or left["first"]) == said.figure.value


def sum_of_parts(said: Said, clause: Clause, facts: Sequence[Fact]) -> str | None:
    """Returns the metric of which a figure is the sum of the last figures of the paragraph, None if it is none:
    县直71件，镇街38件，全县合计[109件] ; 网站发布20条，微信发布15条，合计[35条]; new requests and those carried in are handled together."""
    if said.figure.value is None or not facts:
        return None
    handled = wordings.requests.HANDLED_TOGETHER.fullmatch(said.left)
    if not (handled or wordings.sums.TOTAL_OF_PARTS.fullmatch(said.left) or wordings.sums.TOTAL_WITH_VERB.fullmatch(said.left)):
        return None
    begin, metric, summed = clause.paragraph.view.at[0], facts[-1].metric, Decimal(0)
    if (by_way := next((of for of in _BY_WAY if metric in of), None)) is not None:
        ways = list(takewhile(lambda fact: fact.metric in by_way and fact.start >= begin, reversed(facts)))
        of_ways = {fact.metric: fact.value or Decimal(0) for fact in ways}
        return _BY_WAY[by_way] if 1 < len(of_ways) == len(ways) and sum(of_ways.values()) == said.figure.value else None
    if metric.startswith("outcome_"):
        here = [fact for fact in facts if fact.start >= begin]
        # 1.予以公开148件 | 2.部分公开21件 | 3.总计[169件]: a list, each in a line of its own
        outcomes = here or takewhile(lambda fact: fact.metric.startswith("outcome_"), reversed(facts))
        return "outcome_total" if sum_of_outcomes(outcomes) == said.figure.value else None
    new_and_old = facts[-2:]
    both = _TOGETHER.get(frozenset(fact.metric for fact in new_and_old))
    if both == "staff_total" and not wordings.office.NO_MORE_THAN_STAFF.match(said.right):
        return None  # 专职人员2名、兼职人员5名，共7名驾驶员
    if both is not None and all(fact.start >= begin and fact.party == "all" for fact in new_and_old):
        return both if sum(fact.value or 0 for fact in new_and_old) == said.figure.value else None
    if handled:
        return None
    by_channel = metric in _BY_CHANNEL
    for count, fact in enumerate(reversed(facts), 1):
        of_the_kind = fact.metric in _BY_CHANNEL if by_channel else fact.metric == metric
        if not of_the_kind or fact.party != "all" or fact.start < begin or fact.value is None:
            return None
        summed += fact.value
        if count > 1 and summed == said.figure.value:
            return metric if all(part.metric == metric for part in facts[-count:]) else "disclosed_total"
    return None


def sum_of_listed(said: Said, clause: Clause, facts: Sequence[Fact]) -> str | None:
    """Returns the metric of which a figure is the sum of all figures of its sentence, of which only some are known, None if it is none:
    政府网站89条，大厅公示25条，电视台3条，合计[117条] ; 市本级举办发布会7场，各县区12场，全市合计[19场]."""
    left, value = said.left, said.figure.value
    if not (wordings.sums.TOTAL_OF_PARTS.fullmatch(left) or wordings.sums.TOTAL_WITH_VERB.fullmatch(left)):
        return None
    paragraph = clause.paragraph
    begin = sentence_start(paragraph.text, said.start)
    listed = quantities_within(paragraph, begin, said.start)
    known = [fact for fact in facts if fact.start >= paragraph.view.at[begin]]
    if len(listed) < 2 or not known or any(figure.counter != said.figure.counter for figure in listed):
        return None
    from_first = known[0].value == listed[0].value
    if sum(figure.value or 0 for figure in listed) != value or wordings.sums.OF_OTHER_MATTERS.search(paragraph.text, begin, said.start):
        return None
    if known[0].scope == "own_level":
        of_whole = from_first and len(known) == 1 and wordings.bodies.WHOLE.match(left) is not None
        return known[0].metric if of_whole else None
    is_by_channel = all(fact.metric in _BY_CHANNEL or (fact.metric == "disclosed_total" and fact.secondary) for fact in known)
    return "disclosed_total" if is_by_channel and (from_first or len(known) > 1) and len(listed) >= _FEWEST_LISTED else None


def _counts_requests(fact: Fact) -> bool:
    """Tells whether a fact counts the requests of all applicants, with those carried in or without."""
    return fact.metric in ("requests_received", "requests_handled") and fact.party == "all"


def is_new(said: Said, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure called no more than 新增 came new, as it makes the whole up with what was carried in: 办理申请48件，
    上年结转2件，新增[46件]."""
    if (
        said.figure.value is None
        or len(facts) < 2
        or "新" not in said.left
        or wordings.requests.CAME_NEW.fullmatch(without_lead(said.left)) is None
    ):
        return False
    whole, old = facts[-2:]
    is_of_both = old.metric == "requests_carried_in" and _counts_requests(whole)
    return is_of_both and whole.value == (old.value or 0) + said.figure.value


def is_carried_in(said: Said, clause: Clause, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure called no more than 结转 was carried in, as it makes the whole up with what came new, before it or behind:
    收到申请41件（其中新收39件，结转[2件]） ; 办理申请41件，其中结转[2件]，新收39件."""
    if not said.left.endswith("结转") or without_lead(said.left) != "结转" or said.figure.value is None or not facts:
        return False
    whole, text = facts[-1], clause.paragraph.text
    behind = wordings.requests.NEW_BEHIND.match(text, said.figure.end)
    if behind is not None and _counts_requests(whole):
        return whole.value == said.figure.value + int(behind["new"])
    if len(facts) < 2:
        return False
    whole, new = facts[-2:]
    is_of_both = new.metric == "requests_received" and new.party == "all" and _counts_requests(whole)
    return is_of_both and whole.value == (new.value or 0) + said.figure.value


def is_rest_of_outcomes(said: Said, clause: Clause, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure called no more than 其他 is what is left of the requests received when all outcomes before it are told:
    收到申请12件，…，无法提供6件，其他[1件]; but not in a bracket that parts one of them."""
    if not said.left.endswith(("其他", "其它")) or without_lead(said.left) not in ("其他", "其它"):
        return False
    if not said.figure.value or in_brackets(clause.paragraph.text, 0, said.figure.start):
        return False
    here = [fact for fact in facts if fact.start >= clause.paragraph.view.at[0]]
    asked = {fact.value for fact in here if _counts_requests(fact)}
    told = sum_of_outcomes(fact for fact in here if fact.metric.startswith("outcome_"))
    return bool(told) and told + said.figure.value in asked


def _discloses(lead: str, sentence: str) -> bool:
    """Tells whether a sentence lists what was disclosed, behind its `lead`, and nothing else: [全年公开]机构设置12条、工作动态300条，
    共312条."""
    return wordings.sums.DISCLOSES_KINDS.search(lead) is not None and wordings.sums.OF_NO_KIND.search(sentence) is None


def is_sum_of_items(said: Said, clause: Clause, context: Context, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure under a heading on what was disclosed is the sum of all that its sentence lists, or the one before it:
    概况信息29条，工作动态14条，通知公告3条，共计[46条] ; but not of what it adds to all of it, or one channel published."""
    if said.figure.value is None or not fits(label_of("disclosed_total"), said.figure, context):
        return False
    if not (wordings.sums.TOTAL_OF_PARTS.fullmatch(said.left) or wordings.sums.TOTAL_WITH_VERB.fullmatch(said.left)):
        return False
    text = clause.paragraph.text
    begin = behind_last(text, "。", said.figure.start)
    if begin >= said.start > 0:
        begin = behind_last(text, "。", begin - 1)
    listed = quantities_within(clause.paragraph, begin, said.figure.start)
    if (
        not listed
        or wordings.sums.BESIDE_THE_REST.search(text, begin, listed[0].start)
        or any(fact.metric == "disclosed_total" for fact in facts)
    ):
        return False
    if context.section != "disclose" and not _discloses(text[begin : listed[0].start], text[begin : sentence_end(text, said.figure.end)]):
        return False
    if len(listed) < _FEWEST_LISTED or any(figure.counter != said.figure.counter for figure in listed):
        return False
    return sum(figure.value or 0 for figure in listed) == said.figure.value
