"""What is here and how fresh it is, from the archive, the log of runs and the warehouse."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from crawlers.archive import archived_portals, open_archive
from crawlers.portals import portal_ids, read_card
from db.engine import NoWarehouseError
from db.query import query
from flows.runs import read_runs
from flows.settings import Settings
from flows.show import console, show_mappings, show_rows

#: A portal whose last finished crawl is older is stale: two nights in a row went wrong, or no run was made.
STALE = timedelta(days=2)

#: What the warehouse holds: lines of its own views.
HOLDINGS = {
    "Reports that stand, and figures in them": "SELECT count(DISTINCT issuer_id) AS bodies, count(DISTINCT report_id) AS reports,"
    " count(*) AS figures, min(year) AS first_year, max(year) AS last_year FROM figures",
    "Reports by year": "SELECT year, status, count(*) AS reports FROM coverage GROUP BY year, status ORDER BY year DESC, status LIMIT 12",
    "Checks that fail": "SELECT rule, count(*) AS findings FROM findings_failed GROUP BY rule ORDER BY findings DESC",
}


def show_status(settings: Settings) -> None:
    """Prints each portal's last crawl and what came of it, then what the warehouse holds. Raises ArchiveError for a torn
    archive, WarehouseError for a warehouse that cannot be opened."""
    console.print(f"archive    {settings.archive}\nwarehouse  {settings.database_url.rpartition('@')[2]}", highlight=False)
    show_mappings([_portal(portal, settings) for portal in portal_ids()])
    try:
        for title, statement in HOLDINGS.items():
            result = query(settings.database_url, statement)
            if result.rows:
                console.print(f"\n[bold]{title}[/]")
                show_rows(result.columns, result.rows, "table")
    except NoWarehouseError as error:
        console.print(f"\n[yellow]{error}[/]")


def show_portals(settings: Settings, form: str) -> None:
    """Prints every portal as `form` (see `show_rows`): its card, its last crawl, and what the last run came to. Raises ArchiveError for
    a torn archive."""
    shown = ("last crawl", "outcome", "last run")
    found = [(_card(portal), _portal(portal, settings)) for portal in portal_ids()]
    rows = [card | {name: held[name] for name in shown} for card, held in found]
    show_rows(list(rows[0]), [list(row.values()) for row in rows], form)


def _card(portal: str) -> dict[str, object]:
    card = read_card(portal)
    return {
        "portal": portal,
        "agency": card.agency,
        "region": f"{card.region} {card.region_code}",
        "family": card.family,
        "first year": card.first_year,
    }


def _portal(portal: str, settings: Settings) -> dict[str, object]:
    if portal not in archived_portals(settings.archive):
        return {
            "portal": portal,
            "last crawl": "never",
            "outcome": "",
            "in words": "",
            "reports": "",
            "last good crawl": "",
            "last run": "",
        }
    with open_archive(settings.archive, portal) as archive:
        crawls = list(archive.crawls())
        latest = {capture.sequence for capture in archive.latest("report")}
        gone = sum(page.capture in latest for page in archive.gone())
    good = next((crawl.closed_at for crawl in reversed(crawls) if crawl.outcome == "finished"), None)
    stale = good is None or datetime.now(UTC) - datetime.fromisoformat(good) > STALE
    run = next((run for run in reversed(read_runs(settings.logs)) if run.portal == portal), None)
    return {
        "portal": portal,
        "last crawl": _minute(crawls[-1].started_at) if crawls else "never",
        "outcome": crawls[-1].outcome if crawls else "",
        "in words": crawls[-1].reason if crawls else "",
        "reports": f"{len(latest)}, {gone} of them gone" if gone else len(latest),
        "last good crawl": f"{_minute(good) if good else 'never'}{' (stale)' if stale else ''}",
        "last run": "" if run is None else "; ".join(run.problems) or "well",
    }


def _minute(moment: str) -> str:
    return moment[:16].replace("T", " ")
