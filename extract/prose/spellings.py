"""Words that say the same are spelt one way before running text is read (`catalogue/spellings.toml`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from extract.figures import View


@dataclass(frozen=True, slots=True)
class Spelling:
    """One rule: what its `pattern` matches says the same as the words `say`; `examples` are pairs of texts, as written and as read."""

    name: str
    pattern: str
    say: str
    examples: tuple[tuple[str, str], ...]


@cache
def spellings() -> tuple[Spelling, ...]:
    """Returns the rules in the order they are tried."""
    data = tomllib.loads(resources.files("extract.catalogue").joinpath("spellings.toml").read_text(encoding="utf-8"))
    return tuple(
        Spelling(entry["name"], entry["pattern"], entry["say"], tuple((written, read) for written, read in entry["examples"]))
        for entry in data["spelling"]
    )


@cache
def _any_spelling() -> re.Pattern[str]:
    """Returns all rules as one pattern; a match's `lastindex` is the number of its rule, from 1."""
    return re.compile("|".join(f"({spelling.pattern})" for spelling in spellings()))


def spelt_alike(view: View) -> View:
    """Returns the view of a text with its words spelt the one way that the rules of the reader know."""
    changes = [(match.start(), match.end(), spellings()[(match.lastindex or 0) - 1].say) for match in _any_spelling().finditer(view.text)]
    return view.replaced(changes) if changes else view
