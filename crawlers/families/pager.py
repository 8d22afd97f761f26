"""How a list of plain HTML goes on: the links of its pager. Pure functions over links, whose address is None where they lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: A link of a page: what it says, and where it leads.
Link = tuple[str, str | None]

#: 首页 and 上一页 lead back.
NEXT = re.compile(r"[\s>»]*(?:下一页|下页|后一页)[\s>»]*")
LAST = re.compile(r"[\s>»]*(?:尾页|末页|最后一页)[\s>»]*")

#: The number of a further page as a link of its own: 2, [2].
PAGE_NUMBER = re.compile(r"\s*\[?\s*([2-9]|[1-9]\d{1,3})\s*\]?\s*")

#: What a pager says where there is only one page: 共1页, 1/1.
ONE_PAGE = re.compile(r"共\s*[01]\s*页|(?<!\d)1\s*/\s*1(?!\d)")

NUMBER = re.compile(r"(\d+)")


def pages_linked(links: Sequence[Link], here: str, *, is_first: bool, words: str) -> list[str] | None:
    """Returns the addresses of further pages that the pager of the list page at `here` knows of; None where it cannot be followed.

    A 下一页 that leads on is enough: its page has the next one. A 尾页 without it is not, the pages between are found by the numbers
    beside it. On the last page both lead nowhere; on the first they may only where its `words` say that there is no other.
    """
    onward = [url for text, url in links if NEXT.fullmatch(text)]
    last = [url for text, url in links if LAST.fullmatch(text)]
    numbered = [(int(number[1]), url) for text, url in links if url and (number := PAGE_NUMBER.fullmatch(text))]
    if not onward and not last:  # in the list's own folder: numbers also stand in calendars
        return [url for _, url in numbered if url.rpartition("/")[0] == here.rpartition("/")[0]]
    if any(onward) or not is_first:
        return [url for url in (*onward, *last) if url]
    if any(last):
        return _pages_up_to(next(url for url in last if url), numbered)
    return [] if ONE_PAGE.search(words) else None


def _pages_up_to(last: str, numbered: Sequence[tuple[int, str]]) -> list[str] | None:
    """Returns the addresses of page 2 to the last; None where the numbered links do not show which number in them counts, and from where.

    list_9.html with 2 at list_1.html counts from zero, ?page=9 with 2 at ?page=2 from one.
    """
    if [url for _, url in numbered] == [last]:
        return [last]
    for page, url in numbered:
        parts, others = NUMBER.split(last), NUMBER.split(url)
        differing = [place for place in range(len(parts)) if parts[place] != others[place]] if len(parts) == len(others) else []
        if len(differing) == 1 and differing[0] % 2:  # the numbers are the odd parts
            (place,) = differing
            first, end = int(others[place]) - page + 2, int(parts[place])
            pages = ["".join([*parts[:place], str(number), *parts[place + 1 :]]) for number in range(first, min(end, first + 999) + 1)]
            return pages if {url for _, url in numbered} <= set(pages) else None
    return None
