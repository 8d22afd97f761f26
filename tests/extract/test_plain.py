"""Saved texts: the report whole, remnants of chrome at its ends gone, rows between bars a table again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.clean.decode import decode
from extract.clean.html import read_html
from extract.clean.plain import read_plain

SHARED = Path(__file__).resolve().parents[3] / "shared"
REPORT = [
    "一、总体情况",
    "全年主动公开政府信息1086条，收到申请23件，均按时办结。",
    "二、存在的问题",
    "公开的及时性还不够，今后将加强检查。",
]
TITLE = "宁江区2017年政府信息公开工作年度报告"

#: Lines around a report that were saved with it, and what becomes of them.
HEADS = {
    "nothing": ([], None, {}),
    "title": ([TITLE], TITLE, {}),
    "traditional title on two lines": (
        ["寧江區人民政府2017", "政府信息公開工作年度報告"],
        "寧江區人民政府2017政府信息公開工作年度報告",
        {},
    ),
    "title on two lines": (["宁江区人民政府2017", "政府信息公开工作年度报告"], "宁江区人民政府2017政府信息公开工作年度报告", {}),
    "title broken in its subject": (
        ["宁江区人民政府2017年政府信息", "公开工作年度报告"],
        "宁江区人民政府2017年政府信息公开工作年度报告",
        {},
    ),
    "login, title, date": (["登录 |  注册", TITLE, "发布日期:2026-03-12    点击数:"], TITLE, {"发布日期": "2026-03-12"}),
    "breadcrumb": (
        ["宁江区政府信息公开专栏 >> 区政府办 >> 年度报告", TITLE],
        TITLE,
        {"breadcrumb": "宁江区政府信息公开专栏 >> 区政府办 >> 年度报告"},
    ),
    "position and toolbar": (["当前位置:首页 -> 政府信息 -> 年报", "【 字体大小: | |", "打印文章 关闭窗口", TITLE], TITLE, {}),
    "modes of reading": (["关怀版 无障碍", "首     页", TITLE], TITLE, {}),
    "names of portal and column": (["宁江市人民政府", "政府信息公开年报", TITLE], TITLE, {}),
    "portal and column on one line": (["首页", "宁江市政府信息公开年度报告", "发布时间:2018-03-12", TITLE, TITLE], TITLE, {}),
    "source alone": (["来源:区政府办"], None, {"来源": "区政府办"}),
}
TAILS = {
    "nothing": [],
    "toolbar": ["打印文章 关闭窗口"],
    "neighbours": ["上一篇：关于放假的通知", "下一篇：没有了", "扫一扫在手机打开当前页"],
    "foot": ["主办单位：宁江区人民政府", "吉ICP备05008888号 网站标识码：2207020001"],
}


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("tail", TAILS)
def test_remnants_at_both_ends_go(head: str, tail: str) -> None:
    lines, title, page = HEADS[head]
    document = read_plain("\n\n  ".join([*lines, *REPORT, *TAILS[tail]]))
    assert document.text.splitlines() == REPORT
    assert document.title == title
    assert {name: document.page.get(name) for name in page} == page


@pytest.mark.parametrize(
    "below",
    [
        ["2017年政府信息公开工作年度报告"],
        ["附件：2017年政府信息公开工作年度报告"],
        ["宁江区水利局2017年政府信息公开年报", "宁江区林业局2017年政府信息公开年报"],
        [*REPORT[:2], "宁江区水利局2017年政府信息公开年报"],
    ],
)
def test_a_title_without_a_year_stays_one_above_what_is_none(below: list[str]) -> None:
    """One that names no body, a list of links, and another report behind the text."""
    assert read_plain("\n".join(["宁江区政府信息公开工作年度报告", *below, *REPORT])).title == "宁江区政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "line",
    [
        "联系电话:81501921 填表日期:2017.01.05",
        "填报单位(盖章):宁江区人民政府办公室",
        "统计期限自2017年1月1日至2017年12月31日。",
        "二○一八年三月九日",
        "宁江区人民政府办公室",
        "信息公开指南、目录",
        "0",
        "次",
        "来源渠道共3个",
        "首页公开信息32条",
        "网站总访问量达到12.4万人次，发布信息318条。",
    ],
)
def test_lines_of_a_report_stay(line: str) -> None:
    assert line in read_plain("\n".join([*REPORT, line])).text.splitlines()
    assert line in read_plain("\n".join([*REPORT, line, *REPORT])).text.splitlines()


def test_rows_between_bars_are_a_table() -> None:
    rows = [
        "| 统 计 指 标 | 单位 | 统计数 | ",
        "| 一、主动公开情况 | ||",
        "|---|---|---|",
        "| (一)主动公开数 | 条 | 3450 | ",
        "规章 | 0 | 34",
    ]
    document = read_plain("\n".join([*rows, "其后的文字。"]))
    (table,) = document.tables
    assert [[cell.text for cell in row if cell] for row in table.grid] == [
        ["统 计 指 标", "单位", "统计数"],
        ["一、主动公开情况", "", ""],
        ["(一)主动公开数", "条", "3450"],
        ["规章", "0", "34"],
    ]
    assert document.text.splitlines()[-1] == "其后的文字。"


def test_a_line_that_breaks_off_a_documents_name_is_no_title() -> None:
    lines = ["本报告依据《条例》和《关于做好2017年政府信息公开工作年度报告", "编制有关事项的通知》编写。", *REPORT]
    document = read_plain("\n".join(lines))
    assert document.title is None
    assert document.text.splitlines()[: len(lines)] == lines


def test_page_numbers_of_the_paper_are_no_figures() -> None:
    pages = ["— 4 —", "-12-", "－ 7 －"]
    document = read_plain("\n".join(["行政许可 31", *pages, "-5", "行政处罚 8"]))
    assert document.text.splitlines() == ["行政许可 31", "-5", "行政处罚 8"]
    assert [(dropped.rule, dropped.text) for dropped in document.dropped] == [("page_number", page) for page in pages]


@pytest.mark.parametrize(
    "rows",
    [
        ["项目 | 甲 | 乙 | 丙 | 计 |", "收到 | 5 |", "|", "| 5 |", "结转 |", "|", "|", "| 0 |", "办结 | 4 | 1 | 0 | 5 |"],
        ["│项目│甲│乙│丙│计│", "├──┼─┼─┼─┼─┤", "│收到│5│││5│", "│结转││││0│", "└──┴─┴─┴─┴─┘", "│办结│4│1│0│5│"],
        [
            "| 项目 | 甲 | 乙 | 丙 | 计 |",
            "+====+===+",
            "| 收到 | 5 | | | 5 |",
            "+----+---+",
            "| 结转 | | | | 0 |",
            "| 办结 | 4 | 1 | 0 | 5 |",
        ],
    ],
    ids=["blank cells break the row", "drawn", "drawn in ASCII"],
)
def test_tables_of_other_converters(rows: list[str]) -> None:
    document = read_plain("\n".join(["说明。", *rows, "2008─2012年的数据。"]))
    (table,) = document.tables
    assert [[cell.text for cell in row if cell] for row in table.grid] == [
        ["项目", "甲", "乙", "丙", "计"],
        ["收到", "5", "", "", "5"],
        ["结转", "", "", "", "0"],
        ["办结", "4", "1", "0", "5"],
    ]
    assert document.text.endswith("2008─2012年的数据。")


def test_number_broken_by_wrapping_is_whole_again() -> None:
    wrapped = "\n".join(f"　　第{i}段，全年主动公开政府信息{'很多' * 4}，共计1200\n078条，比上年有所增加。" for i in "一二三四五六")
    assert read_plain(wrapped).text.count("1200078条") == 6


@given(st.lists(st.text(min_size=1, max_size=80), max_size=12))
def test_any_text_is_read_and_nothing_is_lost_unsaid(lines: list[str]) -> None:
    document = read_plain("\n".join(lines))
    said = document.text + "".join(dropped.text for dropped in document.dropped)
    for line in "\n".join(lines).splitlines():
        for figure in filter(str.isdecimal, line):
            assert figure in said


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the reference pages")
def test_pages_and_texts_of_the_same_report_say_the_same() -> None:
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    for page in sorted((SHARED / "pages").glob("*_trs.html")):
        if "hard" in page.name:
            continue
        seed = seeds[int(page.name[:3])]
        from_page = read_html(decode(page.read_bytes())[0]).text
        from_text = read_plain(seed.read_text(encoding="utf-8")).text
        # A cell over three columns stands once on the page and with two empty ones in the saved text.
        assert "".join(from_page.replace("|", "").split()) == "".join(from_text.replace("|", "").split()), page.name


# --- tables whose cells broke into lines ---------------------------------------------------------------------------------

BROKEN = [
    ["第二十条第（一）项", "", "", ""],
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", "0", "", "34"],
    ["行政规范性文件", "7", "1", "256"],
    ["行政许可", "3", "", ""],
]


def closed(rows: list[list[str]]) -> list[str]:
    """A bar behind each cell, the empty ones behind the last on a line of their own: 规章 | then 0 | then |."""
    lines = []
    for row in rows:
        last = max(n for n, text in enumerate(row) if text) + 1
        lines += [f"{text} |".strip() for text in row[:last]] + ["|" * (len(row) - last)]
    return [line for line in lines if line]


def led(rows: list[list[str]]) -> list[str]:
    """A bar on a line of its own before each row, another behind each cell."""
    return [line for row in rows for line in ("|", *(f"{text} |".strip() for text in row))]


def opened(rows: list[list[str]]) -> list[str]:
    """A bar before each cell but the first, and one behind the row."""
    return [line for row in rows for line in (row[0], *(f"| {text}".strip() for text in row[1:]), "|")]


def cells_of(text: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row if cell] for row in table.grid] for table in read_plain(text).tables]


@pytest.mark.parametrize("written", [closed, led, opened])
def test_rows_whose_cells_broke_into_lines_are_found_by_their_bars(written: Callable[[list[list[str]]], list[str]]) -> None:
    wide = [[f"{n}、类别", *(str(100 * n + m) for m in range(8))] for n in range(4)]
    before, between = ["一、总体情况", "全年公开较多。", "二、主动公开情况"], ["三、收到和处理申请情况"]
    text = "\n".join([*before, *written(BROKEN), *between, *written(wide), *REPORT])
    assert cells_of("\n".join(["政府信息公开情况统计表", *written(wide)]))[0][-3:] == wide[-3:]
    first, second = cells_of(text)
    assert (first, second) == (BROKEN, wide)
    paragraphs = read_plain(text).text.splitlines()
    assert [line for line in paragraphs if "|" not in line] == [*before, *between, *REPORT]


def test_a_cell_may_break_and_the_last_row_lack_its_empty_cells() -> None:
    broken = (
        "\n".join(closed(BROKEN)).replace("行政规范性文件", "行政规范性\n文件").replace("第二十条第（一）项 |", "第二十条第（一）项\n|")
    )
    assert cells_of(broken) == [BROKEN]
    without = "\n".join([*closed(BROKEN)[:-1], "三、收到和处理申请情况"])
    assert cells_of(without)[0][4][:2] == ["行政许可", "3"]
    assert read_plain(without).text.splitlines()[-1] == "三、收到和处理申请情况"


def test_two_rows_of_figures_are_a_table_where_every_row_ends_in_a_bar_alone() -> None:
    rows = [["信息内容", "本年新", "本年新", "对外公开总数量"], ["规章", "0", "0", "2"], ["规范性文件", "3", "5", "17"]]
    lines = [line for row in rows for line in (*(f"{cell} |" for cell in row), "|")]
    assert [row[:4] for row in cells_of("\n".join(lines))[0]] == rows
    ends_unlike = [line for row in rows for line in (f"{row[0]} |", "|", *(f"{cell} |" for cell in row[1:]))]
    assert cells_of("\n".join(ends_unlike)) == []


def test_a_lost_cell_moves_no_figure_into_another_row() -> None:
    lines = closed(BROKEN)
    whole = [[text for text in row if text] for row in BROKEN]
    for gone in range(len(lines)):
        for rows in cells_of("\n".join(lines[:gone] + lines[gone + 1 :])):
            for row in rows:
                assert any({text for text in row if text} <= set(own) for own in whole), lines[gone]


def test_a_table_that_lays_out_the_page_is_paragraphs() -> None:
    body = "".join(REPORT) + "本年度的工作按要求完成。" * 20
    text = f"索引号: | 1133/2015-01 | 公开方式: | 主动公开 |\n文号: | | 公开日期: | 2015-07-27 |\n{TITLE} | ||\n{body} |\n|"
    document = read_plain(text)
    assert document.title == TITLE
    assert document.text.splitlines()[-1] == body
    assert read_plain("\n".join(f"{line} |" for line in REPORT)).text.splitlines() == REPORT


def test_a_report_on_one_line_has_its_sentences_and_the_rows_of_its_forms_again() -> None:
    prose = TITLE + " " + " ".join(REPORT) + "本年度的工作按要求完成。" * 20
    heads = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数"
    first = f"二、主动公开政府信息情况 第二十条第（一）项 | {heads} | 规章 | 0 | 1 | 4 | 规范性文件 | 2 | 0 | 9"
    second = "第二十条第（六）项 | 信息内容 | 本年处理决定数量 | 行政处罚 | 31 | 行政强制 | 0"
    lines = read_plain(f"{prose} {first} | {second} | 三、存在的问题 不多。 |").text.splitlines()
    assert lines[-8:] == [
        heads,
        "规章 | 0 | 1 | 4",
        "规范性文件 | 2 | 0 | 9",
        "第二十条第（六）项",
        "信息内容 | 本年处理决定数量",
        "行政处罚 | 31",
        "行政强制 | 0",
        "三、存在的问题 不多。",
    ]
    assert lines[-9] == "二、主动公开政府信息情况 第二十条第（一）项"
    assert lines[-10].endswith("按要求完成。")
    alone = prose + " | 规章 | 0"
    assert "规章 | 0" not in read_plain(alone).text.splitlines()
