"""Hanweb xxgk: no lists; the year is a parameter, and one address answers with one body's report of that year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from scrapy import Request
from scrapy.http import Response

from crawlers import guards
from crawlers.archive import Problem
from crawlers.families.answers import CHINA
from crawlers.families.base import ReportSpider
from crawlers.families.markup import Row
from crawlers.items import Page

#: What the archive and the summary call a year whose page says nothing: not published yet, or never.
NO_REPORT = "no_report_for_year"


class HanwebXxgk(ReportSpider):
    """Zhejiang, Shandong: /module/xxgk/xxgkAnnualReport.jsp?fbtime=2017&area=113325000026455663, the area being the body's 社会信用代码.

    `lists` holds the address without its year. A row is written by the family: its title says what its address asks for.
    """

    #: The body's first report; every year since is asked for.
    first_year: ClassVar[int]

    def first_requests(self) -> Iterator[Request]:
        for url, column in self.lists:
            yield from self.reports(self.years_of(url), column, url)

    def years_of(self, url: str) -> Iterator[Row]:
        """Yields a row for each year a report may be there for, the newest first: the reports of a year come out in the next."""
        address, _, area = url.partition("?")
        for year in range(datetime.now(CHINA).year - 1, self.first_year - 1, -1):
            yield Row(f"{address}?fbtime={year}&{area}", f"{year}年政府信息公开工作年度报告")

    def parse_list(self, response: Response, column: str) -> Iterator[Page | Request]:
        raise NotImplementedError("there are no list pages")

    def parse_report(self, response: Response, row: Row, column: str | None, list_url: str | None) -> Iterator[Page | Request]:
        if guards.has_few_words(response.body):
            if not self.record.gone(row.url, NO_REPORT):
                self.record.problem(Problem(row.url, "report", NO_REPORT))
            return
        yield from super().parse_report(response, row, column, list_url)
