"""Saves a small warehouse of today's schema, `python tests/db/write_history.py`: run it before a migration is added.

`history/REVISION.jsonl` holds the views of that revision and the rows of its tables, as its own code made them, one a line.
`test_history.py` lays each of them on both databases and brings it up to date.
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
            lines = [{"view": name, "sql": views.definition(name)} for name in views.NAMES]
            for table in Warehouse.metadata.sorted_tables:
                lines += [{"table": table.name, "row": dict(row)} for row in connection.execute(table.select()).mappings()]
        engine.dispose()
    path = HISTORY / f"{revision}.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    print(f"{path}: {len(lines)} views and rows")


if __name__ == "__main__":
    main()
