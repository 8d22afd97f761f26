"""Hanweb jpage in its two generations: records asked for by number, and groups of records each of which names the next. As at Jiangbei."""

from __future__ import annotations

from collections.abc import Sequence

from cms.reports import NAVIGATION, Report, data, html, newest

from crawlers.replica import Page, Site

HOST = "http://www.nbjb.gov.cn"
LIST = f"{HOST}/col/col1229230631/index.html"
ROWS = 2

PROXY = "/module/web/jpage/dataproxy.jsp"
SCRIPT = """<script>$("#5100070").jpage({dataStore:dataStore,totalRecord:TOTAL,proxyUrl:'/module/web/jpage/dataproxy.jsp',\
perPage:1,barPosition:'bottom',ajaxParam:{col:1,appid:1,webid:2763,path:'/',columnid:1229230631,sourceContentType:1,unitid:5100070,\
webname:'宁波市江北区人民政府',permissiontype:0}});</script>"""
POSTED = (
    "col=1&appid=1&webid=2763&path=%2F&columnid=1229230631&sourceContentType=1&unitid=5100070"
    "&webname=%E5%AE%81%E6%B3%A2%E5%B8%82%E6%B1%9F%E5%8C%97%E5%8C%BA%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C&permissiontype=0"
)


def site_by_number(reports: Sequence[Report]) -> Site:
    pages = _articles(reports)
    script = SCRIPT.replace("TOTAL", str(len(reports)))
    pages[LIST] = html(_page(_datastore(reports[:ROWS])) + script, newest(reports))
    for first in range(ROWS, len(reports), ROWS):
        address = f"{HOST}{PROXY}?startrecord={first + 1}&endrecord={first + ROWS}&perpage=1#{POSTED}"
        pages[address] = data(_datastore(reports[first:][:ROWS]), "text/xml;charset=utf-8")
    return Site(pages)


def site_by_groups(reports: Sequence[Report]) -> Site:
    pages = _articles(reports)
    groups = [reports[first : first + ROWS] for first in range(0, len(reports), ROWS)]
    for number, group in enumerate(groups):
        link = f'<a href="{_next(number + 1)}"></a>' if number + 1 < len(groups) else ""
        store = _datastore(group, f"<nextgroup><![CDATA[{link}]]></nextgroup>\n")
        if number:
            pages[f"{HOST}{_next(number)}"] = data(f'<?xml version="1.0" encoding="utf-8"?>\n{store}', "text/xml;charset=utf-8")
        else:
            pages[LIST] = html(_page(store), newest(reports))
    return Site(pages)


def _next(group: int) -> str:
    return f"{PROXY}?page={group}&appid=1&appid=1&webid=2763&path=/&columnid=1229230631&unitid=5100070&webname=%25E5%25AE&permissiontype=0"


def _articles(reports: Sequence[Report]) -> dict[str, Page]:
    """Returns the articles; the report of 2016 is a file to be downloaded by name."""
    files = {report: f"/module/download/downfile.jsp?classid=0&filename={report.number}.docx" for report in reports if report.year == 2016}
    pages = {f"{HOST}{_path(report)}": report.page_with_file(files[report]) if report in files else report.page for report in reports}
    return pages | {f"{HOST}{address}": report.file for report, address in files.items()}


def _path(report: Report) -> str:
    return f"/art/{report.year + 1}/3/15/art_1229230631_{report.number}.html"


def _page(store: str) -> str:
    return f'{NAVIGATION}<div id="5100070"><script type="text/xml">{store}</script></div>'


def _datastore(reports: Sequence[Report], group: str = "") -> str:
    records = "\n".join(
        f"<record><![CDATA[\n<tr><td><a href='{_path(report)}' title='{report.title}' target='_blank'>{report.title[:12]}...</a></td>"
        f"<td width='100'>[{report.published}]</td></tr>]]></record>"
        for report in reports
    )
    return f'<datastore>\n{group}<recordset>\n<ul id="list"></ul>{records}</recordset></datastore>'
