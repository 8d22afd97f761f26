"""What figures of a report say of each other: a count that held those carried in, one way of several beside others, what was
refused where nothing was asked for, one body's own beside the whole, and a figure up to the year's end beside the year's own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import dropwhile, takewhile
from typing import NamedTuple

from extract.figures import View, find_figures, in_digits
from extract.fold import fold
from extract.prose import wordings
from extract.prose.asides import view_without_asides
from extract.records import Fact, LedgerEntry, LedgerKind, Scope

#: How many facts before a carry-over may hold the count of requests it belongs to.
_CARRY_REACH = 4
#: What can be refused, and what else is done with it.
_ASKED = frozenset(("requests_received", "requests_carried_in", "requests_handled", "replies_total", "reply_granted", "requests_closed"))
#: What the names of the metrics begin with that tell how requests were answered.
OUTCOMES = ("reply_", "outcome_")
#: What is done with requests, counted together.
DONE = frozenset(("replies_total", "requests_closed", "requests_closed_on_time"))
#: Counts of all requests, whatever of them.
_ASKED_FOR = frozenset(("requests_received", "requests_carried_in", "requests_handled"))
#: What the names of the metrics begin with that tell that requests came.
_CAME = ("requests_received", "requests_closed", "reply_", "outcome_", "replies_total")
#: Ways by which requests come, with the words that a denial of several names them by; 书面 are most of them.
_WAYS = {
    "requests_in_person": re.compile("当面|现场"),
    "requests_online": re.compile("网络|网上|在线|互联网"),
    "requests_letter": re.compile("信函|来函|邮寄"),
    "requests_fax": re.compile("传真"),
    "requests_email": re.compile("电子邮件"),
}
#: Ways of applying that no metric is of: 无[口头]申请, 未收到[其他形式]的申请.
_WAY_WITHOUT_METRIC = re.compile("口头|(?:其他|其它)(?:形式|方式|渠道|途径)")
#: Metrics of which a denial is of the rest only, where some are told.
_DENIED_BESIDE_OTHERS = frozenset(("requests_received", "disclosed_total"))
#: How far behind a count of cases those about disclosure are told, and how far ahead of it its sentence is read.
_AMONG_REACH = 80
_SENTENCE_REACH = 400
#: Cases that a body may have on any matter.
_CASES = frozenset(("review_total", "litigation_total", "complaints_total"))
_PROPOSALS = frozenset(("proposals_npc", "proposals_cppcc"))
#: How far behind a figure the words reach that begin its parts.
_PARTS_REACH = 12
#: How far ahead of proposals their level stands: [省、市]人大代表建议.
_LEVEL_REACH = 2
#: How far ahead of a comparison the figure reaches that it stands behind, and how far it may reach itself.
_COUNTED_REACH = 8
_COMPARED_REACH = 60
#: How far before or behind a sum its parts may stand, and how many.
_SUM_REACH = 400
_MOST_PARTS = 40
#: What one body has or holds beside another's, or one kind beside another, and the words between one and the next in a list:
#: 业务培训2期[、]专题培训班5期, but not in brackets, and not what is only among the first.
_ADDED_UP = frozenset(("press_conferences", "reading_points", "meetings", "trainings", "staff_full_time", "staff_part_time"))
_LISTED_ON = re.compile(r"(?!.*其中)[^。；;（(]{0,16}", re.DOTALL)
#: Counts of requests that came, by one way or all.
_CAME_IN = frozenset(("requests_received", *_WAYS))


class Marked(NamedTuple):
    """A fact as it was read, with what its words say beyond it: that it counts up to the year's end, that they name the whole (全市,
    各级行政机关), or one way of several to what the metric counts (撤销 of 纠错)."""

    fact: Fact
    to_year_end: bool = False
    of_whole: bool = False
    of_one_way: bool = False


class Settled(NamedTuple):
    """What remains of facts: those that stand, those `taken_back` as no more than statements, and the ledger of all."""

    facts: list[Fact]
    taken_back: list[Fact]
    ledger: list[LedgerEntry]


def sum_of_requests(facts: Sequence[Fact], begin: int) -> int | None:
    """Returns the index of a count of requests among the last of `facts` that is the sum of another and of those carried in, None if there
    is none: 新收842件，上年结转29件，共办理[871件] ; 办理[871件]，其中上年结转29件，新收842件. Only counts from `begin` on are meant, and
    none said to be handled is what came in: 收到57件，上年转入2件，办理55件."""
    recent = [index for index in range(max(0, len(facts) - _CARRY_REACH - 1), len(facts)) if facts[index].start >= begin]
    counts = [(index, facts[index].value) for index in recent if _is_of_all(facts[index], "requests_received")]
    carried = [facts[index].value or 0 for index in recent if _is_of_all(facts[index], "requests_carried_in")]
    sums = {one + other for index, one in counts if one is not None and not facts[index].secondary for other in carried if other}
    return next((index for index, value in counts if value in sums), None)


def _words(text: str, start: int = 0, end: int | None = None) -> str:
    """Returns `text[start:end]` as the rules read it."""
    begin = max(0, start - _COUNTED_REACH)
    view, _ = view_without_asides(fold(text[begin:end]))
    index = bisect_left(view.at, start - begin)
    view = View(view.text[index:], view.at[index:])
    return in_digits(view, find_figures(view.text))[0].text


def _sentence_start(text: str, offset: int) -> int:
    """Returns where the sentence of `text` begins that `offset` is in; a line's end is one's too."""
    return max(text.rfind("。", 0, offset), text.rfind("\n", 0, offset)) + 1


def _is_of_all(fact: Fact, metric: str) -> bool:
    """Tells whether a fact is of `metric` for all applicants."""
    return fact.metric == metric and fact.party == "all"


def count_holding(carried_in: Fact, facts: Sequence[Fact], text: str, begin: int) -> int | None:
    """Returns the index of the count of requests that turns out to hold those carried in, None if none does: 收到318件（含上年结转11件）.

    `facts` are those read up to `carried_in`; only counts from `begin` on, in its own paragraph, are meant. `text` is the document's.
    """
    received = [
        index
        for index in range(max(0, len(facts) - _CARRY_REACH), len(facts))
        if _is_of_all(facts[index], "requests_received") and facts[index].start >= begin
    ]
    if not received or carried_in.value is None:
        return None
    whole = facts[received[0]]
    summed = len(received) > 1 and whole.value == (facts[received[-1]].value or 0) + carried_in.value
    return received[0] if summed or wordings.sums.HOLDS.fullmatch(_words(text, whole.end, carried_in.start)) else None


def settled(text: str, facts: Sequence[Marked], ledger: Sequence[LedgerEntry]) -> Settled:
    """Returns what the whole `text` makes of its facts; the ledger is theirs and follows them."""
    of_rest = _denials_of_the_rest(facts)
    no_facts = [
        *_ways_beside_others(facts),
        *_refusals_of_nothing(facts),
        *_proposals_by_level(text, facts),
        *of_rest,
        *_denials_of_faults(facts),
        *_cases_on_all_matters(text, facts),
    ]
    taken_back = set(no_facts)
    facts = [*facts, *_ways_denied(of_rest, facts)]
    kept, dropped = _without_stocks([marked for marked in facts if marked not in taken_back])
    kept = [*kept, *_all_requests(text, kept), *_answers_in_time(kept), *_interviews_of_the_head(kept), *_all_on_the_platform(text, kept)]
    told_apart = _outdone(text, _addends(text, _whole_apart(_parts(_ways_of_own_level(kept)))))
    ends = {marked.fact.end for marked in kept}
    #: A figure that is also the fact of its reason (因涉密不予公开1件) is no mere statement.
    stated = [marked.fact for marked in no_facts if marked.fact.end not in ends]
    ledger = renamed(renamed(ledger, stated, "statement"), [stock.fact for stock in dropped], "cumulative")
    return Settled([marked.fact for marked in told_apart], stated, ledger)


def _ways_beside_others(facts: Sequence[Marked]) -> list[Marked]:
    """Returns the facts of one way of several to what their metric counts that stand beside another figure of it: of 撤销2件，确认违法1件
    neither is all that was corrected. The same words again are no other figure."""
    ways = [marked for marked in facts if marked.of_one_way]
    if not ways:
        return []
    said: dict[tuple[str, str, Scope], set[str]] = {}
    for fact, *_ in facts:
        said.setdefault((fact.metric, fact.party, fact.scope), set()).add(fact.quote)
    return [way for way in ways if len(said[way.fact.metric, way.fact.party, way.fact.scope]) > 1]


def _refusals_of_nothing(facts: Sequence[Marked]) -> list[Marked]:
    """Returns what was refused where nothing was asked for, and which counts other things then: 未收到申请。不予公开[3件]."""
    asked = [fact.value for fact, *_ in facts if fact.metric in _ASKED]
    if not asked or any(asked):
        return []
    return [marked for marked in facts if marked.fact.metric == "reply_refused" and marked.fact.value]


def _denials_of_the_rest(facts: Sequence[Marked]) -> list[Marked]:
    """Returns the denials of requests where some came by one way or of one applicant, so that only others are denied: 收到网络申请3件，
    [未收到]其他形式的申请 ; [未收到]当面、信函申请，收到网络申请3件; of those that name ways, also where any came or was answered: 申请1件
    已办结。[无]网络、传真申请. So too of what was published: 网站公开30条 … [没有]主动公开的信息."""
    denials = [m for m in facts if m.fact.metric in _DENIED_BESIDE_OTHERS and m.fact.value == 0 and not any(map(str.isdigit, m.fact.raw))]
    if not denials:
        return []
    some = [fact for fact, *_ in facts if fact.value]
    by_one_way = any(fact.metric in _WAYS or (fact.metric == "requests_received" and fact.party != "all") for fact in some)
    came = any(fact.metric.startswith(_CAME) for fact in some)
    published = any(map(_is_published, some))

    def is_of_rest(denial: Fact) -> bool:
        if denial.metric == "disclosed_total":
            return published
        return by_one_way or (came and _names_ways(denial))

    return [marked for marked in denials if is_of_rest(marked.fact)]


def _denials_of_faults(facts: Sequence[Marked]) -> list[Marked]:
    """Returns the denials of cases that came of a fault, where another figure says that there were some: 复议2件 … 没有[因答复不当]引起的
    复议."""
    some = {fact.metric for fact, *_ in facts if fact.value}
    return [
        marked
        for marked in facts
        if marked.fact.value == 0 and marked.fact.metric in some and wordings.around.OF_DEFECT.search(fold(marked.fact.quote))
    ]


def _cases_on_all_matters(text: str, facts: Sequence[Marked]) -> list[Marked]:
    """Returns the counts of cases on any matter of which their sentence tells those about disclosure behind them, or another does:
    行政复议[87件]、行政诉讼[23件]，其中涉及政府信息公开的分别为2件、1件 ; 行政复议[87件]。上述案件中，涉及政府信息公开的行政复议2件."""
    cases = [marked for marked in facts if marked.fact.metric in _CASES and marked.fact.value]
    on_disclosure = {(fact.metric, fact.scope): fact.value for fact, *_ in reversed(cases) if "信息公开" in fold(fact.quote)}

    def is_on_more(cases: Fact) -> bool:
        return _is_on_all_matters(text, cases) or _smaller(on_disclosure.get((cases.metric, cases.scope)), cases.value)

    return [marked for marked in cases if is_on_more(marked.fact)]


def _is_on_all_matters(text: str, cases: Fact) -> bool:
    behind = wordings.cases.DISCLOSURE_AMONG_CASES.match(_words(text, cases.end, cases.end + _AMONG_REACH))
    begin = max(_sentence_start(text, cases.start), cases.start - _SENTENCE_REACH)
    return behind is not None and "信息公开" not in _words(text, begin, cases.end)


def _names_ways(denial: Fact) -> bool:
    """Tells whether a denial of requests names ways of applying, and so may be of some only: 无[网络]申请, 未收到[其他形式]的申请."""
    return bool(_ways_named(denial)) or _WAY_WITHOUT_METRIC.search(fold(denial.quote)) is not None


def _ways_named(fact: Fact) -> list[str]:
    """Returns the metrics of the ways of applying that the words of a fact name: 无[当面]、[网络]申请."""
    words = fold(fact.quote)
    return [metric for metric, way in _WAYS.items() if way.search(words)]


def _ways_denied(denials: Sequence[Marked], facts: Sequence[Marked]) -> list[Marked]:
    """Returns the zeros of the ways that denials of the rest name, where the text says nothing else of them."""
    said = {fact.metric for fact, *_ in facts}
    return [
        denial._replace(fact=replace(denial.fact, metric=metric))
        for denial in denials
        if denial.fact.metric == "requests_received"
        for metric in _ways_named(denial.fact)
        if metric not in said
    ]


def _all_requests(text: str, facts: Sequence[Marked]) -> list[Marked]:
    """Returns as the count of all requests that of the only way, or kind of applicants, by which the text says that any came, where as
    many were answered: 收到网上申请[2件]，均已答复. None where it counts requests otherwise, or others beside them."""
    came = [marked for marked in facts if marked.fact.value and marked.fact.metric in _CAME_IN]
    if len({marked.fact.value for marked in came}) != 1 or any(fact.metric in _ASKED_FOR and fact.party == "all" for fact, *_ in facts):
        return []
    only, begin = came[0].fact, _sentence_start(text, came[0].fact.start)
    if {(marked.fact.metric, marked.fact.party, marked.fact.scope) for marked in came} != {(only.metric, only.party, only.scope)}:
        return []
    if only.value not in _answered(facts) or wordings.requests.RECEIVES.search(_words(text, begin, only.end)) is None:
        return []
    line, behind = text[text.rfind("\n", 0, only.start) + 1 : only.end], text[only.end :].partition("\n")[0]
    if "公开" not in line + behind:
        return []  # 收到贷款申请材料，其中网上申请52件，均已办结
    if any(map(wordings.requests.OTHER_REQUESTS.search, (_words(text, begin, only.start), _words(behind).partition("。")[0]))):
        return []
    return [came[0]._replace(fact=replace(only, metric="requests_received", party="all"))]


def _all_on_the_platform(text: str, facts: Sequence[Marked]) -> list[Marked]:
    """Returns as all that was disclosed what was 主动公开 on the site for disclosure, where the text counts it by no other way:
    在县政府信息公开网主动公开信息[391条]."""
    published = [marked for marked in facts if marked.fact.metric.startswith("disclosed_") and marked.fact.metric != "disclosed_key_areas"]
    if len(published) != 1 or published[0].fact.metric != "disclosed_website":
        return []
    end = published[0].fact.end
    is_all = wordings.publishing.ON_THE_PLATFORM.search(_words(text, max(text.rfind(mark, 0, end) for mark in "。\n") + 1, end)) is not None
    return [published[0]._replace(fact=replace(published[0].fact, metric="disclosed_total"))] if is_all else []


def _answers_in_time(facts: Sequence[Marked]) -> list[Marked]:
    """Returns as the count of answers that of requests closed in time which the text says were answered so, where it counts no answers:
    收到申请12件，按时[答复]12件."""
    if any(fact.metric == "replies_total" for fact, *_ in facts):
        return []
    return [
        marked._replace(fact=replace(marked.fact, metric="replies_total"))
        for marked in facts
        if marked.fact.metric == "requests_closed_on_time"
        and wordings.requests.ANSWERED_IN_TIME.search(fold(marked.fact.quote)) is not None
    ]


def _interviews_of_the_head(facts: Sequence[Marked]) -> list[Marked]:
    """Returns as the count of online interviews that of those in which the head took part, where the text counts no others: 局长做客
    “在线访谈”[1期]."""
    if any(fact.metric == "online_interviews" for fact, *_ in facts):
        return []
    return [
        marked._replace(fact=replace(marked.fact, metric="online_interviews"))
        for marked in facts
        if marked.fact.metric == "online_interviews_by_head" and wordings.office.GUEST.search(fold(marked.fact.quote)) is not None
    ]


def _answered(facts: Sequence[Marked]) -> tuple[Decimal, Decimal]:
    """Returns how many requests were answered or closed, and what their outcomes come to."""
    done = max((fact.value or Decimal(0) for fact, *_ in facts if fact.metric in DONE), default=Decimal(0))
    return done, sum_of_outcomes(fact for fact, *_ in facts)


def sum_of_outcomes(facts: Iterable[Fact]) -> Decimal:
    """Returns what outcomes of requests come to; a reason counts where its outcome has no figure: 不予公开[3件]，其中国家秘密1件."""
    given = {fact.metric: fact.value or Decimal(0) for fact in facts if fact.metric.startswith(OUTCOMES)}
    given.pop("outcome_total", None)
    return sum((value for metric, value in given.items() if not any(metric.startswith(f"{of}_") for of in given)), Decimal(0))


def _proposals_by_level(text: str, facts: Sequence[Marked]) -> list[Marked]:
    """Returns the proposals told by the level they came from, where there are several: of 省人大代表建议2件，市人大代表建议10件 neither
    is all that was handled, nor are those beside them (省人大代表建议2件、政协提案3件，市人大代表建议10件、政协提案8件)."""
    proposals = [marked for marked in facts if marked.fact.metric in _PROPOSALS | {"proposals_total"}]
    levels = {
        marked: level[1]
        for marked in proposals
        if (level := wordings.office.LEVEL_OF_PROPOSALS.search(_words(text, max(0, marked.fact.start - _LEVEL_REACH), marked.fact.end)))
    }
    by_level = {metric for metric in _PROPOSALS if len({levels[m] for m in levels if m.fact.metric == metric}) > 1}
    together = {level for marked, level in levels.items() if marked.fact.metric == "proposals_total"}
    if together and set(levels.values()) - together:
        by_level = {*_PROPOSALS, "proposals_total"}  # 省人大代表建议和政协提案共11件，县人大代表建议98件
    if not by_level:
        return []
    several = {metric for metric in _PROPOSALS - by_level if len({m.fact.value for m in proposals if m.fact.metric == metric}) > 1}
    return [marked for marked in proposals if marked.fact.metric in (by_level if marked in levels else several)]


def renamed(ledger: Sequence[LedgerEntry], facts: Sequence[Fact], kind: LedgerKind) -> list[LedgerEntry]:
    """Returns the ledger with the numerals of `facts`, in order, that turned out to be none of the year as of another kind."""
    starts = [fact.start for fact in facts]

    def is_of_them(entry: LedgerEntry) -> bool:
        index = bisect_right(starts, entry.start) - 1
        return index >= 0 and entry.end <= facts[index].end

    return [replace(entry, kind=kind) if facts and entry.kind == "fact" and is_of_them(entry) else entry for entry in ledger]


def _without_stocks(facts: Sequence[Marked]) -> tuple[list[Marked], list[Marked]]:
    """Returns the facts without those up to the year's end of which the report gives the year's own too, and those. Where it gives the
    year's own of any published items, and less, it counts them all up over the years: 截至年底累计公开信息700条，规范性文件12条。2010年
    公开40条."""
    given: dict[tuple[str, Scope], list[Decimal]] = {}
    for fact, to_year_end, *_ in facts:
        if not to_year_end:
            given.setdefault(_kind_of(fact), []).append(fact.value or Decimal(0))
    own = {_kind_of(marked.fact): marked.fact.value for marked in facts if not marked.to_year_end}
    #: The year's own make up what is counted up to its end: 截至年底全区公开300条。区直部门公开120条，各县公开180条.
    sums = {kind: sum(values) for kind, values in given.items() if len(values) > 1}
    counted_up = [marked for marked in facts if marked.to_year_end and sums.get(_kind_of(marked.fact)) != marked.fact.value]
    over_years = any(_is_published(marked.fact) and _smaller(own.get(_kind_of(marked.fact)), marked.fact.value) for marked in counted_up)
    stocks = {marked for marked in counted_up if _kind_of(marked.fact) in own or (over_years and _is_published(marked.fact))}
    return [marked for marked in facts if marked not in stocks], [marked for marked in facts if marked in stocks]


def _kind_of(fact: Fact) -> tuple[str, Scope]:
    """Returns what a fact counts, and whose: 截至年底全市受理申请920件 stands beside 市政府办公室受理140件."""
    return fact.metric, fact.scope


def _is_published(fact: Fact) -> bool:
    """Tells whether a fact counts what was published, by whatever channel."""
    return fact.metric.startswith("disclosed_") or fact.metric == "normative_disclosed"


def _whole_apart(facts: Sequence[Marked]) -> list[Marked]:
    """Returns the facts with one body's own told from the whole's: 市政府网站9806条 beside 全市政府网站86112条. A smaller figure of the
    same metric that does not name the whole is the body's own."""
    whole = {marked.fact.metric: marked.fact.value for marked in facts if marked.of_whole and _is_total(marked.fact)}
    return [
        _scoped(marked, "own_level")
        if _is_total(marked.fact) and not marked.of_whole and _smaller(marked.fact.value, whole.get(marked.fact.metric))
        else marked
        for marked in facts
    ]


