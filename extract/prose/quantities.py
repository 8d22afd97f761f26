"""What one quantity of a clause is: facts of the report year, a statement without a known label, or a figure of another kind or time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from extract.figures import Figure
from extract.fold import fold
from extract.prose import wordings
from extract.prose.all_of import said_in_brackets
from extract.prose.applicants import divides_requests, is_rest_of_applicants, party_named, party_of_receipt
from extract.prose.attribution import TOTALS, are_items_beside, attribute
from extract.prose.beside import (
    Standing,
    fact_before,
    fact_within,
    is_addend,
    is_among,
    is_carried_in,
    is_done_of_both,
    is_new,
    is_new_of_stock,
    is_of_a_platform,
    is_of_documents,
    is_of_received,
    is_rest_of_outcomes,
    is_running_total,
    is_sum_of_items,
    of_figure_before,
    outgrows,
    shares,
    standing_of_two,
    sum_of_listed,
    sum_of_parts,
)
from extract.prose.channels import channel_of
from extract.prose.clauses import Clause, behind_last, quantity_at, sentence_end, sentence_start
from extract.prose.context import (
    CHANNELS,
    PUBLISHED_ITEMS,
    Context,
    as_labels_say,
    context_after,
    context_at,
    names_part_of_year,
    other_time,
    turned_to,
    year_at,
)
from extract.prose.labels import Label, LabelMatch, label_of, match_before, match_behind
from extract.prose.other_things import is_of_something_else
from extract.prose.place import Attribution, Place, place_of
from extract.prose.projects import projects_of
from extract.prose.quantity import (
    CASES,
    ITEMS,
    LONGEST_LABEL,
    RANGE_MARKS,
    Quantity,
    Said,
    Verdict,
    counts_applicants,
    counts_groups,
    fact_of,
    is_of_a_range,
    is_of_a_row,
    own_words,
    stated,
    things_of_groups,
    without_asides,
)
from extract.prose.stems import any_label, as_charged, fits, full_label, listed_labels, says_nothing, short_label, stems, without_lead
from extract.prose.topics import OF_REQUESTS
from extract.records import Fact, LedgerKind

#: How far back a clause is looked at for what it says before the words of a figure.
_LONGEST_CONTEXT = 160
#: What bodies are counted in.
_BODIES = frozenset("个家所处")
#: What was asked for, without which nothing is refused.
_ASKED = frozenset(("requests_received", "requests_handled", "requests_carried_in", "replies_total"))
#: What requests are counted as that were answered or closed, or came in, by the verb.
_OF_VERBS = {"答复": "replies_total", "回复": "replies_total", "办结": "requests_closed", "收到": "requests_received"}


def verdict_on(quantity: Quantity, context: Context, facts: Sequence[Fact]) -> Verdict:
    """Returns what a quantity is; `facts` are those read so far."""
    if (counts_other := _of_rows_and_groups(quantity, context)) is not None:
        return counts_other
    clause, carried = quantity.clause, quantity.carried
    text = clause.paragraph.text
    figure, start, words_end = own_words(quantity)
    before = text[max(clause.start, figure.start - _LONGEST_CONTEXT) : figure.start]
    if wordings.lists.DONE_EACH.search(text[start : figure.start]) and text.startswith("、", figure.end):
        return stated(Said(figure, start, text[start : figure.start], "", None), context, carried)  # 派件、申请分别办结[5641件]、1件
    is_denied = wordings.around.DENIED_FIGURE.search(text[start:words_end]) or wordings.around.NOT_EVEN_ONE.match(text, figure.start)
    is_one_denied = text[figure.start] == "一" and wordings.around.DENIED_ONE.search(text[start:words_end]) is not None
    if is_denied or is_one_denied or wordings.around.DEFINES.search(before[-LONGEST_LABEL:]) or _is_every_one(clause, figure):
        # 没有一例投诉: the numeral belongs to the denial, which is read after the figures. 同一热点计1次: to a rule.
        return Verdict(figure, "name", context, carried)
    if (
        context.topic == "normative"
        and _may_be_of_them(figure, facts)
        and wordings.publishing.DISCLOSED_OF_THEM.fullmatch(text, start, words_end)
    ):
        match = LabelMatch(label_of("normative_disclosed"), 0)
        if fits(match.label, figure, context) and other_time(text[clause.start : figure.start], context) is None:
            return fact_of(figure, context, match, start)
    start, left, right = _words_around(quantity, figure, start, words_end, context)
    answers = _is_of_answers(quantity, figure, start, left, context, facts)
    context = year_at(clause, figure, context_at(clause, figure, context))
    if (rule := wordings.times.AT_LEAST.match(text, figure.start)) is not None:
        before += rule[0]
    said = Said(figure, start, left, right, other_time(before, context))
    if is_of_a_range(quantity):
        return stated(said._replace(left=left.lstrip(RANGE_MARKS)), context, carried)
    known = projects_of(quantity, said, context, facts)
    known = known or _of_change(quantity, said, context, facts) or of_figure_before(quantity, said, context, facts)
    known = known or _issued_and_disclosed(said, context) or _not_public(quantity, said, context, facts)
    known = known or _left_over(quantity, said, context)
    if known is not None:
        return known
    place = place_of(clause, figure, start, left, right, context, quantity.previous)
    if (of_applicants := _of_applicants(place, facts)) is not None:
        if said.other is not None or not (party_of_receipt(left) or divides_requests(figure, clause, facts)):
            return stated(said, context, carried)
        after = turned_to("applicant", context_after(of_applicants.match.label, figure.end, context))
        return Verdict(figure, "fact", after, carried, (of_applicants,))
    found = (_already_public(said, context) if answers else None) or attribute(place, facts)
    if found is not None and "书面" in left + right:
        found = _of_written(found, quantity, facts)
    if found is None or is_of_something_else(quantity, said, found.match.label, context):
        return _without_label(quantity, said, context, facts, is_known=found is not None)
    if found.match.label.metric == "requests_received" and wordings.requests.HOLDS_AHEAD.search(text[: start + 1]):
        return fact_of(figure, context, LabelMatch(label_of("requests_handled"), 0), found.start)  # 收到（含上年结转1件）申请53件
    charged = as_charged(found.match.label, left, clause, context)
    if charged is not found.match.label:
        found = found._replace(match=LabelMatch(charged, found.match.length))
    return _labelled(quantity, said, found, context, facts)


def _may_be_of_them(figure: Figure, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure can be of the rules counted before it: 制定规范性文件8件，公开[8件] ; but not 制定4件。公开[500条]."""
    last = facts[-1] if facts else None
    return last is None or last.value is None or figure.value is None or figure.value <= last.value


