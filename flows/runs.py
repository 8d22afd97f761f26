"""What came of a run, portal by portal: lines of `logs/runs.jsonl`, the same rows in Prefect and on the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PortalRun:
    """What came of one portal in one run (`run` is when it began, UTC).

    `counts` are those of the crawl's closing summary, `verdicts` the pages read now by the warehouse's word on them; `previews` is what a
    dry run would have loaded. A portal without `problems` is well.
    """

    run: str
    portal: str
    crawl: str | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    verdicts: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    previews: tuple[str, ...] = ()

    def row(self) -> dict[str, str]:
        """Returns the run report's row."""
        fetched = {name: self.counts.get(f"reports_{name}", 0) for name in ("new", "changed", "unchanged", "known", "gone")}
        return {
            "portal": self.portal,
            "crawl": self.crawl or "not done",
            "reports": told(
                {
                    **fetched,
                    "not fetched": self.counts.get("problems", 0),
                    "left for the next night": self.counts.get("left_for_next_night", 0),
                }
            ),
            "read now": told(self.verdicts),
            "problems": "; ".join(self.problems),
        }


def told(counts: Mapping[str, int]) -> str:
    """Returns the counts that are not zero, for people."""
    return ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in counts.items() if number) or "none"


def now() -> str:
    """Returns this moment as the name of a run: UTC, and text order is time order."""
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def append_runs(logs: Path, runs: Iterable[PortalRun]) -> None:
    """Adds a line for each portal; whole lines in one write, so that a kill leaves none torn."""
    logs.mkdir(parents=True, exist_ok=True)
    with (logs / "runs.jsonl").open("a", encoding="utf-8") as file:
        file.write("".join(json.dumps(asdict(run), ensure_ascii=False) + "\n" for run in runs))


def read_runs(logs: Path) -> list[PortalRun]:
    """Returns all runs kept, oldest first; none before the first run."""
    path = logs / "runs.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [
        PortalRun(**{**fields, "problems": tuple(fields["problems"]), "previews": tuple(fields["previews"])})
        for fields in map(json.loads, lines)
    ]


def newest_run(logs: Path) -> list[PortalRun]:
    """Returns the portals of the newest run."""
    runs = read_runs(logs)
    return [run for run in runs if run.run == runs[-1].run]
