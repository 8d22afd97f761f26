"""The walk through an unknown portal: best link first, one request at a time, no more than its budget."""

from __future__ import annotations

import heapq
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any, ClassVar, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response, TextResponse
from scrapy.settings import BaseSettings

from crawlers import guards
from crawlers import settings as ours
from crawlers.discovery.links import COLUMN, same_owner, worth
from crawlers.discovery.pages import Column, columns_on
from crawlers.families.base import ReportSpider, page_of
from crawlers.families.markup import followable, in_its_charset, text_of
from crawlers.families.titles import meta_of
from crawlers.items import Page
from crawlers.middlewares import OwnHosts

#: Each step away from the start makes a link worth that much less.
STEP = 3
#: A frame shows what its page is about: lists often stand in one.
FRAME = 50
#: With reports of so many years in a named column, only links to other such columns are worth a request.
ENOUGH_YEARS = 3


class OwnSite(OwnHosts):
    """Asks the hosts of the start's owner: a portal's column may be on another of its hosts (zwgk.changchun.gov.cn)."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(_SameSite(crawler.spidercls.hosts))  # type: ignore[attr-defined]


class _SameSite(tuple[str, ...]):
    """Hosts, and all others of their owner; given to the guard of the portal's own hosts."""

    def __contains__(self, host: object) -> bool:
        return any(same_owner(str(host), own) for own in self)


def walk_from(url: str) -> type[Walk]:
    """Returns the spider that walks the portal at an address."""
    facts = {"name": "discovery", "hosts": (urlsplit(url).netloc.lower(),), "lists": ((url, ""),)}
    return type("WalkFromStart", (Walk,), facts)


class Walk(ReportSpider):
    """Fetches the start, then the likeliest link seen so far, again and again. `columns` are the candidates, `looked` the pages read."""

    may_be_empty = True
    #: Requests to the portal, robots.txt aside.
    budget: ClassVar[int] = 60

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        super().update_settings(settings)
        own_hosts = "crawlers.middlewares.OwnHosts"
        wider = {**ours.DOWNLOADER_MIDDLEWARES, own_hosts: None, f"{__name__}.OwnSite": ours.DOWNLOADER_MIDDLEWARES[own_hosts]}
        settings.set("DOWNLOADER_MIDDLEWARES", wider, "spider")

    def __init__(self, **arguments: str) -> None:
        super().__init__(**arguments)
        self.columns: dict[tuple[str, str], Column] = {}
        self.looked: list[tuple[str, str]] = []
        self.site: dict[str, str] = {}
        #: Links not followed yet, the one worth most first: (-worth, number, address, what it said).
        self._links: list[tuple[int, int, str, str]] = []
        self._seen: set[str] = set()
        self._requests = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **arguments: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **arguments)
        crawler.signals.connect(spider.ask_next, signals.spider_idle)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        for request in self.first_requests():
            yield request

    def first_requests(self) -> Iterable[Request]:
        for url, linked_as in self.lists:
            self._seen.add(url)
            self._requests += 1
            yield self._request(url, linked_as, 0)

    def ask_next(self) -> None:
        """Asks for the link worth most, while the budget lasts and something is worth it."""
        if self._requests >= self.budget or not self._links:
            return
        least, _, url, linked_as = heapq.heappop(self._links)
        enough = any(column.is_named and len(column.years) >= ENOUGH_YEARS for column in self.columns.values())
        if enough and -least < COLUMN - 5 * STEP:
            return
        self._requests += 1
        self.crawler.engine.crawl(self._request(url, linked_as, -least))
        raise DontCloseSpider

    def _request(self, url: str, linked_as: str, value: int) -> Request:
        told = {"column": linked_as, "value": value}
        return Request(url, self.parse_list, errback=self.failed, meta={"kind": "list"}, cb_kwargs=told, dont_filter=True)

    def parse_list(self, response: Response, column: str, value: int = 0) -> Iterator[Page | Request]:
        """Yields a page, and remembers what it says of the portal and which of its links are worth a request."""
        yield page_of(response, "list", column=column)
        self.looked.append((response.url, column))
        if not isinstance(response, TextResponse):
            return
        page = in_its_charset(response)
        self.site = {name: said for name, said in meta_of(page).items() if name in ("sitename", "siteidcode")} | self.site
        for found in columns_on(page, column):
            self.columns.setdefault((found.url, found.family), found)
        depth = int(response.meta.get("depth", 0))
        for url, text, is_worth in _links(page, column):
            if is_worth and url not in self._seen and not guards.off_portal(url, _SameSite(self.hosts)):
                self._seen.add(url)
                heapq.heappush(self._links, (STEP * depth - is_worth, len(self._seen), url, text))


def _links(page: TextResponse, column: str) -> Iterator[tuple[str, str, int]]:
    """Yields the pages that a page links or shows in a frame: address, what the link says, and what following it is worth."""
    for link in page.selector.root.iter("a", "area"):
        url = followable(page, link.get("href") or "")
        if url and not guards.is_document(url):
            text = text_of(link) or " ".join((link.get("title") or "").split())
            yield url, text, worth(text, url)
    for frame in page.selector.root.iter("iframe", "frame"):
        if url := followable(page, frame.get("src") or ""):
            yield url, column, FRAME
