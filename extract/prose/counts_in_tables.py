"""Small tables of an office's own making that say no more than a list does, as the sentences they stand for.

公开渠道 | 条数 over 政府网站 | 194 and 政务微信 | 20 is no row of any form, but read in one line it is a sentence of the grammar: 公开渠道:
政府网站194条，政务微信20条. Only tables whose head names each column are read so, and of the columns only that of the year's counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from extract.cells import read_cell
from extract.document import Cell, Table
from extract.figures import View, find_figures, view_of
from extract.prose.spellings import spelt_alike
from extract.records import LedgerEntry, LedgerKind

Role = Literal["name", "count", "unit", "number", "share", "prior", "change", "note"]

_COUNTER = "条|件次|件|份|篇|次|个|期|场|宗|起|例"
_OF_THINGS = "政府|政务|主动|依申请|信息|公开|发布|公布|推送|申请|收到|受理|办理|答复|的|总|本年度?|全年"
_WAYS = "渠道|方式|形式|途径|载体|平台|类型|结果|情况"
#: What the head of a column says that stands in it, by the whole of its words.
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("number", re.compile("序号|编号|项次")),
    ("unit", re.compile("(?:计量)?单位")),
    ("share", re.compile("(?:所?占)?(?:比例|比重|百分比|比|总数比例)(?:[(]%[)])?")),
    ("prior", re.compile("(?:上年|去年|上一年)(?:度|同期)?(?:数量?|件数|条数)?")),
    ("change", re.compile("(?:同比|比上年|较上年)?(?:增减|增长|变化)(?:数量?|率|幅度|情况|[(]%[)])?|同比")),
    ("note", re.compile("备注|说明")),
    ("name", re.compile(f"(?:{_OF_THINGS})*(?:{_WAYS})(?:[及和与或、/](?:{_WAYS}))?(?:名称|类别|分类)?")),
    ("count", re.compile(f"(?:{_OF_THINGS})*(?:数量?|数目|{_COUNTER}|(?:{_COUNTER})数)(?:[(](?:单位:)?(?:{_COUNTER})[)])?")),
)
_YEAR = re.compile(r"(?P<year>20\d\d)年?度?(?:数量?|件数|条数)?(?:[(](?:单位:)?(?:件|条)[)])?")
#: The counter that a head names: 条数, 数量（件）, 信息数（单位：条）.
_NAMED_COUNTER = re.compile(f"[(](?:单位:)?({_COUNTER})[)]$|({_COUNTER})数?$")
#: What a name is numbered with: 1. | （2） | ③ .
_NUMBERING = re.compile(r"[(]?(?:\d{1,2}|[一二三四五六七八九十])[)、.][、.]?|[①-⑳]")
_NAME = re.compile(r"[^\d，。;:!?\n]{1,24}")
_MOST_ROWS = 30
_FEWEST_COUNTS = 2
#: What the figures are that stand in a column which is not that of the year's counts.
_KINDS: dict[Role, LedgerKind] = {"number": "ordinal", "share": "share", "prior": "prior", "change": "change"}


@dataclass(frozen=True, slots=True)
class TableOfCounts:
    """A table that is a list of counts: where it stands, its sentence, and what the numerals are that the sentence leaves out."""

    start: int
    end: int
    sentence: View
    others: Sequence[LedgerEntry]


def tables_of_counts(running: str, tables: Iterable[Table], year: int | None) -> list[TableOfCounts]:
    """Returns those of the `tables` in the `running` text of a report for `year` that are lists of counts, in order."""
    found = (_table_of_counts(running, table, year) for table in tables if len(table.rows) <= _MOST_ROWS)
    return [table for table in found if table is not None]


def _table_of_counts(running: str, table: Table, year: int | None) -> TableOfCounts | None:
    """Returns a table as a list of counts, its rows or its columns the items; None for any other table."""
    cells = [cell for row in table.grid for cell in row]
    if any(cell is None or cell.rowspan > 1 or cell.colspan > 1 for cell in cells):
        return None
    grid = [[cell for cell in row if cell is not None] for row in table.grid]
    for rows in (grid, [list(column) for column in zip(*grid, strict=True)]):
        heads = [view_of(running, cell.start, cell.end) for cell in rows[0]]
        roles = [_role(head.text, year) for head in heads]
        if None in roles or not (columns := _name_and_count(roles)):
            continue
        items = _items(running, rows[1:], heads, columns)
        if len(items) < _FEWEST_COUNTS:
            continue
        sentence = _in_one_line(heads[columns[0][0]], items)
        return TableOfCounts(table.start, table.end, spelt_alike(sentence), list(_others(running, rows, roles)))
    return None


def _role(head: str, year: int | None) -> Role | None:
    """Returns what stands under a column's head in the report for `year`, None if its words are not known."""
    if (named := _YEAR.fullmatch(head)) is not None:
        return "count" if int(named["year"]) == year else "prior"
    return next((role for role, pattern in _ROLES if pattern.fullmatch(head)), None)


