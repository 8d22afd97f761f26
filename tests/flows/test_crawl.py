"""A spider as a child process: judged by its closing summary, stopped with everything it started."""

from __future__ import annotations

import asyncio
import os
import signal

import psutil
import pytest

from crawlers.archive import ArchiveError, open_archive, open_for_crawl
from flows.collect import Collected, CrawlNotStartedError, collect
from flows.crawl import CrawlRequest
from flows.settings import Settings


@pytest.fixture
def settings(settings: Settings, replica: str) -> Settings:
    return settings.model_copy(update={"proxy": replica})


def slow(settings: Settings) -> Settings:
    """Settings under which a crawl takes half a minute."""
    return settings.model_copy(update={"delay": 4})


async def spider() -> psutil.Process:
    """Returns the child that crawls, once it has begun."""
    while True:
        for child in psutil.Process().children(recursive=True):
            if "crawlers" in child.cmdline() and child.num_threads() > 1:
                return child
        await asyncio.sleep(0.1)


def crawl_while(settings: Settings, act: signal.Signals) -> tuple[Collected, psutil.Process]:
    """Crawls and sends the spider a signal when its first page is stored; returns what came of it, and the spider."""

    async def both() -> tuple[Collected, psutil.Process]:
        crawling = asyncio.create_task(collect(CrawlRequest("ccszf"), settings))
        child = await spider()
        while not stored(settings):
            await asyncio.sleep(0.1)
        child.send_signal(act)
        return await crawling, child

    return asyncio.run(asyncio.wait_for(both(), 60))


def stored(settings: Settings) -> int:
    try:
        with open_archive(settings.archive, "ccszf") as archive:
            return sum(1 for _ in archive.captures())
    except ArchiveError:  # not made yet
        return 0


def test_a_crawl_ends_with_its_summary_and_its_log(settings: Settings) -> None:
    collected = asyncio.run(collect(CrawlRequest("ccszf"), settings))
    assert (collected.crawl.outcome, collected.doubts) == ("finished", ())
    assert collected.crawl.counts["reports_new"] == 3
    assert '"level": "INFO"' in (settings.logs / "ccszf.jsonl").read_text(encoding="utf-8")


def test_years_and_limit_reach_the_spider(settings: Settings) -> None:
    years = asyncio.run(collect(CrawlRequest("ccszf", since=2016, until=2016), settings))
    assert (years.crawl.counts["reports_new"], years.crawl.arguments) == (1, {"since": "2016", "until": "2016"})
    limited = asyncio.run(collect(CrawlRequest("jlzwgk", limit=2), settings))
    assert limited.crawl.counts["reports_new"] == 2


def test_a_budget_that_is_spent_is_told_and_no_reason_to_doubt(settings: Settings) -> None:
    """robots.txt, the list and one report; the next night asks for the rest."""
    spent = asyncio.run(collect(CrawlRequest("ccszf"), settings.model_copy(update={"requests": 3})))
    assert (spent.crawl.outcome, spent.doubts) == ("stopped", ())
    assert "budget of 3 requests is spent" in spent.shortfalls[0]
    rest = asyncio.run(collect(CrawlRequest("ccszf"), settings))
    assert (rest.crawl.outcome, rest.doubts, rest.shortfalls) == ("finished", (), ())
    assert rest.crawl.counts["reports_known"] + rest.crawl.counts["reports_new"] == 3


def test_a_portal_that_is_down_is_doubted(settings: Settings) -> None:
    collected = asyncio.run(collect(CrawlRequest("ccszf"), settings.model_copy(update={"proxy": "http://127.0.0.1:9"})))
    assert collected.crawl.outcome == "failed"
    assert "list page" in collected.doubts[0]


def test_a_spider_that_was_killed_is_interrupted_and_the_next_crawl_is_whole(settings: Settings) -> None:
    collected, _ = crawl_while(slow(settings), signal.SIGKILL)
    assert collected.crawl.outcome == "interrupted"
    assert "broke off" in collected.doubts[0]
    again = asyncio.run(collect(CrawlRequest("ccszf"), settings))
    assert (again.crawl.outcome, again.doubts) == ("finished", ())


def test_a_crawl_over_its_time_is_stopped_gracefully(settings: Settings) -> None:
    collected = asyncio.run(collect(CrawlRequest("ccszf"), slow(settings).model_copy(update={"crawl_hours": 6 / 3600})))
    assert collected.crawl.outcome == "stopped"
    assert "crawl stopped" in (*collected.doubts, *collected.shortfalls)[0]  # from outside, or by itself a moment before


def test_cancelling_leaves_no_child(settings: Settings) -> None:
    async def cancelled() -> psutil.Process:
        crawling = asyncio.create_task(collect(CrawlRequest("ccszf"), slow(settings)))
        child = await spider()
        crawling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await crawling
        return child

    assert not asyncio.run(asyncio.wait_for(cancelled(), 60)).is_running()


def test_a_crawl_beside_another_of_its_portal_is_not_started(settings: Settings) -> None:
    other = open_for_crawl(settings.archive, "ccszf")
    try:
        with pytest.raises(CrawlNotStartedError, match="another crawl of ccszf is running"):
            asyncio.run(collect(CrawlRequest("ccszf"), settings))
    finally:
        other.close()


def test_an_archive_that_is_torn_is_named(settings: Settings) -> None:
    settings.archive.mkdir(parents=True)
    torn = settings.archive / "ccszf.sqlite"
    torn.write_bytes(os.urandom(5000))
    with pytest.raises(CrawlNotStartedError, match=str(torn)):
        asyncio.run(collect(CrawlRequest("ccszf"), settings))


def test_copies_of_the_internet_archive_have_archives_of_their_own(settings: Settings) -> None:
    request = CrawlRequest("ccszf", limit=3, from_internet_archive=True)
    assert request.arguments() == ["ccszf", "--limit", "3", "--from-internet-archive"]
    assert (request.archive(settings), CrawlRequest("ccszf").archive(settings)) == (settings.copies, settings.archive)
    assert settings.copies.parent == settings.archive
