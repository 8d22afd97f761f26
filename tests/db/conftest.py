"""Fresh warehouses on both databases, and reports to load into them."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, text

from db import reference
from db.engine import open_warehouse
from db.load import load_captures, load_report, load_unreadable
from db.migrate import upgrade
from db.models import Warehouse
from db.records import CaptureRecord, Content, CrawlRecord, PortalRecord
from extract.catalogue import METRICS
from extract.records import Decoding, Dropped, Fact, Finding, LedgerEntry, Report, Section, Statement

DATABASES = ("sqlite", "postgresql")


class Postgresql:
    """Databases on the session's server: empty ones, and copies of one that is up to date."""

    def __init__(self, server: str) -> None:
        self.server = make_url(server)
        self.numbers = count()
        self.made: list[str] = []
        migrated = self.create("template0")
        self.template = self.made[-1]
        engine = open_warehouse(migrated)
        upgrade(engine)
        engine.dispose()

    def create(self, template: str) -> str:
        """Returns the URL of a new database that is a copy of `template`."""
        name = f"nianbao_test_{os.getpid()}_{next(self.numbers)}"  # several test processes may share a server
        self._run(f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name} TEMPLATE {template}")
        self.made.append(name)
        return self.server.set(database=name).render_as_string(hide_password=False)

    def drop(self) -> None:
        self._run(*(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)" for name in self.made))

    def _run(self, *statements: str) -> None:
        engine = create_engine(self.server, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
        engine.dispose()


@pytest.fixture(scope="session")
def postgresql(postgresql_url: str) -> Iterator[Postgresql]:
    databases = Postgresql(postgresql_url)
    yield databases
    if "TEST_POSTGRES_URL" in os.environ:  # our own server goes with all it holds, which is faster: each DROP waits for a checkpoint
        databases.drop()


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("warehouse") / "migrated.sqlite"
    engine = open_warehouse(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session", params=DATABASES)
def new_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Makes the URL of a fresh warehouse that is up to date; the tests that use it run on both databases."""
    if request.param == "postgresql":
        postgresql = request.getfixturevalue("postgresql")
        return lambda: postgresql.create(postgresql.template)
    migrated = request.getfixturevalue("migrated_sqlite")
    folder, numbers = tmp_path_factory.mktemp("warehouses"), count()

    def copy() -> str:
        return f"sqlite:///{shutil.copy(migrated, folder / f'{next(numbers)}.sqlite')}"

    return copy


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of an empty database of the test's own."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgresql").create("template0"))
    return f"sqlite:///{tmp_path / 'new.sqlite'}"


@pytest.fixture(scope="session")
def shared_url(new_url: Callable[[], str]) -> str:
    return new_url()


@pytest.fixture
def url(shared_url: str) -> str:
    """URL of a warehouse without data, the same for all tests: making a database of PostgreSQL costs time, and 8 MB each."""
    with opened(shared_url) as engine:
        emptied(engine)
    return shared_url


@pytest.fixture
def engine(url: str) -> Iterator[Any]:
    with opened(url) as engine:
        yield engine


@pytest.fixture
def own_engine(new_url: Callable[[], str]) -> Iterator[Any]:
    """A warehouse whose schema the test may change."""
    with opened(new_url()) as engine:
        yield engine


@contextmanager
def opened(url: str) -> Iterator[Any]:
    engine = open_warehouse(url)
    yield engine
    engine.dispose()


def emptied(engine: Any) -> Any:
    """The warehouse without its data, the catalogue stays: for tests that need many fresh ones."""
    with engine.begin() as connection:
        for table in reversed(Warehouse.metadata.sorted_tables):
            if table.name not in {"metric", "form_line", "party", "installed", *reference.TABLES}:
                connection.execute(table.delete())
    return engine


START = datetime(2018, 3, 9, 2, 0, tzinfo=UTC)


def night(number: float) -> datetime:
    """The moment of a nightly crawl."""
    return START + timedelta(days=number)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def make_report(
    figures: dict[str, Any], issuer: str | None = "长春市人民政府", year: int | None = 2017, code: str | None = "220100", **changes: Any
) -> Report:
    """A report whose text states `figures`: metric -> value, or metric -> Fact fields; `metric/party` names an applicant column."""
    lines, facts, at = [f"{issuer}{year}年政府信息公开工作年度报告"], [], 0
    at = len(lines[0]) + 1
    for key, figure in figures.items():
        metric, _, party = key.partition("/")
        fields = figure if isinstance(figure, dict) else {"value": figure}
        value = None if fields["value"] is None else Decimal(str(fields["value"]))
        raw = fields.get("raw", str(value))
        quote = f"{METRICS[metric].label}{raw}{METRICS[metric].unit}"
        facts.append(
            Fact(
                metric=fields.get("metric", metric),
                value=value,
                unit=fields.get("unit", METRICS[metric].unit),
                raw=raw,
                quote=fields.get("quote", quote),
                start=at,
                end=at + len(quote),
                source=fields.get("source", "text"),
                party=party or "all",
                scope=fields.get("scope", "all"),
                qualifier=fields.get("qualifier", "exact"),
                preferred=fields.get("preferred", True),
            )
        )
        lines.append(quote)
        at += len(quote) + 1
    text = "\n".join(lines)
    fields = {
        "is_report": True,
        "title": lines[0],
        "issuer": issuer,
        "region": "长春市" if code == "220100" else "某市" if code else None,
        "region_code": code,
        "level": "prefecture",
        "year": year,
        "form": "2014",
        "published": "2018-03-09",
        "text": text,
        "sections": (Section(lines[0], 1, 0, len(text)),),
        "facts": tuple(facts),
        "statements": (Statement("培训", Decimal("3.5"), "次", "about", lines[0], 0, len(lines[0])),),
        "ledger": (LedgerEntry(0, 4, "date"), *(LedgerEntry(fact.start, fact.end, "fact") for fact in facts)),
        "findings": (),
        "media": "html",
        "decoding": Decoding("gb18030", "declared"),
        "page": {"pubdate": "2018-03-09"},
        "dropped": (Dropped("navigation", "首页"), Dropped("navigation", "公开")),
    }
    return Report(**{**fields, **changes})


def failed(rule: str, *metrics: str, expected: int, actual: int) -> Finding:
    return Finding(rule, "fail", metrics, f"{expected} expected, {actual} stated", Decimal(expected), Decimal(actual))


def make_portal(portal: str) -> PortalRecord:
    return PortalRecord(portal, f"{portal}门户", "TRS", f"http://www.{portal}.gov.cn/")


def make_crawl(portal: str, number: float) -> CrawlRecord:
    return CrawlRecord(f"night-{number}", portal, night(number), night(number + 0.1), "finished", {"pages": 1})


def make_capture(portal: str, path: str, number: float, body: str | None, **changes: Any) -> CaptureRecord:
    fields = {"status": 200 if body else 404, "body_sha256": sha256(body) if body else None, "content_type": "text/html; charset=gb2312"}
    return CaptureRecord(portal, f"night-{number}", f"http://www.{portal}.gov.cn/{path}", night(number), **{**fields, **changes})


def content_of(capture: CaptureRecord) -> Content:
    assert capture.content_sha256
    return Content(capture.portal, capture.url, capture.content_sha256)


def publish_to(
    engine: Any,
    path: str,
    number: float,
    report: Report | None,
    body: str | None = None,
    portal: str = "ccszf",
    version: str = "1.0",
) -> Content:
    """Lets an address show a body from a night on, and lets a version read it (None: it cannot)."""
    capture = make_capture(portal, path, number, body or f"{path}{number}")
    load_captures(engine, make_portal(portal), [make_crawl(portal, number)], [capture])
    content = content_of(capture)
    if report is None:
        load_unreadable(engine, content, "no text layer", version)
    else:
        load_report(engine, content, report, version)
    return content


BUILDERS = (make_report, failed, make_portal, make_crawl, make_capture, content_of, publish_to, opened, emptied, night, sha256)


@pytest.fixture
def publish(engine: Any) -> Callable[..., Content]:
    return partial(publish_to, engine)


@pytest.fixture
def show(engine: Any) -> Callable[..., list[tuple[Any, ...]]]:
    """Reads columns of a view, sorted."""

    def show(view: str, columns: str, where: str = "1 = 1") -> list[tuple[Any, ...]]:
        with engine.connect() as connection:
            rows = connection.execute(text(f"SELECT {columns} FROM {view} WHERE {where}"))
            return sorted((tuple(row) for row in rows), key=str)

    return show


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """The builders above, for tests."""
    return SimpleNamespace(**{builder.__name__.removeprefix("make_"): builder for builder in BUILDERS})
