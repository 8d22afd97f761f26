"""What the rules say of figures that keep them, break them, or are not all there; and which of several figures is the report's."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.catalogue import METRICS
from extract.checks import check, prefer
from extract.reading import read_report
from extract.records import Fact, FactSource, Finding, Form, Qualifier, Scope

sys.path.insert(0, str(Path(__file__).parent))  # tests are no package
import form_maker as maker


def fact(
    metric: str,
    value: int | str,
    party: str = "all",
    source: FactSource = "table",
    qualifier: Qualifier = "exact",
    scope: Scope = "all",
    start: int = 0,
) -> Fact:
    raw = f"{value}"
    return Fact(metric, Decimal(value), METRICS[metric].unit, raw, raw, start, start + len(raw), source, party, scope, qualifier)


def facts_of(figures: maker.Figures) -> list[Fact]:
    return [fact(metric, str(value), party) for (metric, party), value in figures.items()]


FREE = ("regulations_disclosed", "normative_disclosed")


def only(findings: Sequence[Finding], rule: str, first_metric: str) -> Finding:
    [finding] = [finding for finding in findings if finding.rule == rule and finding.metrics[0] == first_metric]
    return finding


@pytest.mark.parametrize("form", ["2014", "2019", "2021"])
@pytest.mark.parametrize("seed", range(5))
def test_a_form_that_adds_up_passes_every_rule(form: Form, seed: int) -> None:
    figures = {key: value for sheet in maker.national(form, seed) for key, value in sheet.figures.items()}
    findings = [finding for finding in check(facts_of(figures), form) if finding.rule in ("sum", "applicants", "balance", "part")]
    # Table two's figures are drawn freely; 2019 puts a subset and its whole side by side there. Replies need not be as many as requests.
    free = (*FREE, "replies_total") if form == "2014" else FREE
    assert {finding.status for finding in findings if finding.metrics[0] not in free or len(finding.metrics) > 2} == {"pass"}
    assert len(findings) > (8 if form == "2014" else 40)


@pytest.mark.parametrize("form", ["2014", "2021"])
@given(data=st.data())
def test_a_changed_figure_fails_every_rule_it_is_in(form: Form, data: st.DataObject) -> None:
    figures = {key: value for sheet in maker.national(form, seed=1) for key, value in sheet.figures.items()}
    sound = {(finding.rule, finding.metrics) for finding in check(facts_of(figures), form) if finding.status == "pass"}
    metric, party = data.draw(st.sampled_from(sorted(figures)))
    figures[metric, party] += 1000
    code = metric if party == "all" else f"{metric}/{party}"
    after = check(facts_of(figures), form)
    for finding in after:
        if (finding.rule, finding.metrics) in sound and finding.rule in ("sum", "applicants", "balance"):
            assert (finding.status == "fail") == (code in finding.metrics)


def test_a_total_is_compared_with_its_addends() -> None:
    findings = check([fact("review_total", 3), fact("review_upheld", 1), fact("review_corrected", 1), fact("review_other", 0)], "2014")
    finding = only(findings, "sum", "review_total")
    assert (finding.status, finding.expected, finding.actual) == ("fail", 2, 3)
    assert "3 ≠ 1 + 1 + 0 = 2" in finding.message


@pytest.mark.parametrize(
    ("addends", "status"),
    [((1, 1), "cannot_tell"), ((3, 1), "fail"), ((2, 1), "cannot_tell")],
)
def test_a_lacking_addend_leaves_the_rule_open_unless_it_is_broken_already(addends: tuple[int, int], status: str) -> None:
    facts = [fact("review_total", 3), fact("review_upheld", addends[0]), fact("review_corrected", addends[1])]
    assert only(check(facts, "2014"), "sum", "review_total").status == status


@pytest.mark.parametrize(
    ("qualifier", "stated", "status"),
    [("at_least", 500, "cannot_tell"), ("at_least", 5000, "fail"), ("about", 5000, "cannot_tell"), ("below", 5000, "cannot_tell")],
)
def test_figures_that_are_not_exact_break_a_sum_only_beyond_doubt(qualifier: Qualifier, stated: int, status: str) -> None:
    facts = [fact("staff_total", 1000), fact("staff_full_time", stated, qualifier=qualifier), fact("staff_part_time", 0)]
    assert only(check(facts, "2014"), "sum", "staff_total").status == status


def test_a_blank_total_is_derived_as_a_finding_only() -> None:
    finding = only(check([fact("staff_full_time", 2), fact("staff_part_time", 5)], "2014"), "derived", "staff_total")
    assert (finding.status, finding.expected, finding.actual) == ("cannot_tell", 7, None)


def test_addends_that_some_bodies_add_count_when_they_are_there() -> None:
    known = [fact("requests_received", 9), fact("requests_in_person", 1), fact("requests_fax", 0), fact("requests_online", 2)]
    facts = [*known, fact("requests_letter", 3), fact("requests_email", 3)]
    assert only(check(facts, "2014"), "sum", "requests_received").status == "pass"


def test_more_replies_than_requests_is_said() -> None:
    findings = check([fact("requests_received", 5), fact("replies_total", 20)], "2014")
    [finding] = [finding for finding in findings if finding.metrics == ("replies_total", "requests_received")]
    assert finding.rule == "sum"
    assert (finding.status, finding.expected, finding.actual) == ("fail", 20, 5)


@pytest.mark.parametrize(
    ("said", "qualifier", "status"),
    [
        (3, "exact", "fail"),
        (15, "exact", "pass"),
        (10, "at_least", "pass"),
        (20, "at_least", "fail"),
        (20, "below", "pass"),
        (10, "below", "fail"),
        (16, "about", "pass"),
        (30, "about", "cannot_tell"),
    ],
)
def test_text_against_table(said: int, qualifier: Qualifier, status: str) -> None:
    facts = prefer([fact("reply_granted", said, source="text", qualifier=qualifier), fact("reply_granted", 15, start=90)])
    finding = only(check(facts, "2014"), "conflict", "reply_granted")
    assert (finding.status, finding.expected, finding.actual) == (status, 15, said)


def test_a_part_of_the_body_is_not_compared_with_the_whole() -> None:
    facts = [fact("disclosed_total", 4, source="text", scope="own_level"), fact("disclosed_total", 90)]
    assert not [finding for finding in check(facts, "2014") if finding.rule == "conflict"]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (fact("disclosed_total", 1), fact("disclosed_total", 2, source="text")),
        (fact("disclosed_total", 1, source="text"), fact("disclosed_total", 2, scope="own_level")),
        (fact("disclosed_total", 1, scope="own_level", source="text"), fact("disclosed_total", 2, scope="part")),
        (fact("disclosed_total", 1, source="text", start=9), fact("disclosed_total", 2, source="text", qualifier="about")),
        (fact("disclosed_total", 1, source="text"), fact("disclosed_total", 1, source="text", start=9)),
    ],
)
def test_the_preferred_of_two(better: Fact, worse: Fact) -> None:
    for pair in ([better, worse], [worse, better]):
        assert [fact for fact in prefer(pair) if fact.preferred] == [better]


def test_a_figure_that_names_its_metric_comes_before_one_that_borrows_it() -> None:
    text = "某县2017年政府信息公开工作年度报告\n依申请公开方面，受理4件，转交部门办理。全县收到政府信息公开申请501件。"
    [stands] = [fact for fact in read_report(text.encode()).facts if fact.metric == "requests_received" and fact.preferred]
    assert (stands.value, stands.secondary) == (501, False)


def test_no_figure_is_preferred_where_tables_disagree() -> None:
    facts = [fact("meetings", 1), fact("meetings", 2), fact("meetings", 2, source="text")]
    assert not any(fact.preferred for fact in prefer(facts))


TWICE = ("全局主动公开政府信息312条。{}另外，主动公开政府信息47条。", "局网站公开信息120条。{}市政府网站公开信息33条。")


@pytest.mark.parametrize("text", TWICE)
def test_no_figure_is_preferred_where_the_text_gives_two(text: str) -> None:
    report = read_report(f"某市商务局2017年政府信息公开工作年度报告\n{text.format('各科室按职责办理。')}".encode())
    (metric,) = {fact.metric for fact in report.facts}
    assert not any(fact.preferred for fact in report.facts)
    finding = only(report.findings, "repeated", metric)
    assert (finding.status, finding.expected, finding.actual) == ("fail", report.facts[0].value, report.facts[1].value)


def test_a_figure_given_twice_alike_is_preferred_once() -> None:
    text = "某市商务局2017年政府信息公开工作年度报告\n全年主动公开政府信息312条。\n2017年，我局主动公开政府信息312条。"
    report = read_report(text.encode())
    assert [fact.preferred for fact in report.facts] == [True, False]
    assert not [finding for finding in report.findings if finding.rule == "repeated"]


def test_what_was_disclosed_by_one_means_stands_behind_all_that_was() -> None:
    text = "某市商务局2017年政府信息公开工作年度报告\n通过区政府信息公开平台公开47条。各科室按职责办理。全年主动公开政府信息312条。"
    assert {str(fact.value): fact.preferred for fact in read_report(text.encode()).facts} == {"47": False, "312": True}


def test_news_stands_behind_all_that_was_disclosed() -> None:
    text = "某市商务局2017年政府信息公开工作年度报告\n主动公开方面，发布各类动态信息93条。全年主动公开政府信息312条。"
    assert {str(fact.value): fact.preferred for fact in read_report(text.encode()).facts} == {"93": False, "312": True}


def test_a_part_is_never_preferred() -> None:
    assert not prefer([fact("meetings", 3, source="text", scope="part")])[0].preferred


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["meetings", "trainings"]),
            st.integers(0, 3),
            st.sampled_from(["table", "text"]),
            st.sampled_from(["all", "own_level", "part"]),
        )
    )
)
def test_preferring_is_settled_after_once(given_facts: list[tuple[str, int, FactSource, Scope]]) -> None:
    facts = [fact(metric, value, source=source, scope=scope, start=n) for n, (metric, value, source, scope) in enumerate(given_facts)]
    once = prefer(facts)
    assert prefer(once) == once
    assert [replace(after, preferred=True) for after in once] == facts
    keys = [(after.metric, after.party) for after in once if after.preferred]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("全年主动公开政府信息320条。本年度新增主动公开信息28条。在主动公开的320条信息中，政策类31条。", 320),
        ("通过各种方式主动公开信息共320条，其中政策类31条。就应急处理主动公开信息88条。", 320),
        ("累计主动公开信息320条，主动公开政府信息28条。", None),
        ("全年主动公开信息共88条，其中政策类31条。就应急处理主动公开信息320条。", None),
    ],
)
def test_of_two_figures_the_one_given_again_or_divided_stands(text: str, stands: int | None) -> None:
    report = read_report(f"某市防震局2015年政府信息公开工作年度报告\n一、主动公开情况\n{text}".encode())
    figures = [fact.value for fact in report.facts if fact.preferred and fact.metric == "disclosed_total"]
    assert figures == ([] if stands is None else [stands])
