"""Each recipe of the cookbook answers its question on a small country made by hand, the same on both databases; and on a made-up country
of a hundred reports the tables that the load keeps beside the facts say what the facts say."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from db.compare import all_rows, differences
from db.cookbook import RECIPES, question
from db.load import load_captures
from db.migrate import upgrade
from db.query import query
from db.series import check_series
from extract.catalogue import METRICS
from extract.records import Report

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))  # tests are no package
import country

README = Path(__file__).parents[2] / "README.md"
CITY, OTHER_CITY = "长春市人民政府", "吉林市人民政府"
DISTRICT, OTHER_DISTRICT, TOWN = "朝阳区人民政府", "船营区人民政府", "永春镇人民政府"
BODIES = {
    CITY: ("220100", "prefecture"),
    OTHER_CITY: ("220200", "prefecture"),
    DISTRICT: ("220104", "county"),
    OTHER_DISTRICT: ("220204", "county"),
    TOWN: ("220104", "township"),
}
#: The eight grounds of refusal on the forms since 2019.
GROUNDS = [f"outcome_refused_{ground}" for ground in ("state_secret", "other_law", "three_safeties", "third_party")]
GROUNDS += [f"outcome_refused_{ground}" for ground in ("internal", "process", "enforcement_file", "query")]
#: The night, in days after 9 March 2018, of 1 May 2024: the reports of 2023 are all due.
NIGHT = 2245


def refused(**grounds: int) -> dict[str, int]:
    return {ground: grounds.get(ground.removeprefix("outcome_refused_"), 0) for ground in GROUNDS}


FIGURES: dict[tuple[str, int], dict[str, Any]] = {
    (CITY, 2018): {
        "requests_received": {"value": 100, "source": "table"},
        "replies_total": 90,
        "reply_granted": 40,
        "reply_already_public": 20,
        "reply_partial": 12,
        "review_total": 4,
        "review_corrected": 1,
        "litigation_total": 8,
        "litigation_corrected": 3,
        "fees_collected": 0.5,
    },
    (CITY, 2022): {
        "requests_received": 120,
        "requests_received/natural_person": 90,
        "requests_received/enterprise": 30,
        "requests_carried_in": 0,
        "requests_carried_out": 12,
        "outcome_total": 108,
        "outcome_granted": 60,
        "outcome_partial": 21,
        **refused(state_secret=1, internal=3),
        "review_total": 5,
        "review_pending": 1,
        "review_corrected": 1,
        "litigation_direct_total": 2,
        "litigation_direct_pending": 1,
        "litigation_direct_corrected": 0,
    },
    (CITY, 2023): {
        "requests_received": 300,
        "requests_received/natural_person": 270,
        "requests_received/enterprise": 30,
        "requests_carried_in": 10,
        "requests_carried_out": 60,
        "outcome_total": 250,
        "outcome_granted": 100,
        "outcome_partial": 25,
        **refused(internal=14),
    },
    # Ten flows that are not zero, which it copies a year later.
    (OTHER_CITY, 2022): {
        "requests_received": 42,
        "requests_carried_in": 0,
        "requests_carried_out": 0,
        "outcome_total": 42,
        "outcome_granted": 10,
        "outcome_partial": 2,
        "review_total": 3,
        "review_corrected": 3,
        "litigation_direct_total": 9,
        "litigation_direct_corrected": 6,
        "permit_decisions": 700,
        "penalty_decisions": 80,
    },
    (DISTRICT, 2021): {"requests_received": 4, "meetings": 1},
    (DISTRICT, 2023): {"requests_received": {"value": 0, "qualifier": "about"}},
    (OTHER_DISTRICT, 2023): {"requests_received": 50, "meetings": 3},
    (TOWN, 2021): {"requests_received": 0},
    (TOWN, 2022): {"requests_received": 0},
    (TOWN, 2023): {"meetings": 2},
}
FIGURES[OTHER_CITY, 2023] = FIGURES[OTHER_CITY, 2022]
FORM = {2018: "2014", 2021: "2021", 2022: "2021", 2023: "2021"}
PUBLISHED = {(OTHER_CITY, 2022): "2023-04-02", (TOWN, 2022): "2023-02-01", (DISTRICT, 2023): "2024-03-31", (TOWN, 2023): None}


def report_of(make: Any, body: str, year: int) -> Report:
    code, level = BODIES[body]
    changes = {"level": level, "form": FORM[year], "published": PUBLISHED.get((body, year), f"{year + 1}-01-31")}
    report: Report = make.report(FIGURES[body, year], issuer=body, code=code, year=year, **changes)
    if (body, year) == (CITY, 2018):
        stated = replace(report.facts[0], value=report.facts[0].value + 1, source="text", preferred=False)
        report = replace(report, facts=(*report.facts, stated))
    if (body, year) == (DISTRICT, 2021):
        report = replace(report, findings=(make.failed("sum", "requests_received", expected=5, actual=4),))
    return report


@pytest.fixture(scope="module")
def small_country(make: Any, new_url: Callable[[], str]) -> str:
    """URL of a warehouse that holds the figures above; the second district's first page stated others."""
    url = new_url()
    with make.opened(url) as engine:
        for body, year in FIGURES:
            portal = "jilin" if body in (OTHER_CITY, OTHER_DISTRICT) else "changchun"
            report = report_of(make, body, year)
            if body == OTHER_DISTRICT:
                earlier = make.report({"requests_received": 5, "meetings": 30}, issuer=body, code="220204", year=year, form="2021")
                make.publish_to(engine, f"{body}{year}", NIGHT - 30, earlier, "earlier", portal)
            make.publish_to(engine, f"{body}{year}", NIGHT, report, f"{body}{year}", portal)
        for portal in ("jilin", "changchun"):
            load_captures(engine, make.portal(portal), [make.crawl(portal, NIGHT + 1)], [])
        check_series(engine)
    return url


