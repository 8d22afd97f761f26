"""What portals write around an article, told by its words. The words are data (`chrome.tsv`), the shapes of lines are the rules here.

Every rule looks at whole lines, so that a report which mentions 打印 or 来源 in a sentence loses nothing. The rules serve saved pages and
saved text alike, and their names are the names in `Document.dropped`:

| rule         | a line such as                                                     | where      |
|--------------|--------------------------------------------------------------------|------------|
| `toolbar`    | 【字体：大 中 小】 打印本页 关闭窗口; 分享到： 微信 QQ空间          | anywhere   |
| `breadcrumb` | 您现在的位置：首页 → 政务公开 → 年报; 专栏 >> 办公厅 >> 年度报告    | anywhere   |
| `foot`       | 主办：长春市人民政府; 吉ICP备05001234号-1; 网站标识码：2201000032    | anywhere   |
| `page-head`  | 发布日期：2018-03-15 来源：办公室 点击数：                          | the ends   |
| `after`      | 上一篇：…; 相关阅读; 扫一扫在手机打开当前页                          | the end    |
| `page_number`| — 4 —, of the paper that a saved text was copied from               | anywhere   |
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from extract.fold import fold

#: No line of a toolbar, a page head or a breadcrumb is longer; a page's foot put on one line is (a dozen addresses were seen).
LONGEST_LINE = 200
LONGEST_FOOT = 400

#: A label with its spaces: 索    引    号：
LONGEST_LABEL = 24

#: Longer stretches between `>` and `>>` are no names of columns.
LONGEST_COLUMN = 30

SENTENCE = re.compile("[。；;]")
#: What no foot of a page tells in a sentence of its own: 网站总访问量达到12万人次，发布信息318条。 But 总访问量：12万 is a page's counter.
TOLD_OF_SITE = re.compile(r"(?:访问量|点击量|浏览量|公开|发布)[^，,。:：]{0,12}\d[\d.,万余多]*(?:人次|次|条|件|篇).*。$")

#: A day as pages write it, with or without the time: 2018-03-15 10:22, 2018/3/15, 2018.03.15, [2018-03-15].
DAY = re.compile(r"[\[(]?((?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2})(?: ?\d{1,2}:\d\d(?::\d\d)?)?[\])]?")

#: What these labels introduce is told in sentences.
SUMMARIES = frozenset({"内容概述", "内容概要", "内容摘要", "内容描述", "信息概述"})

#: A page head begins with a day, or with a label and its colon.
PAGE_HEAD_BEGIN = re.compile(r"\W*(?:(?:19|20)\d\d[-/.]|[^:：。]{2,20}[:：])")

#: What stands round and between the parts of a page head.
BRACKETS = " []()【】|"

#: Zero-width characters and soft hyphens; browsers show nothing for them, and they stand inside numbers (Word, WeChat editors).
INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad\0]")

#: Marks that Word and its converters leave as text: [bookmark: _GoBack], <!--[if !supportLists]-->, <!--[endif]-->, and a lone --> of a
#: template's comment.
WORD_MARK = re.compile(r"\[bookmark: ?\w*\]|<!--\[(?:if [^\]]{0,60}|endif)\](?:-->)?|<!\[(?:if [^\]]{0,60}|endif)\]>|^\s*-->|-->\s*$")


#: A page number between dashes; a figure has none behind it.
PAGE_NUMBER = re.compile(r"[-—–－]\s*\d{1,3}\s*[-—–－]")


def squeeze(text: str) -> str:
    """Returns `text` folded and without spaces, as labels are compared: 索 引 号： becomes 索引号:."""
    return "".join(fold(text).split())


@cache
def words(kind: str) -> frozenset[str]:
    """Returns the words of one kind in `chrome.tsv`, squeezed."""
    lines = Path(__file__).with_name("chrome.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return frozenset(squeeze(word) for name, word in rows if name == kind)


def _any_of(wanted: Iterable[str]) -> str:
    """A pattern of any of `wanted`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(wanted, key=len, reverse=True))


