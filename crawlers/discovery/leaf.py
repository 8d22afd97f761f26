"""A leaf's file, written from what was found. What comes from the portal is data here: no word of it can become code."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

#: What may stand in a card: a docstring's line, with one colon behind the field's name.
NOT_IN_CARD = re.compile(r"[\"'\\:\n\r\t]|[^\w\s，。、；（）()《》〔〕/.,;%+~=&?#@-]")
LONGEST = 120

#: A host as a leaf names it: www.changchun.gov.cn, 122.137.242.24:8080. Markup may link whatever else to stand in its place.
HOST = re.compile(r"[a-z0-9.-]+(?::\d{1,5})?")


@dataclass(frozen=True, slots=True)
class Leaf:
    """The facts of a leaf; `more` are those of its family alone, such as the `first_year` of hanweb_xxgk."""

    name: str
    agency: str
    about: str
    region: str
    hosts: Sequence[str]
    family: str
    family_class: str
    first_year: int
    lists: Sequence[tuple[str, str]]
    verified: str
    assumed: str
    more: Mapping[str, int] = field(default_factory=dict)


def leaf_text(leaf: Leaf) -> str:
    """Returns the file of a leaf, at most 20 lines. Raises ValueError for a host that is none."""
    if odd := [host for host in leaf.hosts if not HOST.fullmatch(host)]:
        raise ValueError(f"{odd[0]!r} is no host")
    card = {
        "Region": _plain(leaf.region),
        "Hosts": ", ".join(leaf.hosts),
        "Family": leaf.family,
        "First year": str(leaf.first_year),
        "Quirks": "none met yet",
        "Verified": _plain(leaf.verified),
        "Assumed": _plain(leaf.assumed),
        "Politeness": "one request at a time, the default delay",
    }
    lists = "".join(f"({_literal(url)}, {_literal(column)})," for url, column in leaf.lists)
    facts = {
        "name": _literal(leaf.name),
        "hosts": f"({''.join(_literal(host) + ', ' for host in leaf.hosts).strip()})",
        "lists": f"({lists})",
    }
    return "\n".join(
        (
            f"from crawlers.families.{leaf.family} import {leaf.family_class}",
            "",
            "",
            f"class {''.join(part.capitalize() for part in leaf.name.split('_'))}({leaf.family_class}):",
            f'    """{_plain(leaf.agency)}: {_plain(leaf.about)}.',
            "",
            *(f"    {name}: {said}" for name, said in card.items()),
            '    """',
            "",
            *(f"    {name} = {value}" for name, value in {**facts, **{name: str(value) for name, value in leaf.more.items()}}.items()),
            "",
        )
    )


def _plain(text: str) -> str:
    """Returns a portal's words as a card may hold them."""
    return " ".join(NOT_IN_CARD.sub(" ", text).split())[:LONGEST]


def _literal(text: str) -> str:
    """Returns `text` as a literal on one line: what breaks lines for some readers (U+0085) is escaped like all that cannot be seen."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in json.dumps(text, ensure_ascii=False))
