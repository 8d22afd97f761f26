"""Lists that are plain HTML: rows of a link and a date, and a pager. Families differ in how they know the one and the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from scrapy import Request
from scrapy.http import HtmlResponse, Response, TextResponse

from crawlers.archive import Problem
from crawlers.families.answers import UnexpectedAnswerError
from crawlers.families.base import ReportSpider, page_of
from crawlers.families.markup import Row, followable, in_its_charset, rows_of, text_of, year_columns
from crawlers.families.pager import MOST_LIST_PAGES, pages_linked, pages_scripted
from crawlers.items import Page
from crawlers.middlewares import answered_url


class Listing(ReportSpider):
    """Base of the families whose lists are pages asked one by one, those of the sub-columns a list has for its years among them."""

    #: What the addresses of articles look like, where the CMS has a form for them: then a link without a date beside it is a row too.
    article_address: ClassVar[re.Pattern[str] | None] = None

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        self._list_pages: set[str] = set()
        self._year_columns: set[str] = set()

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
        try:
            rows, others = self.rows(response), self.other_pages(response)
        except UnexpectedAnswerError as error:
            self.record.problem(Problem(page.url, "list", "unexpected_answer", str(error)))
            return
        columns = year_columns(response) if isinstance(response, HtmlResponse) else []
        self._year_columns.update(columns)
        if not rows and page.url in self._year_columns:  # made for a year whose reports are still to come
            self.record.count("year_columns_empty")
        elif not rows and not columns and not self.may_be_empty:
            self.record.problem(Problem(page.url, "list", "no_rows"))
        yield from self.reports(rows, column, page.url)
        if not self.limit_reached:
            yield from self._further(None if others is None else [*others, *columns], page.url, column)

    def rows(self, response: TextResponse) -> list[Row]:
        """Returns the rows of a list page, each address once, in the page's order.

        A date beside a link makes it a row whatever its address: a report that is listed as a file has none of the CMS's form.
        Families whose lists are no HTML raise UnexpectedAnswerError where the answer is not in their format.
        """
        found: dict[str, Row] = {}
        for row in rows_of(response):
            is_article = row.date is not None or (self.article_address is not None and self.article_address.search(row.url))
            if is_article and row.title:
                found.setdefault(row.url, row)
        return list(found.values())

    def other_pages(self, response: TextResponse) -> list[str] | None:
        """Returns the addresses of further list pages this page knows of; None where it has a pager that cannot be followed."""
        scripted = pages_scripted(response.text)
        if scripted:
            return [response.urljoin(name) for name in scripted[0]] if len(scripted) == 1 else None
        links = [(text_of(link), followable(response, link.get("href") or "")) for link in response.selector.root.iter("a")]
        is_first = answered_url(response) in self._year_columns.union(url for url, _ in self.lists)
        return pages_linked(links, response.url, is_first=is_first, words=text_of(response.selector.root))

    def _further(self, others: list[str] | None, url: str, column: str) -> Iterator[Request]:
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