def _is_every_one(clause: Clause, figure: Figure) -> bool:
    """Tells whether a figure is one of two that say together that all were done so: 文件发布[一条]解读[一条]."""
    text = clause.paragraph.text
    pairs = wordings.around.EVERY_ONE.finditer(text, clause.start, clause.end) if text[figure.start] == "一" else ()
    return any(figure.start in (pair.start(), pair.end() - len(pair[1])) for pair in pairs)


def _of_rows_and_groups(quantity: Quantity, context: Context) -> Verdict | None:
    """Returns the verdict on a number of a row without columns, of bodies (12个以上的部门), of columns (公开信息12个栏目), or of
    groups and applicants whose things are counted behind it; None on any other."""
    figure, clause, carried = quantity.figure, quantity.clause, quantity.carried
    text = clause.paragraph.text
    if is_of_a_row(quantity):
        return Verdict(figure, "unread", context, carried)
    of_bodies = text.startswith(("的", "以上"), figure.end) and wordings.around.OF_BODIES.match(text, figure.end)
    of_columns = figure.counter == "个" and wordings.lists.COUNTS_GROUPS.match(text, figure.end)
    if not (of_bodies or of_columns):
        behind = quantity_at(clause, quantity.stop) or _sum_behind(clause, figure)
        if behind is None or not (counts_groups(clause, figure, behind) or counts_applicants(clause, figure, behind)):
            return None
    left = text[quantity.edge : figure.start]
    right = "" if left else text[figure.end : min(quantity.stop, figure.end + LONGEST_LABEL)]  # 84个一级栏目，[170余个]二级栏目
    return stated(Said(figure, quantity.edge, left, right, None), context, carried)


def _sum_behind(clause: Clause, figure: Figure) -> Figure | None:
    """Returns the sum that the next clause gives of what a figure, the last of its clause, may count the groups of: 公开信息[67项]，
    共计910条. None if it gives none."""
    if figure.counter not in ("项", "个") or figure is not clause.quantities[-1]:
        return None
    figures = clause.paragraph.figures
    index = bisect_left(figures, clause.end, key=lambda other: other.start)
    return figures[index] if index < len(figures) else None


