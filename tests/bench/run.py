"""Measures the stages of the way of a figure and writes them as tables into RESULTS.md, with the machine, the versions and the day.

    python tests/bench/run.py            # needs the extra: pip install -e '.[bench]' brings the peers

The pages are those of ../shared where it stands beside the project, else the project's own (tests/pages). Times are processor time, the
median of interleaved rounds, so that a busy machine slows all alike. A stage is a function that returns what it measured; add yours to
STAGES.
"""

from __future__ import annotations

import datetime
import importlib.metadata
import json
import os
import platform
import re
import statistics
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from extract.decode import decode
from extract.html import read_html

ROOT = Path(__file__).resolve().parents[2]
RESULTS = Path(__file__).with_name("RESULTS.md")
ROUNDS = 9
PACKAGES = ("selectolax", "beautifulsoup4", "trafilatura", "readability-lxml", "resiliparse", "lxml")


@dataclass(frozen=True)
class Page:
    """A saved page and what is to come out of it: the text, rows of tables whole on one line, no string of the chrome, the title."""

    data: bytes
    text: str
    rows: tuple[str, ...]
    chrome: tuple[str, ...]
    title: str


@dataclass(frozen=True)
class Stage:
    """What one stage did in how many seconds: 19 pages, 1,200 reports."""

    name: str
    count: int
    unit: str
    seconds: float


def fold(text: str) -> str:
    """Text as it is compared: width folded, without white space and cell borders."""
    return re.sub(r"[\s|]+", "", unicodedata.normalize("NFKC", text or ""))


@cache
def pages() -> tuple[Page, ...]:
    shared = ROOT.parent / "shared" / "pages"
    return tuple(_shared_pages(shared) if shared.is_dir() else _own_pages())


def _own_pages() -> Iterator[Page]:
    for case in sorted((ROOT / "tests" / "pages").glob("html_*")):
        truth = json.loads((case / "truth.json").read_text(encoding="utf-8"))
        rows = tuple(line for line in truth["lines"] if " | " in line)
        yield Page((case / "page.html").read_bytes(), "\n".join(truth["lines"]), rows, (), truth["title"])


def _shared_pages(folder: Path) -> Iterator[Page]:
    for path in sorted(folder.glob("*.html")):
        truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        kept = fold("\n".join([truth["main"], *truth["neutral"], *truth["title_lines"]]))
        chrome = tuple(text for text in truth["chrome"] if len(fold(text)) > 3 and fold(text) not in kept)
        rows = tuple(line for line in truth["main"].split("\n") if "\t" in line)
        yield Page(path.read_bytes(), truth["main"], rows, chrome, truth["title"])


# --- cleaners ---------------------------------------------------------------------------------------------------------------------------

#: A cleaner reads decoded markup and returns text and title.
Cleaner = Callable[[str], tuple[str, str]]


def ours(markup: str) -> tuple[str, str]:
    document = read_html(markup)
    return document.text, document.title or ""


def cleaners() -> dict[str, Cleaner]:
    """Ours and the peers that are installed."""
    found: dict[str, Cleaner] = {"nianbao": ours}
    for name, load in (("readability-lxml", _readability), ("trafilatura", _trafilatura), ("resiliparse", _resiliparse)):
        try:
            found[name] = load()
        except ImportError:
            print(f"{name} is not installed; its line is left out", file=sys.stderr)
    return found


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


@dataclass(frozen=True)
class Quality:
    """Means over the pages; `worst` is the lowest F1 of a page."""

    f1: float
    worst: float
    leaked: float
    rows: float
    titles: int


def quality(clean: Cleaner) -> Quality:
    f1s: list[float] = []
    leaked: list[float] = []
    rows = whole = titles = 0
    for page in pages():
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


def processor_seconds(works: Sequence[Callable[[], object]]) -> list[float]:
    """The median processor time of each piece of work, the rounds interleaved."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, measured in zip(works, times, strict=True):
            start = time.process_time()
            work()
            measured.append(time.process_time() - start)
    return [statistics.median(measured) for measured in times]


def cleaning_table() -> Iterator[str]:
    """Decode and clean together, for each cleaner; peers get our decoded text, for most lose pages when given bytes."""
    found = cleaners()
    works = [lambda clean=clean: [clean(decode(page.data)[0]) for page in pages()] for clean in found.values()]
    seconds = dict(zip(found, processor_seconds(works), strict=True))
    yield "| decode and clean | F1 | worst page | chrome leaked | rows whole | titles | pages/s | times slower |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, clean in found.items():
        q = quality(clean)
        speed = len(pages()) / seconds[name]
        yield (
            f"| {name} | {q.f1:.4f} | {q.worst:.4f} | {q.leaked:.1%} | {q.rows:.1%} | {q.titles}/{len(pages())} "
            f"| {speed:,.0f} | {seconds[name] / seconds['nianbao']:.1f} |"
        )


# --- stages -----------------------------------------------------------------------------------------------------------------------------


def decode_pages() -> Stage:
    (seconds,) = processor_seconds([lambda: [decode(page.data) for page in pages()]])
    return Stage("decode", len(pages()), "pages", seconds)


def clean_pages() -> Stage:
    texts = [decode(page.data)[0] for page in pages()]
    (seconds,) = processor_seconds([lambda: [read_html(text) for text in texts]])
    return Stage("clean", len(pages()), "pages", seconds)


STAGES: tuple[Callable[[], Stage], ...] = (decode_pages, clean_pages)


def stage_table() -> Iterator[str]:
    yield "| stage | measured on | a second |"
    yield "|---|---|---|"
    for stage in (measure() for measure in STAGES):
        yield f"| {stage.name} | {stage.count:,} {stage.unit} | {stage.count / stage.seconds:,.0f} {stage.unit} |"


def machine() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    model = re.search(r"model name\s*: (.+)", cpuinfo.read_text()) if cpuinfo.exists() else None
    return (
        f"{model[1] if model else platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    )


def versions() -> str:
    return ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES if _is_installed(name))


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def main() -> None:
    size = statistics.mean(len(page.data) for page in pages()) / 1024
    day = datetime.datetime.now(tz=datetime.UTC).date()
    report = [
        "# What was measured",
        "",
        f"{day}, {machine()}; {versions()}. {len(pages())} pages of {size:,.0f} KB on average.",
        "Written by `python tests/bench/run.py`: processor time, median of interleaved rounds.",
        "",
        *cleaning_table(),
        "",
        *stage_table(),
    ]
    RESULTS.write_text("\n".join(report) + "\n", encoding="utf-8")
    print("\n".join(report))


if __name__ == "__main__":
    main()
