"""The nightly run as a Prefect flow: one task per stage and portal, and a final state that tells the truth.

Prefect decides when and whether; what is left to do is asked of the archive and the warehouse, so one late run heals any number of missed
nights, and nothing of ours is kept in Prefect: no cache, no stored results.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

from prefect import flow, task
from prefect.artifacts import acreate_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Cancelled, Completed, Failed

from flows.collect import Collected, collect
from flows.crawl import CrawlRequest
from flows.load import Loaded, load_portal, prepare_warehouse, preview
from flows.lock import AnotherRunError, only_run
from flows.progress import PORTAL_DONE
from flows.requests import crawl_requests
from flows.runs import PortalRun, append_runs, now
from flows.settings import Settings, load_settings
from flows.turns import Turns

log = logging.getLogger(__name__)


@task(name="collect", task_run_name="collect {request.portal}", cache_policy=NO_CACHE, persist_result=False)
async def collect_task(request: CrawlRequest, settings: Settings) -> Collected:
    return await collect(request, settings)


@task(name="load", task_run_name="load {portal}", cache_policy=NO_CACHE, persist_result=False)
async def load_task(portal: str, settings: Settings) -> Loaded:
    return await asyncio.to_thread(load_portal, portal, settings)


@flow(name="nightly", persist_result=False)
async def nightly(
    portals: list[str] | None = None,
    since: int | None = None,
    until: int | None = None,
    limit: int | None = None,
    only: str | None = None,
    dry_run: bool = False,
    from_internet_archive: bool = False,
) -> State[Any]:
    """Crawls portals, reads what is new and loads it; one broken portal does not touch the others.

    `portals`: ids; default those of the settings, else all. `since`, `until`: report years. `limit`: at most so many report pages of each
    portal. `only`: the report at this address. `from_internet_archive`: not the portals, but what the Internet Archive holds of them. A
    `dry_run` collects as always (the archive only grows) and reads what it fetched, but does not open the warehouse.
    Ends Failed, after all portals are done, where one had a problem.
    """
    if not log.isEnabledFor(logging.INFO):
        logging.getLogger("flows").setLevel(logging.INFO)  # Prefect leaves it to us: without a level only warnings reach the run's page
    settings = load_settings()
    requests = crawl_requests(portals or settings.chosen_portals, since, until, limit, only, from_internet_archive=from_internet_archive)
    try:
        with only_run(settings.home):
            if not dry_run:
                prepare_warehouse(settings)
            runs = await _work(requests, settings, dry_run=dry_run)
            append_runs(settings.logs, runs)
    except AnotherRunError as error:
        return Cancelled(message=str(error))
    await acreate_table_artifact(key="nightly-report", table=[run.row() for run in runs])
    broken = [run for run in runs if run.problems]
    if broken:
        told = "; ".join(f"{run.portal}: {run.problems[0]}" for run in broken)
        return Failed(message=f"{len(broken)} of {len(runs)} portals had problems: {told}")
    return Completed(message=f"{len(runs)} portals done")


async def _work(requests: Sequence[CrawlRequest], settings: Settings, *, dry_run: bool) -> list[PortalRun]:
    """Returns what came of each portal; an error of one is its own."""
    began = now()
    turns = Turns(settings.concurrency)
    one_loader = asyncio.Lock()

    async def work(request: CrawlRequest) -> PortalRun:
        try:
            async with turns.turn(request):
                log.info("%s: crawling", request.portal)
                collected = await collect_task(request, settings)
                run = await _loaded(began, request, collected, settings, one_loader, dry_run=dry_run)
        except Exception as error:
            run = PortalRun(began, request.portal, problems=(str(error) or repr(error),))
        level, outcome = (logging.ERROR, "; ".join(run.problems)) if run.problems else (logging.INFO, "done")
        log.log(level, "%s: %s", request.portal, outcome, extra=PORTAL_DONE)
        return run

    return await asyncio.gather(*map(work, requests))


async def _loaded(
    began: str, request: CrawlRequest, collected: Collected, settings: Settings, one_loader: asyncio.Lock, *, dry_run: bool
) -> PortalRun:
    """Returns what came of a portal after its crawl: a doubted crawl is not loaded, a dry run's is shown only."""
    crawl, portal = collected.crawl, collected.crawl.portal
    log.info("%s: crawl %s, %s", portal, crawl.outcome, crawl.reason)
    if collected.doubts:
        return PortalRun(began, portal, crawl.outcome, crawl.counts, problems=collected.doubts)
    if dry_run:
        previews = await asyncio.to_thread(preview, crawl, request.archive(settings))
        return PortalRun(began, portal, crawl.outcome, crawl.counts, problems=collected.shortfalls, previews=previews)
    async with one_loader:
        loaded = await load_task(portal, settings)
    if to_check := sum(loaded.verdicts.get(verdict, 0) for verdict in ("unplaced", "unreadable")):
        log.warning("%s: %d pages need a look: nianbao sql 'SELECT * FROM pages_to_check'", portal, to_check)
    return PortalRun(began, portal, crawl.outcome, crawl.counts, loaded.verdicts, (*collected.shortfalls, *loaded.doubts, *loaded.faults))
