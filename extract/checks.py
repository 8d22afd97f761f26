"""What the figures of a report must satisfy among themselves, and which of several figures for one thing is the report's.

The rules come from the catalogue (`parent` and `relation` of a form's lines) and from the forms' printed ones. A failed rule is a finding
and never a reason to drop or alter a figure: bodies do publish tables that do not add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from extract.catalogue import FORM_LINES, PARTIES, form_lines
from extract.records import Fact, Finding, FindingStatus, Form

#: (metric, party) -> the fact that counts.
Figures = Mapping[tuple[str, str], Fact]

_SCOPES = ("all", "own_level")
_ORGANISATIONS = tuple(party for party in PARTIES if party != "all")
#: Subset and whole that the 2019 form puts side by side without saying so: what was newly disclosed is among what is disclosed.
_WITHIN = (("regulations_disclosed", "regulations_public_total"), ("normative_disclosed", "normative_public_total"))
#: How far a figure said to be 约 may be from the exact one.
_ABOUT = Decimal("0.1")


def prefer(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Returns `facts` with one preferred fact at most for each (metric, party).

    The whole body's figure comes before its own level's, and a part's is never preferred; then a table's before the text's, any
    before one that is `secondary`, and an exact one before an approximate one. Where those that come first disagree no figure is preferred:
    in real reports the first of them was as often wrong as right (two sites, a part, another year).
    """
    given = tuple(facts)
    chosen = {id(rivals[0]) for rivals in _foremost(given).values() if len({fact.value for fact in rivals}) == 1}
    return tuple(fact if fact.preferred == (id(fact) in chosen) else replace(fact, preferred=id(fact) in chosen) for fact in given)


def _foremost(facts: Iterable[Fact]) -> dict[tuple[str, str], list[Fact]]:
    """Returns for each (metric, party) the facts that come before all others of it, in the order of the text; parts are none of them."""
    foremost: dict[tuple[str, str], tuple[tuple[int, bool, bool, bool], list[Fact]]] = {}
    for fact in facts:
        if fact.scope not in _SCOPES or fact.value is None:
            continue
        key, rank = (fact.metric, fact.party), _rank(fact)
        best = foremost.get(key)
        if best is None or rank < best[0]:
            foremost[key] = rank, [fact]
        elif rank == best[0]:
            best[1].append(fact)
    return {key: sorted(rivals, key=lambda fact: fact.start) for key, (_, rivals) in foremost.items()}


def _rank(fact: Fact) -> tuple[int, bool, bool, bool]:
    return _SCOPES.index(fact.scope), fact.source != "table", fact.secondary, fact.qualifier != "exact"


def check(facts: Sequence[Fact], form: Form | None = None) -> tuple[Finding, ...]:
    """Returns what the rules of `form` say of the preferred facts, and where text and table differ.

    A rule is only mentioned where at least two of the figures it needs are there. Its status is `cannot_tell` where others are lacking or
    not exact, unless those that are there break it already.
    """
    figures = {(fact.metric, fact.party): fact for fact in facts if fact.preferred and fact.value is not None}
    findings = [
        *_sums(figures, form),
        *_applicants(figures),
        *_balances(figures),
        *_parts(figures),
        *_answers(figures),
        *_conflicts(facts),
        *_repeated(facts, figures),
    ]
    return tuple(findings)


# --- sums -------------------------------------------------------------------------------------------------------------