def _ways_of_own_level(facts: Sequence[Marked]) -> list[Marked]:
    """Returns the facts with the ways of applying that come to the requests of the issuer's own offices, told right before them, as
    theirs: 全省受理616件，省政府办公厅受理87件。网上申请[24件]，信函申请[63件]."""
    own = list(facts)
    whole = max((fact.value or 0 for fact, *_ in facts if fact.metric == "requests_received" and _is_total(fact)), default=0)
    for index, (fact, *_) in enumerate(facts):
        if fact.metric != "requests_received" or fact.scope != "own_level" or not 0 < (fact.value or 0) < whole:
            continue
        ways = _ways_behind(facts, index)
        if len(ways) > 1 and sum(facts[way].fact.value or 0 for way in ways) == fact.value:
            for way in ways:
                own[way] = _scoped(facts[way], "own_level")
    return own


def _ways_behind(facts: Sequence[Marked], index: int) -> list[int]:
    """Returns the indices of the ways of applying that follow each other behind a count of requests, with no other such count between."""
    requests = _WAYS.keys() | {"requests_received"}
    behind = dropwhile(lambda i: facts[i].fact.metric not in requests, range(index + 1, len(facts)))
    return list(takewhile(lambda i: facts[i].fact.metric in _WAYS and _is_total(facts[i].fact), behind))


