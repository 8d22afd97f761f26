"""The annotated cases of tests/pages against the reader, and the floor below which its score may not sink.

A case that is not yet read perfectly passes as long as its problems are the ones listed in floor.json; a new problem fails.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extract.records import Fact, LedgerEntry, Report

sys.path.insert(0, str(Path(__file__).parent))  # the scorer is also a script, so it is no package
import score_cases

CASES = score_cases.discover()


@functools.cache
def _outcome(at: int) -> score_cases.Outcome:
    return score_cases.compare(CASES[at], score_cases.read(CASES[at]))


@functools.cache
def _floor() -> dict[str, Any]:
    return json.loads(score_cases.FLOOR.read_text(encoding="utf-8"))


@pytest.mark.parametrize("at", range(len(CASES)), ids=[case.name for case in CASES])
def test_case_reads_as_annotated(at: int) -> None:
    known = _floor()["known"].get(CASES[at].name, ())
    new = [str(problem) for problem in _outcome(at).problems if problem.key not in known]
    assert not new, "\n" + "\n".join(new)


def test_score_stays_above_the_floor() -> None:
    floor = _floor()
    assert floor["digest"] == score_cases.digest(CASES), "the cases changed: python tests/extract/score_cases.py --pin"
    now = score_cases.score([_outcome(at) for at in range(len(CASES))])
    below = {name: (value, floor[name]) for name, value in dataclasses.asdict(now).items() if value < floor[name]}
    assert not below


# ------------------------------------------------------------------------------------------------- the scorer itself

PAGE = "公开12条，未收到申请。"
RIGHT = Fact("disclosed_total", Decimal(12), "条", "12条", "公开12条", 0, 5, "text")
ROW = {"metric": "disclosed_total", "party": "all", "value": 12, "qualifier": "exact", "scope": "all", "source": "text"}
CASE = score_cases.Case(
    "case",
    Path("page.txt"),
    {"document": {"year": 2017}, "complete": True, "facts": [ROW | {"optional": False, "quote": "公开12条"}], "findings": []},
)
REPORT = Report(
    is_report=True,
    title=None,
    issuer=None,
    region=None,
    region_code=None,
    level=None,
    year=2017,
    form="2014",
    published=None,
    text=PAGE,
    sections=(),
    facts=(),
    statements=(),
    ledger=(LedgerEntry(2, 5, "fact"),),
    findings=(),
    media="text",
    decoding=None,
    page={},
    dropped=(),
)


def _report(*facts: Fact, **changes: Any) -> Report:
    return dataclasses.replace(REPORT, facts=facts, **changes)


@pytest.mark.parametrize(
    ("report", "problems"),
    [
        (_report(RIGHT), []),
        (_report(), ["missed disclosed_total/all"]),
        (_report(dataclasses.replace(RIGHT, value=Decimal(120))), ["wrong disclosed_total/all"]),
        (_report(dataclasses.replace(RIGHT, value=None)), ["wrong disclosed_total/all"]),
        (_report(dataclasses.replace(RIGHT, qualifier="about")), ["qualifier disclosed_total/all"]),
        (_report(dataclasses.replace(RIGHT, start=3)), ["evidence disclosed_total/all"]),
        (_report(dataclasses.replace(RIGHT, quote="公开", end=2)), ["evidence disclosed_total/all"]),
        (_report(RIGHT, RIGHT), ["twice disclosed_total/all"]),
        (_report(RIGHT, dataclasses.replace(RIGHT, metric="info_made_total")), ["spurious info_made_total/all"]),
        (_report(RIGHT, dataclasses.replace(RIGHT, metric="info_made_total", preferred=False)), []),
        (_report(RIGHT, ledger=(LedgerEntry(3, 5, "fact"),)), ["ledger 12"]),
        (_report(RIGHT, year=2018), ["document year"]),
    ],
)
def test_scorer_names_each_difference(report: Report, problems: list[str]) -> None:
    assert [problem.key for problem in score_cases.compare(CASE, report).problems] == problems
