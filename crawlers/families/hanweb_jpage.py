"""Hanweb (大汉) jpage: a list's rows are records of XML, the first of them inside its HTML page, the others from dataproxy.jsp."""

from __future__ import annotations

import re
from math import ceil

from scrapy.http import TextResponse

from crawlers.families.answers import UnexpectedAnswerError, excerpt, form, markup
from crawlers.families.listing import Listing
from crawlers.families.markup import Row, followable, rows_of
from crawlers.families.pager import further_pages

#: How the list's script says how to go on, where the answers do not:
#: totalRecord:53,proxyUrl:'/module/jpage/dataproxy.jsp',perPage:15,ajaxParam:{col:1,appid:1,webid:2,path:'/',columnid:818,…}
TOTAL = re.compile(r"\btotalRecord\s*:\s*'?(\d{1,7})")
PROXY = re.compile(r"\bproxyUrl\s*:\s*['\"]([^'\"]+/dataproxy\.jsp)['\"]")
PER_PAGE = re.compile(r"\bperPage\s*:\s*'?([1-9]\d{0,3})\b")
FORM = re.compile(r"\bajaxParam\s*:\s*\{([^{}]*)\}")
FIELD = re.compile(r"['\"]?(\w+)['\"]?\s*:\s*(?:'([^']*)'|\"([^\"]*)\"|(\d+))")


class HanwebJpage(Listing):
    """Zhejiang, Jiangsu, Jiangxi, Shandong: /col/colNNN/index.html, articles /art/YYYY/M/D/art_NNN_NNN.html.

    Two generations of dataproxy.jsp: one is asked for records by number, with the form the page's script holds; the other names its next
    address itself (`nextgroup`).
    """

    signs = (
        ("articles named art_COLUMN_N", re.compile(r"/art/20\d\d/\d{1,2}/\d{1,2}/art_\d+_\d+\.html\b")),
        ("columns named /col/colN", re.compile(r"/col/col\d+/")),
        ("records in a <datastore>", re.compile(r"<datastore>")),
        ("dataproxy.jsp", re.compile(r"/jpage/dataproxy\.jsp\b")),
    )

    def rows(self, response: TextResponse) -> list[Row]:
        found: dict[str, Row] = {}
        for record in _cdata(_datastore(response), "record"):
            linked = [row for row in rows_of(markup(response, f"<div>{record}</div>")) if row.title]
            if len({row.url for row in linked}) != 1:
                raise UnexpectedAnswerError(f"expected records with one article each, found {excerpt(record)}")
            found.setdefault(linked[0].url, linked[0])
        return list(found.values())

    def other_pages(self, response: TextResponse) -> list[str] | None:
        datastore = _datastore(response)
        if "<nextgroup>" in datastore:
            links = [link for group in _cdata(datastore, "nextgroup") for link in markup(response, group).css("a::attr(href)").getall()]
            return [address for link in links if (address := followable(response, link))]
        if "startrecord=" in response.url:
            return []
        return _further_records(response, len(_cdata(datastore, "record")))


def _further_records(response: TextResponse, shown: int) -> list[str] | None:
    """Returns the addresses of the records after those the page shows, as many at a time; None where its script does not say how."""
    said = [pattern.findall(response.text) for pattern in (TOTAL, PROXY, PER_PAGE, FORM)]
    if any(len(found) != 1 for found in said):
        return None
    (total,), (proxy,), (per_page,), (fields,) = said
    if not shown:
        return []
    posted = form({name: single or double or number for name, single, double, number in FIELD.findall(fields)})
    return [
        f"{response.urljoin(proxy)}?startrecord={shown * (page - 1) + 1}&endrecord={shown * page}&perpage={per_page}#{posted}"
        for page in further_pages(ceil(int(total) / shown))
    ]


def _datastore(response: TextResponse) -> str:
    """Returns what the one `datastore` of a page or an answer holds."""
    _, *stores = response.text.split("<datastore>")
    if len(stores) != 1 or "</datastore>" not in stores[0]:
        raise UnexpectedAnswerError(f"expected one whole <datastore>, found {len(stores)} in {excerpt(response.text)}")
    return stores[0].partition("</datastore>")[0]


def _cdata(datastore: str, element: str) -> list[str]:
    """Returns the texts of the elements of that name, each of which is one CDATA section or empty."""
    texts = []
    for piece in datastore.split(f"<{element}>")[1:]:
        text, closed, _ = piece.partition(f"</{element}>")
        text = text.strip()
        if not closed or (text and not (text.startswith("<![CDATA[") and text.endswith("]]>"))):
            raise UnexpectedAnswerError(f"expected <{element}> with one CDATA section, found {excerpt(piece)}")
        if text:
            texts.append(text.removeprefix("<![CDATA[").removesuffix("]]>"))
    return texts
