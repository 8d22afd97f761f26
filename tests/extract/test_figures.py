"""The numerals: every rule's own examples, and numbers of all writings read to exactly their value."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.figures import Rule, find_figures, rules, view_of
from extract.fold import fold, fold_running
from extract.numerals import chinese_value, value_of

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: f"{rule.kind}-{rule.name}")
def test_each_rule_reads_its_own_examples(rule: Rule) -> None:
    for example in rule.examples:
        kinds = [figure.kind for figure in find_figures(view_of(fold_running(example)).text)]
        assert rule.kind in kinds, f"{example} is read as {kinds}"


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "counter"),
    [
        ("1200078条", "1200078", "exact", "条"),
        ("1,200,078条", "1200078", "exact", "条"),
        ("１，２０８条", "1208", "exact", "条"),
        ("1 200 078 条", "1200078", "exact", "条"),
        ("27万余条", "270000", "at_least", "条"),
        ("20余万条", "200000", "at_least", "条"),
        ("近万条", "10000", "below", "条"),
        ("上万条", "10000", "at_least", "条"),
        ("23.9847万次", "239847", "exact", "次"),
        ("11万3千余条", "113000", "at_least", "条"),
        ("两万五千八百余条", "25800", "at_least", "条"),
        ("十余期", "10", "at_least", "期"),
        ("约300人次", "300", "about", "人次"),
        ("不足100条", "100", "below", "条"),
        ("70余场", "70", "at_least", "场"),
        ("500人次左右", "500", "about", "人次"),
        ("65.9万元", "659000", "exact", "元"),
        ("超32万人次", "320000", "at_least", "人次"),
    ],
)
def test_quantities(text: str, value: str, qualifier: str, counter: str) -> None:
    (figure,) = find_figures(view_of(fold_running(text)).text)
    assert (figure.kind, figure.value, figure.qualifier, figure.counter) == ("quantity", Decimal(value), qualifier, counter)


@pytest.mark.parametrize(
    "text", ["一体化建设", "三公经费", "统一部署", "万众创新", "一把手负责", "十分重视", "双随机、一公开", "四个全面的"]
)
def test_pieces_of_words_are_no_quantities(text: str) -> None:
    assert not [
        figure for figure in find_figures(text) if figure.kind == "quantity" and figure.value is not None and figure.counter not in ("个",)
    ]


@pytest.mark.parametrize(
    ("text", "ordinals"),
    [
        ("公开的形式1、公示栏和办事手册等2、通过广播公开的信息3、致居民的公开信", ["1、", "2、", "3、"]),
        ("公开40条,其中1.机构职能类2条;2.动态类3条", ["1.", "2."]),
        ("网站1、微博2、微信3", []),
        ("当面提出的申请1、以信函方式提出的申请2", []),
        ("其中1.5万条", []),
        ("予以公开3部分公开0", []),
    ],
)
def test_numbers_of_parts_in_text_that_lost_its_line_breaks(text: str, ordinals: list[str]) -> None:
    figures = find_figures(view_of(fold_running(text)).text)
    assert [text[figure.start : figure.end] for figure in figures if figure.kind == "ordinal"] == ordinals


@pytest.mark.parametrize(
    "text", ["全局公开12345678条", "受理员3456789人次", "共12部分别公开", "二十部分行业目录", "第3至5件", "2018年130件"]
)
def test_figures_that_only_look_like_something_else(text: str) -> None:
    kinds = {figure.kind for figure in find_figures(view_of(fold_running(text)).text)}
    assert "quantity" in kinds
    assert not kinds & {"contact", "law", "document_number"}


@given(st.integers(min_value=0, max_value=10**12))
def test_arabic_numbers_are_read_whole(number: int) -> None:
    assert value_of(str(number)) == number
    assert value_of(f"{number:,}") == number


@given(st.integers(min_value=1, max_value=10**8 - 1))
def test_chinese_numbers_are_read_back(number: int) -> None:
    assert chinese_value(_in_chinese(number)) == number


@pytest.mark.parametrize(
    ("text", "value"), [("三五", None), ("一两", None), ("二三四", None), ("二〇", 20), ("一〇二", 102), ("二〇一七", 2017)]
)
def test_digits_side_by_side_are_a_range_or_read_one_by_one(text: str, value: int | None) -> None:
    assert chinese_value(text) == value


@given(st.text(alphabet="0123456789零一二三四五六七八九十百千万亿.,余约年月日件条次（）()-%〔〕号第 ", max_size=60))
def test_every_digit_lies_in_exactly_one_figure(text: str) -> None:
    view = view_of(fold_running(text))
    figures = find_figures(view.text)
    for before, after in pairwise(figures):
        assert before.end <= after.start
    for match in re.finditer(r"[0-9]", view.text):
        assert any(figure.start <= match.start() < figure.end for figure in figures), f"{match.group()} at {match.start()} of {view.text!r}"


@given(st.text(max_size=200))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("政府資訊公開年度報告", "政府信息公开年度报告"),
        ("透過入口網站及網路公開", "通过门户网站及网络公开"),
        ("線上訪談3期，線上線下並行", "在线访谈3期,线上线下并行"),
        ("制定規範性檔案2件，在檔案館設查閱點", "制定规范性文件2件,在档案馆设查阅点"),
        ("发布资讯12条", "发布资讯12条"),
    ],
)
def test_words_of_taiwan_are_read_as_those_of_the_mainland(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold_running(text)) == len(text)


@given(st.text(alphabet="公开信息12 \u3000\n件，１２", max_size=60))
def test_a_view_points_back_to_its_text(text: str) -> None:
    view = view_of(fold_running(text))
    assert len(view.at) == len(view.text) + 1
    for index, character in enumerate(view.text):
        assert fold(text[view.at[index]]) == fold(character)


def _in_chinese(number: int) -> str:
    """Returns a number below 10**8 as it is spoken, such as 一万零二百."""
    if number >= 10_000:
        rest = number % 10_000
        return _in_chinese(number // 10_000) + "万" + ("" if not rest else ("零" if rest < 1_000 else "") + _in_chinese(rest))
    spoken, gap = "", False
    for unit, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            spoken += ("零" if gap and spoken else "") + DIGITS[digit] + word
            gap = False
        else:
            gap = True
    return spoken
