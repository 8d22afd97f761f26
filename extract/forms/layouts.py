"""The layouts of the forms, built from the catalogue: which lines, which heads, and which metric a cell under both is.

A cell is addressed by what stands on its row and over its column together. In the forms of lines (2014, table three, provincial forms) the
row is a line and the column an applicant or a role (this year, cumulative, …); in the crossed tables (two and four) both are labels whose
order does not matter, so that a transposed table reads the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.catalogue import FORM_LINES, PARTIES, FormLine, form_lines, rows
from extract.fold import fold
from extract.forms.labels import Label, Layout, layout_of, ordinals, read_label
from extract.records import Form

#: Where the heads of table three's total column drift.
_TOTALS = ("总计", "合计", "总数", "共计")


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads that may stand over columns: `leaves` are label paths in the form's order with what a column under them is."""

    leaves: Mapping[tuple[str, ...], str]
    #: Bare label -> itself or the form's own word for it.
    words: Mapping[str, str]

    def word(self, label: Label) -> str | None:
        """Returns the form's word for a head's label, None where it is no head of the form."""
        return self.words.get(label.bare)

    def leaf(self, path: Sequence[str]) -> str | None:
        """Returns what a column under the heads `path` (outermost first) is, None unless exactly one leaf fits."""
        if not path:
            return None
        fitting = [value for leaf, value in self.leaves.items() if leaf[-1] == path[-1] and set(path) <= set(leaf)]
        return fitting[0] if len(fitting) == 1 else None

    def in_reading_order(self) -> list[str]:
        """Returns the heads as a page without spans gives them: level after level, each group once."""
        depth = max(map(len, self.leaves))
        levels = (dict.fromkeys(leaf[: level + 1] for leaf in self.leaves if len(leaf) > level) for level in range(depth))
        return [path[-1] for level in levels for path in level]


def _heads(leaves: Mapping[tuple[str, ...], str], synonyms: Mapping[str, str]) -> Heads:
    words = {read_label(word).bare: word for path in leaves for word in path}
    words |= {read_label(other).bare: word for other, word in synonyms.items()}
    return Heads(leaves, words)


@cache
def party_heads() -> Heads:
    """Returns the heads of table three: applicant codes by label path."""
    return _heads({tuple(label.split("·")): code for code, label in PARTIES.items()}, dict.fromkeys(_TOTALS, "总计"))


@cache
def drifted_party_heads() -> Heads:
    """Returns the heads of table three with the words other bodies have for them (企业, 科研院所) and with their group's name before
    them (法人或其他组织-商业企业). One of them alone may mean something else; they are believed where they make the whole head."""
    own = party_heads()
    words = {read_label(row["head"]).bare: PARTIES[row["code"]].split("·")[-1] for row in rows("party_heads.tsv")} | dict(own.words)
    groups = {path[0] for path in own.leaves if len(path) > 1}
    return Heads(own.leaves, words | {group + bare: word for bare, word in words.items() for group in groups if word not in groups})


@cache
def column_roles() -> Mapping[str, str]:
    """Returns the role of a value column by the bare label of its head."""
    return {read_label(row["label"]).bare: row["role"] for row in rows("columns.tsv")}


@dataclass(frozen=True, slots=True)
class Crossed:
    """A crossed table: the metric of each set of labels, each label's bare form, and the forms that have the metric under these labels."""

    metrics: Mapping[frozenset[str], str]
    words: Mapping[str, str]
    forms: Mapping[frozenset[str], frozenset[Form]]
    #: The heads of the table where they are always the same; table two has other heads over each block.
    heads: Heads | None
    #: What the rows of table two are about: 规章, 行政许可.
    subjects: frozenset[str]


def _crossed(lines: Sequence[tuple[str, str, Form]], synonyms: Mapping[str, str], *, fixed: bool) -> Crossed:
    """Returns the crossed table of (label path joined by ·, metric, form)."""
    metrics: dict[frozenset[str], str] = {}
    forms: dict[frozenset[str], frozenset[Form]] = {}
    leaves: dict[tuple[str, ...], str] = {}
    for label, metric, form in lines:
        path = tuple(_own(word, synonyms) for word in label.split("·"))
        key = frozenset(path)
        metrics[key] = metric
        forms[key] = forms.get(key, frozenset()) | {form}
        leaves[path] = metric
    words = {read_label(word).bare: word for key in metrics for word in key}
    words |= {read_label(other).bare: word for other, word in synonyms.items()}
    words = with_one_lost(words)
    subjects = frozenset() if fixed else frozenset(path[0] for path in leaves)
    return Crossed(metrics, words, forms, Heads(leaves, words) if fixed else None, subjects)


def _own(word: str, synonyms: Mapping[str, str]) -> str:
    return synonyms.get(word, word)


_ARTICLE = re.compile(r"第(?:二十|20)条第?[(]?[一二三四五六七八九十\d]+[)]?项")


