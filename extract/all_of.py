"""A clause without a figure that says something of all the requests counted right before it: 收到申请8件，[都为信函申请]."""

from __future__ import annotations

from typing import NamedTuple

from extract import wordings
from extract.attribution import Attribution
from extract.clauses import Clause
from extract.context import Context, other_time, turned_to
from extract.figures import Figure
from extract.stems import full_label, short_label

#: What all requests are without saying.
_OF_ALL_REQUESTS = frozenset(("requests_received", "requests_handled"))


class Requests(NamedTuple):
    """The one count of requests of a clause that begins at `start`."""

    figure: Figure
    start: int


def requests_counted(clause: Clause, context: Context) -> Requests | None:
    """Returns the one figure of the report year's requests in a clause, None where there are several or they are of something else."""
    words = clause.words
    if (
        len(clause.quantities) != 1
        or "结转" in words
        or not (context.topic == "request" or "申请" in words)
        or other_time(words, context) is not None
    ):
        return None
    return Requests(clause.quantities[0], clause.start)


def said_of_all(clause: Clause, context: Context, requests: Requests) -> Attribution | None:
    """Returns what a clause without figure says of all `requests`, None if it says nothing of them all."""
    if clause.figures or context.scope != "all" or context.section == "plan":
        return None
    words = clause.words
    match = wordings.ALL_OF.match(words)
    if match is None or wordings.NOT_ALL.search(words):
        return None
    rest, of_requests = words[match.end() :], turned_to("request", context)
    full = full_label(rest, requests.figure, of_requests)
    label = full[1] if full else short_label(rest, requests.figure, of_requests)
    if label is None or label.label.topic not in ("request", "reply") or label.label.metric in _OF_ALL_REQUESTS:
        return None
    return Attribution(label, requests.start, clause.end)
