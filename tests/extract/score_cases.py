"""Scores `extract.reading` against the annotated cases, for people and for `test_reading_cases.py`.

    python tests/extract/score_cases.py [--cases DIR] [-v]      what is read well, what not
    python tests/extract/score_cases.py --pin [--lower]         write tests/extract/floor.json

A case is a folder with `page.*` (a saved page or attachment) and `expected.json`:

    {"invented": true,
     "document": {"is_report": true, "issuer": "…", "year": 2017, "form": "2014", "region_code": "…"},   only what is certain
     "complete": true,                                                 then a preferred fact that is not listed is spurious
     "facts": [{"metric": "…", "party": "all", "value": 5, "qualifier": "exact", "scope": "all", "source": "text",
                "optional": false, "quote": "…"}],
     "findings": [{"rule": "conflict", "metrics": ["reply_granted"]}]}  failed findings the reader must report

`value` is in the metric's own unit. A null qualifier or scope is not compared (careful readers differ). An optional fact may be absent but
not different. `quote` is for the person who reads the case; the reader's own quote is checked against the reader's own text.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from extract.records import Fact, LedgerEntry, Report, Source

PAGES = Path(__file__).resolve().parents[1] / "pages"
FLOOR = Path(__file__).with_name("floor.json")

DIGITS = re.compile(r"[0-9０-９]+")
#: What a quote must hold to be evidence: a numeral in any writing, or a negation.
EVIDENCE = re.compile(r"[0-9０-９〇○零一二三四五六七八九十廿卅百千两兩万萬亿億]|[无無未没沒不免非]")


@dataclass(frozen=True, slots=True)
class Case:
    """One annotated page. `expected` is the parsed expected.json."""

    name: str
    page: Path
    expected: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """One difference. `key` stays the same while figures and wording of the difference change, so a known problem can be listed."""

    kind: str
    about: str
    detail: str

    @property
    def key(self) -> str:
        return f"{self.kind} {self.about}".strip()

    def __str__(self) -> str:
        return f"{self.kind:9} {self.about}: {self.detail}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comparing one report with its case gave; the counts are those of the project's scorer for figures."""

    case: str
    problems: tuple[Problem, ...]
    expected: int
    found: int
    wrong: int
    spurious: int
    numerals: int
    accounted: int


@dataclass(frozen=True, slots=True)
class Score:
    """Recall, precision and ledger coverage over all cases."""

    recall: float
    precision: float
    ledger: float


