"""The portals there are, and the card each carries as its class's docstring; read from the source, without importing Scrapy.

`python -m crawlers.portals` writes the table of all portals into the README, between its two marks.
"""

from __future__ import annotations

import ast
import re
import sys
from dataclasses import dataclass
from pathlib import Path

SPIDERS = Path(__file__).parent / "spiders"
README = Path(__file__).parents[1] / "README.md"

#: What the table stands between in the README.
MARKS = ("<!-- portals: written by `python -m crawlers.portals` -->\n", "<!-- end of portals -->\n")

#: The lines of a card, in this order; Retired alone may be missing.
FIELDS = ("Region", "Hosts", "Retired", "Family", "First year", "Quirks", "Verified", "Assumed", "Politeness")
OPTIONAL = ("Retired",)

REGION = re.compile(r"(?P<code>\d{6}) (?P<name>\S+)")


class BadCardError(Exception):
    """A portal's file does not hold a card: its docstring is not in the form of one, or it is no Python. The message names the file."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a portal. `agency` and `about` are the docstring's first line; `region_code` is of GB/T 2260.

    `verified` was seen at the portal, a copy of it or in stored addresses; `assumed` is what only a crawl of the real portal can tell.
    """

    portal: str
    agency: str
    about: str
    region_code: str
    region: str
    hosts: tuple[str, ...]
    retired: tuple[str, ...]
    family: str
    first_year: int
    quirks: str
    verified: str
    assumed: str
    politeness: str


def portal_ids() -> tuple[str, ...]:
    """Returns the ids of all portals, sorted: the names of the files in `crawlers/spiders/`."""
    return tuple(sorted(path.stem for path in SPIDERS.glob("[a-z]*.py")))


def read_card(portal: str) -> Card:
    """Returns a portal's card. Raises BadCardError where its docstring lacks a line, has one too many or in another order."""
    return card_in(SPIDERS / f"{portal}.py")


def card_in(path: Path) -> Card:
    """Returns the card of the portal a file defines, as `read_card`."""
    try:
        body = ast.parse(path.read_text("utf-8")).body
    except SyntaxError as error:
        raise BadCardError(f"{path}: line {error.lineno} is no Python: {error.msg}") from None
    classes = [node for node in body if isinstance(node, ast.ClassDef)]
    if len(classes) != 1:
        raise BadCardError(f"{path}: must define one class, has {len(classes)}")
    title, _, rest = (ast.get_docstring(classes[0]) or "").partition("\n")
    agency, colon, about = title.partition(": ")
    if not colon:
        raise BadCardError(
            f"{path}: the card must begin with the agency and what it publishes, as in 长春市人民政府: the city's own reports"
        )
    lines = [line.partition(": ") for line in rest.split("\n") if line]
    names = tuple(name for name, _, _ in lines)
    if names != tuple(field for field in FIELDS if field in names or field not in OPTIONAL):
        raise BadCardError(f"{path}: the card has the lines {', '.join(names)}; they must be {', '.join(FIELDS)}")
    card = {name: value for name, _, value in lines}
    region = REGION.fullmatch(card["Region"])
    if region is None or not card["First year"].isdecimal():
        raise BadCardError(f"{path}: Region must be a code and a name (220100 长春市), First year a year")
    return Card(
        path.stem,
        agency,
        about,
        region["code"],
        region["name"],
        tuple(card["Hosts"].split(", ")),
        tuple(card["Retired"].split(", ")) if "Retired" in card else (),
        card["Family"],
        int(card["First year"]),
        card["Quirks"],
        card["Verified"],
        card["Assumed"],
        card["Politeness"],
    )


def table() -> str:
    """Returns all portals as a table in Markdown, a row for each card."""
    lines = ["| portal | body | region | CMS | reports since | hosts |", "|---|---|---|---|---|---|"]
    for card in map(read_card, portal_ids()):
        hosts = ", ".join((*card.hosts, *(f"{host} (retired)" for host in card.retired)))
        lines.append(
            f"| `{card.portal}` | {card.agency} | {card.region} {card.region_code} | {card.family} | {card.first_year} | {hosts} |"
        )
    return "\n".join(lines) + "\n"


def with_table(readme: str) -> str:
    """Returns a README with the table of today between its marks. Raises ValueError where the marks are not there, each once."""
    begin, end = MARKS
    head, begun, rest = readme.partition(begin)
    _, ended, tail = rest.partition(end)
    if not (begun and ended):
        raise ValueError(f"the README lacks the marks of the portals' table: {begin.strip()} and {end.strip()}")
    return head + begin + table() + end + tail


if __name__ == "__main__":
    try:
        README.write_text(with_table(README.read_text("utf-8")), "utf-8")
    except (OSError, ValueError, BadCardError) as error:
        sys.exit(f"error: {README}: {error}")
