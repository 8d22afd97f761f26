"""Every portal's file, without a network: its card, its facts, the first requests it would make; and what arguments it takes."""

import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from scrapy.core.downloader import Slot
from scrapy.http import Response
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader
from scrapy.utils.test import get_crawler

from crawlers import guards, portals
from crawlers.archive import Problem
from crawlers.extensions import judge
from crawlers.families.base import BadArgumentError, ReportSpider
from crawlers.families.hanweb_xxgk import HanwebXxgk
from crawlers.politeness import Pace
from crawlers.portals import BadCardError, Card, portal_ids, read_card

ROOT = Path(__file__).resolve().parents[2]
LOADER = SpiderLoader.from_settings(Settings({"SPIDER_MODULES": ["crawlers.spiders"]}))


def spider_class(portal: str) -> type[ReportSpider]:
    loaded = LOADER.load(portal)
    assert issubclass(loaded, ReportSpider)
    return loaded


def test_a_file_is_a_portal_is_a_spider() -> None:
    assert sorted(LOADER.list()) == list(portal_ids())
    for portal in portal_ids():
        assert spider_class(portal).__module__ == f"crawlers.spiders.{portal}"


def test_scrapys_own_command_finds_the_portals() -> None:
    listed = subprocess.run([sys.executable, "-m", "scrapy", "list"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert listed.stdout.split() == list(portal_ids())


@pytest.mark.parametrize("portal", portal_ids())
def test_a_portal_is_twenty_lines_of_facts(portal: str) -> None:
    loaded = spider_class(portal)
    assert len((portals.SPIDERS / f"{portal}.py").read_text("utf-8").splitlines()) <= 20
    assert not [name for name, value in vars(loaded).items() if callable(value)]


@pytest.mark.parametrize("portal", portal_ids())
def test_the_card_says_what_the_class_does(portal: str) -> None:
    card, loaded = read_card(portal), spider_class(portal)
    assert card.portal == portal
    assert card.hosts == loaded.hosts
    assert loaded.__mro__[1].__module__ == f"crawlers.families.{card.family}"
    assert 2003 <= card.first_year <= 2026
    assert getattr(loaded, "first_year", card.first_year) == card.first_year
    assert not set(card.retired) & set(card.hosts)
    assert inspect.getdoc(loaded)


@pytest.mark.parametrize("portal", portal_ids())
def test_first_requests_stay_on_the_portal(portal: str) -> None:
    spider = spider_class(portal).from_crawler(get_crawler(spider_class(portal)))
    if isinstance(spider, HanwebXxgk):  # it has no lists: its first requests are what the archive does not hold
        assert all(guards.off_portal(row.url, spider.hosts) is None for url, _ in spider.lists for row in spider.years_of(url))
        return
    requests = list(spider.first_requests())
    assert [request.url for request in requests] == [url for url, _ in spider.lists]
    for request in requests:
        assert guards.off_portal(request.url, spider.hosts) is None
        assert request.callback
        assert request.errback
        assert request.meta["kind"] == "list"


CARD = (portals.SPIDERS / "ccszf.py").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    Quirks:", "    Oddities:"),
        ("    Family: trs_static\n", ""),
        ("Region: 220100 长春市", "Region: 长春市"),
        ("First year: 2008", "First year: long ago"),
        ("长春市人民政府: the", "the"),
        ("class Ccszf", "class Other:\n    pass\n\nclass Ccszf"),
    ],
)
def test_a_card_in_another_form_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    assert old in CARD
    (tmp_path / "ccszf.py").write_text(CARD.replace(old, new), "utf-8")
    monkeypatch.setattr(portals, "SPIDERS", tmp_path)
    with pytest.raises(BadCardError, match=r"ccszf\.py"):
        read_card("ccszf")


