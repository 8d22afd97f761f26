"""Work shared among processes: reading is pure computing, so it takes as many cores as there are, and pages are hostile: one that takes its
reader down (a fault in a native parser, the system short of memory) must cost neither the run nor the other pages."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Below this many items one process is enough: starting another costs about half a second, reading a page five milliseconds.
MANY = 100
#: Items a process takes at a time where there are many.
CHUNK = 16


def each(work: Callable[[Item], Result], items: Iterable[Item], lost: Callable[[Item], Result]) -> Iterator[Result]:
    """Yields `work(item)` for each item, in order, or `lost(item)` where the item took its process down.

    `work` is a module's function, and items and results are small: they travel.
    """
    left = deque(items)
    has_crashed = False  # from then on one process takes one item at a time, so that it is known which one it was
    while left:
        shared = len(left) >= MANY and not has_crashed
        # spawn, because a fork of a process with threads (Prefect's) can inherit a lock nobody will release.
        spawn = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(None if shared else 1, mp_context=spawn, initializer=_end_with_parent) as pool:
            try:
                for result in pool.map(work, tuple(left), chunksize=CHUNK if shared else 1):
                    left.popleft()
                    yield result
            except BrokenProcessPool:
                has_crashed = True
                if not shared:
                    yield lost(left.popleft())


def _end_with_parent() -> None:
    """Lets a worker end when its parent is killed: it would wait for work for ever, the queue's other end being in its own hand."""

    def watch() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True, name="end-with-parent").start()
