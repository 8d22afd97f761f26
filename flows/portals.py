"""Which portals a run is about, and what the warehouse keeps of each."""

from __future__ import annotations

from collections.abc import Sequence

from crawlers.portals import portal_ids, read_card
from db.records import PortalRecord
from flows.errors import UserError


class UnknownPortalError(UserError):
    """A portal id without a spider; the message lists those there are."""


def choose_portals(wanted: Sequence[str] | None) -> tuple[str, ...]:
    """Returns the wanted portals, or all of them where none is named; raises UnknownPortalError."""
    known = portal_ids()
    unknown = sorted(set(wanted or ()) - set(known))
    if unknown:
        raise UnknownPortalError(f"unknown portal {', '.join(unknown)}; known are {', '.join(known)}")
    return tuple(dict.fromkeys(wanted)) if wanted else known


def portal_record(portal: str) -> PortalRecord:
    card = read_card(portal)
    return PortalRecord(id=portal, name=card.agency, family=card.family, address=f"http://{card.hosts[0]}/")
