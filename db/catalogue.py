"""The catalogue of `extract` as rows: metrics, lines of the forms, applicant columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

Row = dict[str, Any]


def metric_rows() -> list[Row]:
    return [{"code": line["metric"], "label": line["label"], "unit": line["unit"], "note": line["note"]} for line in _lines("metrics")]


def party_rows() -> list[Row]:
    return [{"code": line["code"], "label": line["label"]} for line in _lines("parties")]


def form_line_rows() -> list[Row]:
    rows: list[Row] = []
    for line in _lines("forms"):
        position = sum(row["form"] == line["form"] for row in rows)
        linked = {name: line[name] or None for name in ("parent", "relation", "dimension")}
        rows.append(
            {
                "form": line["form"],
                "position": position,
                "number": line["number"],
                "label": line["label"],
                "metric": line["metric"],
                **linked,
            }
        )
    return rows


@cache
def units() -> MappingProxyType[str, str]:
    """Returns the unit of every metric by its code."""
    return MappingProxyType({row["code"]: row["unit"] for row in metric_rows()})


def _lines(name: str) -> Iterator[dict[str, str]]:
    with files("extract.catalogue").joinpath(f"{name}.tsv").open(encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
