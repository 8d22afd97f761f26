"""A whole warehouse as one SQLite file: what PostgreSQL holds, for whoever has no server."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, select, text

from db import search
from db.engine import open_warehouse
from db.export.tables import STEP, ExportError
from db.migrate import upgrade
from db.models import Warehouse
from db.upsert import append


def write_snapshot(connection: Connection, path: Path) -> Mapping[str, int]:
    """Writes all rows of all tables into a new warehouse, which is one file; returns the number of rows of each table."""
    engine = open_warehouse(f"sqlite:///{path}")
    try:
        upgrade(engine)
        with engine.begin() as snapshot:
            _check_version(connection, snapshot)
            for table in reversed(Warehouse.metadata.sorted_tables):
                if table.name != "installed":
                    snapshot.execute(table.delete())
            written = {
                table.name: _copy(connection, snapshot, table.name)
                for table in Warehouse.metadata.sorted_tables
                if table.name != "installed"
            }
            search.create(snapshot)
        with engine.connect() as snapshot:
            # One file, none beside it; the pragma works outside a transaction only.
            snapshot.connection.driver_connection.execute("PRAGMA journal_mode=DELETE")  # type: ignore[union-attr]
        return written
    finally:
        engine.dispose()


def _check_version(connection: Connection, snapshot: Connection) -> None:
    version = text("SELECT version_num FROM alembic_version")
    theirs, ours = connection.scalar(version), snapshot.scalar(version)
    if theirs != ours:
        raise ExportError(f"the warehouse has schema {theirs}, this version of the project has {ours}: bring it up to date by a run first")


def _copy(connection: Connection, snapshot: Connection, name: str) -> int:
    table = Warehouse.metadata.tables[name]
    rows = (
        connection.execution_options(stream_results=True, yield_per=STEP)
        .execute(select(table).order_by(*table.primary_key.columns))
        .mappings()
    )
    count = 0
    while some := [dict(row) for row in islice(rows, STEP)]:
        append(snapshot, name, some)
        count += len(some)
    return count
