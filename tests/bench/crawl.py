"""A portal on loopback, crawled without politeness, beside a bare Scrapy spider over the same addresses; then an archive replayed.

    python tests/bench/crawl.py [--reports 2000] [--rounds 3]      # the crawls alone

The portal is the replica of one, grown to thousands of reports. It is played by this process, so only the time of the children counts.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle, islice, product
from pathlib import Path

from measure import CHILDREN, Cost, Stage, cost

from crawlers.archive import open_archive
from crawlers.replica import PORTALS, Document, Site, documents, serve, site_of
from flows.load import load_portal, prepare_warehouse
from flows.settings import Settings

PORTAL = "qikai"
REPORTS, ROUNDS = 2000, 3
#: Rows of a list page, as most portals have them.
ROWS = 20
#: So many suffice to tell what reading one costs.
REPLAYED = 300
#: The bodies of the grown portal: 长春市东安兴街道办事处, 长春市东安隆街道办事处, …
STREETS = product("东西南北新福永兴和平长广安吉富", "安昌盛顺泰康宁丰源华林山河阳光明德仁义春", "兴隆里桥庄屯镇城")
NAMES = tuple(f"长春市{''.join(name)}街道办事处" for name in STREETS)
BARE_SPIDER = Path(__file__).with_name("bare_spider.py")

BARE = "bare Scrapy, nothing kept"
FIRST = "crawl"
KNOWN = "crawl again, nothing changed"
ASKED = "crawl again, every report asked for, all 304"


def crawl_stages(reports: int = REPORTS, rounds: int = ROUNDS) -> Iterator[Stage]:
    """Yields a bare spider's crawl, our first, one that finds nothing changed, and one that asks for every report all the same.

    Each cost is the median of rounds in which they take turns, so that a busy machine slows all alike.
    """
    site, addresses = large_site(reports)
    with serve(site) as proxy, tempfile.TemporaryDirectory() as name:
        taken = [_round(proxy, addresses, Path(name) / str(number), reports) for number in range(rounds)]
    median = {crawl: _median([of_round[crawl] for of_round in taken]) for crawl in taken[0]}
    measured_on = f"{reports} reports and {len(addresses) - reports} list pages"
    for crawl, taken_by in median.items():
        speed = median[BARE].processor / taken_by.processor
        share = f", {speed:.2f} of the bare spider's pages a second" if crawl == FIRST else ""
        yield Stage(f"{crawl}{share}", measured_on, len(addresses), "page", taken_by)


def replay_stages() -> Iterator[Stage]:
    """Yields the reading of an archive into a new warehouse."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = Settings(home=folder, warehouse_url=f"sqlite:///{folder / 'warehouse.sqlite'}")
        site, _ = large_site(REPLAYED)
        with serve(site) as proxy:
            _crawl(proxy, settings.archive)
        _check_archive(settings.archive, REPLAYED)
        prepare_warehouse(settings)
        yield Stage("replay: read the archive and load", f"{REPLAYED} reports", REPLAYED, "report", cost(lambda: _replay(settings)))


def _round(proxy: str, addresses: list[str], folder: Path, reports: int) -> Mapping[str, Cost]:
    """Returns what each crawl costs, the bare spider's first."""
    folder.mkdir()
    listed, archive = folder / "addresses.txt", folder / "archive"
    listed.write_text("\n".join(addresses), encoding="utf-8")
    crawls: dict[str, Callable[[], None]] = {
        BARE: lambda: _bare_crawl(proxy, listed),
        FIRST: lambda: _crawl(proxy, archive),
        KNOWN: lambda: _crawl(proxy, archive),
        ASKED: lambda: _crawl(proxy, archive, recheck_days=0),
    }
    costs = {name: cost(crawl, CHILDREN) for name, crawl in crawls.items()}
    _check_archive(archive, reports)
    return costs


def _median(costs: list[Cost]) -> Cost:
    return Cost(statistics.median(c.processor for c in costs), statistics.median(c.wall for c in costs))


def large_site(reports: int) -> tuple[Site, list[str]]:
    """Returns the portal with that many reports of as many bodies, and the addresses of its lists and reports."""
    (portal,) = (replace(portal, rows_per_page=ROWS) for portal in PORTALS if portal.name == PORTAL)
    texts = cycle(text for text in documents() if text.figures == "real")
    grown = [
        _renamed(text, number, name, portal.folder) for number, (name, text) in enumerate(zip(islice(NAMES, reports), texts, strict=False))
    ]
    site = site_of(grown, [portal])
    lists = [f"http://{portal.hosts[0]}{portal.folder}{name}" for name in (portal.index, *map("index_{}.html".format, range(1, reports)))]
    return site, [*(address for address in lists if address in site), *(f"http://{portal.hosts[0]}{report.address}" for report in grown)]


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


def _crawl(proxy: str, archive: Path, recheck_days: int = 7) -> None:
    command = [sys.executable, "-m", "crawlers", PORTAL, "--archive", str(archive)]
    _run(command, {"http_proxy": proxy, "NIANBAO_DELAY": "0", "NIANBAO_RECHECK_DAYS": str(recheck_days)}, Path.cwd())


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


def _check_archive(archive: Path, reports: int) -> None:
    """A fast crawl that lost pages must not stand in the table."""
    with open_archive(archive, PORTAL) as opened:
        crawls = list(opened.crawls())
        found = sum(1 for _ in opened.latest("report"))
    if found != reports or any(crawl.outcome != "finished" for crawl in crawls):
        raise SystemExit(f"{found} of {reports} reports archived: {[(crawl.outcome, crawl.reason) for crawl in crawls]}")


def _replay(settings: Settings) -> None:
    """Another verdict on a page than `report` would be another load than the one told of."""
    loaded = load_portal(PORTAL, settings, believe=True)
    if loaded.faults or loaded.verdicts != {"report": REPLAYED}:
        raise SystemExit(f"replay: {dict(loaded.verdicts)}; {'; '.join(loaded.faults)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=REPORTS, help=f"at most {len(NAMES)}")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    arguments = parser.parse_args()
    for stage in crawl_stages(min(arguments.reports, len(NAMES)), arguments.rounds):
        speed, wall = stage.count / stage.cost.processor, stage.count / stage.cost.wall
        print(f"{stage.name}: {speed:,.0f} pages a second of processor time, {wall:,.0f} on the clock ({stage.measured_on})")


if __name__ == "__main__":
    main()
