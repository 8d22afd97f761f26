"""How a portal is asked: no more and no faster than it can bear, and not on and on where it fails."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawlers.archive import open_archive
from crawlers.outcomes import IN_WORDS, in_words
from crawlers.politeness import retry_after

sys.path.insert(0, str(Path(__file__).parent))
from answering import Answer, ok, proxy
from small_portal import LIST, TEXT, crawl, list_page, report

CYCLE = 100_000
YEARS = range(2008, 2024)
LISTED = (200, {"Content-Type": "text/html"}, list_page(*YEARS).body)


def portal(**reports: Answer | list[Answer]) -> dict[str, Answer | list[Answer]]:
    """Returns the answers of a portal, all well but the reports of the years given, as `y2016`."""
    return {LIST: LISTED} | {report(year): reports.get(f"y{year}", ok(TEXT + str(year))) for year in YEARS}


def busy(**headers: str) -> Answer:
    return 503, {name.replace("_", "-"): value for name, value in headers.items()}, b"busy"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Wed, 21 Oct 2026 07:28:30 GMT", 30),
        ("Wed, 21 Oct 2026 07:00:00 GMT", 0),
        ("Wed, 21 Oct 2026 07:29:00 -0000", 60),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("٣", None),
        ("9" * 400, 999_999_999),
        ("Wed, 21 Oct 99999999999999999999 07:28:30 GMT", None),
    ],
)
def test_retry_after_is_a_number_or_a_date(value: str, seconds: float | None) -> None:
    assert retry_after(value, datetime(2026, 10, 21, 7, 28, tzinfo=UTC)) == seconds


def test_a_portal_that_asks_for_a_rest_gets_it_and_is_asked_again(tmp_path: Path) -> None:
    answers = portal(y2023=[busy(Retry_After="2"), busy(), ok(TEXT)], y2022=[(429, {"Retry-After": "1"}, b""), ok(TEXT)])
    with proxy(answers) as (address, asked):
        seen = crawl(address, tmp_path)
    assert (seen.outcome, seen.problems, seen.counts["reports_new"]) == ("finished", (), len(YEARS))
    moments = [request.moment for request in asked]
    for url, rest in ((report(2023), 2), (report(2022), 1)):
        first = next(request.moment for request in asked if request.url == url)
        assert not [moment for moment in moments if first < moment < first + rest - 0.1], "nothing of the host is asked meanwhile"


def test_a_portal_that_asks_for_a_night_is_left_alone_and_what_it_gave_is_kept(tmp_path: Path) -> None:
    with proxy(portal(y2014=busy(Retry_After="86400"))) as (address, asked):
        seen = crawl(address, tmp_path)
    assert seen.outcome == "stopped"
    assert "pages left for the next night: zwgk.changchun.gov.cn is left alone, it asks us to come back in 86400 s" in seen.reason
    assert [request.url for request in asked].count(report(2014)) == 1
    assert seen.counts["reports_new"] + seen.counts["left_for_next_night"] + 1 == len(YEARS)


def test_a_host_that_fails_on_and_on_is_left_for_the_next_night(tmp_path: Path) -> None:
    """Those that failed come last the next night, so that the same ten cannot be in the way for ever."""
    first_ten = {f"y{year}": (500, {}, b"oops") for year in YEARS[:10]}
    with proxy(portal(**first_ten)) as (address, asked):
        first = crawl(address, tmp_path, recheck=CYCLE)
        assert (first.outcome, first.counts["problem_http_500"]) == ("stopped", 10)
        assert first.counts["left_for_next_night"] > 0
        assert "10 failures in a row, the last: status 500" in first.reason
        asked.clear()
        second = crawl(address, tmp_path, recheck=CYCLE)
        order = [request.url for request in asked if request.url in map(report, YEARS)]
    assert first.counts.get("reports_new", 0) + second.counts["reports_new"] == len(YEARS) - 10
    failed_again = {report(year) for year in YEARS[:10]}
    assert sum(url in failed_again for url in order[: len(YEARS) - 10]) <= 2, "but for those on their way when the rest became known"


def test_single_failures_do_not_add_up(tmp_path: Path) -> None:
    every_other = {f"y{year}": (500, {}, b"oops") for year in YEARS if year % 2}
    with proxy(portal(**every_other)) as (address, _):
        seen = crawl(address, tmp_path)
    assert (seen.outcome, seen.counts["problem_http_500"], seen.counts["reports_new"]) == ("finished", 8, 8)


def test_a_budget_is_kept_and_the_next_night_goes_on(tmp_path: Path) -> None:
    archived = 0
    with proxy(portal()) as (address, asked):
        for _ in range(3):
            asked.clear()
            seen = crawl(address, tmp_path, recheck=CYCLE, NIANBAO_REQUESTS="8")
            assert len(asked) <= 8
            archived += seen.counts.get("reports_new", 0)
            if archived < len(YEARS):
                assert seen.outcome == "stopped"
                assert "the night's budget of 8 requests is spent" in seen.reason
    assert (seen.outcome, archived) == ("finished", len(YEARS))
    with open_archive(tmp_path, "ccszf") as archive:
        assert sum(1 for _ in archive.latest("report")) == len(YEARS)


def test_a_night_ends_and_what_is_left_is_told(tmp_path: Path) -> None:
    with proxy(portal(y2022=busy(Retry_After="3"))) as (address, _):
        seen = crawl(address, tmp_path, NIANBAO_CRAWL_HOURS=str(2 / 3600))
    assert seen.outcome == "stopped"
    assert "hours are over" in seen.reason
    assert seen.counts["left_for_next_night"] + seen.counts.get("reports_new", 0) == len(YEARS)


@pytest.mark.parametrize(("status", "outcome"), [(500, "robots_unavailable"), (429, "robots_unavailable"), (404, None), (403, None)])
def test_a_robots_txt_that_fails_forbids_all_and_one_that_is_not_there_nothing(tmp_path: Path, status: int, outcome: str | None) -> None:
    robots = {"http://zwgk.changchun.gov.cn/robots.txt": (status, {"Retry-After": "0"}, b"User-agent: *\nDisallow: /")}
    with proxy(portal() | robots) as (address, _):
        seen = crawl(address, tmp_path, "--limit", "1")
    assert [problem.outcome for problem in seen.problems] == ([outcome] if outcome else [])


def test_outcomes_are_said_in_words() -> None:
    assert in_words("http_404") == "status 404"
    assert in_words("no_rows") == "no rows"
    assert all("_" not in words for words in IN_WORDS.values())
