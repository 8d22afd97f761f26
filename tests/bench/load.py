"""Loading into a new SQLite warehouse: reports that fill every line of the form of their year (made by `warehouse.py`)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from measure import Stage, cost
from sqlalchemy import Engine
from warehouse import make_country

from db.engine import open_warehouse
from db.load import load_captures, load_report
from db.migrate import upgrade
from db.records import CaptureRecord, Content, CrawlRecord, PortalRecord
from extract.records import Report

BODIES = 20
VERSION = "1.0"


def load_stages() -> Iterator[Stage]:
    """Yields the first load of the reports, told by report and by figure, and the same again, which changes nothing."""
    country = list(make_country(BODIES))
    figures = sum(len(report.facts) for _, report in country)
    measured_on = f"{len(country)} reports of {figures / len(country):,.0f} figures"
    with tempfile.TemporaryDirectory() as folder:
        engine = open_warehouse(f"sqlite:///{Path(folder) / 'warehouse.sqlite'}")
        upgrade(engine)
        first = cost(lambda: _load(engine, country))
        again = cost(lambda: _load(engine, country))
        engine.dispose()
    yield Stage("load", measured_on, len(country), "report", first)
    yield Stage("load", measured_on, figures, "figure", first)
    yield Stage("load again", measured_on, len(country), "report", again)


def _load(engine: Engine, country: Sequence[tuple[CaptureRecord, Report]]) -> None:
    for portal in sorted({capture.portal for capture, _ in country}):
        crawl = CrawlRecord("crawl", portal, datetime(2026, 1, 1, tzinfo=UTC))
        captures = [capture for capture, _ in country if capture.portal == portal]
        load_captures(engine, PortalRecord(portal, portal, "TRS", ""), [crawl], captures)
    for capture, report in country:
        load_report(engine, Content(capture.portal, capture.url, capture.content_sha256 or ""), report, VERSION)
