"""What `nianbao sql` asks: a statement, one from a file, or a recipe of the cookbook."""

from __future__ import annotations

from pathlib import Path

from db.cookbook import RECIPES
from flows.errors import UserError


def statement_of(statement: str | None, recipe: str | None, file: Path | None) -> str:
    """Returns the SQL that is meant. Raises UserError unless it is exactly one of the three and there."""
    given = [source for source in (statement, recipe, file) if source is not None]
    if len(given) != 1:
        raise UserError("ask one thing: a statement, --recipe NAME (`nianbao recipes` lists them), or --file FILE")
    if recipe is not None:
        if recipe not in RECIPES:
            raise UserError(f"there is no recipe {recipe!r}: `nianbao recipes` lists them")
        return RECIPES[recipe]
    if file is not None:
        try:
            return file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise UserError(f"{file} is no text in UTF-8") from None
    return statement or ""
