"""The cookbook: questions people ask of the warehouse, one SQL file each, the same text on SQLite and PostgreSQL. Its first line is the
question, the comment lines after it say how to read the answer."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

#: Name -> SQL.
RECIPES: Mapping[str, str] = MappingProxyType(
    {
        entry.name.removesuffix(".sql"): entry.read_text(encoding="utf-8")
        for entry in sorted(files(__name__).iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".sql")
    }
)


def question(name: str) -> str:
    """Returns what a recipe answers."""
    return RECIPES[name].partition("\n")[0].removeprefix("-- ")
