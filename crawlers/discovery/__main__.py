"""Walks an unknown portal: `python -m crawlers.discovery URL --archive DIR [--requests N]`; prints what it found as one JSON object.

`columns`: the candidates, the likeliest first. `looked`: the pages read, and what the links to them said. `problems`: what could not be
read. `site`: SiteName and SiteIDCode. Exit codes as of `python -m crawlers`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.utils.project import get_project_settings

from crawlers import lifeline
from crawlers.archive import open_archive
from crawlers.discovery.links import host_of
from crawlers.discovery.walk import Walk, walk_from


def main(arguments: Sequence[str] | None = None) -> int:
    """Walks, prints, and returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m crawlers.discovery", description=__doc__.split("\n", 1)[0], allow_abbrev=False)
    parser.add_argument("url", help="address of the portal, or of any page near its annual reports")
    parser.add_argument("--archive", required=True, type=Path, help="folder of the archive of the pages read")
    parser.add_argument("--requests", type=int, default=Walk.budget, help="at most that many pages")
    asked = parser.parse_args(arguments)
    if host_of(asked.url) is None:
        print(f"error: {asked.url} is no address of a portal: http://host/ or https://host/", file=sys.stderr)
        return 2
    os.environ.setdefault("SCRAPY_SETTINGS_MODULE", "crawlers.settings")
    settings = get_project_settings()
    settings.setdict({"ARCHIVE": str(asked.archive), "CRAWL_ID": "walk", "LOG_LEVEL": "WARNING"}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    spider = walk_from(asked.url)
    spider.budget = asked.requests
    crawler = process.create_crawler(spider)
    lifeline.hold()
    process.crawl(crawler)
    process.start()
    walk = crawler.spider
    if not isinstance(walk, Walk):
        return 3
    with open_archive(asked.archive, spider.name) as archive:
        problems = [asdict(problem) for crawl in archive.crawls() for problem in crawl.problems]
    columns = sorted(walk.columns.values(), key=lambda column: column.rank, reverse=True)
    found = {"columns": [asdict(column) for column in columns], "looked": walk.looked, "problems": problems, "site": walk.site}
    print(json.dumps(found, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
