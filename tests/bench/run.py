"""Measures the way of a figure from the portal's bytes to the warehouse and writes RESULTS.md, with machine, versions and day.

    python tests/bench/run.py            # after pip install -e '.[bench]', which brings the peers

Each stage is measured by a function of its own module (`clean`, `read`, `archive`, `load`, `crawl`) on the project's own pages, and
cleaning also on those of ../shared where it stands beside the project. Takes some five minutes. `python tests/bench/warehouse.py` loads
and queries a country of a million figures, and writes WAREHOUSE.md.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from archive import archive_stages
from clean import OURS, Cleaner, Quality, cleaners, compare
from crawl import ROUNDS as CRAWL_ROUNDS
from crawl import crawl_stages, replay_stages
from load import load_stages
from measure import ROUNDS, Cost, Stage, machine, versions
from pages import Page, own_pages, report_files, shared_pages
from read import READING_ROUNDS, page_stages, reading_stages

RESULTS = Path(__file__).with_name("RESULTS.md")
PACKAGES = (
    *("selectolax", "beautifulsoup4", "lxml", "scrapy", "zstandard", "sqlalchemy", "sqlmodel"),
    *("trafilatura", "readability-lxml", "resiliparse"),
)

FOOT = f"""\
Processor time is what counts, because the machine is shared: user and system time of our processes, child processes included; the clock's
time stands beside it. Steps of `extract`, cleaners and crawls: median of interleaved rounds ({ROUNDS}; {READING_ROUNDS} for reading,
{CRAWL_ROUNDS} for crawls); the others ran once.

- Decode and clean: the annotated pages under `tests/pages/html_*`, one odd markup each, and the report pages of `crawlers/replica`.
- Read is all that comes after cleaning (metadata, forms, prose, ledger, checks): the whole of `extract` less decode and clean; on the
  replica's long reports, and on the annotated ones under `tests/pages/reading_*`, which are short.
- Cleaners get our decoded text, for most peers lose pages when given bytes. F1 is over pairs of neighbouring characters; leaked are strings
  of the page's chrome (link texts that are none of the text) in the output; a row is whole when label and values stand on one line.
  Titles are those on the page; three of the replica's break theirs into lines, and the whole of `extract` (metadata) finds those too.
- Load: reports that fill every line of the form of their year, a hundred in a transaction, with their search index; beside it the bare
  driver with the very same rows into the same tables, made beforehand, in one transaction: executemany on SQLite, COPY on PostgreSQL.
  The processor time of PostgreSQL's server is not ours and is on the clock only.
- Crawl: one portal of the replica on loopback, grown, one request at a time, no delay, start of the process included; the bare spider asks
  for the same addresses, one at a time, and keeps nothing. What the portal's server takes counts on the clock only. A crawl that finds
  nothing changed asks for the list pages alone; its pages a second are of all pages it answers for.
- Replay is what `nianbao replay` does, on all cores; its processor time includes the start of the processes.

`python tests/bench/warehouse.py` loads a made-up country of ten thousand reports into both databases and times the cookbook: WAREHOUSE.md.
"""


def stage_table(stages: Iterable[Stage]) -> Iterator[str]:
    yield "| stage | measured on | processor time each | on the clock | a second of processor time |"
    yield "|---|---|---|---|---|"
    for stage in stages:
        processor, wall = (f"{seconds / stage.count * 1000:,.2f} ms" for seconds in (stage.cost.processor, stage.cost.wall))
        speed = stage.count / stage.cost.processor
        yield f"| {stage.name} | {stage.measured_on} | {processor} per {stage.unit} | {wall} | {speed:,.0f} |"


def cleaning_table(compared: Mapping[str, tuple[Cost, Quality]], pages: Sequence[Page]) -> Iterator[str]:
    yield "| decode and clean | F1 | worst page | chrome leaked | rows whole | titles | pages a second | time, ours = 1 |"
    yield "|---|---|---|---|---|---|---|---|"
    ours = compared[OURS][0].processor
    for name, (cost, quality) in compared.items():
        yield (
            f"| {name} | {quality.f1:.4f} | {quality.worst:.4f} | {quality.leaked:.1%} | {quality.rows:.1%} "
            f"| {quality.titles}/{len(pages)} | {len(pages) / cost.processor:,.0f} | {cost.processor / ours:.1f} |"
        )


def cleaning(found: Mapping[str, Cleaner], name: str, pages: Sequence[Page]) -> Iterator[str]:
    if pages:
        kilobytes = sum(len(page.data) for page in pages) / 1024 / len(pages)
        yield from ("", f"## Cleaning beside the peers: {name}, {len(pages)} pages of {kilobytes:,.0f} KB", "")
        yield from cleaning_table(compare(found, pages), pages)


def stages(pages: Sequence[Page]) -> Iterator[Stage]:
    yield from page_stages(pages)
    yield from reading_stages(report_files(), pages)
    yield from archive_stages(pages)
    yield from load_stages()
    yield from crawl_stages()
    yield from replay_stages()


def main() -> None:
    pages = own_pages()
    found = cleaners()
    lines = [
        "# What was measured",
        "",
        f"{datetime.datetime.now(tz=datetime.UTC).date()}, {machine()}; {versions(PACKAGES)}.",
        "Written by `python tests/bench/run.py`.",
        "",
        *stage_table(stages(pages)),
        *cleaning(found, "the project's own", pages),
        *cleaning(found, "those of ../shared", shared_pages()),
        "",
        "## How",
        "",
        FOOT,
    ]
    report = "\n".join(lines)
    RESULTS.write_text(report, encoding="utf-8")
    print(report)


if __name__ == "__main__":
    main()
