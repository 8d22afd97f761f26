"""A portal on loopback, crawled without politeness, beside a bare Scrapy spider over the same addresses; then its archive replayed.

The portal is the replica of one, grown to hundreds of reports. It is played by this process, so only the time of the children counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle, product
from pathlib import Path

from measure import CHILDREN, Stage, cost

from crawlers.archive import open_archive
from crawlers.replica import PORTALS, Document, Site, documents, serve, site_of
from flows.load import load_portal, prepare_warehouse
from flows.settings import Settings

PORTAL = "qikai"
#: The bodies of the grown portal: 长春市东安街道办事处, 长春市东昌街道办事处, …
STREETS = tuple(f"长春市{a}{b}街道办事处" for a, b in product("东西南北新福永兴和平长广安吉富", "安昌盛顺泰康宁丰源华林山河阳光明德仁义春"))
REPORTS = len(STREETS)
BARE_SPIDER = Path(__file__).with_name("bare_spider.py")


def crawl_stages() -> Iterator[Stage]:
    """Yields a first crawl, one that finds nothing changed, the bare spider's, and the replay of the archive into a new warehouse."""
    site, addresses = large_site()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = Settings(home=folder, warehouse_url=f"sqlite:///{folder / 'warehouse.sqlite'}")
        listed = folder / "addresses.txt"
        listed.write_text("\n".join(addresses), encoding="utf-8")
        with serve(site) as proxy:
            first = cost(lambda: _crawl(proxy, settings.archive), CHILDREN)
            again = cost(lambda: _crawl(proxy, settings.archive), CHILDREN)
            bare = cost(lambda: _bare_crawl(proxy, listed), CHILDREN)
        _check_archive(settings.archive)
        prepare_warehouse(settings)
        replayed = cost(lambda: _replay(settings))
    measured_on = f"{REPORTS} reports and {len(addresses) - REPORTS} list pages"
    yield Stage("crawl", measured_on, len(addresses), "page", first)
    yield Stage("crawl again, all 304", measured_on, len(addresses), "page", again)
    yield Stage("bare Scrapy, nothing kept", measured_on, len(addresses), "page", bare)
    yield Stage("replay: read the archive and load", f"{REPORTS} reports", REPORTS, "report", replayed)


def large_site() -> tuple[Site, list[str]]:
    """Returns the portal with that many reports of as many bodies, and the addresses of its lists and reports."""
    (portal,) = (portal for portal in PORTALS if portal.name == PORTAL)
    texts = [text for text in documents() if text.figures == "real"]
    reports = [
        _renamed(text, number, street, portal.folder) for number, (street, text) in enumerate(zip(STREETS, cycle(texts), strict=False))
    ]
    site = site_of(reports)
    lists = [f"http://{portal.hosts[0]}{portal.folder}{name}" for name in (portal.index, *map("index_{}.html".format, range(1, REPORTS)))]
    return site, [*(address for address in lists if address in site), *(f"http://{portal.hosts[0]}{report.address}" for report in reports)]


def _renamed(text: Document, number: int, issuer: str, folder: str) -> Document:
    title = f"{issuer}{text.year}年政府信息公开工作年度报告"
    return replace(
        text,
        portal=PORTAL,
        address=f"{folder}201803/t20180315_{number:07}.html",
        title=title,
        heading=(title,),
        modified=datetime(2018, 3, 15, tzinfo=UTC),
        paragraphs=tuple(line for line in text.paragraphs if not line.startswith("! ")),  # not every portal's template has images
    )


def _crawl(proxy: str, archive: Path) -> None:
    command = [sys.executable, "-m", "crawlers", PORTAL, "--archive", str(archive)]
    _run(command, {"http_proxy": proxy, "NIANBAO_DELAY": "0"}, Path.cwd())


def _bare_crawl(proxy: str, addresses: Path) -> None:
    """With our concurrency; in a folder of its own, or Scrapy would take the project's settings."""
    chosen = {
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "CONCURRENT_REQUESTS": 2,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
    }
    settings = [word for name, value in chosen.items() for word in ("-s", f"{name}={value}")]
    command = [sys.executable, "-m", "scrapy", "runspider", str(BARE_SPIDER), "-a", f"addresses={addresses}", "--nolog", *settings]
    _run(command, {"http_proxy": proxy}, addresses.parent)


def _run(command: list[str], environment: dict[str, str], folder: Path) -> None:
    child = subprocess.run(command, env=os.environ | environment, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}:\n{child.stderr[-2000:]}")


def _check_archive(archive: Path) -> None:
    """A fast crawl that lost pages must not stand in the table."""
    with open_archive(archive, PORTAL) as opened:
        crawls = list(opened.crawls())
        found = sum(1 for _ in opened.latest("report"))
    if found != REPORTS or any(crawl.outcome != "finished" for crawl in crawls):
        raise SystemExit(f"{found} of {REPORTS} reports archived: {[(crawl.outcome, crawl.reason) for crawl in crawls]}")


def _replay(settings: Settings) -> None:
    """Another verdict on a page than `report` would be another load than the one told of."""
    loaded = load_portal(PORTAL, settings, believe=True)
    if loaded.faults or loaded.verdicts != {"report": REPORTS}:
        raise SystemExit(f"replay: {dict(loaded.verdicts)}; {'; '.join(loaded.faults)}")
