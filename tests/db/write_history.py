"""Saves a small warehouse of today's schema, `python tests/db/write_history.py`: run it before a migration is added.

`history/REVISION.json` holds the views of that revision and the rows of its tables, as its own code made them. `test_history.py` lays
each of them on both databases and brings it up to date.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from types import SimpleNamespace

import conftest
from sqlalchemy import text
from test_load import WORLD, load_all

from db import views
from db.engine import open_warehouse
from db.migrate import upgrade
from db.models import Warehouse

HISTORY = Path(__file__).with_name("history")


def main() -> None:
    make = SimpleNamespace(**{builder.__name__.removeprefix("make_"): builder for builder in conftest.BUILDERS})
    with tempfile.TemporaryDirectory() as folder:
        engine = open_warehouse(f"sqlite:///{folder}/warehouse.sqlite")
        upgrade(engine)
        load_all(make, engine, *WORLD, None)
        with engine.connect() as connection:
            revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
            rows = {
                table.name: [dict(row) for row in connection.execute(table.select()).mappings()]
                for table in Warehouse.metadata.sorted_tables
            }
        engine.dispose()
    saved = {"views": {name: views.definition(name) for name in views.NAMES}, "rows": rows}
    path = HISTORY / f"{revision}.json"
    path.write_text(json.dumps(saved, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{path}: {sum(map(len, rows.values()))} rows")


if __name__ == "__main__":
    main()
