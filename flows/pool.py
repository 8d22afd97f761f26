"""Work shared among processes: reading is pure computing, so it takes as many cores as there are."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Below this many items one process is faster: starting the others costs about half a second, reading a page five milliseconds.
MANY = 100
#: Items a process takes at a time.
CHUNK = 16


def each(work: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """Yields `work(item)` for each item, in order. `work` is a module's function, and items and results are small: they travel."""
    if len(items) < MANY:
        yield from map(work, items)
        return
    # spawn, because a fork of a process with threads (Prefect's) can inherit a lock nobody will release.
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn"), initializer=_end_with_parent) as pool:
        yield from pool.map(work, items, chunksize=CHUNK)


def _end_with_parent() -> None:
    """Lets a worker end when its parent is killed: it would wait for work for ever, the queue's other end being in its own hand."""

    def watch() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True, name="end-with-parent").start()
