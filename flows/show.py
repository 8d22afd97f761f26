"""What people see: reports, query results and run reports as tables."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table
from rich.text import Text

from extract.records import Fact, Finding, Report

console = Console()

_STATUS_STYLE = {"pass": "green", "fail": "bold red", "cannot_tell": "yellow"}
_QUALIFIER_SIGN = {"exact": "", "at_least": "≥ ", "below": "< ", "about": "≈ "}


def show_report(name: str, report: Report, *, why: bool) -> None:
    """Prints one reading: what the report is, its figures with their words, the findings, the account of the numerals."""
    console.rule(escape(name))
    if not report.is_report:
        console.print("[yellow]No annual report.[/] " + escape(report.title or ""))
    facts = {
        "title": report.title,
        "issuer": report.issuer,
        "region": " ".join(filter(None, (report.region, report.region_code))) or None,
        "level": report.level,
        "year": report.year,
        "form": report.form,
        "published": report.published,
        "read as": f"{report.media}, {report.decoding.charset} ({report.decoding.rule})" if report.decoding else report.media,
    }
    for label, value in facts.items():
        console.print(f"[dim]{label:>10}[/]  {escape(str(value)) if value is not None else '[yellow]not found[/]'}")
    if report.facts:
        show_facts(report.facts)
    if report.findings:
        show_findings(report.findings)
    counts = Counter(entry.kind for entry in report.ledger)
    console.print("numerals: " + (", ".join(f"{kind} {n}" for kind, n in counts.most_common()) or "none"))
    if why:
        for dropped in report.dropped:
            console.print(f"[dim]dropped by[/] {escape(dropped.rule)}: {escape(_shortened(dropped.text))}")


def show_facts(facts: Sequence[Fact]) -> None:
    table = Table("metric", "party", Column("value", justify="right"), "from", "quote", title=f"{len(facts)} figures", title_justify="left")
    for fact in facts:
        party = "" if fact.party == "all" else fact.party
        style = None if fact.preferred else "dim"
        table.add_row(fact.metric, party, _figure(fact), fact.source, Text(fact.quote), style=style)
    console.print(table)


def show_findings(findings: Sequence[Finding]) -> None:
    table = Table("rule", "status", "what was found", title=f"{len(findings)} findings", title_justify="left")
    for finding in findings:
        table.add_row(finding.rule, Text(finding.status, style=_STATUS_STYLE[finding.status]), Text(finding.message))
    console.print(table)


def show_mappings(rows: Sequence[Mapping[str, object]]) -> None:
    """Prints rows that share their keys as a table."""
    if rows:
        show_rows(list(rows[0]), [list(row.values()) for row in rows], "table")


def show_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], form: str) -> None:
    """Prints a query's result as `form`: table, csv, json (one array of objects) or markdown."""
    if form == "csv":
        writer = csv.writer(sys.stdout)
        writer.writerow(columns)
        writer.writerows([_plain(value) for value in row] for row in rows)
    elif form == "json":
        json.dump(
            [dict(zip(columns, map(_plain, row), strict=True)) for row in rows], sys.stdout, ensure_ascii=False, indent=1, default=str
        )
        sys.stdout.write("\n")
    elif form == "markdown":
        lines = [columns, ["---"] * len(columns), *([_cell(value).replace("|", "\\|") for value in row] for row in rows)]
        sys.stdout.writelines(f"| {' | '.join(line)} |\n" for line in lines)
    else:
        # Chinese and addresses have no spaces to break at, and what does not fit must not be cut.
        table = Table(*(Column(Text(column), overflow="fold") for column in columns))
        for row in rows:
            table.add_row(*(Text(_cell(value)) for value in row))
        console.print(table)


def _plain(value: object) -> object:
    """A figure as people write it: whole numbers without a point."""
    if isinstance(value, Decimal):
        value = float(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _cell(value: object) -> str:
    return "" if value is None else str(_plain(value)).replace("\n", " ")


def _figure(fact: Fact) -> str:
    return f"illegible: {fact.raw}" if fact.value is None else f"{_QUALIFIER_SIGN[fact.qualifier]}{_plain(fact.value)} {fact.unit}"


def _shortened(text: str, longest: int = 120) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[:longest]}… ({len(line)} characters)"
