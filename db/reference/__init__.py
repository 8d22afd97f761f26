"""Reference data: what is known of metrics, forms and levels beyond one report, in the tables beside this file. Each is a table of the
warehouse by the same name and with the same columns, so that queries and checks can use it and people can look it up.

`yearly`, `carry_rule` and `copied_limit` are the rules and thresholds of the checks of the series (`db.series`). `series` says what may be
compared across the forms. `deadline` is from the Regulations on Open Government Information: article 31 of 2008 (every body by 31 March),
article 49 of 2019 (departments by 31 January, local governments of counties and above by 31 March); townships, which it does not name, and
ministries keep the departments' day. A body of unknown level is given the later day, so that nobody is called late too early.
"""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import Any

from sqlalchemy import Boolean, Connection, Float, Integer, delete, insert

from db.digests import canonical_json
from db.models import Warehouse

Row = dict[str, Any]

#: In an order in which each may refer to those before it.
TABLES = ("yearly", "carry_rule", "copied_limit", "deadline", "series", "series_metric")


def rows(table: str) -> list[Row]:
    """Returns the rows of one of the tables, typed as its columns are."""
    if table == "series_metric":
        return [row for series in rows("series") for row in _metrics(series)]
    lines = files(__name__).joinpath(f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return [{name: _typed(table, name, cell) for name, cell in row.items()} for row in csv.DictReader(lines, delimiter="\t")]


def text() -> str:
    """Returns all of it as one text."""
    return canonical_json([rows(table) for table in TABLES])


def install(connection: Connection) -> None:
    """Makes the tables hold what the files say; what the checks of the series found by other rules goes, and is looked at anew."""
    tables = Warehouse.metadata.tables
    for name in ("series_finding", "comparison", *reversed(TABLES)):
        connection.execute(delete(tables[name]))
    for name in TABLES:
        connection.execute(insert(tables[name]), rows(name))


def _metrics(series: Row) -> list[Row]:
    """Returns what a series is made of on one form: `a | b + c` is a, or else the sum of b and c."""
    return [
        {"series": series["code"], "form": series["form"], "way": way, "metric": metric}
        for way, metrics in enumerate(series["made_of"].split(" | "))
        for metric in metrics.split(" + ")
    ]


def _typed(table: str, name: str, cell: str) -> Any:
    column = Warehouse.metadata.tables[table].columns[name]
    if not cell and column.nullable:
        return None
    if isinstance(column.type, Boolean):
        return {"0": False, "1": True}[cell]
    return int(cell) if isinstance(column.type, Integer) else float(cell) if isinstance(column.type, Float) else cell
