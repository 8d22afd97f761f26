"""What a spider yields: one answer of the portal, on its way to the archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crawlers.archive import Kind


@dataclass(frozen=True, slots=True)
class Page:
    """What `ArchiveWriter.store` takes. Status 304 says that `body` is the archive's own, confirmed by the portal."""

    url: str
    final_url: str
    fetched_at: str
    status: int
    kind: Kind
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    listed_title: str | None = None
    listed_date: str | None = None
    column: str | None = None
    referer: str | None = None