def _words_around(quantity: Quantity, figure: Figure, start: int, end: int, context: Context) -> tuple[int, str, str]:
    """Returns where the words in `[start, end)` before a figure begin that are its own, them as labels say them, and those behind."""
    text, clause = quantity.clause.paragraph.text, quantity.clause
    start, words = without_asides(clause, start, end)
    left = as_labels_say(words if end == figure.start else words + things_of_groups(quantity), context.subject)
    if ":" in left:
        left = _without_time_behind_colon(left)
    if "信息" in left or "资讯" in left:
        left = _without_business(left, text, figure.end, context.subject.issuer, quantity.previous)
    if "原创" in left and not context.channels and not context.siblings and not _tells_what_is_passed_on(text, figure.end):
        left = wordings.channels.ORIGINAL.sub("", left)
    if start == quantity.edge > clause.start and text[start - 1] in _BODIES:
        who = wordings.requests.OF_BODIES_THAT_ASK.match(text, start - 1) or wordings.bodies.ALL_BODIES.match(text, start - 1)
        left = left.removeprefix(who["who"]) if who is not None else "各" + left  # 12个街道公开信息[126条]: of each of them
    if "结转" in left and wordings.requests.RECEIVED_HOLD_CARRIED.search(text, sentence_start(text, figure.start), figure.start):
        left = left.replace("结转", "上年结转")
    right = as_labels_say(text[figure.end : min(quantity.stop, figure.end + LONGEST_LABEL)], context.subject)
    if left.endswith(("结转", "转结")) and "年" in right:
        right = as_labels_say(left[-2:] + right, context.subject)[2:]  # 结转21件至2026年
    if "职)" in right or "(兼)" in right:
        right = _with_kind_of_staff(left, right)
    return start, left, right


def _without_business(left: str, text: str, end: int, issuer: str | None, previous: Clause | None) -> str:
    """Returns words before a figure that ends at `end` without the issuer's own business, which is all that a channel of its publishes, or
    that it discloses itself; but not where another class stands beside it: 局网站发布[财政]信息120条, 主动公开[司法行政]信息63条,
    主动公开[各类教育]信息90条 ; 收到依申请公开[环境]信息5件 ; 局网站发布财政信息12条，人事信息3条."""
    business = wordings.channels.BUSINESS_OF_CHANNEL.search(left)
    if issuer is None or business is None or business["business"] not in issuer:
        return left
    ahead = left[: business.start()]
    names_all = business["each"] is not None or (business["all"] is not None and ahead.endswith("主动"))
    of_itself = names_all and "其中" not in ahead
    asked_for = ahead.endswith("依申请")
    names_channel = previous is not None and not ahead and wordings.channels.CHANNEL_SUBJECT.search(previous.words) is not None
    if not (of_itself or asked_for or names_channel) and channel_of(ahead) not in CHANNELS:
        return left
    next_class = wordings.requests.NEXT_ASKED_FOR if asked_for else wordings.publishing.NEXT_CLASS
    return left if next_class.match(text, end) else left[: business.start()] + business[1] + left[business.end() :]


def _tells_what_is_passed_on(text: str, at: int) -> bool:
    """Tells whether the sentence round `at` tells what was taken from others, beside what was written: 原创60篇，[转载]120篇."""
    return wordings.channels.NOT_ORIGINAL.search(text, sentence_start(text, at), sentence_end(text, at)) is not None


def _without_label(quantity: Quantity, said: Said, context: Context, facts: Sequence[Fact], *, is_known: bool) -> Verdict:
    """Returns the verdict on a figure whose label speaks of something else (`is_known`), or that has none: then it may be the sum of what
    stands before it."""
    figure, clause, carried = said.figure, quantity.clause, quantity.carried
    if context.channels:
        context = context._replace(channels=False)  # 网站公开268条。其中：规划信息17条，[其他]12条: a list by content, not by channel
    if is_known:
        return stated(said, context, carried)
    if "理" in said.left and is_done_of_both(said, clause, facts):
        return fact_of(figure, context, LabelMatch(label_of("requests_closed"), 0), said.start)
    if (summed := sum_of_parts(said, clause, facts) or sum_of_listed(said, clause, facts)) is not None:
        return fact_of(figure, context._replace(scope="all"), LabelMatch(label_of(summed), 0), clause.start)
    if is_new(said, facts):
        return fact_of(figure, context, LabelMatch(label_of("requests_received"), 0), said.start)
    if is_carried_in(said, clause, facts):
        return fact_of(figure, context, LabelMatch(label_of("requests_carried_in"), 0), said.start)
    if is_rest_of_outcomes(said, clause, facts):
        return fact_of(figure, context, LabelMatch(label_of("outcome_other"), 0), said.start)
    if is_sum_of_items(said, clause, context, facts):
        return fact_of(figure, context, LabelMatch(label_of("disclosed_total"), 0), clause.start)
    return stated(said, context, carried)


