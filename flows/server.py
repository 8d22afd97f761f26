"""Prefect's server as a child process that ends with us, however we end.

The server Prefect would embed by itself outlives a flow that is killed, and a schedule needs one that is there before the flow: so both
ways of running start it here. `python -m flows.server PORT` is the child.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request

from flows.errors import UserError
from flows.settings import Settings

#: Seconds the server may take to come up: 5 to 15 with a new database, 30 on a busy machine.
STARTUP_SECONDS = 120
#: Seconds it has to end after SIGTERM.
STOPPING_SECONDS = 20


class ServerError(UserError):
    """The server did not come up; the message says where its log is."""


def start_server(settings: Settings, port: int | None = None) -> None:
    """Starts a Prefect server that lasts as long as this process, and points the process and its children at it; raises ServerError.

    With a `port`, a server that answers there already is taken as it is; without one, a new server takes a port that is free.
    """
    port = port or _free_port()
    os.environ["PREFECT_API_URL"] = api = f"http://127.0.0.1:{port}/api"
    if _answers(api):
        return
    settings.logs.mkdir(parents=True, exist_ok=True)
    path = settings.logs / "prefect-server.log"
    with path.open("wb") as kept:
        # stdin is the lifeline: it closes when we die, in whatever way.
        server = subprocess.Popen([sys.executable, "-m", __name__, str(port)], stdin=subprocess.PIPE, stdout=kept, stderr=subprocess.STDOUT)  # noqa: S603
    # At exit and not before: Prefect sends its last logs there, and waits for minutes where nobody takes them.
    atexit.register(_stop, server)
    deadline = time.monotonic() + STARTUP_SECONDS
    while not _answers(api):
        if server.poll() is not None or time.monotonic() > deadline:
            raise ServerError(f"Prefect's server did not come up on port {port}; its log is {path}")
        time.sleep(0.2)


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        server.wait(STOPPING_SECONDS)
    server.kill()
    server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(api: str) -> bool:
    try:
        with urllib.request.urlopen(f"{api}/health", timeout=1) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except OSError:
        return False


def main(port: int) -> None:
    """Serves until told to stop or until the parent is gone."""
    from crawlers import lifeline

    lifeline.hold()
    del os.environ["PREFECT_API_URL"]  # the server is not its own client
    import uvicorn
    from prefect.server.api.server import create_app

    uvicorn.run(create_app(), host="127.0.0.1", port=port, log_level="warning")


if __name__ == "__main__":
    main(int(sys.argv[1]))
