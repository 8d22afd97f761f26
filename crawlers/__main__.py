"""Crawls one portal: `python -m crawlers PORTAL --archive DIR [--since YEAR] [--until YEAR] [--limit N] [--only URL] [--crawl-id ID]`.

PORTAL is a portal's id, or the file of a leaf that is not in the package: `./tongjiang.py`. With `--from-internet-archive` the same leaf is
crawled there, into the folder `internet_archive` beside the portals' own archives.

Exit codes: 0 the crawl ran to an end and the archive holds its closing summary, which alone says how it went; 2 a wrong argument;
3 the crawl could not start, or not write its summary (a damaged archive file, a full disk, stopped by force); 4 another crawl of the
portal is running. Codes 2 to 4 come with one line on stderr that says why.

Logs go to stderr: for people on a terminal, else as JSON lines (`time`, `level`, `logger`, `message`). The crawl ends when the process that
holds its stdin does (`crawlers.lifeline`).
"""

from __future__ import annotations

import argparse
import faulthandler
import importlib.util
import json
import logging
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.utils.project import get_project_settings

from crawlers import internet_archive, lifeline
from crawlers.archive import ArchiveError, ArchiveLockedError
from crawlers.extensions import CrawlRecord
from crawlers.families.base import BadArgumentError, ReportSpider
from crawlers.families.internet_archive import copies_of
from crawlers.portals import BadCardError, card_in, portal_ids, read_card

WRONG_ARGUMENT, NO_SUMMARY, LOCKED = 2, 3, 4

#: Scrapy's inventories of settings and components, some forty lines before the first request.
INVENTORIES = ("scrapy.addons", "scrapy.crawler", "scrapy.middleware", "scrapy.utils.log")


class JsonLines(logging.Formatter):
    """One record, one line of JSON, a traceback included."""

    def format(self, record: logging.LogRecord) -> str:
        message = record.getMessage()
        if record.exc_info:
            message += "\n" + self.formatException(record.exc_info)
        time = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return json.dumps({"time": time, "level": record.levelname, "logger": record.name, "message": message}, ensure_ascii=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the crawl and returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m crawlers", description=__doc__.split("\n", 1)[0], allow_abbrev=False)
    parser.add_argument("portal", help="portal id: " + ", ".join(portal_ids()))
    parser.add_argument("--archive", required=True, type=Path, help="folder of the archive files")
    for name, meaning in (("since", "first report year"), ("until", "last report year"), ("limit", "at most that many report pages")):
        parser.add_argument(f"--{name}", help=meaning)
    parser.add_argument("--only", metavar="URL", help="just the report at that address")
    parser.add_argument("--crawl-id", help="name of this crawl in the archive; made from portal and time where none is given")
    parser.add_argument("--from-internet-archive", action="store_true", help="what the Internet Archive holds of the portal")
    asked = parser.parse_args(arguments)
    file = Path(asked.portal) if asked.portal.endswith(".py") else None
    if file is None and asked.portal not in portal_ids():
        return _give_up(WRONG_ARGUMENT, f"no portal {asked.portal}; there are {', '.join(portal_ids())}")

    faulthandler.enable()
    os.environ.setdefault("SCRAPY_SETTINGS_MODULE", "crawlers.settings")
    try:
        settings = get_project_settings()
    except ValueError as error:
        return _give_up(WRONG_ARGUMENT, f"a NIANBAO_* variable does not fit: {error}")
    archive = asked.archive / internet_archive.FOLDER if asked.from_internet_archive else asked.archive
    settings.setdict({"ARCHIVE": str(archive), "CRAWL_ID": asked.crawl_id, "LOG_INSTALL_ROOT_HANDLER": False}, priority="cmdline")
    _log_to_stderr(settings["LOG_LEVEL"])
    process = AsyncCrawlerProcess(settings)
    try:
        leaf = _leaf_in(file) if file else cast(type[ReportSpider], process.spider_loader.load(asked.portal))
        card = card_in(file) if file else read_card(asked.portal)
    except (OSError, SyntaxError, BadCardError, BadArgumentError) as error:
        return _give_up(WRONG_ARGUMENT, f"{asked.portal}: {error}")
    crawler = process.create_crawler(copies_of(leaf, card.retired) if asked.from_internet_archive else leaf)
    logging.getLogger("scrapy").setLevel(settings["LOG_LEVEL"])  # it lets all pass by itself: two records a page that nobody reads
    lifeline.hold()
    given = {name: value for name in ("since", "until", "limit", "only") if (value := getattr(asked, name)) is not None}
    crawl = process.crawl(crawler, **given)
    process.start()
    if not crawl.done():  # a second SIGTERM
        return _give_up(NO_SUMMARY, f"{asked.portal}: stopped before it could write its closing summary")
    match crawl.exception():
        case None if CrawlRecord.of(crawler).closed:
            return 0
        case None:
            return _give_up(NO_SUMMARY, f"{archive}: the closing summary could not be written, see the log")
        case BadArgumentError() as reason:
            return _give_up(WRONG_ARGUMENT, str(reason))
        case ArchiveLockedError() as reason:
            return _give_up(LOCKED, str(reason))
        case ArchiveError() as reason:
            return _give_up(NO_SUMMARY, str(reason))
        case reason:
            logging.getLogger(asked.portal).error("%s could not be crawled", asked.portal, exc_info=reason)
            return NO_SUMMARY


def _leaf_in(file: Path) -> type[ReportSpider]:
    """Returns the portal that a file defines. Raises BadArgumentError where it defines none, or another than the file's name says."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    if spec is None or spec.loader is None:
        raise BadArgumentError("no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, ReportSpider) and getattr(value, "name", None) == file.stem:
            return value
    raise BadArgumentError(f"defines no portal {file.stem}")


def _log_to_stderr(level: str) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%H:%M:%S") if sys.stderr.isatty() else JsonLines())
    handler.setLevel(level)
    handler.addFilter(lambda record: record.name not in INVENTORIES or record.levelno >= logging.WARNING)
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(level)


def _give_up(code: int, reason: str) -> int:
    print(f"error: {reason}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
