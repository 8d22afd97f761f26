"""Each family against a replica that speaks its format: a portal through its changes, from the crawl to the rows; answers of another shape.

The replicas are in `cms/`; each stands for the portal whose leaf is crawled here, in a process of its own as flows start it.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from scrapy.http import HtmlResponse, TextResponse

from crawlers.archive import Crawl, open_archive
from crawlers.families.answers import UnexpectedAnswerError
from crawlers.families.gkmlpt import Gkmlpt
from crawlers.families.hanweb_jpaas import HanwebJpaas
from crawlers.families.hanweb_jpage import HanwebJpage
from crawlers.families.listing import Listing
from crawlers.families.pager import MOST_LIST_PAGES
from crawlers.families.trs_search import TrsSearch
from crawlers.families.trs_static import TrsStatic
from crawlers.replica import Answered, Site, serve
from db.query import query
from flows.collect import collect
from flows.crawl import CrawlRequest
from flows.load import Loaded, load_portal, prepare_warehouse
from flows.settings import Settings

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "extract"))  # the maker of Word files
from cms import gkmlpt, hanweb_jpaas, hanweb_jpage, hanweb_xxgk, plain_list, trs_search, trs_static
from cms.certificate import context_for
from cms.reports import Report, first_state, later_state

Play = Callable[[Sequence[Report]], Site]

#: Family and portal, and what plays it.
FAMILIES: dict[str, tuple[str, Play]] = {
    "trs_static": ("baicheng", trs_static.site),
    "trs_search": ("pingtan", trs_search.site),
    "hanweb_jpage, records by number": ("jiangbei", hanweb_jpage.site_by_number),
    "hanweb_jpage, groups": ("jiangbei", hanweb_jpage.site_by_groups),
    "hanweb_xxgk": ("lishui", hanweb_xxgk.site),
    "hanweb_jpaas": ("pingchuan", hanweb_jpaas.site),
    "gkmlpt": ("guangdong_wenlv", gkmlpt.site),
    "plain_list": ("mudanjiang", plain_list.site),
}

ROWS = {
    "figures": "SELECT year, value FROM figures WHERE metric = 'disclosed_total' AND party = 'all' ORDER BY year",
    "revisions": "SELECT year, metric, earlier_value, value FROM revisions ORDER BY metric",
    "gone": "SELECT year, stands FROM reports_gone ORDER BY year",
    "sources": "SELECT year, count(*), sum(stands) FROM report_source JOIN report ON report.id = report_id GROUP BY year ORDER BY year",
    "failed": "SELECT * FROM findings_failed WHERE found_in <> 'series'",
}


@pytest.fixture
def night(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Crawl, set[str], Loaded]]:
    """Crawls and loads a portal as a run does; returns the crawl's summary, the addresses asked for, and what was loaded."""

    # In this process: one for each load, as `flows` starts it, would cost this file half a minute.
    monkeypatch.setattr("flows.load.each", lambda work, items, lost: map(work, items))
    prepare_warehouse(Settings(home=tmp_path))

    def run(portal: str, site: Site, recheck_days: int) -> tuple[Crawl, set[str], Loaded]:
        answered: list[Answered] = []
        with serve(site, answered=answered, tls=context_for(sorted(site.hosts), tmp_path)) as proxy:
            monkeypatch.setenv("NIANBAO_RECHECK_DAYS", str(recheck_days))
            settings = Settings(home=tmp_path, delay=0, proxy=proxy, crawl_hours=0.05)
            collected = asyncio.run(collect(CrawlRequest(portal), settings))
        assert collected.doubts == (), collected.crawl.problems
        asked = {answer.address for answer in answered if not answer.address.endswith("/robots.txt")}
        return collected.crawl, asked, load_portal(portal, settings)

    return run


