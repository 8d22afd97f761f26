"""A leaf crawled in the Internet Archive instead: its retired host's pages, as they were and when they were."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.archive import Capture, Crawl, open_archive
from crawlers.families.internet_archive import SLOWER, copies_of
from crawlers.internet_archive import (
    FOLDER,
    MOST_VERSIONS,
    Copy,
    OddAnswerError,
    index_of_column,
    index_of_page,
    of_column,
    read_index,
    replayed,
    same_page,
    versions,
)
from crawlers.spiders.ccszf import Ccszf
from db.query import query
from flows.load import load_portal, prepare_warehouse
from flows.settings import Settings

sys.path.insert(0, str(Path(__file__).parent))
from internet_archive_replica import Archived, InternetArchive, serve
from small_portal import NAVIGATION, TEXT, run

OLD = "http://www.ccszf.gov.cn/ccsrmzfndbg/"


def html(body: str, head: str = "") -> bytes:
    return f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def report(year: int) -> str:
    return f"{OLD}{year + 1}03/t{year + 1}0315_{year}.html"


def title(year: int) -> str:
    return f"{year}年长春市政府信息公开工作年度报告"


def list_of(*years: int) -> bytes:
    rows = "".join(f'<li><a href="./{report(y).removeprefix(OLD)}">{title(y)}</a> {y + 1}-03-15</li>' for y in years)
    return html(f"<div>{NAVIGATION}</div><ul>{rows}</ul>")


def text_of(year: int, figure: int) -> bytes:
    said = f"<h1>{title(year)}</h1><p>{TEXT}</p><p>全年共收到政府信息公开申请{figure}件。</p>"
    return html(f'{said}<a href="./P{year}.doc">附件</a><a href="../../nav.html">返回</a>')


#: The list of two moments, three reports (one edited, one on no list, one behind a firewall then), a Word file archived a year later, the
#: city's news, a dead link, and pages that answered 404 and 302.
HELD = (
    Archived(OLD.replace("cn/", "cn:80/"), "20160401000000", list_of(2014, 2015)),
    Archived(OLD, "20170501000000", list_of(2015)),
    Archived(report(2014).replace("cn/", "cn:80/"), "20150401000000", text_of(2014, 12)),
    Archived(report(2014), "20150801000000", text_of(2014, 12)),  # the same bytes
    Archived(report(2014), "20160901000000", text_of(2014, 13)),  # edited
    Archived(report(2015), "20160402000000", text_of(2015, 20)),
    Archived(report(2015).replace("_2015.html", "_404.html"), "20160402000000", b"gone", status=404),
    Archived(report(2013), "20140601000000", html(f"<p>{TEXT}</p>", f"<title>{title(2013)}_长春市人民政府</title>")),
    Archived(report(2012), "20140601000000", html("您的请求已被网站防火墙拦截")),
    Archived(f"{OLD}201603/t20160301_77.html", "20160402000000", html(f"<h1>市长会见客人</h1><p>{TEXT}</p>")),
    Archived(report(2014).rpartition("/")[0] + "/P2014.doc", "20160101000000", b"\xd0\xcf\x11\xe0 2014", "application/msword"),
    Archived(f"{OLD}logo.gif", "20160402000000", b"GIF89a", "image/gif"),
)


def crawl(archive: InternetArchive, folder: Path, *arguments: str) -> Crawl:
    with serve(archive) as proxy:
        code, log = run(proxy, folder, "--from-internet-archive", *arguments)
    assert code == 0, log
    with open_archive(folder / FOLDER, "ccszf") as opened:
        return list(opened.crawls())[-1]


def held(folder: Path) -> list[Capture]:
    with open_archive(folder / FOLDER, "ccszf") as opened:
        return list(opened.captures())


def test_a_retired_host_is_read_as_it_was(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    folder = settings.archive
    archive = InternetArchive(HELD, rows=5, busy={Copy(report(2015), "20160402000000").address})
    seen = crawl(archive, folder)
    assert (seen.outcome, seen.arguments) == ("finished", {"from": "web.archive.org"}), seen.reason
    reports = [c for c in held(folder) if c.kind == "report"]
    assert {(c.url, c.fetched_at) for c in reports} == {
        (report(2013), "2014-06-01T00:00:00Z"),
        (report(2014), "2015-04-01T00:00:00Z"),
        (report(2014), "2016-09-01T00:00:00Z"),
        (report(2015), "2016-04-02T00:00:00Z"),  # answered 429 at first
    }
    edited = [c for c in reports if c.url == report(2014)]
    assert [c.change for c in edited] == ["new", "changed"]
    assert all(replayed(c.final_url) for c in reports)
    assert (edited[0].listed_title, edited[0].listed_date) == (title(2014), "2015-03-15")
    # The Word file of the nearest moment, once for the page, and the firewall's page of then named as such.
    (word,) = [c for c in held(folder) if c.kind == "attachment"]
    assert (word.url, word.fetched_at, word.referer) == (
        report(2014).rpartition("/")[0] + "/P2014.doc",
        "2016-01-01T00:00:00Z",
        report(2014),
    )
    assert {(p.kind, p.outcome) for p in seen.problems} == {("report", "firewall"), ("attachment", "http_404")}
    assert not any("web.archive.org" not in address or "logo.gif" in address or "_404" in address for address in archive.asked)

    again = InternetArchive(HELD, rows=5)
    second = crawl(again, folder)
    assert second.outcome == "finished"
    assert second.counts["copies_known"] == 7
    known = {c.final_url for c in reports}
    assert not known & set(again.asked)
    assert len([c for c in held(folder) if c.kind == "report"]) == len(reports)

    prepare_warehouse(settings)
    loaded = load_portal("ccszf", settings)
    assert (dict(loaded.verdicts), loaded.doubts, loaded.faults) == ({"report": 4}, (), ())
    seen = query(settings.database_url, "SELECT url, fetched_at, via FROM capture WHERE page_url IS NULL ORDER BY fetched_at").rows
    assert [tuple(row) for row in seen] == sorted(
        ((c.url, f"{c.fetched_at[:-1]}.000Z", c.final_url) for c in reports), key=lambda row: row[1]
    )
    edits = query(settings.database_url, "SELECT year, earlier_value, value FROM revisions WHERE metric = 'requests_received'").rows
    assert [tuple(row) for row in edits] == [(2014, 12, 13)]


def test_arguments_and_robots(tmp_path: Path) -> None:
    only = crawl(InternetArchive(HELD), tmp_path / "only", "--only", report(2015))
    assert only.outcome == "finished"
    assert {c.url for c in held(tmp_path / "only") if c.kind == "report"} == {report(2015)}
    some = crawl(InternetArchive(HELD), tmp_path / "some", "--since", "2014", "--until", "2015", "--limit", "1")
    assert some.outcome == "finished"
    assert len({c.url for c in held(tmp_path / "some") if c.kind == "report"} & {report(2014), report(2015)}) == 1
    assert some.counts["reports_found"] == 1
    forbidden = crawl(InternetArchive(HELD, robots="User-agent: *\nDisallow: /cdx/\n"), tmp_path / "forbidden")
    assert (forbidden.outcome, "forbidden_by_robots" in forbidden.reason) == ("failed", True)


def test_its_pace_and_hosts_are_its_own() -> None:
    from scrapy.utils.test import get_crawler

    spider = copies_of(Ccszf, ("www.ccszf.gov.cn",))
    crawler = get_crawler(spider, {"DOWNLOAD_DELAY": 1.0, "AUTOTHROTTLE_START_DELAY": 1.0})
    assert crawler.settings.getfloat("DOWNLOAD_DELAY") == SLOWER
    assert spider.hosts == ("web.archive.org",)
    assert [url for url, _ in spider.columns] == ["http://zwgk.changchun.gov.cn/ccsrmzfndbg/", OLD]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[" * 100_000,
        b"<html>503</html>",
        b"{}",
        b'[["a"], ["b", "c"]]',
        b"[1]",
        b'[["timestamp","original","mimetype","statuscode","digest"],["1","u","m","200","d"]]',
    ],
)
def test_another_answer_is_no_index(answer: bytes) -> None:
    with pytest.raises(OddAnswerError):
        read_index(answer)


def test_an_empty_index() -> None:
    assert read_index(b"[]") == ([], None)


@given(st.lists(st.tuples(st.integers(2008, 2025), st.sampled_from("abc")), max_size=60))
def test_versions_are_few_and_span_all_years(told: list[tuple[int, str]]) -> None:
    copies = [Copy("http://a/", f"{year}0101{place:06}", digest=digest) for place, (year, digest) in enumerate(told)]
    chosen = versions(copies)
    assert [c.moment for c in chosen] == sorted(c.moment for c in chosen)
    assert len(chosen) <= max(MOST_VERSIONS, len({year for year, _ in told}))
    assert {c.digest for c in chosen} <= {c.digest for c in copies}
    assert bool(chosen) == bool(copies)


def test_addresses() -> None:
    assert "url=zwgk.changchun.gov.cn%2Fa%2F&matchType=prefix" in index_of_column("http://zwgk.changchun.gov.cn/a/index.html")
    xxgk = "http://www.lishui.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=1133"
    assert "url=www.lishui.gov.cn%2Fmodule%2Fxxgk%2FxxgkAnnualReport.jsp&" in index_of_column(xxgk)
    ours, other = Copy(xxgk.replace("?", "?fbtime=2017&"), "2018"), Copy(xxgk.replace("1133", "1144"), "2018")
    assert list(of_column([ours, other], xxgk)) == [ours]
    assert "matchType=exact" in index_of_page(OLD)
    assert replayed("http://web.archive.org/web/20160301093015id_/http://www.ccszf.gov.cn:80/x.html?a=1") == Copy(
        "http://www.ccszf.gov.cn/x.html?a=1", "20160301093015"
    )
    assert replayed("http://www.ccszf.gov.cn/x.html") is None
    assert same_page("http://a.gov.cn:80/x") == same_page("https://a.gov.cn/x")
    assert Copy("http://a/", "20160301093015").archived_at == "2016-03-01T09:30:15Z"
