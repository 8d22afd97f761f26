"""`nianbao discover`: an unknown portal is walked, its likeliest columns are tried, and the leaf that works is handed over for review."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from crawlers.archive import open_archive
from crawlers.discovery.leaf import Leaf, leaf_text
from crawlers.discovery.links import host_of, name_for
from crawlers.portals import portal_ids
from flows.check import Check, check
from flows.crawl import CrawlRequest, child_environment
from flows.errors import UserError
from flows.settings import Settings

#: Columns tried before giving up; each try costs the portal its robots.txt, a list page and a report.
TRIALS = 4
#: A portal's name: its file's, its spider's, its archive's.
NAME = re.compile(r"[a-z][a-z0-9_]*")


class DiscoveryError(UserError):
    """A walk that could not begin, or a folder that is taken."""


def discover(settings: Settings, url: str, folder: Path | None, name: str | None, requests: int) -> bool:
    """Walks the portal at an address and writes a leaf that works, with its saved pages, into a folder; returns whether it could. Says what
    was found, or where was looked. Raises DiscoveryError."""
    host = host_of(url)
    if host is None:
        raise DiscoveryError(f"{url} is no address of a portal: http://host/ or https://host/")
    chosen = name or name_for(host)
    if not NAME.fullmatch(chosen) or chosen in portal_ids():
        raise DiscoveryError(f"{chosen}: a name of small letters, digits and _ that no portal has; give one with --name")
    into = (folder or settings.home / "discovered" / chosen).absolute()
    if into.exists() and any(into.iterdir()):
        raise DiscoveryError(f"{into} is not empty; move it away or name another folder with --into")
    logging.getLogger("flows.crawl").setLevel(logging.CRITICAL)  # what a spider complains of is told below
    print(f"Walking {host}, {requests} requests at most", flush=True)
    found = _walked(settings, url, requests)
    print(f"{len(found['looked'])} pages read")
    tried: set[str] = set()
    for column in found["columns"]:
        if column["url"] in tried or len(tried) >= TRIALS:
            continue
        tried.add(column["url"])
        print(
            f"Trying {column['name']} {column['url']} as {column['family']}: {', '.join(column['signs']) or 'a list of no known CMS'}",
            flush=True,
        )
        with tempfile.TemporaryDirectory(prefix="nianbao-discover-") as scratch:
            home = settings.model_copy(update={"home": Path(scratch)})
            checked = _tried(chosen, column, home)
            if not checked.problems:
                _hand_over(chosen, url, column, checked, home, into)
                _tell(chosen, column, checked, found["columns"], into)
                return True
        print(f"  no: {checked.problems[0]}")
    print("No annual-report column was found that can be crawled. Looked at:")
    for address, said in found["looked"]:
        print(f"  {address} {said}")
    for problem in found["problems"]:
        print(f"  {problem['outcome']}: {problem['url']} {problem['detail']}")
    print("Start from the page that lists the reports, if you know it: nianbao discover URL")
    return False


def _walked(settings: Settings, url: str, requests: int) -> dict[str, Any]:
    """Returns what the walk found, see `crawlers.discovery.__main__`."""
    with tempfile.TemporaryDirectory(prefix="nianbao-walk-") as archive, tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        command = [sys.executable, "-m", "crawlers.discovery", url, "--archive", archive, "--requests", str(requests)]
        environment, pipe = child_environment(settings), subprocess.PIPE
        # stdin is the lifeline: the walk ends when we do.
        with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, stderr=log, text=True, encoding="utf-8") as child:  # noqa: S603
            told = child.stdout.read() if child.stdout else ""
        if child.returncode:
            log.seek(0)
            complaints = log.read().strip().splitlines() or ["the walk ended without a word"]
            raise DiscoveryError(complaints[-1].removeprefix("error: "))
    found: dict[str, Any] = json.loads(told)
    return found


def _tried(name: str, column: Mapping[str, Any], settings: Settings) -> Check:
    """Returns what came of crawling a column as a leaf, up to its first report."""
    file = settings.home / f"{name}.py"
    file.write_text(leaf_text(_leaf(name, column, agency=name, about="a trial", region="000000 unknown", verified="", assumed="")), "utf-8")
    return asyncio.run(check(CrawlRequest(name, until=max(column["years"], default=None), leaf=file), settings))


def _leaf(name: str, column: Mapping[str, Any], **card: str) -> Leaf:
    first_year = min(column["years"], default=2008)
    return Leaf(
        name=name,
        hosts=tuple(column["hosts"]),
        family=column["family"],
        family_class=column["family_class"],
        first_year=first_year,
        lists=((column["url"], column["name"]),),
        more={"first_year": first_year} if column["family"] == "hanweb_xxgk" else {},
        **card,
    )


def _hand_over(name: str, start: str, column: Mapping[str, Any], checked: Check, settings: Settings, into: Path) -> None:
    """Writes the leaf, its card filled from the report that was read, and the pages it was proved by."""
    report, page = checked.reading, checked.page
    if report is None or page is None:
        raise AssertionError("a check without problems has read a report")
    into.mkdir(parents=True, exist_ok=True)
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    signs = ", ".join(column["signs"]) or "rows with dates, no known CMS"
    leaf = _leaf(
        name,
        column,
        agency=report.issuer or name,
        about=f"found from {urlsplit(start).netloc} by nianbao discover on {today}",
        region=f"{report.region_code} {report.region}" if report.region_code else "000000 unknown",
        verified=f"{today}, the list and the report of {report.year} were read; {signs}",
        assumed=f"{_bodies(column) or 'the list is of this body alone'}; how the list goes on; the first year",
    )
    (into / f"{name}.py").write_text(leaf_text(leaf), "utf-8")
    with open_archive(settings.archive, name) as archive:
        saved = {"report": page.capture, "list": checked.listed}
        for what, capture in saved.items():
            if capture:
                (into / f"{what}{Path(urlsplit(capture.final_url).path).suffix or '.html'}").write_bytes(archive.body(capture))


def _bodies(column: Mapping[str, Any]) -> str:
    """Returns what to mind of a list with more reports than a body has: one for each year, and at times its year twice."""
    reports, years = column["reports"], len(column["years"])
    return f"{reports} reports of {years} {'years' if years > 1 else 'year'}, so of several bodies" if reports > 2 * years else ""


def _folder(column: Mapping[str, Any]) -> str:
    """Returns what the pages of one list have in common."""
    return str(column["url"]).rpartition("/")[0]


def _tell(name: str, column: Mapping[str, Any], checked: Check, columns: Sequence[Mapping[str, Any]], into: Path) -> None:
    print(checked)
    others = {other["url"]: other["name"] for other in columns if other["reports"] and _folder(other) != _folder(column)}
    for address, called in others.items():
        print(f"  also seen  {called}: {address}")
    if several := _bodies(column):
        print(f"  mind       the list shows {several}: say in the leaf whose they are, listed_issuer = a name in their titles")
    print(f"The leaf and the pages it was tried on are in {into}. Look at its card, what is Assumed above all, then put {name}.py into")
    print("crawlers/spiders/ and run `python -m crawlers.portals` and `nianbao portals check " + name + "`.")
