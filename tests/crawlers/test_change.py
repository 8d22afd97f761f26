"""Night after night over one portal: what is asked for again, and what a change on the portal comes to."""

import datetime
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.archive import open_archive, open_for_crawl
from crawlers.families.known import is_due
from crawlers.replica import Answered, Page, Site, serve

sys.path.insert(0, str(Path(__file__).parent))
from small_portal import LIST, MODIFIED, TEXT, crawl, html, list_page, report, site

CYCLE = 100_000  # days: nothing falls due while a test runs
EARLIER = f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}T00:00:00Z"


def asked_for(answered: list[Answered]) -> dict[str, int]:
    """Returns address → status of what was asked for but robots.txt."""
    return {a.address: a.status for a in answered if not a.address.endswith("robots.txt")}


def night(pages: Site, folder: Path, *arguments: str, recheck: int = CYCLE) -> tuple[dict[str, int], dict[str, int], str]:
    """Returns the counts and the last word of one crawl, and what it asked for."""
    answered: list[Answered] = []
    with serve(pages, answered=answered) as proxy:
        seen = crawl(proxy, folder, *arguments, recheck=recheck)
    assert seen.outcome == "finished", seen.reason
    return dict(seen.counts), asked_for(answered), seen.reason


def test_a_portal_that_lives(tmp_path: Path) -> None:
    """First crawl, nothing new, a new report, an edited list row, a report taken down, one that returns."""
    later = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    counts, asked, _ = night(site(2015, 2016), tmp_path)
    assert (counts["reports_new"], len(asked)) == (2, 5)

    counts, asked, reason = night(site(2015, 2016), tmp_path)
    assert (counts["reports_known"], asked) == (2, {LIST: 304})
    assert "2 reports listed, 2 of them known, 0 asked for: nothing new" in reason

    longer = site(2015, 2016, 2017)
    counts, asked, _ = night(longer, tmp_path)
    assert {url for url in asked if url != LIST} == {report(2017), report(2017).rpartition("/")[0] + "/P2017.doc"}

    dated_anew = longer.with_page(LIST, html(list_page(2015, 2016, 2017).body.decode().replace("2017-03-15", "2017-04-01")))
    _, asked, _ = night(dated_anew, tmp_path)
    assert asked[report(2016)] == 304
    assert report(2015) not in asked

    shorter = dated_anew.with_page(LIST, list_page(2015, 2017)).without(report(2016))
    counts, asked, reason = night(shorter, tmp_path)
    assert (asked, counts["reports_unlisted"], counts["reports_gone"]) == ({LIST: 200, report(2016): 404}, 1, 1)
    assert "problems" not in counts
    assert "1 gone" in reason
    with open_archive(tmp_path, "ccszf") as archive:
        (gone,) = archive.gone()
        last = archive.last(report(2016))
        assert last is not None
        assert (gone.url, gone.capture, gone.status, gone.answer) == (report(2016), last.sequence, 404, "http_404")
    counts, asked, _ = night(shorter, tmp_path)
    assert (asked, counts.get("reports_gone")) == ({LIST: 304}, None)

    back = longer.with_page(LIST, Page(longer[LIST].body, longer[LIST].content_type, later))
    counts, asked, _ = night(back, tmp_path)
    assert (asked[report(2016)], counts["reports_unchanged"]) == (304, 1)
    counts, asked, _ = night(back, tmp_path)
    assert (counts["reports_known"], asked) == (3, {LIST: 304})


def test_an_address_in_chinese_is_known_again(tmp_path: Path) -> None:
    url = f"{LIST}201703/长春市 年报.pdf"
    listed = html(f'<li><a href="{url}">长春市2016年政府信息公开工作年度报告</a> 2017-03-15</li>{TEXT}')
    asked_at = f"{LIST}201703/%E9%95%BF%E6%98%A5%E5%B8%82%20%E5%B9%B4%E6%8A%A5.pdf"
    pages = Site({LIST: listed, asked_at: Page(b"%PDF-1.4", "application/pdf", MODIFIED)})
    assert night(pages, tmp_path)[0]["reports_new"] == 1
    counts, asked, _ = night(pages, tmp_path)
    assert (counts["reports_known"], counts.get("reports_unlisted"), set(asked)) == (1, None, {LIST})


def test_a_report_that_left_the_list_and_answers_is_kept_and_asked_once_a_cycle(tmp_path: Path) -> None:
    night(site(2015, 2016), tmp_path)
    unlisted = site(2015, 2016).with_page(LIST, list_page(2016))
    counts, asked, _ = night(unlisted, tmp_path)
    assert (counts["reports_unlisted"], asked[report(2015)]) == (1, 304)
    _, asked, _ = night(unlisted, tmp_path)
    assert set(asked) == {LIST}
    _, asked, _ = night(unlisted, tmp_path, recheck=0)
    assert asked[report(2015)] == 304


