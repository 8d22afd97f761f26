"""The sections of a report: which paragraph begins with a heading, how deep it is, and what topic it sets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.figures import Figure
from extract.prose.topics import Topic
from extract.records import Section

#: The number of a heading, by its depth: [一、]概述, [第一部分]概述 ; [(一)]主动公开 ; [1.]网站.
_MARK = re.compile(
    r"(?:(?P<d1>第[一二三四五六七八九十]+(?:部分|章|节)|[一二三四五六七八九十]{1,3}、)|(?P<d2>[\(][一二三四五六七八九十]{1,3}[\)]、?|"
    r"\(\)|[一二三四五六七八九十]{1,3}[.．])|(?P<d3>\d{1,2}[、.．](?!\d)|[\(]\d{1,2}[\)]))"
)
#: Where a heading ends that has text behind it: 一、概述[。]2017年，….
_STOP = re.compile(r"[。:;!?]")
_LONGEST_HEADING = 40
#: Words of a heading that set the topic of its section. Two different topics in one heading set none: 行政复议、行政诉讼情况.
_HEADING_TOPICS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    ("plan", re.compile(r"存在(?:的)?(?:主要)?(?:问题|不足)|改进|下一步|打算|工作思路|工作计划|努力方向|今后|明年|面临|下步")),
    ("litigation_direct", re.compile(r"直接(?:起诉|提起)")),
    ("litigation_after", re.compile(r"复议后")),
    ("review", re.compile(r"(?<!未经)(?<!未经行政)复议(?!后)")),
    ("litigation", re.compile(r"诉讼|应诉")),
    ("complaint", re.compile(r"举报|投诉|申诉")),
    ("processing_fee", re.compile(r"处理费")),
    ("fee", re.compile(r"收费|费用(?<!处理费用)|减免")),
    ("request", re.compile(r"申请|办结")),
    ("reply", re.compile(r"答复")),
    ("respond", re.compile(r"解读|回应|舆情|新闻发布")),
    ("interact", re.compile(r"^(?!.*(?:解读|回应|舆情|新闻发布|主动公开)).*互动")),
    ("proposal", re.compile(r"建议|提案")),
    ("training", re.compile(r"培训")),
    ("meeting", re.compile(r"会议")),
    ("staff", re.compile(r"机构|人员|队伍")),
    ("funds", re.compile(r"经费")),
    ("consult", re.compile(r"咨询")),
    ("normative", re.compile(r"规范性文件")),
    ("regulation", re.compile(r"规章(?!制度)")),
    ("disclose", re.compile(r"主动公开|公开政府信息|信息公开(?:的)?(?:数量|内容|渠道|形式|方式)|公开(?:渠道|方式|载体|平台)")),
    ("key_areas", re.compile(r"^(?!.*主动公开).*重点领域")),
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the document: its words, its depth from 1 on, and where it begins."""

    text: str
    depth: int
    start: int


def heading(text: str, figures: Sequence[Figure]) -> tuple[int, int] | None:
    """Returns (depth, end) of the heading a paragraph begins with, None if it begins with none."""
    match = _MARK.match(text)
    if match is None:
        return None
    depth = 1 if match["d1"] else 2 if match["d2"] else 3
    stop = _STOP.search(text, match.end())
    end = stop.start() if stop else len(text)
    if end - match.end() > _LONGEST_HEADING or end == match.end() or any(f.kind == "quantity" and f.start < end for f in figures):
        return None
    return depth, end


@lru_cache(maxsize=1024)
def heading_topic(heading: str) -> Topic | None:
    """Returns the topic a heading sets, None if it names none or several."""
    topics = [topic for topic, words in _HEADING_TOPICS if words.search(heading)]
    if "plan" in topics:
        return "plan"
    if "主动公开" in heading and {"disclose", "request"} <= set(topics):
        topics = [topic for topic in topics if topic not in ("disclose", "request", "reply")]  # 主动公开、依申请公开情况: of both
        if not topics:
            return None
    # 依申请公开信息收取的费用, 因申请引发的行政复议: the narrower subject is what the section is about.
    narrow = [topic for topic in topics if topic not in ("request", "reply", "disclose")] or topics[:1]
    # 行政诉讼（未经复议直接起诉）, 复议后提起行政诉讼: one kind of the lawsuits.
    narrow = [topic for topic in narrow if topic in ("litigation_direct", "litigation_after")] or narrow
    # 信息处理费收费情况: one kind of fee.
    narrow = ["processing_fee"] if set(narrow) == {"processing_fee", "fee"} else narrow
    if narrow and set(narrow) <= {"staff", "funds", "meeting", "training"}:
        return narrow[0] if len(narrow) == 1 else "staff"
    if set(narrow) == {"review", "litigation"}:
        return "cases"
    return narrow[0] if len(narrow) == 1 else None


def sections(headings: Sequence[Heading], length: int) -> list[Section]:
    """Returns the sections that `headings` open in a document of `length`; each ends where the next of its depth or above begins."""
    sections: list[Section] = []
    #: The next heading of each depth, seen from behind.
    next_of: dict[int, int] = {}
    for opening in reversed(headings):
        end = min((start for depth, start in next_of.items() if depth <= opening.depth), default=length + 1)
        sections.append(Section(opening.text, opening.depth, opening.start, end - 1))
        next_of[opening.depth] = opening.start
    return sections[::-1]
