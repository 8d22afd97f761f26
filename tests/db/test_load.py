"""Loading: the same archive gives the same rows, in whatever order, how often, by how many, and whatever dies in between."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from multiprocessing import get_context
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from db.compare import all_rows, differences
from db.engine import open_warehouse
from db.load import LoadError, load_captures, load_readings, load_report, load_unreadable, unread, version_key
from db.migrate import upgrade
from db.records import CaptureRecord, Content, ReadingRecord
from db.search import search
from extract.records import PageFact, Report

V1, V2 = "1.9", "1.10"


def captured(make: SimpleNamespace, engine: Any, *captures: CaptureRecord) -> tuple[Content, ...]:
    """Loads captures, each of a crawl of its own, and returns their contents."""
    for capture in captures:
        crawl = replace(make.crawl(capture.portal, 0), id=capture.crawl)
        load_captures(engine, make.portal(capture.portal), [crawl], [capture])
    return tuple(make.content_of(capture) for capture in captures)


def rows(engine: Any, sql: str) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(sql))]


def test_a_report_is_loaded_once_with_all_its_parts(make: SimpleNamespace, engine: Any) -> None:
    (content,) = captured(make, engine, make.capture("ccszf", "2017.html", 1, "body"))
    report = make.report(
        {"requests_received": 501, "special_funds": "0.123456"}, findings=(make.failed("sum", "replies_total", expected=20, actual=5),)
    )
    first = load_report(engine, content, report, V1)
    assert (first.verdict, first.is_new, first.stands) == ("report", True, True)
    once = all_rows(engine)
    assert {name: len(once[name]) for name in ("edition", "section", "fact", "statement", "finding", "ledger_count", "reading")} == {
        "edition": 1,
        "section": 1,
        "fact": 2,
        "statement": 1,
        "finding": 1,
        "ledger_count": 2,
        "reading": 1,
    }
    second = load_report(engine, content, report, V1)
    assert (second.edition_id, second.is_new, second.stands) == (first.edition_id, False, True)
    assert differences(once, all_rows(engine)) == []


@pytest.mark.parametrize("value", ["0", "-35", "0.000001", "123456789012.25", "75394432.52", "99999999999999.9", "0.1", "3E+2"])
def test_a_figure_comes_back_as_it_went_in(make: SimpleNamespace, engine: Any, value: str) -> None:
    (content,) = captured(make, engine, make.capture("ccszf", "a", 1, "body"))
    load_report(engine, content, make.report({"charges_amount": value}), V1)
    ((back,),) = rows(engine, "SELECT value FROM figures")
    assert Decimal(repr(back)) == Decimal(value)


def test_an_illegible_figure_is_kept_as_what_stands_there(make: SimpleNamespace, engine: Any) -> None:
    (content,) = captured(make, engine, make.capture("ccszf", "a", 1, "body"))
    load_report(engine, content, make.report({"meetings": {"value": None, "raw": "■"}}), V1)
    assert rows(engine, "SELECT value, raw FROM figures") == [(None, "■")]


def test_each_quote_is_in_its_text_at_its_place(make: SimpleNamespace, engine: Any) -> None:
    (content,) = captured(make, engine, make.capture("ccszf", "a", 1, "body"))
    load_report(engine, content, make.report({"requests_received": 501, "meetings": 3, "outcome_total/research": 1}), V1)
    places = rows(
        engine,
        "SELECT substr(text, start_offset + 1, end_offset - start_offset), quote FROM fact JOIN edition ON edition.id = fact.edition_id",
    )
    assert len(places) == 3
    assert all(found == quote for found, quote in places)


REFUSED = {
    "unknown metric": ({"requests_received": {"value": 1, "metric": "requests"}}, "no metric"),
    "unknown applicant": ({"requests_received/martian": 1}, "no applicant column"),
    "wrong unit": ({"requests_received": {"value": 1, "unit": "条"}}, "counted in 件"),
    "quote elsewhere": ({"requests_received": {"value": 1, "quote": "收到申请2件"}}, "does not hold its quote"),
    "empty quote": ({"requests_received": {"value": 1, "quote": ""}}, "does not hold its quote"),
    "two that stand": ({"requests_received": 1, "requests_received/all": 2}, "two preferred"),
    "no number": ({"charges_amount": "NaN"}, "no figure"),
    "too many digits": ({"charges_amount": "0.12345678901234567890"}, "more digits"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_reading_that_breaks_the_contract_is_refused_whole(make: SimpleNamespace, engine: Any, case: str) -> None:
    figures, reason = REFUSED[case]
    (content,) = captured(make, engine, make.capture("ccszf", "a", 1, "body"))
    before = all_rows(engine)
    with pytest.raises(LoadError, match=reason):
        load_report(engine, content, make.report(figures), V1)
    assert differences(before, all_rows(engine)) == []


HOSTILE = {
    "NUL in the text": ({"text": "a\0b"}, "NUL"),
    "half a surrogate pair in the text": ({"text": "a\ud800b"}, "surrogate"),
    "NUL in the title of what is no report": ({"title": "\0", "is_report": False}, "NUL"),
    "half a surrogate pair in the page head": ({"page": {"keywords": "\udfff"}}, "surrogate"),
    "a year no report is of": ({"year": 1017}, "year"),
    "a code that is none": ({"region_code": "22"}, "code"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_page_is_refused_in_one_line(make: SimpleNamespace, engine: Any, case: str) -> None:
    changes, reason = HOSTILE[case]
    (content,) = captured(make, engine, make.capture("ccszf", "a", 1, "body"))
    before = all_rows(engine)
    with pytest.raises(LoadError, match=reason) as told:
        load_report(engine, content, replace(make.report({}, sections=(), statements=()), **changes), V1)
    assert "\n" not in str(told.value)
    assert differences(before, all_rows(engine)) == []


def test_what_a_check_computed_may_have_any_number_of_digits(make: SimpleNamespace, engine: Any) -> None:
    (content,) = captured(make, engine, make.capture("ccszf", "a", 1, "body"))
    finding = replace(make.failed("share", "meetings", expected=1, actual=2), expected=Decimal(1) / Decimal(3))
    load_report(engine, content, make.report({"meetings": 1}, findings=(finding,)), V1)
    assert rows(engine, "SELECT expected FROM findings_failed") == [(pytest.approx(1 / 3),)]


def test_of_many_readings_the_refused_cost_the_others_nothing(make: SimpleNamespace, engine: Any) -> None:
    good, wrong_unit, part, torn = captured(make, engine, *(make.capture("ccszf", name, 1, name) for name in "abcd"))
    never_captured = make.content_of(make.capture("ccszf", "e", 1, "e"))
    expected = [
        ("report", ReadingRecord(good, make.report({"meetings": 1}))),
        ("counted in", ReadingRecord(wrong_unit, make.report({"meetings": {"value": 1, "unit": "件"}}))),
        ("refused the load", ReadingRecord(part, make.report({"meetings": {"value": 1, "scope": "part"}}))),
        ("unreadable", ReadingRecord(torn, unreadable="torn")),
        ("needs a new version", ReadingRecord(good, make.report({"meetings": 9}))),
        ("load its captures first", ReadingRecord(never_captured, make.report({"meetings": 1}))),
    ]
    outcomes = load_readings(engine, [reading for _, reading in expected], V1)
    for (words, _), outcome in zip(expected, outcomes, strict=True):
        assert words in (str(outcome) if isinstance(outcome, LoadError) else outcome.verdict)
    assert rows(engine, "SELECT metric, value FROM figures") == [("meetings", 1)]
    assert rows(engine, "SELECT verdict FROM reading ORDER BY verdict") == [("report",), ("unreadable",)]


def test_the_database_refuses_a_part_that_stands_for_the_whole(make: SimpleNamespace, engine: Any) -> None:
    (content,) = captured(make, engine, make.capture("ccszf", "a", 1, "body"))
    before = all_rows(engine)
    with pytest.raises(LoadError, match="refused the load"):
        load_report(engine, content, make.report({"meetings": {"value": 1, "scope": "part"}}), V1)
    assert differences(before, all_rows(engine)) == []


def test_foreign_keys_are_enforced(engine: Any) -> None:
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(text("INSERT INTO report (id, issuer_id, year) VALUES ('a', 'nobody', 2017)"))


def test_a_capture_needs_its_crawl_and_a_reading_its_capture(make: SimpleNamespace, engine: Any) -> None:
    capture = make.capture("ccszf", "a", 1, "body")
    with pytest.raises(LoadError, match=r"(?i)foreign key"):
        load_captures(engine, make.portal("ccszf"), [], [capture])
    with pytest.raises(LoadError, match="load its captures first"):
        load_report(engine, make.content_of(capture), make.report({"meetings": 1}), V1)


def test_one_version_reads_a_content_in_one_way_only(make: SimpleNamespace, engine: Any) -> None:
    (content,) = captured(make, engine, make.capture("ccszf", "a", 1, "body"))
    load_report(engine, content, make.report({"meetings": 1}), V1)
    before = all_rows(engine)
    with pytest.raises(LoadError, match="needs a new version"):
        load_report(engine, content, make.report({"meetings": 2}), V1)
    assert differences(before, all_rows(engine)) == []


def test_a_crawl_is_completed_by_its_summary_and_never_undone(make: SimpleNamespace, engine: Any) -> None:
    portal, done = make.portal("ccszf"), make.crawl("ccszf", 1)
    running = replace(done, finished_at=None, outcome=None, counts={})
    for crawls in ([running], [done], [running]):
        load_captures(engine, portal, crawls, [])
    assert rows(engine, "SELECT outcome, counts FROM crawl") == [("finished", '{"pages":1}')]


def test_what_is_left_to_read(make: SimpleNamespace, engine: Any) -> None:
    page = make.capture("ccszf", "b", 2, "page", attachments=(make.sha256("file"),))
    attachment = make.capture("ccszf", "b.pdf", 2.1, "file", page_url=page.url)
    gone = make.capture("ccszf", "c", 3, None)
    early, again = make.capture("ccszf", "a", 1, "body"), make.capture("ccszf", "a", 4, "body", status=304)
    other = make.capture("tongjiang", "a", 1, "body")
    captures = [page, attachment, gone, early, again]
    crawls = [replace(make.crawl("ccszf", 0), id=capture.crawl) for capture in captures]
    assert load_captures(engine, make.portal("ccszf"), crawls, captures) == 5
    assert load_captures(engine, make.portal("ccszf"), crawls, captures) == 0
    captured(make, engine, other)
    assert unread(engine, "ccszf", V1) == (make.content_of(early), make.content_of(page))
    load_report(engine, make.content_of(early), replace(make.report({}), is_report=False), V1)
    load_unreadable(engine, make.content_of(page), "encrypted", V1)
    assert unread(engine, "ccszf", V1) == ()
    assert len(unread(engine, "ccszf", V2)) == 2
    assert unread(engine, "tongjiang", V1) == (make.content_of(other),)


def test_a_page_with_another_attachment_is_another_content(make: SimpleNamespace) -> None:
    contents = {
        make.capture("p", "a", 1, "page", attachments=tuple(map(make.sha256, files))).content_sha256 for files in ("", "x", "y", "xy", "yx")
    }
    assert len(contents) == 5


@pytest.mark.parametrize("missing", [{"issuer": None, "code": None}, {"year": None}])
def test_a_report_of_nobody_or_no_year_is_kept_for_a_person_to_look_at(make: SimpleNamespace, engine: Any, missing: dict[str, Any]) -> None:
    (content,) = captured(make, engine, make.capture("ccszf", "a", 1, "body"))
    outcome = load_report(engine, content, make.report({"meetings": 1}, **missing), V1)
    assert (outcome.verdict, outcome.stands) == ("unplaced", False)
    assert rows(engine, "SELECT count(*) FROM fact") == [(1,)]
    assert rows(engine, "SELECT verdict, reason FROM pages_to_check") == [("unplaced", f"unknown: {next(iter(missing))}")]
    load_report(engine, content, make.report({"meetings": 1}), V2)
    assert rows(engine, "SELECT count(*) FROM pages_to_check") == [(0,)]
    assert rows(engine, "SELECT metric, value FROM figures") == [("meetings", 1)]


def test_bodies_of_one_name_in_two_regions_are_two(make: SimpleNamespace, engine: Any) -> None:
    one, other = captured(make, engine, make.capture("p", "a", 1, "one"), make.capture("p", "b", 1, "other"))
    load_report(engine, one, make.report({"meetings": 1}, issuer="朝阳区人民政府", code="110105"), V1)
    load_report(engine, other, make.report({"meetings": 2}, issuer="朝阳区人民政府", code="220104"), V1)
    assert rows(engine, "SELECT region_code, value FROM figures ORDER BY 1") == [("110105", 1), ("220104", 2)]


# --- which edition stands -------------------------------------------------------------------------------------------------------------


def test_what_a_page_showed_last_stands_and_a_reverted_edit_too(make: SimpleNamespace, engine: Any) -> None:
    before, after = captured(make, engine, make.capture("p", "a", 1, "before"), make.capture("p", "a", 2, "after"))
    assert load_report(engine, after, make.report({"meetings": 5}), V1).stands
    assert not load_report(engine, before, make.report({"meetings": 3}), V1).stands
    assert rows(engine, "SELECT value FROM figures") == [(5,)]
    captured(make, engine, make.capture("p", "a", 3, "before"))
    assert rows(engine, "SELECT value FROM figures") == [(3,)]


def test_an_error_page_answered_as_200_displaces_no_report(make: SimpleNamespace, engine: Any) -> None:
    good, broken = captured(make, engine, make.capture("p", "a", 1, "report"), make.capture("p", "a", 2, "出错了"))
    load_report(engine, good, make.report({"meetings": 3}), V1)
    load_report(engine, broken, replace(make.report({}), is_report=False), V1)
    assert rows(engine, "SELECT value FROM figures") == [(3,)]


def test_of_two_portals_the_content_that_appeared_last_stands_every_night(make: SimpleNamespace, engine: Any) -> None:
    old, new = captured(make, engine, make.capture("p", "a", 1, "here"), make.capture("q", "a", 2, "there"))
    load_report(engine, new, make.report({"meetings": 5}), V1)
    load_report(engine, old, make.report({"meetings": 3}), V1)
    for number in (3, 4, 5):
        captured(make, engine, make.capture("p", "a", number, "here"), make.capture("q", "a", number + 0.5, "there"))
        assert rows(engine, "SELECT portal, value FROM figures") == [("q", 5)]
    assert rows(engine, "SELECT count(*) FROM report") == [(1,)]


def test_one_text_on_two_portals_is_one_edition(make: SimpleNamespace, engine: Any) -> None:
    here, there = captured(make, engine, make.capture("p", "a", 1, "<html>1"), make.capture("q", "a", 2, "<html>2"))
    report = make.report({"meetings": 3})
    one = load_report(engine, here, report, V1)
    other = load_report(engine, there, replace(report, title="转载", page={"visits": "17"}, published=None), V1)
    assert one.edition_id == other.edition_id
    assert rows(engine, "SELECT count(*) FROM report_source") == [(2,)]
    assert rows(engine, "SELECT count(*) FROM figures") == [(1,)]


def test_the_newest_version_has_the_word(make: SimpleNamespace, engine: Any) -> None:
    (content,) = captured(make, engine, make.capture("p", "a", 1, "body"))
    load_report(engine, content, make.report({"meetings": 3}), V2)
    assert not load_report(engine, content, make.report({"meetings": 2}), V1).stands
    assert rows(engine, "SELECT value FROM figures") == [(3,)]
    load_report(engine, content, make.report({"meetings": 3}, year=2016), "2.0")
    assert rows(engine, "SELECT year, value FROM figures") == [(2016, 3)]
    load_report(engine, content, replace(make.report({}), is_report=False), "3.0")
    assert rows(engine, "SELECT count(*) FROM figures") == [(0,)]


def test_a_newer_version_that_reads_the_same_costs_one_row(make: SimpleNamespace, engine: Any) -> None:
    (content,) = captured(make, engine, make.capture("p", "a", 1, "body"))
    load_report(engine, content, make.report({"meetings": 3}), V1)
    before = all_rows(engine)
    assert load_report(engine, content, make.report({"meetings": 3}), V2).stands
    assert {line.split(":")[0] for line in differences(before, all_rows(engine))} == {"reading", "extractor", "report_source"}


@pytest.mark.parametrize("wrong", ["", "1.", "v1", "1.0rc1", "一"])
def test_a_version_is_numbers_and_dots(wrong: str) -> None:
    with pytest.raises(LoadError, match="no version number"):
        version_key(wrong)
    assert sorted([V2, "2", V1, "1.9.1"], key=version_key) == [V1, "1.9.1", V2, "2"]


# --- any order, any number of times, by several, and killed -----------------------------------------------------------------------------


ADDRESSES = (("p", "a"), ("p", "b"), ("q", "a"))
BODIES = "vwxyz"
VERSIONS = (V1, V2)


def read(make: SimpleNamespace, body: str, version: str, seed: int) -> Report | None:
    """What a version makes of a body in the world of `seed`: a report, no report, or (None) nothing."""
    luck = random.Random(f"{body}{version}{seed}")
    kind = luck.choice(["report", "report", "report", "report", "unplaced", "not_report", "unreadable"])
    if kind == "unreadable":
        return None
    report: Report = make.report({"meetings": luck.randint(1, 2), "trainings": luck.randint(1, 2)}, year=luck.choice([2016, 2017]))
    changes = {"unplaced": {"issuer": None}, "not_report": {"is_report": False}}.get(kind, {})
    return replace(report, region=luck.choice(["长春市", "长春"]), **changes)


def load_all(make: SimpleNamespace, engine: Any, seed: int, visits: list[tuple[int, str]], order: random.Random | None) -> None:
    """Loads a world: at each visit, one a night, an address shows a body, and each version reads it. `order` shuffles, and loads some
    readings together; None: all as it was, one by one."""
    captures = [make.capture(*ADDRESSES[address], number, body) for number, (address, body) in enumerate(visits)]
    work = [(index, step) for step in ("capture", *VERSIONS) for index in range(len(visits))]
    if order:
        order.shuffle(work)
    together: list[ReadingRecord] = []
    for (index, step), (_, following) in pairwise([*work, (None, None)]):
        (content,) = captured(make, engine, captures[index])
        if step == "capture":
            continue
        report = read(make, visits[index][1], step, seed)
        together.append(ReadingRecord(content, report, None if report else "torn"))
        if following != step or order is None or order.random() < 0.3:
            assert not [outcome for outcome in load_readings(engine, together, step) if isinstance(outcome, LoadError)]
            together = []


def what_must_stand(make: SimpleNamespace, seed: int, visits: list[tuple[int, str]]) -> list[tuple[int, str, float]]:
    """Tells the figures of a world from what happened in it: of each address the report it showed last, as the newest version reads it, and
    of two addresses the one where that text appeared last."""
    nights: dict[tuple[int, str], list[int]] = {}
    for night, shown in enumerate(visits):
        nights.setdefault(shown, []).append(night)
    current: dict[tuple[int, int], tuple[int, int, Report]] = {}
    for (address, body), seen in nights.items():
        report = read(make, body, VERSIONS[-1], seed)
        if report and report.is_report and report.issuer and report.year:
            place = (address, report.year)
            current[place] = max(current.get(place, (-1, -1, report)), (seen[-1], seen[0], report), key=lambda found: found[0])
    standing: dict[int, tuple[int, Report]] = {}
    for (_, year), (_, appeared, report) in current.items():
        standing[year] = max(standing.get(year, (-1, report)), (appeared, report), key=lambda found: found[0])
    return sorted((year, fact.metric, float(fact.value or 0)) for year, (_, report) in standing.items() for fact in report.facts)


@pytest.fixture(scope="module")
def two_engines(make: SimpleNamespace, new_url: Callable[[], str]) -> Iterator[tuple[Any, Any]]:
    with make.opened(new_url()) as one, make.opened(new_url()) as other:
        yield one, other


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 2**32),
    visits=st.lists(st.tuples(st.integers(0, len(ADDRESSES) - 1), st.sampled_from(BODIES)), min_size=1, max_size=6),
    shuffle=st.randoms(use_true_random=False),
)
def test_any_order_and_any_repetition_gives_the_same_rows(
    make: SimpleNamespace, two_engines: tuple[Any, Any], seed: int, visits: list[tuple[int, str]], shuffle: random.Random
) -> None:
    in_order, shuffled = map(make.emptied, two_engines)
    load_all(make, in_order, seed, visits, None)
    load_all(make, shuffled, seed, visits, shuffle)
    assert rows(in_order, "SELECT year, metric, value FROM figures ORDER BY year, metric") == what_must_stand(make, seed, visits)
    expected = all_rows(in_order)
    assert differences(expected, all_rows(shuffled)) == []
    load_all(make, in_order, seed, visits, shuffle)
    assert differences(expected, all_rows(in_order)) == []


WORLD = (7, [(index % 3, BODIES[index * 7 % 5]) for index in range(12)])


def load_in_process(make: SimpleNamespace, url: str, order: int) -> None:
    with make.opened(url) as engine:
        load_all(make, engine, *WORLD, random.Random(order))


def test_two_processes_at_once_give_the_same_rows(make: SimpleNamespace, new_url: Callable[[], str]) -> None:
    url = new_url()
    processes = [get_context("fork").Process(target=load_in_process, args=(make, url, order)) for order in (1, 2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0, 0]
    with make.opened(new_url()) as alone, make.opened(url) as together:
        load_all(make, alone, *WORLD, None)
        assert differences(all_rows(alone), all_rows(together)) == []
        found = [search(engine.url.render_as_string(hide_password=False), ["培训"]).rows for engine in (alone, together)]
        assert found[0] == found[1] != ()


def test_both_databases_hold_the_same_rows(make: SimpleNamespace, request: pytest.FixtureRequest, tmp_path: Any) -> None:
    urls = [f"sqlite:///{tmp_path / 'w.sqlite'}", request.getfixturevalue("postgresql").create("template0")]
    dumps = []
    for number, url in enumerate(urls):
        engine = open_warehouse(url)
        upgrade(engine)
        load_all(make, engine, *WORLD, random.Random(number))
        dumps.append(all_rows(engine))
        engine.dispose()
    assert dumps[0]["fact"]
    assert differences(*dumps) == []


def load_and_die(make: SimpleNamespace, url: str, content: Content, statement: int) -> None:
    """Loads an edition and the word on another, and is killed at the given statement (COMMIT included)."""
    with make.opened(url) as engine:
        left = iter(range(statement))

        def die(*_: Any) -> None:
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(engine, "before_cursor_execute", die)
        event.listen(engine, "commit", die)
        new = ReadingRecord(content, make.report({"meetings": 4, "trainings": 2}))
        load_readings(engine, [new, ReadingRecord(replace(content, url=content.url + "2"), unreadable="torn")], V1)


def test_a_kill_at_any_statement_leaves_the_old_edition_and_the_next_run_brings_the_new(make: SimpleNamespace, url: str) -> None:
    with make.opened(url) as engine:
        old, new, _ = captured(
            make, engine, make.capture("p", "a", 1, "old"), make.capture("p", "a", 2, "new"), make.capture("p", "a2", 2, "new")
        )
        load_report(engine, old, make.report({"meetings": 3}), V1)
        before = all_rows(engine)
    deaths, exitcode = 0, None
    while exitcode != 0:
        with make.opened(url) as engine:
            assert differences(before, all_rows(engine)) == []
        process = get_context("fork").Process(target=load_and_die, args=(make, url, new, deaths))
        process.start()
        process.join(60)
        exitcode = process.exitcode
        assert exitcode in (0, -signal.SIGKILL)
        deaths += exitcode != 0
    assert deaths > 10
    with make.opened(url) as engine:
        assert rows(engine, "SELECT metric, value FROM figures ORDER BY metric") == [("meetings", 4), ("trainings", 2)]
        assert not load_report(engine, new, make.report({"meetings": 4, "trainings": 2}), V1).is_new


def test_what_each_place_says_of_a_page_is_kept_and_can_be_asked(own_engine: Any, make: SimpleNamespace) -> None:
    said = (
        PageFact("title", "meta", "articletitle", "年报", "年报"),
        PageFact("issuer", "meta", "contentsource", "超级管理员", None),
        PageFact("published", "meta", "pubdate", "2018-03-09 04:34", "2018-03-09"),
        PageFact("published", "address", "address", "2018-03-10", "2018-03-10"),
        PageFact("updated", "head", "更新时间", "2020-01-01", "2020-01-01"),
    )
    replay = "http://web.archive.org/web/20180309020000id_/http://www.p.gov.cn/r.html"
    capture = make.capture("p", "r.html", 1, "body", via=replay)
    load_captures(own_engine, make.portal("p"), [make.crawl("p", 1)], [capture])
    for _ in range(2):  # loading twice changes nothing
        load_report(own_engine, make.content_of(capture), make.report({"requests_received": 3}, page_facts=said), "1.0")
        with own_engine.connect() as connection:
            rows = connection.execute(text("SELECT kind, source, raw, value, differs FROM page_facts ORDER BY kind, source DESC")).all()
            assert [tuple(row) for row in rows] == [
                ("issuer", "meta", "超级管理员", None, None),
                ("published", "meta", "2018-03-09 04:34", "2018-03-09", False),
                ("published", "address", "2018-03-10", "2018-03-10", True),
                ("title", "meta", "年报", "年报", True),
                ("updated", "head", "2020-01-01", "2020-01-01", None),
            ]
            assert connection.scalar(text("SELECT via FROM capture")) == replay