def page(portal: str, body: str, year: int) -> str:
    return f"http://www.{portal}.gov.cn/{body}{year}"


ANSWERS: dict[str, list[tuple[Any, ...]]] = {
    "applicants": [
        (2022, "natural_person", "自然人", 90, 75),
        (2022, "enterprise", "法人或其他组织·商业企业", 30, 25),
        (2023, "natural_person", "自然人", 270, 90),
        (2023, "enterprise", "法人或其他组织·商业企业", 30, 10),
    ],
    "backlog": [(CITY, "prefecture", 2023, 310, 60, 19.4), (CITY, "prefecture", 2022, 120, 12, 10)],
    "biggest_revisions": [
        (OTHER_DISTRICT, 2023, "requests_received", "all", 5, 50, 45, "2024-05-01T02:00:00.000Z", page("jilin", OTHER_DISTRICT, 2023)),
        (OTHER_DISTRICT, 2023, "meetings", "all", 30, 3, -27, "2024-05-01T02:00:00.000Z", page("jilin", OTHER_DISTRICT, 2023)),
    ],
    "carried_in_differs": [(CITY, 2023, "requests_carried_in", 10, 12, -2, page("changchun", CITY, 2023))],
    "city_and_province": [
        (CITY, 2023, 250, 50, 46.9, 3.1, 2),
        (OTHER_CITY, 2023, 42, 28.6, 46.9, -18.3, 2),
        (CITY, 2022, 108, 75, 62, 13, 2),
        (OTHER_CITY, 2022, 42, 28.6, 62, -33.4, 2),
    ],
    "copied_reports": [
        (OTHER_CITY, 2023, 10, "10 of the 10 figures that are not zero in both years are those of 2022", page("jilin", OTHER_CITY, 2023))
    ],
    "districts_without_report": [(DISTRICT, "220104", 2022, "2023-03-31", "2024-05-02")],
    "doubtful_portals": [("jilin", 3, 1, 1, 33.3), ("changchun", 8, 2, 2, 25)],
    "fastest_growing": [(CITY, "prefecture", 2023, 120, 300, 2.5)],
    "fees": [(CITY, "prefecture", 2018, "fees_collected", 0.5, "exact", "依申请公开信息收取的费用0.5万元", page("changchun", CITY, 2018))],
    "granted_share": [(2018, 1, 60, 12, 90, 80), (2022, 2, 70, 23, 150, 62), (2023, 2, 110, 27, 292, 46.9)],
    "grounds_of_refusal": [
        (2022, "outcome_refused_internal", "属于三类内部事务信息", 3, 1),
        (2022, "outcome_refused_state_secret", "属于国家秘密", 1, 1),
        *((2022, ground, METRICS[ground].label, 0, 1) for ground in sorted(GROUNDS[1:4] + GROUNDS[5:])),
        (2023, "outcome_refused_internal", "属于三类内部事务信息", 14, 1),
        *((2023, ground, METRICS[ground].label, 0, 1) for ground in sorted(GROUNDS[:4] + GROUNDS[5:])),
    ],
    "lost_reviews": [(OTHER_CITY, "prefecture", 18, 24, 75), (CITY, "prefecture", 5, 17, 29.4)],
    "never_requested": [(TOWN, "township", 2, 2021, 2022)],
    "published_late": [
        (OTHER_CITY, "prefecture", 2022, "2023-03-31", "2023-04-02", page("jilin", OTHER_CITY, 2022)),
        (TOWN, "township", 2022, "2023-01-31", "2023-02-01", page("changchun", TOWN, 2022)),
    ],
    "refusals_raised": [(CITY, "prefecture", 2023, 4, 14, 10)],
    "text_against_table": [
        (CITY, 2018, "requests_received", "all", 100, 101, "收到申请数100件", "收到申请数100件", page("changchun", CITY, 2018))
    ],
}


