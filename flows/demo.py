"""The whole way on one machine: a replica of five portals on loopback, the real nightly run, a warehouse to ask."""

from __future__ import annotations

import os
from pathlib import Path

from crawlers.replica import PORTALS, serve
from db.query import query
from flows.foreground import run_flow
from flows.settings import load_settings
from flows.show import console, show_mappings, show_rows

HOME = Path("nianbao-demo")

#: Three questions a user might ask, each about one view.
QUESTIONS = {
    "How many requests did each body receive, and in which words does it say so?": (
        "SELECT issuer, year, value, quote FROM figures WHERE metric = 'requests_received' AND party = 'all' ORDER BY issuer, year"
    ),
    "Where does a report contradict itself?": (
        "SELECT issuer, year, metric, value, source, other_value, other_source FROM conflicts ORDER BY issuer, year"
    ),
    "What changed from one year to the next?": (
        "SELECT issuer, year, earlier_value, value, unit, change FROM year_on_year WHERE metric = 'disclosed_total' ORDER BY issuer, year"
    ),
}
ASK = "SELECT * FROM coverage"
FAILED = "SELECT issuer, year, rule, message FROM findings_failed ORDER BY issuer, year, rule, message"


def run_demo() -> bool:
    """Runs the nightly flow over the replica, prints what came of it and three queries; returns whether every portal was well."""
    console.print(
        "Five portals stand on this machine, each built like a real one. The figures in their reports are the real ones;"
        " the sentences around them were written for this demo. No other host is asked.",
        highlight=False,
        soft_wrap=True,
    )
    with serve() as address:
        os.environ |= {"NIANBAO_HOME": str(HOME), "NIANBAO_PROXY": address, "NIANBAO_DELAY": "0", "NIANBAO_WAREHOUSE_URL": ""}
        settings = load_settings()
        runs = run_flow(settings, {"portals": [portal.name for portal in PORTALS]}, len(PORTALS))
    console.print("\n[bold]What was crawled and read[/]")
    show_mappings([run.row() for run in runs])
    well = not any(run.problems for run in runs)
    if well and not any(
        run.counts.get("reports_new", 0) + run.counts.get("reports_changed", 0) + sum(run.verdicts.values()) for run in runs
    ):
        console.print("[bold green]Nothing changed[/] since the last run: no page is new or different, nothing was read or loaded.")
    for title, statement in {"Checks that fail": FAILED, **QUESTIONS}.items():
        result = query(settings.database_url, statement)
        console.print(f"\n[bold]{title}[/]\n[dim]{statement}[/]", highlight=False, soft_wrap=True)
        show_rows(result.columns, result.rows, "table")
    console.print(
        f"\nThe files are in {settings.home}: archive/ holds every page as it came, warehouse.sqlite the figures."
        f"\nAsk it yourself:  NIANBAO_HOME={HOME} nianbao sql '{ASK}'",
        highlight=False,
        soft_wrap=True,
    )
    return well
