"""What a page of links says, whatever the CMS: its rows with their titles and dates, its documents. No spider in here, only pages."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from urllib.parse import urldefrag, urljoin

from scrapy.http import HtmlResponse, TextResponse
from scrapy.utils.response import get_base_url
from w3lib.url import safe_url_string

from crawlers import guards

#: 2018-03-15, 2018/3/15, 2018.03.15, 2018年3月15日, also as [2018-03-15] and with line breaks round it.
ROW_DATE = re.compile(r"(?<!\d)(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")

#: The rest of an address below the list's: 2025j/ (Changchun's 净月), 2025n/bmdw/index.html (Gansu's 平川), 2018/. Not 201803/, a month.
YEAR_COLUMN = re.compile(r"20\d\d(?!\d)[^/]{0,3}/(?:[^/]+/)?(?:index\.s?html?)?")

#: How far up from its link a row reaches: a, td, tr, at most a wrapper or two.
ROW_DEPTH = 4

#: Where a page keeps its documents: links, and the frames viewers show them in; element and the attribute with the address.
DOCUMENT_PLACES = {"a": "href", "iframe": "src", "embed": "src", "object": "data"}

#: javascript:void(0), mailto:, data: and the like; http://… and //host/… lead somewhere.
OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)

#: An element of lxml, which has no types.
Element = Any


@dataclass(frozen=True, slots=True)
class Row:
    """A link of a page: where it leads, its title, and the date (ISO) beside it, if there is one.

    The title is empty for what is shown in a frame or linked by a picture.
    """

    url: str
    title: str
    date: str | None = None


def rows_of(response: TextResponse) -> Iterator[Row]:
    """Yields every link of a page as a row, with the date that stands beside it and belongs to no other link.

    Beside it: in the largest element around the link, up to ROW_DEPTH levels, that holds no link to another address. Linear in the page.
    """
    links = [(link, url) for link in response.selector.root.iter("a") if (url := followable(response, link.get("href") or ""))]
    around = {link: [parent for parent, _ in zip(link.iterancestors(), range(ROW_DEPTH), strict=False)] for link, _ in links}
    neighbours = Counter(parent for parent, _ in {(parent, url) for link, url in links for parent in around[link]})
    dates: dict[Element, str | None] = {}
    for link, url in links:
        own = link
        for parent in around[link]:
            if neighbours[parent] > 1 or parent.tag in ("body", "html"):
                break
            own = parent
        if own not in dates:  # one element may be around many links to the same address
            dates[own] = iso_date("".join(own.itertext()))
        yield Row(url, _title(link), dates[own])


def year_columns(response: TextResponse) -> list[str]:
    """Returns the addresses of the columns of single years below a list's own folder that its page links, each once."""
    folder = response.url.partition("?")[0].rpartition("/")[0] + "/"
    links = [followable(response, link.get("href") or "") for link in response.selector.root.iter("a")]
    return list(dict.fromkeys(url for url in links if url and url.startswith(folder) and YEAR_COLUMN.fullmatch(url, len(folder))))


def documents_of(response: TextResponse) -> list[Row]:
    """Returns the documents (.doc .docx .xls .xlsx .pdf) a page links or shows, each once, in the page's order."""
    found: dict[str, Row] = {}
    for place in response.selector.root.iter(*DOCUMENT_PLACES):
        address = place.get(DOCUMENT_PLACES[place.tag]) or ""
        if guards.is_document(address.strip()) and (url := followable(response, address)):
            title = text_of(place) if place.tag == "a" else ""
            found.setdefault(url, Row(url, title))
    return list(found.values())


def followable(response: TextResponse, address: str) -> str | None:
    """Returns the absolute address of a link without its fragment, None where it leads nowhere (javascript:, #, a broken address)."""
    address = address.strip()
    if not address or address.startswith("#") or OTHER_SCHEME.match(address):
        return None
    return _absolute(get_base_url(response), address)


@lru_cache(maxsize=1024)
def _absolute(base: str, address: str) -> str | None:
    """Joins an address to its page's; a page's links are gone through several times, and half of them are the same."""
    try:
        url = urldefrag(urljoin(base, address)).url
        safe_url_string(url)  # http://www.x.gov.cn:80a/ and half a surrogate pair raise here, and not when they are asked for
        return url
    except ValueError:
        return None


def as_asked(row: Row) -> Row:
    """Returns the row with its address as a request spells it, and so the archive: 年.pdf as %E5%B9%B4.pdf."""
    url = safe_url_string(row.url)
    return row if url == row.url else replace(row, url=url)


def in_its_charset(response: TextResponse) -> TextResponse:
    """Returns the response read as GB18030 where the charset it declares leaves more illegible characters (UTF-8 declared, GBK sent)."""
    illegible = response.text.count("\ufffd")
    if illegible and response.body.decode("gb18030", "replace").count("\ufffd") < illegible:
        return HtmlResponse(response.url, body=response.body, headers=response.headers, encoding="gb18030", request=response.request)
    return response


def text_of(element: Element) -> str:
    """Returns what an element says, in one line."""
    return " ".join("".join(element.itertext()).split())


def _title(link: Element) -> str:
    """Returns a link's title: its text, or its title attribute where the text is that one cut short (政府信息公开工作年…) or is missing."""
    text = text_of(link)
    whole = " ".join((link.get("title") or "").split())
    stem = text.rstrip(".…·")
    return whole if len(whole) > len(stem) and whole.startswith(stem) else text


def iso_date(text: str) -> str | None:
    """Returns the first day of the calendar a text names, as 2018-03-15; None where it names none."""
    for year, month, day in ROW_DATE.findall(text[:2000]):
        try:
            return datetime.date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return None
