"""What a replica answers: pages by address."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import format_datetime
from typing import Literal
from urllib.parse import urlsplit

Validator = Literal["ETag", "Last-Modified"]


@dataclass(frozen=True, slots=True)
class Page:
    """One answer: bytes as they go over the wire, and what the header says of them.

    `charset` is what the bytes really are in; `content_type` and the page's own meta tag may say otherwise, as they do on real portals.
    `validators` are those the portal sends; a portal that sends none cannot be asked whether a page changed.
    """

    body: bytes
    content_type: str
    modified: datetime
    charset: str = "utf-8"
    validators: frozenset[Validator] = frozenset(("ETag", "Last-Modified"))
    status: int = 200

    @property
    def etag(self) -> str:
        """The entity tag of these bytes, quoted."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'

    @property
    def headers(self) -> dict[str, str]:
        """The headers of a full answer, without those every answer has."""
        known: dict[Validator, str] = {"ETag": self.etag, "Last-Modified": format_datetime(self.modified, usegmt=True)}
        return {"Content-Type": self.content_type} | {name: value for name, value in known.items() if name in self.validators}

    def revised(self, old: str, new: str, modified: datetime) -> Page:
        """Returns the page with `old`, which must stand in it exactly once, replaced by `new`; raises ValueError otherwise."""
        text = self.body.decode(self.charset)
        if text.count(old) != 1:
            raise ValueError(f"{old!r} stands {text.count(old)} times in the page, not once")
        return replace(self, body=text.replace(old, new).encode(self.charset), modified=modified)


@dataclass(frozen=True, slots=True)
class Site(Mapping[str, Page]):
    """Pages by absolute address (`http://host/path`). Never changes: `with_page` and `without` return another site."""

    pages: Mapping[str, Page]

    def __getitem__(self, address: str) -> Page:
        return self.pages[address]

    def __iter__(self) -> Iterator[str]:
        return iter(self.pages)

    def __len__(self) -> int:
        return len(self.pages)

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts it answers for; any other is refused."""
        return frozenset(urlsplit(address).netloc for address in self.pages)

    def find(self, address: str) -> Page | None:
        """Returns the page at the address, or the index page of the folder it names; None where neither is."""
        names = ("", "index.html", "index.shtml") if address.endswith("/") else ("",)
        return next((self.pages[address + name] for name in names if address + name in self.pages), None)

    def with_page(self, address: str, page: Page) -> Site:
        """Returns the site with this page, new or in place of the one there."""
        return Site({**self.pages, address: page})

    def without(self, address: str) -> Site:
        """Returns the site without this page; raises KeyError where there is none."""
        self.pages[address]
        return Site({other: page for other, page in self.pages.items() if other != address})
