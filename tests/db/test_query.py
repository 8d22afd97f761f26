"""Asking the warehouse: reading only, by the database's own means, and one clear line for what goes wrong."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from db.compare import all_rows, differences
from db.engine import WarehouseError, open_reader, open_warehouse
from db.query import QueryError, query


def test_columns_and_rows(url: str) -> None:
    result = query(url, "SELECT code AS metric, unit FROM metric WHERE code IN ('meetings', 'trainees') ORDER BY code")
    assert result.columns == ("metric", "unit")
    assert result.rows == (("meetings", "次"), ("trainees", "人次"))
    assert not result.is_cut


@pytest.mark.parametrize(("limit", "rows", "is_cut"), [(3, 3, True), (7, 7, False), (8, 7, False), (None, 7, False), (0, 0, True)])
def test_the_limit_says_when_it_cuts(url: str, limit: int | None, rows: int, is_cut: bool) -> None:
    result = query(url, "SELECT code FROM party", limit)
    assert (len(result.rows), result.is_cut) == (rows, is_cut)


def test_what_is_beyond_the_limit_is_not_computed(url: str) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    result = query(url, endless, limit=2)
    assert (result.rows, result.is_cut) == (((1,), (2,)), True)


def test_a_result_without_rows_has_its_columns(url: str) -> None:
    assert query(url, "SELECT code, label FROM party WHERE code = ''").columns == ("code", "label")


WRITES = (
    "DELETE FROM party",
    "UPDATE party SET label = ''",
    "INSERT INTO party VALUES ('x', 'y')",
    "DROP TABLE finding",
    "CREATE TABLE mine (a INTEGER)",
    "CREATE TABLE mine AS SELECT 1 AS a",
    "WITH gone AS (DELETE FROM party RETURNING code) SELECT * FROM gone",
    "SELECT 1; DELETE FROM party",
    "COMMIT; DELETE FROM party",
    "COMMIT; SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE; DELETE FROM party",
    "SELECT set_config('transaction_read_only', 'off', false); DELETE FROM party",
    "PRAGMA query_only = OFF",
    "PRAGMA journal_mode = DELETE",
    "VACUUM",
    "VACUUM INTO '{folder}/copy.sqlite'",
    "ATTACH '{folder}/other.sqlite' AS other",
    "BEGIN IMMEDIATE",
    "INSERT INTO search_gram (rowid, grams) VALUES (1, 'a')",
    "INSERT INTO search_gram (search_gram) VALUES ('delete-all')",
    "COPY party TO '{folder}/copy.csv'",
    "EXPLAIN ANALYZE DELETE FROM party",
)


@pytest.mark.parametrize("statement", WRITES)
def test_whatever_writes_is_refused_and_changes_nothing(make: SimpleNamespace, url: str, tmp_path: Path, statement: str) -> None:
    with make.opened(url) as engine:
        before = all_rows(engine)
    with pytest.raises(QueryError) as refused:
        query(url, statement.format(folder=tmp_path))
    assert "\n" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []
    with make.opened(url) as engine:
        assert differences(before, all_rows(engine)) == []


@pytest.mark.parametrize(
    ("statement", "reason"), [("DELETE FROM party", "only reading"), ("SELEC 1", "syntax"), ("SELECT * FROM nothing", "nothing")]
)
def test_a_refusal_says_why(url: str, statement: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        query(url, statement)


def test_reading_waits_for_no_writer(make: SimpleNamespace, url: str) -> None:
    with make.opened(url) as engine, engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM form_line")
        ((lines,),) = query(url, "SELECT count(*) FROM form_line").rows
        assert lines > 100
        connection.rollback()


BAD_URLS = {
    "nonsense": "is no database URL",
    "mysql://localhost/warehouse": "mysql is no database we know",
    "sqlite://": "is a file",
    "sqlite:///:memory:": "is a file",
    "postgresql://nobody:secret@127.0.0.1:1/warehouse": "cannot be opened",
    "sqlite:////proc/nianbao/warehouse.sqlite": "cannot be opened",
}


@pytest.mark.parametrize("url", BAD_URLS)
@pytest.mark.parametrize("opening", [open_warehouse, open_reader])
def test_a_wrong_url_is_told_in_one_line_without_its_password(url: str, opening: Callable[[str], Any]) -> None:
    expected = BAD_URLS[url]
    if "/proc/" in url and opening is open_reader:
        expected = "there is no warehouse"
    with pytest.raises(WarehouseError, match=expected) as told:
        opening(url)
    assert "\n" not in str(told.value)
    assert "secret" not in str(told.value)


def test_there_is_nothing_to_ask_before_the_first_run(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="there is no warehouse"):
        query(f"sqlite:///{tmp_path / 'none.sqlite'}", "SELECT 1")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "page.sqlite"
    path.write_text("<html>" * 200)
    for opening in (open_warehouse, open_reader):
        with pytest.raises(WarehouseError, match="not a database"):
            opening(f"sqlite:///{path}")
    assert path.read_text().startswith("<html>")


def test_odd_file_names(tmp_path: Path) -> None:
    path = tmp_path / "年报 100%#.sqlite"
    sqlite3.connect(path).close()
    url = "sqlite:///" + str(path)
    assert query(url, "SELECT 1 AS one").rows == ((1,),)


def test_a_folder_that_may_not_be_written_is_told() -> None:
    folder = Path(tempfile.mkdtemp())  # tmp_path is closed to the other user that root becomes below
    folder.chmod(0o555)
    process = get_context("fork").Process(target=open_as_nobody, args=(f"sqlite:///{folder / 'w.sqlite'}",))
    process.start()
    process.join(30)
    folder.rmdir()
    assert process.exitcode == 0


def open_as_nobody(url: str) -> None:
    if os.geteuid() == 0:
        os.setuid(65534)
    with pytest.raises(WarehouseError, match="cannot be opened"):
        open_warehouse(url)
