"""Every earlier schema, with data in it, comes up to date on both databases, and nothing of what it held is lost."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, select

from db.migrate import MIGRATIONS, upgrade
from db.query import query
from db.search import search

HISTORY = Path(__file__).with_name("history")
#: Tables that upgrades write anew.
INSTALLED = {"installed", "form_line", "metric", "party"}
#: All but the newest, the oldest first.
REVISIONS = [script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()][:0:-1]


def test_each_earlier_revision_has_its_warehouse() -> None:
    """Before a migration is added, `python tests/db/write_history.py` saves a warehouse of the schema so far."""
    assert set(REVISIONS) <= {path.stem for path in HISTORY.glob("*.jsonl")}


@pytest.mark.parametrize("revision", REVISIONS)
def test_an_earlier_warehouse_comes_up_to_date_with_all_it_holds(make: SimpleNamespace, empty_url: str, revision: str) -> None:
    lines = [json.loads(line) for line in (HISTORY / f"{revision}.jsonl").read_text(encoding="utf-8").splitlines()]
    views = [line["sql"] for line in lines if "view" in line]
    saved: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        if "table" in line:
            saved.setdefault(line["table"], []).append(line["row"])
    with make.opened(empty_url) as engine:
        lay(engine, revision, saved, views)
        assert upgrade(engine)
        assert not upgrade(engine)
        there = MetaData()
        there.reflect(engine)
        with engine.connect() as connection:
            for table in saved.keys() - INSTALLED:
                assert_kept(saved[table], connection.execute(select(there.tables[table])).mappings().all())
    figures = query(empty_url, "SELECT issuer, year, metric, value, quote FROM figures", limit=None).rows
    assert len(figures) > 1
    assert search(empty_url, [str(figures[0][0])]).rows


def lay(engine: Any, revision: str, saved: dict[str, list[dict[str, Any]]], views: list[str]) -> None:
    """Makes the warehouse that the code of a revision made: its tables, their rows, its views."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        there = MetaData()
        there.reflect(connection)
        for table, rows in saved.items():
            laid = [row for row in rows if row.get("part") != "search"]  # the index is in no table that is saved
            connection.execute(there.tables[table].insert(), laid)
        for view in views:
            connection.exec_driver_sql(view)


def assert_kept(saved: list[dict[str, Any]], now: Any) -> None:
    """Every saved row is there, with all it said; a migration may add columns and rows."""
    held = {tuple(row[column] for column in saved[0]) for row in now}
    assert [row for row in saved if tuple(row.values()) not in held] == []