def test_a_card_holds_all_its_lines() -> None:
    card = read_card("ccszf")
    assert isinstance(card, Card)
    assert (card.agency, card.region_code, card.region, card.retired) == ("长春市人民政府", "220100", "长春市", ("www.ccszf.gov.cn",))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"since": "lately"}, "since=lately"),
        ({"since": "1999"}, "since=1999"),
        ({"until": "20２0"}, "until="),
        ({"since": "2018", "until": "2017"}, "since=2018 until=2017"),
        ({"limit": "0"}, "limit=0"),
        ({"limit": "-1"}, "limit=-1"),
        ({"only": "http://www.example.org/x.html"}, "http://www.example.org/x.html"),
        ({"only": "file:///etc/passwd"}, "file:///etc/passwd"),
        ({"from": "2018"}, "from"),
    ],
)
def test_a_wrong_argument_is_named(arguments: dict[str, str], said: str) -> None:
    with pytest.raises(BadArgumentError, match=said):
        spider_class("ccszf")(**arguments)


@pytest.mark.parametrize("missing", ["hosts", "lists"])
def test_a_portal_without_its_facts_does_not_start(missing: str) -> None:
    ccszf = spider_class("ccszf")
    with pytest.raises(BadArgumentError, match=missing):
        type("Bare", (ccszf,), {missing: ()})()


LIST_PROBLEM = Problem("http://a/", "list", "http_500")
REPORT_PROBLEM = Problem("http://a/1", "report", "http_404")


@pytest.mark.parametrize(
    ("reason", "counts", "problems", "outcome"),
    [
        ("finished", {"reports_found": 2, "reports_asked": 2, "reports_new": 1, "reports_unchanged": 1}, [], "finished"),
        ("finished", {"reports_found": 2, "reports_asked": 2, "reports_new": 1}, [REPORT_PROBLEM], "finished"),
        ("finished", {"reports_found": 9}, [], "finished"),  # none within since and until
        ("finished", {"reports_found": 1, "reports_asked": 1}, [REPORT_PROBLEM], "failed"),
        ("finished", {"reports_found": 9, "reports_asked": 1, "reports_known": 8}, [REPORT_PROBLEM], "finished"),
        ("finished", {"reports_found": 9, "reports_asked": 9, "left_for_next_night": 8}, [REPORT_PROBLEM], "stopped"),
        ("finished", {"reports_found": 9, "left_for_next_night": 8}, [LIST_PROBLEM], "failed"),
        ("finished", {"reports_found": 2, "reports_asked": 2, "reports_new": 2}, [LIST_PROBLEM], "failed"),
        ("finished", {"reports_found": 2, "reports_asked": 2, "reports_new": 2, "exceptions": 1}, [], "failed"),
        ("finished", {}, [], "failed"),
        ("start_error", {"reports_found": 1}, [], "failed"),
        ("archive_error", {"reports_found": 1}, [], "failed"),
        ("shutdown", {"reports_found": 1}, [], "stopped"),
        ("closespider_timeout", {}, [], "stopped"),
    ],
)
def test_the_verdict(reason: str, counts: dict[str, int], problems: list[Problem], outcome: str) -> None:
    assert judge(reason, counts, problems, [], may_be_empty=False)[0] == outcome


def test_an_empty_portal_may_declare_itself() -> None:
    assert judge("finished", {}, [], [], may_be_empty=True)[0] == "finished"


def test_settings_are_polite() -> None:
    settings = import_module("crawlers.settings")
    assert settings.ROBOTSTXT_OBEY
    assert settings.CONCURRENT_REQUESTS_PER_DOMAIN == 1
    assert settings.AUTOTHROTTLE_ENABLED
    assert settings.DOWNLOAD_DELAY_JITTER == 0
    assert not settings.TELNETCONSOLE_ENABLED
    assert not settings.REMOTE_CONTROL_ENABLED


@pytest.mark.parametrize(
    ("configured", "status", "delay", "after"),
    [
        (1.0, 200, 10.0, 5.25),
        (1.0, 304, 10.0, 5.25),  # a full answer, so the portal may be asked faster again
        (1.0, 500, 10.0, 10.0),
        (1.0, 304, 0.0, 1.0),
        (0.0, 200, 0.0, 0.0),  # a site of one's own
    ],
)
def test_the_pace_follows_the_portal(configured: float, status: int, delay: float, after: float) -> None:
    pace = Pace(get_crawler(settings_dict={"AUTOTHROTTLE_ENABLED": True}))
    pace.mindelay, pace.maxdelay = configured, 60.0
    slot = Slot(concurrency=1, delay=delay)
    pace._adjust_delay(slot, 0.5, Response("http://zwgk.example.gov.cn/", status=status))
    assert slot.delay == after
