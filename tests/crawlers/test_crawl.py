"""Whole crawls: the spider as the child process flows start, against a site on loopback that answers for the real hosts."""

import ipaddress
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from scrapy import Request
from scrapy.http import Headers, Response

from crawlers.archive import Archive, ArchiveError, Capture, open_archive, open_for_crawl
from crawlers.middlewares import OwnHosts
from crawlers.outcomes import Refused
from crawlers.replica import Answered, Page, Site, replica_site, serve

sys.path.insert(0, str(Path(__file__).parent))
from small_portal import LIST, MODIFIED, TEXT, crawl, html, list_page, report, run, site, start


def newest(archive: Archive) -> dict[str, tuple[str, str]]:
    """Returns address → kind and hash of what the archive holds now."""
    return {capture.url: (capture.kind, capture.sha256) for kind in ("list", "report", "attachment") for capture in archive.latest(kind)}


def of_last_crawl(folder: Path) -> dict[str, Capture]:
    with open_archive(folder, "ccszf") as archive:
        last = list(archive.crawls())[-1].id
        return {capture.url: capture for capture in archive.captures() if capture.crawl == last}


def test_first_unchanged_edited_and_new(tmp_path: Path) -> None:
    before = site(2015, 2016)
    with serve(before) as proxy:
        first = crawl(proxy, tmp_path)
    assert (first.outcome, first.problems) == ("finished", ())
    assert {"lists_new": 1, "reports_found": 2, "reports_asked": 2, "reports_new": 2, "attachments_new": 2}.items() <= first.counts.items()
    captured = of_last_crawl(tmp_path)[report(2016)]
    assert (captured.listed_title, captured.listed_date, captured.column, captured.referer, captured.status) == (
        "2016年长春市政府信息公开工作年度报告",
        "2017-03-15",
        "政府信息公开年度报告",
        LIST,
        200,
    )
    assert captured.headers["via"] == "1.1 nianbao-replica"
    with open_archive(tmp_path, "ccszf") as archive:
        assert archive.body(captured) == before[report(2016)].body
        (word,) = (c for c in archive.latest("attachment") if c.referer == captured.url)
        assert (word.url.rpartition("/")[2], word.listed_title, word.referer) == ("P2016.doc", "附件", report(2016))

    answered: list[Answered] = []
    with serve(before, answered=answered) as proxy:
        second = crawl(proxy, tmp_path)
    assert second.outcome == "finished"
    assert {a.status for a in answered if not a.address.endswith("robots.txt")} == {304}
    assert {"lists_unchanged": 1, "reports_unchanged": 2, "attachments_unchanged": 2}.items() <= second.counts.items()
    assert not any(name.endswith(("_new", "_changed")) for name in second.counts)

    edited = replace(
        before[report(2016)], body=before[report(2016)].body.replace(b"12345", b"54321"), modified=datetime(2026, 1, 1, tzinfo=UTC)
    )
    longer = site(2015, 2016, 2017)
    after = longer.with_page(report(2016), edited).with_page(LIST, replace(longer[LIST], modified=datetime(2026, 1, 1, tzinfo=UTC)))
    with serve(after) as proxy:
        third = crawl(proxy, tmp_path)
    assert {"reports_new": 1, "reports_changed": 1, "reports_unchanged": 1, "attachments_new": 1, "attachments_unchanged": 2}.items() <= (
        third.counts.items()
    )


def test_a_portal_without_validators_is_compared_by_its_bytes(tmp_path: Path) -> None:
    mute = Site({address: replace(page, validators=frozenset()) for address, page in site(2016).items()})
    with serve(mute) as proxy:
        crawl(proxy, tmp_path)
        again = crawl(proxy, tmp_path)
    assert {"lists_unchanged": 1, "reports_unchanged": 1, "attachments_unchanged": 1}.items() <= again.counts.items()
    assert {capture.status for capture in of_last_crawl(tmp_path).values()} == {200}


def test_an_attachment_missed_is_asked_again_though_its_page_is_unchanged(tmp_path: Path) -> None:
    whole = site(2016)
    word = next(address for address in whole if address.endswith(".doc"))
    with serve(whole.without(word)) as proxy:
        first = crawl(proxy, tmp_path)
    assert first.outcome == "finished"
    assert [(p.kind, p.outcome, p.url) for p in first.problems] == [("attachment", "http_404", word)]
    with serve(whole) as proxy:
        second = crawl(proxy, tmp_path)
    assert {"reports_unchanged": 1, "attachments_new": 1}.items() <= second.counts.items()


def test_answers_that_are_no_pages_are_named_and_not_archived(tmp_path: Path) -> None:
    pages = site(2012, 2013, 2014, 2015, 2016)
    word = next(address for address in pages if address.endswith("P2016.doc"))
    broken = (
        pages.with_page(report(2012), html("<script>document.cookie='__jsl_clearance=1'</script>"))
        .with_page(report(2013), html('<meta http-equiv="refresh" content="0; url=../">'))
        .with_page(report(2014), html("您访问的页面不存在" + "<br>" * 100))
        .with_page(report(2015), replace(html("server error"), status=404))
        .with_page(word, html(TEXT))
    )
    with serve(broken) as proxy:
        seen = crawl(proxy, tmp_path)
    assert seen.outcome == "finished"
    assert {p.url: p.outcome for p in seen.problems} == {
        report(2012): "challenge",
        report(2013): "deleted",
        report(2014): "not_found",
        report(2015): "http_404",
        word: "html_as_document",
    }
    assert {"problems": 5, "problem_challenge": 1, "reports_new": 1}.items() <= seen.counts.items()
    assert set(of_last_crawl(tmp_path)) == {LIST, report(2016)}


