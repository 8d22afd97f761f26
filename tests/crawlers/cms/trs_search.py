"""TRS 集约化: ten rows in the page, the others posted for. As at Pingtan, the page's script word for word where it says what is posted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import ceil

from cms.reports import NAVIGATION, Report, data, html, newest

from crawlers.replica import Site

HOST = "https://www.pingtan.gov.cn"
COLUMN = f"{HOST}/zwgk/zfxxgk/zfxxgknb/"
ROWS = 3

SCRIPT = """<script>
    var SiteInfo = {
        itpSiteId: 21,    //互动站点ID
        searchId: 200210, //默认的文档检索频道的ID
        defaultPgTemp: "pgBar_pt.html"  //本站点默认的分页模板名
    };
</script><script>
        require(["list2.trsapi", "tools"], function(listModel, tools) {
            listModel({
                quickMode: "动静结合",
                maxStaticIndex: 1,
                listArgs: {
                    channelid: SiteInfo.searchId,
                    classsql: "" || "chnlid=1813",
                    sortfield: "-docorderpri,-docreltime"
                },
                pagebar: {
                    prepage: ROWS,
                    recordCount: 'COUNT',
                    pgTemp: "pgBar_xxgk.html",
                    pgCountMode: "recordCount",
                    displayNum: 2
                }
            });
        });
</script>"""

POSTED = "channelid=200210&classsql=chnlid%3D1813&sortfield=-docorderpri%2C-docreltime&prepage={rows}&page={page}"


def site(reports: Sequence[Report]) -> Site:
    pages = {f"{COLUMN}{_path(report)}": report.page for report in reports}
    rows = "".join(
        f'<dl><dd><a href="./{_path(report)}" target="_blank" title="{report.title}">{report.title}</a></dd>'
        f"<dd>\n                    {report.published}\n</dd></dl>"
        for report in reports[:ROWS]
    )
    script = SCRIPT.replace("ROWS", str(ROWS)).replace("COUNT", str(len(reports)))
    pages[COLUMN] = html(f'{NAVIGATION}<div ms-visible="showStatic">{rows}</div>{script}', newest(reports))
    count = ceil(len(reports) / ROWS)
    for page in range(2, count + 1):
        found = [_document(report) for report in reports[(page - 1) * ROWS :][:ROWS]]
        answer = {"data": found, "page": page, "pageCount": count, "recordCount": len(reports)}
        address = f"{HOST}/fjdzapp/search#{POSTED.format(rows=ROWS, page=page)}"
        pages[address] = data(json.dumps(answer, ensure_ascii=False), "application/json;charset=utf-8")
    return Site(pages)


def _path(report: Report) -> str:
    return f"{report.year + 1}03/t{report.year + 1}0315_{report.number}.htm"


def _document(report: Report) -> dict[str, str]:
    address = f"{COLUMN}{_path(report)}"
    return {"doctitle": report.title, "chnldocurl": address, "docpuburl": address, "docreltime": f"{report.published} 09:30:00"}
