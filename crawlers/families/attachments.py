"""What belongs to a report page: its documents, and where its text is when it is not in the page: a viewer, a frame, pictures, a script.

A page's own text decides how far to look: on a page that says as much as a report, a frame or a picture is decoration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from scrapy.http import TextResponse

from crawlers import guards
from crawlers.annual_report import report_year
from crawlers.families.markup import Row, as_asked, documents_of, followable, in_its_charset

#: What stands in the bytes of a page that leads to any document, so that the others need not be taken apart.
LEADS_ON = re.compile(rb"\.(?:docx?|xlsx?|pdf)\b", re.IGNORECASE)

#: What a link to an attachment says; a document in the page's own folder (./P020180315.doc) needs to say nothing.
ATTACHED = re.compile(r"附件|附表|下载|年报|年度报告|工作报告|统计表|情况表")

#: /pdfjs/web/viewer.html?file=/u/2017.pdf: a viewer is told its document in its address.
VIEWED = re.compile(r"[=#](?P<document>[^=&#]+\.(?:docx?|xlsx?|pdf))(?:[&#?]|$)", re.IGNORECASE)
#: var url = "./P020180315.pdf": a document that a script of the page opens.
IN_SCRIPT = re.compile(r"[\"'](?P<document>[^\"'<>\s]{1,300}\.(?:docx?|xlsx?|pdf))[\"']", re.IGNORECASE)
#: W020180315_1.jpg, 180315091212345.png, 9f86d081884c7d659a2feaa0c55ad015.jpg: named by its upload, and not by a designer, as logo.png.
UPLOADED = re.compile(r"(?:\d{8,}|[0-9a-f]{32})\w*\.\w+$", re.IGNORECASE)

#: An element of lxml, which has no types.
Element = Any


def attachments_of(response: TextResponse, listed_title: str | None, hosts: tuple[str, ...]) -> tuple[list[Row], list[Row]]:
    """Returns what a report page leads to, each address once: its attachments, and the documents that are not its own.

    The title of an attachment is empty where the page shows it instead of linking it.
    """
    says_little = guards.has_little_prose(response.body)
    if not says_little and not LEADS_ON.search(response.body):
        return [], []
    response = in_its_charset(response)
    shown = (Row(url, "") for url in (*_viewed(response), *(_instead_of_text(response) if says_little else ())))
    found: dict[str, Row] = {}
    for row in map(as_asked, (*documents_of(response), *shown)):
        found.setdefault(row.url, row)
    own: list[Row] = []
    others: list[Row] = []
    for row in found.values():
        is_own = row.url != response.url and is_own_document(row, listed_title, response.url) and not guards.off_portal(row.url, hosts)
        (own if is_own else others).append(row)
    return own, others


def is_own_document(document: Row, listed_title: str | None, page_url: str) -> bool:
    """Returns whether a document linked on a report page is an attachment of that report, and not of the page around it.

    The page around it links application forms, guides and other years' reports; one of those read as an attachment would put another
    year's figures into this report.
    """
    years = report_year(listed_title or ""), report_year(document.title)
    if None not in years and years[0] != years[1]:
        return False
    embedded = not document.title
    return _is_in_folder(document.url, page_url) or embedded or bool(ATTACHED.search(document.title))


def _viewed(response: TextResponse) -> Iterator[str]:
    """Yields the documents that the viewers of a page are told to show."""
    for frame in response.selector.root.iter("iframe", "frame", "embed"):
        address = unquote(frame.get("src") or "")
        if (shown := VIEWED.search(address)) and (url := followable(response, shown["document"])):
            yield url


def _instead_of_text(response: TextResponse) -> Iterator[str]:
    """Yields where the text may be of a page that has none: frames, pictures of it, documents and scripts of its own that scripts name."""
    root = response.selector.root
    for frame in root.iter("iframe", "frame"):
        address = frame.get("src") or ""
        if not VIEWED.search(unquote(address)) and (url := followable(response, address)):
            yield url
    for picture in root.iter("img"):
        if (url := followable(response, picture.get("src") or "")) and _is_of_the_text(picture, url, response.url):
            yield url
    for script in root.iter("script"):
        if (url := followable(response, script.get("src") or "")) and _is_in_folder(url, response.url):
            yield url
        for named in IN_SCRIPT.finditer(script.text or ""):
            if url := followable(response, named["document"].replace("\\/", "/")):
                yield url


def _is_of_the_text(picture: Element, url: str, page_url: str) -> bool:
    """Returns whether a picture is one of the article's: from its folder or uploaded, and not as small as a mark."""
    sides = [int(side) for name in ("width", "height") if (side := picture.get(name) or "").isascii() and side.isdecimal()]
    named_by_upload = bool(UPLOADED.search(urlsplit(url).path))
    return guards.is_image(url) and not any(side < 200 for side in sides) and (named_by_upload or _is_in_folder(url, page_url))


def _is_in_folder(url: str, page_url: str) -> bool:
    return url.startswith(page_url.partition("?")[0].rpartition("/")[0] + "/")
