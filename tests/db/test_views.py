"""The views, on a small world made by hand: what each shows, the same on both databases."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import text

from db import views
from db.catalogue import metric_rows
from db.load import load_captures
from db.records import Content
from extract.records import Fact, LedgerEntry, Report

V1, V2 = "1.0", "1.1"


def test_figures_lead_back_to_words_place_and_bytes(make: SimpleNamespace, publish: Any, show: Any) -> None:
    content = publish(
        "2017.html",
        1,
        make.report({"requests_received": {"value": 501, "qualifier": "at_least"}, "meetings": {"value": 3, "preferred": False}}),
    )
    assert show(
        "figures", "issuer, region_code, region, level, year, form, metric, label, party, value, unit, qualifier, scope, source"
    ) == [
        (
            "长春市人民政府",
            "220100",
            "长春市",
            "prefecture",
            2017,
            "2014",
            "requests_received",
            "收到申请数",
            "all",
            501,
            "件",
            "at_least",
            "all",
            "text",
        )
    ]
    assert show("figures", "raw, quote, portal, url, title, published, first_seen_at, content_sha256") == [
        (
            "501",
            "收到申请数501件",
            "ccszf",
            content.url,
            "长春市人民政府2017年政府信息公开工作年度报告",
            "2018-03-09",
            "2018-03-10T02:00:00.000Z",
            content.content_sha256,
        )
    ]
    captures = "figures JOIN capture ON capture.url = figures.url AND capture.content_sha256 = figures.content_sha256"
    assert show(captures, "capture.body_sha256, capture.crawl_id") == [(make.sha256("2017.html1"), "night-1")]


def test_wide_has_a_column_for_each_metric(make: SimpleNamespace, publish: Any, show: Any) -> None:
    publish(
        "a",
        1,
        make.report(
            {"requests_received": {"value": 501, "qualifier": "at_least"}, "meetings": 3, "outcome_total/research": 9, "trainings": 0}
        ),
    )
    assert show("figures_wide", "issuer, year, requests_received, meetings, trainings, outcome_total, inexact") == [
        ("长春市人民政府", 2017, 501, 3, 0, None, 1)
    ]
    for row in metric_rows():
        assert f"AS {row['code']}" in views.definition("figures_wide")


def test_year_on_year_compares_and_says_what_is_comparable(make: SimpleNamespace, publish: Any, show: Any) -> None:
    publish("2015", 1, make.report({"requests_received": 400}, year=2015))
    publish("2016", 1, make.report({"requests_received": 0, "meetings": {"value": 2, "qualifier": "about"}}, year=2016))
    publish("2017", 1, make.report({"requests_received": 501, "meetings": 3}))
    publish("2018", 1, make.report({"requests_received": 511.02}, year=2018, form="2019"))
    publish("2020", 1, make.report({"requests_received": 1}, year=2020))
    rows = show("year_on_year", "year, metric, earlier_value, value, change, exact, same_form")
    assert rows == [
        (2016, "requests_received", 400, 0, -400, 1, 1),
        (2017, "meetings", 2, 3, 1, 0, 1),
        (2017, "requests_received", 0, 501, 501, 1, 1),
        (2018, "requests_received", 501, 511.02, 10.02, 1, 0),
    ]
    assert show("year_on_year", "year, change_ratio", "metric = 'requests_received'") == [
        (2016, -1),
        (2017, None),
        (2018, pytest.approx(0.02)),
    ]


def test_totals_roll_up_keep_levels_apart_and_leave_inexact_figures_out(make: SimpleNamespace, publish: Any, show: Any) -> None:
    bodies = {
        "长春市人民政府": ("220100", "prefecture", 501),
        "朝阳区人民政府": ("220104", "county", 10),
        "朝阳区永春镇人民政府": ("220104", "township", 3),
        "南关区人民政府": ("220102", "county", 7),
        "绿园区人民政府": ("220106", "county", {"value": 100, "qualifier": "at_least"}),
        "吉林省人民政府": ("220000", "province", 4000),
        "吉林市船营区人民政府": ("220204", "county", 20),
        "某委员会": (None, "department", 1),
    }
    for name, (code, level, figure) in bodies.items():
        publish(name, 1, make.report({"requests_received": figure}, issuer=name, code=code, level=level, region=name[:3]))
    rows = show("totals_by_region", "region_code, region_level, level, total, bodies, other_bodies", "metric = 'requests_received'")
    assert rows == [
        ("220000", "province", "county", 37, 3, 1),
        ("220000", "province", "prefecture", 501, 1, 0),
        ("220000", "province", "province", 4000, 1, 0),
        ("220000", "province", "township", 3, 1, 0),
        ("220100", "prefecture", "county", 17, 2, 1),
        ("220100", "prefecture", "prefecture", 501, 1, 0),
        ("220100", "prefecture", "township", 3, 1, 0),
        ("220102", "county", "county", 7, 1, 0),
        ("220104", "county", "county", 10, 1, 0),
        ("220104", "county", "township", 3, 1, 0),
        ("220106", "county", "county", None, 0, 1),
        ("220200", "prefecture", "county", 20, 1, 0),
        ("220204", "county", "county", 20, 1, 0),
        (None, "province", "department", 1, 1, 0),
    ]
    assert show("totals_by_region", "region, year, party, unit", "region_code = '220100' AND level = 'county'") == [
        ("长春市", 2017, "all", "件")
    ]


def test_coverage_names_what_is_missing_and_what_is_not_yet_due(make: SimpleNamespace, engine: Any, publish: Any, show: Any) -> None:
    publish("a", 1, make.report({"meetings": 1}, year=2013, ledger=(LedgerEntry(0, 1, "unread"),)))
    publish("b", 1, make.report({}, year=2015))
    publish("c", 1, make.report({"meetings": 1}, year=2016))
    publish("d", 1, make.report({"meetings": 1}, issuer="朝阳区人民政府", code="220104", year=2017), portal="chaoyang")
    city = [
        ("长春市人民政府", 2013, "read", 1),
        ("长春市人民政府", 2014, "missing", None),
        ("长春市人民政府", 2015, "found", None),
        ("长春市人民政府", 2016, "read", None),
    ]
    county = ("朝阳区人民政府", 2017, "read", None)
    columns = "issuer, year, status, unread_numerals"
    assert show("coverage", columns) == [county, *city, ("长春市人民政府", 2017, "not_due", None)]
    assert show("coverage", "due, as_of, published", "year = 2017") == [
        ("2018-03-31", "2018-03-10", "2018-03-09"),
        ("2018-03-31", "2018-03-10", None),
    ]
    load_captures(engine, make.portal("ccszf"), [replace(make.crawl("ccszf", 24), finished_at=None)], [])
    assert show("coverage", "status", "year = 2017 AND region_code = '220100'") == [("not_due",)]
    load_captures(engine, make.portal("ccszf"), [make.crawl("ccszf", 24)], [])
    assert show("coverage", columns) == [county, *city, ("长春市人民政府", 2017, "missing", None)]


DUE = {
    (2018, "department"): "2019-03-31",
    (2019, "department"): "2020-01-31",
    (2019, "township"): "2020-01-31",
    (2024, "county"): "2025-03-31",
    (2024, None): "2025-03-31",
}


def test_reports_are_due_when_the_law_of_their_time_says(make: SimpleNamespace, publish: Any, show: Any) -> None:
    for number, (year, level) in enumerate(DUE):
        publish(f"{number}", 1, make.report({}, issuer=f"第{number}局", year=year, level=level))
    assert show("coverage", "year, level, due") == sorted(((*key, due) for key, due in DUE.items()), key=str)


def other(report: Report, metric: str, **changes: Any) -> Report:
    """The report with a second statement of one of its figures."""
    fact = next(fact for fact in report.facts if fact.metric == metric)
    return replace(report, facts=(*report.facts, replace(fact, **{"preferred": False, **changes})))


CONFLICTS = {
    "another figure": ({"value": 3}, True),
    "the same figure": ({"value": 15}, False),
    "at least less": ({"value": 10, "qualifier": "at_least"}, False),
    "at least more": ({"value": 16, "qualifier": "at_least"}, True),
    "below more": ({"value": 16, "qualifier": "below"}, False),
    "below the same": ({"value": 15, "qualifier": "below"}, True),
    "about": ({"value": 14, "qualifier": "about"}, False),
    "of another scope": ({"value": 3, "scope": "own_level"}, False),
    "illegible": ({"value": None}, False),
}


@pytest.mark.parametrize("case", CONFLICTS)
def test_conflicts_are_figures_stated_differently(make: SimpleNamespace, publish: Any, show: Any, case: str) -> None:
    changes, conflicts = CONFLICTS[case]
    report = make.report({"reply_granted": {"value": 15, "source": "table"}})
    fact: Fact = replace(report.facts[0], preferred=False, source="text", **changes)
    publish("a", 1, replace(report, facts=(*report.facts, fact)))
    expected = [("reply_granted", 15, "table", changes["value"], "text")] if conflicts else []
    assert show("conflicts", "metric, value, source, other_value, other_source") == expected


def test_conflicts_name_the_first_where_no_figure_stands(make: SimpleNamespace, publish: Any, show: Any) -> None:
    report = make.report({"disclosed_website": {"value": 120, "preferred": False}})
    (first,) = report.facts
    facts = (first, replace(first, value=33, quote=first.quote[1:], start=first.start + 1), replace(first, value=5, scope="part"))
    publish("a", 1, replace(report, facts=facts))
    assert show("conflicts", "metric, value, other_value") == [("disclosed_website", 120, 33)]


def test_failed_checks_of_what_stands(make: SimpleNamespace, publish: Any, show: Any) -> None:
    passing = replace(make.failed("part", "meetings", expected=1, actual=1), status="pass")
    publish(
        "a",
        1,
        make.report({"meetings": 1}, findings=(make.failed("sum", "replies_total", "reply_granted", expected=5, actual=20), passing)),
    )
    publish("b", 1, make.report({"meetings": 1}, year=2016))
    assert show("findings_failed", "year, rule, metrics, expected, actual, message, portal") == [
        (2017, "sum", "replies_total reply_granted", 5, 20, "5 expected, 20 stated", "ccszf")
    ]
    publish("a", 2, make.report({"meetings": 1}))
    assert show("findings_failed", "rule") == []


REVISION = "year, metric, earlier_value, value, first_seen_at"


def test_revisions_are_what_a_portal_changed_and_changed_back(make: SimpleNamespace, publish: Any, show: Any) -> None:
    before, after = (
        make.report({"meetings": 3, "trainings": 1, "trainees": 7}),
        make.report({"meetings": 5, "trainings": 1, "reading_points": 2}),
    )
    publish("a", 1, before, "before")
    publish("a", 2, before, "before, a new banner")
    publish("a", 3, replace(before, is_report=False), "down for maintenance")
    publish("a", 4, after, "after")
    publish("a", 5, before, "before")
    there, back = "2018-03-13T02:00:00.000Z", "2018-03-14T02:00:00.000Z"
    assert show("revisions", REVISION) == [
        (2017, "meetings", 3, 5, there),
        (2017, "meetings", 5, 3, back),
        (2017, "reading_points", 2, None, back),
        (2017, "reading_points", None, 2, there),
        (2017, "trainees", 7, None, there),
        (2017, "trainees", None, 7, back),
    ]
    assert show("rereadings", "metric") == []


def test_rereadings_are_what_a_newer_version_changed(make: SimpleNamespace, publish: Any, show: Any) -> None:
    publish("a", 1, make.report({"meetings": 3, "trainings": 1}), "body")
    publish("a", 1, make.report({"meetings": 4, "trainings": 1, "trainees": 7}), "body", version=V2)
    publish("b", 1, make.report({"meetings": 3}, year=2015), "other")
    publish("b", 1, make.report({"meetings": 3}, year=2016), "other", version=V2)
    assert show("rereadings", "year, metric, earlier_version, extractor_version, earlier_value, value") == [
        (2015, "meetings", V1, V2, 3, None),
        (2016, "meetings", V1, V2, None, 3),
        (2017, "meetings", V1, V2, 3, 4),
        (2017, "trainees", V1, V2, None, 7),
    ]
    assert show("revisions", "metric") == []


def test_a_revision_is_read_by_one_version_the_newest_that_read_both_texts(make: SimpleNamespace, publish: Any, show: Any) -> None:
    publish("a", 1, make.report({"meetings": 3}), "before")
    publish("a", 2, make.report({"meetings": 5}), "after")
    publish("a", 2, make.report({"meetings": 50}), "after", version=V2)
    assert show("revisions", REVISION) == [(2017, "meetings", 3, 5, "2018-03-11T02:00:00.000Z")]
    publish("a", 1, make.report({"meetings": 30}), "before", version=V2)
    assert show("revisions", REVISION) == [(2017, "meetings", 30, 50, "2018-03-11T02:00:00.000Z")]


def test_two_sources_that_differ(make: SimpleNamespace, publish: Any, show: Any) -> None:
    publish("a", 1, make.report({"meetings": 3, "trainings": 1}))
    publish("a", 2, make.report({"meetings": 5, "trainings": 1}), portal="provincial")
    assert show("source_conflicts", "year, metric, portal, value, other_portal, other_value") == [
        (2017, "meetings", "provincial", 5, "ccszf", 3)
    ]
    publish("a", 3, make.report({"meetings": 5, "trainings": 1}))
    assert show("source_conflicts", "metric") == []


def test_pages_to_check_are_those_the_newest_version_could_not_place_or_open(make: SimpleNamespace, publish: Any, show: Any) -> None:
    publish("scan.pdf", 1, None, "scan")
    publish("nobody", 1, make.report({}, issuer=None), "nobody")
    publish("fixed", 1, None, "fixed")
    publish("fixed", 1, make.report({}), "fixed", version=V2)
    publish("notice", 1, make.report({}, is_report=False))
    assert show("pages_to_check", "portal, verdict, reason") == [
        ("ccszf", "unplaced", "unknown: issuer"),
        ("ccszf", "unreadable", "no text layer"),
    ]


def test_a_report_taken_down_is_told_of_while_it_is_gone_and_keeps_its_figures(
    make: SimpleNamespace, engine: Any, publish: Any, show: Any
) -> None:
    def missed(content: Content, number: float) -> None:
        capture = replace(make.capture("ccszf", content.url, number, "-"), url=content.url, status=404, body_sha256=None)
        load_captures(engine, make.portal("ccszf"), [replace(make.crawl("ccszf", number), id=capture.crawl)], [capture])

    gone = publish("2016.html", 1, make.report({"requests_received": 501}, year=2016))
    publish("2017.html", 1, make.report({"requests_received": 502}))
    missed(gone, 2)
    missed(gone, 3)
    told = "issuer, year, url, missed_at, status, last_seen_at, stands"
    assert show("reports_gone", told) == [
        ("长春市人民政府", 2016, gone.url, "2018-03-11T02:00:00.000Z", 404, "2018-03-10T02:00:00.000Z", True)
    ]
    assert show("figures", "year, value") == [(2016, 501), (2017, 502)]
    publish("2016.html", 4, make.report({"requests_received": 501}, year=2016), body="2016.html1")
    assert show("reports_gone", told) == []


def test_freshness_tells_of_each_portal(make: SimpleNamespace, engine: Any, publish: Any, show: Any) -> None:
    publish("a", 1, make.report({"meetings": 3}))
    publish("b", 2, make.report({"meetings": 3}, year=2016), "b")
    publish("b", 5, make.report({"meetings": 3}, year=2016), "b")
    publish("c", 3, None)
    load_captures(engine, make.portal("ccszf"), [replace(make.crawl("ccszf", 9), finished_at=None)], [])
    load_captures(engine, make.portal("silent"), [], [])
    assert show("freshness", "portal, last_crawl_at, last_change_at, reports, newest_year, pages_to_check") == [
        ("ccszf", "2018-03-18T02:00:00.000Z", "2018-03-11T02:00:00.000Z", 2, 2017, 1),
        ("silent", None, None, 0, None, 0),
    ]


@pytest.mark.parametrize("name", views.NAMES)
def test_each_view_says_in_its_first_line_what_it_shows(name: str, engine: Any) -> None:
    assert len(views.description(name)) > 40
    assert "\n" not in views.description(name)
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            assert connection.scalar(text(f"SELECT obj_description('{name}'::regclass)")) == views.description(name)
