"""Titles as portals write them, both ways; a new line in `annual_report_titles.tsv` is a new test."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.annual_report import is_annual_report, report_year

LINES = (Path(__file__).parent / "annual_report_titles.tsv").read_text("utf-8").splitlines()
TITLES = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("verdict", "year", "column", "title"), TITLES, ids=[t[3] or "empty" for t in TITLES])
def test_title(verdict: str, year: str, column: str, title: str) -> None:
    assert is_annual_report(title, column) is (verdict == "yes")
    assert report_year(title) == (None if year == "-" else int(year))


@given(st.text(alphabet="政府信息公开工作年度报告2017二〇一七的《》()（）各市 -.", max_size=400))
def test_any_title_is_answered_at_once(title: str) -> None:
    year = report_year(title)
    assert year is None or 2003 <= year <= 2099
    assert is_annual_report(title, "政府信息公开年报") in (True, False)


def test_spacing_and_width_make_no_difference() -> None:
    assert is_annual_report("２０１６年　政府 信息公开 工作年度报告") == is_annual_report("2016年政府信息公开工作年度报告") is True
