"""TRS WCM, static pages: `index.html`, then `index_1.html` to `index_{n-1}.html`; the pager is a script."""

from __future__ import annotations

import re

from scrapy.http import TextResponse

from crawlers.families.listing import Listing
from crawlers.families.pager import further_pages

#: var countPage=56 (Handan): the same number in the template's own script; the pages are named as the list's own, index_N.html.
COUNT_PAGE = re.compile(r"\bcountPage\s*=\s*(\d{1,5})\b")


class TrsStatic(Listing):
    """Changchun and its districts, Jilin, Baicheng, Tonghua, Shenyang, Fujian; Liaoning, whose articles have other addresses since 2020."""

    article_address = re.compile(
        r"/t20\d{6}_\d+\.s?html?$"  # /201803/t20180315_407537.html
        r"|/(?:[0-9A-F]{32}|\d{6,20})/index\.shtml$",  # /BFEE58FB76EF459E980A459CE5F25160/index.shtml, /2025020510204834948/index.shtml
        re.IGNORECASE,
    )

    signs = (
        ("articles named tYYYYMMDD_N", re.compile(r"/t20\d{6}_\d+\.s?html?\b")),
        ("articles in folders named by a number, NUMBER/index.shtml", re.compile(r"/(?:[0-9A-F]{32}|\d{6,20})/index\.shtml\b")),
        ("createPageHTML(n, …) in a script", re.compile(r"\bcreatePageHTML\(\s*\d")),
        ("countPage in a script", COUNT_PAGE),
    )

    def other_pages(self, response: TextResponse) -> list[str] | None:
        counts = set(COUNT_PAGE.findall(response.text))
        if len(counts) == 1:
            end = "shtml" if response.url.endswith(".shtml") else "htm" if response.url.endswith(".htm") else "html"
            return [response.urljoin(f"index_{page - 1}.{end}") for page in further_pages(int(counts.pop()))]
        return super().other_pages(response)
