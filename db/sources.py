"""Which reading a report's figures are taken from: decided by what was captured when and read by which version, never by what was loaded
first. A pure function, no database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

Key = Callable[["Candidate"], Any]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading, as far as the choice needs it. `report_id` is None where it is no report or not placed."""

    reading_id: str
    portal_id: str
    url: str
    content_sha256: str
    version_key: str
    first_seen_at: str
    last_seen_at: str
    report_id: str | None


def sources(report_id: str, readings: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Returns the current reading of each address the report is at, the one that stands first.

    `readings` must hold all readings of each content that any version ever read as this report. Of a content the newest version's word
    counts, also where it says that this is another report, or none. Of an address the content seen last counts; what is no report (a
    portal's error page answered as 200) does not displace one. Of several addresses the one whose content appeared last stands: that does
    not flap from night to night, and it follows a report to a new address.
    """
    newest = _last_of_each(readings, key=lambda r: (r.portal_id, r.url, r.content_sha256), order=lambda r: r.version_key)
    of_report = [reading for reading in newest if reading.report_id == report_id]
    current = _last_of_each(
        of_report, key=lambda r: (r.portal_id, r.url), order=lambda r: (r.last_seen_at, r.first_seen_at, r.content_sha256)
    )
    return tuple(sorted(current, key=lambda r: (r.first_seen_at, r.portal_id, r.url), reverse=True))


def _last_of_each(readings: Iterable[Candidate], key: Key, order: Key) -> Sequence[Candidate]:
    return [max(group, key=order) for _, group in groupby(sorted(readings, key=key), key=key)]
