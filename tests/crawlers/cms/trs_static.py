"""TRS WCM: index.html and index_1.html, the pager a script; a sub-column for the newest year, and an empty one for the next. As at
Baicheng."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from math import ceil

from cms.reports import NAVIGATION, Report, html

from crawlers.replica import Page, Site

COLUMN = "http://xxgk.jlbc.gov.cn/bcsrmzf/bcsrmzfndbg/"
ROWS = 2
YEARS = '<a href="./2017j/">2017年</a><a href="./2018j/">2018年</a>'
MODIFIED = datetime(2020, 1, 1, tzinfo=UTC)


def site(reports: Sequence[Report]) -> Site:
    pages = {f"{COLUMN}{_path(report)}": report.page for report in reports}
    newest, *others = reports
    count = ceil(len(others) / ROWS)
    for number in range(count):
        name = f"index_{number}.html" if number else "index.html"
        pages[f"{COLUMN}{name}"] = _list(others[number * ROWS :][:ROWS], count, number, YEARS)
    pages |= {f"{COLUMN}2017j/index.html": _list([newest], 1, 0), f"{COLUMN}2018j/index.html": _list([], 1, 0)}
    return Site(pages)


def _path(report: Report) -> str:
    return f"{report.year + 1}03/t{report.year + 1}0315_{report.number}.html"


def _list(shown: Sequence[Report], count: int, number: int, years: str = "") -> Page:
    rows = "".join(
        f'<tr><td><a href="{COLUMN}{_path(report)}">{report.title}</a></td><td>\n {report.published}\n</td></tr>' for report in shown
    )
    pager = f'<script language="JavaScript">createPageHTML({count}, {number}, "index", "html");</script>'
    return html(f"{NAVIGATION * 3}{years}<table>{rows}</table><div>{pager}</div>", MODIFIED)