def is_article(text: str) -> bool:
    """Returns whether a cell names the article that a block of table two is about: 第二十条第（一）项."""
    return len(text) < 40 and bool(_ARTICLE.search("".join(fold(text).split())))


@cache
def table_two() -> Crossed:
    """Returns table two of the 2019 and 2021 forms: subject and measure."""
    cells = [(line.label, line.metric, line.form) for line in FORM_LINES if line.form != "2014" and line.number.startswith("第二十条")]
    synonyms = {
        "规范性文件": "行政规范性文件",
        "行政规范性档案": "行政规范性文件",  # 文件 in texts that were turned into traditional characters
        "规范性档案": "行政规范性文件",
        "政府规章": "规章",
        "部门规章": "规章",
        "本年新制发件数": "本年制发件数",
        "本年新废止件数": "本年废止件数",
        "本年新废止数量": "本年废止件数",
        "本年处理决定数量": "处理决定数量",
        "本年处理绝对数量": "处理决定数量",  # as misspelt on many sites
        "本年办理决定数量": "处理决定数量",
        "本年收费总金额": "本年收费金额",
        "本年收费数额": "本年收费金额",
        "采购金额": "采购总金额",
        "行政事业型收费": "行政事业性收费",
        "本年增": "本年增/减",  # the smaller half of the head lost: 本年增/
    }
    return _crossed(cells, synonyms, fixed=False)  # type: ignore[arg-type]


#: The shortest label that is still itself without one of its characters: 政许可 is 行政许可.
_SHORTEST_DAMAGED = 4


def with_one_lost(words: Mapping[str, str]) -> dict[str, str]:
    """Returns bare labels and their words with those that lost one character on the page (本年发件, 政许可), where they can be of one only.
    Not of 本年增/减, whose halves say the opposite."""
    damaged: dict[str, set[str]] = {}
    for bare, word in words.items():
        for lost in range(len(bare) if len(bare) >= _SHORTEST_DAMAGED and "增" not in bare else 0):
            damaged.setdefault(bare[:lost] + bare[lost + 1 :], set()).add(word)
    return {bare: next(iter(of)) for bare, of in damaged.items() if len(of) == 1} | dict(words)


@cache
def table_four() -> Crossed:
    """Returns table four of the 2019 and 2021 forms: group and result."""
    cells = [(line.label, line.metric, line.form) for line in FORM_LINES if line.form in ("2019", "2021") and not line.number]
    return _crossed(cells, {"维持": "结果维持", "纠正": "结果纠正", "合计": "总计", "其他": "其他结果"}, fixed=True)  # type: ignore[arg-type]


@cache
def heads_of_forms() -> frozenset[str]:
    """Returns the bare labels of the heads and subjects of tables two to four."""
    over_labels = (bare for bare, role in column_roles().items() if role == "label")
    return frozenset(over_labels).union(table_two().words, table_four().words, party_heads().words)


#: The results that only table four has (its total is any table's), as its metrics end.
RESULTS: Mapping[str, str] = {"结果维持": "upheld", "结果纠正": "corrected", "其他结果": "other", "尚未审结": "pending"}


@cache
def table_three() -> Layout:
    """Returns the rows of table three of both forms; （六）其他处理 is a line in 2019 and a heading of three in 2021."""
    lines = [line for line in FORM_LINES if line.form == "2021" and line.dimension == "party"]
    return layout_of("table three", _with_headings(lines, "2021"))


@cache
def line_layouts() -> tuple[Layout, ...]:
    """Returns the forms of lines with one column of figures: 2014 first, then the provincial ones."""
    local = form_lines("local_lines.tsv")
    national = _with_headings([line for line in FORM_LINES if line.form == "2014"], "2014")
    for extra in (line for line in local if line.form == "2014"):
        before = [index for index, (line, _) in enumerate(national) if ordinals(line.number) <= ordinals(extra.number)]
        national.insert(before[-1] + 1, (extra, True))
    names = dict.fromkeys(line.form for line in local if line.form != "2014")
    return layout_of("2014", national), *(layout_of(name, [(line, False) for line in local if line.form == name]) for name in names)


@cache
def line_labels() -> frozenset[str]:
    """Returns the bare labels of the lines of the 2014 form and of the provincial ones."""
    return frozenset(bare for layout in line_layouts() for bare in layout.exact)


def _with_headings(lines: Sequence[FormLine], form: Form) -> list[tuple[FormLine, bool]]:
    """Returns (line, optional) with the form's headings, which are optional, put before the lines under them."""
    result = [(line, False) for line in lines]
    for heading in (line for line in form_lines("headings.tsv") if line.form == form):
        place = next(index for index, (line, _) in enumerate(result) if ordinals(line.number) >= ordinals(heading.number))
        result.insert(place, (heading, True))
    return result
