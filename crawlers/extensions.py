"""The crawl's own record: opened in the archive before the first request, closed by a summary after the last; and the pace between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from scrapy import Spider, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.defer import deferred_from_coro
from twisted.python.failure import Failure

from crawlers.archive import ArchiveError, ArchiveWriter, Outcome, Problem, open_for_crawl

#: Problems kept one by one in the summary; all are counted. A portal that is down has one for each page.
PROBLEMS_KEPT = 1000


def utc_now() -> str:
    """Returns this second as `2017-03-09T02:00:00Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class CrawlRecord:
    """Holds the portal's archive and lock for the length of a crawl, counts, and writes the closing summary last.

    Exit codes and Scrapy's own word for the end say nothing (a crawl whose every callback raised "finished" with 0): the summary does.
    """

    def __init__(self, crawler: Crawler, archive: ArchiveWriter, crawl_id: str) -> None:
        self.crawler = crawler
        self.archive = archive
        self.crawl_id = crawl_id
        self.counts: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self.closed = False
        # The spider's logger: Scrapy's logging set-up disables every logger that a module made when it was imported.
        self.log = crawler.spider.logger  # type: ignore[union-attr]  # extensions are made after the spider

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        spider = crawler.spider
        started_at = utc_now()
        record = cls(
            crawler,
            open_for_crawl(Path(crawler.settings["ARCHIVE"]), crawler.spidercls.name),
            crawler.settings["CRAWL_ID"] or f"{crawler.spidercls.name}-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}",
        )
        try:
            record.archive.begin_crawl(record.crawl_id, spider.arguments, started_at)  # type: ignore[union-attr]
        except BaseException:
            record.archive.close()
            raise
        crawler.signals.connect(record.spider_error, signals.spider_error)
        crawler.signals.connect(record.item_error, signals.item_error)
        crawler.signals.connect(record.request_reached_downloader, signals.request_reached_downloader)
        crawler.signals.connect(record.spider_closed, signals.spider_closed)
        return record

    @classmethod
    def of(cls, crawler: Crawler) -> Self:
        """Returns the record of a running crawl."""
        record = crawler.get_extension(cls)
        if record is None:
            raise RuntimeError("CrawlRecord is not among the EXTENSIONS")
        return record

    def count(self, name: str) -> None:
        self.counts[name] += 1

    def problem(self, problem: Problem) -> None:
        """Records a page that was asked for and not archived."""
        self.counts["problems"] += 1
        self.counts[f"{problem.kind}s_failed"] += 1
        self.counts[f"problem_{problem.outcome}"] += 1
        if len(self.problems) < PROBLEMS_KEPT:
            self.problems.append(problem)
        self.log.warning("%s %s: %s %s", problem.kind, problem.outcome, problem.url, problem.detail)

    def gone(self, url: str, answer: str) -> bool:
        """Records that the portal took a report down, and returns whether the archive holds it, so that there is something to record."""
        last = self.archive.last(url)
        if last is None:
            return False
        status = int(answer.removeprefix("http_")) if answer.startswith("http_") else 200
        self.archive.mark_gone(self.crawl_id, last, utc_now(), status, answer)
        self.count("reports_gone")
        self.log.warning("the portal took a report down (%s): %s %s", answer, last.listed_title or "", url)
        return True

    def spider_error(self, failure: Failure, response: object) -> None:
        self.count("exceptions")

    def item_error(self, item: object, response: object, spider: Spider, failure: Failure) -> None:
        """An archive that cannot be written makes every further request a waste of the portal's time."""
        self.count("exceptions")
        if isinstance(failure.value, ArchiveError):
            deferred_from_coro(self.crawler.engine.close_spider_async(reason="archive_error"))

    def request_reached_downloader(self) -> None:
        self.count("requests")

    def spider_closed(self, spider: Spider, reason: str) -> None:
        outcome, why = judge(reason, self.counts, self.problems, may_be_empty=spider.may_be_empty)  # type: ignore[attr-defined]
        try:
            self.archive.close_crawl(self.crawl_id, utc_now(), outcome, why, self.counts, self.problems)
            self.closed = True
        finally:
            self.archive.close()
        told = ", ".join(f"{name} {number}" for name, number in sorted(self.counts.items()))
        self.log.info("crawl %s %s: %s (%s)", self.crawl_id, outcome, why, told)


def judge(reason: str, counts: Mapping[str, int], problems: Sequence[Problem], *, may_be_empty: bool) -> tuple[Outcome, str]:
    """Returns a crawl's outcome and the reason for people, from Scrapy's finish reason and what was counted.

    failed: it ended, but not knowing all it should: an exception, a list page it could not read, no report where there should be some.
    stopped: a signal, a limit or our parent's end stopped it early. finished: it saw every list page and asked for every report on them;
    single pages that failed are in the problems.
    """
    if reason == "archive_error":
        return "failed", "the archive could not be written, see the log"
    if counts.get("exceptions") or reason == "start_error":
        return "failed", f"{counts.get('exceptions', 1)} exceptions in our own code, see the log"
    if reason != "finished":
        return "stopped", reason
    if unread := [problem for problem in problems if problem.kind == "list"]:
        return "failed", f"list pages not read: {unread[0].outcome} {unread[0].url}"
    asked, known = counts.get("reports_asked", 0), counts.get("reports_known", 0)
    reports = {change: counts.get(f"reports_{change}", 0) for change in ("new", "changed", "unchanged", "gone")}
    if asked and not known and not any(reports.values()):
        return "failed", f"none of {asked} reports could be fetched: {problems[0].outcome} {problems[0].url}"
    if not counts.get("reports_found") and not may_be_empty:
        return "failed", "no annual report found on any list page"
    told = ", ".join(f"{number} {change}" for change, number in reports.items() if number)
    found = f"{counts.get('reports_found', 0)} reports listed, {known} of them known, {asked + counts.get('reports_unlisted', 0)} asked for"
    return "finished", f"{found}: {told or 'nothing new'}"


class Pace(AutoThrottle):
    """Scrapy's AutoThrottle, which slows down where the portal does, with what it lacks in 2.19: robots.txt's Crawl-delay and 304s.

    A delay of 0 (NIANBAO_DELAY) is for a site of one's own, such as the replica: then robots.txt alone sets the pace.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        crawler.signals.connect(self.robots_parsed, signals.robots_parsed)

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
