"""A portal as the Internet Archive kept it, for hosts that are gone and texts that were changed: any leaf, its family's rows included."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, ClassVar, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response, TextResponse
from scrapy.settings import BaseSettings

from crawlers import guards
from crawlers.annual_report import report_year
from crawlers.archive import Capture, Kind, Problem
from crawlers.families.answers import UnexpectedAnswerError
from crawlers.families.attachments import is_own_document
from crawlers.families.base import MOST_ATTACHMENTS, BadArgumentError, ReportSpider, page_of
from crawlers.families.listing import Listing
from crawlers.families.markup import Row, documents_of, in_its_charset
from crawlers.families.titles import titles_of
from crawlers.internet_archive import (
    HOST,
    Copy,
    OddAnswerError,
    index_of_column,
    index_of_page,
    of_column,
    pages,
    read_index,
    replayed,
    resumed,
    same_page,
    versions,
)
from crawlers.items import Page
from crawlers.middlewares import archived_response

#: The index answers 24 requests a minute and address (2026-06) and shuts out for minutes who asks more: four times the delay between two
#: requests to a portal.
SLOWER = 4

#: What the index calls pages; `unk` where a server did not say.
HTML = ("text/html", "application/xhtml+xml", "unk")


def copies_of(leaf: type[ReportSpider], retired: tuple[str, ...]) -> type[InternetArchive]:
    """Returns the spider of a leaf's columns in the Internet Archive: on its own hosts, and at the same paths on its retired ones."""
    columns = [(url.replace(f"//{urlsplit(url).netloc}", f"//{host}", 1), name) for url, name in leaf.lists for host in retired]
    facts = {"name": leaf.name, "hosts": (HOST,), "leaf": leaf, "leaf_hosts": (*leaf.hosts, *retired), "columns": (*leaf.lists, *columns)}
    facts["lists"] = tuple((index_of_column(url), name) for url, name in (*leaf.lists, *columns))
    return type(f"{leaf.__name__}InTheInternetArchive", (InternetArchive,), facts)


