"""One report, many pages: whatever a portal makes of a report, the figures are the same; what is damaged is missing or has a finding."""

from __future__ import annotations

import functools
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.media import Unreadable
from extract.reading import read_report
from extract.records import Report

sys.path.insert(0, str(Path(__file__).parent))  # tests are no package
import form_maker
import page_maker
from page_maker import Block

CASES = sorted((Path(__file__).resolve().parents[1] / "pages").glob("reading_*/page.txt"))
#: Every seventh case, a mixture of all eras and kinds, and the forms whose digits ran together: each change is made to each.
SELECTED = [*CASES[::7], *(case for case in CASES if "run_together" in case.parent.name)]

Figure = tuple[Decimal | None, str, str]


def preferred(report: Report) -> dict[tuple[str, str], Figure]:
    return {(fact.metric, fact.party): (fact.value, fact.qualifier, fact.scope) for fact in report.facts if fact.preferred}


@functools.cache
def blocks_of(case: Path) -> Sequence[Block]:
    return page_maker.blocks_of(case.read_text(encoding="utf-8"))


@functools.cache
def of_text(case: Path) -> dict[tuple[str, str], Figure]:
    return preferred(read_report(case.read_bytes()))


# --- equal -------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.parent.name)
def test_every_style_of_page_gives_the_figures_of_the_text(case: Path) -> None:
    read = {name: preferred(read_report(style(blocks_of(case)).encode())) for name, style in page_maker.STYLES.items()}
    assert read == dict.fromkeys(page_maker.STYLES, of_text(case))


@pytest.mark.parametrize("change", page_maker.CHANGES)
@pytest.mark.parametrize("case", SELECTED, ids=lambda case: case.parent.name)
def test_what_does_not_change_the_words_changes_no_figure(case: Path, change: str) -> None:
    style = list(page_maker.STYLES.values())[(SELECTED.index(case) + len(change)) % len(page_maker.STYLES)]
    page = style(blocks_of(case))
    changed = page_maker.CHANGES[change](page)
    assert preferred(read_report(changed.encode())) == of_text(case)


@given(
    st.sampled_from(CASES),
    st.sampled_from(list(page_maker.STYLES.values())),
    st.lists(st.sampled_from(list(page_maker.CHANGES.values())), min_size=2, max_size=4, unique=True),
)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_nor_do_several_changes_one_after_the_other(case: Path, style: page_maker.Style, changes: list[page_maker.Change]) -> None:
    page = style(blocks_of(case))
    for change in changes:
        page = change(page)
    assert preferred(read_report(page.encode())) == of_text(case)


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "gb18030", "utf-8"])
def test_nor_does_the_charset(charset: str) -> None:
    for case in SELECTED:
        page = page_maker.layout_tables(blocks_of(case)).replace("charset=utf-8", f"charset={charset}")
        codec = "utf-8" if charset == "utf-8" else "gb18030"
        assert preferred(read_report(page.encode(codec))) == of_text(case)


# --- damaged -----------------------------------------------------------------------------------------------------------------------------


def assert_nothing_else_is_said(whole: Report, damaged: bytes) -> None:
    """Each preferred figure is one that the whole page states, or a finding that is no pass names it. Unreadable is fine."""
    try:
        report = read_report(damaged)
    except Unreadable:
        return
    stated = {(fact.metric, fact.party, fact.value) for fact in whole.facts}
    named = {metric for finding in report.findings if finding.status != "pass" for metric in finding.metrics}
    other = [fact for fact in report.facts if fact.preferred and (fact.metric, fact.party, fact.value) not in stated]
    silent = [fact for fact in other if (fact.metric if fact.party == "all" else f"{fact.metric}/{fact.party}") not in named]
    assert not silent


HEADINGS = {
    "2014": ["政府信息公开情况统计表"],
    "2019": ["二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、行政复议、行政诉讼情况"],
}
HEADINGS["2021"] = HEADINGS["2019"]
STATED = "2024年，全区主动公开政府信息1086条，其中政府网站公开902条。"


def form_page(form: str, sheets: Sequence[form_maker.Sheet], style: page_maker.Style = page_maker.divs) -> bytes:
    """Returns a page with all tables of a form under their headings, and a sentence with figures of its own."""
    year = {"2014": 2016, "2019": 2020, "2021": 2024}[form]
    blocks: list[Block] = [f"宁江区{year}年政府信息公开工作年度报告", "一、总体情况", STATED.replace("2024", str(year))]
    for heading, sheet in zip(HEADINGS[form], sheets, strict=True):
        blocks += [heading, list(sheet.rows)]
    return style([*blocks, "五、存在的问题和改进措施", "公开的及时性还不够，今后将加强检查。"]).encode()


@functools.cache
def form_report(form: str, seed: int) -> Report:
    """Returns the reading of the whole page, which gives the figures the form was made of."""
    sheets = form_maker.national(form, seed)
    report = read_report(form_page(form, sheets))
    made = {key: value for sheet in sheets for key, value in sheet.figures.items()}
    assert made.items() <= {key: figure[0] for key, figure in preferred(report).items()}.items()
    return report


