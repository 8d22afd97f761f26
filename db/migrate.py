"""Bringing a warehouse to the schema of this code: migrations, then the catalogue and the reference data, then the views, all in one
transaction.

Tables change by migrations only. The catalogue, the reference data and the views are not history: they are installed anew whenever their
text differs from what is there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, delete, insert, inspect, select
from sqlalchemy.exc import DBAPIError

from db import catalogue, reference, search, views
from db.engine import WarehouseError, in_one_line
from db.models import Warehouse
from db.upsert import put

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine) -> bool:
    """Brings the warehouse of a writing engine up to date; returns whether anything had to change.

    Raises WarehouseError where a newer version of the project made the warehouse, or the database refuses.
    """
    try:
        with engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                # Copying a table drops the old one, which enforced keys forbid. The pragma works outside a transaction only, and this
                # connection is closed afterwards instead of going back to the pool.
                connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
                connection.detach()
            with connection.begin():
                changed = _upgrade(connection)
    except DBAPIError as error:
        raise WarehouseError(f"the warehouse cannot be brought up to date: {in_one_line(error)}") from error
    return changed


def _upgrade(connection: Connection) -> bool:
    changed = _migrate(connection)
    changed |= _install(connection, "catalogue", _catalogue_text(), _install_catalogue)
    changed |= _install(connection, "reference", reference.text(), reference.install)
    changed |= _install(connection, "search", search.definition(), search.create)
    return _install(connection, "views", views.text(), views.create) or changed


def _migrate(connection: Connection) -> bool:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    newest = ScriptDirectory.from_config(config).get_current_head()
    if MigrationContext.configure(connection).get_current_revision() == newest:
        return False
    views.drop(connection)  # PostgreSQL alters no column that a view shows
    if inspect(connection).has_table("installed"):
        connection.execute(delete(Warehouse.metadata.tables["installed"]).where(Warehouse.metadata.tables["installed"].c.part == "views"))
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise WarehouseError(f"the warehouse was made by another version of this project: {in_one_line(error)}") from error
    _check_keys(connection)
    return True


def _install(connection: Connection, part: str, text: str, install: Callable[[Connection], None]) -> bool:
    installed = Warehouse.metadata.tables["installed"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    if connection.scalar(select(installed.c.sha256).where(installed.c.part == part)) == digest:
        return False
    install(connection)
    put(connection, installed, [{"part": part, "sha256": digest}])
    return True


def _catalogue_text() -> str:
    rows = [catalogue.metric_rows(), catalogue.form_line_rows(), catalogue.party_rows()]
    return json.dumps(rows, ensure_ascii=False)


def _install_catalogue(connection: Connection) -> None:
    # A metric or party that left the catalogue stays, for the facts that name it; form lines are named by nothing.
    tables = Warehouse.metadata.tables
    put(connection, tables["metric"], catalogue.metric_rows())
    put(connection, tables["party"], catalogue.party_rows())
    connection.execute(delete(tables["form_line"]))
    connection.execute(insert(tables["form_line"]), catalogue.form_line_rows())


def _check_keys(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise WarehouseError(f"the warehouse breaks a foreign key of table {broken[0][0]}; restore it from a copy or load it anew")
