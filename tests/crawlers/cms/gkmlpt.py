"""Guangdong's gkmlpt: JSON, a hundred articles a page, days in Unix seconds; one report is a file. As at 广东省文化和旅游厅."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from cms.reports import Report, data

from crawlers.replica import Site

HOST = "http://whly.gd.gov.cn"
ROWS = 100
#: So many notices stand between the two newest reports and the others, which are on the second page.
NOTICES = 98


def site(reports: Sequence[Report]) -> Site:
    articles = [*map(_article, reports[:2]), *map(_notice, range(NOTICES)), *map(_article, reports[2:])]
    files = {report: f"{HOST}/attachment/0/306/306724/{report.number}.docx" for report in reports if report.year == 2016}
    pages = {_address(report): report.page_with_file(files[report]) if report in files else report.page for report in reports}
    pages |= {address: report.file for report, address in files.items()}
    for start in range(0, len(articles), ROWS):
        answer = {
            "classify": {"id": 2629, "name": "政府信息公开年报", "parent": 0, "post_count": len(articles), "theme_count": len(articles)},
            "articles": articles[start : start + ROWS],
        }
        address = f"{HOST}/gkmlpt/api/all/2629?page={start // ROWS + 1}&sid=175"
        pages[address] = data(json.dumps(answer), "application/json")
    return Site(pages)


def _address(report: Report) -> str:
    return f"{HOST}/gkmlpt/content/3/{report.number}/post_{report.number}.html"


def _article(report: Report) -> dict[str, Any]:
    moment = datetime.fromisoformat(report.published).replace(hour=0, tzinfo=timezone(timedelta(hours=8)))
    return {
        "id": report.number,
        "title": report.title,
        "url": _address(report),
        "date": int(moment.timestamp()),
        "created_at": f"{report.published} 00:00:00",
        "publisher": report.issuer,
    }


def _notice(number: int) -> dict[str, Any]:
    title = f"关于第{number}号场馆开放时间的通知"
    return {"id": number, "title": title, "url": f"{HOST}/gkmlpt/content/3/{number}/post_{number}.html", "date": 1500000000}
