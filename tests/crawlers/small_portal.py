"""A small portal, and the crawl of it as flows start it: `python -m crawlers` in a process of its own, the portal behind a proxy."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from crawlers.archive import Crawl, open_archive
from crawlers.replica import Page, Site

LIST = "http://zwgk.changchun.gov.cn/ccsrmzfndbg/"
MODIFIED = datetime(2018, 3, 15, tzinfo=UTC)
NAVIGATION = "".join(f'<a href="/c{n}/">栏目{n}</a>' for n in range(40))
TEXT = "一、概述 根据《中华人民共和国政府信息公开条例》编制。全年主动公开政府信息12345条。" * 20


def html(body: str) -> Page:
    return Page(f"<html><body>{body}</body></html>".encode(), "text/html; charset=utf-8", MODIFIED)


def report(year: int) -> str:
    return f"{LIST}{year + 1}03/t{year + 1}0315_{year}.html"


def list_page(*years: int, more: str = "") -> Page:
    rows = "".join(f'<li><a href="{report(y)}">{y}年长春市政府信息公开工作年度报告</a> {y + 1}-03-15</li>' for y in years)
    return html(f"<div>{NAVIGATION}</div><ul>{rows}</ul>{more}")


def site(*years: int) -> Site:
    """Returns a small portal: one list of these years' reports, each with a Word file."""
    pages = {LIST: list_page(*years)}
    for year in years:
        pages[report(year)] = html(f'{year}年 {TEXT}<a href="./P{year}.doc">附件</a>')
        pages[report(year).rpartition("/")[0] + f"/P{year}.doc"] = Page(
            b"\xd0\xcf\x11\xe0" + str(year).encode(), "application/msword", MODIFIED
        )
    return Site(pages)


def start(
    proxy: str, archive: Path, *arguments: str, delay: float = 0, portal: str = "ccszf", recheck: int = 0, **settings: str
) -> subprocess.Popen[str]:
    """Starts a crawl; `settings` are NIANBAO_* variables."""
    environment = os.environ | {"http_proxy": proxy, "NIANBAO_DELAY": str(delay), "NIANBAO_RECHECK_DAYS": str(recheck)} | settings
    command = [sys.executable, "-m", "crawlers", portal, "--archive", str(archive), *arguments]
    return subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


def run(proxy: str, archive: Path, *arguments: str, portal: str = "ccszf", recheck: int = 0, **settings: str) -> tuple[int, str]:
    """Returns exit code and log of a crawl that is left to end by itself; by default it asks for every report, known or not."""
    with start(proxy, archive, *arguments, portal=portal, recheck=recheck, **settings) as child:
        assert child.stderr is not None
        return_code = (child.stderr.read(), child.wait())
    return return_code[1], return_code[0]


def crawl(proxy: str, archive: Path, *arguments: str, portal: str = "ccszf", recheck: int = 0, **settings: str) -> Crawl:
    """Returns the closing summary of a crawl that is left to end by itself."""
    code, log = run(proxy, archive, *arguments, portal=portal, recheck=recheck, **settings)
    assert code == 0, log
    with open_archive(archive, portal) as opened:
        return list(opened.crawls())[-1]
