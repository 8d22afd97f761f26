"""One reading of a report as rows of the warehouse, and the strictness before anything is written: a pure function, no database."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite
from typing import Any

from db.digests import canonical_json, digest_of
from extract.catalogue import METRICS, PARTIES
from extract.records import Fact, Report

Row = dict[str, Any]

#: The columns of a reading that tell of the page, where nothing is known of it.
NO_PAGE: Row = {
    **dict.fromkeys(("title", "published", "media", "charset", "charset_rule")),
    "page": "{}",
    "dropped": "{}",
}
#: The tables that an edition's parts are rows of.
PARTS = ("section", "fact", "edition_figures", "statement", "finding", "ledger_count")


class RefusedReportError(Exception):
    """A reading that breaks the contract of `extract` and must not reach the warehouse; the message says how."""


@dataclass(frozen=True, slots=True)
class EditionRows:
    """The rows of one edition by table, and of what it belongs to (absent where unknown)."""

    edition: Row
    region: Row | None
    issuer: Row | None
    report: Row | None
    parts: dict[str, list[Row]]


def edition_rows(report: Report) -> EditionRows:
    """Returns the rows of the edition that `report` is. Same content, same rows and same id.

    Raises RefusedReportError where a fact is not of the catalogue, not in its metric's unit, not where it says it is, one of two that
    claim to stand, or has more digits than a double holds, and where the text has characters that no database holds.
    """
    _check_facts(report)
    region = {"code": report.region_code, "name": report.region or ""} if report.region_code else None
    issuer = issuer_row(report.issuer, report.region_code) if report.issuer else None
    placed = (
        {"id": digest_of(issuer["id"], report.year), "issuer_id": issuer["id"], "year": report.year} if issuer and report.year else None
    )
    parts: dict[str, list[Row]] = {
        "section": [{"heading": s.heading, "depth": s.depth, **_place(s)} for s in report.sections],
        "fact": [_fact(fact) for fact in report.facts],
        "statement": [
            {"subject": s.subject, "value": _float(s.value), "unit": s.unit, "qualifier": s.qualifier, "quote": s.quote, **_place(s)}
            for s in report.statements
        ],
        "finding": [
            {
                "rule": f.rule,
                "status": f.status,
                "metrics": " ".join(f.metrics),
                "expected": _float(f.expected),
                "actual": _float(f.actual),
                "message": f.message,
            }
            for f in report.findings
        ],
    }
    # Of a fact only `raw` is looked at: its quote is in the text, its codes are in the catalogue, and facts are many.
    raw = "".join([fact.raw for fact in report.facts])
    _check_text([{"text": report.text, "issuer": report.issuer, "region": report.region, "raw": raw}])
    for table in ("section", "statement", "finding"):
        _check_text(parts[table])
    ledger = canonical_json([[entry.start, entry.end, entry.kind] for entry in report.ledger])
    edition = {
        "report_id": placed["id"] if placed else None,
        "form": report.form,
        "level": report.level,
        "text_sha256": hashlib.sha256(report.text.encode()).hexdigest(),
        "text": report.text,
        "ledger": ledger,
    }
    # An unplaced edition keeps what is known of its place in its id only, so that two of one text do not fall together.
    edition["id"] = digest_of(edition, parts, report.issuer, report.region_code, report.year)
    for rows in parts.values():
        for position, row in enumerate(rows):
            row |= {"edition_id": edition["id"], "position": position}
    counts = Counter(entry.kind for entry in report.ledger)
    parts["ledger_count"] = [{"edition_id": edition["id"], "kind": kind, "entries": entries} for kind, entries in sorted(counts.items())]
    parts["edition_figures"] = [_side_by_side(edition["id"], parts["fact"])]
    return EditionRows(edition, region, issuer, placed, parts)


def _side_by_side(edition_id: Any, facts: Iterable[Row]) -> Row:
    """Returns the row of `edition_figures`: what stands for each metric, all applicants together."""
    standing = [fact for fact in facts if fact["preferred"] and fact["party"] == "all"]
    inexact = sum(fact["qualifier"] != "exact" or fact["scope"] != "all" for fact in standing)
    values = {fact["metric"]: fact["value"] for fact in standing}
    return {"edition_id": edition_id, "inexact": inexact, **{code: values.get(code) for code in METRICS}}


def issuer_row(name: str, region_code: str | None) -> Row:
    return {"id": digest_of(name, region_code), "name": name, "region_code": region_code}


def page_columns(report: Report) -> Row:
    """Returns the columns of a reading that tell of the page and not of the report's text. Raises RefusedReportError as `edition_rows`."""
    row = {
        "title": report.title,
        "published": report.published,
        "media": report.media,
        "charset": report.decoding.charset if report.decoding else None,
        "charset_rule": report.decoding.rule if report.decoding else None,
        "page": canonical_json(dict(report.page)),
        "dropped": canonical_json(Counter(piece.rule for piece in report.dropped)),
    }
    _check_text([row])
    return row


