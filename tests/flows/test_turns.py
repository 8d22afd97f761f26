"""Which portals may be crawled at the same time."""

from __future__ import annotations

import asyncio

from crawlers.portals import portal_ids, read_card
from flows.crawl import CrawlRequest
from flows.turns import Turns


def seen_together(requests: list[CrawlRequest], at_once: int) -> list[list[str]]:
    """Returns, for each crawl that began, the portals that ran then."""

    async def run() -> list[list[str]]:
        turns, running, seen = Turns(at_once), [], []

        async def crawl(request: CrawlRequest) -> None:
            async with turns.turn(request):
                running.append(request.portal)
                seen.append(list(running))
                await asyncio.sleep(0)
                await asyncio.sleep(0)
                running.remove(request.portal)

        await asyncio.gather(*map(crawl, requests))
        return seen

    return asyncio.run(run())


def test_portals_that_share_a_host_wait_for_each_other_and_no_other_for_them() -> None:
    seen = seen_together([CrawlRequest(portal) for portal in portal_ids()], at_once=3)
    assert len(seen) == len(portal_ids())
    assert max(map(len, seen)) == 3
    for together in seen:
        hosts = [host for portal in together for host in read_card(portal).hosts]
        assert len(hosts) == len(set(hosts)), together


def test_the_internet_archive_is_one_host_for_all() -> None:
    seen = seen_together([CrawlRequest(portal, from_internet_archive=True) for portal in ("ccszf", "jlzwgk", "chaoyang")], at_once=3)
    assert list(map(len, seen)) == [1, 1, 1]
