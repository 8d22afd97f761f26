"""TRS WCM, static pages: `index.html`, then `index_1.html` to `index_{n-1}.html`; the pager is written by a script."""

from __future__ import annotations

import re

from scrapy.http import TextResponse

from crawlers.families.listing import Listing, further_pages

#: createPageHTML(3, 0, "index", "html"): three pages, the first is shown.
CREATE_PAGE = re.compile(
    r"createPageHTML\(\s*(?P<pages>\d{1,5})\s*,\s*\d+\s*,"
    r"\s*[\"'](?P<name>\w+)[\"']\s*,\s*[\"'](?P<end>s?html?)[\"']"
)

#: var countPage=56 (Handan): the same number in the template's own script; the pages are named as the list's own, index_N.html.
COUNT_PAGE = re.compile(r"\bcountPage\s*=\s*(?P<pages>\d{1,5})\b")


class TrsStatic(Listing):
    """Changchun and its districts, Jilin, Baicheng, Tonghua, Shenyang, Fujian; Liaoning, whose articles have other addresses since 2020."""

    article_address = re.compile(
        r"/t20\d{6}_\d+\.s?html?$"  # /201803/t20180315_407537.html
        r"|/(?:[0-9A-F]{32}|\d{6,20})/index\.shtml$",  # /BFEE58FB76EF459E980A459CE5F25160/index.shtml, /2025020510204834948/index.shtml
        re.IGNORECASE,
    )

    def other_pages(self, response: TextResponse) -> list[str] | None:
        if script := CREATE_PAGE.search(response.text):
            return [response.urljoin(f"{script['name']}_{page - 1}.{script['end']}") for page in further_pages(int(script["pages"]))]
        if script := COUNT_PAGE.search(response.text):
            end = "shtml" if response.url.endswith(".shtml") else "htm" if response.url.endswith(".htm") else "html"
            return [response.urljoin(f"index_{page - 1}.{end}") for page in further_pages(int(script["pages"]))]
        return super().other_pages(response)
