"""The catalogue of `extract` as rows: metrics, lines of the national forms, applicant columns."""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from typing import Any

from extract.catalogue import FORM_LINES, METRICS, PARTIES

Row = dict[str, Any]


def metric_rows() -> list[Row]:
    return [{"code": metric.code, "label": metric.label, "unit": metric.unit, "note": metric.note} for metric in METRICS.values()]


def party_rows() -> list[Row]:
    return [{"code": code, "label": label} for code, label in PARTIES.items()]


def form_line_rows() -> list[Row]:
    positions: defaultdict[str, count[int]] = defaultdict(count)
    return [
        {
            "form": line.form,
            "position": next(positions[line.form]),
            "number": line.number,
            "label": line.label,
            "metric": line.metric,
            "parent": line.parent or None,
            "relation": line.relation or None,
            "dimension": line.dimension or None,
        }
        for line in FORM_LINES
    ]