@cache
def _addends(form: Form | None) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Returns for each total of `form` the addends it has on the form and those that some bodies add.

    Narratives and provincial forms have no set of addends that must be there, so theirs are all optional.
    """
    local = [line for line in form_lines("local_lines.tsv") if line.relation == "addend" and line.metric]
    national = [line for line in FORM_LINES if line.relation == "addend" and line.form == form]
    result: dict[str, tuple[list[str], list[str]]] = {}
    for line in national:
        result.setdefault(line.parent, ([], []))[0].append(line.metric)
    for line in local:
        if (form == "local" or line.form == form) and line.metric not in result.setdefault(line.parent, ([], []))[1]:
            result[line.parent][1].append(line.metric)
    if form in ("2019", "2021"):
        groups = [line for line in form_lines("headings.tsv") if line.form == "2021" and line.metric and line.metric != "outcome_other"]
        for group in groups:
            members = (line for line in FORM_LINES if line.form == form and line.number.startswith(group.number))
            result[group.metric] = ([line.metric for line in members], [])
    return {parent: (tuple(needed), tuple(optional)) for parent, (needed, optional) in result.items()}


def _sums(figures: Figures, form: Form | None) -> Iterator[Finding]:
    on_form = {line.metric for line in FORM_LINES if line.form == form}
    given = {party for _, party in figures}
    parties = [party for party in PARTIES if party in given]
    for parent, (needed, optional) in _addends(form).items():
        for party in parties:
            if parent not in on_form and (parent, party) not in figures:
                # The sum of a group (不予公开) stands on no form; narratives and some bodies state it, and only then is it looked at.
                continue
            addends = [*needed, *(metric for metric in optional if (metric, party) in figures)]
            yield from _sum("sum", (parent, party), [(metric, party) for metric in addends], figures, complete=bool(needed))


def _applicants(figures: Figures) -> Iterator[Finding]:
    """Per row of table three: natural persons and the five kinds of organisation make up the total."""
    if all(party == "all" for _, party in figures):
        return
    for line in FORM_LINES:
        if (line.form == "2021" and line.dimension == "party") or (line.form == "2019" and line.metric == "outcome_other"):
            addends = [(line.metric, party) for party in _ORGANISATIONS]
            yield from _sum("applicants", (line.metric, "all"), addends, figures, complete=True)


def _sum(
    rule: str, total_key: tuple[str, str], addend_keys: Sequence[tuple[str, str]], figures: Figures, *, complete: bool
) -> Iterator[Finding]:
    """Yields what can be said of total = sum of addends. Not `complete`: there may be addends nobody named."""
    total = figures.get(total_key)
    addends = [figures[key] for key in addend_keys if key in figures]
    if not addends:
        return
    metrics = (code(*total_key), *(code(*key) for key in addend_keys))
    lacking = len(addend_keys) - len(addends)
    added = sum((_value(fact) for fact in addends), Decimal(0))
    words = " + ".join(str(_value(fact)) for fact in addends)
    if total is None:
        if complete and not lacking and len(addends) > 1 and all(fact.qualifier == "exact" for fact in addends):
            message = f"{code(*total_key)} is not given; its addends make {words} = {added}"
            yield Finding("derived", "cannot_tell", metrics, message, expected=added)
        return
    stated = _value(total)
    exact = total.qualifier == "exact" and all(fact.qualifier == "exact" for fact in addends)
    floor = sum((_value(fact) for fact in addends if fact.qualifier in ("exact", "at_least")), Decimal(0))
    if floor > stated and total.qualifier in ("exact", "below"):
        status: FindingStatus = "fail"
    elif not exact or lacking or (not complete and added < stated):
        status = "cannot_tell"
    else:
        status = "pass" if added == stated else "fail"
    note = f"; {lacking} of the addends are not given" if lacking else ""
    sign = "=" if added == stated else "≠"
    yield Finding(rule, status, metrics, f"{code(*total_key)} {stated} {sign} {words} = {added}{note}", expected=added, actual=stated)


def _balances(figures: Figures) -> Iterator[Finding]:
    """Printed on the form of table three: 一 + 二 = 三（七）+ 四, in each column."""
    keys = ("requests_received", "requests_carried_in", "outcome_total", "requests_carried_out")
    for party in PARTIES:
        four = [figures.get((metric, party)) for metric in keys]
        known = [fact for fact in four if fact is not None]
        if len(known) < 2:
            continue
        metrics = tuple(code(metric, party) for metric in keys)
        if len(known) < 4 or any(fact.qualifier != "exact" for fact in known):
            if party == "all":
                yield Finding(
                    "balance", "cannot_tell", metrics, f"received + carried in = closed + carried out: {len(known)} of 4 figures are given"
                )
            continue
        received, carried_in, closed, carried_out = (_value(fact) for fact in known)
        left, right = received + carried_in, closed + carried_out
        sign, status = ("=", "pass") if left == right else ("≠", "fail")
        message = f"{party}: {received} received + {carried_in} carried in {sign} {closed} closed + {carried_out} carried out"
        yield Finding("balance", "pass" if status == "pass" else "fail", metrics, message, expected=left, actual=right)


def _parts(figures: Figures) -> Iterator[Finding]:
    """A part is at most its whole."""
    pairs = [(line.metric, line.parent) for line in FORM_LINES if line.relation == "part"]
    for part, whole in (*pairs, *_WITHIN):
        if (part, "all") not in figures or (whole, "all") not in figures:
            continue
        less, more = figures[part, "all"], figures[whole, "all"]
        status: FindingStatus = "pass" if _value(less) <= _value(more) else "fail"
        if less.qualifier != "exact" or more.qualifier != "exact":
            status = "cannot_tell"
        message = f"{part} {_value(less)} is {'within' if status != 'fail' else 'more than'} {whole} {_value(more)}"
        yield Finding("part", status, (part, whole), message, expected=_value(more), actual=_value(less))


def _answers(figures: Figures) -> Iterator[Finding]:
    """Per table of 2014: as many replies as requests. Requests carried over and several replies to one can explain a difference."""
    replies, received = figures.get(("replies_total", "all")), figures.get(("requests_received", "all"))
    if replies is None or received is None or {replies.source, received.source} != {"table"}:
        return
    equal = _value(replies) == _value(received)
    message = f"{_value(received)} requests received, {_value(replies)} replies given"
    yield Finding(
        "sum",
        "pass" if equal else "fail",
        ("replies_total", "requests_received"),
        message,
        expected=_value(replies),
        actual=_value(received),
    )


# --- text against table -----------------------------------------------------------------------------------------------


def _conflicts(facts: Sequence[Fact]) -> Iterator[Finding]:
    """Where table and text both state a figure of one scope: whether they agree, once for each figure of the text."""
    tables = {(fact.metric, fact.party, fact.scope): fact for fact in facts if fact.source == "table" and fact.value is not None}
    seen: set[tuple[str, str, Decimal]] = set()
    for fact in facts:
        table = tables.get((fact.metric, fact.party, fact.scope))
        if fact.source != "text" or fact.value is None or table is None or (fact.metric, fact.party, fact.value) in seen:
            continue
        seen.add((fact.metric, fact.party, fact.value))
        status = _agreement(_value(table), fact)
        verb = {"pass": "agrees with", "fail": "differs from", "cannot_tell": "may differ from"}[status]
        message = f"{code(fact.metric, fact.party)}: the text's {fact.raw} {verb} the table's {_value(table)}"
        yield Finding("conflict", status, (code(fact.metric, fact.party),), message, expected=_value(table), actual=_value(fact))


def _repeated(facts: Sequence[Fact], figures: Figures) -> Iterator[Finding]:
    """What the text gives several figures of, so that none is preferred; tables that disagree are named where they are read."""
    for (metric, party), rivals in _foremost(fact for fact in facts if (fact.metric, fact.party) not in figures).items():
        values = list(dict.fromkeys(_value(fact) for fact in rivals))
        if rivals[0].source == "text" and len(values) > 1:
            name = code(metric, party)
            listed = ", ".join(str(value) for value in values)
            yield Finding("repeated", "fail", (name,), f"{name}: the text gives {listed}", expected=values[0], actual=values[-1])


def _agreement(exact: Decimal, fact: Fact) -> FindingStatus:
    """Returns whether an exact figure fits what the text says of it."""
    said = _value(fact)
    if fact.qualifier == "exact":
        return "pass" if said == exact else "fail"
    if fact.qualifier == "at_least":
        return "pass" if exact >= said else "fail"
    if fact.qualifier == "below":
        return "pass" if exact <= said else "fail"
    return "pass" if abs(exact - said) <= _ABOUT * said else "cannot_tell"


def _value(fact: Fact) -> Decimal:
    return fact.value if fact.value is not None else Decimal(0)


def code(metric: str, party: str) -> str:
    """Returns how findings name a figure: `metric`, or `metric/party`."""
    return metric if party == "all" else f"{metric}/{party}"