def _issued_and_disclosed(said: Said, context: Context) -> Verdict | None:
    """Returns the verdict on a figure of rules that were both issued and disclosed: 制发、主动公开规范性文件[3件]. None on any other."""
    figure, left = said.figure, said.left
    if "规范性文件" not in left or said.other is not None or not wordings.publishing.ISSUED_AND_DISCLOSED.search(left):
        return None
    issued, disclosed = (
        Attribution(LabelMatch(label_of(f"normative_{verb}"), 0), said.start, figure.end) for verb in ("issued", "disclosed")
    )
    if not fits(issued.match.label, figure, context):
        return None
    return Verdict(figure, "fact", context_after(issued.match.label, figure.end, context), issued.match, (disclosed, issued))


def _left_over(quantity: Quantity, said: Said, context: Context) -> Verdict | None:
    """Returns the verdict on what is left of requests and is carried over as the next clause tells: 余[5件]未到期，结转至下年. None on any
    other figure."""
    if said.other is not None or context.topic not in OF_REQUESTS or not wordings.requests.LEFT_OVER.search(said.left):
        return None
    text, end = quantity.clause.paragraph.text, said.figure.end
    if not wordings.requests.CARRIED_NEXT.match(as_labels_say(text[end : end + LONGEST_LABEL], context.subject)):
        return None
    match = LabelMatch(label_of("requests_carried_out"), 0)
    return fact_of(said.figure, context, match, said.start) if fits(match.label, said.figure, context) else None


def _not_public(quantity: Quantity, said: Said, context: Context, facts: Sequence[Fact]) -> Verdict | None:
    """Returns the verdict on a figure of information by its attribute: where nobody had asked for any (未收到申请，不予公开信息[35条]), or
    as a part of what was called disclosed (公开信息90件，其中政策30件，不予公开信息[12件]). None on any other."""
    figure = said.figure
    if said.other is not None or "不予" not in said.left or not wordings.publishing.NOT_PUBLIC.search(said.left):
        return None
    narrows = _is_part_of_disclosed(quantity, facts)
    if not narrows and (figure.counter not in ITEMS or any(fact.value for fact in facts if fact.metric in _ASKED)):
        return None  # 收到申请12条，其中不予公开信息2条
    if narrows:
        context = context._replace(scope=facts[-1].scope)
    match = LabelMatch(label_of("doc_attr_not_public"), 0)
    return fact_of(figure, context, match, said.start, narrows_last=narrows) if figure.counter in match.label.counters else None


