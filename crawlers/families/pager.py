"""How a list goes on: what the pager of its page says, by links or by a script. Pure functions; no spider in here, and no page."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: A link of a page: what it says, and where it leads; None where it leads nowhere.
Link = tuple[str, str | None]

#: No list of one body's annual reports is longer; more is a pager without an end.
MOST_LIST_PAGES = 200

#: createPageHTML(3, 0, "index", "html"), TRS: index.html, index_1.html, index_2.html. With the place of the pager before it,
#: createPageHTML('page_div',3, 1,'list','shtml',41), Jiangsu, Hunan, Hainan: list.shtml, list_2.shtml, list_3.shtml.
CREATE_PAGE = re.compile(
    r"createPageHTML\(\s*(?P<place>[\"'][^\"'()]{1,40}[\"']\s*,\s*)?(?P<pages>\d{1,5})\s*,\s*\d+\s*,"
    r"\s*[\"'](?P<name>[\w-]+)[\"']\s*,\s*[\"'](?P<end>s?html?)[\"']"
)

#: A script or a notice that counts pages, without links to them: totalPage = 5, pageCount: '5', 共5页.
PAGES_COUNTED = re.compile(r"\b(?:totalPages?|pageCount|countPage)\s*[:=]\s*['\"]?(\d{1,6})\b|共\s*(\d{1,6})\s*页")

#: 首页 and 上一页 lead back.
NEXT = re.compile(r"[\s>»]*(?:下一页|下页|后一页)[\s>»]*")
LAST = re.compile(r"[\s>»]*(?:尾页|末页|最后一页)[\s>»]*")

#: The number of a further page as a link of its own: 2, [2].
PAGE_NUMBER = re.compile(r"\s*\[?\s*([2-9]|[1-9]\d{1,3})\s*\]?\s*")

#: What a pager says where there is only one page: 共1页, 1/1.
ONE_PAGE = re.compile(r"共\s*[01]\s*页|(?<!\d)1\s*/\s*1(?!\d)")

NUMBER = re.compile(r"(\d+)")


def further_pages(count: int) -> range:
    """Returns the numbers of a list's pages but the first; of a count beyond belief one more than are asked for, so that it is told."""
    return range(2, min(count, MOST_LIST_PAGES + 1) + 1)


def pages_scripted(markup: str) -> list[list[str]]:
    """Returns the names of the further pages of each list on a page whose pager is a createPageHTML; as a rule there is one list."""
    calls = {(call["place"] is None, int(call["pages"]), call["name"], call["end"]): None for call in CREATE_PAGE.finditer(markup)}
    return [[f"{name}_{page - from_zero}.{end}" for page in further_pages(count)] for from_zero, count, name, end in calls]


def pages_linked(links: Sequence[Link], here: str, *, is_first: bool, words: str) -> list[str] | None:
    """Returns the addresses of further pages that the pager of the list page at `here` knows of; None where it cannot be followed.

    A 下一页 that leads on is enough: its page has the next one. A 尾页 without it is not, the pages between are found by the numbers
    beside it. On the last page both lead nowhere; on the first they may only where its `words` (scripts and all) say that there is no
    other. Words that count several pages without a link to any are a pager that cannot be followed.
    """
    onward = [url for text, url in links if NEXT.fullmatch(text)]
    last = [url for text, url in links if LAST.fullmatch(text)]
    numbered = [(int(number[1]), url) for text, url in links if url and (number := PAGE_NUMBER.fullmatch(text))]
    if not onward and not last:  # in the list's own folder: numbers also stand in calendars
        pages = [url for _, url in numbered if url.rpartition("/")[0] == here.rpartition("/")[0]]
        is_counted = is_first and any(int(count) > 1 for counts in PAGES_COUNTED.findall(words) for count in filter(None, counts))
        return None if is_counted and not pages else pages
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
            pages = [
                "".join([*parts[:place], str(number), *parts[place + 1 :]])
                for number in range(first, min(end, first + MOST_LIST_PAGES) + 1)
            ]
            return pages if {url for _, url in numbered} <= set(pages) else None
    return None
