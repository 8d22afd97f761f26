"""The reader of the statistics forms over every national form in many layouts, and over tables that were damaged on the way."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.checks import check, code
from extract.document import CellPart, Document, Paragraph, Part, TablePart, assemble
from extract.forms.reading import FormReading, read_forms

sys.path.insert(0, str(Path(__file__).parent))  # tests are no package
import form_maker as maker

FORMS = ("2014", "2019", "2021")


def read(parts: Sequence[Part]) -> FormReading:
    """Reads the parts and checks what every reading must satisfy."""
    document = assemble(parts)
    reading = read_forms(document)
    check_evidence(document, reading)
    return reading


def check_evidence(document: Document, reading: FormReading) -> None:
    preferred = [(fact.metric, fact.party, fact.scope) for fact in reading.facts if fact.preferred]
    assert len(preferred) == len(set(preferred))
    for fact in reading.facts:
        assert document.text[fact.start : fact.end] == fact.quote
        assert fact.raw in fact.quote
    entries = sorted((entry.start, entry.end) for entry in reading.ledger)
    assert all(a[1] <= b[0] for a, b in pairwise(entries))
    for start, end in reading.taken:
        for match in re.finditer(r"[0-9０-９]+", document.text[start:end]):
            place = (start + match.start(), start + match.end())
            assert any(a <= place[0] and place[1] <= b for a, b in entries), document.text[start:end]


def figures(reading: FormReading) -> maker.Figures:
    return {(fact.metric, fact.party): fact.value for fact in reading.facts if fact.preferred and fact.value is not None}


def truth(sheets: Sequence[maker.Sheet]) -> maker.Figures:
    return {key: value for sheet in sheets for key, value in sheet.figures.items()}


LAYOUTS: dict[str, Callable[[Sequence[maker.Sheet]], list[Part]]] = {
    "tables": maker.whole,
    "one table": maker.one_table,
    "spans lost": maker.spans_lost,
    "spaced lines": maker.spaced_lines,
    "a cell a line": maker.cell_lines,
    "group names repeated": maker.repeated_labels,
    "transposed": maker.transposed,
}

#: What becomes of labels on the way; none of it may change a figure.
LABELS: dict[str, Callable[[str], str]] = {
    "as printed": lambda text: text,
    "no numbers": lambda text: re.sub(r"^(?:[一二三四五六七八九]、|（.）|\d\.|其中：)", "", text),
    "other numbers": lambda text: re.sub(r"^（(.)）", r"(\1) ", re.sub(r"^(\d)\.", r"\1、", text)),
    "no notes": lambda text: re.sub(r"（[^（）]{4,}）", "", text) if "万元" not in text else text,
    "no 数": lambda text: re.sub(r"(?<=...)数$", "", text),
    "spaces inside": lambda text: "　".join(text) if len(text) < 5 else text,
    "line breaks inside": lambda text: text if text[:1].isdigit() and text[-1:] == "元" else re.sub(r"(?<=^.{4})(?=.)", "\n", text),
    "traditional": lambda text: text.translate(
        str.maketrans("开会务机关经业属数条件称种类项结请办与总计约费", "開會務機關經業屬數條件稱種類項結請辦與總計約費")
    ),
    "quotes": lambda text: text.replace("“", '"').replace("”", '"').replace("《", "〈").replace("》", "〉"),
    "radicals": lambda text: text.replace("一", "⼀").replace("行", "⾏").replace("人", "⼈").replace("长", "⻓"),
}

VALUES: dict[str, Callable[[str], str]] = {
    "full width": lambda text: text.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "separators": lambda text: f"{int(text):,}",
    "spaces around": lambda text: f"\u3000{text} \u00a0",
    "counters": lambda text: f"{text}件",
    "decimals": lambda text: f"{text}.00",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form", FORMS)
def test_every_figure_in_every_layout(form: str, layout: str) -> None:
    sheets = maker.national(form, seed=len(layout))
    reading = read(LAYOUTS[layout](sheets))
    assert figures(reading) == truth(sheets)
    assert reading.form == form
    assert not [finding for finding in reading.findings if finding.rule in ("unknown_row", "columns", "heads", "unread")]


@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize("form", FORMS)
def test_labels_may_drift(form: str, labels: str) -> None:
    sheets = [maker.change_labels(sheet, LABELS[labels]) for sheet in maker.national(form, seed=7)]
    assert figures(read(maker.whole(sheets))) == truth(sheets)


@pytest.mark.parametrize("values", VALUES)
@pytest.mark.parametrize("form", FORMS)
def test_values_may_be_written_otherwise(form: str, values: str) -> None:
    sheets = maker.national(form, seed=11)
    if values == "counters":
        sheets = sheets[1:] or [replace(sheets[0], rows=sheets[0].rows[:-20])]
    expected = truth(sheets)
    got = figures(read(maker.whole([maker.change_values(sheet, VALUES[values]) for sheet in sheets])))
    assert got == {key: value for key, value in expected.items() if key in got}
    assert len(got) >= len(expected) - 20 * (values == "counters" and form == "2014")


@pytest.mark.parametrize("form", FORMS)
def test_a_table_split_anywhere_reads_the_same(form: str) -> None:
    for sheet in maker.national(form, seed=3)[:2]:
        heads = 3 if "申请人情况" in sheet.rows[0][-1].text else 1
        for row in range(heads, len(sheet.rows)):
            for again in (0, heads):
                reading = read(maker.split_at(sheet, row, with_head=again))
                got = figures(reading)
                assert got.items() <= sheet.figures.items(), row
                assert len(got) == len(sheet.figures) or reading.findings, row


@pytest.mark.parametrize("form", FORMS)
def test_a_table_printed_twice_is_one(form: str) -> None:
    sheets = maker.national(form, seed=5)
    assert figures(read([*maker.whole(sheets), *maker.whole(sheets)])) == truth(sheets)


def test_two_tables_that_disagree_give_no_preferred_figure() -> None:
    first, second = (maker.national("2014", seed)[0] for seed in (1, 2))
    reading = read(maker.whole([first, second]))
    same = {key for key, value in first.figures.items() if second.figures[key] == value}
    assert figures(reading) == {key: first.figures[key] for key in same}
    assert {finding.metrics[0] for finding in reading.findings if finding.status == "fail"} == {
        key[0] for key in first.figures.keys() - same
    }


# --- damage: equal, or a finding, never another figure -----------------------------------------------------------------------------------


def assert_no_other_figure(parts: Sequence[Part], expected: maker.Figures) -> None:
    reading = read(parts)
    assert figures(reading).items() <= expected.items()
    assert len(figures(reading)) == len(expected) or reading.findings or not figures(reading)


@pytest.mark.parametrize("layout", ["tables", "spans lost", "spaced lines", "a cell a line"])
@pytest.mark.parametrize("form", FORMS)
def test_a_row_deleted(form: str, layout: str) -> None:
    for sheet in maker.national(form, seed=13):
        for lost in range(len(sheet.rows)):
            rows = tuple(row for number, row in enumerate(sheet.rows) if number != lost)
            reading = read(LAYOUTS[layout]([replace(sheet, rows=rows)]))
            assert figures(reading).items() <= sheet.figures.items(), sheet.rows[lost]


@pytest.mark.parametrize("layout", ["tables", "spans lost", "spaced lines", "a cell a line"])
@pytest.mark.parametrize("form", FORMS)
def test_a_cell_deleted(form: str, layout: str) -> None:
    for sheet in maker.national(form, seed=17):
        for number, row in enumerate(sheet.rows):
            for lost in range(len(row)):
                cut = tuple(c for n, c in enumerate(row) if n != lost)
                rows = (*sheet.rows[:number], cut, *sheet.rows[number + 1 :])
                reading = read(LAYOUTS[layout]([replace(sheet, rows=rows)]))
                wrong = {key: value for key, value in figures(reading).items() if sheet.figures.get(key) != value}
                assert not wrong, (row[lost], wrong)


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_columns_swapped_with_their_heads(form: str) -> None:
    sheet = maker.national(form, seed=19)[1]
    grid = maker.grid_of(sheet)
    for a, b in ((4, 5), (4, 8), (5, 7)):
        swapped = [list(row) for row in grid]
        for number, row in enumerate(swapped):
            if number >= 2:
                row[a], row[b] = row[b], row[a]
        assert figures(read([TablePart(maker.from_grid(swapped))])) == sheet.figures


def test_rows_in_another_order_give_their_own_figures() -> None:
    sheet = maker.national("2021", seed=23)[1]
    grid = maker.grid_of(sheet)
    flat = [*grid[:3], *reversed(grid[3:])]
    rows = tuple(
        tuple(CellPart(part.text) for n, part in enumerate(row) if part and (n == 0 or row[n - 1] is not part)) for row in flat[3:]
    )
    assert_no_other_figure([TablePart((*sheet.rows[:3], *rows))], sheet.figures)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FORMS), st.integers(0, 10_000), st.data())
def test_text_cut_anywhere(form: str, seed: int, data: st.DataObject) -> None:
    sheets = maker.national(form, seed)
    lines = "\n".join(part.text for part in maker.cell_lines(sheets) if isinstance(part, Paragraph))
    start = data.draw(st.integers(0, len(lines)))
    end = data.draw(st.integers(start, len(lines)))
    # Cut at the ends of lines: a number cut in two is another number, and nothing in the text can tell.
    kept = lines[start:end].split("\n")[1:-1]
    got = figures(read([Paragraph(line) for line in kept]))
    wrong = {key: value for key, value in got.items() if truth(sheets).get(key) != value}
    assert not wrong


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(FORMS),
    st.integers(0, 10_000),
    st.sets(st.integers(0, 200), max_size=30),
    st.sampled_from(["", "/", "-", "—", "无", "＊"]),
)
def test_cells_without_figures_are_no_facts(form: str, seed: int, gone: set[int], mark: str) -> None:
    sheets = maker.national(form, seed)
    count = -1

    def blank(text: str) -> str:
        nonlocal count
        count += 1
        return mark if count in gone else text

    reading = read(maker.whole([maker.change_values(sheet, blank) for sheet in sheets]))
    got = figures(reading)
    assert got.items() <= truth(sheets).items()
    written = sum(c.text.isdigit() for sheet in sheets for row in sheet.rows for c in row)
    # Of a row that looks as if its total had moved over blank cells nothing is read.
    moved = sum("before the total's column" in finding.message for finding in reading.findings)
    assert 0 <= len(truth(sheets)) - len([n for n in gone if n < written]) - len(got) <= 5 * moved
    assert bool(reading.findings) == any(n < written for n in gone) or reading.findings


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(FORMS),
    st.sampled_from([layout for layout in LAYOUTS if layout != "transposed"]),
    st.sampled_from([0.02, 0.1, 0.3]),
    st.randoms(use_true_random=True),  # so that the rate is one: all rows but two lost are no form any more
)
def test_slips_and_lost_rows_give_no_other_figure(form: str, layout: str, rate: float, rng: random.Random) -> None:
    def slip(text: str) -> str:
        if len(text) < 5 or "元" in text or rng.random() > rate:
            return text
        place = rng.randrange(2, len(text))
        return text[:place] + rng.choice(("", "的", "数", "九", "情况")) + text[place + 1 :]

    sheets = [maker.change_labels(sheet, slip) for sheet in maker.national(form, rng.randrange(1000))]
    if rng.random() < 0.5:
        # A third as many rows as labels: where four lost rows part two groups of the same lines, and the total is lost, one group is left.
        sheets = [replace(s, rows=tuple(row for n, row in enumerate(s.rows) if n < 3 or rng.random() > rate / 3)) for s in sheets]
    expected, reading = truth(sheets), read(LAYOUTS[layout](sheets))
    wrong = {key: value for key, value in figures(reading).items() if expected.get(key) != value}
    # Rows lost in the right place leave a group that looks whole (复议's total with 诉讼's parts); then its sum does not hold.
    doubted = {metric for finding in check(reading.facts, form) if finding.status == "fail" for metric in finding.metrics}
    assert not {key for key in wrong if code(*key) not in doubted}


# --- single tables -----------------------------------------------------------------------------------------------------------------------


def table(text: str) -> list[Part]:
    """Returns the table whose rows are the lines of `text` and whose cells stand between bars."""
    return [TablePart(tuple(tuple(CellPart(c.strip()) for c in line.split("|")) for line in text.strip().splitlines()))]


def kinds(reading: FormReading) -> set[str]:
    return {finding.rule for finding in reading.findings}


def totals(reading: FormReading) -> dict[str, Decimal]:
    return {metric: value for (metric, party), value in figures(reading).items() if party == "all"}


def test_fujian_takes_the_year_and_not_the_running_total() -> None:
    reading = read(
        table(
            """指标名称|计量单位|本年度|历年累计
            主动公开文件数|条|1027|10037
            其中：1.政府网站公开数|条|1020|9000
            2.政府公报公开数|条|7|300
            受理依申请公开信息总数|条|12|400
            3.信函、传真申请数|条|2|30
            3.不予公开答复数|条|1|20
            政府信息公开收费减免金额|元|250|90000"""
        )
    )
    assert totals(reading) == {
        "disclosed_total": 1027,
        "disclosed_website": 1020,
        "disclosed_gazette": 7,
        "requests_received": 12,
        "requests_letter_fax": 2,
        "reply_refused": 1,
        "fees_waived": Decimal("0.025"),
    }
    assert reading.form == "local"
    assert sum(entry.kind == "cumulative" for entry in reading.ledger) == 7


def test_the_parts_of_the_old_city_forms_stand_in_tables_of_their_own() -> None:
    requests = table(
        """指标名称|单位|统计数
        本年度申请总数|条|9
        其中：1.当面申请数|条|4
        4.网上申请数|条|5"""
    )
    costs = table(
        """指标名称|单位|统计数
        收取费用总数|元|250
        其中：1.检索费|元|200
        政府信息公开指定专职人员总数（不包括政府公报及政府网站工作人员数）|人|7
        1.全职人员数|人|3
        2.兼职人员数|人|4
        政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）|万元|6
        处理政府信息公开的实际支出|万元|5"""
    )
    assert totals(read(requests)) == {"requests_received": 9, "requests_in_person": 4, "requests_online": 5}
    expected = {"fees_collected": Decimal("0.025"), "staff_total": 7, "staff_full_time": 3, "staff_part_time": 4, "special_funds": 6}
    assert totals(read(costs)) == expected


def test_gansu_takes_the_year_to_date_and_not_its_last_months() -> None:
    reading = read(
        table(
            """指标名称|计量单位|代码|本期实际|本年累计
            甲|乙|丙|1|2
            主动公开信息数|条|01|30|30
            网上咨询数|人次|07|4|19
            申请总数|条|10||"""
        )
    )
    assert totals(reading) == {"disclosed_total": 30, "consultations_online": 19}
    assert {statement.value for statement in reading.statements} == {30, 4}


def test_a_year_that_differs_from_its_own_total_to_date_is_not_taken() -> None:
    reading = read(table("指标名称|计量单位|本年度|本年累计\n主动公开信息数|条|30|30\n网上咨询数|人次|4|19"))
    assert totals(reading) == {"disclosed_total": 30}
    assert "columns" in kinds(reading)


@pytest.mark.parametrize("heads", ["区政府|区直|乡镇", "区政府|区直|乡镇|合计", "合计|区政府|区直|乡镇"])
def test_columns_of_several_bodies_need_a_total(heads: str) -> None:
    values = {"区政府": "3", "区直": "20", "乡镇": "100", "合计": "123"}
    reading = read(table(f"统计指标|单位|{heads}\n（一）收到申请数|件|{'|'.join(values[head] for head in heads.split('|'))}"))
    if "合计" in heads:
        assert totals(reading) == {"requests_received": 123}
    else:
        assert not reading.facts
        assert kinds(reading) == {"no_total_column"}
    assert {statement.value for statement in reading.statements} >= {3, 20, 100}


def test_the_latest_of_several_years_is_the_report() -> None:
    reading = read(table("统计指标|2015年|2016年\n收到申请数|40|44\n当面申请数|3|1"))
    assert totals(reading) == {"requests_received": 44, "requests_in_person": 1}
    assert [entry.kind for entry in reading.ledger if entry.kind != "date"].count("prior") == 2


@pytest.mark.parametrize(
    ("cell", "unit", "value"),
    [
        ("3.5", "万元", "3.5"),
        ("35000", "元", "3.5"),
        ("35000元", "万元", "3.5"),
        ("3.5万元", "元", "3.5"),
        ("0.00035亿元", "", "3.5"),
        ("3.5", "", "3.5"),
        ("0", "", "0"),
        ("35000", "", None),
        ("3.5万", "万元", None),
        ("3.5万", "", "3.5"),
        ("3", "件", None),
        ("约3.5", "万元", "3.5"),
    ],
)
def test_money(cell: str, unit: str, value: str | None) -> None:
    reading = read(table(f"统计指标|单位|统计数\n四、行政复议数量|件|1\n七、依申请公开信息收取的费用|{unit}|{cell}"))
    assert totals(reading).get("fees_collected") == (None if value is None else Decimal(value))
    if value is None:
        assert "unit" in kinds(reading)


@pytest.mark.parametrize("cell", ["3？5", "12 5", "3/5", "5-6", "-3", "2.5", "３，５", "#REF!", "1,23", "5（含上年1）"])
def test_what_is_no_one_figure_is_no_fact(cell: str) -> None:
    reading = read(table(f"统计指标|单位|统计数\n四、行政复议数量|件|{cell}\n六、举报投诉数量|件|2"))
    assert totals(reading) == {"complaints_total": 2}
    assert reading.findings


def test_lines_that_bodies_add_have_their_own_codes() -> None:
    reading = read(
        table(
            """统计指标|单位|统计数
            2.政府网站公开政府信息数|条|3
            3.政务双微公开政府信息数|条|5
            5.其他方式公开政府信息数|条|7
            8.告知通过其他途径办理数|件|1
            9.其他原因数|件|2
            召开联席会议次数|次|4"""
        )
    )
    wanted = {"disclosed_website": 3, "disclosed_weibo_wechat": 5, "disclosed_other": 7, "reply_other_channel": 1, "reply_other": 2}
    assert totals(reading) == wanted
    assert [(statement.subject, statement.value) for statement in reading.statements] == [("召开联席会议次数", 4)]
    assert kinds(reading) == {"unknown_row"}


def test_one_label_under_two_headings() -> None:
    below = """五、行政诉讼数量|件|9
        （二）被依法纠错九|件|5
        （三）其他情形数|件|4"""
    assert totals(read(table(f"统计指标|单位|统计数\n{below}"))) == {
        "litigation_total": 9,
        "litigation_corrected": 5,
        "litigation_other": 4,
    }
    alone = read(table("统计指标|单位|统计数\n六、举报投诉数量|件|1\n（二）被依法纠错数|件|5"))
    assert totals(alone) == {"complaints_total": 1}
    assert "unknown_row" in kinds(alone)


def test_opposites_are_not_alike() -> None:
    reading = read(table("统计指标|单位|统计数\n（三）申请答复数|件|9\n不同意公开数|件|5\n同意公开数|件|4"))
    got = totals(reading)
    assert got.get("reply_granted") in (None, 4)
    assert got.get("reply_refused") in (None, 5)


RUN_TOGETHER = {
    "一、本年新收政府信息公开申请数量": (71, 3, 0, 0, 0, 0, 74),
    "二、上年结转政府信息公开申请数量": (2, 0, 0, 0, 0, 0, 2),
    "（一）予以公开": (66, 3, 0, 0, 0, 0, 69),
    "（七）总计": (70, 3, 0, 0, 0, 0, 73),
    "四、结转下年度继续办理": (3, 0, 0, 0, 0, 0, 3),
    "1.信访举报投诉类申请": (4, 0, 0, 0, 0, 0, 4),
}


def run_together(separator: str, changed: dict[str, tuple[int, ...]] | None = None) -> list[Part]:
    lines = [label for sheet in [maker.national("2021", 0)[1]] for label in labels_of(sheet)]
    values = RUN_TOGETHER | (changed or {})
    return [Paragraph(label + separator + "".join(map(str, values.get(label, (0,) * 7)))) for label in lines]


def labels_of(sheet: maker.Sheet) -> list[str]:
    """Returns the label of each row of table three as it stands before its figures."""
    return [[c.text for c in row if not c.text.isdigit()][-1] for row in sheet.rows[3:]]


@pytest.mark.parametrize("separator", ["", " "])
def test_run_together_digits_are_read_where_one_reading_is_left(separator: str) -> None:
    got = figures(read(run_together(separator)))
    assert len(got) == 25 * 7
    assert [got["requests_received", party] for party in maker.PARTIES] == list(RUN_TOGETHER["一、本年新收政府信息公开申请数量"])


def test_run_together_digits_with_two_readings_stay_unread() -> None:
    # 12 1 0 0 0 0 13 and 1 2 10 0 0 0 13 are the same digits, and one row says nothing of its columns.
    reading = read([Paragraph("一、本年新收政府信息公开申请数量121000013"), Paragraph("二、上年结转政府信息公开申请数量0000000")])
    assert {metric for metric, _ in figures(reading)} == {"requests_carried_in"}
    assert "flattened" in kinds(reading)
    assert [entry.kind for entry in reading.ledger].count("unread") == 1


def test_a_run_together_table_that_breaks_its_rules_stays_unread() -> None:
    reading = read(run_together("", {"（七）总计": (69, 3, 0, 0, 0, 0, 72)}))
    assert not {metric for metric, _ in figures(reading)} & {"requests_received", "outcome_granted", "outcome_total"}
    assert "flattened" in kinds(reading)


def test_fifteen_figures_after_their_lost_heads() -> None:
    values = "119|25|91|24|259|7|0|15|6|28|21|1|7|9|38"
    parts = [Paragraph("四、政府信息公开行政复议、行政诉讼情况"), *table(values)]
    assert list(figures(read(parts)).values()) == [Decimal(value) for value in values.split("|")]
    assert not figures(read([parts[0], *table(values.replace("|259|", "|258|"))]))


def test_table_three_without_heads_is_believed_where_rows_add_up() -> None:
    rows = "一、本年新收政府信息公开申请数量|5|1|0|0|2|0|8\n二、上年结转政府信息公开申请数量|8|5|1|0|0|2|0"
    got = figures(read(table(rows)))
    assert [got["requests_received", party] for party in maker.PARTIES] == [5, 1, 0, 0, 2, 0, 8]
    assert ("requests_carried_in", "all") not in got


def test_own_level_beside_the_whole() -> None:
    rows = "统计指标|单位|统计数\n（一）收到申请数|件|{}"
    reading = read([Paragraph("全市汇总表"), *table(rows.format(90)), Paragraph("市本级统计表"), *table(rows.format(4))])
    assert [(fact.scope, fact.value) for fact in reading.facts] == [("all", 90), ("own_level", 4)]


def test_tables_that_are_no_form_are_statements() -> None:
    reading = read(table("公开渠道|数量\n市政府网站|120\n公告栏|7"))
    assert not reading.facts
    assert [(statement.subject, statement.value) for statement in reading.statements] == [("市政府网站", 120), ("公告栏", 7)]


def test_a_note_under_a_form_is_left_to_the_prose() -> None:
    parts = table("统计指标|单位|统计数\n（一）收到申请数|件|5\n注：另有上年结转申请3件，已计入办结")
    text = assemble(parts).text
    assert [text[start:end] for start, end in read(parts).taken] == text.splitlines()[:2]


def test_a_blank_form_has_no_figures() -> None:
    sheets = [maker.change_values(sheet, lambda _: "") for sheet in maker.national("2014", seed=1)]
    reading = read(maker.whole(sheets))
    assert not reading.facts
    assert kinds(reading) == {"blank"}


@pytest.mark.parametrize(
    "rows",
    [
        [["7"] * 100] * 300,
        [[f"申请数{n}" for n in range(100)]] * 300,
        [[f"（一）收到申请答复数{n}", "件", "5"] for n in range(5000)],
        [["被依法纠错数", "件", "5"]] * 5000,
        [["自然人", "商业企业", "总计"]] * 5000,
        [["（" * 3000, "（一）" * 1000, "5"]] * 100,
    ],
)
def test_hostile_tables_give_no_figure(rows: list[list[str]]) -> None:
    assert not figures(read([TablePart(tuple(tuple(CellPart(text) for text in row) for row in rows))]))


def test_codes_before_names_are_no_figures() -> None:
    lines = ["0101 领导信息 2 4.35%", "0203 政策解读 17 36.96%", "0307 新闻发布会 4 8.70%", "0412 行政许可 23 50.00%"]
    reading = read([Paragraph("栏目编码 栏目名称 条数 比例"), *map(Paragraph, lines)])
    assert not reading.facts
    assert [(statement.subject, statement.value) for statement in reading.statements] == [
        ("领导信息", 2),
        ("政策解读", 17),
        ("新闻发布会", 4),
        ("行政许可", 23),
    ]
    assert [entry.kind for entry in reading.ledger] == ["ordinal", "statement", "share"] * 4
    # Two lines, or lines without codes of one length, are left to the prose; those of a form are the form's.
    for other in (lines[:2], ["2012 政策解读 17", "13 新闻发布会 4", "1024 访谈 6"], ["12 访谈 5", "12 访谈 6", "12 访谈 7"]):
        assert not read([*map(Paragraph, other)]).taken
