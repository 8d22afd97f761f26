"""What the warehouse is told of portals, crawls and fetched pages: plain values, handed over by `flows` from the archive."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from extract.records import Report


@dataclass(frozen=True, slots=True)
class PortalRecord:
    """A government website. `id` is the spider's name; `family` is the CMS behind it, `address` its front page."""

    id: str
    name: str
    family: str
    address: str


@dataclass(frozen=True, slots=True)
class CrawlRecord:
    """One crawl of one portal. `finished_at` and `outcome` come from the closing summary; without one the crawl was interrupted."""

    id: str
    portal: str
    started_at: datetime
    finished_at: datetime | None = None
    outcome: str | None = None
    #: The counts of the closing summary, by name.
    counts: Mapping[str, int] = field(default_factory=dict)
    #: The web archive that was crawled for copies of the portal, None where the portal was.
    via: str | None = None


@dataclass(frozen=True, slots=True)
class CaptureRecord:
    """One page or attachment as fetched at one moment.

    `body_sha256` is the body the archive holds for it, also where the portal answered 304 and so confirmed an earlier body; None where
    there is none (404). `attachments` are the bodies of the files read together with the page; `page_url` is set on an attachment and
    names the page it belongs to. `via` is where a web archive replays the page, which fetched it at `fetched_at`.
    """

    portal: str
    crawl: str
    url: str
    fetched_at: datetime
    status: int
    body_sha256: str | None = None
    content_type: str | None = None
    attachments: tuple[str, ...] = ()
    page_url: str | None = None
    via: str | None = None

    @property
    def content_sha256(self) -> str | None:
        """Identifies what is read: the page's body and its attachments. None for an attachment, which is read with its page."""
        if self.body_sha256 is None or self.page_url is not None:
            return None
        if not self.attachments:
            return self.body_sha256
        return hashlib.sha256("\n".join((self.body_sha256, *self.attachments)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Content:
    """What one address of a portal shows: the thing that is read, once for each version of the extractor."""

    portal: str
    url: str
    content_sha256: str


@dataclass(frozen=True, slots=True)
class ReadingRecord:
    """What a version of the extractor made of a content: `report`, which may say that it is none, or why it is `unreadable`."""

    content: Content
    report: Report | None = None
    unreadable: str | None = None


def utc_text(moment: datetime) -> str:
    """Returns `moment` as `2017-03-09T01:02:03.000Z`: UTC, of one width, so that text order is time order on every database.

    Raises ValueError for a moment without a time zone.
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