class InternetArchive(ReportSpider):
    """Asks the index for the copies below each column, then for the copies: list pages first, for the titles and dates of their rows, then
    reports, each version of a page with its attachments before the next. One request at a time, in an order that the archive keeps.

    What has a report's title in a list, or calls itself an annual report of a year, is a report; any other page is read for rows. A copy
    keeps the page's own address and the moment it was archived (`url`, `fetched_at`); `final_url` says where it was replayed. It never
    changes, so what the archive holds is not asked for again.
    """

    leaf: ClassVar[type[ReportSpider]]
    #: The hosts of the portal, those that answer no more included; its columns there.
    leaf_hosts: ClassVar[tuple[str, ...]]
    columns: ClassVar[tuple[tuple[str, str], ...]]

    def __init__(self, only: str | None = None, **arguments: str) -> None:
        super().__init__(**arguments)
        if only and (reason := guards.off_portal(only, self.leaf_hosts)):
            raise BadArgumentError(f"{only}: {reason}; {self.name} answered on {', '.join(self.leaf_hosts)}")
        self.only = only
        self.arguments |= {"from": HOST} | ({"only": only} if only else {})
        self._family = self.leaf()
        #: What is to be asked next; one request is on its way at a time.
        self._waiting: deque[Request] = deque()
        #: The rows of list pages by `same_page`, and the pages whose copies the index has told.
        self._rows: dict[str, Row] = {}
        self._indexed: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **arguments: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **arguments)
        crawler.signals.connect(spider.ask_next, signals.spider_idle)
        return spider

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        super().update_settings(settings)
        for name in ("DOWNLOAD_DELAY", "AUTOTHROTTLE_START_DELAY"):
            settings.set(name, SLOWER * settings.getfloat(name), "spider")

    @cached_property
    def held(self) -> dict[str, Capture]:
        """The copies that were in the archive when the crawl began, by the address that replays them."""
        return {capture.final_url: capture for capture in self.record.archive.captures()}

    def first_requests(self) -> Iterator[Request]:
        if self.only:
            yield self.list_request(index_of_page(self.only), "")
        else:
            yield from (self.list_request(index, column) for index, column in self.lists)

    async def start(self) -> AsyncIterator[Any]:
        self._waiting.extend(self.first_requests())
        return
        yield  # asked by `ask_next`, as everything else

    def ask_next(self) -> None:
        """Asks for what waits, one thing each time the one before is done with; a copy the archive holds is read there."""
        while self._waiting:
            request = self._waiting.popleft()
            copy = request.cb_kwargs.get("copy")
            if request.meta["kind"] != "attachment" and self.limit_reached and not (copy and same_page(copy.url) in self._found):
                continue
            if copy and (held := self.held.get(copy.address)):
                self.record.count("copies_known")
                self._read_copy(archived_response(self.record.archive, held), copy, request.cb_kwargs["column"])
                continue
            self.crawler.engine.crawl(request)
            raise DontCloseSpider

    def parse_list(self, response: Response, column: str) -> Iterator[Page | Request]:
        """Yields an answer of the index, and lets the copies it tells of wait."""
        page = page_of(response, "list", column=column)
        yield page
        try:
            copies, key = read_index(response.body)
        except OddAnswerError as error:
            self.record.problem(Problem(page.url, "list", "unexpected_answer", str(error)))
            return
        if key:
            self._waiting.appendleft(self.list_request(resumed(page.url, key), column))
        self.record.counts["copies_listed"] += len(copies)
        list_page = next((url for url, name in self.columns if page.url.startswith(index_of_column(url))), None)
        if list_page is None:  # the index of one page
            self._let_wait(copies, column)
        else:
            html = [copy for copy in of_column(copies, list_page) if copy.mimetype in HTML and not guards.is_document(copy.url)]
            self._let_wait(sorted(html, key=lambda copy: (not _is_beside(copy, list_page), copy.url)), column)

    def _let_wait(self, copies: Sequence[Copy], column: str) -> None:
        for of_page in pages(copies):
            self._indexed.add(same_page(of_page[0].url))
            for copy in versions(of_page):
                told = {"copy": copy, "column": column}
                self._waiting.append(
                    Request(copy.address, self.parse_copy, errback=self.failed, meta={"kind": "report"}, cb_kwargs=told, dont_filter=True)
                )

    def parse_copy(self, response: Response, copy: Copy, column: str) -> Iterator[Page]:
        """Yields a copy as the page it was."""
        shown = replayed(response.url)
        if shown is None:
            self.record.problem(Problem(response.url, "report", "no_replay", f"asked for {copy.address}"))
        elif listed := self._read_copy(response, copy, column):
            kind, row = listed
            if kind == "report":
                self.record.count("reports_asked")
            told = {"listed_title": row.title or None, "listed_date": row.date} if row else {}
            yield replace(page_of(response, kind, column=column or None, **told), url=copy.url, fetched_at=shown.archived_at)

    def _read_copy(self, response: Response, copy: Copy, column: str) -> tuple[Kind, Row | None] | None:
        """Returns what a copy is, with the list row that named it, and lets wait what it leads to: a report's attachments, the reports of a
        list. None for a report that was not asked for.
        """
        page = response.replace(url=copy.url)
        if isinstance(page, TextResponse):
            page = in_its_charset(page)
        row = self._rows.get(same_page(copy.url))
        title = row.title if row else self._title(page, column)
        if title is None and not self.only:
            self._ask_for_rows(page, column)
            return "list", None
        if not self.is_asked_for(title or ""):
            return None
        if same_page(copy.url) not in self._found:
            self._found.add(same_page(copy.url))
            self._asked += 1
            self.record.count("reports_found")
        self._ask_for_documents(page, copy, response.url, title)
        return "report", row

    def _title(self, page: Response, column: str) -> str | None:
        """Returns the title of a page that calls itself an annual report of a year, of the leaf's body; None for any other."""
        for title in titles_of(page) if isinstance(page, TextResponse) else ():
            if self._family.is_own_report(title, column) and report_year(title) is not None:
                return title
        return None

    def _ask_for_rows(self, page: Response, column: str) -> None:
        """Remembers the annual reports among a list page's rows, and asks the index for those it has not told of."""
        for row in self._rows_of(page):
            if not self._family.is_own_report(row.title, column) or guards.off_portal(row.url, self.leaf_hosts):
                continue
            self._rows[same_page(row.url)] = row
            if same_page(row.url) not in self._indexed:
                self._indexed.add(same_page(row.url))
                self._waiting.append(self.list_request(index_of_page(row.url), column))

    def _rows_of(self, page: Response) -> list[Row]:
        if not (isinstance(self._family, Listing) and isinstance(page, TextResponse)):
            return []
        try:
            return self._family.rows(page)
        except UnexpectedAnswerError as error:
            self.logger.info("no list page of this family: %s %s", page.url, error)
            return []

    def _ask_for_documents(self, page: Response, copy: Copy, replayed_at: str, title: str | None) -> None:
        """Lets the attachments of a report that the archive lacks wait, before anything else; as they were when the page was archived."""
        if not isinstance(page, TextResponse) or guards.is_document(page.url):
            return
        shown = replayed(replayed_at) or copy
        own = [
            document
            for document in documents_of(page)
            if is_own_document(document, title, page.url) and not guards.off_portal(document.url, self.leaf_hosts)
        ]
        for document in reversed(own[:MOST_ATTACHMENTS]):
            if not self.record.archive.has_attachment(document.url, copy.url):
                told = {"document": document, "page_url": copy.url}
                address = Copy(document.url, shown.moment).address
                self._waiting.appendleft(
                    Request(
                        address, self.parse_document, errback=self.failed, meta={"kind": "attachment"}, cb_kwargs=told, dont_filter=True
                    )
                )

    def parse_document(self, response: Response, document: Row, page_url: str) -> Iterator[Page]:
        """Yields the copy of an attachment as the file it was."""
        shown = replayed(response.url)
        if shown is None:
            self.record.problem(Problem(response.url, "attachment", "no_replay", f"asked for {document.url}"))
            return
        page = page_of(response, "attachment", listed_title=document.title or None, referer=page_url)
        yield replace(page, url=document.url, fetched_at=shown.archived_at)


def _is_beside(copy: Copy, list_page: str) -> bool:
    """Returns whether a page stands in the same folder as a list's first page, as its other pages do."""
    return urlsplit(copy.url).path.rpartition("/")[0] == urlsplit(list_page).path.rpartition("/")[0]