@pytest.mark.parametrize("name", sorted(RECIPES.keys() | ANSWERS.keys()))
def test_a_recipe_answers_its_question(small_country: str, name: str) -> None:
    assert [tuple(map(plain, row)) for row in query(small_country, RECIPES[name]).rows] == ANSWERS[name]


def plain(value: Any) -> Any:
    return round(value, 6) if isinstance(value, float) else value


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_says_what_it_answers_and_how_to_read_it(name: str) -> None:
    assert question(name).endswith("?")
    assert RECIPES[name].splitlines()[1].startswith("-- ")
    assert f"| `{name}` | {question(name)} |\n" in README.read_text(encoding="utf-8")


# --- a hundred reports ----------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made_up_country(make: Any, new_url: Callable[[], str]) -> Iterator[Any]:
    with make.opened(new_url()) as engine:
        country.load(engine, list(country.country(6)))
        yield engine


def test_the_figures_of_an_edition_side_by_side_are_its_facts(made_up_country: Any) -> None:
    with made_up_country.connect() as connection:
        facts = connection.execute(text("SELECT edition_id, metric, value FROM fact WHERE preferred AND party = 'all'")).all()
        wide = connection.execute(text("SELECT * FROM edition_figures")).mappings().all()
        editions = connection.scalars(text("SELECT id FROM edition")).all()
    assert len(wide) == len(editions) > 100
    beside = {(row["edition_id"], metric, row[metric]) for row in wide for metric in METRICS if row[metric] is not None}
    assert beside == {tuple(fact) for fact in facts}
    assert len(beside) > 4000


def test_a_country_has_all_that_the_views_tell_of(made_up_country: Any) -> None:
    """The generator's country is one on which the recipes have something to answer."""
    with made_up_country.connect() as connection:
        for view in ("revisions", "source_conflicts", "conflicts", "findings_failed", "series_evidence", "comparable_series"):
            assert connection.scalar(text(f"SELECT count(*) FROM {view}")), view
        rules = connection.scalars(text("SELECT DISTINCT rule FROM findings_failed WHERE found_in = 'series'")).all()
        assert set(rules) >= {"carried", "jump"}
        assert connection.scalar(text("SELECT count(*) FROM coverage WHERE status = 'missing'"))
        assert not connection.scalar(text("SELECT count(*) FROM pairs_to_compare"))


def test_a_country_gives_the_same_rows_on_both_databases_twice_and_in_any_order(
    make: Any, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    shown = list(country.country(3))
    dumps = []
    for url in (f"sqlite:///{tmp_path / 'w.sqlite'}", request.getfixturevalue("postgresql").create("template0")):
        with make.opened(url) as engine:
            upgrade(engine)
            country.load(engine, shown)
            country.load(engine, shown)
            dumps.append(all_rows(engine))
        shown = random.Random(3).sample(shown, len(shown))
    assert dumps[0]["series_finding"]
    assert differences(*dumps) == []
