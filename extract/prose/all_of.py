"""What is said of all that was counted right before: by a clause without a figure (收到申请8件，[都为信函申请] ; 行政诉讼2件，
[均为复议后起诉]), or in brackets (不同意公开2件[（均涉及商业秘密）])."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from extract.figures import Figure
from extract.prose import wordings
from extract.prose.applicants import party_named
from extract.prose.attribution import ENDINGS, KINDS_OF_CASES, TOTALS
from extract.prose.beside import fact_before
from extract.prose.channels import channel_of
from extract.prose.clauses import Clause, sentence_end, sentence_start
from extract.prose.context import CHANNELS, WAYS, Context, in_brackets, other_time, turned_to
from extract.prose.labels import Label, LabelMatch, label_of
from extract.prose.place import Attribution
from extract.prose.quantity import CASES
from extract.prose.settling import DONE, OUTCOMES
from extract.prose.stems import full_label, short_label, without_lead
from extract.prose.topics import OF_REQUESTS, Topic
from extract.records import Fact, Scope

#: What can be said of all that is counted under a topic: the topics of the labels.
_SAID_OF: Mapping[Topic, tuple[Topic, ...]] = {
    "request": ("request", "reply"),
    "review": ("review",),
    "litigation": ("litigation", "litigation_direct", "litigation_after"),
    "litigation_direct": ("litigation_direct",),
    "litigation_after": ("litigation_after",),
    "staff": ("staff",),
    "normative": ("normative",),
    "consult": ("consult",),
}
#: The metrics of what is counted then, beside requests.
_COUNTS = {**TOTALS, "staff": "staff_total", "normative": "normative_issued", "consult": "consultations_total"}
#: Topics of what is said why a request was not granted.
_REASONS: tuple[Topic, ...] = ("refused", "unavailable", "declined", "other_handling")
#: What is counted beside others, not all of them.
_BESIDE = ("另", "此外", "其余", "剩余", "协助", "配合")
#: What a sentence begins with that goes on with all that the one before counted.
_BEGINS_WITH_ALL = ("全部", "均", "都", "皆", "上述申请", "以上申请", "所有申请", "申请方式", "申请形式", "申请渠道", "申请途径")
#: What all of them are without saying.
_OF_ALL = frozenset(("requests_received", "requests_handled", "review_total", "litigation_total", "staff_total", "consultations_total"))
#: How many facts back a figure may be one of.
_FACTS_OF_ONE = 3
#: What the metrics of cases begin with, and of what may be counted behind them.
_OF_CASES = ("review_", "litigation_", "complaints_")


class Counted(NamedTuple):
    """The one count of a clause that begins at `start`, of what its topic is about: requests, reviews or lawsuits; `parts` is what its
    parts behind it by way of applying come to so far (其中信函申请8件，网络申请3件). `divided`: it has others (其中2件延期), and
    what is said behind them may be of the last alone. `beside_cases`: cases of the other kind stand right before it, so that
    what all ended in may be said of both (行政复议7件，诉讼9件，均维持). `answered`: as many answers stand behind it, of which a way
    of writing may be said as well (收到申请3件，答复3件，均为书面形式). `scope`: whose it is."""

    figure: Figure
    start: int
    topic: Topic
    parts: Decimal = Decimal(0)
    divided: bool = False
    beside_cases: bool = False
    answered: bool = False
    scope: Scope = "all"


def counted(clause: Clause, context: Context, facts: Sequence[Fact], whole: Counted | None) -> Counted | None:
    """Returns the one figure of the report year's requests or cases in a clause, None where there are several or of something else.

    `facts` are those the clause gave. Parts of the `whole` counted before add to it.
    """
    text = clause.paragraph.text
    bracketed = "(" in text
    if bracketed and in_brackets(text, sentence_start(text, clause.start), clause.start):
        return whole  # 收到申请3件（其中2件为网络申请，1件为信函申请），均已办结
    metric = _metric_counted(clause, facts)
    words = clause.words
    if ":" in words:
        words = wordings.requests.RECEIPT_HEADING.sub("", words)
    quantities = [figure for figure in clause.quantities if not (bracketed and in_brackets(text, clause.start, figure.start))]
    if whole is not None and whole.topic == "request" and metric not in _OF_ALL:
        if facts and all(fact.metric in WAYS for fact in facts):
            return whole._replace(parts=whole.parts + sum(fact.value or 0 for fact in facts))
        if facts and all(fact.metric in DONE and fact.value == whole.figure.value for fact in facts):
            return whole._replace(answered=True)  # 收到申请1件，已答复1件，属于主动公开范围
        ahead = [words[: figure.start - clause.end] for figure in clause.quantities]
        if not facts and any(wordings.times.CHANGE.search(part) or wordings.times.FROM.search(part) for part in ahead):
            return whole  # 收到申请8件，比上年增加3件（较上年的5件上升60%），均已答复: still of the 8
        if metric is None or whole.parts or whole.divided or words.startswith("其中"):
            return whole._replace(divided=True)  # 收到申请9件，协助法院查询2件，均已答复
    if whole is not None and not facts and wordings.cases.CONCLUDED.fullmatch(words):
        return whole._replace(figure=clause.quantities[0], start=clause.start)  # 行政诉讼3件，审结2件，均驳回原告诉讼请求
    if words.startswith(_BESIDE):
        return None  # 收到申请9件，另处理重复申请1件，所有申请均按时答复
    if metric == "requests_closed_extended":
        return None  # 按时办结54件，延期1件，均已答复: of both together
    if len(quantities) != 1 or "结转" in words or other_time(words, context) is not None:
        return None
    if "热线" in words and "公开" not in words:
        return None  # 承办热线投诉类申请19件，均已回复
    topic = KINDS_OF_CASES.get(metric or "", context.topic)
    if metric is None and "公开" not in words and wordings.requests.SERVICES.search(words):
        return None  # 受理不动产登记申请3200件，均已办结
    if metric is None and not wordings.requests.COUNTED_REQUESTS.match(text, quantities[0].end):
        return None  # 对10个镇街开展依申请公开测评，各镇街均规范答复
    if metric is None and "申请" not in words and not wordings.requests.BARE_RECEIPT.fullmatch(words[: quantities[0].start - clause.end]):
        return None  # 收到申请3件，群众来信9件，均已答复: of other things too
    if topic is not None and topic != "request" and topic in _SAID_OF:
        if metric != _COUNTS[topic]:
            return None
        beside_cases = not words.startswith("其中") and _stands_beside(whole, topic, clause)
        return Counted(quantities[0], clause.start, topic, beside_cases=beside_cases, scope=facts[-1].scope)
    answered = metric == "replies_total"  # 答复3件，均为同意公开
    if not (topic == "request" or "申请" in words or answered):
        return None
    return Counted(quantities[0], clause.start, "request", answered=answered, scope=context.scope)


def _metric_counted(clause: Clause, facts: Sequence[Fact]) -> str | None:
    """Returns the metric of what a clause counts, which is the last it gave, but for what a bracket behind lawsuits says of them: kinds
    that part them (2件（未经复议直接起诉1件，复议后起诉1件）), or the one that all are of (1件（复议后起诉）)."""
    whole = next((fact for fact in facts if fact.metric == "litigation_total"), None) if len(facts) > 1 else None
    kinds = [fact for fact in facts if fact.metric.startswith("litigation_") and fact.metric in KINDS_OF_CASES and fact is not whole]
    if whole is None or not kinds:
        return facts[-1].metric if facts else None
    return next((fact.metric for fact in kinds if fact.value == whole.value), whole.metric)


def _stands_beside(whole: Counted | None, topic: Topic, clause: Clause) -> bool:
    """Tells whether cases of another kind than `topic` were counted right before a clause."""
    if whole is None or whole.topic in ("request", topic):
        return False
    return bool(whole.figure.value) and whole.figure.end == clause.start - 1


def said_of_all(clause: Clause, context: Context, of: Counted) -> Attribution | None:
    """Returns what a clause without figure says of all that was counted, None if it says nothing of them all."""
    if (
        any(figure.kind != "period" for figure in clause.figures)
        or of.divided
        or (context.scope not in ("all", of.scope) and not (of.topic == "request" and of.figure.value == 1))
        or context.section == "plan"
        or of.parts not in (0, of.figure.value)
    ):
        return None
    words = wordings.around.LAST_ASIDE.sub("", clause.words).rstrip(")").translate(wordings.around.QUOTATION_MARKS)
    if of.topic == "normative":
        were_disclosed = wordings.publishing.RULES_WERE_DISCLOSED.fullmatch(words) is not None
        return Attribution(LabelMatch(label_of("normative_disclosed"), 0), of.start, clause.end) if were_disclosed else None
    if wordings.requests.NOT_ALL.search(words):
        return None
    # 行政诉讼1件，法院判决维持: what is said behind one case is said of it. 收到申请2件，为网络申请: which way, of several.
    of_one = of.figure.value == 1
    if of_one and of.topic == "request":
        words = wordings.requests.ANSWERED_WITH.sub("", wordings.requests.WHO_ANSWERED.sub("", words))
    match = (
        wordings.requests.ALL_OF.match(words)
        or wordings.requests.WAY_IS.match(words)
        or (not of_one and wordings.requests.ARE.match(words))
    )
    match = match or wordings.requests.OF_THE_ONE.match(words)
    if match is None:
        return None
    names_way = match.re in (wordings.requests.ARE, wordings.requests.WAY_IS)
    words = wordings.requests.WHAT_WAS_ASKED.sub("", words)
    rest, there = wordings.around.AMONG.sub("", words[match.end() :]), turned_to(of.topic, context)
    if of.topic == "request" and (party := party_named(rest)) is not None:
        return Attribution(LabelMatch(label_of("requests_received"), 0), of.start, clause.end, party)
    full = full_label(rest, of.figure, there)
    whole = full is not None and full[1].length == len(rest)
    label = full[1] if full and (whole or (match[0] and not names_way)) else short_label(rest, of.figure, there)
    if label is None or (names_way and label.label.metric not in WAYS):
        return None
    of_all = words.startswith("结果") or (words[0] not in "该此" and label.label.metric.endswith("_pending"))
    if match.re is wordings.requests.OF_THE_ONE and not of_one and not of_all:
        return None  # 行政诉讼2件，驳回起诉: of one or of both; but …，结果维持 ; …，尚未审结
    can_be_said = label.label.topic in _SAID_OF[of.topic] or (of.topic == "request" and whole and label.label.topic in _REASONS)
    if not can_be_said or label.label.metric in _OF_ALL or _may_be_of_both(of, match.re, label.label):
        return None
    if label.label.metric in WAYS and (wordings.requests.ANSWERED.search(words) or (of.answered and "申请" not in words)):
        return None  # 收到申请8件，均以书面形式答复: how they were answered, not how they came
    text = clause.paragraph.text
    if "书面" in words and wordings.requests.OTHER_WAY.search(text, clause.end, sentence_end(text, clause.end)):
        return None  # 收到申请9件，均为书面申请，其中当面提交5件，邮寄4件
    if label.label.one_of_several and match.re is wordings.requests.OF_THE_ONE and words[0] not in "该此" and "诉讼请求" not in words:
        return None  # 行政诉讼1件，已撤诉: too little to say that it is what the metric counts; but …，驳回原告诉讼请求
    return Attribution(label, of.start, clause.end)


def goes_on_with_the_one(clause: Clause, of: Counted) -> bool:
    """Tells whether a sentence that begins with a clause goes on with the one request that the sentence before counted: 收到申请1件，
    为网络申请。[已按时答复]，同意公开。"""
    if of.figure.value != 1 or of.topic != "request" or clause.quantities:
        return False
    return wordings.requests.GOES_ON_WITH_THE_ONE.match(clause.words) is not None


def up_to_colon(clause: Clause) -> Clause:
    """Returns a clause without what it lists behind a colon, or as it is: [全部按时答复]：同意公开的4件."""
    colon = clause.paragraph.text.find(":", clause.start, clause.quantities[0].start) if clause.quantities else -1
    if colon < 0:
        return clause
    ahead = tuple(figure for figure in clause.figures if figure.end <= colon)
    return clause._replace(end=colon, figures=ahead, quantities=(), masked=clause.masked[: colon - clause.start])


def answer_told_behind(clause: Clause, counted_in: Clause, context: Context, facts: Sequence[Fact]) -> tuple[Figure, Attribution] | None:
    """Returns how the requests were answered that a clause ahead counted in words no label has, with their figure, where a clause without
    figure tells it: 另[1起]因权利人不同意，决定不予公开 ; 对其中[4件]，我局提供了相关信息. None where it tells nothing."""
    if clause.figures or len(counted_in.quantities) != 1 or OF_REQUESTS.isdisjoint((context.topic, context.section, context.headed)):
        return None
    figure, text, at = counted_in.quantities[0], counted_in.paragraph.text, counted_in.paragraph.view.at
    if figure.counter not in CASES or not wordings.requests.SOME_OF_THEM.fullmatch(text, counted_in.start, figure.start):
        return None
    if any(fact.start <= at[figure.start] < fact.end for fact in facts[-_FACTS_OF_ONE:]):
        return None
    words = wordings.requests.WHO_ANSWERED.sub("", clause.words)
    match = wordings.requests.OF_THE_ONE.match(words)
    rest = words[match.end() :] if match is not None else words
    there = turned_to("reply", context)
    full = full_label(rest, figure, there)
    label = full[1] if full is not None and full[1].length == len(rest) else short_label(rest, figure, there)
    if label is None or not label.label.metric.startswith(OUTCOMES):
        return None
    return figure, Attribution(label, counted_in.start, clause.end)


def channel_of_all(clause: Clause, previous: Clause, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the one channel by which a clause without figure says that all was published that the clause before counted, None if it says
    nothing of the kind: 主动公开信息21条，[均通过政府网站公开] ; 公开信息143条，[都发布在县政府网站]."""
    if clause.figures or not previous.quantities or not facts or facts[-1].start < previous.paragraph.view.at[previous.start]:
        return None
    (first, *others), text, last = previous.quantities, previous.paragraph.text, facts[-1]
    if (last.metric, last.scope, last.value) != ("disclosed_total", "all", first.value):
        return None
    if any(not in_brackets(text, previous.start, figure.start) for figure in others):
        return None
    match = wordings.channels.ALL_BY_CHANNEL.fullmatch(clause.words)
    channel = channel_of(match["names"].translate(wordings.around.QUOTATION_MARKS)) if match is not None else None
    return Attribution(LabelMatch(label_of(channel), 0), previous.start, clause.end) if channel in CHANNELS else None


