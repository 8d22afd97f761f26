"""What figures of a report say of each other: a count that held those carried in, one way of several beside others, one body's own
beside the whole, and a figure up to the year's end beside the year's own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from extract import wordings
from extract.fold import fold
from extract.records import Fact, LedgerEntry, Scope

#: How many facts before a carry-over may hold the count of requests it belongs to.
_CARRY_REACH = 4
#: How far before a sum its parts may begin.
_SUM_REACH = 400


def sum_of_requests(facts: Sequence[Fact], begin: int) -> int | None:
    """Returns the index of a count of requests among the last of `facts` that is the sum of another and of those carried in, None if there
    is none: 新收842件，上年结转29件，共办理[871件] ; 办理[871件]，其中上年结转29件，新收842件. Only counts from `begin` on are meant."""
    recent = [index for index in range(max(0, len(facts) - _CARRY_REACH - 1), len(facts)) if facts[index].start >= begin]
    counts = [(index, facts[index].value) for index in recent if _is_of_all(facts[index], "requests_received")]
    carried = [facts[index].value or 0 for index in recent if _is_of_all(facts[index], "requests_carried_in")]
    sums = {one + other for _, one in counts if one is not None for other in carried if other}
    return next((index for index, value in counts if value in sums), None)


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
    return received[0] if summed or wordings.HOLDS.fullmatch(fold(text[whole.end : carried_in.start])) else None


def ways_beside_others(facts: Sequence[Fact], of_one_way: Container[int]) -> list[Fact]:
    """Returns the facts of one way of several to what their metric counts that stand beside another figure of it: of 撤销2件，确认违法1件
    neither is all that was corrected. The same words again are no other figure. Such facts begin in `of_one_way`."""
    ways = [fact for fact in facts if fact.start in of_one_way]
    if not ways:
        return []
    said: dict[tuple[str, str, Scope], set[str]] = {}
    for fact in facts:
        said.setdefault((fact.metric, fact.party, fact.scope), set()).add(fact.quote)
    return [fact for fact in ways if len(said[fact.metric, fact.party, fact.scope]) > 1]


def restated(ledger: Sequence[LedgerEntry], facts: Sequence[Fact]) -> list[LedgerEntry]:
    """Returns the ledger with the numerals of facts, in order, that turned out to be none as those of statements."""
    starts = [fact.start for fact in facts]

    def is_of_them(entry: LedgerEntry) -> bool:
        index = bisect_right(starts, entry.start) - 1
        return index >= 0 and entry.end <= facts[index].end

    return [replace(entry, kind="statement") if entry.kind == "fact" and is_of_them(entry) else entry for entry in ledger]


def settle_whole(facts: Sequence[Fact], of_whole: Container[int]) -> list[Fact]:
    """Returns `facts` with one body's own told from the whole's: 市政府网站9806条 beside 全市政府网站86112条.

    A figure whose words name the whole begins in `of_whole`; a smaller one of the same metric that does not name it is the body's own.
    """

    def is_total(fact: Fact) -> bool:
        return fact.scope == "all" and fact.party == "all"

    whole = {fact.metric: fact.value for fact in facts if fact.start in of_whole and is_total(fact)}
    return [
        replace(fact, scope="own_level")
        if is_total(fact) and fact.start not in of_whole and _smaller(fact.value, whole.get(fact.metric))
        else fact
        for fact in facts
    ]


def _smaller(one: Decimal | None, other: Decimal | None) -> bool:
    """Tells whether both figures are known and the first is the smaller."""
    return one is not None and other is not None and one < other


def settle_parts(facts: Sequence[Fact]) -> list[Fact]:
    """Returns `facts` with those told as parts whose sum the text gives behind them: 县直71件，镇街38件，全县合计109件.

    A part that is the issuer's own level stays that.
    """
    parts: set[int] = set()
    by_metric: dict[str, list[int]] = {}
    for index, fact in enumerate(facts):
        before = by_metric.setdefault(fact.metric, []) if fact.party == "all" else []
        if fact.scope == "all" and fact.party == "all":
            summed = Decimal(0)
            for count, part in enumerate(takewhile(lambda part: facts[part].value, reversed(before)), 1):
                summed += facts[part].value or 0
                if count > 1 and summed == fact.value and fact.start - facts[part].start < _SUM_REACH:
                    parts.update(before[-count:])
        before.append(index)
    return [replace(fact, scope="part") if index in parts and fact.scope == "all" else fact for index, fact in enumerate(facts)]


def settle_to_year_end(
    facts: Sequence[Fact], ledger: Sequence[LedgerEntry], to_year_end: Container[int]
) -> tuple[list[Fact], list[LedgerEntry]]:
    """Returns facts and ledger with figures up to the year's end taken for cumulative ones where the report gives the year's too.

    Facts up to the year's end begin in `to_year_end`.
    """
    of_year = {fact.metric for fact in facts if fact.start not in to_year_end}
    dropped = [fact for fact in facts if fact.start in to_year_end and fact.metric in of_year]
    ends = {fact.end for fact in dropped}
    kept = [fact for fact in facts if not (fact.start in to_year_end and fact.metric in of_year)]
    return kept, [replace(entry, kind="cumulative") if entry.kind == "fact" and entry.end in ends else entry for entry in ledger]
