"""Search: Chinese words of any length in the sections of the reports that stand, the same on both databases."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from db.engine import WarehouseError
from db.load import load_captures, load_report
from db.migrate import upgrade
from db.search import search
from extract.records import Section

TEXT = (
    "长春市２０１７年度报告\n一、概述\n全年收到申请12件，其中行政复议2件。\n（一）培训\n举办培训\t3次；App上线。\n"
    "二、复议和诉讼\n被申请行政复议的5件，撤诉0件。𠮷"
)
SECTIONS = (("一、概述", 1), ("（一）培训", 2), ("二、复议和诉讼", 1))


def loaded(make: SimpleNamespace, engine: Any, *bodies: tuple[str, int, str]) -> None:
    """Loads reports of the text above with changes: name of the page, year, text."""
    for number, (name, year, body) in enumerate(bodies):
        capture = make.capture("ccszf", name, number, f"{name}{body}")
        load_captures(engine, make.portal("ccszf"), [make.crawl("ccszf", number)], [capture])
        report = make.report({}, year=year, text=body, sections=sections(body), statements=(), ledger=())
        load_report(engine, make.content_of(capture), report, "1.0")


def sections(body: str) -> tuple[Section, ...]:
    starts = [(body.find(heading), heading, depth) for heading, depth in SECTIONS if heading in body]
    return tuple(Section(heading, depth, start, len(body)) for start, heading, depth in starts)


FOUND = {
    ("行政复议",): ["一、概述", "二、复议和诉讼"],
    ("复议",): ["一、概述", "二、复议和诉讼"],
    ("议",): ["一、概述", "二、复议和诉讼"],
    ("𠮷",): ["二、复议和诉讼"],
    ("复议", "撤诉"): ["二、复议和诉讼"],
    ("撤诉", "培训"): [],
    ("行政诉讼",): [],
    ("2017年",): [""],
    ("２０１７",): [""],
    ("APP",): ["（一）培训"],
    ("5件，撤诉",): ["二、复议和诉讼"],
    ("1",): ["", "一、概述"],
    ("12",): ["一、概述"],
    ("政复%",): [],
    ('"',): None,
    (): None,
    ("议", "，"): None,
}


@pytest.fixture(scope="module")
def one_report(make: SimpleNamespace, new_url: Any) -> str:
    url: str = new_url()
    with make.opened(url) as engine:
        loaded(make, engine, ("a", 2017, TEXT))
    return url


@pytest.mark.parametrize("words", FOUND, ids=" ".join)
def test_a_search_finds_the_sections_that_hold_all_words(one_report: str, words: tuple[str, ...]) -> None:
    if FOUND[words] is None:
        with pytest.raises(WarehouseError, match="a search needs words"):
            search(one_report, words)
    else:
        assert [section for _, _, section, *_ in search(one_report, words).rows] == FOUND[words]


def test_a_place_found_is_told_with_its_surroundings(one_report: str) -> None:
    (row,) = search(one_report, ["撤诉"]).rows
    place = TEXT.index("撤诉")
    assert row == ("长春市人民政府", 2017, "二、复议和诉讼", row[3], "http://www.ccszf.gov.cn/a", place)
    assert row[3] == " ".join(TEXT[TEXT.index("二、") :].split())
    (row,) = search(one_report, ["App"]).rows
    assert row[3] == "（一）培训 举办培训 3次；App上线。"


def test_a_long_section_is_cut_around_the_place(make: SimpleNamespace, engine: Any, url: str) -> None:
    loaded(make, engine, ("a", 2017, TEXT.replace("撤诉", f"{'前' * 40}撤诉{'后' * 80}")))
    (row,) = search(url, ["撤诉"]).rows
    assert row[3] == f"…{'前' * 24}撤诉{'后' * 54}…"


def test_what_stands_is_found_newest_year_first_and_a_limit_is_told(make: SimpleNamespace, engine: Any, url: str) -> None:
    edited = TEXT.replace("撤诉0件", "撤回0件")
    loaded(make, engine, ("a", 2017, TEXT), ("b", 2018, TEXT), ("a", 2017, edited))
    assert [(year, section) for _, year, section, *_ in search(url, ["撤诉"]).rows] == [(2018, "二、复议和诉讼")]
    assert [year for _, year, *_ in search(url, ["复议"]).rows] == [2018, 2018, 2017, 2017]
    assert [year for _, year, *_ in search(url, ["复议"], since=2018).rows] == [2018, 2018]
    assert [year for _, year, *_ in search(url, ["复议"], until=2017).rows] == [2017, 2017]
    assert search(url, ["复议"], limit=3).is_cut
    assert not search(url, ["复议"], limit=4).is_cut


def test_an_index_of_another_rule_is_made_anew(make: SimpleNamespace, own_engine: Any) -> None:
    loaded(make, own_engine, ("a", 2017, TEXT), ("b", 2018, TEXT))
    url = own_engine.url.render_as_string(hide_password=False)
    before = search(url, ["复议"]).rows
    with own_engine.begin() as connection:
        connection.execute(text("DELETE FROM search_edition"))
    assert search(url, ["复议"]).rows == ()
    with own_engine.begin() as connection:
        connection.execute(text("UPDATE installed SET sha256 = 'older' WHERE part = 'search'"))
    assert upgrade(own_engine)
    assert search(url, ["复议"]).rows == before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(start=st.integers(0, len(TEXT) - 1), length=st.integers(1, 9))
def test_every_piece_of_a_section_is_found_where_it_is(one_report: str, start: int, length: int) -> None:
    piece = TEXT[start : start + length].rpartition("\n")[2]
    if any(character.isalnum() for character in piece):
        holding = {place for *_, place in search(one_report, [piece]).rows}
        assert any(TEXT[place : place + len(piece)] == piece for place in holding if isinstance(place, int))