def reason_of_all(clause: Clause, previous: Clause, context: Context, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the reason that a clause without figure gives for all of the outcome that the clause before ended with, None if it gives
    none: 不予公开3件，[理由均为属于行政执法案卷] ; 无法提供6件，[均为本机关不掌握相关信息]."""
    last = fact_before(clause, facts)
    if clause.quantities or not previous.quantities or last is None or not last.metric.startswith(OUTCOMES):
        return None
    figure = previous.quantities[-1]
    why = wordings.requests.REASON_OF_ALL.fullmatch(clause.words.translate(wordings.around.QUOTATION_MARKS))
    if why is None or last.value != figure.value or (why["all"] is None and last.value != 1):
        return None
    reason = _reason_named(why["words"], last.metric, figure, context)
    return Attribution(reason, figure.start, clause.end) if reason is not None else None


def _reason_named(words: str, outcome: str, figure: Figure, context: Context) -> LabelMatch | None:
    """Returns the label of a reason for the metric `outcome` that all of `words` are, None if they are none."""
    found = (_whole_label(words, figure, context), *(short_label(words, figure, turned_to(topic, context)) for topic in _REASONS))
    return next((match for match in found if match is not None and match.label.metric.startswith(f"{outcome}_")), None)


def narrowed(of: Counted, label: Label) -> Counted:
    """Returns what was counted as of the kind that all of it turns out to be: 行政诉讼2件，[均为复议后起诉]，尚未审结."""
    kind = KINDS_OF_CASES.get(label.metric)
    return of if kind is None else of._replace(topic=kind)


def way_of_all(clause: Clause, context: Context, of: Counted, facts: Sequence[Fact]) -> Attribution | None:
    """Returns the way by which all requests came that the sentence before counted, or that they were closed or answered, where a clause
    begins with it: 受理申请7件。[全部为信函申请]。 None of other clauses."""
    if not without_lead(clause.words).startswith(_BEGINS_WITH_ALL):
        return None
    said = said_of_all(clause, context, of)
    if said is None or said.match.label.metric not in WAYS | DONE:
        return None
    # 收到申请7件，其中信函申请2件。全部办结: of the seven
    of_requests = any(fact.metric in _OF_ALL and fact.value == of.figure.value for fact in facts)
    return said if of_requests or said.match.label.metric in WAYS else None


def _may_be_of_both(of: Counted, pattern: re.Pattern[str], label: Label) -> bool:
    """Tells whether an outcome said of all may be of the cases of the other kind too."""
    return of.beside_cases and pattern is wordings.requests.ALL_OF and label.metric.endswith(ENDINGS)


def said_in_brackets(figure: Figure, label: Label, clause: Clause, context: Context, end: int) -> Iterator[Attribution]:
    """Yields what a bracket behind a figure of requests, answers or cases, which is of `label` by words up to `end`, says of all of
    them, or the reason in one right ahead."""
    if label.metric == "staff_total" and (kind := _kind_in_brackets(figure, clause, context)) is not None:
        yield kind
    if label.metric in KINDS_OF_CASES and (ended := _ended_in_brackets(figure, label, clause, context, end)) is not None:
        yield ended
    there, text = turned_to(label.topic, context), clause.paragraph.text
    if text.endswith(")", clause.start, figure.start):  # 不予公开（个人隐私）[2件]
        opens = text.rfind("(", clause.start, figure.start)
        reason = _reason_named(text[opens + 1 : figure.start - 1], label.metric, figure, there) if opens >= 0 else None
        if reason is not None:
            yield Attribution(reason, clause.start, figure.end)
    if label.topic not in OF_REQUESTS or not text.startswith("(", figure.end):
        return
    if label.metric == "requests_received" and (applied := _applied_in_brackets(figure, text, clause.start, there)) is not None:
        yield applied
        return
    if (match := wordings.requests.ALL_IN_BRACKETS.match(text, figure.end)) is not None:
        full = full_label(match["words"], figure, there)
        said = full[1] if full else short_label(match["words"], figure, there)
    elif (match := wordings.requests.REASON_IN_BRACKETS.match(text, figure.end)) is not None:
        said = _reason_named(match["words"], label.metric, figure, there)
    else:
        return
    if said is not None and said.label.metric != label.metric and said.label.topic in OF_REQUESTS:
        yield Attribution(said, clause.start, match.end())


def _ended_in_brackets(figure: Figure, label: Label, clause: Clause, context: Context, end: int) -> Attribution | None:
    """Returns how all the cases just counted ended, or of which kind they are, if the bracket behind says no more: 复议后起诉5件
    （全部维持）, 行政复议1件（维持）, 行政诉讼3件（复议后起诉）."""
    of_all = wordings.requests.ALL_IN_BRACKETS.match(clause.paragraph.text, end)
    match = of_all or wordings.cases.SAID_IN_BRACKETS.match(clause.paragraph.text, end)
    if match is None:
        return None
    kind = _whole_label(match["words"], figure, context)
    if kind is not None and kind.label.topic in _SAID_OF.get(label.topic, ()) and kind.label.metric in KINDS_OF_CASES:
        return Attribution(kind, clause.start, match.end())
    ending = short_label(match["words"], figure, turned_to(label.topic, context)) if of_all or figure.value == 1 else None
    if ending is None or not _is_ending(ending.label, label.topic, match["words"]):
        return None
    return Attribution(ending, clause.start, match.end())


def _kind_in_brackets(figure: Figure, clause: Clause, context: Context) -> Attribution | None:
    """Returns which kind all the staff just counted are by the bracket behind: 工作人员3名（均为兼职）."""
    match = wordings.requests.ALL_IN_BRACKETS.match(clause.paragraph.text, figure.end)
    kind = _whole_label(match["words"], figure, turned_to("staff", context)) if match is not None else None
    return Attribution(kind, clause.start, match.end()) if match is not None and kind is not None and kind.label.topic == "staff" else None


def _is_ending(label: Label, topic: Topic, words: str) -> bool:
    """Tells whether a label is how cases of a topic ended, told plainly: a case that was 撤诉 may have been so for the answer's sake."""
    return label.topic == topic and label.metric.endswith(ENDINGS) and (not label.one_of_several or _is_plain(label, words))


def _is_plain(label: Label, words: str) -> bool:
    """Tells whether words for one way to end leave no doubt which way it was: 撤销原答复, 驳回诉讼请求."""
    return label.metric.endswith("_corrected") or "诉讼请求" in words


def ending_of_the_one(
    clause: Clause, previous: Clause | None, context: Context, facts: Sequence[Fact]
) -> tuple[Figure, Attribution] | None:
    """Returns how the one case that the paragraph counted ended, with its figure, where a clause without figure, or the one before it,
    names who decided it: 发生行政复议[1件]。复议机关维持了原答复 ; 行政复议、行政诉讼各[1件]，其中复议结果为纠正，法院经审理，判决维持.
    None if it says nothing of it."""
    if clause.figures or not facts or not facts[-1].metric.startswith(_OF_CASES):
        return None
    words = wordings.around.LAST_ASIDE.sub("", clause.words)
    told = wordings.cases.ENDING_TOLD.match(words)
    if told is None and previous is not None and not previous.figures:
        told = wordings.cases.ENDING_TOLD.match(previous.words)
    if told is None or context.section == "plan" or context.scope != "all":
        return None
    if wordings.cases.APPEALED.search(clause.paragraph.text, clause.start, sentence_end(clause.paragraph.text, clause.start)):
        return None  # 法院一审判决维持，原告已上诉
    begin = clause.paragraph.view.at[0]
    of_kind = [fact for fact in facts if fact.start >= begin and fact.metric.startswith("review" if told["review"] else "litigation")]
    if not of_kind or of_kind[-1].metric not in KINDS_OF_CASES or any(fact.value != 1 or fact.scope != "all" for fact in of_kind):
        return None
    one, topic, said = of_kind[-1], KINDS_OF_CASES[of_kind[-1].metric], wordings.cases.WHY_DECIDED.sub("", words)
    at = clause.paragraph.view.at
    figure = next((f for f in clause.paragraph.figures if f.kind == "quantity" and one.start <= at[f.start] < one.end), None)
    ending = short_label(said, figure, turned_to(topic, context)) if figure is not None else None
    if figure is None or ending is None or not _is_ending(ending.label, topic, said):
        return None
    return figure, Attribution(ending, bisect_left(at, one.start), clause.end)


def _applied_in_brackets(figure: Figure, text: str, start: int, context: Context) -> Attribution | None:
    """Returns who made the requests just counted, or by which way, if the bracket behind says no more: 收到申请1件（自然人申请）."""
    match = wordings.requests.APPLIED_IN_BRACKETS.match(text, figure.end)
    if match is None:
        return None
    if (party := party_named(match["words"])) is not None:
        return Attribution(LabelMatch(label_of("requests_received"), 0), start, match.end(), party)
    way = _whole_label(match["words"], figure, context) or short_label(match["words"], figure, context)
    return Attribution(way, start, match.end()) if way is not None and way.label.metric in WAYS else None


def _whole_label(words: str, figure: Figure, context: Context) -> LabelMatch | None:
    """Returns the label that all of some words are, None where they are more, or less."""
    full = full_label(words, figure, context)
    return full[1] if full is not None and full[1].length == len(words) else None
