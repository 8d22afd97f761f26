"""Tables three and four in shapes that are not the form's own: each with the damage that would turn one figure into another."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from extract.document import CellPart, Paragraph, Part, TablePart, assemble
from extract.forms.reading import FormReading, read_forms

sys.path.insert(0, str(Path(__file__).parent))  # tests are no package
import form_maker as maker
from form_maker import cell

RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
GROUPS = ("review", "litigation_direct", "litigation_after_review")
#: Fifteen figures of which no two are the same, so that a moved one is seen.
FOUR = [Decimal(value) for value in (11, 12, 13, 14, 50, 21, 22, 23, 24, 90, 31, 32, 33, 34, 130)]
TRUE_FOUR = {
    f"{group}_{result}": FOUR[5 * g + r]
    for g, group in enumerate(GROUPS)
    for r, result in enumerate(("upheld", "corrected", "other", "pending", "total"))
}
LAWSUITS = ("未经复议直接起诉", "复议后起诉")


def read(parts: Sequence[Part], year: int | None = 2022) -> FormReading:
    return read_forms(assemble(parts), year)


def totals(reading: FormReading) -> dict[str, Decimal | None]:
    return {fact.metric: fact.value for fact in reading.facts if fact.preferred and fact.scope == "all" and fact.party == "all"}


def table(text: str) -> TablePart:
    """Returns the table whose rows are the lines of `text`; `=3` behind a cell is its width, `/3` its height."""
    return TablePart(tuple(tuple(_cell(text.strip()) for text in line.split("|")) for line in text.strip().splitlines()))


def _cell(text: str) -> CellPart:
    words, _, wide = text.partition("=")
    words, _, high = words.partition("/")
    return cell(words, int(high or 1), int(wide or 1))


def five(group: int) -> str:
    return "|".join(str(value) for value in FOUR[5 * group : 5 * group + 5])


HEADS = "|".join(RESULTS)


def lines(part: TablePart) -> list[Part]:
    """The table as lines of text."""
    return [Paragraph("  ".join(c.text for c in row if c.text)) for row in part.rows]


def cells(part: TablePart) -> list[Part]:
    """The table as text with a cell a line."""
    return [Paragraph(c.text) for row in part.rows for c in row if c.text]


SHAPES: dict[str, tuple[TablePart, ...]] = {
    "two tables": (
        table(f"行政复议=5\n{HEADS}\n{five(0)}"),
        table(f"行政诉讼=10\n未经复议直接起诉=5|复议后起诉=5\n{HEADS}|{HEADS}\n{five(1)}|{five(2)}"),
    ),
    "three tables": (
        table(f"行政复议=5\n{HEADS}\n{five(0)}"),
        table(f"行政诉讼（未经复议直接起诉）=5\n{HEADS}\n{five(1)}"),
        table(f"行政诉讼——复议后起诉=5\n{HEADS}\n{five(2)}"),
    ),
    "one below the other": (
        table(
            f"行政复议=5\n{HEADS}\n{five(0)}\n行政诉讼·未经复议直接起诉=5\n{HEADS}\n{five(1)}\n行政诉讼·复议后起诉=5\n{HEADS}\n{five(2)}"
        ),
    ),
    "two head rows": (
        table(
            f"行政复议=5|行政诉讼（未经复议直接起诉）=5|行政诉讼（复议后起诉）=5\n{HEADS}|{HEADS}|{HEADS}\n{five(0)}|{five(1)}|{five(2)}"
        ),
    ),
    "an empty cell below 行政复议": (
        table(f"行政复议=5|行政诉讼=10\n=5|未经复议直接起诉=5|复议后起诉=5\n{HEADS}|{HEADS}|{HEADS}\n{five(0)}|{five(1)}|{five(2)}"),
    ),
    "groups as rows": (table(f"类别=2|{HEADS}\n行政复议=2|{five(0)}\n行政诉讼/2|未经复议直接起诉|{five(1)}\n复议后起诉|{five(2)}"),),
    "results as rows": (
        table(
            "处理结果/2|行政复议/2|行政诉讼=2\n未经复议直接起诉|复议后起诉\n"
            + "\n".join(f"{result}|{FOUR[n]}|{FOUR[n + 5]}|{FOUR[n + 10]}" for n, result in enumerate(RESULTS))
        ),
    ),
    "a list": (
        table(
            "\n".join(
                f"{group}{result}|{FOUR[5 * g + r]}"
                for g, group in enumerate(("行政复议", "未经复议直接起诉", "复议后起诉"))
                for r, result in enumerate(RESULTS)
            )
        ),
    ),
}


@pytest.mark.parametrize("written", [lambda part: [part], lines, cells], ids=["table", "lines", "cells"])
@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "a list"])
def test_table_four_in_other_shapes(shape: str, written: Callable[[TablePart], list[Part]]) -> None:
    parts = [part for sheet in SHAPES[shape] for part in written(sheet)]
    assert totals(read(parts)) == TRUE_FOUR


def test_table_four_as_a_list_of_full_names() -> None:
    assert totals(read(SHAPES["a list"])) == TRUE_FOUR


def test_table_four_under_captions() -> None:
    names = ("（一）行政复议情况", "（二）未经复议直接起诉的行政诉讼情况", "（三）复议后起诉的行政诉讼案件")
    parts = [part for n, name in enumerate(names) for part in (Paragraph(name), table(f"{HEADS}\n{five(n)}"))]
    assert totals(read(parts)) == TRUE_FOUR
    # The section's own heading names both, and says of neither that the table is its.
    assert not read([Paragraph("四、政府信息公开行政复议、行政诉讼情况"), table(f"{HEADS}\n{five(0)}")]).facts


@pytest.mark.parametrize("written", [lambda part: [part], lines, cells], ids=["table", "lines", "cells"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_damaged_table_four_gives_no_other_figure(shape: str, written: Callable[[TablePart], list[Part]]) -> None:
    sheets = SHAPES[shape]
    for number, sheet in enumerate(sheets):
        cut_rows = [sheet.rows[:n] + sheet.rows[n + 1 :] for n in range(len(sheet.rows))]
        cut_cells = [
            (*sheet.rows[:n], row[:c] + row[c + 1 :], *sheet.rows[n + 1 :]) for n, row in enumerate(sheet.rows) for c in range(len(row))
        ]
        for rows in (*cut_rows, *cut_cells):
            damaged = [*sheets[:number], TablePart(rows), *sheets[number + 1 :]]
            got = totals(read([part for part in damaged for part in written(part)]))
            assert got.items() <= TRUE_FOUR.items(), rows


def test_lawsuits_that_are_not_told_apart_are_no_figures_of_either() -> None:
    assert not totals(read([table(f"行政诉讼=5\n{HEADS}\n{five(1)}")]))


def test_groups_in_another_order_are_not_those_of_the_form() -> None:
    turned = table(f"行政诉讼=10|行政复议=5\n{HEADS}|{HEADS}|{HEADS}\n{five(1)}|{five(2)}|{five(0)}")
    for parts in ([turned], lines(turned), cells(turned)):
        assert totals(read(parts)).items() <= TRUE_FOUR.items()


# --- several bodies, several years ----------------------------------------------------------------------------------------

WIDE = f"{{}}/3|行政复议=5|行政诉讼=10\n{'|'.join(f'{result}/2' for result in RESULTS)}|未经复议直接起诉=5|复议后起诉=5\n{HEADS}|{HEADS}\n"


def row(name: str, add: int = 0) -> str:
    return "|".join([name, *(str(value + add) for value in FOUR)]) + "\n"


def test_of_several_bodies_the_total_is_the_reports() -> None:
    reading = read([table(WIDE.format("单位") + row("县水务局", 200) + row("县林业局", 400) + row("合计"))])
    assert totals(reading) == TRUE_FOUR
    assert {fact.scope for fact in reading.facts if fact.value in (211, 411)} == {"part"}
    assert not [finding for finding in reading.findings if finding.rule == "repeated"]
    without = read([table(WIDE.format("单位") + row("县水务局", 200) + row("县林业局", 400))])
    assert {fact.scope for fact in without.facts} == {"part"}


@pytest.mark.parametrize("order", [("2021年", "2022年"), ("2022年", "2021年")])
def test_of_several_years_the_reports_is_taken(order: tuple[str, str]) -> None:
    rows = "".join(row(year, 0 if year == "2022年" else 300) for year in order)
    reading = read([table(WIDE.format("年度") + rows)])
    assert totals(reading) == TRUE_FOUR
    assert [entry.kind for entry in reading.ledger].count("prior") == 15
    assert not totals(read([table(WIDE.format("年度") + rows)], year=2019))


def test_a_caption_says_which_year_a_table_is_about() -> None:
    now, before = (maker.national("2021", seed)[1] for seed in (3, 4))
    parts = [
        Paragraph("2021年收到和处理申请情况统计表"),
        TablePart(before.rows),
        Paragraph("收到和处理申请情况统计表（2022年度）"),
        TablePart(now.rows),
    ]
    reading = read(parts)
    assert {(fact.metric, fact.party): fact.value for fact in reading.facts} == now.figures
    assert "prior" in {entry.kind for entry in reading.ledger}
    assert "other_year" in {finding.rule for finding in reading.findings}
    # A day, or a comparison, is not what a table is about.
    for caption in ("填表日期：2023年1月8日", "2023年1月", "2021年与2022年对比表", "国办公开办函〔2021〕30号"):
        reading = read([Paragraph(caption), TablePart(now.rows)])
        assert {(fact.metric, fact.party): fact.value for fact in reading.facts} == now.figures


# --- table three ----------------------------------------------------------------------------------------------------------

SIX = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
ROWS = {"一、本年新收政府信息公开申请数量": (41, 7, 1, 2, 3, 4, 58), "二、上年结转政府信息公开申请数量": (5, 0, 0, 1, 0, 0, 6)}


def three(heads: Sequence[str], values: Sequence[Sequence[object]]) -> list[Part]:
    organisations = heads[1:-1]
    return [
        table(
            f"/3|申请人情况={len(heads)}\n{heads[0]}/2|法人或其他组织={len(organisations)}|{heads[-1]}/2\n{'|'.join(organisations)}\n"
            + "\n".join("|".join([label, *map(str, row)]) for label, row in zip(ROWS, values, strict=True))
        )
    ]


def received(reading: FormReading) -> dict[str, Decimal | None]:
    return {fact.party: fact.value for fact in reading.facts if fact.metric == "requests_received" and fact.preferred}


TRUE_THREE = dict(zip(maker.PARTIES, map(Decimal, ROWS["一、本年新收政府信息公开申请数量"]), strict=True))


@pytest.mark.parametrize(
    "heads",
    [
        ("自然人", "企业", "科研院所", "公益组织", "法律服务", "其他组织", "合计"),
        ("公民", "商业企业", "科研机构", "社会组织", "法律机构", "其他", "总计"),
        ("自然人", "商业企业", "科研机构", "社会公益组织", "公证与鉴定机构", "其他", "总计"),
    ],
)
def test_heads_of_table_three_under_other_names(heads: Sequence[str]) -> None:
    assert received(read(three(heads, list(ROWS.values())))) == TRUE_THREE


def test_empty_columns_between_the_figures_say_nothing() -> None:
    """As spreadsheets saved as HTML have them, behind each figure and each head."""
    rows = "\n".join(f"{label}|" + "|".join(f"{value}|" for value in values) for label, values in ROWS.items())
    heads = f"/3|申请人情况=14\n自然人/2=2|法人或其他组织=10|总计/2=2\n{'|'.join(f'{head}|' for head in SIX[1:])}\n"
    assert received(read([table(heads + rows)])) == TRUE_THREE


def test_one_empty_cell_under_several_heads_says_nothing_of_any() -> None:
    rows = "\n".join(f"{label}|{values[0]}|=5|{values[0]}" for label, values in ROWS.items())
    heads = f"/3|申请人情况=7\n自然人/2|法人或其他组织=5|总计/2\n{'|'.join(SIX[1:])}\n"
    assert received(read([table(heads + rows)])) == {"natural_person": 41, "all": 41}


def test_heads_of_other_names_in_another_order_are_not_guessed() -> None:
    heads = ("自然人", "企业", "公证与鉴定机构", "社会公益组织", "其他", "科研机构", "总计")
    assert not received(read(three(heads, list(ROWS.values()))))


def test_table_four_with_full_names_over_each_figure() -> None:
    names = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
    blocks = (f"{'|'.join(f'{name}－{result}' for result in RESULTS)}\n{five(group)}" for group, name in enumerate(names))
    assert totals(read([table("\n".join(blocks))])) == TRUE_FOUR


def test_table_three_with_its_total_only() -> None:
    rows = "\n".join(f"{label}|{row[-1]}" for label, row in ROWS.items())
    assert received(read([table(f"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|总计\n{rows}")])) == {"all": 58}


def test_drifted_labels_behind_their_groups_names() -> None:
    labels = ("（三）不予公开②其它法律行政法规禁止公开", "（四）无法提供①本机关不掌握相关信息", "（六）其他处理①逾期不补正")
    rows = "\n".join(f"{label}|{n}|0|0|0|0|0|{n}" for n, label in enumerate(labels, 3))
    facts = totals(read([table(f"类别|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n{rows}")]))
    assert facts == {"outcome_refused_other_law": 3, "outcome_unavailable_not_held": 4, "outcome_other_no_correction": 5}


SEVEN = ["|".join([label, *map(str, row)]) for label, row in ROWS.items()]


@pytest.mark.parametrize(
    ("heads", "read_in_order"),
    [
        ("自然人|商业企业|法律服务机构|总计", True),
        ("商业企业|科研机构|社会公益|法律服务机构|其他", True),
        ("自然人|科研机构|商业企业|总计", False),
    ],
)
def test_heads_that_a_conversion_lost_leave_the_order_of_the_form(heads: str, read_in_order: bool) -> None:
    parts = [table(f"{heads}\n-|-"), *(table(f"类别|数据1|数据2|数据3|数据4|数据5|数据6|总计\n{row}") for row in SEVEN)]
    assert received(read(parts)) == (TRUE_THREE if read_in_order else {})
    assert not received(read([parts[0], *(table(row.replace("41", "40")) for row in SEVEN)]))


@pytest.mark.parametrize(
    ("heads", "read_in_order"),
    [
        ("自然人 法人或其他组织 总计商业企业 科研机构 社会公益组织 法律服务机构 其他", True),
        ("自然人 法人或其他组织 总计 商业企业 科研企业 社会公益组织 法律服务机构 其他", True),
        ("自然人 法人或其他组织 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计", True),
        ("自然人 法人或其他组织 总计 科研机构 商业企业 社会公益组织 法律服务机构 其他", False),
    ],
)
def test_heads_on_lines_of_which_one_is_lost(heads: str, read_in_order: bool) -> None:
    rows = [row.replace("|", " ") for row in SEVEN]
    assert received(read([*map(Paragraph, [*heads.split(), *rows])])) == (TRUE_THREE if read_in_order else {})


def test_rows_behind_a_group_broken_into_letters_and_with_labels_on_two_lines() -> None:
    heads = ["自然人", "法人或其他组织", "总计", *SIX[1:]]
    rows = [
        "一、本年新收政府信息公开申请数量 8 1 0 0 0 0 9",
        *"三、本年度",
        "（一）予以公开 3 0 0 0 0 0 3",
        "（二）部分公开（区分处理的，只",
    ]
    parts = [*map(Paragraph, [*heads, *rows, "计这一情形，不计其他情形） 2 1 0 0 0 0 3", "1.属于国家秘密 1 0 0 0 0 0 1"])]
    assert totals(read(parts)) == {"requests_received": 9, "outcome_granted": 3, "outcome_partial": 3, "outcome_refused_state_secret": 1}


@pytest.mark.parametrize("valued", [1, 2, 3])
def test_values_stand_behind_any_line_of_a_label(valued: int) -> None:
    label = ["1.申请人无正当理由逾", "期不补正、行政机关", "不再处理其政府信息", "公开申请"]
    label[valued] += " 6 1 0 0 0 0 7"
    above = ["一、本年新收政府信息公开申请数量 8 1 0 0 0 0 9", "5.要求行政机关确认或重新出具已获取信息 2 0 0 0 0 0 2"]
    parts = [*map(Paragraph, [*above, "（六）其他处理", *label, "3.其他 0 0 0 0 0 0 0"])]
    assert totals(read(parts)) == {
        "requests_received": 9,
        "outcome_declined_reconfirm": 2,
        "outcome_other_no_correction": 7,
        "outcome_other_rest": 0,
    }


def test_no_label_goes_on_behind_a_table() -> None:
    names = ["行政复议", "行政诉讼——未经复议直接起诉", "行政诉讼——复议后起诉"]
    rows = [row for n, name in enumerate(names) for row in (name, HEADS.replace("|", " "), five(n).replace("|", " "))]
    section = "四、政府信息公开行政复议、行政诉讼情况"
    parts = [Paragraph("（二）部分公开（区分处理的，"), table("只计这一情形，不计其他情形）|0|0|0|0|0|31\n（七）总计|9|0|0|0|0|9")]
    assert totals(read([*parts, *map(Paragraph, [section, *rows])])).items() >= TRUE_FOUR.items()


def test_a_head_too_many_is_no_applicant_and_the_rows_must_add_up() -> None:
    heads = (*SIX[:5], "个体工商户", "其他", "总计")
    values = [(*row[:5], 9, row[5], row[6] + 9) for row in ROWS.values()]
    assert received(read(three(heads, values))) == TRUE_THREE | {"all": Decimal(67)}
    values[0] = (*values[0][:7], 60)
    reading = read(three(heads, values))
    assert not received(reading)
    assert "heads" in {finding.rule for finding in reading.findings}


def test_table_three_with_organisations_as_one() -> None:
    rows = "项目|自然人|法人或其他组织|总计\n一、本年新收政府信息公开申请数量|41|{}|58\n二、上年结转政府信息公开申请数量|5|1|6"
    assert received(read([table(rows.format(17))])) == {"natural_person": 41, "all": 58}
    assert not received(read([table(rows.format(16))]))


@pytest.mark.parametrize(
    ("heads", "values", "expected"),
    [
        ("项目|数量（件）", "58", 58),
        ("办理情况|2021年|2022年|增减", "40|58|18", 58),
        ("指标|2022年|2021年", "58|40", 58),
        ("项目|上年|本年", "40|58", 58),
        ("项目|2020年|2021年", "40|58", None),
        ("项目|县直|乡镇", "40|18", None),
    ],
)
def test_table_three_with_one_column_of_the_year(heads: str, values: str, expected: int | None) -> None:
    reading = read([table(f"{heads}\n一、本年新收政府信息公开申请数量|{values}\n（一）予以公开|{values}")])
    assert received(reading) == ({} if expected is None else {"all": expected})


def test_groups_in_the_label_cell() -> None:
    labels = {
        "三、本年度办理结果 （一）予以公开": "outcome_granted",
        "（三）不予公开 （1）属于国家秘密": "outcome_refused_state_secret",
        "（三）不予公开：8.属于行政查询事项": "outcome_refused_query",
        "三、本年度办理结果（五）不予处理 2.重复申请": "outcome_declined_repeat",
        "（六）其他处理—3.其他": "outcome_other_rest",
    }
    heads = "|".join(("项目", *SIX, "总计"))
    rows = "\n".join(f"{label}|{n}|0|0|0|0|{n}|{2 * n}" for n, label in enumerate(labels, 3))
    assert totals(read([table(f"{heads}\n{rows}")])) == {metric: 2 * n for n, metric in enumerate(labels.values(), 3)}


def test_rows_of_table_three_written_out() -> None:
    def written(names: Sequence[str]) -> list[Part]:
        lines = [
            (label, "；".join(f"{name}{value}件" for name, value in zip(names, values, strict=True))) for label, values in ROWS.items()
        ]
        return [Paragraph(text) for line in (*lines, ("（三）不予公开 1.属于国家秘密", lines[1][1])) for text in line]

    names = (*SIX, "总计")
    assert received(read(written(names))) == TRUE_THREE
    assert totals(read(written(names)))["outcome_refused_state_secret"] == 6
    assert not received(read(written((*names[1:6], names[0], names[6]))))


def test_a_figure_that_reaches_into_the_row_below_moves_it() -> None:
    heads = "信息内容|本年制发件数|本年废止件数|现行有效件数"
    reading = read([table(f"第二十条第（一）项=4\n{heads}\n规章|0|4/2|7\n行政规范性文件|31|8|254")])
    assert "normative_repealed" not in totals(reading)
    assert "normative_in_force" not in totals(reading)
    groups = table(f"类别=2|{HEADS}\n行政复议=2|11|12/2|13|14|50\n行政诉讼/2|未经复议直接起诉|21|23|24|90\n复议后起诉|{five(2)}")
    assert totals(read([groups])).items() <= TRUE_FOUR.items()


def test_a_label_of_two_headings_needs_a_neighbour() -> None:
    alone = "统计指标|单位|统计数\n四、行政复议数量|件|9\n（二）被依法纠错数|件|5\n六、举报投诉数量|件|7"
    assert totals(read([table(alone)])) == {"review_total": 9, "complaints_total": 7}
    beside = alone.replace("（二）", "（一）维持具体行政行为数|件|4\n（二）")
    assert totals(read([table(beside)])) == {"review_total": 9, "review_upheld": 4, "review_corrected": 5, "complaints_total": 7}


def test_the_total_of_the_outcomes_under_another_word() -> None:
    rows = "项目|数量\n（一）予以公开|{0}\n（七）合计|{0}\n四、结转下年度继续办理|2"
    assert totals(read([table(rows.format(9))])) == {"outcome_granted": 9, "outcome_total": 9, "requests_carried_out": 2}
    assert "outcome_total" not in totals(read([table(rows.format(9).replace("（七）", ""))]))


# --- heads that were broken or cut -----------------------------------------------------------------------------------------


def halves(row: Sequence[CellPart]) -> tuple[tuple[CellPart, ...], tuple[CellPart, ...]]:
    """Returns the cells of a row of heads cut in two: 科研 over 机构, 总 over 计."""
    at = [2 if len(c.text) > 2 else 1 for c in row]
    cuts = [(cell(c.text[:n], 1, c.colspan), cell(c.text[n:], 1, c.colspan)) for c, n in zip(row, at, strict=True)]
    return tuple(upper for upper, _ in cuts), tuple(lower for _, lower in cuts)


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_heads_cut_in_two_rows(form: str) -> None:
    two, sheet_three, _ = maker.national(form, seed=9)
    cut_two = TablePart(tuple(half for row in two.rows for half in (halves(row) if "信息内容" in row[0].text else (row,))))
    rows = sheet_three.rows
    some = (tuple(map(cell, ("商业", "科研", "社会公益组织", "法律服务机构", "其他"))), tuple(map(cell, ("企业", "机构"))))
    cut_three = [TablePart((*rows[:2], *cut, *rows[3:])) for cut in (some, halves(rows[2]))]
    without_spans = [TablePart(tuple(tuple(cell(c.text) for c in row) for row in part.rows)) for part in cut_three]
    results = SHAPES["an empty cell below 行政复议"][0].rows
    cut_four = TablePart((*results[:2], *halves(results[2]), results[3]))
    assert {(fact.metric, fact.party): fact.value for fact in read([cut_two]).facts} == two.figures
    for part in (cut_three[0], *without_spans):
        assert {(fact.metric, fact.party): fact.value for fact in read([part]).facts} == sheet_three.figures
    assert totals(read([cut_four])) == TRUE_FOUR
    # A half too few: which heads the halves end is not known.
    lost = TablePart((*without_spans[1].rows[:3], without_spans[1].rows[3][1:], *without_spans[1].rows[4:]))
    assert {(fact.metric, fact.party): fact.value for fact in read([lost]).facts}.items() <= sheet_three.figures.items()


BLOCK = "第二十条第（一）项=4\n信息内容|{}\n规章|1|2|3\n规范性文件|4|5|6"
OF_2019 = {
    f"{subject}_{what}": Decimal(3 * n + m)
    for n, subject in enumerate(("regulations", "normative"))
    for m, what in enumerate(("issued", "disclosed", "public_total"), 1)
}
OF_2021 = {name.replace("disclosed", "repealed").replace("public_total", "in_force"): value for name, value in OF_2019.items()}


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("本年新|本年新|对外公开总数量", OF_2019),
        ("本年新制|本年新|对外公开", OF_2019),
        ("本年度新制作数|本年度新公开数|对外公开总数", OF_2019),
        ("本年制发|本年废止|现行有效", OF_2021),
        ("本年度制发数|废止数|有效数", OF_2021),
        ("本年新制发件数|当年废止件数|现行有效总件数", OF_2021),
        # A head copied over the next one.
        ("本年新制作数量|本年新制作数量|对外公开总数量", OF_2019),
        # A head of the form at another place than its own: the cut ones have no place.
        ("本年新|对外公开总数量|本年新", {"regulations_public_total": Decimal(2), "normative_public_total": Decimal(5)}),
        ("本年|本年|对外公开总数量", {"regulations_public_total": Decimal(3), "normative_public_total": Decimal(6)}),
    ],
)
def test_heads_cut_short_are_told_by_their_places(heads: str, expected: dict[str, Decimal]) -> None:
    assert totals(read([table(BLOCK.format(heads))])) == expected


def test_a_total_that_moved_over_lost_cells_is_no_applicants_figure() -> None:
    heads = "|".join(("项目", *SIX, "总计"))
    rows = "一、本年新收政府信息公开申请数量|{}||||||"
    assert received(read([table(f"{heads}\n{rows.format('6|')}")])) == {"natural_person": 6}
    assert not received(read([table(f"{heads}\n{rows.format('6|6')}")]))
    assert not received(read([table(f"{heads}\n{rows.format('0|0')}")]))
    assert not received(read([table(f"{heads}\n{rows.format('0|6|6')}")]))
    assert received(read([table(f"{heads}\n{rows.format('6|2|8')}")])) == {"all": 8}
    assert received(read([table(f"{heads}\n{rows.format('6|2')}")])) == {"natural_person": 6, "enterprise": 2}


def test_labels_broken_over_lines_are_whole_again() -> None:
    two, sheet_three, _ = maker.national("2019", seed=5)
    broken = {
        "本年新制作数量": "本年新\n制作数量",
        "对外公开总数量": "对外\n公开\n总数量",
        "商业企业": "商业\n企业",
        "重复申请": "重复\n申请",
    }
    for sheet in (two, sheet_three):
        text = "\n".join(part.text for part in maker.cell_lines([sheet]) if isinstance(part, Paragraph))
        for label, pieces in broken.items():
            text = text.replace(label, pieces)
        assert {(fact.metric, fact.party): fact.value for fact in read([*map(Paragraph, text.split("\n"))]).facts} == sheet.figures


def test_a_head_may_lack_its_last_character() -> None:
    sheet = maker.national("2021", seed=5)[0]
    parts = [replace(part, text=part.text.replace("件数", "件")) for part in maker.cell_lines([sheet]) if isinstance(part, Paragraph)]
    assert {(fact.metric, fact.party): fact.value for fact in read(parts).facts} == sheet.figures


@pytest.mark.parametrize("form", ["2014", "2019", "2021"])
def test_a_label_that_lost_a_character_is_itself_or_nothing(form: str) -> None:
    for sheet in maker.national(form, seed=5):
        parts = [part for part in maker.cell_lines([sheet]) if isinstance(part, Paragraph)]
        whole = []
        for number, part in enumerate(parts):
            label = "" if part.text.startswith("第") or any(map(str.isdigit, part.text[2:])) else part.text.partition("（单位")[0]
            for lost in range(number % 3, len(label) if len(label) > 2 else 0, 3):
                damaged = replace(part, text=part.text[:lost] + part.text[lost + 1 :])
                found = {(fact.metric, fact.party): fact.value for fact in read([*parts[:number], damaged, *parts[number + 1 :]]).facts}
                assert found.items() <= sheet.figures.items()
                whole.append(found == sheet.figures)
        assert sum(whole) > 0.8 * len(whole) > 10


def test_figures_without_a_label_below_a_head_leave_the_next_row_its_own() -> None:
    cells = [
        "第二十条第（一）项",
        "信息内容",
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "4",
        "5",
        "6",
        "行政规范性文件",
        "1",
        "2",
        "3",
    ]
    names = ("normative_issued", "normative_repealed", "normative_in_force")
    assert totals(read([*map(Paragraph, cells)])) == dict(zip(names, map(Decimal, (1, 2, 3)), strict=True))


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_a_form_on_one_line_is_read_cell_by_cell(form: str) -> None:
    sheets = maker.national(form, seed=6)
    cells_of = [[c.text for row in sheet.rows for c in row if c.text] for sheet in sheets]
    truth = {key: value for sheet in sheets for key, value in sheet.figures.items()}
    for lines in ([" ".join(cells) for cells in cells_of], [" ".join(("一、总体情况 工作有序。", *map(" ".join, cells_of), "五、问题"))]):
        reading = read([*map(Paragraph, lines)])
        assert {(fact.metric, fact.party): fact.value for fact in reading.facts} == truth
    # Spaces within a sentence part no cells.
    assert not read([Paragraph("2022 年 收到 申请 总计 12 件 , 其中 自然人 8 件 , 商业企业 3 件 , 其他 1 件 , 均 已 办结 。")]).facts


def test_fifteen_figures_below_broken_heads_in_lines() -> None:
    heads = ["行政复议 行政诉讼", "未经复议直接起诉 复议后起诉", "结果 结果 其他 尚未 总", "维持 纠正 结果 审结 计 结果 结果 其他 尚未 总"]
    values = " ".join(map(str, FOUR))
    assert totals(read([*map(Paragraph, [*heads, values])])) == TRUE_FOUR
    assert not read([*map(Paragraph, [*heads, values.replace("50", "51")])]).facts


def test_fifteen_figures_in_a_table_whose_heads_lost_the_groups() -> None:
    above = [Paragraph("四、政府信息公开行政复议、行政诉讼情况"), Paragraph("行政复议行政诉讼")]
    heads = "维持|纠正|结果|审结|总计|总计|其他|尚未"
    values = "|".join(map(str, FOUR))
    assert totals(read([*above, table(f"{heads}\n{values}")])) == TRUE_FOUR
    assert not read([*above, table(f"{heads}\n{values.replace('90', '91')}")]).facts
    assert not read([*above, table(f"行政诉讼=10|行政复议=5\n{heads}\n{values}")]).facts


def test_heads_of_table_two_that_ran_together_above_one_figure_a_row() -> None:
    lines = ["信息内容本年处理决定数量", "行政许可 31", "信息内容本年收费金额（单位：万元）", "行政事业型收费 2.5"]
    assert totals(read([*map(Paragraph, lines)])) == {"permit_decisions": 31, "charges_amount": Decimal("2.5")}


def test_heads_of_table_two_in_other_words() -> None:
    decided = "第二十条第（六）项=4\n信息内容|本年处理绝对数量=3\n行政处罚|31=3\n行政强制|2=3"
    charged = "第二十条第（八）项=4\n信息内容|本年收费总金额=3\n行政事业性收费|43.5万元=3"
    expected = {"penalty_decisions": 31, "coercion_decisions": 2, "charges_amount": Decimal("43.5")}
    assert totals(read([table(f"{decided}\n{charged}")])) == expected


def test_figures_of_table_two_that_ran_together_are_nobodys() -> None:
    lines = ["信息内容本年制发件数本年废止件数现行有效件数", "规章1200", "行政规范性文件3061", "第二十条第（五）项", "行政许可12"]
    reading = read([*map(Paragraph, lines)])
    assert not reading.facts
    assert [entry.kind for entry in reading.ledger] == ["unread", "unread"]
    assert len(reading.taken) == 2


@pytest.mark.parametrize(
    ("heads", "row", "metrics"),
    [
        (
            "本年新制作数量本年新公开数量对外公开总数量",
            "规范性文件000",
            ["normative_disclosed", "normative_issued", "normative_public_total"],
        ),
        ("本年制发件数本年废止件数现行有效件数", "规章000", ["regulations_in_force", "regulations_issued", "regulations_repealed"]),
        ("上一年项目数量本年增/减处理决定数量", "行政强制000", ["coercion_decisions", "coercion_items_change", "coercion_items_last_year"]),
        ("上一年项目数量本年增/减", "行政事业性收费00", ["charge_items_change", "charge_items_last_year"]),
        ("上一年项目数量本年增/减处理决定数量", "行政处罚00", []),  # a cell is blank, and which is not told
        ("本年制发件数现行有效件数", "规章00", []),  # a head is lost
    ],
)
def test_as_many_zeros_as_columns_are_all_nought(heads: str, row: str, metrics: list[str]) -> None:
    facts = read([Paragraph("信息内容" + heads), Paragraph(row)]).facts
    assert sorted(fact.metric for fact in facts) == metrics
    assert all(fact.value == 0 for fact in facts)


def test_figures_that_ran_together_below_their_labels() -> None:
    lines = ["一、本年新收政府信息公开申请数量", "7000018", "二、上年结转政府信息公开申请数量", "0000000"]
    facts = read([*map(Paragraph, lines)]).facts
    assert [fact.value for fact in facts] == [7, 0, 0, 0, 0, 1, 8, *[0] * 7]
