"""One run at a time in one home."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.errors import UserError


class AnotherRunError(UserError):
    """Another run is under way in the same home."""


@contextmanager
def only_run(home: Path) -> Iterator[None]:
    """Holds the home for one run; the system lets go of it when the run dies, however it dies. Raises AnotherRunError."""
    home.mkdir(parents=True, exist_ok=True)
    file = os.open(home / "run.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AnotherRunError(f"another run is under way in {home}; this one was not started") from None
        yield
    finally:
        os.close(file)
