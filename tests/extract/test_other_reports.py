"""Other reports on a page: what they say is no figure of this year's, or of this body's."""

from __future__ import annotations

import pytest

from extract.reading import read_report
from extract.records import Report

OWN = "<h1>清河县2022年政府信息公开工作年度报告</h1><p>2022年，全县收到政府信息公开申请12件。</p>"
FILLER = "<p>县政府高度重视政府信息公开工作，健全机制，拓宽公开渠道，加强业务培训，严格审查，认真办理群众的申请。</p>"
EARLIER = "<h2>清河县2021年政府信息公开工作年度报告</h2><p>2021年，全县收到政府信息公开申请31件，制发规范性文件7件。</p>"
OFFICE = "<h2>清河县水务局2022年政府信息公开工作年度报告</h2><p>我局收到政府信息公开申请3件，制发规范性文件2件。</p>"


def read(*pieces: str) -> Report:
    return read_report(f"<html><body><div>{''.join(pieces)}</div></body></html>".encode())


def preferred(report: Report) -> dict[str, str]:
    return {fact.metric: f"{fact.value} {fact.scope}" for fact in report.facts if fact.preferred}


@pytest.mark.parametrize("other", [EARLIER, OFFICE], ids=["another year's", "another body's"])
def test_another_report_gives_no_figure_that_is_preferred(other: str) -> None:
    report = read(OWN, FILLER, FILLER, other, FILLER, FILLER)
    assert preferred(report) == {"requests_received": "12 all"}
    assert [finding.message for finding in report.findings if finding.rule == "other_report"]


def test_another_bodys_figures_are_kept_as_those_of_a_part() -> None:
    report = read(OWN, FILLER, FILLER, OFFICE, FILLER, FILLER)
    assert {(fact.metric, str(fact.value)) for fact in report.facts if fact.scope == "part"} == {
        ("requests_received", "3"),
        ("normative_issued", "2"),
    }


def test_another_years_figures_are_prior_ones() -> None:
    report = read(OWN, FILLER, FILLER, EARLIER, FILLER, FILLER)
    kinds = {report.text[entry.start : entry.end]: entry.kind for entry in report.ledger}
    assert (kinds["31件"], kinds["7件"], kinds["12件"]) == ("prior", "prior", "fact")


def test_titles_of_other_reports_in_a_list_cut_nothing_off() -> None:
    names = "".join(f"<p>清河县{year}年政府信息公开工作年度报告</p>" for year in (2019, 2020, 2021))
    assert preferred(read(OWN, FILLER, names)) == {"requests_received": "12 all"}


@pytest.mark.parametrize(
    "heading", ["一、2022年全县政府信息公开工作情况", "二、2022年乡镇政府信息公开工作情况", "三 2022年市政府信息公开工作情况"]
)
def test_a_heading_that_only_points_at_bodies_is_no_title_of_another_report(heading: str) -> None:
    report = read(
        "<h1>清河县2022年政府信息公开工作年度报告</h1>", FILLER, f"<h2>{heading}</h2><p>2022年，全县收到政府信息公开申请12件。</p>", FILLER
    )
    assert preferred(report) == {"requests_received": "12 all"}
