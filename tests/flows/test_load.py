"""An archive into the warehouse: once, again, after a page got worse, with a body that is damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest

from crawlers.archive import open_for_crawl
from db.query import query
from flows.load import load_portal, prepare_warehouse
from flows.settings import Settings

GOOD = """<html><body><h1>长春市人民政府{year}年政府信息公开工作年度报告</h1><p>{year}年，全市主动公开政府信息{disclosed}条，\
其中政府网站公开800条，政府公报公开200条，政务微博公开100条，政务微信公开100条。</p><p>全年共收到政府信息公开申请15件，其中当面申请5件，网络申请10件。\
申请办结15件，其中按时办结15件。申请答复15件，其中同意公开答复15件。</p></body></html>"""
GONE = "<html><body><h1>页面维护中</h1><p>您访问的页面正在维护，请稍后再来。</p></body></html>"

Crawled = Callable[..., None]


@pytest.fixture
def crawled(settings: Settings) -> Crawled:
    """Archives one crawl of ccszf: pages by their name, each a report page."""
    crawls: list[str] = []

    def archive(closed: bool = True, **pages: str) -> None:
        crawl = f"crawl-{len(crawls)}"
        crawls.append(crawl)
        moment = f"2018-03-{len(crawls):02}T02:00:00Z"
        writer = open_for_crawl(settings.archive, "ccszf")
        writer.begin_crawl(crawl, {}, moment)
        for name, body in pages.items():
            url = f"http://zwgk.changchun.gov.cn/{name}.html"
            writer.store(
                crawl,
                url=url,
                final_url=url,
                fetched_at=moment,
                status=200,
                kind="report",
                headers={"content-type": "text/html"},
                body=body.encode(),
            )
        if closed:
            writer.close_crawl(crawl, moment, "finished", "", {"reports_found": len(pages)}, [])
        writer.close()

    return archive


@pytest.fixture(autouse=True)
def warehouse(settings: Settings) -> None:
    prepare_warehouse(settings)


def disclosed(settings: Settings) -> list[tuple[int, float]]:
    """Returns year and figure of disclosed_total, as they stand."""
    rows = query(settings.database_url, "SELECT year, value FROM figures WHERE metric = 'disclosed_total' ORDER BY year").rows
    return [(year, value) for year, value in rows]


def test_what_is_archived_is_read_once(settings: Settings, crawled: Crawled) -> None:
    crawled(a=GOOD.format(year=2016, disclosed=1200), b=GOOD.format(year=2017, disclosed=1300), c=GONE)
    assert load_portal("ccszf", settings).verdicts == {"report": 2, "not_report": 1}
    assert disclosed(settings) == [(2016, 1200), (2017, 1300)]
    again = load_portal("ccszf", settings)
    assert (again.read, again.doubts, again.faults) == (0, (), ())


def test_an_edited_report_stands_in_its_new_edition(settings: Settings, crawled: Crawled) -> None:
    crawled(a=GOOD.format(year=2016, disclosed=1200))
    load_portal("ccszf", settings)
    crawled(a=GOOD.format(year=2016, disclosed=1250))
    assert load_portal("ccszf", settings).verdicts == {"report": 1}
    assert disclosed(settings) == [(2016, 1250)]


def test_a_load_ends_with_the_checks_of_the_series_which_follow_an_edit(settings: Settings, crawled: Crawled) -> None:
    crawled(a=GOOD.format(year=2016, disclosed=1200), b=GOOD.format(year=2017, disclosed=13000))
    load_portal("ccszf", settings)
    jumps = "SELECT year, metrics, expected, actual FROM findings_failed WHERE rule = 'jump'"
    assert query(settings.database_url, jumps).rows == ((2017, "disclosed_total", 1200, 13000),)
    crawled(b=GOOD.format(year=2017, disclosed=1300))
    load_portal("ccszf", settings)
    assert query(settings.database_url, jumps).rows == ()
    assert query(settings.database_url, "SELECT * FROM pairs_to_compare").rows == ()


def test_a_worse_page_is_held_until_it_is_better_or_believed(settings: Settings, crawled: Crawled) -> None:
    crawled(a=GOOD.format(year=2016, disclosed=1200))
    load_portal("ccszf", settings)
    crawled(a=GONE, b=GOOD.format(year=2017, disclosed=1300))
    held = load_portal("ccszf", settings)
    assert held.verdicts == {"report": 1}
    assert "a.html was a report" in held.doubts[0]
    assert disclosed(settings) == [(2016, 1200), (2017, 1300)]
    assert load_portal("ccszf", settings).doubts == held.doubts

    crawled(a=GOOD.format(year=2016, disclosed=1200))
    assert load_portal("ccszf", settings).doubts == ()

    crawled(a=GONE.replace("稍后", "明日"))
    assert load_portal("ccszf", settings).doubts
    assert load_portal("ccszf", settings, believe=True).doubts == ()
    assert load_portal("ccszf", settings).doubts == ()


def test_a_portal_of_which_many_pages_got_worse_is_held(settings: Settings, crawled: Crawled) -> None:
    crawled(**{f"p{year}": GOOD.format(year=year, disclosed=1200) for year in range(2012, 2016)})
    load_portal("ccszf", settings)
    crawled(**{f"p{year}": GONE for year in range(2012, 2016)}, new=GOOD.format(year=2017, disclosed=1300))
    held = load_portal("ccszf", settings)
    assert (held.read, len(held.doubts)) == (0, 4)
    assert [year for year, _ in disclosed(settings)] == [2012, 2013, 2014, 2015]


def test_a_report_taken_down_is_told_of_and_keeps_its_figures(settings: Settings, crawled: Crawled) -> None:
    crawled(a=GOOD.format(year=2016, disclosed=1200), b=GOOD.format(year=2017, disclosed=1300))
    with open_for_crawl(settings.archive, "ccszf") as archive:
        archive.begin_crawl("later", {}, "2018-04-01T02:00:00Z")
        first = next(archive.captures())
        archive.mark_gone("later", first, "2018-04-01T02:01:00Z", 404, "http_404")
        archive.close_crawl("later", "2018-04-01T02:02:00Z", "finished", "", {"reports_found": 1, "reports_gone": 1}, [])
    load_portal("ccszf", settings)
    gone = query(settings.database_url, "SELECT year, url, missed_at, stands FROM reports_gone").rows
    assert gone == ((2016, first.url, "2018-04-01T02:01:00.000Z", 1),)
    assert disclosed(settings) == [(2016, 1200), (2017, 1300)]


def test_an_interrupted_crawl_counts_once_a_later_one_has_closed(settings: Settings, crawled: Crawled) -> None:
    crawled(a=GOOD.format(year=2016, disclosed=1200))
    crawled(closed=False, b=GOOD.format(year=2017, disclosed=1300))
    load_portal("ccszf", settings)
    assert disclosed(settings) == [(2016, 1200)]
    crawled(a=GOOD.format(year=2016, disclosed=1200))
    load_portal("ccszf", settings)
    assert disclosed(settings) == [(2016, 1200), (2017, 1300)]


def test_a_damaged_body_is_said_and_costs_the_others_nothing(settings: Settings, crawled: Crawled) -> None:
    crawled(a=GOOD.format(year=2016, disclosed=1200), b=GOOD.format(year=2017, disclosed=1300))
    archive = sqlite3.connect(settings.archive / "ccszf.sqlite")
    archive.executescript("DROP TRIGGER body_update; UPDATE body SET zstd = substr(zstd, 1, 40) WHERE rowid = 1;")
    archive.close()
    loaded = load_portal("ccszf", settings)
    assert loaded.verdicts == {"report": 1}
    assert "damaged" in loaded.faults[0]
    assert "a.html" in loaded.faults[0]
    assert disclosed(settings) == [(2017, 1300)]


def test_pages_the_archive_lost_are_said(settings: Settings, crawled: Crawled, monkeypatch: pytest.MonkeyPatch) -> None:
    crawled(a=GOOD.format(year=2016, disclosed=1200))
    load_portal("ccszf", settings)
    for file in settings.archive.iterdir():
        file.unlink()
    crawled(b=GOOD.format(year=2017, disclosed=1300))
    monkeypatch.setattr("flows.load.EXTRACTOR_VERSION", "9999.1")
    assert "1 pages the warehouse knows are not in the archive" in load_portal("ccszf", settings).faults[0]


def test_copies_of_the_internet_archive_are_loaded_beside_what_the_portal_answers(settings: Settings, crawled: Crawled) -> None:
    """Each with its own moment: an older copy shows what stood there, and never displaces what stands there now."""
    crawled(r2016=GOOD.format(year=2016, disclosed=1234))
    moment, url = "2017-04-01T00:00:00Z", "http://zwgk.changchun.gov.cn/r2016.html"
    old = "http://www.ccszf.gov.cn/r2015.html"
    writer = open_for_crawl(settings.copies, "ccszf")
    writer.begin_crawl("copies", {"from": "web.archive.org"}, "2018-05-01T00:00:00Z")
    for page, year, figure in ((url, 2016, 999), (old, 2015, 555)):
        replay = f"http://web.archive.org/web/20170401000000id_/{page}"
        body = GOOD.format(year=year, disclosed=figure).encode()
        listed = {"status": 200, "kind": "report", "headers": {"content-type": "text/html"}, "body": body}
        writer.store("copies", url=page, final_url=replay, fetched_at=moment, **listed)  # type: ignore[arg-type]
    writer.close_crawl("copies", moment, "finished", "", {"reports_found": 2}, [])
    writer.close()
    for _ in range(2):
        loaded = load_portal("ccszf", settings)
        assert (loaded.doubts, loaded.faults) == ((), ())
    assert disclosed(settings) == [(2015, 555), (2016, 1234)]
    seen = query(settings.database_url, "SELECT fetched_at, via FROM capture WHERE url LIKE '%r2016.html' ORDER BY fetched_at").rows
    assert [tuple(row) for row in seen] == [
        ("2017-04-01T00:00:00.000Z", f"http://web.archive.org/web/20170401000000id_/{url}"),
        ("2018-03-01T02:00:00.000Z", None),
    ]
    assert query(settings.database_url, "SELECT count(*) FROM revisions").rows[0][0] >= 1
    fresh = query(settings.database_url, "SELECT last_crawl_at FROM freshness WHERE portal = 'ccszf'").rows
    assert fresh[0][0] == "2018-03-01T02:00:00.000Z"  # of the portal itself
