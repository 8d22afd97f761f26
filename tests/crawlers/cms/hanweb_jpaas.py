"""Hanweb jpaas: a list page links its sub-columns of a year, such a page names its unit, which answers JSON with HTML inside. As at
Pingchuan."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from math import ceil
from urllib.parse import quote_plus

from cms.reports import NAVIGATION, Report, data, html

from crawlers.replica import Site

HOST = "https://www.bypc.gov.cn"
FOLDER = "/zfxxgk/zfxxgknb/2025n/bmdw"
UNIT = "/api-gateway/jpaas-publish-server/front/page/build/unit"
ROWS = 3

ASKED = {
    "parseType": "bulidstatic",
    "webId": "2945",
    "tplSetId": "quSyqDUrFfjv1nGRQhEEH",
    "pageType": "column",
    "tagId": "分页列表",
    "editType": "null",
    "pageId": "1487002",
}


def site(reports: Sequence[Report]) -> Site:
    pages = {f"{HOST}{_path(report)}": report.page for report in reports}
    said = ",".join(f"'{name}':'{value}'" for name, value in ASKED.items())
    script = f'<script type="text/javascript" url="{UNIT}" queryData="{{{said}}}"></script>'
    years = '<a href="./2025n/bmdw/index.html">2025年</a>'
    pages[f"{HOST}/zfxxgk/zfxxgknb/index.html"] = html(f"{NAVIGATION * 4}{years}", datetime(2020, 1, 1, tzinfo=UTC))
    pages[f"{HOST}{FOLDER}/index.html"] = html(f"{NAVIGATION * 4}<div>{script}</div>", datetime(2020, 1, 1, tzinfo=UTC))
    for page in range(1, ceil(len(reports) / ROWS) + 1):
        turned = {"paramJson": json.dumps({"pageNo": page, "pageSize": ROWS})} if page > 1 else {}
        query = "&".join(f"{name}={quote_plus(value)}" for name, value in (ASKED | turned).items())
        answer = {"success": True, "code": "200", "data": {"html": _html(reports, page)}}
        pages[f"{HOST}{UNIT}?{query}"] = data(json.dumps(answer, ensure_ascii=False), "application/json;charset=UTF-8")
    return Site(pages)


def _path(report: Report) -> str:
    """The address of an article: a hash, under the year of its publication."""
    return f"{FOLDER}/art/{report.year + 1}/art_{hashlib.md5(str(report.number).encode()).hexdigest()}.html"


def _html(reports: Sequence[Report], page: int) -> str:
    rows = "".join(
        f'<li><a href="{_path(report)}" title="{report.title}">{report.title[:10]}...</a><span>{report.published}</span></li>'
        for report in reports[(page - 1) * ROWS :][:ROWS]
    )
    pager = f"<div id=\"分页列表_pagination\" queryData=\"{{'rows':'{ROWS}','count':'{len(reports)}','pageNo':'{page}'}}\"></div>"
    return f'<div class="page-content"><ul>{rows}</ul></div>{pager}'
