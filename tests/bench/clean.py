"""Decode and clean, beside the peers: speed and quality on the same pages in the same run."""

from __future__ import annotations

import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from measure import Cost, costs
from pages import Page, fold

from extract.clean.decode import decode
from extract.clean.html import read_html

#: A cleaner reads decoded markup and returns text and title.
Cleaner = Callable[[str], tuple[str, str]]

OURS = "nianbao"


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over the pages; `worst` is the lowest F1 of a page, `titles` counts the pages whose title was found."""

    f1: float
    worst: float
    leaked: float
    rows: float
    titles: int


def cleaners() -> dict[str, Cleaner]:
    """Returns ours and the peers that are installed."""
    found: dict[str, Cleaner] = {OURS: _ours}
    for name, load in (("readability-lxml", _readability), ("trafilatura", _trafilatura), ("resiliparse", _resiliparse)):
        try:
            found[name] = load()
        except ImportError:
            print(f"{name} is not installed and left out; pip install -e '.[bench]' brings it", file=sys.stderr)
    return found


def compare(found: Mapping[str, Cleaner], pages: Sequence[Page]) -> dict[str, tuple[Cost, Quality]]:
    """Returns cost and quality of each cleaner. All get our decoded text: most peers lose pages when given bytes."""
    works = [lambda clean=clean: [clean(decode(page.data)[0]) for page in pages] for clean in found.values()]
    return dict(zip(found, zip(costs(works), (quality(clean, pages) for clean in found.values()), strict=True), strict=True))


def quality(clean: Cleaner, pages: Sequence[Page]) -> Quality:
    f1s: list[float] = []
    leaked: list[float] = []
    rows = whole = titles = 0
    for page in pages:
        text, title = clean(decode(page.data)[0])
        squeezed = fold(text)
        lines = [fold(line) for line in text.split("\n")]
        f1s.append(_f1(squeezed.replace(fold(page.title), ""), fold(page.text).replace(fold(page.title), "")))
        leaked.append(sum(map(squeezed.__contains__, map(fold, page.chrome))) / max(1, len(page.chrome)))
        rows += len(page.rows)
        whole += sum(any(fold(row) in line for line in lines) for row in page.rows)
        titles += fold(page.title) in fold(title)
    return Quality(statistics.mean(f1s), min(f1s), statistics.mean(leaked), whole / max(1, rows), titles)


def _f1(got: str, wanted: str) -> float:
    """F1 over pairs of neighbouring characters; a page without text is right when nothing comes out."""
    pairs, wanted_pairs = (Counter(pairwise(text)) for text in (got, wanted))
    if not wanted_pairs:
        return float(not pairs)
    return 2 * (pairs & wanted_pairs).total() / (pairs.total() + wanted_pairs.total())


def _ours(markup: str) -> tuple[str, str]:
    document = read_html(markup)
    return document.text, document.title or ""


def _readability() -> Cleaner:
    from lxml import html
    from readability import Document

    def clean(markup: str) -> tuple[str, str]:
        document = Document(markup)
        summary = re.sub(r"(?i)(</(?:p|div|tr|h\d|li)>|<br[^>]*>)", r"\1\n", document.summary())
        return html.fromstring(summary).text_content(), document.short_title()

    return clean


def _trafilatura() -> Cleaner:
    from trafilatura import bare_extraction

    def clean(markup: str) -> tuple[str, str]:
        document = bare_extraction(markup, include_tables=True, include_comments=False, with_metadata=True)
        return (document.text or "", document.title or "") if document else ("", "")

    return clean


def _resiliparse() -> Cleaner:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def clean(markup: str) -> tuple[str, str]:
        tree = HTMLTree.parse(markup)
        return extract_plain_text(tree, main_content=True), tree.title or ""

    return clean
