"""Scrapy with nothing of ours: asks for the addresses in a file and keeps nothing. `scrapy runspider bare_spider.py -a addresses=FILE`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

from scrapy import Request, Spider
from scrapy.http import Response


class Bare(Spider):
    name = "bare"
    addresses: str

    async def start(self) -> AsyncIterator[Request]:
        for url in Path(self.addresses).read_text(encoding="utf-8").split():
            yield Request(url)

    def parse(self, response: Response) -> None:
        """Takes the answer and drops it."""