def page_fact_rows(report: Report, reading_id: str) -> list[Row]:
    """Returns the rows of what each place says of the page. Raises RefusedReportError as `edition_rows`."""
    rows = [
        {
            "reading_id": reading_id,
            "position": position,
            "kind": fact.kind,
            "source": fact.source,
            "name": fact.name,
            "raw": fact.raw,
            "value": fact.value,
        }
        for position, fact in enumerate(report.page_facts)
    ]
    _check_text(rows)
    return rows


def _fact(fact: Fact) -> Row:
    return {
        "metric": fact.metric,
        "party": fact.party,
        "scope": fact.scope,
        "qualifier": fact.qualifier,
        "source": fact.source,
        "preferred": fact.preferred,
        "value": _double(fact.value),
        "raw": fact.raw,
        "quote": fact.quote,
        **_place(fact),
    }


def _place(evidence: Any) -> Row:
    return {"start_offset": evidence.start, "end_offset": evidence.end}


def _double(value: Decimal | None) -> float | None:
    """Returns the double that reads as exactly this figure."""
    double = _float(value)
    if double is not None and Decimal(repr(double)) != value:
        raise RefusedReportError(f"{value} has more digits than the warehouse keeps")
    return double


def _float(value: Decimal | None) -> float | None:
    """Returns the nearest double: what a check computed may have any number of digits, what a statement counts is in its quote."""
    if value is None:
        return None
    double = float(value)
    if not isfinite(double):
        raise RefusedReportError(f"{value} is no figure")
    return double


def _check_text(rows: Iterable[Row]) -> None:
    """Refuses characters that one of the databases cannot hold, which only hostile or wrongly decoded pages have."""
    text = "".join([value for row in rows for value in row.values() if isinstance(value, str)])
    if "\0" in text:
        raise RefusedReportError("the text holds a NUL character")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise RefusedReportError("the text holds half a surrogate pair") from None


def _check_facts(report: Report) -> None:
    for fact in report.facts:
        if fact.metric not in METRICS:
            raise RefusedReportError(f"{fact.metric} is no metric of the catalogue")
        if fact.party not in PARTIES:
            raise RefusedReportError(f"{fact.metric}: {fact.party} is no applicant column of the catalogue")
        if fact.unit != METRICS[fact.metric].unit:
            raise RefusedReportError(f"{fact.metric} is counted in {METRICS[fact.metric].unit}, not in {fact.unit}")
        if not _holds(report.text[fact.start : fact.end], fact.quote):
            raise RefusedReportError(f"{fact.metric}: the text does not hold its quote at {fact.start}-{fact.end}")
    twice = _repeated((fact.metric, fact.party) for fact in report.facts if fact.preferred)
    if twice:
        raise RefusedReportError(f"{twice[0][0]} ({twice[0][1]}) has two preferred facts")


def _holds(place: str, quote: str) -> bool:
    """Whether a quote stands at its place; the spaces between its words may differ."""
    return bool(quote) and (quote in place or "".join(quote.split()) in "".join(place.split()))


def _repeated(keys: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [key for key, count in Counter(keys).items() if count > 1]
