"""Captures to pages: which attachments belong to which text, and that replaying an archive always says the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crawlers.archive import Capture
from flows.pages import Page, pages

PAGE, FILE, OTHER = "http://a.example/1.html", "http://a.example/1.doc", "http://a.example/2.doc"


def capture(sequence: int, crawl: str, url: str, sha256: str, referer: str | None = None) -> Capture:
    kind = "report" if url.endswith("html") else "attachment"
    return Capture("p", crawl, sequence, url, url, "2018-03-01T02:00:00Z", 200, kind, "new", {}, sha256, 1, referer=referer)  # type: ignore[arg-type]


def bodies(found: list[Page]) -> list[tuple[str, ...]]:
    return [(page.capture.sha256, *(attachment.sha256 for attachment in page.attachments)) for page in found]


def test_an_attachment_stays_with_its_page_until_the_page_changes() -> None:
    captures = [
        capture(1, "a", PAGE, "text1"),
        capture(2, "a", FILE, "file1", PAGE),
        capture(3, "b", PAGE, "text1"),  # its attachment could not be fetched that night
        capture(4, "c", PAGE, "text1"),
        capture(5, "c", FILE, "file2", PAGE),
        capture(6, "c", OTHER, "other", PAGE),
        capture(7, "d", PAGE, "text2"),  # links none any more
        capture(8, "e", PAGE, "text1"),  # as it was before: what it links is asked for anew
    ]
    assert bodies(list(pages(captures))) == [("text1", "file1"), ("text1", "file1"), ("text1", "file2", "other"), ("text2",), ("text1",)]


def test_an_attachment_without_its_page_is_nobodys() -> None:
    assert list(pages([capture(1, "a", FILE, "file1", PAGE)])) == []


@st.composite
def archives(draw: st.DrawFn) -> list[Capture]:
    """Crawls that fetch two pages and their attachments in any order, each with one of two bodies."""
    fetches = st.tuples(st.sampled_from("12"), st.sampled_from(["html", "doc", "xls"]), st.sampled_from("xy"))
    found: list[Capture] = []
    for crawl, fetched in enumerate(draw(st.lists(st.lists(fetches, max_size=6), max_size=4))):
        for page, kind, body in fetched:
            url = f"http://a.example/{page}.{kind}"
            referer = None if kind == "html" else f"http://a.example/{page}.html"
            found.append(capture(len(found) + 1, str(crawl), url, body, referer))
    return found


@given(archives())
def test_what_a_crawl_yielded_never_changes_with_later_crawls(captures: list[Capture]) -> None:
    whole = list(pages(captures))
    for crawl in {capture.crawl for capture in captures}:
        until = [capture for capture in captures if int(capture.crawl) <= int(crawl)]
        assert list(pages(until)) == whole[: len(list(pages(until)))]


@given(archives())
def test_every_capture_of_a_page_is_yielded_once_and_in_order(captures: list[Capture]) -> None:
    assert [page.capture for page in pages(captures)] == [capture for capture in captures if capture.kind == "report"]