def _is_total(fact: Fact) -> bool:
    """Tells whether a fact is the whole body's and of all applicants."""
    return fact.scope == "all" and fact.party == "all"


def _scoped(marked: Marked, scope: Scope) -> Marked:
    """Returns the fact as one of another scope."""
    return marked._replace(fact=replace(marked.fact, scope=scope))


def _smaller(one: Decimal | None, other: Decimal | None) -> bool:
    """Tells whether both figures are known and the first is the smaller."""
    return one is not None and other is not None and one < other


def _parts(facts: Sequence[Marked]) -> list[Marked]:
    """Returns the facts with those told as parts whose sum the text gives behind them or ahead: 县直71件，镇街38件，全县合计109件 ;
    全区公开信息300条。直属机关公开信息120条，各市公开信息180条.

    A part that is the issuer's own level stays that.
    """
    parts: set[int] = set()
    by_metric: dict[str, list[int]] = {}
    for index, (fact, *_) in enumerate(facts):
        if fact.party == "all":
            by_metric.setdefault(fact.metric, []).append(index)
    for indexes in by_metric.values():
        for place, whole in enumerate(indexes):
            if _is_total(facts[whole].fact):
                parts.update(_adding_up(facts, whole, indexes[max(0, place - _MOST_PARTS) : place][::-1]))
                parts.update(_adding_up(facts, whole, indexes[place + 1 : place + 1 + _MOST_PARTS]))
    return [_scoped(marked, "part") if index in parts and marked.fact.scope == "all" else marked for index, marked in enumerate(facts)]


