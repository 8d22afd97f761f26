"""Load speed and query times on a made-up country: `python tests/bench/warehouse.py [--bodies 600] [--url URL]` prints a table.

Bodies report for 17 years in the forms of their time; one report in ten is edited once by its portal, one in twenty stands on a second
portal too. The default is 600 bodies: 10,200 reports, about a million figures.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from db import views
from db.engine import open_warehouse
from db.load import load_captures, load_report, unread
from db.migrate import upgrade
from db.query import query
from db.records import CaptureRecord, Content, CrawlRecord, PortalRecord
from db.rows import edition_rows
from extract.catalogue import FORM_LINES, METRICS, PARTIES
from extract.records import Fact, Finding, LedgerEntry, Report

FIRST_YEAR, YEARS = 2008, 17
QUERIES = {
    "one body's series": "SELECT year, value FROM figures WHERE issuer = '第7号人民政府' AND metric = 'requests_received'",
    "one metric, one year": "SELECT issuer, value FROM figures WHERE metric = 'requests_received' AND year = 2020 AND party = 'all'",
    "granted share by year": "SELECT year, sum(reply_granted) / sum(requests_received) FROM figures_wide WHERE year < 2019 GROUP BY year",
    "wide, one year, all columns": "SELECT * FROM figures_wide WHERE year = 2020",
    "wide, all": "SELECT * FROM figures_wide",
    "biggest changes": "SELECT * FROM year_on_year WHERE metric = 'requests_received' AND exact = 1 ORDER BY change DESC LIMIT 20",
    "districts without a report": "SELECT issuer, year FROM coverage WHERE status = 'missing'",
    "totals of one metric": "SELECT * FROM totals_by_region WHERE metric = 'requests_received' AND party = 'all'",
    **{f"count {name}": f"SELECT count(*) FROM {name}" for name in views.NAMES},
}


def form_of(year: int) -> str:
    return "2014" if year < 2019 else "2019" if year < 2021 else "2021"


def make_report(body: int, year: int, luck: random.Random) -> Report:
    """A report that fills every line of the form of its year, and its text and ledger with it."""
    lines, facts, at = [], [], 0
    form = form_of(year)
    for line in FORM_LINES:
        if line.form != form:
            continue
        for party in PARTIES if line.dimension else ("all",):
            value = luck.randint(0, 5000)
            text = f"{line.label} | {value}"
            place = (at, at + len(text))
            facts.append(Fact(line.metric, Decimal(value), METRICS[line.metric].unit, str(value), text, *place, "table", party=party))
            lines.append(text)
            at += len(text) + 1
    text = "\n".join(lines)
    name = f"第{body}号人民政府"
    return Report(
        is_report=True,
        title=f"{name}{year}年政府信息公开工作年度报告",
        issuer=name,
        region="某地",
        region_code=f"{11 + body % 30}{1 + body // 30 % 20:02}{body % 10:02}",
        level="county",
        year=year,
        form=form,
        published=f"{year + 1}-01-20",
        text=text,
        sections=(),
        facts=tuple(facts),
        statements=(),
        ledger=tuple(LedgerEntry(fact.start, fact.end, "fact") for fact in facts),
        findings=tuple(Finding("sum", luck.choice(["pass", "fail"]), (fact.metric,), "", fact.value, fact.value) for fact in facts[:20]),
        media="html",
        decoding=None,
        page={},
        dropped=(),
    )


def make_country(bodies: int) -> Iterator[tuple[CaptureRecord, Report]]:
    luck = random.Random(bodies)
    for body in range(bodies):
        for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
            places = [(f"portal{body % 20}", 0)]
            if luck.random() < 0.1:
                places.append((places[0][0], 40))
            if luck.random() < 0.05:
                places.append(("provincial", 80))
            for portal, days in places:
                fetched = datetime(year + 1, 2, 1, tzinfo=UTC) + timedelta(days=days)
                url = f"http://{portal}.gov.cn/{body}/{year}.html"
                body_sha256 = sha256(f"{url}{days}".encode()).hexdigest()
                yield CaptureRecord(portal, "crawl", url, fetched, 200, body_sha256), make_report(body, year, luck)


def timed(what: str, begun: float, note: str = "") -> float:
    seconds = time.perf_counter() - begun
    print(f"{what:32} {seconds:9.3f} s  {note}", flush=True)
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bodies", type=int, default=600)
    parser.add_argument("--url", help="an empty database (default: a new SQLite file)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "warehouse.sqlite"
        bench(arguments.url or f"sqlite:///{path}", arguments.bodies)
        if path.exists():
            print(f"{'size':32} {path.stat().st_size / 1e6:9.1f} MB")
        bare_sqlite(Path(folder) / "bare.sqlite")


def bench(url: str, bodies: int) -> None:
    engine = open_warehouse(url)
    upgrade(engine)
    country = list(make_country(bodies))
    facts = sum(len(report.facts) for _, report in country)
    print(f"{len(country)} texts, {facts} figures")
    begun = time.perf_counter()
    for portal in sorted({capture.portal for capture, _ in country}):
        crawl = CrawlRecord("crawl", portal, datetime(2026, 1, 1, tzinfo=UTC))
        captures = [capture for capture, _ in country if capture.portal == portal]
        load_captures(engine, PortalRecord(portal, portal, "TRS", ""), [crawl], captures)
    timed("captures", begun)
    begun = time.perf_counter()
    for _, report in country:
        edition_rows(report)
    timed("rows made, not loaded", begun)
    begun = time.perf_counter()
    for capture, report in country:
        load_report(engine, Content(capture.portal, capture.url, capture.content_sha256 or ""), report, "1.0")
    seconds = timed("editions, first load", begun)
    print(f"{'':32} {facts / seconds:9.0f} figures/s, {len(country) / seconds:.0f} editions/s")
    begun = time.perf_counter()
    assert not any(unread(engine, portal, "1.0") for portal in {capture.portal for capture, _ in country})
    timed("what is left to read", begun)
    engine.dispose()
    for name, statement in QUERIES.items():
        begun = time.perf_counter()
        rows = query(url, statement, limit=None).rows
        timed(name, begun, f"{len(rows)} rows" if len(rows) != 1 else str(rows[0][:2]))


def bare_sqlite(path: Path) -> None:
    """The floor: 100,000 rows of facts by the bare driver, in transactions of 100."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    names = "edition, position, metric, party, scope, qualifier, source, preferred, value, raw, quote, start_offset, end_offset"
    connection.execute(f"CREATE TABLE fact ({names}, PRIMARY KEY (edition, position))")
    begun = time.perf_counter()
    for edition in range(1000):
        connection.execute("BEGIN IMMEDIATE")
        rows = [
            (f"{edition:020}", n, "requests_received", "all", "all", "exact", "table", 1, float(n), "501", "收到申请数 | 501", 0, 9)
            for n in range(100)
        ]
        connection.executemany("INSERT INTO fact VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", rows)
        connection.execute("COMMIT")
    timed("bare driver, 100,000 facts", begun)


if __name__ == "__main__":
    main()
