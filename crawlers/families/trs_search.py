"""TRS 集约化, the platform provinces share: the first page of a list is static, the further ones are posted for at a search interface."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import ceil
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urldefrag, urlsplit

from scrapy.http import TextResponse

from crawlers.families.answers import UnexpectedAnswerError, day_of, excerpt, form, json_object, member, members
from crawlers.families.listing import Listing
from crawlers.families.markup import Row, followable
from crawlers.families.pager import further_pages
from crawlers.families.trs_static import TrsStatic
from crawlers.middlewares import answered_url

#: What a list's script says it posts, as at Pingtan (2026-03): searchId: 200210, / classsql: "" || "chnlid=1813", /
#: sortfield: "-docorderpri,-docreltime", / prepage: 10, recordCount: '20'. The channel is the site's searchId or stands there itself.
SCRIPT = {
    "channelid": re.compile(r"\b(?:searchId|channelid)\s*:\s*['\"]?(\d+)"),
    "classsql": re.compile(r"\bclasssql\s*:\s*(?:\"\"\s*\|\|\s*)?['\"](chnlid=\d+)['\"]"),
    "sortfield": re.compile(r"\bsortfield\s*:\s*['\"]([-\w,]+)['\"]"),
    "prepage": re.compile(r"\bprepage\s*:\s*['\"]?([1-9]\d{0,3})\b"),
    "recordCount": re.compile(r"\brecordCount\s*:\s*['\"]?(\d{1,6})\b"),
}


class TrsSearch(Listing):
    """Fujian. An answer has `data` (`doctitle`, `chnldocurl` or `docpuburl`, `docreltime`) and `pageCount`, which counts from one."""

    article_address = TrsStatic.article_address
    signs = (
        ("a list that is searched for by its channel (classsql)", SCRIPT["classsql"]),
        ("trsapi among the scripts", re.compile(r"\btrsapi\b")),
        ("its page size in a script (prepage)", SCRIPT["prepage"]),
    )
    #: Where the portal's lists post for their further pages.
    search_path: ClassVar[str] = "/fjdzapp/search"

    def rows(self, response: TextResponse) -> list[Row]:
        if not self._is_answer(response):
            return super().rows(response)
        return [_row(response, article) for article in members(json_object(response), "data")]

    def other_pages(self, response: TextResponse) -> list[str] | None:
        if self._is_answer(response):
            asked = dict(parse_qsl(urldefrag(answered_url(response)).fragment))
            return self._pages(response, asked, member(json_object(response), "pageCount", int))
        said = {name: _only(name, pattern.findall(response.text)) for name, pattern in SCRIPT.items()}
        pages = ceil(int(said.pop("recordCount")) / int(said["prepage"]))
        return self._pages(response, said, pages)

    def _is_answer(self, response: TextResponse) -> bool:
        return urlsplit(response.url).path == self.search_path

    def _pages(self, response: TextResponse, fields: dict[str, str], pages: int) -> list[str]:
        """Returns the addresses of all pages but the first, each with the form to post."""
        address = response.urljoin(self.search_path)
        return [f"{address}#{form(fields | {'page': str(page)})}" for page in further_pages(pages)]


def _only(name: str, found: list[str]) -> str:
    if len(set(found)) != 1:
        raise UnexpectedAnswerError(f"expected one {name} in the list's script, found {', '.join(found) or 'none'}")
    return found[0]


def _row(response: TextResponse, article: Mapping[str, Any]) -> Row:
    said = article.get("chnldocurl") or article.get("docpuburl")
    address = followable(response, said) if isinstance(said, str) else None
    if address is None:
        raise UnexpectedAnswerError(f"expected chnldocurl or docpuburl, found {excerpt(str(article))}")
    return Row(address, " ".join(member(article, "doctitle", str).split()), day_of(article.get("docreltime")))
