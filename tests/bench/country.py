"""A made-up country for the warehouse: bodies of all levels that report for 17 years, with what real ones do to their figures.

Figures grow and shrink from year to year and mostly keep the rules of the forms: what is carried over arrives, stocks roll forward,
applicants add up. And some do not: bodies copy last year's report, misplace a digit, carry in what nobody carried out, say one thing in the
text and another in the table, are late, leave a year out; portals edit what they published and show what another portal shows otherwise.
The same number of bodies gives the same country.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from hashlib import sha256
from itertools import accumulate, islice, pairwise

from sqlalchemy import Engine

from db.load import LoadError, load_captures, load_readings
from db.records import CaptureRecord, Content, CrawlRecord, PortalRecord, ReadingRecord
from db.series import check_series
from extract.catalogue import FORM_LINES, METRICS, PARTIES
from extract.records import Fact, Finding, LedgerEntry, Level, Report, Section

FIRST_YEAR, YEARS = 2008, 17
#: All portals were crawled last on this day, when every report of the last year was due.
LAST_CRAWL = datetime(2025, 5, 1, tzinfo=UTC)
#: Readings loaded in one transaction, as `flows` does it.
BATCH = 100
#: Bodies under one province: itself, its bureau, and in each of four cities the city, its bureau, six districts and four townships.
CITIES, DISTRICTS, TOWNSHIPS = 4, 6, 4
BODIES_OF_PROVINCE = 2 + CITIES * (2 + DISTRICTS + TOWNSHIPS)
#: What a narrative before the national form states.
NARRATIVE = (
    *("disclosed_total", "requests_received", "requests_in_person", "requests_online", "replies_total", "reply_granted", "reply_partial"),
    *("reply_refused", "review_total", "litigation_total", "fees_collected", "meetings", "trainings", "trainees"),
)
APPLICANTS = tuple(party for party in PARTIES if party != "all")
LEVEL_SIZE: Mapping[Level, int] = {"province": 3000, "prefecture": 900, "county": 150, "department": 120, "township": 8}
#: How often: a year without a report, one on a second portal, one edited after publication, last year's copied, a figure ten times too
#: large, a carried figure that is another, text and table that differ, a report after its due date.
MISSING, SECOND, EDITED, COPIED, MISPLACED, UNCARRIED, CONFLICT, LATE = 0.015, 0.05, 0.1, 0.01, 0.02, 0.03, 0.05, 0.05

Key = tuple[str, str]
Figures = dict[Key, int]


@dataclass(frozen=True, slots=True)
class Body:
    """A body that reports, and how much it has to do (requests in a usual year)."""

    name: str
    region: str
    code: str
    level: Level
    size: float


@dataclass(frozen=True, slots=True)
class Shown:
    """What an address showed from a moment on."""

    portal: str
    url: str
    fetched_at: datetime
    report: Report

    @property
    def body_sha256(self) -> str:
        return sha256(f"{self.url} {self.fetched_at}".encode()).hexdigest()


def form_of(year: int) -> str:
    return "local" if year < 2014 else "2014" if year < 2019 else "2019" if year < 2021 else "2021"


def bodies(count: int, luck: random.Random) -> list[Body]:
    """Returns the first `count` bodies of the country, province by province."""
    return [_body(number, luck) for number in range(count)]


def _body(number: int, luck: random.Random) -> Body:
    province, place = divmod(number, BODIES_OF_PROVINCE)
    code, name = f"{11 + province}", f"第{province}省"
    city, within = divmod(place - 2, 2 + DISTRICTS + TOWNSHIPS)
    if place < 2:
        where, code, level, body = name, f"{code}0000", ("province", "department")[place], ("人民政府", "财政厅")[place]
    elif within < 2:
        where = f"{name}第{city}市"
        code, level, body = f"{code}{city + 1:02}00", ("prefecture", "department")[within], ("人民政府", "公安局")[within]
    else:
        district = (within - 2) % DISTRICTS
        where = f"{name}第{city}市第{district}区"
        is_district = within < 2 + DISTRICTS
        code, level = f"{code}{city + 1:02}{district + 2:02}", "county" if is_district else "township"
        body = "人民政府" if is_district else "城关镇人民政府"
    return Body(f"{where}{body}", where, code, level, LEVEL_SIZE[level] * luck.lognormvariate(0, 0.6))


@cache
def _lines(form: str) -> tuple[tuple[str, str], ...]:
    """Metrics and labels a report of this form states, in order."""
    if form == "local":
        return tuple((metric, METRICS[metric].label) for metric in NARRATIVE)
    return tuple((line.metric, line.label) for line in FORM_LINES if line.form == form and line.metric)


def figures_of(body: Body, form: str, before: Figures, luck: random.Random) -> Figures:
    """Returns the figures of a year, given those of the year before (none: empty)."""
    near = luck.lognormvariate(0, 0.12)
    figures: Figures = {}
    for metric, _ in _lines(form):
        usual = before.get((metric, "all"), round(body.size * _weight(metric)))
        figures[metric, "all"] = round(usual * near * luck.lognormvariate(0, 0.1))
    _carry(figures, before, luck)
    for parent, addends in _sums(form).items():
        parts = _share(figures[parent, "all"], len(addends), luck)
        figures |= {(addend, "all"): part for addend, part in zip(addends, parts, strict=True)}
    if form in ("2019", "2021"):
        for line in FORM_LINES:
            if line.form == form and line.dimension:
                parts = _share(figures[line.metric, "all"], len(APPLICANTS), luck)
                figures |= {(line.metric, party): part for party, part in zip(APPLICANTS, parts, strict=True)}
        for party in APPLICANTS:  # what is carried over arrives in its column; the first column has the rest
            figures["requests_carried_in", party] = before.get(("requests_carried_out", party), 0)
        arrived = sum(figures["requests_carried_in", party] for party in APPLICANTS)
        figures["requests_carried_in", APPLICANTS[0]] += figures["requests_carried_in", "all"] - arrived
    if luck.random() < MISPLACED:
        figures[luck.choice(list(figures))] *= 10
    return figures


@cache
def _weight(metric: str) -> float:
    """How much of a metric there is for one request."""
    return {"disclosed_total": 40, "reply_refused": 0.1, "review_total": 0.05, "litigation_total": 0.04}.get(
        metric, random.Random(metric).lognormvariate(-2.5, 1)
    )


def _carry(figures: Figures, before: Figures, luck: random.Random) -> None:
    """Makes what runs through the years and through table three fit."""
    if ("requests_carried_in", "all") in figures:
        received, carried = figures["requests_received", "all"], before.get(("requests_carried_out", "all"), 0)
        figures["requests_carried_in", "all"] = carried + (luck.random() < UNCARRIED) * luck.randint(1, 9)
        left = round((received + figures["requests_carried_in", "all"]) * luck.uniform(0, 0.1))
        figures["requests_carried_out", "all"] = left
        figures["outcome_total", "all"] = received + figures["requests_carried_in", "all"] - left
    for items in ("permit", "other_service", "penalty", "coercion", "charge"):
        if (f"{items}_items_last_year", "all") in before and (f"{items}_items_last_year", "all") in figures:
            last, change = before[f"{items}_items_last_year", "all"], before[f"{items}_items_change", "all"]
            figures[f"{items}_items_last_year", "all"] = last + change + (luck.random() < UNCARRIED)
    for stock in ("regulations", "normative"):
        if (f"{stock}_in_force", "all") in figures:
            last = before.get((f"{stock}_in_force", "all"), 40)
            figures[f"{stock}_repealed", "all"] = min(figures[f"{stock}_repealed", "all"], last)
            made, repealed = figures[f"{stock}_issued", "all"], figures[f"{stock}_repealed", "all"]
            figures[f"{stock}_in_force", "all"] = last + made - repealed + (luck.random() < UNCARRIED) * luck.randint(1, 9)


@cache
def _sums(form: str) -> Mapping[str, tuple[str, ...]]:
    there = {metric for metric, _ in _lines(form)}
    sums: dict[str, tuple[str, ...]] = {}
    if form == "local":
        sums["replies_total"] = ("reply_granted", "reply_partial", "reply_refused")
    for line in FORM_LINES:
        if line.form == form and line.relation == "addend" and line.parent in there:
            sums[line.parent] = (*sums.get(line.parent, ()), line.metric)
    return sums


def _share(total: int, parts: int, luck: random.Random) -> list[int]:
    """Divides a total into whole parts, some large and some small."""
    weights = list(accumulate(luck.expovariate(1) ** 2 for _ in range(parts)))
    ends = [round(total * weight / weights[-1]) for weight in weights]
    return [end - start for start, end in pairwise([0, *ends])]


def report_of(body: Body, year: int, figures: Figures, luck: random.Random) -> Report:
    """Returns the report that states the figures, in the order of its form, one line for each metric."""
    form = form_of(year)
    title = f"{body.name}{year}年政府信息公开工作年度报告"
    lines, facts, at = [title], list[Fact](), len(title) + 1
    for metric, label in _lines(form):
        parties = [party for party in PARTIES if (metric, party) in figures]
        line = " | ".join((label, *(str(figures[metric, party]) for party in parties)))
        for party in parties:
            value = Decimal(figures[metric, party])
            fact = Fact(metric, value, METRICS[metric].unit, str(value), line, at, at + len(line), "table", party)
            facts.append(replace(fact, source="text") if form == "local" else fact)
        lines.append(line)
        at += len(line) + 1
    received = next(fact for fact in facts if (fact.metric, fact.party) == ("requests_received", "all"))
    findings: tuple[Finding, ...] = tuple(Finding("sum", "pass", (parent,), "", figures[parent, "all"]) for parent in _sums(form))
    if form != "local" and luck.random() < CONFLICT:
        stated = (received.value or Decimal(0)) + luck.randint(1, 20)
        words = f"全年收到政府信息公开申请{stated}件"
        lines.append(words)
        facts.append(
            replace(received, value=stated, raw=str(stated), quote=words, start=at, end=at + len(words), source="text", preferred=False)
        )
        findings += (Finding("conflict", "fail", ("requests_received",), f"text {stated}, table {received.value}", received.value, stated),)
    text = "\n".join(lines)
    due = date(year + 1, 3, 31) if year < 2019 or body.level in ("province", "prefecture", "county") else date(year + 1, 1, 31)
    published = due + timedelta(days=luck.randint(1, 60) if luck.random() < LATE else -luck.randint(0, 25))
    return Report(
        is_report=True,
        title=title,
        issuer=body.name,
        region=body.region,
        region_code=body.code,
        level=body.level,
        year=year,
        form=form,
        published=published.isoformat(),
        text=text,
        sections=(Section(title, 1, 0, len(text)),),
        facts=tuple(facts),
        statements=(),
        ledger=tuple(LedgerEntry(fact.start, fact.end, "fact") for fact in facts),
        findings=findings,
        media="html",
        decoding=None,
        page={},
        dropped=(),
    )


def country(count: int = 600) -> Iterator[Shown]:
    """Yields what the addresses of a country of `count` bodies showed, body by body and year by year."""
    luck = random.Random(count)
    for number, body in enumerate(bodies(count, luck)):
        figures: Figures = {}
        for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
            if not (figures and form_of(year) == form_of(year - 1) and luck.random() < COPIED):
                figures = figures_of(body, form_of(year), figures, luck)
            if luck.random() >= MISSING:
                yield from _shown(number, body, year, figures, luck)


def _shown(number: int, body: Body, year: int, figures: Figures, luck: random.Random) -> Iterator[Shown]:
    report = report_of(body, year, figures, luck)
    portal = f"portal{body.code[:2]}"
    first_night = datetime.fromisoformat(f"{report.published}T18:00:00+00:00").astimezone(UTC) + timedelta(days=1)
    yield Shown(portal, f"http://www.{portal}.gov.cn/{number}/{year}.html", first_night, report)
    if luck.random() < EDITED:
        corrected = dict(figures)
        for key in luck.sample(sorted(figures), 3):
            corrected[key] += luck.randint(1, 9)
        edited = report_of(body, year, corrected, luck)
        yield Shown(portal, f"http://www.{portal}.gov.cn/{number}/{year}.html", first_night + timedelta(days=40), edited)
    if luck.random() < SECOND:
        other = dict(figures)
        other[luck.choice(sorted(figures))] += 1
        copy = report_of(body, year, other, luck)
        yield Shown("gather", f"http://www.gather.gov.cn/{number}/{year}.html", first_night + timedelta(days=luck.choice([-1, 60])), copy)


def capture_of(shown: Shown) -> CaptureRecord:
    return CaptureRecord(shown.portal, "crawl", shown.url, shown.fetched_at, 200, shown.body_sha256)


def load_what_was_captured(engine: Engine, shown: Sequence[Shown]) -> None:
    """Loads the portals, each with one crawl, and what it fetched."""
    for portal in sorted({page.portal for page in shown}):
        crawl = CrawlRecord("crawl", portal, LAST_CRAWL, LAST_CRAWL + timedelta(hours=3), "finished", {})
        captures = [capture_of(page) for page in shown if page.portal == portal]
        load_captures(engine, PortalRecord(portal, portal, "TRS", f"http://www.{portal}.gov.cn/"), [crawl], captures)


def load_what_was_read(engine: Engine, shown: Sequence[Shown]) -> None:
    """Loads the reports, some dozens at a time."""
    readings = (ReadingRecord(Content(page.portal, page.url, page.body_sha256), report=page.report) for page in shown)
    while batch := list(islice(readings, BATCH)):
        for outcome in load_readings(engine, batch, "1.0"):
            if isinstance(outcome, LoadError):
                raise outcome


def load(engine: Engine, shown: Sequence[Shown]) -> None:
    """Loads what was shown in the steps of the nightly run: captures, readings, the checks of the series."""
    load_what_was_captured(engine, shown)
    load_what_was_read(engine, shown)
    check_series(engine)