@pytest.mark.parametrize("arguments", [("--since", "2016"), ("--limit", "1"), ("--only", report(2016))])
def test_a_crawl_of_a_part_takes_nothing_for_gone(tmp_path: Path, arguments: tuple[str, str]) -> None:
    night(site(2015, 2016, 2017), tmp_path)
    counts, asked, _ = night(site(2016, 2017), tmp_path, *arguments)
    assert report(2015) not in asked
    assert "reports_gone" not in counts


def test_a_listed_report_that_is_down_is_a_problem_and_gone(tmp_path: Path) -> None:
    night(site(2015, 2016), tmp_path)
    down = site(2015, 2016).with_page(report(2015), html('<meta http-equiv="refresh" content="0; url=../">'))
    counts, _, _ = night(down, tmp_path, recheck=0)
    assert (counts["reports_gone"], counts["problem_deleted"], counts["reports_unchanged"]) == (1, 1, 1)


def test_a_limit_counts_what_is_asked_for_so_that_crawls_get_on(tmp_path: Path) -> None:
    years = range(2012, 2017)
    taken: Counter[str] = Counter()
    for _ in range(3):
        counts, _, _ = night(site(*years), tmp_path, "--limit", "2")
        taken.update(new=counts.get("reports_new", 0))
    assert taken["new"] == len(years)


def test_what_a_killed_crawl_fetched_is_known_and_what_it_cut_off_is_asked_for(tmp_path: Path) -> None:
    pages = site(2014, 2015, 2016)
    with open_for_crawl(tmp_path, "ccszf") as archive:
        archive.begin_crawl("killed", {}, EARLIER)
        for year in (2014, 2015):
            listed = {"listed_title": f"{year}年长春市政府信息公开工作年度报告", "listed_date": f"{year + 1}-03-15", "referer": LIST}
            page, word = report(year), report(year).rpartition("/")[0] + f"/P{year}.doc"
            headers = {"content-type": "text/html", "etag": pages[page].etag}
            known = {"fetched_at": EARLIER, "status": 200}
            archive.store(
                "killed", url=page, final_url=page, kind="report", headers=headers, body=pages[page].body, column="年报", **known, **listed
            )
            if year == 2014:
                archive.store(
                    "killed", url=word, final_url=word, kind="attachment", headers={}, body=pages[word].body, referer=page, **known
                )
    counts, asked, _ = night(pages, tmp_path)
    assert (counts["reports_known"], counts["reports_unchanged"], counts["reports_new"]) == (1, 1, 1)
    assert asked[report(2015)] == 304
    assert report(2014) not in asked
    with open_archive(tmp_path, "ccszf") as archive:
        assert {c.url for c in archive.latest("attachment")} == {url for url in pages if url.endswith(".doc")}


def test_ten_thousand_known_pages_cost_the_list_pages_alone(tmp_path: Path) -> None:
    """A hundred list pages of a hundred rows; the archive is written by hand, as a first crawl would have left it."""
    rows = [(f"{LIST}201703/t20170315_{n:07}.html", f"长春市{n}街道办事处2016年政府信息公开工作年度报告") for n in range(10_000)]
    lists = {}
    for number in range(100):
        items = "".join(f'<li><a href="{url}">{title}</a> 2017-03-15</li>' for url, title in rows[number * 100 : number * 100 + 100])
        lists[LIST if number == 0 else f"{LIST}index_{number}.html"] = html(
            f'<script>createPageHTML(100, {number}, "index", "html")</script>{items}'
        )
    with open_for_crawl(tmp_path, "ccszf") as archive:
        archive.begin_crawl("first", {}, EARLIER)
        for url, title in rows:
            archive.store(
                "first",
                url=url,
                final_url=url,
                fetched_at=EARLIER,
                status=200,
                kind="report",
                headers={},
                body=url.encode(),
                listed_title=title,
                listed_date="2017-03-15",
                referer=LIST,
            )
        archive.close_crawl("first", EARLIER, "finished", "", {"reports_found": 10_000}, [])
    counts, asked, reason = night(Site(lists), tmp_path)
    assert set(asked) == set(lists)
    assert (counts["reports_found"], counts["reports_known"]) == (10_000, 10_000)
    assert "10000 reports listed, 10000 of them known, 0 asked for: nothing new" in reason


DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1))


@given(st.text(), DAYS, st.integers(1, 60))
def test_a_page_is_due_once_in_a_cycle_and_on_its_own_day(url: str, fetched: datetime.date, cycle: int) -> None:
    after = [fetched + datetime.timedelta(days) for days in range(cycle + 1)]
    due = [is_due(url, fetched, day, cycle) for day in after]
    assert not due[0]
    assert due[-1]
    assert due == sorted(due)
    first = after[due.index(True)]
    assert all(not is_due(url, first, first + datetime.timedelta(days), cycle) for days in range(cycle))


def test_the_pages_of_one_night_are_due_in_all_nights_of_a_cycle() -> None:
    fetched = datetime.date(2026, 1, 1)
    for days in range(1, 7):
        due = sum(is_due(f"{LIST}{n}", fetched, fetched + datetime.timedelta(days), 7) for n in range(7000))
        assert 900 * days < due < 1100 * days
    assert is_due(LIST, fetched, fetched, 0)
