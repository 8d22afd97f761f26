"""What a piece of work costs: processor time and wall time, and where it was measured."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 5

#: Whose processor time counts: a crawl is a child process while we, its parent, play the portal.
CHILDREN = (resource.RUSAGE_CHILDREN,)
ALL = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds: of the processor, and on the clock. Beside other work on the machine only the first says something of ours."""

    processor: float
    wall: float

    def __sub__(self, other: Cost) -> Cost:
        return Cost(self.processor - other.processor, self.wall - other.wall)


@dataclass(frozen=True, slots=True)
class Stage:
    """What one stage cost for `count` of a `unit`; `measured_on` says of what kind they were."""

    name: str
    measured_on: str
    count: float
    unit: str
    cost: Cost


def cost(work: Callable[[], object], whose: Sequence[int] = ALL) -> Cost:
    """Returns what the work cost; that of child processes counts once they have ended."""
    wall, processor = time.perf_counter(), _processor_seconds(whose)
    work()
    return Cost(_processor_seconds(whose) - processor, time.perf_counter() - wall)


def costs(works: Sequence[Callable[[], object]], rounds: int = ROUNDS) -> list[Cost]:
    """Returns the median cost of each piece of work. The rounds are interleaved, so that a busy machine slows all alike."""
    measured = [[cost(work) for work in works] for _ in range(rounds)]
    return [
        Cost(statistics.median(c.processor for c in of_work), statistics.median(c.wall for c in of_work))
        for of_work in zip(*measured, strict=True)
    ]


def machine() -> str:
    """Returns processor, cores, system and Python."""
    cpuinfo = Path("/proc/cpuinfo")
    model = re.search(r"model name\s*: (.+)", cpuinfo.read_text()) if cpuinfo.exists() else None
    name = model[1] if model else platform.processor() or platform.machine()
    return f"{name}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def versions(packages: Sequence[str]) -> str:
    """Returns the packages that are installed, with their versions."""
    installed = {distribution.name.lower(): distribution.version for distribution in importlib.metadata.distributions()}
    return ", ".join(f"{name} {installed[name]}" for name in packages if name in installed)


def _processor_seconds(whose: Sequence[int]) -> float:
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, whose))
