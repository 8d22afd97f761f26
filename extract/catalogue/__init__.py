"""The catalogue: the public codes of metrics, form lines and applicants, read from the tables beside this file.

`metrics.tsv`, `forms.tsv` and `parties.tsv` define names that are SQL columns and JSON keys. `headings.tsv` holds the headings of the
national forms, `local_lines.tsv` the lines of provincial forms and the lines that bodies add to the 2014 form, `columns.tsv` what the heads
of value columns mean, `party_heads.tsv` other words for the applicants. `labels.toml` holds how narratives name the metrics
(`extract.prose.labels`), `figures.toml` which numerals are no quantities (`extract.figures`).
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Metric:
    """One kind of figure: its public code, its own unit, its label, the national forms that hold it, and what to know of it."""

    code: str
    unit: str
    label: str
    forms: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class FormLine:
    """One line of a form (or one cell, where `label` is `row·column`).

    `number` is its place in the hierarchy (`三(三)4 其中`); `parent` is the metric it is a part of, in the way `relation` says: `addend`
    (all addends make up the parent), `part` (it is at most the parent) or `channel` (no rule). `dimension` is `party` where the form
    breaks the line down by applicant. `metric` is empty for headings and for lines outside the catalogue.
    """

    form: str
    number: str
    label: str
    metric: str
    unit: str
    parent: str
    relation: str
    dimension: str


def rows(name: str) -> list[dict[str, str]]:
    """Returns the rows of the catalogue table `name` as dictionaries keyed by its head."""
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return [
        {key: value or "" for key, value in row.items()}
        for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    ]


@cache
def form_lines(name: str) -> tuple[FormLine, ...]:
    """Returns the lines of the catalogue table `name`, in the order of the forms."""
    return tuple(FormLine(**row) for row in rows(name))


METRICS: Mapping[str, Metric] = MappingProxyType(
    {
        row["metric"]: Metric(row["metric"], row["unit"], row["label"], tuple(filter(None, row["forms"].split(","))), row["note"])
        for row in rows("metrics.tsv")
    }
)

FORM_LINES: tuple[FormLine, ...] = form_lines("forms.tsv")

#: Applicant code -> label; `all` is the total.
PARTIES: Mapping[str, str] = MappingProxyType({row["code"]: row["label"] for row in rows("parties.tsv")})
