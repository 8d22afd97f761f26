"""What says nothing of a figure changes none: each sentence of `sentences.tsv` is read the same with an item's mark, with a comparison or
share beside its figures, with its numbers written otherwise, with other commas, with other words for the same, and with another year, a
plan or other business behind it."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.extract.test_prose import facts_told

SENTENCES = Path(__file__).with_name("sentences.tsv")
_COUNTED = "[条件宗起次场期]"
#: What begins with a mark of its own, or goes on with another sentence.
_MARKED = re.compile(r"[一二三四五（(\d●—]|其中")
_CHINESE = "零一二三四五六七八九"


def _behind_first(text: str, aside: str, before: str) -> str:
    """Returns `text` with an aside behind the first figure that has one of the marks `before` behind it."""
    return re.sub(rf"(\d+{_COUNTED})(?=[{before}])", rf"\1{aside}", text, count=1)


def _in_chinese(match: re.Match[str]) -> str:
    """Returns a number below a hundred in Chinese numerals."""
    tens, ones = divmod(int(match[0]), 10)
    return ("" if tens < 2 else _CHINESE[tens]) + ("十" if tens else "") + (_CHINESE[ones] if ones else "")


def _in_thousands(match: re.Match[str]) -> str:
    """Returns a number times 1009, so that sums stay sums."""
    return str(int(match[0]) * 1009)


_SMALL = re.compile(rf"(?<![\d.,，年/\-月 ])[2-9]\d?(?={_COUNTED}(?!次))")
_PLAIN = re.compile(r"(?<![\d.,，年/\- ])\d{1,3}(?=[条件](?!次))")
_LARGE = re.compile(r"(?<![\d.,，年/\- ])\d{4,6}(?=[条件](?!次))")


#: What was done, right ahead of how often.
_VERB = re.compile(r"(公开|发布|收到|受理|答复|办结|召开|举办|制发|编发)(?=\d)")

#: Figures behind their objects.
_INFORMATION = re.compile(r"(公开|发布|推送)((?:政府|政务)?信息)(\d+余?条)(?=[，。；;、]|$)")
_REQUESTS = re.compile(r"(收到|受理|接到|办理)((?:依申请公开|政府信息公开|信息公开|公开)?申请)(\d+[件宗份])(?=[，。；;、]|$)")


def _large(text: str) -> str:
    """Returns `text` with its figures in thousands."""
    return _PLAIN.sub(_in_thousands, text)


def _asides_apart(text: str) -> str:
    """Returns `text` where it has no brackets, "" where it has."""
    return "" if "（" in text else text


#: What is done to a sentence, and what it is compared with.
CHANGES: dict[str, tuple[Callable[[str], str], Callable[[str], str]]] = {
    "an item in words": (str, lambda text: "" if _MARKED.match(text) or "¶" in text else f"一是{text}"),
    "an item with a bullet": (str, lambda text: "" if _MARKED.match(text) or "¶" in text else f"●{text}"),
    "an item with a dash": (str, lambda text: "" if _MARKED.match(text) or "¶" in text else f"——{text}"),
    "growth as a clause": (str, lambda text: _behind_first(text, "，同比增长20%", "，；;")),
    "more than last year": (str, lambda text: _behind_first(text, "，较上年增加3件", "，；;")),
    "growth in brackets": (str, lambda text: _behind_first(_asides_apart(text), "（较上年增长20%）", "，。；;、")),
    "last year's figure in brackets": (str, lambda text: _behind_first(_asides_apart(text), "（上年为8件）", "，。；;、")),
    "a share as a clause": (str, lambda text: _behind_first(_asides_apart(text), "，占20%", "，；;")),
    "a share in brackets": (str, lambda text: _behind_first(_asides_apart(text), "（占20%）", "，。；;、")),
    "a share that a bracket makes one": (str, lambda text: _behind_first(_asides_apart(text), "（41.7%）", "，。；;、")),
    "so many times as many": (str, lambda text: _behind_first(text, "，是去年的2倍", "，；;")),
    "more than last year's figure": (str, lambda text: _behind_first(text, "，较上年的8件有所增加", "，；;")),
    "where more is told": (str, lambda text: re.sub("。$", "（详见附件1）。", _asides_apart(text))),
    "verbs with 了": (str, lambda text: _VERB.sub(r"\1了", text)),
    "verbs with 共": (str, lambda text: _VERB.sub(r"\1共", text)),
    "another word for answers": (str, lambda text: re.sub("答复(?!率|书|的)", "回复", text)),
    "another word for done": (str, lambda text: re.sub("办结(?!率)", "办理完毕", text)),
    "disclosed to whom": (str, lambda text: re.sub(r"(?<!应)主动公开(?=政府信息|信息|各类|\d)", "主动向社会公开", text)),
    "a comma behind 其中": (str, lambda text: re.sub("其中(?![，：,:])", "其中，", text)),
    "a clause on why between": (str, lambda text: re.sub(r"，(?!其中|\d)", "，为方便群众，", text, count=1)),
    "a clause on the rule between": (str, lambda text: re.sub(r"，(?!其中|\d)", "，按照有关要求，", text, count=1)),
    "disclosed how": (str, lambda text: re.sub(r"主动公开(?=(?:政府|政务)?信息\d)", "主动、及时公开", text)),
    "disclosed as the law says": (str, lambda text: re.sub(r"(?<![动法时])公开(?=(?:政府|政务)?信息\d)", "依法公开", text)),
    "disclosed to the outside": (str, lambda text: re.sub(r"主动公开(?=(?:政府|政务)?信息\d)", "对外公开", text)),
    "parts that are included": (str, lambda text: re.sub("其中[，：:]?(?!包括|有)", "其中包括", text)),
    "parts that there are": (str, lambda text: re.sub("其中[，：:]?(?!包括|有)", "其中，有", text)),
    "among these": (str, lambda text: re.sub("(?<=[，。；])其中(?=[，：]?[^，。；]{0,24}[0-9])", "这其中", text)),
    "another word for received": (str, lambda text: re.sub("收到(?=[^，。]{0,12}申请)", "接受", text)),
    "another name of an account": (str, lambda text: text.replace("微信公众号", "公众微信号")),
    "another name of a site": (str, lambda text: text.replace("门户网站", "官网")),
    "last year behind": (str, lambda text: f"{text}¶上年公开信息50条，举办培训班2期。"),
    "a plan behind": (str, lambda text: f"{text}¶明年计划举办培训班5期，公开信息500条。"),
    "other business behind": (str, lambda text: f"{text}¶接待群众来访25批120人次，办结21件。"),
    "information behind its figure": (str, lambda text: _INFORMATION.sub(r"\1\3\2", text)),
    "requests behind their figure": (str, lambda text: _REQUESTS.sub(r"\1\3\2", text)),
    "an address of the site": (str, lambda text: text.replace("县政府网站", "县政府网站（www.qinghe.gov.cn）")),
    "praise behind the first figure": (str, lambda text: _behind_first(text, "，得到了群众的好评", "，；")),
    "none late behind the first figure": (str, lambda text: _behind_first(text, "，无一超期", "，；")),
    "a rate behind the first figure": (str, lambda text: _behind_first(text, "，及时率100%", "，；")),
    "a document behind the first figure": (str, lambda text: _behind_first(text, "，根据《办法》（清政发〔2016〕12号）要求", "，；")),
    "parts announced otherwise": (str, lambda text: re.sub("，其中[，：:]?", "，具体为：", text)),
    "counted with how often": (str, lambda text: re.sub(r"(\d)条(?!次)", r"\1条次", text)),
    "the number there is": (str, lambda text: re.sub(r"(申请|信息)(?=\d+[件条])", r"\1总数为", text)),
    "as many as there are": (str, lambda text: re.sub(r"(申请|信息|公开|新增)(?=\d+[件条])", r"\1达到", text)),
    "there being so many": (str, lambda text: re.sub(r"(申请|信息|新增)(?=\d+[件条])", r"\1有", text)),
    "information of the administration": (str, lambda text: re.sub("政府信息(?!公开)", "政务信息", text)),
    "items counted otherwise": (str, lambda text: re.sub(r"(\d)条(?![次例款])", r"\1则", text)),
    "requests counted otherwise": (str, lambda text: re.sub(r"(\d)件(?!次)", r"\1宗", text)),
    "cases counted otherwise": (str, lambda text: re.sub(r"(\d)件(?!次)", r"\1起", text)),
    "requests by anybody": (str, lambda text: re.sub("收到(?=[^，。]{0,10}申请)", "收到社会公众提交的", text)),
    "never received": (str, lambda text: re.sub("未收到(?=[^，。]{0,12}申请)", "未曾收到", text)),
    "there being none": (str, lambda text: re.sub("(?:没有|未发生)(?=[^，。一]{0,10}(?:复议|诉讼))", "不存在", text)),
    "requests by what became of them": (
        str,
        lambda text: re.sub(r"(同意公开|予以公开|不予公开|信息不存在)的?(?=\d+件)", r"\1的申请", text),
    ),
    "a line for each piece": (str, lambda text: "" if "¶" in text else text.replace("；", "；¶")),
    "a report's title above": (str, lambda text: "清河县教育局政府信息公开工作年度报告¶" + text),
    "parted thousands": (_large, lambda text: _LARGE.sub(lambda number: f"{int(number[0]):,}", _large(text))),
    "Chinese numerals": (str, lambda text: _SMALL.sub(_in_chinese, text)),
    "commas of ASCII": (str, lambda text: text.replace("，", ",")),
}
#: Sentences on the very writing that is changed.
_ON_THE_WRITING = {
    "commas of ASCII": "12，345",
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_sentence_is_read_the_same(change: str) -> None:
    plain, changed = CHANGES[change]
    differing = {}
    with SENTENCES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            sentence, year = row["sentence"], int(row["year"])
            one, other = plain(sentence), changed(sentence)
            if not other or other == one or _ON_THE_WRITING.get(change, "\0") in sentence:
                continue
            expected, told = facts_told(one, year), facts_told(other, year)
            if told != expected:
                differing[other] = (told, expected)
    assert not differing
