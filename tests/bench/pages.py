"""The pages that are measured on, each with what is to come out of it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from crawlers.replica import PORTALS, Document, documents, replica_site

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "pages"
SHARED = ROOT.parent / "shared" / "pages"

#: The text of a link of a page: <a href="/gkzn/">信息公开指南</a>. Where it is none of the text, it is chrome.
LINK_TEXT = re.compile(r"<a\b[^>]*>([^<>]+)</a>", re.IGNORECASE)

#: What Word leaves in a text and nobody should read: <!--[if !supportLists]-->1、<!--[endif]-->, [bookmark: _GoBack].
WORD_REMNANT = re.compile(r"<!--.*?-->|\[bookmark: \w+\]")


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page and what is to come out of it: the text, rows of tables whole on one line, no string of the chrome, the title."""

    data: bytes
    text: str
    rows: tuple[str, ...]
    chrome: tuple[str, ...]
    title: str


def fold(text: str) -> str:
    """Returns text as it is compared: width folded, without white space and cell borders."""
    return re.sub(r"[\s|]+", "", unicodedata.normalize("NFKC", text or ""))


def own_pages() -> tuple[Page, ...]:
    """Returns the project's annotated pages (one odd markup each, short) and the replica's reports (whole pages of five portals)."""
    return (*_cases(), *_replica_reports())


def shared_pages() -> tuple[Page, ...]:
    """Returns the annotated pages beside the project; none where there are none."""
    return tuple(map(_shared_page, sorted(SHARED.glob("*.html"))))


def report_files() -> tuple[Path, ...]:
    """Returns the reports whose figures are annotated, as pages and as saved texts."""
    return tuple(sorted(CASES.glob("reading_*/page.*")))


def _cases() -> Iterator[Page]:
    for case in sorted(CASES.glob("html_*")):
        truth = json.loads((case / "truth.json").read_text(encoding="utf-8"))
        data = (case / "page.html").read_bytes()
        yield _page(data, data.decode("utf-8", "replace"), truth["lines"], truth["title"])


def _replica_reports() -> Iterator[Page]:
    site = replica_site()
    hosts = {portal.name: portal.hosts[0] for portal in PORTALS}
    for document in documents():
        if document.year is not None:
            page = site[f"http://{hosts[document.portal]}{document.address}"]
            yield _page(page.body, page.body.decode(page.charset), list(_lines(document)), document.title)


def _lines(document: Document) -> Iterator[str]:
    for line in document.paragraphs:
        if line.startswith("|"):
            yield line.strip("| ")
        elif not line.startswith("! "):  # an image
            yield WORD_REMNANT.sub("", line.removeprefix("# "))


def _page(data: bytes, markup: str, lines: list[str], title: str) -> Page:
    links = {unescape(link) for link in LINK_TEXT.findall(markup)}
    return Page(data, "\n".join(lines), tuple(line for line in lines if " | " in line), _chrome(links, "\n".join([*lines, title])), title)


def _shared_page(path: Path) -> Page:
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    kept = "\n".join([truth["main"], *truth["neutral"], *truth["title_lines"]])
    rows = tuple(line for line in truth["main"].split("\n") if "\t" in line)
    return Page(path.read_bytes(), truth["main"], rows, _chrome(truth["chrome"], kept), truth["title"])


def _chrome(strings: set[str] | list[str], kept: str) -> tuple[str, ...]:
    """Returns the strings long enough to be told apart that the text does not hold itself."""
    return tuple(sorted(text for text in strings if len(fold(text)) > 3 and fold(text) not in fold(kept)))
