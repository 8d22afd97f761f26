"""A plain list: 下一页 is a script, 尾页 and the numbers are links. As Mudanjiang might be: its two columns, of which one has a pager."""

from __future__ import annotations

from collections.abc import Sequence

from cms.reports import NAVIGATION, Report, html, newest

from crawlers.replica import Page, Site

HOST = "http://mdj.gov.cn"
OLD, NEW = (f"{HOST}/mdjsrmzf/{column}/" for column in ("c105130", "c105122"))


def site(reports: Sequence[Report]) -> Site:
    *others, oldest = reports
    pages = {_address(NEW, report): report.page for report in others}
    pages |= {_address(OLD, oldest): oldest.page, f"{OLD}zfxxgknb.shtml": _list(OLD, [oldest], "")}
    names = ["zfxxgknb.shtml", *(f"zfxxgknb_{number}.shtml" for number in range(2, len(others) + 1))]
    for number, (name, report) in enumerate(zip(names, others, strict=True), 1):
        is_last = number == len(others)
        onward = "" if is_last else f'<a href="javascript:turn({number + 1})">下一页</a><a href="{names[-1]}">尾页</a>'
        numbers = "".join(f'<a href="{other}">{place}</a>' for place, other in enumerate(names, 1) if place != number)
        pages[f"{NEW}{name}"] = _list(NEW, [report], f"<div>{numbers}{onward} 共{len(others)}页</div>")
    return Site(pages)


def _address(folder: str, report: Report) -> str:
    return f"{folder}{report.year + 1}03/c03_{report.number}.shtml"


def _list(folder: str, reports: Sequence[Report], pager: str) -> Page:
    rows = "".join(
        f'<li><a href="{_address(folder, report).removeprefix(HOST)}">{report.title}</a><i>{report.published}</i></li>'
        for report in reports
    )
    return html(f"{NAVIGATION}<ul>{rows}</ul>{pager}", newest(reports))
