"""The parameters of a run, checked before anything starts."""

from __future__ import annotations

from collections.abc import Sequence

from flows.crawl import CrawlRequest
from flows.errors import UserError
from flows.portals import choose_portals


class ParameterError(UserError):
    """Parameters that do not fit together."""


def crawl_requests(
    portals: Sequence[str] | None,
    since: int | None,
    until: int | None,
    limit: int | None,
    only: str | None,
    *,
    from_internet_archive: bool = False,
) -> list[CrawlRequest]:
    """Returns what to crawl of each portal; raises UnknownPortalError and ParameterError."""
    chosen = choose_portals(portals)
    if since is not None and until is not None and since > until:
        raise ParameterError(f"since {since} is after until {until}")
    if limit is not None and limit < 1:
        raise ParameterError(f"limit {limit}: at least one page")
    if only is not None and len(chosen) != 1:
        raise ParameterError("only one address can be asked of one portal: name it")
    return [CrawlRequest(portal, since, until, limit, only, from_internet_archive=from_internet_archive) for portal in chosen]