def rows(home: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {name: [tuple(row) for row in query(f"sqlite:///{home / 'warehouse.sqlite'}", text).rows] for name, text in ROWS.items()}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_portal_through_its_changes(family: str, tmp_path: Path, night: Callable[..., tuple[Crawl, set[str], Loaded]]) -> None:
    """First crawl; nothing changed; then at once a new report, an edited one, one taken down, one moved with the same text."""
    portal, play = FAMILIES[family]
    before, after = first_state(portal), later_state(portal)
    moves = family != "hanweb_xxgk"  # there an address is a year and cannot move

    crawl, _, loaded = night(portal, play(before), 100_000)
    assert {"reports_new": 4}.items() <= crawl.counts.items()
    assert (loaded.verdicts, loaded.doubts, loaded.faults) == ({"report": 4}, (), ())
    first = rows(tmp_path)
    assert first["figures"] == [(2013, 2013), (2014, 2014), (2015, 2015), (2016, 2016)]
    assert (first["revisions"], first["gone"], first["failed"]) == ([], [], [])
    with open_archive(tmp_path / "archive", portal) as archive:
        lists = {capture.url for capture in archive.latest("list")}
        listed = {(capture.listed_title, capture.listed_date) for capture in archive.latest("report")}
    if moves:
        assert listed == {(report.title, report.published) for report in before}

    crawl, asked, loaded = night(portal, play(before), 100_000)
    assert crawl.counts["reports_known"] == 4
    assert asked == lists | {problem.url for problem in crawl.problems}  # xxgk's years without a report, which may have one by now
    assert (loaded.read, rows(tmp_path)) == (0, first)

    crawl, _, loaded = night(portal, play(after), 0)
    assert {"reports_new": 1 + moves, "reports_changed": 1, "reports_gone": 1 + moves}.items() <= crawl.counts.items()
    assert (loaded.verdicts, loaded.doubts, loaded.faults) == ({"report": 2 + moves}, (), ())
    assert rows(tmp_path) == {
        "figures": [(2013, 2013), (2014, 2014), (2015, 2065), (2016, 2016), (2017, 2017)],
        "revisions": [(2015, "disclosed_total", 2015, 2065), (2015, "disclosed_website", 1615, 1665)],
        "gone": [(2013, 0), (2014, 1)] if moves else [(2014, 1)],
        "sources": [(2013, 1 + moves, 1), *((year, 1, 1) for year in range(2014, 2018))],
        "failed": [],
    }


HOST = "http://www.example.gov.cn"
STORE = "<datastore><recordset>{}</recordset></datastore>"
ONE = "<record><![CDATA[<li><a href='/art/2018/3/15/art_1_2.html'>年报</a></li>]]></record>"
PAGER = '<div class=\\"pagination\\" rows=\\"{}\\" count=\\"{}\\"></div>'
SCRIPT = "searchId: 200210, classsql: '' || \"chnlid=1\", sortfield: \"-docreltime\", prepage: 10, recordCount: '20'".replace("''", '""')


def portal_of(family: type[Listing]) -> Listing:
    return type("Portal", (family,), {"name": "x", "hosts": ("www.example.gov.cn",), "lists": ((HOST, "年报"),)})()


def answered(address: str, answer: str) -> TextResponse:
    return (HtmlResponse if answer.startswith("<") else TextResponse)(address, body=answer.encode(), encoding="utf-8")


def other_shapes() -> list[tuple[type[Listing], str, str, str]]:
    """Returns family, address, an answer of another shape, and what was expected."""
    search, api = f"{HOST}/fjdzapp/search", f"{HOST}/gkmlpt/api/all/1?page=1&sid=2"
    return [
        (TrsSearch, search, "<html>", "expected JSON"),
        (TrsSearch, search, "[]", "expected a JSON object"),
        (TrsSearch, search, "[" * 100_000, "expected JSON"),
        (TrsSearch, search, '{"docs": []}', "expected data"),
        (TrsSearch, search, '{"data": ["x"]}', "expected data to be a list of objects"),
        (TrsSearch, search, '{"data": [{"doctitle": "年报"}], "pageCount": 1}', "expected chnldocurl or docpuburl"),
        (TrsSearch, search, '{"data": [{"chnldocurl": 1}], "pageCount": 1}', "expected chnldocurl or docpuburl"),
        (TrsSearch, search, '{"data": [{"chnldocurl": "/a.htm"}], "pageCount": 1}', "expected doctitle"),
        (TrsSearch, search, '{"data": [{"chnldocurl": "/a.htm", "doctitle": "年报", "docreltime": "昨天"}]}', "expected a date"),
        (TrsSearch, search, '{"data": []}', "expected pageCount"),
        (TrsSearch, HOST, "<script>prepage: 10</script>", "expected one channelid in the list's script, found none"),
        (TrsSearch, HOST, f'<script>{SCRIPT} classsql: "chnlid=2"</script>', "expected one classsql .* found chnlid=1, chnlid=2"),
        (Gkmlpt, api, '{"articles": {}}', "expected articles"),
        (Gkmlpt, api, '{"articles": [{"title": "年报"}]}', "expected url"),
        (Gkmlpt, api, '{"articles": [{"title": "年报", "url": "javascript:x"}]}', "expected the address"),
        (Gkmlpt, api, '{"articles": [], "classify": null}', "expected classify"),
        (Gkmlpt, api, '{"articles": [], "classify": {"post_count": "3"}}', "expected post_count"),
        (HanwebJpage, HOST, "<p>年报</p>", "expected one whole <datastore>, found 0"),
        (HanwebJpage, HOST, STORE.format("") * 2, "expected one whole <datastore>, found 2"),
        (HanwebJpage, HOST, STORE.format(f"<record>{ONE}"), "expected <record> with one CDATA"),
        (HanwebJpage, HOST, STORE.format("<record><![CDATA[<li>年报</li>]]></record>"), "expected records with one article"),
        (HanwebJpaas, HOST, "<html>", "expected JSON"),
        (HanwebJpaas, HOST, '{"success": false, "code": "500"}', "expected success"),
        (HanwebJpaas, HOST, '{"success": true, "data": {}}', "expected html"),
        (HanwebJpaas, HOST, '{"success": true, "data": {"html": "<ul></ul>"}}', "expected one pager with rows and count, found none"),
        (HanwebJpaas, HOST, f'{{"success": true, "data": {{"html": "{PAGER.format("x", 3)}"}}}}', "expected a number as rows"),
        (HanwebJpaas, HOST, f'{{"success": true, "data": {{"html": "{PAGER.format(0, 3)}"}}}}', "expected one pager"),
    ]


BEYOND_BELIEF = {
    "TRS": (TrsStatic, HOST, '<script>createPageHTML(99999, 0, "index", "html")</script>'),
    "TRS search, its page": (TrsSearch, HOST, "<script>" + SCRIPT.replace("20'", "99999'") + "</script>"),
    "TRS search, its answer": (TrsSearch, f"{HOST}/fjdzapp/search", f'{{"data": [], "pageCount": {10**400}}}'),
    "gkmlpt": (Gkmlpt, f"{HOST}/gkmlpt/api/all/1?page=1&sid=2", f'{{"articles": [], "classify": {{"post_count": {10**400}}}}}'),
    "jpaas": (HanwebJpaas, HOST, f'{{"success": true, "data": {{"html": "{PAGER.format(1, 9999999)}"}}}}'),
    "jpage": (
        HanwebJpage,
        HOST,
        STORE.format(ONE) + "<script>totalRecord:9999999,proxyUrl:'/a/dataproxy.jsp',perPage:1,ajaxParam:{}</script>",
    ),
}


@pytest.mark.parametrize("where", BEYOND_BELIEF)
def test_a_list_of_more_pages_than_there_can_be_costs_nothing(where: str) -> None:
    family, address, answer = BEYOND_BELIEF[where]
    spider, response = portal_of(family), answered(address, answer)
    assert len(spider.other_pages(response) or []) == MOST_LIST_PAGES


@pytest.mark.parametrize(("family", "address", "answer", "said"), other_shapes())
def test_an_answer_of_another_shape_says_what_was_expected(family: type[Listing], address: str, answer: str, said: str) -> None:
    spider, response = portal_of(family), answered(address, answer)
    with pytest.raises(UnexpectedAnswerError, match=said) as error:
        (spider.rows(response), spider.other_pages(response))
    assert len(str(error.value)) < 300
    assert "\n" not in str(error.value)
