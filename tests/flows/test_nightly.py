"""The flow itself, under one Prefect server for the whole module, against the replica."""

from __future__ import annotations

import asyncio
import csv
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from crawlers import portals
from crawlers.replica import PORTALS, Site, replica_site, serve
from db.query import query
from flows.lock import only_run
from flows.runs import PortalRun, newest_run
from flows.settings import Settings, prepare_prefect

REPLICA = Path(__file__).parents[2] / "crawlers" / "replica" / "reports"

Night = Callable[..., Any]


@pytest.fixture(scope="module", autouse=True)
def prefect(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One server and one profile for the module, in a home of its own: nothing is ever written to the user's."""
    before = dict(os.environ)
    prepare_prefect(Settings(home=tmp_path_factory.mktemp("prefect")))
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture
def night(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Night:
    """Runs the flow over a site and returns its final state."""

    def run(site: Site | None = None, **parameters: Any) -> Any:
        from flows.nightly import nightly

        with serve(site) as address:
            played = ",".join(portal.name for portal in PORTALS)
            for name, value in {"HOME": settings.home, "PROXY": address, "DELAY": 0, "PORTALS": played}.items():
                monkeypatch.setenv(f"NIANBAO_{name}", str(value))
            return asyncio.run(nightly(**parameters, return_state=True))  # type: ignore[arg-type]

    return run


def runs(settings: Settings) -> Mapping[str, PortalRun]:
    return {run.portal: run for run in newest_run(settings.logs)}


def expected(name: str) -> list[dict[str, str]]:
    with (REPLICA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_a_night_over_all_portals_then_one_in_which_nothing_changed(night: Night, settings: Settings) -> None:
    state = night()
    assert (state.name, state.message) == ("Completed", "5 portals done")
    assert all(run.verdicts == {"report": 3} for run in runs(settings).values())
    before = query(settings.database_url, "SELECT * FROM figures", None).rows

    assert night().name == "Completed"
    assert all((run.counts["reports_known"], run.verdicts) == (3, {}) for run in runs(settings).values())
    assert query(settings.database_url, "SELECT * FROM figures", None).rows == before


def test_a_broken_card_is_its_own_portals_problem(
    night: Night, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spiders = Path(shutil.copytree(portals.SPIDERS, tmp_path / "spiders"))
    card = spiders / "jlzwgk.py"
    card.write_text(card.read_text("utf-8").replace("    Hosts: ", "    Host: "), "utf-8")
    monkeypatch.setattr(portals, "SPIDERS", spiders)
    state = night(portals=["ccszf", "jlzwgk"])
    assert (state.name, "jlzwgk.py: the card has the lines" in state.message) == ("Failed", True)
    assert (runs(settings)["ccszf"].problems, runs(settings)["ccszf"].verdicts) == ((), {"report": 3})


def test_every_figure_of_the_replica_is_there_and_traced(night: Night, settings: Settings) -> None:
    """From SQL alone: each figure, and its words at their place in the edition's text."""
    night()
    rows = query(settings.database_url, "SELECT portal, year, metric, party, value, qualifier, scope FROM figures", None).rows
    found = {tuple(map(str, row[:4])): row[4:] for row in rows}
    for row in expected("expected.tsv"):
        key = (row["portal"], row["year"], row["metric"], row["party"])
        if row["optional"] != "yes" or key in found:
            assert found.get(key) == (float(row["value"]), row["qualifier"], row["scope"]), key
    traced = query(
        settings.database_url,
        "SELECT figures.quote, substr(edition.text, start_offset + 1, end_offset - start_offset)"
        " FROM figures JOIN edition ON edition.id = figures.edition_id",
        None,
    ).rows
    assert traced
    assert all("".join(quote.split()) in "".join(words.split()) for quote, words in traced)


def test_one_broken_portal_fails_the_run_and_touches_no_other(night: Night, settings: Settings) -> None:
    site = replica_site()
    state = night(Site({address: page for address, page in site.items() if "tongjiang" not in address}))
    assert state.name == "Failed"
    assert state.message.startswith("1 of 5 portals had problems: tongjiang: crawl failed")
    assert {portal for portal, run in runs(settings).items() if run.problems} == {"tongjiang"}
    assert query(settings.database_url, "SELECT count(DISTINCT portal) FROM figures").rows == ((4,),)

    assert night().name == "Completed"
    assert query(settings.database_url, "SELECT count(DISTINCT portal) FROM figures").rows == ((5,),)


def test_a_dry_run_tells_and_loads_nothing(night: Night, settings: Settings) -> None:
    assert night(portals=["qikai"], dry_run=True).name == "Completed"
    assert len(runs(settings)["qikai"].previews) == 3
    assert not (settings.home / "warehouse.sqlite").exists()
    night(portals=["qikai"])
    assert runs(settings)["qikai"].verdicts == {"report": 3}


@pytest.mark.parametrize(
    ("parameters", "words"),
    [({"portals": ["nope"]}, "unknown portal nope"), ({"since": 2018, "until": 2016}, "since 2018"), ({"since": "soon"}, "since")],
)
def test_parameters_are_checked_before_anything_starts(night: Night, settings: Settings, parameters: dict[str, Any], words: str) -> None:
    state = night(**parameters)
    assert state.is_failed()
    assert words in state.message
    assert not settings.archive.exists()


def test_a_second_run_beside_one_under_way_is_cancelled(night: Night, settings: Settings) -> None:
    under_way: AbstractContextManager[None] = only_run(settings.home)
    with under_way:
        state = night()
    assert state.name == "Cancelled"
    assert "another run is under way" in state.message
