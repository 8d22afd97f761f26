"""Lists that are plain HTML: rows of a link and a date, and a pager. Families differ in how they know the one and the other."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, ClassVar

from parsel import Selector
from scrapy import Request
from scrapy.http import Response, TextResponse

from crawlers.archive import Problem
from crawlers.families.base import ReportSpider, Row, followable, in_its_charset, page_of
from crawlers.items import Page

#: 2018-03-15, 2018/3/15, 2018.03.15, 2018年3月15日, also as [2018-03-15] and with line breaks round it.
ROW_DATE = re.compile(r"(?<!\d)(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")

#: How far up from its link a row reaches: a, td, tr, at most a wrapper or two.
ROW_DEPTH = 4

#: Links of a pager that lead on. 首页 and 上一页 lead back, numbers alone also stand in calendars.
PAGER = re.compile(r"^[\s>»]*(?:下一页|下页|后一页|尾页|末页|最后一页)[\s>»]*$")

#: What a pager says where there is only one page: 共1页, 1/1.
ONE_PAGE = re.compile(r"共\s*[01]\s*页|(?<!\d)1\s*/\s*1(?!\d)")

#: An element of lxml, which has no types.
Element = Any

#: No list of one body's annual reports is longer; more is a pager without an end.
MOST_LIST_PAGES = 200


class Listing(ReportSpider):
    """Base of the families whose lists are HTML pages asked one by one."""

    #: What the addresses of articles look like, where the CMS has a form for them; else a row is a link with a date beside it.
    article_address: ClassVar[re.Pattern[str] | None] = None

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        self._list_pages: set[str] = set()

    def first_requests(self) -> Iterator[Request]:
        for url, column in self.lists:
            yield self._list_page(url, column)

    def parse_list(self, response: Response, column: str) -> Iterator[Page | Request]:
        page = page_of(response, "list", column=column)
        yield page
        if not isinstance(response, TextResponse):
            self.record.problem(Problem(page.url, "list", "no_html"))
            return
        response = in_its_charset(response)
        rows = self.rows(response)
        if not rows and not self.may_be_empty:
            self.record.problem(Problem(page.url, "list", "no_rows"))
        yield from self.reports(rows, column, page.url)
        if not self.limit_reached:
            yield from self._further(response, page.url, column)

    def rows(self, response: TextResponse) -> list[Row]:
        """Returns the rows of a list page, each address once, in the page's order."""
        found: dict[str, Row] = {}
        for row in rows_of(response):
            address_fits = self.article_address.search(row.url) if self.article_address else row.date is not None
            if address_fits and row.title:
                found.setdefault(row.url, row)
        return list(found.values())

    def other_pages(self, response: TextResponse) -> list[str] | None:
        """Returns the addresses of further list pages this page knows of; None where it has a pager that cannot be followed."""
        links = [(link, followable(response, link.attrib.get("href", ""))) for link in response.css("a") if _is_pager(link)]
        if links and not any(url for _, url in links) and not ONE_PAGE.search("".join(response.xpath("//body//text()").getall())):
            return None
        return [url for _, url in links if url]

    def _further(self, response: TextResponse, url: str, column: str) -> Iterator[Request]:
        others = self.other_pages(response)
        if others is None:
            self.record.problem(Problem(url, "list", "pager_not_understood"))
            return
        for other in others:
            if other in self._list_pages:
                continue
            if len(self._list_pages) >= MOST_LIST_PAGES:
                self.record.problem(Problem(other, "list", "too_many_list_pages", f"stopped after {MOST_LIST_PAGES}"))
                return
            yield self._list_page(other, column)

    def _list_page(self, url: str, column: str) -> Request:
        self._list_pages.add(url)
        return self.list_request(url, column)


def rows_of(response: TextResponse) -> Iterator[Row]:
    """Yields every link of a page as a row, with the date that stands beside it and belongs to no other link.

    Beside it: in the largest element around the link, up to ROW_DEPTH levels, that holds no link to another address. Linear in the page.
    """
    links = [(link, url) for link in response.selector.root.iter("a") if (url := followable(response, link.get("href") or ""))]
    around = {link: [parent for parent, _ in zip(link.iterancestors(), range(ROW_DEPTH), strict=False)] for link, _ in links}
    neighbours = Counter(parent for parent, _ in {(parent, url) for link, url in links for parent in around[link]})
    for link, url in links:
        own = link
        for parent in around[link]:
            if neighbours[parent] > 1 or parent.tag in ("body", "html"):
                break
            own = parent
        yield Row(url, _title(link), _date("".join(own.itertext())))


def _title(link: Element) -> str:
    """Returns a link's title: its text, or its title attribute where the text is that one cut short (政府信息公开工作年…) or is missing."""
    text = " ".join("".join(link.itertext()).split())
    whole = " ".join((link.get("title") or "").split())
    stem = text.rstrip(".…·")
    return whole if len(whole) > len(stem) and whole.startswith(stem) else text


def _date(text: str) -> str | None:
    for year, month, day in ROW_DATE.findall(text[:2000]):
        try:
            return datetime.date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return None


def _is_pager(link: Selector) -> bool:
    return bool(PAGER.match("".join(link.xpath(".//text()").getall())[:20]))
