"""The crawl's own record: opened in the archive before the first request, closed by a summary after the last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.utils.defer import deferred_from_coro
from twisted.python.failure import Failure

from crawlers.archive import ArchiveError, ArchiveWriter, Outcome, Problem, open_for_crawl
from crawlers.outcomes import LEFT, in_words

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
        self.left_because: list[str] = []
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

    def leave(self, why: str) -> None:
        """Records why pages are left for the next night; each reason is said once."""
        if why not in self.left_because:
            self.left_because.append(why)
            self.log.warning("%s", why)

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
        may_be_empty: bool = spider.may_be_empty  # type: ignore[attr-defined]  # every spider here is a ReportSpider
        outcome, why = judge(reason, self.counts, self.problems, self.left_because, may_be_empty=may_be_empty)
        try:
            self.archive.close_crawl(self.crawl_id, utc_now(), outcome, why, self.counts, self.problems)
            self.closed = True
        finally:
            self.archive.close()
        told = ", ".join(f"{name} {number}" for name, number in sorted(self.counts.items()))
        self.log.info("crawl %s %s: %s (%s)", self.crawl_id, outcome, why, told)


def judge(
    reason: str, counts: Mapping[str, int], problems: Sequence[Problem], left_because: Sequence[str], *, may_be_empty: bool
) -> tuple[Outcome, str]:
    """Returns a crawl's outcome and the reason for people, from Scrapy's finish reason and what was counted.

    failed: it ended, but not knowing all it should: an exception, a list page it could not read, no report where there should be some.
    stopped: a signal, a limit or our parent's end stopped it early. finished: it saw every list page and asked for every report on them
    that is not known; single pages that failed are in the problems.
    """
    if reason == "archive_error":
        return "failed", "the archive could not be written, see the log"
    if counts.get("exceptions") or reason == "start_error":
        return "failed", f"{counts.get('exceptions', 1)} exceptions in our own code, see the log"
    if reason != "finished":
        return "stopped", reason
    if unread := [problem for problem in problems if problem.kind == "list"]:
        return "failed", f"list pages not read: {in_words(unread[0].outcome)} ({unread[0].outcome}) {unread[0].url}"
    if left := counts.get(LEFT):
        return "stopped", f"{left} pages left for the next night: {'; '.join(left_because)}. {_told(counts)}"
    archived = any(counts.get(f"reports_{what}") for what in ("known", "new", "changed", "unchanged", "gone"))
    if counts.get("reports_asked") and not archived:
        first = f"{in_words(problems[0].outcome)} ({problems[0].outcome}) {problems[0].url}"
        return "failed", f"none of {counts['reports_asked']} reports could be fetched: {first}"
    if not counts.get("reports_found") and not may_be_empty:
        return "failed", "no annual report found on any list page"
    return "finished", _told(counts)


def _told(counts: Mapping[str, int]) -> str:
    """Returns in a line what a crawl came to: `12 reports listed, 10 of them known, 2 asked for: 1 new, 1 unchanged`."""
    asked = counts.get("reports_asked", 0) + counts.get("reports_unlisted", 0)
    listed = f"{counts.get('reports_found', 0)} reports listed, {counts.get('reports_known', 0)} of them known, {asked} asked for"
    changes = {change: counts.get(f"reports_{change}") for change in ("new", "changed", "unchanged", "gone")}
    came = ", ".join(f"{number} {change}" for change, number in changes.items() if number) or "nothing new"
    outcomes = {name.removeprefix("problem_"): number for name, number in sorted(counts.items()) if name.startswith("problem_")}
    missed = f"; {sum(outcomes.values())} pages not archived: " + ", ".join(f"{n} {in_words(name)}" for name, n in outcomes.items())
    return f"{listed}: {came}{missed if outcomes else ''}"
