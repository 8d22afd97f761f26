"""Hanweb xxgk: no lists; the year is a parameter, and one address answers with one body's report of that year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from typing import ClassVar

from scrapy import Request
from scrapy.http import Response, TextResponse

from crawlers import guards
from crawlers.archive import Problem
from crawlers.families.answers import CHINA
from crawlers.families.base import ReportSpider
from crawlers.families.markup import Row, followable
from crawlers.items import Page

#: What the archive and the summary call a year whose page says nothing: not published yet, or never.
NO_REPORT = "no_report_for_year"

#: The address of one year's report: …/xxgkAnnualReport.jsp?fbtime=2017&area=113325000026455663, the parameters in any order.
YEAR_OF_BODY = re.compile(
    r"[^\s\"'<>]{0,100}/module/xxgk/xxgkAnnualReport\.jsp\?[^\s\"'<>]{0,200}\bfbtime=(?P<year>20\d\d)\b[^\s\"'<>]{0,200}"
)


class HanwebXxgk(ReportSpider):
    """Zhejiang, Shandong: /module/xxgk/xxgkAnnualReport.jsp?fbtime=2017&area=113325000026455663, the area being the body's 社会信用代码.

    `lists` holds the address without its year. A row is written by the family: its title says what its address asks for.
    """

    signs = (("xxgkAnnualReport.jsp with a year and a body", YEAR_OF_BODY),)

    #: The body's first report; every year since is asked for.
    first_year: ClassVar[int]

    @classmethod
    def columns_told(cls, page: TextResponse) -> Iterator[tuple[str, str, tuple[int, ...]]]:
        years: dict[str, set[int]] = {}
        for found in YEAR_OF_BODY.finditer(page.text):
            if address := followable(page, unescape(found[0])):
                body = re.sub(r"(?<=[?&])fbtime=20\d\d&?", "", address).rstrip("?&")
                years.setdefault(body, set()).add(int(found["year"]))
        yield from ((address, "政府信息公开年度报告", tuple(sorted(linked))) for address, linked in years.items())

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
