"""The checks of the series, and the long series: what they say of two years of one body, the same on both databases."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from db import reference
from db.compare import all_rows, differences
from db.migrate import upgrade
from db.series import check_series
from extract.catalogue import METRICS

FAILED = "year, rule, metrics, expected, actual, message"
SERIES = "found_in = 'series'"
INEXACT = {"qualifier": "about"}


def two_years(make: Any, publish: Any, engine: Any, before: dict[str, Any], after: dict[str, Any], **changes: Any) -> None:
    """Publishes and checks the reports of 2021 and 2022, both of the form of 2021."""
    publish("2021", 1, make.report(before, **{"year": 2021, "form": "2021", **changes.pop("earlier", {})}))
    publish("2022", 1, make.report(after, **{"year": 2022, "form": "2021", **changes}))
    check_series(engine)


CARRIED = {
    "what was carried out is brought in": (7, 7, {}, None),
    "other than was carried out": (7, 5, {}, (7, 5)),
    "nothing of what was carried out": (7, 0, {}, (7, 0)),
    "carried out is not stated": (None, 5, {}, None),
    "carried out is not exact": ({"value": 7, **INEXACT}, 5, {}, None),
    "brought in is not exact": (7, {"value": 5, **INEXACT}, {}, None),
    "of another scope": ({"value": 7, "scope": "own_level"}, 5, {}, None),
    "both of the own level": ({"value": 7, "scope": "own_level"}, {"value": 5, "scope": "own_level"}, {}, (7, 5)),
    "two years before": (7, 5, {"earlier": {"year": 2020}}, None),
    "another body": (7, 5, {"earlier": {"issuer": "吉林市人民政府"}}, None),
    "on the form before": (7, 5, {"earlier": {"form": "2019"}}, (7, 5)),
}


@pytest.mark.parametrize("case", CARRIED)
def test_what_a_year_carries_out_the_next_one_brings_in(make: Any, engine: Any, publish: Any, show: Any, case: str) -> None:
    out, brought, changes, failed = CARRIED[case]
    before = {"meetings": 1} if out is None else {"requests_carried_out": out}
    two_years(make, publish, engine, before, {"requests_carried_in": brought}, **dict(changes))
    expected = []
    if failed:
        message = f"requests_carried_in {failed[1]} ≠ {failed[0]}, which follows from 2021"
        expected = [(2022, "carried", "requests_carried_in", *failed, message)]
    assert show("findings_failed", FAILED) == expected


def test_each_applicant_column_is_carried_by_itself(make: Any, engine: Any, publish: Any, show: Any) -> None:
    before = {"requests_carried_out": 7, "requests_carried_out/enterprise": 3, "requests_carried_out/natural_person": 4}
    after = {"requests_carried_in": 7, "requests_carried_in/enterprise": 4, "requests_carried_in/natural_person": 3}
    two_years(make, publish, engine, before, after)
    assert show("findings_failed", "metrics, expected, actual") == [
        ("requests_carried_in/enterprise", 3, 4),
        ("requests_carried_in/natural_person", 4, 3),
    ]


STOCK = {
    "rolls forward": ({"normative_issued": 10, "normative_repealed": 4}, 96, None),
    "does not": ({"normative_issued": 10, "normative_repealed": 4}, 106, (96, 106)),
    "repealed is not stated": ({"normative_issued": 10}, 106, None),
    "issued is not exact": ({"normative_issued": {"value": 10, **INEXACT}, "normative_repealed": 4}, 106, None),
}


@pytest.mark.parametrize("case", STOCK)
def test_stocks_roll_forward(make: Any, engine: Any, publish: Any, show: Any, case: str) -> None:
    flows, stock, failed = STOCK[case]
    two_years(make, publish, engine, {"normative_in_force": 90}, {**flows, "normative_in_force": stock})
    assert show("findings_failed", "rule, metrics, expected, actual") == ([("stock", "normative_in_force", *failed)] if failed else [])


JUMPS = {
    # factor 10, floor 20
    "ten times": ("requests_received", 50, 500, {}, False),
    "more than ten times": ("requests_received", 50, 501, {}, True),
    "a tenth": ("requests_received", 500, 50, {}, False),
    "less than a tenth": ("requests_received", 501, 50, {}, True),
    "from nothing to ten times the floor": ("requests_received", 0, 200, {}, False),
    "from nothing to more": ("requests_received", 0, 201, {}, True),
    "to nothing": ("requests_received", 201, 0, {}, True),
    "small numbers": ("requests_received", 1, 19, {}, False),
    "not exact": ("requests_received", {"value": 50, **INEXACT}, 5000, {}, False),
    "another scope": ("requests_received", {"value": 50, "scope": "own_level"}, 5000, {}, False),
    "runs through the forms": ("requests_received", 50, 5000, {"earlier": {"form": "2014"}}, True),
    "does not run through the forms": ("normative_issued", 50, 5000, {"earlier": {"form": "2019"}}, False),
    "the same on one form": ("normative_issued", 50, 5000, {}, True),
    "a stock made by a change": ("permit_items_last_year", 1, 5000, {}, False),
    "illegible": ("requests_received", {"value": None, "raw": "■"}, 5000, {}, False),
}


@pytest.mark.parametrize("case", JUMPS)
def test_a_jump_is_beyond_a_factor_and_a_floor(make: Any, engine: Any, publish: Any, show: Any, case: str) -> None:
    metric, before, after, changes, jumps = JUMPS[case]
    two_years(make, publish, engine, {metric: before}, {metric: after}, **dict(changes))
    expected = [(2022, "jump", metric, before, after, f"{metric} {after} after {before} in 2021")] if jumps else []
    assert show("findings_failed", FAILED, "rule = 'jump'") == expected


FLOWS = [code for code in METRICS if code.startswith(("outcome_", "review_")) and code not in {"outcome_other", "outcome_refused"}][:20]


def copied(same: int, others: int, zeros: int = 0) -> tuple[dict[str, Any], dict[str, Any]]:
    """Figures of two years, so many of them the same, and so many zero in both."""
    metrics = iter(FLOWS)
    before = {next(metrics): 5 for _ in range(same + others)} | {next(metrics): 0 for _ in range(zeros)}
    return before, before | dict.fromkeys(list(before)[same : same + others], 6)


COPIED = {
    "all of ten": (*copied(10, 0), 10),
    "nine are too few": (*copied(9, 0), None),
    "zeros say nothing": (*copied(9, 0, zeros=9), None),
    "nine tenths": (*copied(18, 2), 18),
    "less than nine tenths": (*copied(17, 2), None),
    "what came new counts for neither side": (copied(10, 0)[0], copied(10, 0)[1] | {"meetings": 3}, 10),
}


@pytest.mark.parametrize("case", COPIED)
def test_a_copied_report_has_nearly_all_its_flows_of_the_year_before(make: Any, engine: Any, publish: Any, show: Any, case: str) -> None:
    before, after, same = COPIED[case]
    two_years(make, publish, engine, before, after)
    assert show("findings_failed", "year, rule, metrics, actual") == ([(2022, "copied", "", same)] if same else [])
    evidence = show("series_evidence", "stated_year, metric, value")
    assert len(evidence) == 2 * (same or 0)
    assert {value for _, _, value in evidence} <= {5}


def test_stocks_and_last_year_s_remains_are_no_copies(make: Any, engine: Any, publish: Any, show: Any) -> None:
    stocks = {row["metric"]: 5 for row in reference.rows("yearly") if row["kind"] == "stock"}
    assert len(stocks) > 10
    two_years(make, publish, engine, stocks, stocks)
    assert show("findings_failed", "rule", "rule = 'copied'") == []


def test_the_figures_of_both_years_are_the_evidence(make: Any, engine: Any, publish: Any, show: Any) -> None:
    before = {"normative_in_force": 90, "requests_received": 50}
    after = {"normative_issued": 10, "normative_repealed": 4, "normative_in_force": 106, "requests_received": 501}
    two_years(make, publish, engine, before, after)
    assert show("series_evidence", "rule, year, stated_year, metric, value") == [
        ("jump", 2022, 2021, "requests_received", 50),
        ("jump", 2022, 2022, "requests_received", 501),
        ("stock", 2022, 2021, "normative_in_force", 90),
        ("stock", 2022, 2022, "normative_in_force", 106),
        ("stock", 2022, 2022, "normative_issued", 10),
        ("stock", 2022, 2022, "normative_repealed", 4),
    ]
    words = show("series_evidence", "quote, url", "stated_year = 2021 AND rule = 'jump'")
    assert words == [("收到申请数50件", "http://www.ccszf.gov.cn/2021")]


def test_a_correction_takes_the_finding_away_at_once_and_a_check_finds_what_is_new(make: Any, engine: Any, publish: Any, show: Any) -> None:
    two_years(make, publish, engine, {"requests_carried_out": 7}, {"requests_carried_in": 5, "meetings": 1})
    assert show("findings_failed", "expected, actual", SERIES) == [(7, 5)]
    publish("2022", 2, make.report({"requests_carried_in": 7, "meetings": 1}, year=2022, form="2021"), "corrected")
    assert show("findings_failed", "expected, actual", SERIES) == []
    assert show("series_evidence", "metric") == []
    assert show("pairs_to_compare", "year") == [(2022,)]
    assert check_series(engine) == 1
    assert show("series_finding", "rule") == []
    publish("2021", 3, make.report({"requests_carried_out": 8}, year=2021, form="2021"), "corrected too")
    check_series(engine)
    assert show("findings_failed", "expected, actual", SERIES) == [(8, 7)]


def test_findings_of_the_reader_and_of_the_series_are_told_apart(make: Any, engine: Any, publish: Any, show: Any) -> None:
    findings = (make.failed("sum", "replies_total", expected=5, actual=20),)
    two_years(make, publish, engine, {"requests_carried_out": 7}, {"requests_carried_in": 5}, findings=findings)
    assert show("findings_failed", "found_in, rule, year, portal, url") == [
        ("report", "sum", 2022, "ccszf", "http://www.ccszf.gov.cn/2022"),
        ("series", "carried", 2022, "ccszf", "http://www.ccszf.gov.cn/2022"),
    ]


def test_other_thresholds_look_at_everything_anew(make: Any, engine: Any, publish: Any, show: Any) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE yearly SET factor = 100 WHERE metric = 'requests_received'"))
        connection.execute(text("UPDATE installed SET sha256 = 'older' WHERE part = 'reference'"))
    two_years(make, publish, engine, {"requests_received": 50}, {"requests_received": 501})
    assert show("findings_failed", "rule") == []
    assert upgrade(engine)
    assert show("pairs_to_compare", "year") == [(2022,)]
    check_series(engine)
    assert show("findings_failed", "rule, actual") == [("jump", 501)]


@pytest.fixture(scope="module")
def two_engines(make: Any, new_url: Any) -> Any:
    with make.opened(new_url()) as one, make.opened(new_url()) as other:
        yield one, other


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    years=st.lists(st.tuples(st.integers(2019, 2022), st.integers(0, 3)), min_size=2, max_size=7),
    shuffle=st.randoms(use_true_random=False),
)
def test_any_order_of_loads_and_checks_gives_the_same_findings(
    make: Any, two_engines: Any, years: list[tuple[int, int]], shuffle: random.Random
) -> None:
    """Each year's page shows one text a night; texts and checks come in any order, the last check after all."""
    texts = {
        (year, version): make.report({"requests_carried_in": version, "requests_carried_out": 3 - version}, year=year, form="2021")
        for year, version in years
    }
    nights = [(year, version, night) for night, (year, version) in enumerate(years)]
    rows = []
    for engine, order in zip(map(make.emptied, two_engines), (nights, shuffle.sample(nights, len(nights))), strict=True):
        for year, version, night in order:
            make.publish_to(engine, str(year), night, texts[year, version], f"{year} {version}")
            if engine is two_engines[1] and shuffle.random() < 0.5:
                check_series(engine)
        check_series(engine)
        assert check_series(engine) == 0
        rows.append(all_rows(engine))
    assert differences(*rows) == []