def _name_and_count(roles: Sequence[Role | None]) -> list[tuple[int, int]]:
    """Returns the columns of names with those of their counts, several where a table stands side by side in parts: 渠道 | 条数 | 渠道 |
    条数; none where a name has no count or several."""
    names = [column for column, role in enumerate(roles) if role == "name"]
    pairs = []
    for name, following in pairwise((*names, len(roles))):
        counts = [column for column in range(name, following) if roles[column] == "count"]
        if len(counts) != 1:
            return []
        pairs.append((name, counts[0]))
    return pairs if roles.count("count") == len(pairs) else []


def _items(
    running: str, rows: Sequence[Sequence[Cell]], heads: Sequence[View], columns: Sequence[tuple[int, int]]
) -> list[tuple[View, View, str]]:
    """Returns name, count and counter of each item that has a count; none of them where a cell is neither a name nor a count."""
    items = []
    for name_column, count_column in columns:
        named = _NAMED_COUNTER.search(heads[count_column].text)
        for row in rows:
            name, count = row[name_column], row[count_column]
            reading = read_cell(count.text)
            if reading.kind in ("blank", "none"):
                continue
            words = view_of(running, name.start, name.end)
            numbering = _NUMBERING.match(words.text)
            words = words.replaced([(0, numbering.end(), "")]) if numbering else words
            if reading.kind != "figure" or not _NAME.fullmatch(words.text):
                return []
            counter = "" if reading.unit or not named else named[1] or named[2]
            items.append((words, view_of(running, count.start, count.end), counter))
    return items


def _in_one_line(lead: View, items: Sequence[tuple[View, View, str]]) -> View:
    """Returns the sentence of a list; what it adds to the words of the table stands where the word before it does."""
    text, at = [lead.text, ":"], [*lead.at[: len(lead.text)], lead.at[len(lead.text) - 1]]
    for name, count, counter in items:
        for view, behind in ((name, ""), (count, counter + "，")):
            text += view.text, behind
            at += (*view.at[: len(view.text)], *[view.at[len(view.text) - 1]] * len(behind))
    return View("".join(text)[:-1], at)


def _others(running: str, rows: Sequence[Sequence[Cell]], roles: Sequence[Role | None]) -> Iterator[LedgerEntry]:
    """Yields what the numerals are of the heads, of the columns beside names and counts, and of the numbering of names."""
    for number, row in enumerate(rows):
        for cell, role in zip(row, roles, strict=True):
            view = view_of(running, cell.start, cell.end)
            if number and role == "count":
                continue
            for figure in find_figures(view.text):
                kind: LedgerKind = figure.kind if figure.kind != "quantity" else "ordinal" if role == "name" or not number else "unread"
                kind = _KINDS.get(role, kind) if number and role is not None else kind
                yield LedgerEntry(*view.place(figure.start, figure.end), kind)
