"""Hanweb xxgk: an address for each year, and a page that says nothing for a year without a report. As at Lishui."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from cms.reports import NAVIGATION, Report, html

from crawlers.replica import Site

ADDRESS = "http://www.lishui.gov.cn/module/xxgk/xxgkAnnualReport.jsp?fbtime={year}&area=113325000026455663"


def site(reports: Sequence[Report]) -> Site:
    """Returns the portal. An address cannot move here: what tells it apart is the year."""
    none = html(f"{NAVIGATION}<p>暂无年度报告</p>", datetime(2020, 1, 1, tzinfo=UTC))
    years = {ADDRESS.format(year=year): none for year in range(2008, datetime.now(UTC).year + 1)}
    return Site(years | {ADDRESS.format(year=report.year): report.page for report in reports})