# --- long series ----------------------------------------------------------------------------------------------------------------------


def test_series_run_through_the_forms_and_mark_their_breaks(make: Any, publish: Any, show: Any) -> None:
    years = {
        2013: ("local", {"requests_received": 10, "reply_granted": 5}),
        2014: ("2014", {"requests_received": 20, "reply_granted": 6, "reply_already_public": 3}),
        2015: ("2014", {"requests_received": {"value": 25, **INEXACT}, "reply_granted": 7}),
        2018: ("2014", {"requests_received": 30, "reply_granted": 8, "reply_already_public": 1}),
        2019: ("2019", {"requests_received": 40, "outcome_granted": 20, "litigation_direct_total": 2, "litigation_after_review_total": 1}),
        2021: ("2021", {"requests_received": 50, "outcome_granted": 21, "litigation_total": 5, "litigation_direct_total": 2}),
    }
    for year, (form, figures) in years.items():
        publish(str(year), 1, make.report(figures, year=year, form=form))
    assert show("comparable_series", "year, value, segment, earlier_year, earlier_value, since", "series = 'requests'") == [
        (2013, 10, 0, None, None, None),
        (2014, 20, 0, 2013, 10, "same"),
        (2018, 30, 0, 2014, 20, "same_form"),
        (2019, 40, 0, 2018, 30, "same"),
        (2021, 50, 0, 2019, 40, "same"),
    ]
    assert show("comparable_series", "year, value, segment, since", "series = 'granted'") == [
        (2013, 5, 0, None),
        (2014, 9, 1, "break"),
        (2018, 9, 1, "same_form"),
        (2019, 20, 1, "same"),
        (2021, 21, 1, "same"),
    ]
    assert show("comparable_series", "year, value", "series = 'lawsuits'") == [(2019, 3), (2021, 5)]


