"""Items to the archive: the only place of the crawl that writes pages."""

from __future__ import annotations

import dataclasses
import logging
from typing import Self

from scrapy.crawler import Crawler

from crawlers.extensions import CrawlRecord
from crawlers.items import Page


class ToArchive:
    """Stores each page as it comes, one transaction each, so that a kill loses nothing that was fetched.

    Its logger, `crawlers.pipelines`, says one line for each page stored, which is how far a crawl has come.
    """

    def __init__(self, record: CrawlRecord) -> None:
        self.record = record
        # Not when the module is imported: Scrapy's logging set-up disables the loggers there were before it.
        self.log = logging.getLogger(__name__)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(CrawlRecord.of(crawler))

    def process_item(self, page: Page) -> Page:
        fields = {f.name: getattr(page, f.name) for f in dataclasses.fields(page)}
        capture = self.record.archive.store(self.record.crawl_id, **fields)
        self.record.count(f"{page.kind}s_{capture.change}")
        self.log.info("%s %s: %s %s", page.kind, capture.change, page.listed_title or page.column or "", page.url)
        return page