@cache
def _toolbar() -> re.Pattern[str]:
    """Nothing but control words, digits and punctuation; possessive, so that no line can make it try all splits."""
    return re.compile(rf"(?:{_any_of(words('control'))}|[\W\d_])++", re.IGNORECASE)


@cache
def _breadcrumb() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_any_of(words('place'))})")


@cache
def _foot() -> re.Pattern[str]:
    return re.compile(_any_of(words("foot")), re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:(?:{_any_of(words('after'))})\W|(?:{_any_of(words('behind'))}))")


@cache
def _label() -> re.Pattern[str]:
    """A label with its colon; its characters may be spaced out (索 引 号：), and nothing may stand between it and the value before it."""
    spaced = "|".join(r"\s*".join(map(re.escape, word)) for word in sorted(_labels(), key=len, reverse=True))
    return re.compile(rf"({spaced})\s*:")


def rule_of(line: str) -> str | None:
    """Returns the rule under which `line` is chrome wherever it stands, None for all else."""
    if len(line) > LONGEST_FOOT:
        return None
    if PAGE_NUMBER.fullmatch(line):
        return "page_number"
    squeezed = squeeze(line)
    if SENTENCE.search(squeezed.rstrip("。；;")):
        return None
    if _foot().search(squeezed) and not TOLD_OF_SITE.search(squeezed):
        return "foot"
    if len(line) > LONGEST_LINE:
        return None
    if is_breadcrumb(squeezed):
        return "breadcrumb"
    # One letter alone is a unit or a cell of a table that lost its rows: 次, 中.
    if _toolbar().fullmatch(squeezed) and sum(map(str.isalpha, squeezed)) > 1:
        return "toolbar"
    return None


def is_breadcrumb(squeezed: str) -> bool:
    """Whether a squeezed line tells where in the site the page is."""
    if _breadcrumb().match(squeezed):
        return True
    columns = re.split(r"->|→|»|>+|›", squeezed)
    return len(columns) > 2 and all(len(column) <= LONGEST_COLUMN for column in columns)


def is_after(line: str) -> bool:
    """Whether `line` begins what stands behind an article: 上一篇, 相关阅读, 扫一扫在手机打开当前页."""
    squeezed = squeeze(line)
    return len(squeezed) <= LONGEST_LINE and not SENTENCE.search(squeezed) and _after().match(squeezed + ":") is not None


def page_head(line: str) -> dict[str, str] | None:
    """Returns what a page head such as 发布日期：2018-03-15 来源：办公室 says, by label; None where `line` is none."""
    if len(line) > LONGEST_FOOT or not PAGE_HEAD_BEGIN.match(line):
        return None
    folded = fold(line).strip(BRACKETS)
    labels = list(_label().finditer(folded))
    before = folded[: labels[0].start()] if labels else folded
    day = DAY.match(before)
    if before[day.end() if day else 0 :].strip(BRACKETS):
        return None
    facts = {"date": day[0].strip(BRACKETS)} if day else {}
    ends = [label.start() for label in labels[1:]] + [len(folded)]
    for label, end in zip(labels, ends, strict=False):
        value = folded[label.end() : end].partition("【")[0].strip(BRACKETS)
        name = "".join(label[1].split())
        if SENTENCE.search(value) and name not in SUMMARIES:
            return None
        facts.setdefault(name, value)
    return facts or None


def is_grid_label(cell: str) -> bool:
    """Whether a cell or line is the label of a metadata grid: 索 引 号："""
    return len(cell) <= LONGEST_LABEL and squeeze(cell).strip(":[]【】") in _labels()


@cache
def _labels() -> frozenset[str]:
    return words("grid") | words("head")


def grid_pairs(cells: Iterable[str]) -> list[tuple[str, str]]:
    """Returns the label and value pairs of a row of a metadata grid, in order; a value may stand in the cell of its label."""
    pairs: list[tuple[str, str]] = []
    label = None
    for cell in cells:
        if is_grid_label(cell):
            if label:
                pairs.append((label, ""))
            label = squeeze(cell).strip(":[]【】")
        elif label:
            pairs.append((label, cell))
            label = None
        elif head := page_head(cell):
            pairs.extend(head.items())
    if label:
        pairs.append((label, ""))
    return pairs
