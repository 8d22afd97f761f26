"""Whose turn it is: so many portals at the same time, and never two that share a host."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from crawlers.internet_archive import HOST as INTERNET_ARCHIVE
from crawlers.portals import read_card
from flows.crawl import CrawlRequest


class Turns:
    """Lets crawls begin: at most `at_once` of them run, and of those that ask one host one. Each crawl asks its host one page at a time,
    and so do they together."""

    def __init__(self, at_once: int) -> None:
        self._places = asyncio.Semaphore(at_once)
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @asynccontextmanager
    async def turn(self, request: CrawlRequest) -> AsyncIterator[None]:
        """Waits until the crawl may run, and holds its place meanwhile."""
        hosts = [INTERNET_ARCHIVE] if request.from_internet_archive else read_card(request.portal).hosts
        async with AsyncExitStack() as held:
            for host in sorted(hosts):  # in one order, or two crawls could wait for each other
                await held.enter_async_context(self._hosts[host])
            await held.enter_async_context(self._places)
            yield