def discover(folder: Path = PAGES) -> list[Case]:
    """Returns the cases below `folder`: every folder whose expected.json lists facts."""
    cases = []
    for path in sorted(folder.rglob("expected.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        if "facts" in expected:
            (page,) = path.parent.glob("page.*")
            cases.append(Case(path.parent.name, page, expected))
    return cases


def digest(cases: Iterable[Case]) -> str:
    """Returns the SHA-256 over names, pages and expectations."""
    sha = hashlib.sha256()
    for case in cases:
        for part in (case.name.encode(), case.page.read_bytes(), case.page.with_name("expected.json").read_bytes()):
            sha.update(len(part).to_bytes(8, "big") + part)
    return sha.hexdigest()


def read(case: Case) -> Report:
    """Returns what the reader makes of the case's page."""
    from extract.reading import read_report

    return read_report(case.page.read_bytes(), Source(name=case.page.name))


def compare(case: Case, report: Report) -> Outcome:
    """Returns every difference between a report and what its case expects."""
    problems = [*_document_problems(case.expected["document"], report), *_evidence_problems(report)]
    preferred: dict[str, Fact] = {}
    for fact in report.facts:
        key = f"{fact.metric}/{fact.party}"
        if fact.preferred and key in preferred:
            problems.append(Problem("twice", key, f"«{fact.quote}»"))
        elif fact.preferred:
            preferred[key] = fact
    wanted = {f"{row['metric']}/{row['party']}": row for row in case.expected["facts"]}
    expected = found = wrong = 0
    for key, row in wanted.items():
        if key not in preferred and row["optional"]:
            continue
        expected += 1
        if key not in preferred:
            problems.append(Problem("missed", key, f"{row['value']}  «{row['quote']}»"))
        elif not _same(preferred[key].value, row["value"]):
            wrong += 1
            problems.append(Problem("wrong", key, f"{preferred[key].value} not {row['value']}  «{preferred[key].quote}»"))
        else:
            found += 1
            problems.extend(_attribute_problems(key, row, preferred[key]))
    spurious = [key for key in preferred if key not in wanted] if case.expected["complete"] else []
    problems.extend(Problem("spurious", key, f"{preferred[key].value}  «{preferred[key].quote}»") for key in spurious)
    problems.extend(_finding_problems(case.expected["findings"], report))
    unaccounted = list(_unaccounted(report.text, report.ledger))
    problems.extend(
        Problem("ledger", f"{report.text[a:b]}", f"not accounted in «{report.text[max(0, a - 12) : b + 8]}»") for a, b in unaccounted
    )
    numerals = sum(1 for _ in DIGITS.finditer(report.text))
    return Outcome(case.name, tuple(problems), expected, found, wrong, len(spurious), numerals, numerals - len(unaccounted))


def score(outcomes: Sequence[Outcome]) -> Score:
    """Returns the score over all outcomes, as the project's scorer counts it."""
    found = sum(o.found for o in outcomes)
    taken = found + sum(o.wrong + o.spurious for o in outcomes)
    return Score(
        recall=found / max(1, sum(o.expected for o in outcomes)),
        precision=found / max(1, taken),
        ledger=sum(o.accounted for o in outcomes) / max(1, sum(o.numerals for o in outcomes)),
    )


def _same(value: Decimal | None, expected: float) -> bool:
    """Whether the figures agree, but for what a float in JSON costs."""
    return value is not None and abs(float(value) - expected) <= 1e-9 * max(1.0, abs(expected))


def _document_problems(document: Mapping[str, Any], report: Report) -> Iterator[Problem]:
    for name, value in document.items():
        if getattr(report, name) != value:
            yield Problem("document", name, f"{getattr(report, name)!r} not {value!r}")


def _attribute_problems(key: str, row: Mapping[str, Any], fact: Fact) -> Iterator[Problem]:
    for name in ("qualifier", "scope", "source"):
        if row[name] is not None and getattr(fact, name) != row[name]:
            yield Problem(name, key, f"{getattr(fact, name)} not {row[name]}  «{fact.quote}»")


def _evidence_problems(report: Report) -> Iterator[Problem]:
    for fact in report.facts:
        about = f"{fact.metric}/{fact.party}"
        if not fact.quote or _squash(fact.quote) not in _squash(report.text[fact.start : fact.end]):
            yield Problem("evidence", about, f"«{fact.quote}» is not text[{fact.start}:{fact.end}]")
        elif not EVIDENCE.search(fact.quote):
            yield Problem("evidence", about, f"«{fact.quote}» holds neither a numeral nor a negation")


def _finding_problems(expected: Iterable[Mapping[str, Any]], report: Report) -> Iterator[Problem]:
    failed = [(f.rule, {metric.split("/")[0] for metric in f.metrics}) for f in report.findings if f.status == "fail"]
    for row in expected:
        if not any(rule == row["rule"] and metrics.issuperset(row["metrics"]) for rule, metrics in failed):
            yield Problem("finding", f"{row['rule']} {' '.join(row['metrics'])}", f"no such finding among {failed}")


def _unaccounted(text: str, ledger: Iterable[LedgerEntry]) -> Iterator[tuple[int, int]]:
    """Yields the runs of digits that lie in no ledger entry."""
    spans = sorted((entry.start, entry.end) for entry in ledger)
    reach = at = 0
    for match in DIGITS.finditer(text):
        while at < len(spans) and spans[at][0] <= match.start():
            reach = max(reach, spans[at][1])
            at += 1
        if match.end() > reach:
            yield match.span()


def _squash(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _pin(cases: Sequence[Case], outcomes: Sequence[Outcome], *, lower: bool) -> None:
    """Writes the floor; exits with one line where that would lower it and `lower` is not given."""
    now = score(outcomes)
    known = {o.case: sorted({p.key for p in o.problems}) for o in outcomes if o.problems}
    if FLOOR.exists() and not lower:
        worse = list(_worse(json.loads(FLOOR.read_text(encoding="utf-8")), now, known, {case.name for case in cases}))
        if worse:
            sys.exit("not pinned, the floor would sink (--lower to do so): " + "; ".join(worse))
    floor = {
        "digest": digest(cases),
        # Rounded down, so that the pinned reader passes its own floor.
        **{name: int(value * 10_000) / 10_000 for name, value in asdict(now).items()},
        "cases": [case.name for case in cases],
        "known": known,
    }
    FLOOR.write_text(json.dumps(floor, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _worse(floor: Mapping[str, Any], now: Score, known: Mapping[str, Sequence[str]], names: Container[str]) -> Iterator[str]:
    """Yields what is worse than the floor: a score, a figure newly read wrongly, a case that is gone."""
    for name, value in asdict(now).items():
        if value < floor[name]:
            yield f"{name} {value:.4f} < {floor[name]}"
    for case, keys in known.items():
        pinned = floor["known"].get(case, ())
        yield from (f"{case}: {key}" for key in keys if key.startswith("wrong ") and key not in pinned)
    yield from (f"{case} is gone" for case in floor["cases"] if case not in names)


def main() -> None:
    parser = argparse.ArgumentParser(description="Score the reader against annotated cases.")
    parser.add_argument("--cases", type=Path, default=PAGES, help="folder of cases (default: tests/pages)")
    parser.add_argument("-v", "--verbose", action="store_true", help="print every problem")
    parser.add_argument("--pin", action="store_true", help="write tests/extract/floor.json")
    parser.add_argument("--lower", action="store_true", help="allow --pin to lower the floor")
    arguments = parser.parse_args()
    if arguments.pin and arguments.cases.resolve() != PAGES:
        parser.error("--pin is for the project's own cases, not for --cases")
    cases = discover(arguments.cases)
    if not cases:
        parser.error(f"no cases below {arguments.cases}")
    outcomes = [compare(case, read(case)) for case in cases]
    for outcome in outcomes:
        counts = f"found {outcome.found}/{outcome.expected}  wrong {outcome.wrong}  spurious {outcome.spurious}"
        print(f"{outcome.case}  {counts}  ledger {outcome.accounted}/{outcome.numerals}  problems {len(outcome.problems)}")
        if arguments.verbose:
            for problem in outcome.problems:
                print("     ", problem)
    total = score(outcomes)
    perfect = sum(not outcome.problems for outcome in outcomes)
    print(f"recall {total.recall:.4f}  precision {total.precision:.4f}  ledger {total.ledger:.4f}  perfect {perfect}/{len(outcomes)} cases")
    if arguments.pin:
        _pin(cases, outcomes, lower=arguments.lower)


if __name__ == "__main__":
    main()
