"""The archive: pages written as a crawl writes them, one transaction each, and read back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from measure import Stage, cost
from pages import Page

from crawlers.archive import open_archive, open_for_crawl

CAPTURES = 1000
PORTAL, CRAWL, MOMENT = "bench", "crawl", "2018-03-15T02:00:00Z"


def archive_stages(pages: Sequence[Page]) -> Iterator[Stage]:
    """Yields writing and reading. A number at the end of each body makes it one that the archive does not hold yet."""
    bodies = [page.data + f"<!-- {n} -->".encode() for n, page in enumerate(islice(cycle(pages), CAPTURES))]
    measured_on = f"pages of {sum(map(len, bodies)) / 1024 / len(bodies):,.0f} KB, all different"
    with tempfile.TemporaryDirectory() as folder:
        yield Stage("archive, write", measured_on, CAPTURES, "page", cost(lambda: _write(Path(folder), bodies)))
        yield Stage("archive, read", measured_on, CAPTURES, "page", cost(lambda: _read(Path(folder))))


def _write(folder: Path, bodies: Sequence[bytes]) -> None:
    with open_for_crawl(folder, PORTAL) as archive:
        archive.begin_crawl(CRAWL, {}, MOMENT)
        for n, body in enumerate(bodies):
            url = f"http://bench.gov.cn/{n}.html"
            archive.store(CRAWL, url=url, final_url=url, fetched_at=MOMENT, status=200, kind="report", headers={}, body=body)
        archive.close_crawl(CRAWL, MOMENT, "finished", "", {}, ())


def _read(folder: Path) -> list[int]:
    with open_archive(folder, PORTAL) as archive:
        return [len(archive.body(capture)) for capture in archive.captures()]
