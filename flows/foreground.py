"""The nightly flow and the replay of the archive, run from a terminal: progress while they run, a table at the end."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Mapping, Sequence
from typing import Any

from crawlers.archive import archived_portals
from flows.errors import UserError
from flows.load import load_portal, prepare_warehouse
from flows.portals import choose_portals
from flows.progress import PORTAL_DONE, progress
from flows.requests import crawl_requests
from flows.runs import PortalRun, newest_run, now, told
from flows.server import start_server
from flows.settings import Settings, prepare_prefect
from flows.show import show_mappings

log = logging.getLogger(__name__)


class RunFailedError(UserError):
    """The flow itself failed, so that nothing is known of its portals."""


def run_in_foreground(settings: Settings, parameters: Mapping[str, Any]) -> bool:
    """Runs the nightly flow now and prints its report; returns whether every portal was well.

    `parameters` are the flow's. What is wrong with them, or with the warehouse, is said before anything starts.
    """
    parameters = {**parameters, "portals": parameters.get("portals") or settings.chosen_portals}
    requests = crawl_requests(
        *(parameters.get(name) for name in ("portals", "since", "until", "limit", "only")),
        from_internet_archive=bool(parameters.get("from_internet_archive")),
    )
    if not parameters.get("dry_run"):
        prepare_warehouse(settings)
    runs = run_flow(settings, parameters, len(requests))
    show_mappings([run.row() for run in runs])
    for run in runs:
        for line in run.previews:
            print(line)
    return not any(run.problems for run in runs)


def run_flow(settings: Settings, parameters: Mapping[str, Any], portals: int) -> list[PortalRun]:
    """Runs the flow to its end under a Prefect server of its own; returns what came of each portal."""
    os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")  # our own lines and the bar are on the terminal
    prepare_prefect(settings)
    began = now()
    with progress(portals, "starting Prefect, 10 to 30 seconds"):
        start_server(settings)
        ended = asyncio.run(_nightly(parameters))
    runs = newest_run(settings.logs)
    if not runs or runs[0].run < began:
        raise RunFailedError(ended or "the run ended before its portals did")
    return runs


async def _nightly(parameters: Mapping[str, Any]) -> str | None:
    """Runs the flow and returns the message of its final state."""
    from flows.nightly import nightly

    return (await nightly(**parameters, return_state=True)).message


def replay_archive(settings: Settings, portals: Sequence[str] | None) -> bool:
    """Loads the archives as they are, doubted pages too, and prints what came of each portal; returns whether all were well."""
    archived = {*archived_portals(settings.archive), *archived_portals(settings.copies)}
    chosen = [portal for portal in choose_portals(portals) if portals or portal in archived]
    prepare_warehouse(settings)
    results = []
    with progress(len(chosen), "reading the archive"):
        for portal in chosen:
            results.append(load_portal(portal, settings, believe=True))
            log.info("%s: %d pages read", portal, results[-1].read, extra=PORTAL_DONE)
    show_mappings(
        [{"portal": loaded.portal, "read now": told(loaded.verdicts), "problems": "; ".join(loaded.faults)} for loaded in results]
    )
    return not any(loaded.faults for loaded in results)
