"""TRS WCM: index.html and index_1.html, the pager a script. As at Baicheng."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from cms.reports import NAVIGATION, Report, html, newest

from crawlers.replica import Page, Site

COLUMN = "http://xxgk.jlbc.gov.cn/bcsrmzf/bcsrmzfndbg/"
ROWS = 3


def site(reports: Sequence[Report]) -> Site:
    pages = {f"{COLUMN}{_path(report)}": report.page for report in reports}
    count = ceil(len(reports) / ROWS)
    for number in range(count):
        name = f"index_{number}.html" if number else "index.html"
        pages[f"{COLUMN}{name}"] = _list(reports[number * ROWS :][:ROWS], count, number, reports)
    return Site(pages)


def _path(report: Report) -> str:
    return f"{report.year + 1}03/t{report.year + 1}0315_{report.number}.html"


def _list(shown: Sequence[Report], count: int, number: int, reports: Sequence[Report]) -> Page:
    rows = "".join(
        f'<tr><td><a href="./{_path(report)}" target="_blank">{report.title}</a></td><td>\n {report.published}\n</td></tr>'
        for report in shown
    )
    pager = f'<script language="JavaScript">createPageHTML({count}, {number}, "index", "html");</script>'
    return html(f"{NAVIGATION}<table>{rows}</table><div>{pager}</div>", newest(reports))
