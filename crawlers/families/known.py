"""Which report pages need not be asked for: those held whole in the archive, listed as they were, and not due for their re-check.

So a night in which a portal changed nothing costs it its list pages alone. A change that no list shows is found by the re-check.
"""

from __future__ import annotations

import datetime
import zlib
from collections.abc import Callable, Iterator

from crawlers.archive import Archive, Capture, Crawl
from crawlers.families.markup import Row

#: Why an attachment that was not fetched is not asked for again before its page is: the portal has none there.
ABSENT = ("http_404", "http_410")


class KnownReports:
    """The report pages of an archive, as a crawl finds them.

    A page is whole when the crawl that fetched it last missed no attachment; of a crawl that did, or was broken off, `is_whole` looks at
    the page itself.
    """

    def __init__(self, archive: Archive, recheck_days: int, today: datetime.date, is_whole: Callable[[Capture], bool]) -> None:
        self._archive = archive
        self._recheck_days = recheck_days
        self._today = today
        self._is_whole = is_whole
        self._whole_crawls = {crawl.id for crawl in archive.crawls() if _missed_nothing(crawl)}
        self._gone = {page.capture for page in archive.gone()}

    def covers(self, row: Row) -> bool:
        """Returns whether the page a list row leads to need not be asked for."""
        last = self._archive.last(row.url)
        return (
            last is not None
            and last.kind == "report"
            and (last.listed_title, last.listed_date) == (row.title or None, row.date)
            and last.sequence not in self._gone
            and not self._is_due(last)
            and (last.crawl in self._whole_crawls or self._is_whole(last))
        )

    def unlisted(self, listed: set[str]) -> Iterator[Capture]:
        """Yields the last capture of each page that is on none of the lists, is not known to be gone, and was listed when last asked for,
        or is due for its re-check."""
        for last in self._archive.latest("report"):
            if last.url not in listed and last.sequence not in self._gone and (last.referer is not None or self._is_due(last)):
                yield last

    def _is_due(self, last: Capture) -> bool:
        return is_due(last.url, datetime.date.fromisoformat(last.fetched_at[:10]), self._today, self._recheck_days)


def is_due(url: str, fetched: datetime.date, today: datetime.date, cycle: int) -> bool:
    """Returns whether a page fetched on a day is to be asked for again today, when each is once in `cycle` days (0: always).

    An address has a day of its own in the cycle, so that the pages of a first crawl are not all due in one night. A page is due when such a
    day has come since it was fetched; a night missed is made up for in the next.
    """
    if cycle == 0:
        return True
    own_day = zlib.crc32(url.encode()) % cycle
    return (today.toordinal() - own_day) // cycle > (fetched.toordinal() - own_day) // cycle


def _missed_nothing(crawl: Crawl) -> bool:
    """Returns whether every attachment that the portal has was fetched with its page."""
    all_kept = len(crawl.problems) == crawl.counts.get("problems", 0)
    missed = any(problem.kind == "attachment" and problem.outcome not in ABSENT for problem in crawl.problems)
    return crawl.outcome == "finished" and all_kept and not missed