def _adding_up(facts: Sequence[Marked], whole: int, beside: Sequence[int]) -> Sequence[int]:
    """Returns those of the facts numbered `beside`, the nearest first, that come to the fact `whole`; one alone does not."""
    fact, summed = facts[whole].fact, Decimal(0)
    for count, part in enumerate(beside, 1):
        value = facts[part].fact.value
        if not value or abs(fact.start - facts[part].fact.start) >= _SUM_REACH:
            break
        summed += value
        if count > 1 and summed == fact.value:
            return beside[:count]
    return ()


class _List(NamedTuple):
    """What a list of figures of one metric came to where it `end`s: its first figure, the sum of the others, and the numbers of the
    facts that are not known to be parts yet."""

    end: int
    first: Decimal
    others: Decimal
    pending: list[int]


def _addends(text: str, facts: Sequence[Marked]) -> list[Marked]:
    """Returns the facts with those told as parts that stand beside others of their metric: 领导小组会议2次、推进会1次 ; behind a comma only
    where the first is too small to be all of them: 区级查阅点1个，街道查阅点12个."""
    parts: set[int] = set()
    lists: dict[str, _List] = {}
    for index, (fact, *_) in enumerate(facts):
        if fact.metric not in _ADDED_UP or not _is_total(fact):
            continue
        before, value = lists.get(fact.metric), fact.value or Decimal(0)
        between = _words(text, before.end, max(before.end, fact.start)) if before is not None else ""
        if before is None or not _LISTED_ON.fullmatch(between):
            lists[fact.metric] = _List(fact.end, value, Decimal(0), [index])
            continue
        here = lists[fact.metric] = _List(fact.end, before.first, before.others + value, before.pending)
        here.pending.append(index)
        if here.first < here.others or _words(text, before.end, fact.end).startswith(("、", "和", "及", "与")):
            parts.update(here.pending)
            here.pending.clear()
    return [_scoped(marked, "part") if index in parts else marked for index, marked in enumerate(facts)]


