"""Decode, clean, read: what each step of `extract` costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from measure import Stage, costs
from pages import Page

from extract.clean.decode import decode
from extract.clean.html import read_html
from extract.reading import read_document, read_report
from extract.records import Source

#: The length of a county's report of 2014 to 2018: what reading is told per.
REPORT_LENGTH = 6000

#: Characters from which on a page's text tells what a whole report costs; shorter ones tell what starting on a text costs.
LONG = 2000

READING_ROUNDS = 3


def page_stages(pages: Sequence[Page]) -> Iterator[Stage]:
    """Yields decode and clean, on pages."""
    markups = [decode(page.data)[0] for page in pages]
    kilobytes = sum(len(page.data) for page in pages) / 1024 / len(pages)
    decoded, cleaned = costs([lambda: [decode(page.data) for page in pages], lambda: [read_html(markup) for markup in markups]])
    yield Stage("decode", f"pages of {kilobytes:,.0f} KB", len(pages), "page", decoded)
    yield Stage("clean", f"pages of {kilobytes:,.0f} KB", len(pages), "page", cleaned)


def reading_stages(files: Sequence[Path], pages: Sequence[Page]) -> Iterator[Stage]:
    """Yields reading, which is all that comes after cleaning, and the whole of `extract`: on short annotated reports and on long pages."""
    short = [(path.read_bytes(), Source(name=path.name)) for path in files]
    long = [(page.data, Source(name="page.html")) for page in pages if len(page.text) > LONG]
    works = [
        lambda reports=reports, step=step: [step(*report) for report in reports]
        for reports in (short, long)
        for step in (read_document, read_report)
    ]
    short_cleaned, short_whole, long_cleaned, long_whole = costs(works, READING_ROUNDS)
    length = _characters(long)
    told_long = f"{len(long)} pages of {length / len(long):,.0f} characters"
    told_short = f"{len(short)} reports of {_characters(short) / len(short):,.0f} characters"
    yield Stage("read", told_long, length / REPORT_LENGTH, f"{REPORT_LENGTH:,} characters", long_whole - long_cleaned)
    yield Stage("whole extract", told_long, length / REPORT_LENGTH, f"{REPORT_LENGTH:,} characters", long_whole)
    yield Stage("read", told_short, len(short), "report", short_whole - short_cleaned)
    yield Stage("whole extract", told_short, len(short), "report", short_whole)


def _characters(reports: Sequence[tuple[bytes, Source]]) -> int:
    return sum(len(read_document(*report)[0].text) for report in reports)