FORMS = st.sampled_from(("2014", "2019", "2021"))
SEEDS = st.integers(0, 3)


@given(FORMS, SEEDS, st.sampled_from(list(page_maker.STYLES.values())), st.data())
@settings(max_examples=100, deadline=None, derandomize=True)
def test_a_row_deleted(form: str, seed: int, style: page_maker.Style, data: st.DataObject) -> None:
    sheets = form_maker.national(form, seed)
    at = data.draw(st.integers(0, len(sheets) - 1))
    lost = data.draw(st.integers(0, len(sheets[at].rows) - 1))
    rows = (*sheets[at].rows[:lost], *sheets[at].rows[lost + 1 :])
    sheets[at] = form_maker.Sheet(rows, sheets[at].figures)
    assert_nothing_else_is_said(form_report(form, seed), form_page(form, sheets, style))


@given(FORMS, SEEDS, st.sampled_from(list(page_maker.STYLES.values())))
@settings(max_examples=30, deadline=None, derandomize=True)
def test_every_table_doubled(form: str, seed: int, style: page_maker.Style) -> None:
    sheets = [form_maker.Sheet((*sheet.rows, *sheet.rows), sheet.figures) for sheet in form_maker.national(form, seed)]
    assert preferred(read_report(form_page(form, sheets, style))) == preferred(form_report(form, seed))


#: Rows of heads over table three, and the places of its figures: natural persons, five kinds of organisations, the total.
HEAD_ROWS, FIRST_ORGANISATION, TOTAL = 2, 4, 9


def swapped(sheet: form_maker.Sheet, a: int, b: int, from_row: int) -> form_maker.Sheet:
    grid = [list(row) for row in form_maker.grid_of(sheet)]
    for row in grid[from_row:]:
        row[a], row[b] = row[b], row[a]
    return form_maker.Sheet(form_maker.from_grid(grid), sheet.figures)


@given(st.sampled_from(("2019", "2021")), SEEDS, st.permutations(range(FIRST_ORGANISATION, TOTAL)))
@settings(max_examples=20, deadline=None, derandomize=True)
def test_columns_swapped_with_their_heads(form: str, seed: int, order: list[int]) -> None:
    sheets = form_maker.national(form, seed)
    sheets[1] = swapped(sheets[1], order[0], order[1], HEAD_ROWS)
    assert preferred(read_report(form_page(form, sheets))) == preferred(form_report(form, seed))


@given(st.sampled_from(("2019", "2021")), SEEDS, st.integers(FIRST_ORGANISATION - 1, TOTAL - 1))
@settings(max_examples=20, deadline=None, derandomize=True)
def test_the_total_swapped_without_its_head(form: str, seed: int, column: int) -> None:
    """Two applicants' columns that changed places look like any other table; a total that did does not add up."""
    sheets = form_maker.national(form, seed)
    sheets[1] = swapped(sheets[1], column, TOTAL, HEAD_ROWS + 1)
    assert_nothing_else_is_said(form_report(form, seed), form_page(form, sheets))


@given(FORMS, SEEDS, st.sampled_from(list(page_maker.STYLES.values())), st.floats(0, 1))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_a_page_cut_anywhere(form: str, seed: int, style: page_maker.Style, share: float) -> None:
    """Cut at any byte, inside characters, tags, spans and numbers."""
    page = form_page(form, form_maker.national(form, seed), style)
    assert_nothing_else_is_said(form_report(form, seed), page[: int(share * len(page))])


@given(st.sampled_from(SELECTED), st.floats(0, 1))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_a_text_cut_anywhere(case: Path, share: float) -> None:
    text = case.read_bytes()
    assert_nothing_else_is_said(read_report(text), text[: int(share * len(text))])


@pytest.mark.parametrize("cut", range(1, 12))
def test_a_text_cut_inside_its_last_sentence_says_so(cut: int) -> None:
    whole = "宁江区2017年政府信息公开工作年度报告\n全年主动公开政府信息120860条。\n收到申请12345件，均按时办结。\n"
    report = read_report(whole[: whole.index("12345") + cut].encode())
    (finding,) = [finding for finding in report.findings if finding.rule == "cut_off"]
    assert "requests_received" in finding.metrics
    assert "disclosed_total" not in finding.metrics
    assert not [finding for finding in read_report(whole.encode()).findings if finding.rule == "cut_off"]


def test_a_report_without_a_year_says_so() -> None:
    report = read_report("全区收到申请12件，均按时办结。\n".encode())
    (finding,) = [finding for finding in report.findings if finding.rule == "undated"]
    assert "requests_received" in finding.metrics


def test_rows_of_a_table_whose_tags_were_lost_give_no_figure_of_all_their_digits() -> None:
    rows = "".join(f"<td>{number}</td>" for number in (9, 1, 0, 0, 0, 0, 10))
    table = f"属于国家秘密{rows}</tr><tr><td>属于行政查询事项</td>{rows}</tr></table>"
    page = f"宁江区2022年政府信息公开工作年度报告<br>{table}全年公开12条。</body></html>"
    assert all(figure[0] is None or figure[0] < 100 for figure in preferred(read_report(page.encode())).values())
