"""The replica's texts: reports from `reports/` and their neighbours, which are none, from `neighbours.tsv`.

A report's file is named PORTAL_YEAR.txt and has a head (`name: value` lines), an empty line, and one paragraph a line. A line `# …` is a
heading, `! name` an image, `| a | b |` a row of a table. `figures: real` marks a text with the figures its body really reported, in
sentences written for this project; `figures: invented` marks one made up whole, so that the lists have other years to show. What a careful
reader takes from the real ones stands in `reports/expected.tsv`, what a check must find in them in `reports/expected_findings.tsv`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent

#: When the portals are said to have published: only the day is known.
HOUR = time(9, 32, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Document:
    """One page a list leads to. `heading` is the title as the page itself breaks it; `year` is the year reported, None where nothing is."""

    portal: str
    address: str
    title: str
    heading: tuple[str, ...]
    modified: datetime
    paragraphs: tuple[str, ...]
    year: int | None
    figures: str

    @property
    def published(self) -> str:
        """The day shown on the page and in the list, YYYY-MM-DD."""
        return self.modified.date().isoformat()


@cache
def documents() -> tuple[Document, ...]:
    """Returns every text of the five portals, in no particular order."""
    reports = [_report(path) for path in sorted((HERE / "reports").glob("*_[0-9][0-9][0-9][0-9].txt"))]
    with (HERE / "neighbours.tsv").open(encoding="utf-8", newline="") as lines:
        neighbours = [_neighbour(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return (*reports, *neighbours)


def _report(path: Path) -> Document:
    head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    portal, year = path.stem.split("_")
    return Document(
        portal=portal,
        address=fields["address"],
        title=fields["title"],
        heading=tuple(fields.get("heading", fields["title"]).split(" / ")),
        modified=_at(fields["published"]),
        paragraphs=tuple(text.splitlines()),
        year=int(year),
        figures=fields["figures"],
    )


def _neighbour(row: dict[str, str]) -> Document:
    return Document(
        portal=row["portal"],
        address=row["address"],
        title=row["title"],
        heading=(row["title"],),
        modified=_at(row["published"]),
        paragraphs=tuple(row["text"].split("¶")),
        year=None,
        figures="none",
    )


def _at(day: str) -> datetime:
    return datetime.combine(datetime.fromisoformat(day), HOUR)
