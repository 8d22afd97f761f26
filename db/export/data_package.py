"""A Data Package (datapackage.org): a folder of CSV files and `datapackage.json`, which says what each column is and where all of it comes
from, and names the hash of each file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import file_digest
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, column, select
from sqlalchemy import table as named

from db.export.csv_file import write_csv
from db.export.tables import Selection, Table, as_of, tables
from db.records import utc_text

#: What holds for the reports as far as we know; no portal states a licence for them.
LICENCE = {
    "name": "other-pd",
    "title": "Documents of state organs of an administrative nature, to which the Copyright Law of the People's Republic of China does not"
    " apply (article 5); the portals, named as sources, state no licence of their own",
}


def write_package(connection: Connection, selection: Selection, folder: Path) -> Mapping[str, int]:
    """Writes all tables and their description into a new folder; returns the number of rows of each."""
    folder.mkdir()
    exported = tables(selection)
    counts = {table.name: write_csv(connection, table, selection, folder / f"{table.name}.csv") for table in exported}
    description = {
        "profile": "tabular-data-package",
        "name": "nianbao",
        "title": "Figures of China's government-disclosure annual reports (政府信息公开工作年度报告)",
        "description": f"Selected: {_told(selection)}. In texts an apostrophe stands before what a spreadsheet would run as a formula.",
        "created": utc_text(as_of(connection)),
        "licenses": [LICENCE],
        "sources": _sources(connection, selection),
        "resources": [_resource(table, counts[table.name], folder / f"{table.name}.csv") for table in exported],
    }
    text = json.dumps(description, ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8")
    return counts


def _told(selection: Selection) -> str:
    said = [
        f"portals {', '.join(selection.portals)}" if selection.portals else "all portals",
        f"report years {selection.since or 'from the first'} to {selection.until or 'the last'}",
        f"metrics {', '.join(selection.metrics)}" if selection.metrics else "all metrics",
    ]
    return "; ".join(said)


def _sources(connection: Connection, selection: Selection) -> list[dict[str, str]]:
    portal = named("portal", column("id"), column("name"), column("address"))
    statement = select(portal.c.name, portal.c.address).order_by(portal.c.address, portal.c.id)
    if selection.portals:
        statement = statement.where(portal.c.id.in_(selection.portals))
    return [{"title": name, **({"path": address} if address else {})} for name, address in connection.execute(statement)]


def _resource(table: Table, rows: int, path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        sha256 = file_digest(file, "sha256").hexdigest()
    schema: dict[str, Any] = {
        "fields": [
            {
                "name": field.name,
                "type": field.type,
                "description": field.description,
                **({"unit": field.unit} if field.unit else {}),
                **({"constraints": {"required": True}} if field.name in table.key else {}),
            }
            for field in table.fields
        ]
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.refers:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": resource, "fields": field}} for column, resource, field in table.refers
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path.name,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "rows": rows,
        "bytes": path.stat().st_size,
        "hash": f"sha256:{sha256}",
        "schema": schema,
    }