FAILING: dict[str, tuple[Callable[[], Site], str]] = {
    "the list is gone": (lambda: site(2016).without(LIST), "http_404"),
    "the list is empty": (lambda: site(2016).with_page(LIST, html(TEXT)), "no_rows"),
    "no report is listed": (
        lambda: site(2016).with_page(LIST, html(f'<a href="{report(2016)}">政府信息公开指南</a>{TEXT}')),
        "no annual report",
    ),
    "the pager is a riddle": (
        lambda: site(2016).with_page(LIST, list_page(2016, more='<a href="javascript:go(2)">下一页</a>' + TEXT)),
        "pager",
    ),
    "all reports are gone": (lambda: Site({LIST: list_page(2016)}), "http_404"),
    "robots.txt forbids": (
        lambda: site(2016).with_page(
            "http://zwgk.changchun.gov.cn/robots.txt", Page(b"User-agent: *\nDisallow: /", "text/plain", MODIFIED)
        ),
        "forbidden_by_robots",
    ),
    "a later list page is gone": (
        lambda: site(2016).with_page(LIST, list_page(2016, more='<script>createPageHTML(2, 0, "index", "html")</script>' + TEXT)),
        "index_1.html",
    ),
}


@pytest.mark.parametrize("how", FAILING)
def test_a_crawl_that_may_have_missed_something_has_failed(tmp_path: Path, how: str) -> None:
    make, said = FAILING[how]
    with serve(make()) as proxy:
        seen = crawl(proxy, tmp_path)
    assert seen.outcome == "failed"
    assert said in seen.reason


def test_since_until_limit_only(tmp_path: Path) -> None:
    with serve(site(2013, 2014, 2015, 2016)) as proxy:
        years = crawl(proxy, tmp_path / "years", "--since", "2014", "--until", "2015", "--crawl-id", "mine")
        one = crawl(proxy, tmp_path / "one", "--limit", "1")
        only = crawl(proxy, tmp_path / "only", "--only", report(2014))
        none = crawl(proxy, tmp_path / "none", "--since", "2020")
    assert (years.id, years.arguments) == ("mine", {"since": "2014", "until": "2015"})
    assert {url for url, c in of_last_crawl(tmp_path / "years").items() if c.kind == "report"} == {report(2014), report(2015)}
    assert one.counts["reports_new"] == 1
    assert {c.kind for c in of_last_crawl(tmp_path / "only").values()} == {"report", "attachment"}
    assert [c.outcome for c in (years, one, only, none)] == ["finished"] * 4


def test_a_portal_that_is_down_fails_and_says_so(tmp_path: Path) -> None:
    seen = crawl("http://127.0.0.1:9", tmp_path)
    assert (seen.outcome, seen.problems[0].outcome) == ("failed", "unreachable")


def captures_so_far(folder: Path) -> int:
    try:
        with open_archive(folder, "ccszf") as archive:
            return sum(1 for _ in archive.captures())
    except ArchiveError:
        return 0


def wait_for_captures(child: subprocess.Popen[str], folder: Path, number: int) -> None:
    while captures_so_far(folder) < number:
        assert child.poll() is None, child.stderr and child.stderr.read()
        time.sleep(0.05)


def test_kill_in_the_middle_and_the_next_crawl_completes(tmp_path: Path) -> None:
    pages = site(*range(2010, 2018))
    with serve(pages) as proxy:
        crawl(proxy, tmp_path / "undisturbed")
        with start(proxy, tmp_path / "killed", delay=1) as child:
            wait_for_captures(child, tmp_path / "killed", 4)
            assert run(proxy, tmp_path / "killed")[0] == 4  # locked while it runs
            child.kill()
        with open_archive(tmp_path / "killed", "ccszf") as archive:
            assert [c.outcome for c in archive.crawls()] == ["interrupted"]
            assert all(archive.body(capture) == pages[capture.url].body for capture in archive.captures())
        assert crawl(proxy, tmp_path / "killed").outcome == "finished"
    with open_archive(tmp_path / "killed", "ccszf") as killed, open_archive(tmp_path / "undisturbed", "ccszf") as undisturbed:
        assert newest(killed) == newest(undisturbed)


@pytest.mark.parametrize("end", ["stdin closes", "SIGTERM"])
def test_a_stopped_crawl_closes_as_stopped(tmp_path: Path, end: str) -> None:
    with serve(site(*range(2010, 2018))) as proxy, start(proxy, tmp_path, delay=1) as child:
        assert child.stdin is not None
        wait_for_captures(child, tmp_path, 1)
        child.terminate() if end == "SIGTERM" else child.stdin.close()
        assert child.wait(60) == 0
    with open_archive(tmp_path, "ccszf") as archive:
        (seen,) = archive.crawls()
    assert (seen.outcome, seen.reason) == ("stopped", "shutdown")