def _is_part_of_disclosed(quantity: Quantity, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure is among the parts of the last fact, of all that was disclosed."""
    last, paragraph = facts[-1] if facts else None, quantity.clause.paragraph
    if last is None or last.metric != "disclosed_total" or last.start < paragraph.view.at[0]:
        return False
    between = paragraph.text[bisect_left(paragraph.view.at, last.end) : quantity.figure.start]
    return between.lstrip("，,").startswith("其中") and "。" not in between


def _labelled(quantity: Quantity, said: Said, found: Attribution, context: Context, facts: Sequence[Fact]) -> Verdict:
    """Returns what a figure with a label is: a fact of it and of what else it holds for, or one of another time or of documents."""
    label = found.match.label
    if label.topic == "staff" and (said.other == "cumulative" or (said.other == "prior" and _since_a_year(quantity.clause, said.start))):
        said = said._replace(other=None)  # 自2004年起开展工作，现配备专职人员[6名]: what there is, since whenever
    if said.other is not None:
        words = quantity.clause.paragraph.text[quantity.clause.start : said.figure.start]
        if said.other == "cumulative" or context.part_of_year or names_part_of_year(words) or wordings.times.RATE.search(words):
            context = context._replace(of_all_years=found.match)
        return stated(said, turned_to(label.topic, context), found.match)
    if "累计" in said.left and is_running_total(quantity, said, label, facts):
        return stated(said._replace(other="cumulative"), turned_to(label.topic, context), found.match)
    if label.metric == "site_visits" and "浏览" in said.left:
        found = found._replace(secondary=True)  # 点击量1320万人次，页面浏览量5890万次: pages, not visits
    standing = standing_of_two(quantity, said, label, facts)
    return _only_stated(quantity, said, found, standing, context, facts) or _facts_of(quantity, said, found, standing, context, facts)


def _only_stated(
    quantity: Quantity, said: Said, found: Attribution, standing: Standing, context: Context, facts: Sequence[Fact]
) -> Verdict | None:
    """Returns the verdict on a figure with a label that is one of several that make its metric up, or of what is parted otherwise; None
    on any other."""
    label, clause = found.match.label, quantity.clause
    if label.topic == "normative" and is_addend(quantity, label, facts):
        return stated(said, context, found.match)._replace(narrows_last=True)  # 区政府规范性文件4件、区政府办规范性文件6件
    if standing in ("neither", "first"):
        narrows = standing == "neither" and _follows_its_like(label, facts)
        return stated(said, context, found.match)._replace(narrows_last=narrows)
    # 收到公民申请[12件]，法人申请3件
    one_kind = label.metric == "requests_received" and wordings.requests.OF_ONE_KIND.search(said.left) is not None
    beside_another = one_kind and bool(facts) and facts[-1].metric == label.metric and facts[-1].party != "all"
    is_one_of_kinds = beside_another or (
        one_kind and wordings.requests.OF_ANOTHER_KIND.match(clause.paragraph.text, said.figure.end) is not None
    )
    if label.metric == "info_made_total" and wordings.publishing.OBTAINED_NEXT.match(clause.paragraph.text, said.figure.end):
        # 制作政府信息310条，获取政府信息12条: the metric counts both
        return stated(said, context._replace(made=True, siblings=True), found.match)
    is_taken_up = "受理" in said.left and is_of_received(said, label, clause, facts)
    # 制发公文146件，其中主动公开83件: documents by their attribute
    is_of_attribute = context.documents and label.metric == "disclosed_total"
    if is_one_of_kinds or is_taken_up or is_of_attribute or _is_less_than_all(quantity, said, label, facts):
        return stated(said, context, found.match)
    return None


def _is_less_than_all(quantity: Quantity, said: Said, label: Label, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure of all that was disclosed is but a platform's behind a channel's (网站800条，信息公开平台[120条]), or of
    documents behind more items that the paragraph counted (网站公开信息800条，公众号90条，主动公开文件[35份])."""
    if label.metric != "disclosed_total":
        return False
    last, value = _last_beside(quantity.clause, facts), said.figure.value
    if last is not None and last.metric in CHANNELS and is_of_a_platform(said.left, value, last.value):
        return True
    if "文件" not in said.left or is_among(said, quantity.previous):
        return False
    items = takewhile(lambda fact: fact.start >= quantity.clause.paragraph.view.at[0], reversed(facts))
    return any(fact.metric in PUBLISHED_ITEMS and is_of_documents(said.left, value, fact.value) for fact in items)


def _follows_its_like(label: Label, facts: Sequence[Fact]) -> bool:
    """Tells whether the last fact is of the same metric."""
    return bool(facts) and facts[-1].metric == label.metric


def _last_beside(clause: Clause, facts: Sequence[Fact]) -> Fact | None:
    """Returns the fact right before a clause or, if there is none, the last within it."""
    return fact_before(clause, facts) or fact_within(clause, facts)


def _facts_of(quantity: Quantity, said: Said, found: Attribution, standing: Standing, context: Context, facts: Sequence[Fact]) -> Verdict:
    """Returns the verdict that a figure is the fact of its label and of what else it holds for, as a part where the words say so."""
    clause, figure, label = quantity.clause, said.figure, found.match.label
    if context.parted is not None and context.parted[0] != label.metric:
        # 发布会20场，其中例行4场、专题16场，组织在线访谈[9次]: of the whole again
        context = context._replace(scope=context.parted[1] if context.scope == "part" else context.scope, parted=None)
    each = (Attribution(match, clause.start, figure.end) for match in _each_listed(figure, said.left, found.match, context))
    both = _of_both_verbs(said, found, label)
    of_all = said_in_brackets(figure, label, clause, context, max(found.end, figure.end))
    reason = _reason_ahead(said, found, clause, context) or _reason_behind(said, found, clause, context)
    if reason:
        found = found._replace(match=found.match._replace(label=replace(label, one_of_several=True)))
    last = _last_beside(clause, facts)
    if (
        last is not None
        and last.metric in CHANNELS
        and label.metric == "disclosed_total"
        and shares(said, last, quantity.previous, context)
    ):
        # 通过网站公开6655条，其中，市本级公开[3133条]，县区公开[3521条]: still of the website
        found = found._replace(match=LabelMatch(label_of(last.metric), found.match.length))
    if label.metric == "trainees" and context.scope == "part" and said.right.startswith(("参加", "参训", "参会", "到会")):
        context = context._replace(scope="all")  # 各县区教育局、市直学校[240人]参加: of whom they were is no part
    divides = _begins_parts(said, quantity.previous)
    if divides and label.topic != "request" and last is not None and last.metric == label.metric:
        of_itself = "主动公开" in said.left and "法定" not in said.left  # 法定主动公开内容 is a class of what is disclosed
        if label.metric == "disclosed_total" and of_itself and "主动" not in fold(last.quote):
            # 公开信息687条，其中主动公开[668条]，依申请公开19条: the first counted more than its metric means
            return fact_of(figure, context, found.match, found.start, narrows_last=True)
        if label.metric in TOTALS.values() and wordings.cases.ABOUT_DISCLOSURE.match(said.left):
            return fact_of(figure, context, found.match, found.start, narrows_last=True)  # 复议87件，其中涉及政府信息公开的复议[2件]
        if reason:
            return fact_of(figure, context, reason[0].match, reason[0].start)  # 不予公开3件，其中因涉及国家秘密不予公开[2件]
        # 设立查阅点12个，其中市级查阅点2个
        context = context._replace(scope="part", parted=context.parted or (label.metric, context.scope))
    elif _is_part(quantity, said, found.match.label, last, divides=divides):
        context = context._replace(scope="part", parted=context.parted or (label.metric, context.scope))
    after = context_after(label, figure.end, context)
    if label.metric == "litigation_after_review_total" and _follow_all_kinds(quantity, facts):
        after = turned_to("litigation", after)  # 诉讼3件，其中直接起诉1件、复议后起诉[2件]，维持2件: of all
    return Verdict(
        figure,
        "fact",
        after,
        found.match,
        (*each, *both, *of_all, *reason, found),
        narrows_last=outgrows(figure, label, clause, facts)
        or _leaves_a_platform(quantity, label, last)
        or is_new_of_stock(quantity, said, label, facts)
        or (standing == "second" and _follows_its_like(label, facts)),
    )


def _follow_all_kinds(quantity: Quantity, facts: Sequence[Fact]) -> bool:
    """Tells whether a number of suits behind a review is the last of both kinds, told side by side, which come to the suits counted before
    them."""
    if len(facts) < 2 or [fact.metric for fact in facts[-2:]] != ["litigation_total", "litigation_direct_total"]:
        return False
    figure, paragraph = quantity.figure, quantity.clause.paragraph
    between = paragraph.text[bisect_left(paragraph.view.at, facts[-1].end) : figure.start]
    side_by_side = behind_last(between, "，,；;。", len(between)) <= 1
    return side_by_side and facts[-2].value == (facts[-1].value or 0) + (figure.value or 0)


def _is_part(quantity: Quantity, said: Said, label: Label, last: Fact | None, *, divides: bool) -> bool:
    """Tells whether a figure is a part of one before it that has another label: 公众号发布信息134条，其中公开政务信息[40条] ; 网站发布
    134条，其中，公开文件[40条] ; 其中防汛新闻发布会[15场]."""
    if label.metric == "press_conferences":
        return is_among(said, quantity.previous) and wordings.office.ONE_SUBJECT.search(said.left) is not None
    if label.metric != "disclosed_total" or last is None or last.metric not in CHANNELS:
        return False
    return divides or ("文件" in said.left and is_among(said, quantity.previous))


def _since_a_year(clause: Clause, end: int) -> bool:
    """Tells whether the sentence of a clause only says since when things are as it tells: 2006年3月起，本所开展此项工作，配备了…."""
    text = clause.paragraph.text
    return wordings.times.FROM_A_YEAR_ON.search(text, sentence_start(text, end), end) is not None


def _begins_parts(said: Said, previous: Clause | None) -> bool:
    """Tells whether words begin the parts of the figure before, by kind or by body: 公开信息90条，[其中]网站60条 ; …，其中，[各乡镇]60条;
    but not 其中今年60条."""
    if said.left.startswith("其中") and not wordings.times.OF_THE_YEAR_AGAIN.match(said.left):
        return True
    return is_among(said, previous) and wordings.bodies.SUBORDINATES.match(said.left) is not None


def _without_time_behind_colon(words: str) -> str:
    """Returns words without what says only of which time a figure is behind the colon of its label: 主动公开的数量：[2010年度共]."""
    label, _, behind = words.rpartition(":")
    return words if not label or not behind or without_lead(behind) else label


def _leaves_a_platform(quantity: Quantity, label: Label, last: Fact | None) -> bool:
    """Tells whether a channel's figure shows that the total before it was only a platform's or of documents: 在信息公开平台发布120条，
    局网站发布[800条] ; 主动公开文件35份，局网站发布[800条]."""
    if label.metric not in CHANNELS or last is None or last.metric != "disclosed_total" or quantity.previous is None:
        return False
    words, value = quantity.previous.words, quantity.figure.value
    return is_of_a_platform(words, last.value, value) or is_of_documents(fold(last.quote), last.value, value)


def _reason_ahead(said: Said, found: Attribution, clause: Clause, context: Context) -> tuple[Attribution, ...]:
    """Returns the reason that stands right ahead of a refusal, whose figure is of both: 因涉及国家秘密[不予公开]5件."""
    if found.match.label.metric != "reply_refused" or found.start <= said.start:
        return ()
    ahead = clause.paragraph.text[said.start : found.start].rstrip("、而，的")
    there = turned_to("refused", context)
    full = full_label(ahead, said.figure, there)
    reason = full[1] if full is not None and full[0] == ahead else short_label(ahead, said.figure, there)
    if reason is None or reason.label.topic != "refused":
        return ()
    return (Attribution(reason, said.start, said.figure.end),)


def _reason_behind(said: Said, found: Attribution, clause: Clause, context: Context) -> tuple[Attribution, ...]:
    """Returns the reason that stands between a figure and the refusal behind it: [1件]因涉及商业秘密不予公开."""
    if found.match.label.metric != "reply_refused" or found.start != said.figure.start:
        return ()
    why = wordings.requests.REASON_BEHIND.fullmatch(clause.paragraph.text, said.figure.end, found.end)
    named = match_behind(why["reason"], context.subject.era) if why is not None else []
    reason = next((match for match in named if match.label.topic == "refused"), None)
    return (found._replace(match=reason),) if reason is not None else ()


def _of_both_verbs(said: Said, found: Attribution, label: Label) -> Iterator[Attribution]:
    """Yields the other label of requests that two verbs share: 受理并答复申请[28件] counts what came in and what was answered."""
    verbs = wordings.requests.TWO_VERBS.search(said.left) if label.metric in _OF_VERBS.values() else None
    if verbs is not None and "申请" in said.left + said.right:
        for metric in ("requests_received", _OF_VERBS[verbs["second"]]):
            if metric != label.metric:
                yield found._replace(match=LabelMatch(label_of(metric), found.match.length), start=said.start)


def _with_kind_of_staff(left: str, right: str) -> str:
    """Returns the words behind a number of staff, the kind in brackets as words: 2名[工作人员（专职）] ; 工作人员3名[（兼职）]."""
    kind = wordings.office.KIND_OF_STAFF.match(right)
    if kind is not None and kind["all"] and "工作人员" in left:
        return right  # 工作人员3名（均为兼职）: all of them, too
    if kind is not None and (kind["who"] or wordings.office.STAFF.search(left)):
        return kind["who"] + kind["kind"] + right[kind.end() :]
    return right.replace("专(兼)职", "专兼职")


def _is_of_answers(quantity: Quantity, figure: Figure, start: int, left: str, context: Context, facts: Sequence[Fact]) -> bool:
    """Tells whether a figure can count answers to requests, among which 主动公开 is one that says what is public already."""
    beside = (figure.counter in ITEMS and context.headed is None) or are_items_beside(figure, left, quantity.clause, facts)
    if beside and wordings.publishing.DISCLOSES_ITEMS.search(left):
        return False  # 收到申请3件，均已书面答复。全年主动公开信息[412条]
    if context.topic == "reply" or quantity.clause.paragraph.text.find("答复", quantity.clause.start, start) >= 0:
        return True
    return context.topic == "request" and figure.counter in CASES and "信息" not in left


def _changed(quantity: Quantity, said: Said, context: Context, facts: Sequence[Fact]) -> LabelMatch | None:
    """Returns the label of the fact before, which was not the year's last word: 设立1个查阅点，今年增加到[2个]. What the figure counts
    behind it, if anything, is the same."""
    last = fact_before(quantity.clause, facts)
    if last is None or last.party != "all":
        return None
    label, clause = label_of(last.metric), quantity.clause
    ahead = wordings.times.TO.sub("", without_lead(clause.paragraph.text[clause.start : said.figure.start]))
    if not wordings.times.SAYS_WHEN.fullmatch(ahead):
        return None
    place = place_of(clause, said.figure, said.start, said.left, said.right, context, quantity.previous)
    same = place.no_object or any(match.label.metric == last.metric for match in match_before(place.things, context.subject.era))
    return LabelMatch(label, 0) if same and said.figure.counter and fits(label, said.figure, context) else None


def _of_change(quantity: Quantity, said: Said, context: Context, facts: Sequence[Fact]) -> Verdict | None:
    """Returns the verdict on a figure that words of change stand before: 由1128条, 增加到1887条, 增长759条; None on any other."""
    figure, left, carried, clause = said.figure, said.left, quantity.carried, quantity.clause
    since = wordings.times.FROM.search(left)
    if since is not None and (since.lastgroup or wordings.times.CHANGED_TO.match(clause.paragraph.text, figure.end, clause.end)):
        return Verdict(figure, "prior", context, any_label(wordings.times.FROM.sub("", left), context) or carried)
    to = wordings.times.TO.search(left)
    if to is not None:
        named = wordings.times.TO.sub("", left).lstrip("、，")
        match = (carried if wordings.times.SAYS_WHEN.fullmatch(named) else None) or any_label(named, context)
        other = _time_of_change(to, said, clause, context)
        if match is not None and other is None:
            return fact_of(figure, context, match, clause.start)
        if match is None and other is None and (superseded := _changed(quantity, said, context, facts)) is not None:
            return fact_of(figure, context, superseded, clause.start, narrows_last=True)
        return Verdict(figure, other or "statement", context, match)
    if wordings.times.GROWN.search(left) or (wordings.times.CHANGE.search(left) and not wordings.times.NO_CHANGE.search(left)):
        return Verdict(figure, "change", context, carried)
    return None


def _time_of_change(to: re.Match[str], said: Said, clause: Clause, context: Context) -> LedgerKind | None:
    """Returns `other_time` of what a figure changed to: 由去年的28件增加到[32件] is the year's own, 增加到2008年的[32件] that of 2008."""
    own = context.subject.year
    if to["year"] is not None and own is not None and int(to["year"]) != own:
        return "prior" if int(to["year"]) < own else "statement"
    last = wordings.times.FROM_LAST_YEAR.search(clause.paragraph.text, clause.start, said.figure.start) if said.other == "prior" else None
    return None if last is not None and (last["year"] is None or int(last["year"]) + 1 == own) else said.other


def _already_public(said: Said, context: Context) -> Attribution | None:
    """Returns the attribution to the answer 已主动公开, which in a clause of answers is no disclosure: 答复…，其中属于已主动公开[3件] ;
    收到申请3件，[1件]属于主动公开信息."""
    behind = context.headed in OF_REQUESTS and says_nothing(said.left)
    words = wordings.around.BEHIND_LEAD.sub("", said.right) if behind else said.left
    reply = short_label(words, said.figure, turned_to("reply", context))
    if reply is None or reply.label.metric != "reply_already_public":
        return None
    return Attribution(reply, said.start, said.figure.end + (len(said.right) if behind else 0))


def _of_written(found: Attribution, quantity: Quantity, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the attribution of written requests: all of them where no other way is named (收到[2份]书面申请), those by letter among
    all (收到申请8件，其中书面申请[5件]), no one's beside another way that they may hold (收到书面申请[12件]，网上申请5件), unless
    the ways named come to it (收到书面申请[13件]，其中当面5件、信函8件)."""
    metric = found.match.label.metric
    if metric not in ("requests_received", "requests_letter") or any(fact.metric == "requests_received" for fact in facts):
        return found
    text, clause = quantity.clause.paragraph.text, quantity.clause
    begin = text.rfind("。", 0, clause.start) + 1
    if not wordings.requests.WRITTEN_REQUESTS.search(text, begin):
        return found
    ways = [int(way["count"]) for way in wordings.requests.OTHER_WAY.finditer(text, begin)]
    if ways and sum(ways) != quantity.figure.value:
        return None if metric == "requests_received" else found
    return found._replace(match=LabelMatch(label_of("requests_received"), found.match.length))


def _of_applicants(place: Place, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the attribution to requests of the applicants that are all the words before a figure, or behind it: [331件]来自自然人."""
    if is_rest_of_applicants(place.left, place.figure, facts):
        return Attribution(LabelMatch(label_of("requests_received"), 0), place.left_start, place.figure.end, "other_organisation")
    if (party := party_named(place.left) or party_of_receipt(place.left)) is not None:
        return Attribution(LabelMatch(label_of("requests_received"), 0), place.left_start, place.figure.end, party)
    if place.previous is not None and not place.previous.quantities and wordings.lists.HAS_AS_MANY.fullmatch(place.left):
        # 自然人占绝大多数，有[206件]
        words, are_most = wordings.lists.ARE_MOST.subn("", place.previous.words)
        if are_most and (party := party_named(words.removeprefix("以"))) is not None:
            return Attribution(LabelMatch(label_of("requests_received"), 0), place.previous.start, place.figure.end, party)
    if (party := party_named(place.behind)) is not None and place.is_free:
        return Attribution(LabelMatch(label_of("requests_received"), 0), place.figure.start, place.figure.end + len(place.behind), party)
    return None


def _each_listed(figure: Figure, left: str, match: LabelMatch, context: Context) -> Iterator[LabelMatch]:
    """Yields the other labels a figure holds for as well: 行政复议、行政诉讼均为[0件], each of them, not all together; none of several is
    none of each: 行政复议、行政诉讼[0件]."""
    if figure.value != 0 and not wordings.lists.EACH.search(left):
        return
    for stem in stems(left):
        if any(m.label is match.label for m in match_before(stem, context.subject.era)):
            yield from (each for each in listed_labels(stem, match, context) if fits(each.label, figure, context))
            return
