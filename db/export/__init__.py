"""Exports: the figures that stand as CSV, Parquet or a workbook, all of it as a Data Package, a whole warehouse as one SQLite file.

What a file is follows from its name. A file is written beside its place and moved there when it is whole; nothing that exists is
overwritten. The same warehouse gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from db.engine import in_one_line, open_reader
from db.export.csv_file import write_csv
from db.export.data_package import write_package
from db.export.parquet_file import write_parquet
from db.export.snapshot import write_snapshot
from db.export.tables import ExportError, Selection, Table, figures
from db.export.workbook import write_workbook

__all__ = ["ExportError", "Selection", "export"]

#: Writes one table; returns the number of its rows.
TableWriter = Callable[[Connection, Table, Selection, Path], int]

KINDS = "FILE.csv, FILE.parquet, FILE.xlsx, FILE.sqlite, or a folder for a Data Package"


def export(url: str, place: Path, selection: Selection) -> Mapping[str, int]:
    """Exports what is selected of the warehouse to a file or, where the name has no suffix, to a folder; returns the rows of each table.

    Raises ExportError where something is there already, the kind of file is unknown, the selection names what is not there or selects
    no figures, or a file cannot hold them; WarehouseError where the warehouse cannot be opened.
    """
    write = _writer(place, selection)
    if place.exists():
        raise ExportError(f"{place} is there already: remove it, or name another place")
    part = place.with_name(f".{place.name}.part")
    _remove(part)
    try:
        with _reading(url) as connection:
            selection.check(connection)
            place.parent.mkdir(parents=True, exist_ok=True)
            written = write(connection, part)
        part.rename(place)
    except DBAPIError as error:
        raise ExportError(f"the warehouse cannot be exported: {in_one_line(error)}") from error
    finally:
        _remove(part)
    return written


def _writer(place: Path, selection: Selection) -> Callable[[Connection, Path], Mapping[str, int]]:
    """Returns what writes the kind of file that the place is named for."""
    match place.suffix:
        case ".csv":
            return lambda connection, part: _one_table(write_csv, connection, selection, part)
        case ".parquet":
            return lambda connection, part: _one_table(write_parquet, connection, selection, part)
        case ".xlsx":
            return lambda connection, part: write_workbook(connection, selection, part)
        case ".sqlite" if selection == Selection():
            return write_snapshot
        case ".sqlite":
            raise ExportError("a snapshot is of the whole warehouse: it takes no selection")
        case "":
            return lambda connection, part: write_package(connection, selection, part)
    raise ExportError(f"{place.name}: {place.suffix} is no kind of file we write; name {KINDS}")


def _one_table(write: TableWriter, connection: Connection, selection: Selection, part: Path) -> Mapping[str, int]:
    table = figures()
    return {table.name: write(connection, table, selection, part)}


@contextmanager
def _reading(url: str) -> Iterator[Connection]:
    """A connection that sees the warehouse as it is now, whatever is loaded meanwhile."""
    engine = open_reader(url)
    try:
        with engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN")  # the driver begins no transaction for reading
                yield connection
            else:
                yield connection.execution_options(isolation_level="REPEATABLE READ")
    finally:
        engine.dispose()


def _remove(part: Path) -> None:
    """Removes what an export began that did not end, and what SQLite had beside it, which would be taken for the next one's."""
    if part.is_dir():
        rmtree(part)
    for suffix in ("", "-wal", "-shm"):
        part.with_name(part.name + suffix).unlink(missing_ok=True)
