"""What all spiders share: their arguments, the report pages and their attachments, and an account of every page that failed."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import AsyncIterator, Iterable, Iterator
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, ClassVar, Self
from urllib.parse import urldefrag

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawlers import guards
from crawlers.annual_report import FIRST_YEAR, is_annual_report, report_year
from crawlers.archive import Capture, Kind, Problem
from crawlers.extensions import CrawlRecord, utc_now
from crawlers.families.attachments import attachments_of
from crawlers.families.known import KnownReports
from crawlers.families.markup import Row, as_asked
from crawlers.items import Page
from crawlers.middlewares import NOT_MODIFIED, answered_url, archived_response, asked_url
from crawlers.outcomes import GONE, LEFT, Refused, outcome_of
from crawlers.politeness import Limits

#: Headers worth keeping: what the next request and the reader of the bytes need, and who answered.
KEPT_HEADERS = ("content-type", "content-disposition", "etag", "last-modified", "date", "server", "via")

#: A county's server may take minutes over a scanned report of 40 MB: so many times as long as over a page.
PATIENCE_WITH_ATTACHMENTS = 5

#: A report has a handful; a page with more links documents that are not its own.
MOST_ATTACHMENTS = 30

#: The form of a posted list request, as browsers send it.
FORM = "application/x-www-form-urlencoded; charset=UTF-8"

#: What is asked for first: all lists, then the attachments of a page that is in the archive, so that it is soon whole; last what failed the
#: last time, which must not use up the patience (`crawlers.politeness`) that the others need.
LISTS_FIRST, ATTACHMENTS_NEXT, FAILED_LAST = 20, 10, -10


class BadArgumentError(ValueError):
    """A spider argument that cannot be used; the message holds the value."""


class ReportSpider(Spider):
    """Base of all families. A family yields `list_request`s from `first_requests` and hands the rows it finds to `reports`.

    Arguments: `since` and `until` are report years, both inclusive (a title that names no year is kept); `limit` asks for at most that many
    report pages; `only` fetches the one report at that address.
    """

    #: Hosts the portal answers on (`host` or `host:port`). Nothing else is ever asked.
    hosts: ClassVar[tuple[str, ...]]
    #: Address of a list's first page, and the name of its column.
    lists: ClassVar[tuple[tuple[str, str], ...]]
    #: On a list of many bodies' reports: the body whose rows are this portal's. Its name stands in their titles.
    listed_issuer: ClassVar[str | None] = None
    #: What a page of this CMS shows in its markup or its address, each with a name: how `nianbao discover` recognises it. Bases do not say;
    #: the family for lists of no known CMS says that there are none.
    signs: ClassVar[tuple[tuple[str, re.Pattern[str]], ...]]
    #: Declares that a list without rows or without reports is no fault of ours.
    may_be_empty: ClassVar[bool] = False

    def __init__(
        self, since: str | None = None, until: str | None = None, limit: str | None = None, only: str | None = None, **unknown: str
    ) -> None:
        super().__init__()
        if unknown:
            raise BadArgumentError(f"{', '.join(unknown)}: no such argument; there are since, until, limit, only")
        for fact in ("hosts", "lists"):
            if not getattr(self, fact, None):
                raise BadArgumentError(f"{self.name}: the portal's file does not say its {fact}")
        self.arguments = {k: v for k, v in {"since": since, "until": until, "limit": limit, "only": only}.items() if v is not None}
        self.since = _whole_number("since", since, FIRST_YEAR, 2099)
        self.until = _whole_number("until", until, FIRST_YEAR, 2099)
        if self.since and self.until and self.since > self.until:
            raise BadArgumentError(f"since={since} until={until}: no year lies between")
        self.limit = _whole_number("limit", limit, 1, 10**6)
        self.only = only
        for url in (*(url for url, _ in self.lists), *([only] if only else [])):
            if reason := guards.off_portal(url, self.hosts):
                raise BadArgumentError(f"{url}: {reason}; {self.name} answers on {', '.join(self.hosts)}")
        self._found: set[str] = set()
        self._asked = 0
        self._asked_for_unlisted = False

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **arguments: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **arguments)
        crawler.signals.connect(spider.ask_for_unlisted, signals.spider_idle)
        crawler.signals.connect(spider.dropped, signals.request_dropped)
        return spider

    @classmethod
    def columns_told(cls, page: TextResponse) -> Iterator[tuple[str, str, tuple[int, ...]]]:
        """Yields what `lists` takes for the annual-report columns that a page names in its CMS's own way, and the years it links there.

        As a rule a column's page is its list, and nothing is told.
        """
        yield from ()

    @property
    def limit_reached(self) -> bool:
        return self.limit is not None and self._asked >= self.limit

    @property
    def record(self) -> CrawlRecord:
        return CrawlRecord.of(self.crawler)

    @cached_property
    def known(self) -> KnownReports:
        """The report pages that need not be asked for, as the archive was when the crawl began."""
        return KnownReports(self.record.archive, self.settings.getint("RECHECK_DAYS"), datetime.now(UTC).date(), self._is_whole)

    @cached_property
    def _failed_before(self) -> set[str]:
        """The addresses that failed in the last crawl that closed."""
        closed = [crawl for crawl in self.record.archive.crawls() if crawl.closed_at]
        return {problem.url for problem in closed[-1].problems} if closed else set()

    async def start(self) -> AsyncIterator[Any]:
        if self.only:
            self.record.count("reports_found")
            yield self._known_report(self.only)
            return
        for request in self.first_requests():
            yield request

    @abstractmethod
    def first_requests(self) -> Iterable[Request]:
        """Yields the requests a crawl begins with: as a rule the first page of each list."""

    @abstractmethod
    def parse_list(self, response: Response, column: str) -> Iterator[Page | Request]:
        """Yields the list page itself, the requests for its reports, and those for further list pages."""

    def list_request(self, url: str, column: str) -> Request:
        """Returns the request for a list page. The fragment of an address, which never goes over the wire, is the form to post there: so
        each page of a list that has one address for all of them has its own in the archive.
        """
        form = urldefrag(url).fragment
        posted: dict[str, Any] = {"method": "POST", "body": form, "headers": {"Content-Type": FORM}} if form else {}
        told = {"column": column}
        return Request(url, self.parse_list, errback=self.failed, meta={"kind": "list"}, cb_kwargs=told, priority=LISTS_FIRST, **posted)

    def report_request(self, row: Row, column: str | None, list_url: str | None) -> Request:
        self._asked += 1
        self.record.count("reports_asked")
        return self._report_request(row, column, list_url)

    def _report_request(self, row: Row, column: str | None, list_url: str | None) -> Request:
        listed = {"row": row, "column": column, "list_url": list_url}
        priority = FAILED_LAST if row.url in self._failed_before else 0
        # Two rows may be sent on to one address; each is a report of its own until it is read.
        return Request(
            row.url,
            self.parse_report,
            errback=self.failed,
            meta={"kind": "report"},
            cb_kwargs=listed,
            priority=priority,
            dont_filter=True,
        )

    def _known_report(self, url: str) -> Request:
        """Returns the request for a report whose list is not asked; what a list once showed for it is in the archive."""
        if last := self.record.archive.last(url):
            return self.report_request(Row(url, last.listed_title or "", last.listed_date), last.column, last.referer)
        return self.report_request(Row(url, ""), None, None)

    def is_own_report(self, title: str, column: str) -> bool:
        """Returns whether a row with this title in the column is an annual report of this portal."""
        return is_annual_report(title, column) and (self.listed_issuer or "") in title

    def is_asked_for(self, title: str) -> bool:
        """Returns whether the year a title names is among those asked for; one that names none is."""
        year = report_year(title)
        return year is None or (self.since or year) <= year <= (self.until or year)

    def reports(self, rows: Iterable[Row], column: str, list_url: str) -> Iterator[Request]:
        """Yields a request for each row that is an annual report of this portal, within the years and the number asked for, and is not
        known already (`crawlers.families.known`)."""
        for row in map(as_asked, rows):
            self.record.count("rows")
            if row.url in self._found:
                continue
            if not self.is_own_report(row.title, column):
                self.logger.info("listed, but no annual report of this portal: %s %s", row.title, row.url)
                continue
            if guards.off_portal(row.url, self.hosts):
                self.record.count("reports_elsewhere")
                self.logger.info("listed, but not on this portal: %s %s", row.title, row.url)
                continue
            self._found.add(row.url)
            self.record.count("reports_found")
            if not self.is_asked_for(row.title):
                continue
            if self.known.covers(row):
                self.record.count("reports_known")
            elif not self.limit_reached:
                yield self.report_request(row, column, list_url)

    def ask_for_unlisted(self) -> None:
        """Asks, when all lists were read whole and all else is done, for the reports that are on none of them any more.

        Not after a crawl of a part, nor when a list page is missing: then what is not listed may be on what was not read.
        """
        if self.arguments or self._asked_for_unlisted or self.record.counts["lists_failed"] or self.record.counts[LEFT] or not self._found:
            return
        self._asked_for_unlisted = True
        for last in self.known.unlisted(self._found):
            self.record.count("reports_unlisted")
            row = Row(last.url, last.listed_title or "", last.listed_date)
            self.crawler.engine.crawl(self._report_request(row, last.column, None))

    def parse_report(self, response: Response, row: Row, column: str | None, list_url: str | None) -> Iterator[Page | Request]:
        page = page_of(response, "report", listed_title=row.title or None, listed_date=row.date, column=column, referer=list_url)
        yield page
        if not isinstance(response, TextResponse) or guards.is_document(response.url):
            return
        if guards.is_mislabelled(page.headers.get("content-type", ""), response.body):
            self.record.count("reports_in_another_charset_than_declared")
        documents, others = attachments_of(response, page.listed_title, self.hosts)
        for other in others:
            self.record.count("documents_left")
            self.logger.info("linked, but no attachment of this report: %s %s", other.title, other.url)
        if len(documents) > MOST_ATTACHMENTS:
            self.record.problem(Problem(page.url, "attachment", "too_many_attachments", f"{len(documents)}, took {MOST_ATTACHMENTS}"))
        for document in documents[:MOST_ATTACHMENTS]:
            told = {"title": document.title, "page_url": page.url}
            meta = {"kind": "attachment", "download_timeout": PATIENCE_WITH_ATTACHMENTS * self.settings.getfloat("DOWNLOAD_TIMEOUT")}
            # The same document under two reports is an attachment of both.
            yield Request(
                document.url,
                self.parse_attachment,
                errback=self.failed,
                meta=meta,
                cb_kwargs=told,
                dont_filter=True,
                priority=ATTACHMENTS_NEXT,
            )

    def _is_whole(self, last: Capture) -> bool:
        """Returns whether the archive has every attachment of an archived report page."""
        response = archived_response(self.record.archive, last)
        if not isinstance(response, TextResponse) or guards.is_document(response.url):
            return True
        documents, _ = attachments_of(response, last.listed_title, self.hosts)
        return all(self.record.archive.has_attachment(document.url, last.url) for document in documents[:MOST_ATTACHMENTS])

    def parse_attachment(self, response: Response, title: str, page_url: str) -> Iterator[Page]:
        yield page_of(response, "attachment", listed_title=title or None, referer=page_url)

    def dropped(self, request: Request) -> None:
        """Records a page that was sent on to an address that was asked for already, which Scrapy drops without a word."""
        if "redirect_urls" in request.meta and "kind" in request.meta:
            self.record.problem(Problem(asked_url(request), request.meta["kind"], "redirect_loop", f"at {request.url}"))

    def failed(self, failure: Failure) -> None:
        """Records why a page was not archived. Every request has this as its errback, so that none fails unseen."""
        request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy on every errback
        error: BaseException = failure.value  # type: ignore[assignment]  # Twisted leaves room for none
        url, kind, outcome = asked_url(request), request.meta["kind"], outcome_of(error)
        if outcome == LEFT:
            self.record.count(LEFT)
            return
        if outcome == "exception":  # our own fault, or the archive's
            self.record.count("exceptions")
        Limits.of(self.crawler).failed(request, outcome)
        is_gone = kind == "report" and outcome in GONE and self.record.gone(url, outcome)
        if not (is_gone and request.cb_kwargs.get("list_url") is None):  # a list that names it promises a page
            sent_on = f"at {request.url}" if request.url != url else ""
            detail = sent_on if isinstance(error, HttpError | Refused) else f"{type(error).__name__}: {error}"
            self.record.problem(Problem(url, kind, outcome, detail[:300]))


def page_of(response: Response, kind: Kind, **listed: str | None) -> Page:
    """Returns an answer as the item to archive."""
    headers = {name: (response.headers[name] or b"").decode("latin-1") for name in KEPT_HEADERS if name in response.headers}
    return Page(
        url=answered_url(response),
        final_url=response.url,
        fetched_at=utc_now(),
        status=304 if NOT_MODIFIED in response.flags else response.status,
        kind=kind,
        headers=headers,
        body=response.body,
        **listed,
    )


def _whole_number(name: str, value: str | None, least: int, most: int) -> int | None:
    if value is None:
        return None
    if not (value.isascii() and value.isdecimal()) or not least <= int(value) <= most:
        raise BadArgumentError(f"{name}={value}: must be a whole number from {least} to {most}")
    return int(value)
