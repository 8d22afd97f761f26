"""When a new run is not believed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from crawlers.archive import Crawl
from extract.reading import read_report
from extract.records import Fact, Report, Source
from flows.verdict import doubts_about_crawl, doubts_about_report

EMPTY = read_report("无".encode(), Source())


def crawl(found: int, outcome: str = "finished", **arguments: str) -> Crawl:
    return Crawl("id", "ccszf", arguments, "2018-03-01T02:00:00Z", "2018-03-01T02:10:00Z", outcome, "why", {"reports_found": found})  # type: ignore[arg-type]


def report(figures: int) -> Report:
    fact = Fact("requests_received", Decimal(1), "件", "1件", "1件", 0, 2, "text")
    return replace(EMPTY, is_report=True, facts=(fact,) * figures)


@pytest.mark.parametrize(
    ("this", "earlier", "doubted"),
    [
        (crawl(12), [], False),
        (crawl(12), [crawl(12)], False),
        (crawl(6), [crawl(12)], False),
        (crawl(5), [crawl(12)], True),
        (crawl(0), [crawl(12)], True),
        (crawl(0), [], True),
        (crawl(12, "failed"), [], True),
        (crawl(12, "stopped"), [crawl(12)], True),
        (crawl(1, limit="1"), [crawl(12)], False),
        (crawl(0, since="2018"), [crawl(12)], False),
        (crawl(0, "failed", since="2018"), [], True),
        (replace(crawl(5), counts={"reports_found": 5, "reports_unlisted": 1, "reports_gone": 1}), [crawl(12)], False),
        (replace(crawl(2, "stopped"), counts={"reports_found": 2, "left_for_next_night": 9}), [crawl(12)], False),
        (replace(crawl(2, "failed"), counts={"reports_found": 2, "left_for_next_night": 9}), [crawl(12)], True),
        # Only a crawl that was good and whole is a measure: not one that failed, not one of a part.
        (crawl(5), [crawl(5), crawl(12, "failed")], False),
        (crawl(5), [crawl(5), crawl(12, limit="12")], False),
        (crawl(5), [crawl(12), crawl(1, limit="1")], True),
    ],
)
def test_a_crawl_is_measured_by_the_last_good_one(this: Crawl, earlier: list[Crawl], doubted: bool) -> None:
    assert bool(list(doubts_about_crawl(this, earlier))) is doubted


@pytest.mark.parametrize(
    ("before", "after", "doubted"),
    [
        (report(40), report(40), False),
        (report(40), report(20), False),
        (report(40), report(19), True),
        (report(40), report(0), True),
        (report(7), report(1), False),
        (report(8), report(3), True),
        (report(1), replace(report(1), is_report=False), True),
        (report(40), None, True),
    ],
)
def test_a_page_is_measured_by_its_last_text(before: Report, after: Report | None, doubted: bool) -> None:
    doubts = list(doubts_about_report("http://a.example/1.html", before, after))
    assert bool(doubts) is doubted
    assert all("http://a.example/1.html" in doubt for doubt in doubts)