def test_a_crawl_stopped_by_force_is_interrupted_and_says_so(tmp_path: Path) -> None:
    # A portal that takes the connection and never answers: the first signal waits for it, however late the second comes.
    with socket.create_server(("127.0.0.1", 0)) as mute, start(f"http://127.0.0.1:{mute.getsockname()[1]}", tmp_path, delay=0) as child:
        assert child.stderr is not None
        for line in child.stderr:
            if "Spider opened" in line or "shutting down gracefully" in line:
                child.terminate()
        assert (child.wait(60), line) == (3, "error: ccszf: stopped before it could write its closing summary\n")
    with open_archive(tmp_path, "ccszf") as archive:
        assert [seen.outcome for seen in archive.crawls()] == ["interrupted"]


def test_a_full_disk_stops_the_crawl_and_spoils_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "crawlers", "ccszf", "--archive", str(tmp_path)]
    with serve(replica_site()) as proxy:
        environment = os.environ | {"http_proxy": proxy, "NIANBAO_DELAY": "0"}
        # No file may grow over 64 KiB: room for the tables and a page or two.
        limited = ["bash", "-c", 'ulimit -f 64; exec "$@"', "bash", *command]
        subprocess.run(limited, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=120)
        with open_archive(tmp_path, "ccszf") as archive:
            (seen,) = archive.crawls()
            assert seen.outcome in ("failed", "interrupted")
            assert all(archive.body(capture) for capture in archive.captures())
        assert crawl(proxy, tmp_path).outcome == "finished"


def garbage(folder: Path) -> Path:
    (folder / "ccszf.sqlite").write_text("这不是档案" * 99)
    return folder


def a_file(folder: Path) -> Path:
    (folder / "file").touch()
    return folder / "file" / "archive"


def used_id(folder: Path) -> Path:
    with open_for_crawl(folder, "ccszf") as archive:
        archive.begin_crawl("used", {}, "now")
    return folder


@pytest.mark.parametrize(
    ("arguments", "prepare", "code", "said"),
    [
        (["nowhere"], lambda folder: folder, 2, "ccszf, "),
        (["ccszf", "--since", "soon"], lambda folder: folder, 2, "since=soon"),
        (["ccszf", "--only", "http://127.0.0.1/x"], lambda folder: folder, 2, "private_address"),
        (["ccszf"], garbage, 3, "ccszf.sqlite"),
        (["ccszf"], a_file, 3, "cannot write the archive"),
        (["ccszf", "--crawl-id", "used"], used_id, 3, "used once"),
    ],
)
def test_what_cannot_start_says_why_in_one_line(
    tmp_path: Path, arguments: list[str], prepare: Callable[[Path], Path], code: int, said: str
) -> None:
    command = [sys.executable, "-m", "crawlers", *arguments, "--archive", str(prepare(tmp_path))]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    lines = done.stderr.splitlines()
    assert done.returncode == code, done.stderr
    assert [line for line in lines if not line.startswith("{")] == [lines[-1]]
    assert said in lines[-1]


def test_logs_are_json_lines(tmp_path: Path) -> None:
    with serve(site(2016)) as proxy:
        _, log = run(proxy, tmp_path)
    records = [json.loads(line) for line in log.splitlines()]
    assert all({"time", "level", "logger", "message"} == set(record) for record in records)
    assert any(record["logger"] == "crawlers.pipelines" and "report new" in record["message"] for record in records)


def test_redirects_off_the_portal_are_not_followed() -> None:
    hosts = OwnHosts(("zwgk.changchun.gov.cn",))
    assert hosts.process_request(Request(LIST)) is None
    for url, outcome in (("http://127.0.0.1/", "private_address"), ("http://bt365.example.com/", "off_portal")):
        with pytest.raises(Refused, match=outcome):
            hosts.process_request(Request(url, meta={"redirect_urls": [LIST]}, dont_filter=True))


def test_a_public_name_on_a_private_address_is_refused() -> None:
    hosts = OwnHosts(("zwgk.changchun.gov.cn",))
    answer = Response(LIST, headers=Headers(), ip_address=ipaddress.ip_address("10.0.0.7"))
    with pytest.raises(Refused, match="private_address"):
        hosts.process_response(Request(LIST), answer)
    assert hosts.process_response(Request(LIST, meta={"proxy": "http://127.0.0.1:1"}), answer) is answer


@pytest.mark.parametrize("portal", ["ccszf", "chaoyang", "jlzwgk", "qikai", "tongjiang"])
def test_the_five_portals(tmp_path: Path, portal: str) -> None:
    with serve(replica_site()) as proxy:
        seen = crawl(proxy, tmp_path, portal=portal)
        assert (seen.outcome, seen.counts["reports_new"], seen.problems) == ("finished", 3, ())
    with open_archive(tmp_path, portal) as archive:
        assert all(capture.listed_title and capture.listed_date for capture in archive.latest("report"))
