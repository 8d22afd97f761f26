"""Why a page that was asked for is not in the archive: a name to count by, and the same in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from scrapy.core.downloader.handlers.http11 import TunnelError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet.error import ConnectError, ConnectionDone, ConnectionLost

#: The outcomes a person should not have to guess. `http_404` and its like say themselves what they are.
IN_WORDS: Mapping[str, str] = {
    "challenge": "a firewall's script challenge",
    "deleted": "taken down, the page leads elsewhere",
    "empty": "empty",
    "exception": "an exception in our own code",
    "firewall": "a firewall's page",
    "forbidden_by_robots": "forbidden by robots.txt",
    "html_as_document": "a web page in place of the document",
    "login": "a login page",
    "not_found": "a page that says there is none",
    "not_modified_unasked": "unchanged, said the portal of a page never seen",
    "off_portal": "sent on to another site",
    "private_address": "sent on to a private address",
    "redirect_loop": "sent on and on",
    "redirected_home": "taken down, sent on to the front page",
    "robots_unavailable": "robots.txt fails, which forbids all",
    "timeout": "not answered in time",
    "too_large": "too large",
    "truncated": "broken off on the way",
    "unreachable": "host not reached",
}

#: What a portal answers for a page that it took down.
GONE = ("http_404", "http_410", "deleted", "redirected_home", "not_found")

#: A request not made because its host is given up, or the budget spent, for this night. No problem of the page's.
LEFT = "left_for_next_night"

#: Scrapy's own reasons to give a request up, which it tells apart by message only.
GIVEN_UP = {"max redirections reached": "redirect_loop", "DOWNLOAD_MAXSIZE": "too_large"}

#: No such host, nobody listening, connection lost. Retried first.
LINE_ERRORS = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    OSError,
    ConnectError,
    ConnectionDone,
    ConnectionLost,
    TunnelError,
)


class Refused(IgnoreRequest):
    """An address not asked, or an answer not taken; `outcome` is the name for it."""

    def __init__(self, outcome: str) -> None:
        super().__init__(outcome)
        self.outcome = outcome


def outcome_of(error: BaseException) -> str:
    """Returns the name of what became of a request that ended in an error; "exception" where the fault is our own."""
    match error:
        case HttpError():
            return f"http_{error.response.status}"
        case Refused():
            return error.outcome
        case IgnoreRequest():
            return next((name for words, name in GIVEN_UP.items() if words in str(error)), "ignored")
        case DownloadTimeoutError():
            return "timeout"
        case DownloadCancelledError():  # by DOWNLOAD_MAXSIZE, declared or reached
            return "too_large"
        case ResponseDataLossError():
            return "truncated"
        case error if isinstance(error, LINE_ERRORS):
            return "unreachable"
        case _:
            return "exception"


def says_host_is_unwell(outcome: str) -> bool:
    """Returns whether the host, rather than the page, is at fault, so that asking on may be in vain, or do harm."""
    return outcome.startswith("http_5") or outcome in ("http_429", "timeout", "truncated", "unreachable", "challenge", "firewall")


def in_words(outcome: str) -> str:
    """Returns an outcome for people: `http_404` is "status 404"."""
    return IN_WORDS.get(outcome) or outcome.replace("http_", "status ").replace("_", " ")
