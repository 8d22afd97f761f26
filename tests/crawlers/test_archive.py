"""The archive's promises: whole or not at all, never changed, an interrupted crawl visible and its pages usable."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.archive import (
    Archive,
    ArchiveError,
    ArchiveLockedError,
    ArchiveWriter,
    Capture,
    Problem,
    archived_portals,
    open_archive,
    open_for_crawl,
)

PAGE = "http://zwgk.example.gov.cn/ndbg/t20180315_1.html"
TIME = "2026-11-22T02:00:00Z"


def store(archive: ArchiveWriter, body: bytes, url: str = PAGE, **fields: object) -> Capture:
    known = {"url": url, "final_url": url, "fetched_at": TIME, "status": 200, "kind": "report", "headers": {}}
    return archive.store("one", **(known | fields), body=body)  # type: ignore[arg-type]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[ArchiveWriter]:
    with open_for_crawl(tmp_path, "ccszf") as opened:
        opened.begin_crawl("one", {"since": "2016"}, TIME)
        yield opened


URLS = st.sampled_from([PAGE, PAGE + "?2", "http://zwgk.example.gov.cn/年报.pdf"])
FETCHES = st.lists(
    st.fixed_dictionaries(
        {
            "url": URLS,
            "final_url": st.text(max_size=20),
            "status": st.just(200),
            "kind": st.sampled_from(["list", "report", "attachment"]),
            "headers": st.dictionaries(st.sampled_from(["etag", "date"]), st.text(max_size=9)),
            "body": st.binary(max_size=200) | st.sampled_from([b"same", b"same" * 5000]),
            "listed_title": st.none() | st.text(max_size=9),
            "listed_date": st.none() | st.just("2018-03-15"),
            "column": st.none() | st.just("年报"),
            "referer": st.none() | URLS,
        }
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(FETCHES)
def test_what_was_stored_is_read(tmp_path_factory: pytest.TempPathFactory, fetches: list[dict]) -> None:
    folder = tmp_path_factory.mktemp("archive")
    known: dict[str, bytes] = {}
    with open_for_crawl(folder, "p") as archive:
        archive.begin_crawl("one", {}, TIME)
        for fetch in fetches:
            stored = archive.store("one", fetched_at=TIME, **fetch)
            before = known.get(fetch["url"])
            assert stored.change == ("new" if before is None else "unchanged" if before == fetch["body"] else "changed")
            known[fetch["url"]] = fetch["body"]
    with open_archive(folder, "p") as archive:
        captures = list(archive.captures())
        assert [c.sequence for c in captures] == sorted({c.sequence for c in captures})
        for capture, fetch in zip(captures, fetches, strict=True):
            assert archive.body(capture) == fetch["body"]
            assert capture.size == len(fetch["body"])
            assert {name: getattr(capture, name) for name in fetch if name != "body"} == {k: v for k, v in fetch.items() if k != "body"}
        for url, body in known.items():
            last = archive.last(url)
            assert last is not None
            assert archive.body(last) == body
        for kind in ("list", "report", "attachment"):
            newest = {c.url: c for c in captures if c.kind == kind}
            assert list(archive.latest(kind)) == sorted(newest.values(), key=lambda c: c.sequence)
        assert list(archive.captures(after=3)) == [c for c in captures if c.sequence > 3]
    bodies = sqlite3.connect(folder / "p.sqlite").execute("SELECT count(*) FROM body").fetchone()
    assert bodies == (len({fetch["body"] for fetch in fetches}),)


def test_a_304_points_at_the_body_it_confirms_and_keeps_its_validators(archive: ArchiveWriter) -> None:
    first = store(archive, b"text", headers={"etag": '"1"', "date": "yesterday"})
    again = store(archive, b"text", status=304, headers={"date": "today"})
    assert (again.change, again.sha256, again.headers) == ("unchanged", first.sha256, {"etag": '"1"', "date": "today"})
    with pytest.raises(ArchiveError, match="304"):
        store(archive, b"another text", status=304)
    with pytest.raises(ArchiveError, match="304"):
        store(archive, b"text", url=PAGE + "?never-seen", status=304)


def test_a_crawl_without_its_closing_summary_is_interrupted(tmp_path: Path, archive: ArchiveWriter) -> None:
    store(archive, b"text")
    with open_archive(tmp_path, "ccszf") as reading:
        crawl = reading.crawl("one")
        assert crawl is not None
        assert (crawl.outcome, crawl.closed_at, crawl.arguments) == ("interrupted", None, {"since": "2016"})
        assert [reading.body(capture) for capture in reading.captures()] == [b"text"]
        problem = Problem(PAGE, "report", "http_404", "gone")
        archive.close_crawl("one", TIME, "finished", "1 report", {"requests": 3}, [problem])
        archive.begin_crawl("two", {}, TIME)
        closed, begun = reading.crawls()
        assert (closed.id, closed.outcome, closed.reason, closed.counts, closed.problems) == (
            "one",
            "finished",
            "1 report",
            {"requests": 3},
            (problem,),
        )
        assert (begun.id, begun.outcome) == ("two", "interrupted")
        assert reading.crawl("three") is None


@pytest.mark.parametrize("table", ["capture", "body", "crawl", "closing", "gone"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET rowid = 99", "DELETE FROM {}"])
def test_nothing_stored_can_be_changed(archive: ArchiveWriter, table: str, statement: str) -> None:
    archive.mark_gone("one", store(archive, b"text"), TIME, 404, "http_404")
    archive.close_crawl("one", TIME, "finished", "", {}, [])
    with sqlite3.connect(archive.path) as connection, pytest.raises(sqlite3.DatabaseError, match="append-only"):
        connection.execute(statement.format(table))


def test_a_page_is_gone_since_it_was_first_missed(archive: ArchiveWriter) -> None:
    first = store(archive, b"text")
    archive.mark_gone("one", first, TIME, 404, "http_404")
    archive.mark_gone("one", first, "2027-01-01T02:00:00Z", 200, "deleted")
    again = store(archive, b"text")
    archive.mark_gone("one", again, "2028-01-01T02:00:00Z", 410, "http_410")
    assert [(g.capture, g.url, g.missed_at, g.status, g.answer) for g in archive.gone()] == [
        (first.sequence, PAGE, TIME, 404, "http_404"),
        (again.sequence, PAGE, "2028-01-01T02:00:00Z", 410, "http_410"),
    ]


def test_an_archive_of_format_1_is_read_and_becomes_one_of_format_2(tmp_path: Path) -> None:
    with open_for_crawl(tmp_path, "ccszf") as archive:
        archive.begin_crawl("one", {}, TIME)
        stored = store(archive, b"text")
    with sqlite3.connect(tmp_path / "ccszf.sqlite") as connection:
        connection.executescript("DROP TABLE gone; PRAGMA user_version = 1;")
    with open_archive(tmp_path, "ccszf") as old:
        assert (list(old.gone()), list(old.captures())) == ([], [stored])
    with open_for_crawl(tmp_path, "ccszf") as archive:
        archive.mark_gone("one", stored, TIME, 404, "http_404")
    with open_archive(tmp_path, "ccszf") as new:
        assert [gone.capture for gone in new.gone()] == [stored.sequence]


def test_a_crawl_closes_once_and_its_id_is_used_once(archive: ArchiveWriter) -> None:
    archive.close_crawl("one", TIME, "finished", "", {}, [])
    with pytest.raises(ArchiveError, match=r"ccszf\.sqlite"):
        archive.close_crawl("one", TIME, "failed", "", {}, [])
    with pytest.raises(ArchiveError, match="used once"):
        archive.begin_crawl("one", {}, TIME)


def test_two_crawls_of_a_portal_never_overlap(tmp_path: Path, archive: ArchiveWriter) -> None:
    with pytest.raises(ArchiveLockedError, match="another crawl of ccszf"):
        open_for_crawl(tmp_path, "ccszf")
    open_for_crawl(tmp_path, "jlzwgk").close()
    archive.close()
    open_for_crawl(tmp_path, "ccszf").close()
    assert archived_portals(tmp_path) == ["ccszf", "jlzwgk"]
    assert archived_portals(tmp_path / "nowhere") == []


def test_reading_never_makes_a_file(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"ccszf\.sqlite: no archive"):
        open_archive(tmp_path, "ccszf")
    assert list(tmp_path.iterdir()) == []


def test_a_first_crawl_killed_at_once_leaves_no_archive_and_no_harm(tmp_path: Path) -> None:
    (tmp_path / "ccszf.sqlite").touch()
    with pytest.raises(ArchiveError, match=r"ccszf\.sqlite: no archive"):
        open_archive(tmp_path, "ccszf")
    with open_for_crawl(tmp_path, "ccszf") as archive:
        archive.begin_crawl("one", {}, TIME)


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE capture (x)")


def newer_format(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")


SPOILED = {
    "a third is left": lambda path: os.truncate(path, path.stat().st_size // 3),
    "a text": lambda path: path.write_text("这不是档案" * 500),
    "another database": lambda path: (path.unlink(), other_database(path)),
    "a newer format": newer_format,
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_spoiled_file_is_named_and_left_alone(tmp_path: Path, how: str) -> None:
    with open_for_crawl(tmp_path, "ccszf") as archive:
        archive.begin_crawl("one", {}, TIME)
        for n in range(20):
            store(archive, os.urandom(9000), url=f"{PAGE}?{n}")
    path = tmp_path / "ccszf.sqlite"
    SPOILED[how](path)
    spoiled = path.read_bytes()
    for opened in (open_archive, open_for_crawl):
        with pytest.raises(ArchiveError, match=r"ccszf\.sqlite"), opened(tmp_path, "ccszf") as archive:
            list(archive.captures())
    assert path.read_bytes() == spoiled


def test_a_body_that_is_no_longer_itself_is_an_error(tmp_path: Path) -> None:
    with open_for_crawl(tmp_path, "ccszf") as archive:
        archive.begin_crawl("one", {}, TIME)
        store(archive, b"honest text " * 100)
        other = store(archive, b"another one", url=PAGE + "?2")
    with sqlite3.connect(tmp_path / "ccszf.sqlite") as connection:
        for damage in ("zstd = (SELECT zstd FROM body WHERE sha256 = ?)", "zstd = x'00' || ?", "size = 1 << 40, zstd = ?"):
            connection.execute("DROP TRIGGER IF EXISTS body_update")
            connection.execute(f"UPDATE body SET {damage} WHERE sha256 <> ?", (other.sha256, other.sha256))
            connection.commit()
            with (
                open_archive(tmp_path, "ccszf") as reading,
                pytest.raises(ArchiveError, match=r"ccszf\.sqlite: body of capture 1 .*damaged"),
            ):
                reading.body(next(reading.captures()))


WRITER = """
import sys
from pathlib import Path
from crawlers.archive import open_for_crawl
archive = open_for_crawl(Path(sys.argv[1]), "ccszf")
archive.begin_crawl(sys.argv[2], {}, "now")
for n in range(10**6):
    body = b"%d " % n * 5000
    url = f"http://example.gov.cn/{sys.argv[2]}/{n}"
    stored = archive.store(sys.argv[2], url=url, final_url="", fetched_at="now", status=200, kind="report", headers={}, body=body)
    print(stored.sequence, flush=True)
"""


def test_kill_loses_nothing_that_was_stored(tmp_path: Path) -> None:
    promised = []
    for run, pages in enumerate((1, 7, 30)):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), f"run{run}"], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            promised += [int(next(writer.stdout)) for _ in range(pages)]
            writer.send_signal(signal.SIGKILL)
    with open_archive(tmp_path, "ccszf") as archive:
        captures = list(archive.captures())
        assert set(promised) <= {capture.sequence for capture in captures}
        for capture in captures:
            number = capture.url.rpartition("/")[2]
            assert archive.body(capture) == f"{number} ".encode() * 5000
        assert [crawl.outcome for crawl in archive.crawls()] == ["interrupted"] * 3


def test_archive_needs_no_scrapy() -> None:
    told = "import sys, crawlers.archive, crawlers.portals, crawlers.annual_report, crawlers.guards; sys.exit('scrapy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0
    assert Archive.__module__ == "crawlers.archive"
