"""Hanweb jpaas: a list page names the unit its rows come from; the unit is asked page by page and answers JSON with HTML inside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from math import ceil
from typing import ClassVar
from urllib.parse import parse_qsl

from scrapy import Request
from scrapy.http import HtmlResponse, Response, TextResponse

from crawlers.archive import Problem
from crawlers.families.answers import UnexpectedAnswerError, excerpt, form, json_object, markup, member, number
from crawlers.families.base import page_of
from crawlers.families.listing import Listing
from crawlers.families.markup import Row, year_columns
from crawlers.families.pager import further_pages
from crawlers.items import Page

UNIT = "/jpaas-publish-server/front/page/build/unit"

#: queryData="{'parseType':'bulidstatic','webId':'2945','tplSetId':'quSyqDUr…','pageType':'column','tagId':'分页列表','pageId':'1487002'}"
PAIR = re.compile(r"'(\w+)'\s*:\s*'([^']*)'")


class HanwebJpaas(Listing):
    """Gansu, Shandong, the ministries. An answer is `{"success": true, "data": {"html": …}}`; its HTML has the rows, and a pager that says
    how many `rows` a page has and their `count` in all.
    """

    article_address = re.compile(r"/art/20\d\d/art_[0-9a-f]{32}\.html$|/art/20\d\d/\d{1,2}/\d{1,2}/art_\d+_\d+\.html$")

    signs = (
        ("articles named art_HASH", re.compile(r"/art/20\d\d/art_[0-9a-f]{32}\.html\b")),
        ("a unit of jpaas-publish-server in a script", re.compile(re.escape(UNIT))),
    )

    #: The tagId of the list's unit, where the page has several.
    unit: ClassVar[str | None] = None

    def first_requests(self) -> Iterator[Request]:
        for url, column in self.lists:
            yield self._list_page(url, column).replace(callback=self.parse_column)

    def parse_column(self, response: Response, column: str) -> Iterator[Page | Request]:
        """Yields the list page itself, which holds no rows, and the requests for its sub-columns of a year or for its unit's first page."""
        page = page_of(response, "list", column=column)
        yield page
        columns = year_columns(response) if isinstance(response, HtmlResponse) else []
        try:
            units = [] if columns else [self._unit(response)]
        except UnexpectedAnswerError as error:
            self.record.problem(Problem(page.url, "list", "unexpected_answer", str(error)))
            return
        for url in columns:
            if url not in self._list_pages:
                yield self._list_page(url, column).replace(callback=self.parse_column)
        for url in units:
            yield self._list_page(url, column)

    def rows(self, response: TextResponse) -> list[Row]:
        return super().rows(_inside(response))

    def other_pages(self, response: TextResponse) -> list[str] | None:
        rows, count = _size(_inside(response))
        address, _, query = response.url.partition("?")
        asked = dict(parse_qsl(query))
        turned = (json.dumps({"pageNo": page, "pageSize": rows}) for page in further_pages(ceil(count / rows)))
        return [f"{address}?{form(asked | {'paramJson': page})}" for page in turned]

    def _unit(self, response: Response) -> str:
        """Returns the address of the first page of the list's unit."""
        scripts = response.css("script[url][querydata]") if isinstance(response, HtmlResponse) else []
        units = [
            (response.urljoin(script.attrib["url"]), fields)
            for script in scripts
            if script.attrib["url"].endswith(UNIT) and (fields := dict(PAIR.findall(script.attrib["querydata"])))
        ]
        wanted = [f"{address}?{form(fields)}" for address, fields in units if self.unit in (None, fields.get("tagId"))]
        if len(wanted) != 1:
            tags = ", ".join(fields.get("tagId", "?") for _, fields in units)
            raise UnexpectedAnswerError(f"expected one script for the unit {self.unit or 'of the list'}, found {tags or 'none'}")
        return wanted[0]


def _inside(response: TextResponse) -> HtmlResponse:
    """Returns the HTML inside an answer, which must say that it succeeded."""
    answer = json_object(response)
    if answer.get("success") is not True:
        raise UnexpectedAnswerError(f"expected success, found {excerpt(response.text)}")
    return markup(response, member(member(answer, "data", dict), "html", str))


def _size(html: HtmlResponse) -> tuple[int, int]:
    """Returns the rows a page has and the rows of the whole list, from the pager's own attributes or its queryData."""
    pagers = [element.attrib for element in html.css("[rows][count]")]
    pagers += [dict(PAIR.findall(element.attrib["querydata"])) for element in html.css("[querydata]")]
    sizes = {(number(said["rows"], "rows"), number(said["count"], "count")) for said in pagers if {"rows", "count"} <= said.keys()}
    if len(sizes) != 1 or not min(sizes)[0]:
        raise UnexpectedAnswerError(f"expected one pager with rows and count, found {sizes or 'none'}")
    return sizes.pop()
