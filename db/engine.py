"""Opening the warehouse: one writer at a time, any number of readers, on either database; errors of set-up in one clear line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

#: One database is one of these two; the driver is ours to choose.
DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
#: Seconds a writer waits for another to finish on SQLite (PostgreSQL waits as long as it takes), and for a server to answer.
BUSY_SECONDS = 60
CONNECT_SECONDS = 10
#: The advisory lock that makes writers of a PostgreSQL warehouse take turns: the letters "nianbao" as a number.
WRITER_LOCK = int.from_bytes(b"nianbao")
#: 64 MB of pages in memory; the default of 2 MB reads the inner pages of a large warehouse again and again.
SQLITE_CACHE = "cache_size=-65536"
#: Compiling pays for no query of ours: the checks of the series over 10,000 reports took 20 s with it and 10 without.
NO_JIT = "-c jit=off"


class WarehouseError(Exception):
    """What is wrong with the warehouse, and what to do, in one line."""


class NoWarehouseError(WarehouseError):
    """No run has made the warehouse yet."""


def open_warehouse(url: str) -> Engine:
    """Returns an engine that writes. Its transactions take turns with those of every other writer, so none fails for want of a lock
    and none sees half of another: SQLite by BEGIN IMMEDIATE, PostgreSQL by an advisory lock.

    A missing SQLite file is created, with its folder. Raises WarehouseError for a wrong URL, an unreachable server, a read-only disk.
    """
    address = _address(url)
    if address.get_backend_name() == "postgresql":
        engine = create_engine(address, connect_args=_postgresql_arguments(address, NO_JIT))
        event.listen(engine, "begin", _take_turn_on_postgresql)
    else:
        path = _file(address)
        with _one_line(address):
            path.parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(address, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _prepare_sqlite_writer)
        event.listen(engine, "begin", _take_turn_on_sqlite)
    return _checked(engine, address)


def open_reader(url: str) -> Engine:
    """Returns an engine whose connections the database itself keeps from writing. Raises WarehouseError as `open_warehouse` does, and
    where there is no warehouse yet (NoWarehouseError)."""
    address = _address(url)
    if address.get_backend_name() == "postgresql":
        arguments = _postgresql_arguments(address, f"-c default_transaction_read_only=on {NO_JIT}")
        return _checked(create_engine(address, connect_args=arguments, poolclass=NullPool), address)
    path = _file(address)
    if not path.exists():
        raise NoWarehouseError(f"there is no warehouse at {path}: the first run makes it")
    read_only = URL.create("sqlite+pysqlite", database=path.absolute().as_uri(), query={"mode": "ro", "uri": "true"})
    engine = create_engine(read_only, connect_args={"timeout": BUSY_SECONDS}, poolclass=NullPool)
    event.listen(engine, "connect", _prepare_sqlite_reader)
    return _checked(engine, address)


def _postgresql_arguments(address: URL, options: str) -> dict[str, Any]:
    """Returns arguments of the driver; what the URL asks for stays, such as a search_path."""
    return {"connect_timeout": CONNECT_SECONDS, "options": f"{address.query.get('options', '')} {options}"}


def in_one_line(error: BaseException) -> str:
    """Returns the first line of what the database said, without SQLAlchemy's wrapping."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    lines = str(cause).strip().splitlines()
    return lines[0] if lines else type(cause).__name__


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError:
        raise WarehouseError(f"{url!r} is no database URL: use sqlite:///FILE or postgresql://USER@HOST/DATABASE") from None
    if address.drivername not in {*DRIVERS, *DRIVERS.values()}:
        raise WarehouseError(f"{address.drivername} is no database we know: use sqlite:///FILE or postgresql://USER@HOST/DATABASE")
    return address.set(drivername=DRIVERS.get(address.drivername, address.drivername))


def _file(address: URL) -> Path:
    if not address.database or address.database == ":memory:":
        raise WarehouseError("the warehouse is a file: name it, as in sqlite:///warehouse.sqlite")
    return Path(address.database)


@contextmanager
def _one_line(address: URL) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, NoSuchModuleError, ImportError, OSError) as error:
        place = address.render_as_string(hide_password=True)
        raise WarehouseError(f"the warehouse {place} cannot be opened: {in_one_line(error)}") from error


def _checked(engine: Engine, address: URL) -> Engine:
    with _one_line(address), engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1 FROM sqlite_master" if engine.dialect.name == "sqlite" else "SELECT 1")
    return engine


def _prepare_sqlite_writer(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # else the driver begins transactions of its own, too late and without IMMEDIATE
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", SQLITE_CACHE):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_sqlite_reader(connection: Any, _record: Any) -> None:
    for pragma in ("query_only=ON", SQLITE_CACHE):
        connection.execute(f"PRAGMA {pragma}")


def _take_turn_on_sqlite(connection: Connection) -> None:
    # A deferred BEGIN that reads first and writes later fails at once when another has written in between, whatever the timeout.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _take_turn_on_postgresql(connection: Connection) -> None:
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")