def test_a_form_skipped_counts_with_its_break(make: Any, publish: Any, show: Any) -> None:
    refusals = {f"outcome_refused_{kind}": 1 for kind in ("state_secret", "other_law", "three_safeties", "third_party")}
    refusals |= {f"outcome_refused_{kind}": 0 for kind in ("internal", "process", "enforcement_file", "query")}
    publish("a", 1, make.report({"reply_refused": 3}, year=2012, form="local"))
    publish("b", 1, make.report(refusals, year=2022, form="2021"))
    publish("c", 1, make.report({**refusals, "outcome_refused": 9}, year=2023, form="2021"))
    assert show("comparable_series", "year, value, since", "series = 'refused'") == [
        (2012, 3, None),
        (2022, 4, "break"),
        (2023, 9, "same_form"),
    ]


# --- reference data -------------------------------------------------------------------------------------------------------------------


def test_the_tables_hold_the_reference_data(engine: Any) -> None:
    with engine.connect() as connection:
        for table in reference.TABLES:
            there = connection.execute(text(f"SELECT * FROM {table}")).mappings().all()
            assert sorted((dict(row) for row in there), key=str) == sorted(reference.rows(table), key=str)


def test_every_metric_is_a_flow_or_a_stock() -> None:
    assert [row["metric"] for row in reference.rows("yearly")] == list(METRICS)


def test_a_series_has_one_label_one_unit_and_follows_from_its_second_form_on() -> None:
    eras = defaultdict(list)
    for row in reference.rows("series"):
        eras[row["code"]].append(row)
    units = defaultdict(set)
    for row in reference.rows("series_metric"):
        units[row["series"]].add(METRICS[row["metric"]].unit)
    for code, rows in eras.items():
        assert len({row["label"] for row in rows}) == 1, code
        assert [row["form"] for row in rows] == [form for form in ("local", "2014", "2019", "2021") if form in {r["form"] for r in rows}]
        assert [row["follows"] is None for row in rows] == [True] + [False] * (len(rows) - 1), code
        assert len(units[code]) == 1, code