def _outdone(text: str, facts: Sequence[Marked]) -> list[Marked]:
    """Returns the facts with those that stand behind another figure of their metric: one that the text gives more often (主动公开3320条 …
    在主动公开的3320条中), or the greatest, the only one of which it tells the parts (主动公开1197条，其中… beside 公开88条)."""
    rivals: dict[tuple[str, str, Scope], list[Fact]] = {}
    for fact, *_ in facts:
        if fact.value is not None and fact.scope != "part":
            rivals.setdefault((fact.metric, fact.party, fact.scope), []).append(fact)
    wholes = {key: whole for key, given in rivals.items() if (whole := _whole_of(text, given)) is not None}
    if not wholes:
        return list(facts)

    def ranked(fact: Fact) -> Fact:
        key = fact.metric, fact.party, fact.scope
        return replace(fact, secondary=fact.value != wholes[key]) if key in wholes else fact

    return [marked._replace(fact=ranked(marked.fact)) for marked in facts]


def _whole_of(text: str, given: Sequence[Fact]) -> Decimal | None:
    """Returns the one of several figures of a metric that is the whole, None where they are the same or it cannot be told."""
    counts = Counter(fact.value for fact in given)
    if len(counts) == 1:
        return None
    (often, most), (_, next_most), *_ = counts.most_common(2)
    if most > next_most and often:
        # 主动公开254条，其中在公开平台公开21条 … 在公开平台公开21条: what stands behind a greater one gains nothing by being given twice.
        foremost = any(not fact.secondary for fact in given if fact.value == often)
        return often if foremost or all(fact.secondary or (fact.value or 0) < often for fact in given) else None
    greatest = max(given, key=lambda fact: fact.value or Decimal(0))
    divided = [
        fact for fact in given if wordings.sums.PARTS_BEHIND.match(_words(text, fact.end, fact.end + _COMPARED_REACH)[:_PARTS_REACH])
    ]
    # 累计公开240条，其中，公开信息35条: the figure right behind it may be the year's.
    next_to_it = any(0 <= fact.start - greatest.end < _PARTS_REACH for fact in given)
    over_channels = wordings.sums.OVER_CHANNELS.search(fold(greatest.quote)) is not None
    return greatest.value if divided == [greatest] and not next_to_it and not over_channels else None
