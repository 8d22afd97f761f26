"""The nightly run on a schedule: one command brings up Prefect's server and serves the deployment `nightly/default`.

A schedule needs a running server; without one Prefect serves manual runs only and warns once. A pool and workers are not needed on one
machine. Missed nights are not made up one by one: they start together, one of them does whatever is left, the others find it running and
end as cancelled.
"""

from __future__ import annotations

import os

from prefect.schedules import Cron

from flows.errors import UserError
from flows.nightly import nightly
from flows.server import start_server
from flows.settings import TIMEZONE, Settings


class ScheduleError(UserError):
    """The cron setting is no schedule."""


def serve(settings: Settings) -> None:
    """Serves scheduled and manual runs until SIGTERM or Ctrl-C, then leaves no process behind; raises ScheduleError and ServerError."""
    try:
        schedule = Cron(settings.cron, timezone=TIMEZONE)
    except ValueError as error:
        raise ScheduleError(f"NIANBAO_CRON={settings.cron} is no schedule: {error}") from None
    os.environ["NIANBAO_HOME"] = str(settings.home)  # a run is a process of its own and may start elsewhere
    start_server(settings, settings.prefect_port)
    print(
        f"Run it by hand:  PREFECT_API_URL={os.environ['PREFECT_API_URL']} prefect deployment run nightly/default -p 'portals=[\"ccszf\"]'"
    )
    nightly.serve(
        name="default",
        schedule=schedule,
        pause_on_shutdown=False,  # or every restart would silence the schedule
        # No limit of Prefect's: its server holds the slots in memory, so a run under way when all was stopped kept its slot for ever, and
        # every later run was cancelled without a word (3.8.8). `flows.lock` does the same and dies with its run.
    )
