"""A spider must not outlive the flow that started it: as an orphan it would go on asking the portal, and hold its lock, for hours."""

from __future__ import annotations

import os
import signal
import stat
import threading
import time

#: Seconds a stopping spider has to finish the requests in flight, and then to be gone.
STOPPING = ((signal.SIGTERM, 20.0), (signal.SIGTERM, 5.0), (signal.SIGKILL, 0.0))


def hold(stdin: int = 0) -> None:
    """Ends this process, gracefully at first, when the other end of `stdin` closes, as it does when the parent dies in whatever way.

    Only where stdin is a pipe or a socket, which is what a parent gives to say so; a terminal or /dev/null says nothing.
    """
    mode = os.fstat(stdin).st_mode
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
        threading.Thread(target=_watch, args=(stdin,), daemon=True, name="lifeline").start()


def _watch(stdin: int) -> None:
    while os.read(stdin, 1024):
        pass
    for signum, patience in STOPPING:
        os.kill(os.getpid(), signum)
        time.sleep(patience)
