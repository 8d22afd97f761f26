"""Whether a new run may stand beside the last good one. Rules only: what they look at is handed in, what they find is one line each.

A worse run never replaces a better one silently. A doubt about a crawl, or about more than a few of its pages, and nothing of that portal
is loaded; a doubt about a page, and that page stands as it was. `nianbao replay --portal` loads it all the same, once a person has looked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crawlers.archive import Crawl
from extract.records import Report

#: A crawl that finds less than this share of the reports the last good crawl found is not believed: a list that moved, a firewall.
FEWEST_REPORTS = 0.5
#: A new text of a report that states less than this share of the figures of the text before is not believed: a page half delivered.
FEWEST_FIGURES = 0.5
#: A report with fewer figures than this says too little to compare by: a narrative of four may become one of one.
COMPARABLE_FIGURES = 8

#: So many pages may each be a case of its own (one hijacked, one replaced by a notice). More at once, and the portal changed, or our reader
#: fails it, and what else is new there is as doubtful.
FEW_DOUBTED = 3


def doubts_about_crawl(crawl: Crawl, earlier: Sequence[Crawl]) -> Iterator[str]:
    """Yields why a crawl is not believed. `earlier` are the portal's crawls before it, oldest first.

    A crawl that was asked for a part only (its arguments say so) is compared with none. A report that the portal took down, and answers so,
    is accounted for; one that is merely missing is not.
    """
    if crawl.outcome != "finished" and not is_left_unfinished(crawl):
        yield f"crawl {crawl.outcome}: {crawl.reason}"
        return
    if crawl.arguments or is_left_unfinished(crawl):
        return
    found = reports_found(crawl)
    if found == 0:
        yield "the crawl found no report at all"
    accounted = found + crawl.counts.get("reports_unlisted", 0)
    good = next((other for other in reversed(earlier) if other.outcome == "finished" and not other.arguments), None)
    if good and accounted < FEWEST_REPORTS * reports_found(good):
        yield f"the crawl found {found} reports, the one of {good.started_at} found {reports_found(good)}"


def is_left_unfinished(crawl: Crawl) -> bool:
    """Returns whether a crawl stopped by our own manners: its budget was spent, or a host was left alone that failed on and on.

    What it fetched is as good as any; what it left is asked for in the next night.
    """
    return crawl.outcome == "stopped" and crawl.counts.get("left_for_next_night", 0) > 0


def doubts_about_report(url: str, before: Report, after: Report | None) -> Iterator[str]:
    """Yields why the new text of a page is not believed, `before` being its last text that was a report; None: it cannot be read."""
    stated = figures_stated(before)
    if after is None or not after.is_report:
        yield f"{url} was a report with {stated} figures and is none any more"
    elif stated >= COMPARABLE_FIGURES and figures_stated(after) < FEWEST_FIGURES * stated:
        yield f"{url} states {figures_stated(after)} figures, its text before stated {stated}"


def reports_found(crawl: Crawl) -> int:
    return crawl.counts.get("reports_found", 0)


def figures_stated(report: Report) -> int:
    return sum(fact.preferred for fact in report.facts)
