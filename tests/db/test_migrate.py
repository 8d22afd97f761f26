"""Migrations: from nothing to the schema of the code, on both databases, once and for all."""

from __future__ import annotations

from multiprocessing import get_context
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from db import catalogue, views
from db.engine import WarehouseError, open_warehouse
from db.migrate import upgrade
from db.models import Warehouse


def test_an_empty_database_is_brought_up_and_a_second_upgrade_changes_nothing(empty_url: str) -> None:
    engine = open_warehouse(empty_url)
    assert upgrade(engine)
    assert not upgrade(engine)
    there = inspect(engine)
    assert {name for name in there.get_table_names() if not is_beside_the_schema(name)} == set(Warehouse.metadata.tables)
    assert set(there.get_view_names()) == set(views.NAMES)


def test_the_catalogue_is_in_the_tables(engine: Any) -> None:
    with engine.connect() as connection:
        for table, rows in (
            ("metric", catalogue.metric_rows()),
            ("party", catalogue.party_rows()),
            ("form_line", catalogue.form_line_rows()),
        ):
            there = {tuple(sorted(row.items(), key=str)) for row in connection.execute(text(f"SELECT * FROM {table}")).mappings()}
            assert there == {tuple(sorted(row.items(), key=str)) for row in rows}


def test_a_changed_catalogue_is_installed_and_what_facts_may_name_stays(own_engine: Any) -> None:
    with own_engine.begin() as connection:
        connection.execute(text("INSERT INTO metric VALUES ('retired', '旧', '件', '')"))
        connection.execute(text("UPDATE metric SET label = 'wrong' WHERE code = 'requests_received'"))
        connection.execute(text("UPDATE installed SET sha256 = 'older' WHERE part = 'catalogue'"))
    assert upgrade(own_engine)
    with own_engine.connect() as connection:
        assert connection.scalar(text("SELECT label FROM metric WHERE code = 'requests_received'")) == "收到申请数"
        assert connection.scalar(text("SELECT count(*) FROM metric WHERE code = 'retired'")) == 1


def test_changed_views_are_made_anew(own_engine: Any) -> None:
    with own_engine.begin() as connection:
        connection.execute(text("DROP VIEW freshness"))
        connection.execute(text("CREATE VIEW freshness AS SELECT 1 AS stale"))
        connection.execute(text("UPDATE installed SET sha256 = 'older' WHERE part = 'views'"))
    assert upgrade(own_engine)
    assert "stale" not in {column["name"] for column in inspect(own_engine).get_columns("freshness")}


def test_migrations_make_what_the_models_say(engine: Any) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        changes = compare_metadata(context, Warehouse.metadata)
    assert [change for change in changes if change[0] not in ("remove_table", "remove_index") or not is_beside_the_schema(of(change))] == []


def of(change: Any) -> str:
    return str(change[1].name if change[0] == "remove_table" else change[1].table.name)


def is_beside_the_schema(table: str) -> bool:
    """Whether a table is Alembic's, or of the index that searches use."""
    return table == "alembic_version" or table.startswith("search_")


def test_migrations_make_the_checks_keys_and_comments_of_the_models(engine: Any, tmp_path: Any, request: pytest.FixtureRequest) -> None:
    # Autogenerate does not look at checks; so the models' own tables are made beside the migrated ones and both are described.
    if engine.dialect.name == "postgresql":
        modelled = create_engine(request.getfixturevalue("postgresql").create("template0"))
    else:
        modelled = create_engine(f"sqlite:///{tmp_path / 'modelled.sqlite'}")
    Warehouse.metadata.create_all(modelled)
    assert described(engine) == described(modelled)
    modelled.dispose()


def described(engine: Any) -> dict[str, Any]:
    there = inspect(engine)
    return {
        table: {
            "columns": [(c["name"], str(c["type"]), c["nullable"], c.get("comment")) for c in there.get_columns(table)],
            "key": there.get_pk_constraint(table),
            "foreign": sorted(there.get_foreign_keys(table), key=str),
            "unique": sorted(there.get_unique_constraints(table), key=str),
            "checks": sorted(" ".join(f"{c['name']} {c['sqltext']}".split()) for c in there.get_check_constraints(table)),
            "indexes": sorted(({k: v for k, v in i.items() if k != "dialect_options"} for i in there.get_indexes(table)), key=str),
            "comment": there.get_table_comment(table) if engine.dialect.supports_comments else None,
        }
        for table in Warehouse.metadata.tables
    }


def test_every_table_and_column_says_what_it_is() -> None:
    for table in Warehouse.metadata.tables.values():
        assert table.comment, table.name
        assert not [column.name for column in table.columns if not column.comment], table.name


def test_a_warehouse_of_a_newer_version_is_refused(own_engine: Any) -> None:
    with own_engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(WarehouseError, match="another version of this project"):
        upgrade(own_engine)
    with own_engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM figures")) == 0


def test_two_processes_upgrade_at_once(request: pytest.FixtureRequest, tmp_path: Any) -> None:
    for url in (f"sqlite:///{tmp_path / 'both.sqlite'}", request.getfixturevalue("postgresql").create("template0")):
        processes = [get_context("fork").Process(target=open_and_upgrade, args=(url,)) for _ in range(2)]
        for process in processes:
            process.start()
        for process in processes:
            process.join(60)
        assert [process.exitcode for process in processes] == [0, 0]


def open_and_upgrade(url: str) -> None:
    upgrade(open_warehouse(url))
