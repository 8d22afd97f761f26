"""Guangdong's 政府信息公开目录管理平台 (gkmlpt), one for all bodies of the province: a list is JSON, a hundred articles a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrapy.http import TextResponse

from crawlers.families.answers import UnexpectedAnswerError, day_of, excerpt, json_object, member, members
from crawlers.families.listing import Listing
from crawlers.families.markup import Row, followable
from crawlers.families.pager import further_pages

#: The list's address: …/gkmlpt/api/all/2629?page=1&sid=175. The column and the site's number are in its page's window._CONFIG.
PAGE = re.compile(r"(?<=[?&]page=)\d+\b")

PER_PAGE = 100

#: What a page's window._CONFIG says: SID: '175', and a node of its TREE: {"id":2629,"name":"政府信息公开年报",…}.
SITE = re.compile(r"\bSID\b[\"']?\s*:\s*[\"']?(\d+)")
NODE = re.compile(r"\"id\"\s*:\s*(\d+)\s*,\s*\"name\"\s*:\s*\"([^\"]{0,20}(?:年报|年度报告))\"")


class Gkmlpt(Listing):
    """An answer has `classify.post_count` and `articles` (`title`, `url`, `date` in Unix seconds, `created_at`)."""

    signs = (
        ("/gkmlpt/ in its addresses", re.compile(r"/gkmlpt/")),
        ("window._CONFIG in a script", re.compile(r"\bwindow\._CONFIG\b")),
    )

    @classmethod
    def columns_told(cls, page: TextResponse) -> Iterator[tuple[str, str, tuple[int, ...]]]:
        folder, is_catalogue, _ = page.url.partition("/gkmlpt/")
        sites = set(SITE.findall(page.text))
        for number, name in sorted(set(NODE.findall(page.text))) if is_catalogue and len(sites) == 1 else ():
            yield f"{folder}/gkmlpt/api/all/{number}?page=1&sid={next(iter(sites))}", name, ()

    def rows(self, response: TextResponse) -> list[Row]:
        rows = []
        for article in members(json_object(response), "articles"):
            address = followable(response, member(article, "url", str))
            if address is None:
                raise UnexpectedAnswerError(f"expected the address of an article as url, found {excerpt(str(article))}")
            title = " ".join(member(article, "title", str).split())
            rows.append(Row(address, title, day_of(article.get("date") or article.get("created_at"))))
        return rows

    def other_pages(self, response: TextResponse) -> list[str] | None:
        pages = -(-member(member(json_object(response), "classify", dict), "post_count", int) // PER_PAGE)
        if pages > 1 and not PAGE.search(response.url):
            return None
        return [PAGE.sub(str(page), response.url) for page in further_pages(pages)]
