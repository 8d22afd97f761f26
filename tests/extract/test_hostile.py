"""Hostile markup ends in bounded time, with an answer or a clear refusal; most would take minutes or gigabytes were a step quadratic."""

import csv
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.clean.html import read_html
from extract.clean.plain import read_plain
from extract.media import Unreadable
from extract.reading import read_report
from extract.records import Source
from tests.extract.test_prose import facts_told

REPORT = "<p>全年主动公开政府信息1086条，收到申请23件，均按时办结。</p>"
FIGURES = "1086条，收到申请23件"


def numbered(tag: str, times: int) -> str:
    """Start tags that differ, so that the parser's limit for equal ones does not help it."""
    return "".join(f"<{tag} x={i}>" for i in range(times))


ANSWERED = {
    "nested formatting": numbered("b", 100_000) + REPORT,
    "formatting opened again in each block": f"<p>{numbered('b', 5_000)}</p>" + "<p>x</p>" * 5_000 + REPORT,
    "formatting closed by another": "<b><i><p></b>" * 20_000 + REPORT,
    "nested spans": "<span>" * 100_000 + REPORT,
    "siblings": "<p>首页" * 200_000 + REPORT,
    "breaks": "<br>" * 500_000 + REPORT,
    "links": "<a href=x>更多" * 100_000 + "</a>" + REPORT,
    "attributes": "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">" + REPORT,
    "one huge attribute": f"<p title='{'x' * 5_000_000}'>" + REPORT,
    "end tags": "</p></div></b>" * 100_000 + REPORT,
    "angle brackets": REPORT + "<" * 2_000_000,
    "comments not closed": REPORT + "<!--" * 500_000,
    "spans beyond reason": f"<table><tr><td colspan=1000000000 rowspan=9007199254740991>收到申请</td><td>23</td></tr></table>{REPORT}",
    "cells": "<table><tr>" + "<td>1" * 50_000 + "</table>" + REPORT,
    "rows": "<table>" + "<tr><td>件<td>1" * 50_000 + "</table>" + REPORT,
    "tables in tables": "<table><tr><td>x" * 1_000 + "</td></tr></table>" * 1_000 + REPORT,
    "hidden": "<div style='display:none'>x</div>" * 50_000 + REPORT,
    "script strings": REPORT + "<script>var s='" + "年" * 300 + "\\" * 100_001 + "'</script>" + "<script>'" * 50_000,
    "menus": "<ul><li><a href=#>首页</a></ul>" * 50_000 + REPORT,
    "metadata": "<table><tr><td>索引号</td><td>1</td></tr></table>" * 10_000 + REPORT,
    "labels": f"<p>{'来源：' * 100_000}</p>" + REPORT,
    "separators": f"<p>{'>' * 100_000}</p><p>{'&gt; ' * 100_000}</p>" + REPORT,
}
REFUSED = {
    "nested boxes": "<div>" * 100_000 + REPORT,
    "nested lists": "<ul><li>" * 100_000 + REPORT,
    "nested tables": "<table><tr><td>" * 100_000 + REPORT,
}


@pytest.mark.parametrize("case", ANSWERED)
def test_report_is_still_read(case: str) -> None:
    assert FIGURES in read_html(ANSWERED[case]).text


@pytest.mark.parametrize("case", REFUSED)
def test_refusal_says_why(case: str) -> None:
    with pytest.raises(Unreadable, match="nests elements more than"):
        read_html(REFUSED[case])


def test_twenty_megabytes_of_text() -> None:
    assert FIGURES in read_html(f"<p>{'政府信息公开' * 3_000_000}</p>" + REPORT).text


@pytest.mark.parametrize(
    "line", ["|" * 1_000_000, " | " * 300_000, "首页 " * 300_000, "来源:" * 300_000, "-->" * 300_000, "<!--[if " * 200_000]
)
def test_hostile_line_of_a_saved_text(line: str) -> None:
    assert FIGURES in read_plain(line + "\n" + REPORT.replace("<p>", "").replace("</p>", "")).text


#: Pages that grow with `n`, and would take minutes were one of reading's steps quadratic.
GROWING: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "1" * 20 * n,
    "lines broken at figures": lambda n: "一句话，我们继续说\n" + "36篇，我们继续说\n" * 2 * n,
    "lines of one width": lambda n: "我们认真做好政府信息公开工作并且继续推进各项工作取得了新的进展和成效\n" * 10 * n,
    "reports of others": lambda n: (
        "东岭市2020年政府信息公开工作年度报告\n" + ("东岭市2019年政府信息公开工作年度报告\n" + "我市推进政府信息公开工作。" * 12 + "\n") * n
    ),
    "of which": lambda n: "其中" * 8 * n,
    "one clause of figures": lambda n: "收到申请12件" * (n // 4),
    "links behind a label": lambda n: "收到申请" + "共计为" * 5 * n + "5件",
    "denials": lambda n: "未收到申请，" * n,
    "answers and what is left of them": lambda n: "不予公开9件，其他情形1件，" * n,
    "stocks and the year's own": lambda n: "截至2016年底公开信息1条。公开信息1条。" * n,
    "cases on all matters": lambda n: "受理行政诉讼案件133件，其中涉政府信息公开3件，" * n,
    "items counted as requests": lambda n: "公开信息87件，主动公开76件，" * n,
    "dates": lambda n: "2017年" * 4 * n,
    "letters": lambda n: "a" * 20 * n,
    "agencies": lambda n: "长春市人民政府2017年政府信息公开年报\n" + "市国土资源局办" * 3 * n + "12件",
    "brackets": lambda n: "(" * 15 * n,
    "headings": lambda n: "一、总体情况\n" * n,
    "lines of a form": lambda n: "收到申请数 | 12\n" * n,
    "rows of a form": lambda n: f"<html><table>{'<tr><td>收到申请数</td><td>12</td></tr>' * n}</table></html>",
    "unknown rows": lambda n: f"<html><table>{''.join(f'<tr><td>第{i}行</td><td>12</td></tr>' for i in range(n))}</table></html>",
    "tables": lambda n: f"<html>{'<table><tr><td>收到申请数</td><td>12</td></tr></table>' * n}</html>",
    "spans": lambda n: f"<html><table>{'<tr><td colspan=1000000000>收到申请数</td><td>12</td></tr>' * (n // 4)}</table></html>",
}


@pytest.mark.parametrize("case", GROWING)
def test_reading_grows_with_its_input(case: str) -> None:
    def cost(size: int) -> float:
        page = GROWING[case](size).encode()
        begin = time.process_time()
        read_report(page, Source(name="page.html" if page.startswith(b"<") else "page.txt"))
        return time.process_time() - begin

    cost(50)
    few, many = (min(cost(size), cost(size)) for size in (200, 1_600))
    # Eight times as much takes eight times as long, not sixty-four times; the rest is for clocks and busy machines.
    assert many < 24 * max(few, 0.005)


def test_nested_tables_and_a_megabyte_are_read() -> None:
    assert read_report(("<html><table><tr><td>12件" * 200 + "</table>" * 200).encode(), Source(name="page.html")).text
    assert not read_report(b"1" * 1_000_000, Source(name="page.txt")).facts
    assert not read_report(("其中" * 170_000).encode(), Source(name="page.txt")).facts


def test_a_numeral_of_any_length_is_read() -> None:
    with Path(__file__).with_name("sentences.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            facts_told(re.sub(r"(?<!\d)\d+(?=[件条次人名期])", "9" * 5_000, row["sentence"]), int(row["year"]))
