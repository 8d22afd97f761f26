"""No portal is asked more, or faster, than its robots.txt, its own word and our manners allow."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

from crawlers.extensions import CrawlRecord
from crawlers.outcomes import LEFT, Refused, in_words, outcome_of, says_host_is_unwell

#: Too many requests, and not now: the host is well, and asks us to wait.
WAIT_STATUSES = (429, 503)
#: How long a host rests that says so, the first time and each time after, in multiples of the delay between two requests.
BACK_OFF = (5, 15, 45, 120)
#: Seconds: a host that asks for a longer rest (Retry-After) is left alone for the night.
LONGEST_REST = 300


class Pace(AutoThrottle):
    """Scrapy's AutoThrottle, which slows down where the portal does, with what it lacks in 2.19: robots.txt's Crawl-delay, 304s, rests.

    A delay of 0 (NIANBAO_DELAY) is for a site of one's own, such as the replica: then robots.txt and Retry-After alone set the pace.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        crawler.signals.connect(self.robots_parsed, signals.robots_parsed)

    def _response_downloaded(self, response: Response, request: Request, spider: Spider) -> None:
        """Adjusts the delay, and lets a host rest that asks for it, before the next request can be on its way."""
        super()._response_downloaded(response, request, spider)
        _, slot = self._get_slot(request, spider)
        if slot is not None and response.status in WAIT_STATUSES and (seconds := rest_after(request, response, self.mindelay)) > 0:
            CrawlRecord.of(self.crawler).log.info("status %d, the host rests for %g s: %s", response.status, seconds, request.url)
            slot.delay = max(slot.delay, 0.001)  # without a delay the downloader does not look when it asked last
            slot.lastseen = monotonic() + seconds - slot.delay

    def _adjust_delay(self, slot: Slot, latency: float, response: Response) -> None:
        if self.mindelay == 0:
            return
        # AutoThrottle takes all but 200 for error pages, which may slow it down and never speed it up again: for one slow answer among
        # them, 1,000 pages answered with 304 took 195 s on loopback.
        super()._adjust_delay(slot, latency, response.replace(status=200) if response.status == 304 else response)

    def robots_parsed(self, robotparser: RobotParser) -> None:
        delay = robotparser.crawl_delay(self.crawler.settings["USER_AGENT"])
        if delay is None or delay <= self.mindelay:
            return
        self.mindelay = delay
        self.maxdelay = max(self.maxdelay, delay)
        for slot in self.crawler.engine.downloader.slots.values():
            slot.delay = max(slot.delay, delay)
        CrawlRecord.of(self.crawler).log.info("robots.txt asks for %s s between requests", delay)


class Robots(RobotsTxtMiddleware):
    """robots.txt by RFC 9309 §2.3.1: one that is not there (4xx) forbids nothing, one that fails (5xx, no answer) forbids all.

    Scrapy would read the error page as rules, and ask on where there was no answer.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._unavailable: dict[str, str] = {}

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500 or response.status == 429:
            self._unavailable[netloc] = "robots_unavailable"
        await super()._parse_robots(response if response.status == 200 else response.replace(body=b""), netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        if not isinstance(exc, IgnoreRequest):
            outcome = outcome_of(exc)
            self._unavailable[netloc] = outcome if outcome == "unreachable" else "robots_unavailable"
        super()._robots_error(exc, netloc)

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        if outcome := self._unavailable.get(urlsplit(request.url).netloc):
            raise Refused(outcome)
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest:
            raise Refused("forbidden_by_robots") from None


class Patience(RetryMiddleware):
    """Asks again for what failed, as Scrapy does; four times where the host says that it is asked too much, each after a rest (`Pace`)."""

    def process_response(self, request: Request, response: Response, spider: Spider | None = None) -> Request | Response:
        if response.status in WAIT_STATUSES:
            if (asked := _asked_rest(response)) is not None and asked > LONGEST_REST:
                Limits.of(self.crawler).give_up(request, f"it asks us to come back in {asked:.0f} s")
                return response
            request = request.replace(meta={**request.meta, "max_retry_times": len(BACK_OFF)})
        answer: Request | Response = super().process_response(request, response)
        return answer


class Limits:
    """Where a crawl stops asking: a host that failed too often in a row is left for the next night, and so is what its hours and its budget
    do not cover.

    Attachments are asked for beyond both: their pages are archived, and would be incomplete without them.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._record = CrawlRecord.of(crawler)
        self._most_failures = crawler.settings.getint("FAILURES_IN_A_ROW")
        self._budget = crawler.settings.getint("REQUESTS_A_NIGHT")
        self._hours = crawler.settings.getfloat("HOURS_A_NIGHT")
        self._ends = monotonic() + self._hours * 3600
        self._failures: Counter[str] = Counter()
        self._given_up: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    @classmethod
    def of(cls, crawler: Crawler) -> Self:
        """Returns the limits of a running crawl."""
        limits = crawler.get_downloader_middleware(cls)
        if limits is None:
            raise RuntimeError("Limits is not among the DOWNLOADER_MIDDLEWARES")
        return limits

    def process_request(self, request: Request) -> None:
        if "kind" not in request.meta:  # robots.txt
            return
        if urlsplit(request.url).netloc in self._given_up:
            raise Refused(LEFT)
        if request.meta["kind"] == "attachment":
            return
        if self._record.counts["requests"] >= self._budget:
            self._record.leave(f"the night's budget of {self._budget} requests is spent")
            raise Refused(LEFT)
        if monotonic() > self._ends:
            self._record.leave(f"the night's {self._hours:.2g} hours are over")
            raise Refused(LEFT)

    def process_response(self, request: Request, response: Response) -> Response:
        if not says_host_is_unwell(f"http_{response.status}"):
            self._failures[urlsplit(request.url).netloc] = 0
        return response

    def failed(self, request: Request, outcome: str) -> None:
        """Counts a page that failed for good; one that failed by a fault of its own shows that the host is well."""
        host = urlsplit(request.url).netloc
        self._failures[host] = self._failures[host] + 1 if says_host_is_unwell(outcome) else 0
        if self._failures[host] == self._most_failures:
            self.give_up(request, f"{self._most_failures} failures in a row, the last: {in_words(outcome)}")

    def give_up(self, request: Request, why: str) -> None:
        """Leaves the host of a request alone for the rest of the night."""
        host = urlsplit(request.url).netloc
        self._given_up.add(host)
        self._record.leave(f"{host} is left alone, {why}")


def rest_after(request: Request, response: Response, delay: float) -> float:
    """Returns for how many seconds a host rests that asks for it: as long as it says itself (Retry-After), else longer each time."""
    waited: int = request.meta.get("retry_times", 0)
    asked = _asked_rest(response)
    if asked is not None:
        return asked if asked <= LONGEST_REST else 0.0
    return BACK_OFF[min(waited, len(BACK_OFF) - 1)] * delay


def _asked_rest(response: Response) -> float | None:
    return retry_after((response.headers.get("Retry-After") or b"").decode("latin-1"), datetime.now(UTC))


def retry_after(value: str, now: datetime) -> float | None:
    """Returns the seconds a Retry-After header asks for, as a number or a date (RFC 9110 §10.2.3); None where it says neither."""
    value = value.strip()
    if value.isascii() and value.isdecimal():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):  # the latter for a year of twenty digits
        return None
    return max(0.0, (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now.timestamp())
