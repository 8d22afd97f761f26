"""The JSON form of a report: the contract of `nianbao extract --json`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from extract.records import Report


def report_as_json(report: Report, file: str) -> dict[str, Any]:
    """Returns the report as JSON values, keys in the order of the contract; `file` is the name it was read from."""
    return {
        "file": file,
        "is_report": report.is_report,
        "title": report.title,
        "issuer": report.issuer,
        "region": report.region,
        "region_code": report.region_code,
        "level": report.level,
        "year": report.year,
        "form": report.form,
        "published": report.published,
        "text": report.text,
        "facts": [
            {
                "metric": fact.metric,
                "party": fact.party,
                "scope": fact.scope,
                "value": number(fact.value),
                "unit": fact.unit,
                "qualifier": fact.qualifier,
                "source": fact.source,
                "preferred": fact.preferred,
                "raw": fact.raw,
                "quote": fact.quote,
                "start": fact.start,
                "end": fact.end,
            }
            for fact in report.facts
        ],
        "statements": [
            {
                "subject": statement.subject,
                "value": number(statement.value),
                "unit": statement.unit,
                "qualifier": statement.qualifier,
                "quote": statement.quote,
                "start": statement.start,
                "end": statement.end,
            }
            for statement in report.statements
        ],
        "ledger": [{"start": entry.start, "end": entry.end, "kind": entry.kind} for entry in report.ledger],
        "findings": [
            {
                "rule": finding.rule,
                "status": finding.status,
                "metrics": list(finding.metrics),
                "expected": number(finding.expected),
                "actual": number(finding.actual),
                "message": finding.message,
            }
            for finding in report.findings
        ],
    }


def number(value: Decimal | None) -> int | float | None:
    """Returns a figure as the JSON number that is written like it: 12, not 12.0."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
