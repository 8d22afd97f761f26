"""Parquet by pyarrow, which is large and so an extra: the reference implementation, which streams, types and documents its columns."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from sqlalchemy import Connection

from db.export.tables import ExportError, Selection, Table, rows_of

#: Rows of a row group: what is held in memory, and what a reader may skip.
GROUP = 50_000


def write_parquet(connection: Connection, table: Table, selection: Selection, path: Path) -> int:
    """Writes a table; returns the number of its rows. Raises ExportError where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise ExportError("Parquet needs pyarrow: pip install -c constraints.txt -e '.[parquet]'") from None
    types = {"string": pyarrow.string(), "integer": pyarrow.int64(), "number": pyarrow.float64()}
    schema = pyarrow.schema(
        [
            pyarrow.field(
                field.name,
                types[field.type],
                metadata={"description": field.description, **({"unit": field.unit} if field.unit else {})},
            )
            for field in table.fields
        ],
        metadata={"description": table.description},
    )
    rows = rows_of(connection, table, selection)
    count = 0
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while group := list(islice(rows, GROUP)):
            columns = [pyarrow.array(column, type=field.type) for column, field in zip(zip(*group, strict=True), schema, strict=True)]
            writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))
            count += len(group)
    return count
