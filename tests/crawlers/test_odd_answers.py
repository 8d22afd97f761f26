"""Answers no honest server gives: redirects that loop or lead inside, half a body, a 304 nobody asked for; and code of ours that fails."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from crawlers.archive import Capture, Crawl, open_archive

sys.path.insert(0, str(Path(__file__).parent))
from answering import Answer, ok, proxy
from small_portal import TEXT, run

HOST = "http://zwgk.changchun.gov.cn"
LIST = f"{HOST}/ccsrmzfndbg/"
REPORT = f"{LIST}201703/t20170315_1.html"
LIST_PAGE = f'<ul><li><a href="{REPORT}">2016年长春市政府信息公开工作年度报告</a> 2017-03-15</li></ul><p>{TEXT}</p>'


def crawl(address: str, folder: Path) -> tuple[Crawl, dict[str, Capture], str]:
    """Returns the summary of one crawl, what it archived by address, and its log."""
    code, log = run(address, folder, NIANBAO_CONTACT="desk@example.org")
    assert code == 0, log
    with open_archive(folder, "ccszf") as archive:
        seen = list(archive.crawls())[-1]
        return seen, {c.url: c for c in archive.captures() if c.crawl == seen.id}, log


ODD: dict[str, tuple[Answer, str]] = {
    "a redirect to a private address": ((302, {"Location": "http://192.168.1.1/login"}, b""), "private_address"),
    "a redirect to another site": ((301, {"Location": "http://bt365.example.com/"}, b""), "off_portal"),
    "a redirect to itself and on": ((302, {"Location": REPORT + "?again"}, b""), "redirect_loop"),
    "half a body": ((200, {"Content-Type": "text/html", "Content-Length": "90000"}, b"<html>" + TEXT.encode()), "truncated"),
    "a 304 nobody asked for": ((304, {}, b""), "not_modified_unasked"),
    "a server error": ((500, {}, b"oops"), "http_500"),
    "a bomb": ((200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(bytes(80 * 2**20))), "too_large"),
}


@pytest.mark.parametrize("what", ODD)
def test_an_odd_answer_is_named_and_not_archived(tmp_path: Path, what: str) -> None:
    answer, outcome = ODD[what]
    other = REPORT.replace("_1", "_2")
    two_reports = LIST_PAGE + f'<a href="{other}">2015年长春市政府信息公开工作年度报告</a>'
    loop = {f"{REPORT}{'?again' * n}": (302, {"Location": REPORT + "?again" * (n + 1)}, b"") for n in range(1, 9)}
    with proxy({LIST: ok(two_reports), REPORT: answer, other: ok(TEXT), **loop}) as (address, asked):
        seen, archived, _ = crawl(address, tmp_path)
    assert seen.outcome == "finished"
    assert [(p.url, p.outcome) for p in seen.problems] == [(REPORT, outcome)]
    assert set(archived) == {LIST, other}
    assert all(request.url.startswith(HOST) for request in asked)


def test_a_redirect_within_the_portal_is_remembered(tmp_path: Path) -> None:
    moved = f"{HOST}/new/t20170315_1.html"
    answers = {LIST: ok(LIST_PAGE), REPORT: (302, {"Location": moved}, b""), moved: ok(TEXT, ETag='"1"')}
    with proxy(answers) as (address, asked):
        _, archived, _ = crawl(address, tmp_path)
        assert (archived[REPORT].final_url, archived[REPORT].change) == (moved, "new")
        answers[moved] = (304, {}, b"")
        asked.clear()
        _, archived, _ = crawl(address, tmp_path)
    sent = {request.url: request.headers.get("If-None-Match") for request in asked}
    assert (sent[REPORT], sent[moved]) == (None, '"1"')
    assert (archived[REPORT].change, archived[REPORT].status, archived[REPORT].headers["etag"]) == ("unchanged", 304, '"1"')


def test_validators_are_not_carried_to_another_address(tmp_path: Path) -> None:
    moved = f"{HOST}/new/t20170315_1.html"
    answers = {LIST: ok(LIST_PAGE), REPORT: ok(TEXT, ETag='"1"', **{"Last-Modified": "Thu, 15 Mar 2018 09:32:00 GMT"})}
    with proxy(answers) as (address, asked):
        crawl(address, tmp_path)
        answers |= {REPORT: (302, {"Location": moved}, b""), moved: ok(TEXT + "edited")}
        asked.clear()
        _, archived, _ = crawl(address, tmp_path)
    sent = {request.url: {name for name in request.headers if name.startswith("If-")} for request in asked}
    assert (sent[REPORT], sent[moved]) == ({"If-None-Match", "If-Modified-Since"}, set())
    assert (archived[REPORT].change, archived[REPORT].final_url) == ("changed", moved)


def test_who_asks_and_how_fast(tmp_path: Path) -> None:
    robots = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nCrawl-delay: 0.3\n")
    with proxy({f"{HOST}/robots.txt": robots, LIST: ok(LIST_PAGE), REPORT: ok(TEXT)}) as (address, asked):
        _, _, log = crawl(address, tmp_path)
    assert "robots.txt asks for 0.3 s" in log
    assert asked[0].url == f"{HOST}/robots.txt"
    assert all("nianbao" in request.headers["User-Agent"] and "desk@example.org" in request.headers["User-Agent"] for request in asked)


def test_a_robots_txt_that_fails_forbids_all(tmp_path: Path) -> None:
    with proxy({f"{HOST}/robots.txt": (503, {}, b"busy"), LIST: ok(LIST_PAGE), REPORT: ok(TEXT)}) as (address, asked):
        seen, archived, _ = crawl(address, tmp_path)
    assert (seen.outcome, [p.outcome for p in seen.problems], archived) == ("failed", ["robots_unavailable"], {})
    assert {request.url for request in asked} == {f"{HOST}/robots.txt"}


BROKEN = """
import sys
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.utils.project import get_project_settings
from crawlers.spiders.ccszf import Ccszf

class Broken(Ccszf):
    name = "broken"

    def rows(self, response):
        raise RuntimeError("the layout has changed")

settings = get_project_settings()
settings["ARCHIVE"] = sys.argv[1]
process = AsyncCrawlerProcess(settings)
process.crawl(Broken)
process.start()
"""


def test_code_of_ours_that_fails_fails_the_crawl_and_keeps_the_page(tmp_path: Path) -> None:
    with proxy({LIST: ok(LIST_PAGE), REPORT: ok(TEXT)}) as (address, _):
        environment = os.environ | {"http_proxy": address, "NIANBAO_DELAY": "0", "SCRAPY_SETTINGS_MODULE": "crawlers.settings"}
        subprocess.run([sys.executable, "-c", BROKEN, str(tmp_path)], env=environment, capture_output=True, check=True)
    with open_archive(tmp_path, "broken") as archive:
        (seen,) = archive.crawls()
        assert (seen.outcome, seen.counts["exceptions"]) == ("failed", 1)
        assert [capture.url for capture in archive.captures()] == [LIST]
