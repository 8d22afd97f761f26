"""The five portals: their facts, and how a text becomes one of their pages.

The markup of each stands in `templates/`, cut into named parts; what is here fills the parts. A template's `{{name}}` takes the value of
that name and nothing else.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from html import escape
from html.parser import HTMLParser
from itertools import groupby
from math import ceil
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin, urlsplit

from crawlers.replica.documents import Document, documents
from crawlers.replica.site import Page, Site, Validator
from crawlers.replica.word import word_head, word_runs

TEMPLATES = Path(__file__).parent / "templates"
PART = re.compile(r"^<!--= (\w+) =-->\n", re.MULTILINE)
SLOT = re.compile(r"\{\{(\w+)\}\}")

BOTH: frozenset[Validator] = frozenset(("ETag", "Last-Modified"))
DATE_ONLY: frozenset[Validator] = frozenset(("Last-Modified",))
NONE: frozenset[Validator] = frozenset()

#: When the navigation, the images and robots.txt were last touched.
BUILT = datetime(2015, 6, 1, tzinfo=UTC)
#: One transparent pixel stands for every image.
PIXEL = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")
RESOURCES = {".gif": ("image/gif", PIXEL), ".jpg": ("image/gif", PIXEL), ".png": ("image/gif", PIXEL)} | {
    ".css": ("text/css", b""),
    ".js": ("application/javascript", b""),
}


@dataclass(frozen=True, slots=True)
class Portal:
    """The facts of one portal.

    `charset` is what its bytes are in, `meta_charset` what its pages say, `content_type` what its server says. `second_page` is the
    number in the address of the second page of a list: 1 where the system counts from zero. `inline` writes the text of a paragraph.
    Empty `robots` is none: the address is not found.
    """

    name: str
    hosts: tuple[str, ...]
    site: str
    column: str
    folder: str
    index: str
    second_page: int
    rows_per_page: int
    template: str
    charset: Literal["utf-8", "gb18030"]
    meta_charset: str
    content_type: str
    validators: frozenset[Validator]
    inline: Callable[[str], str] = escape
    before_text: str = ""
    robots: bytes = b"User-agent: *\nDisallow: /was5/\nDisallow: /govsearch/\nDisallow: /jrobotfront/\n"


PORTALS = (
    Portal(
        name="ccszf",
        hosts=("zwgk.changchun.gov.cn", "js.changchun.gov.cn"),
        site="长春市人民政府",
        column="政府信息公开年度报告",
        folder="/ccsrmzfndbg/",
        index="index.html",
        second_page=1,
        rows_per_page=4,
        template="changchun",
        charset="utf-8",
        meta_charset="utf-8",
        content_type="text/html",
        validators=BOTH,
    ),
    Portal(
        name="jlzwgk",
        hosts=("xxgk.jlcity.gov.cn",),
        site="吉林市人民政府",
        column="信息公开年度报告",
        folder="/szf/ndbg/",
        index="index.html",
        second_page=1,
        rows_per_page=4,
        template="jilin",
        charset="utf-8",
        meta_charset="gb2312",  # a template kept from before the move to UTF-8: here the header is right
        content_type="text/html; charset=utf-8",
        validators=DATE_ONLY,
    ),
    Portal(
        name="qikai",
        hosts=("zwgk.changchun.gov.cn",),
        site="长春汽车经济技术开发区",
        column="政府信息公开年度报告",
        folder="/qk/qkqgwhndbg/",
        index="index.html",
        second_page=1,
        rows_per_page=4,
        template="changchun",
        charset="gb18030",
        meta_charset="gb2312",
        content_type="text/html; charset=utf-8",  # the server's default for every file it has: here the meta tag is right
        validators=BOTH,
    ),
    Portal(
        name="chaoyang",
        hosts=("www.ln.gov.cn",),
        site="辽宁省人民政府",
        column="各市工作年度报告",
        folder="/web/zwgkx/zfxxgk1/2010zfxxgk_148535/2010zfxxgk_120736/shizfgzbg/",
        index="index.shtml",
        second_page=1,
        rows_per_page=4,
        template="liaoning",
        charset="gb18030",  # declared gb2312, and 〇 镕 䶮 are beyond it
        meta_charset="gb2312",
        content_type="text/html",
        validators=NONE,
        robots=b"",
    ),
    Portal(
        name="tongjiang",
        hosts=("www.tongjiang.gov.cn",),
        site="同江市人民政府",
        column="政府信息公开年报",
        folder="/tjs/c100017/",
        index="zfxxgknb.shtml",
        second_page=2,
        rows_per_page=3,
        template="tongjiang",
        charset="utf-8",
        meta_charset="utf-8",
        content_type="text/html;charset=UTF-8",
        validators=BOTH,
        inline=word_runs,
        before_text=word_head(),
    ),
)


@cache
def replica_site() -> Site:
    """Returns the five portals with all their pages."""
    return site_of(documents())


def site_of(texts: Iterable[Document], portals: Sequence[Portal] = PORTALS) -> Site:
    """Returns the portals with these texts: articles, list pages over them, and whatever their pages link to on the same hosts."""
    texts = tuple(texts)
    pages: dict[str, Page] = {}
    for portal in portals:
        own = sorted((text for text in texts if text.portal == portal.name), key=lambda text: text.modified, reverse=True)
        for host in portal.hosts:
            column = {f"http://{host}{path}": page for path, page in (*_articles(portal, own), *_lists(portal, own))}
            pages = _linked(portal, host, column) | pages | column
    return Site(pages)


def _articles(portal: Portal, texts: Sequence[Document]) -> Iterator[tuple[str, Page]]:
    return ((text.address, _article(portal, text)) for text in texts)


def _article(portal: Portal, text: Document) -> Page:
    slots = {
        "title": escape(text.title),
        "heading": "<br>".join(map(escape, text.heading)),
        "published": text.published,
        "year": str(text.year or text.modified.year),
        "column": portal.column,
        "list": portal.folder + portal.index,
        "body": portal.before_text + "\n".join(_body(portal, text.paragraphs)),
    }
    return _page(portal, "article", slots, meta=_fill(portal, "meta", slots), figures=f"figures {text.figures}", modified=text.modified)


def _body(portal: Portal, paragraphs: Sequence[str]) -> Iterator[str]:
    for is_table, lines in groupby(paragraphs, key=lambda line: line.startswith("|")):
        if is_table:
            yield _table(portal, lines)
        else:
            yield from (_paragraph(portal, line) for line in lines)


def _paragraph(portal: Portal, line: str) -> str:
    if line.startswith("! "):
        return _fill(portal, "image", {"src": line.removeprefix("! ")})
    if line.startswith("# "):
        return _fill(portal, "heading", {"text": portal.inline(line.removeprefix("# "))})
    return _fill(portal, "paragraph", {"text": portal.inline(line)})


def _table(portal: Portal, lines: Iterable[str]) -> str:
    rows = [[portal.inline(cell.strip()) for cell in line.strip("| ").split(" | ")] for line in lines]
    width = max(map(len, rows))
    return (
        '<table border="1" cellspacing="0" cellpadding="0" width="568"><tbody>\n'
        + "\n".join(_row(row, width) for row in rows)
        + "\n</tbody></table>"
    )


def _row(cells: Sequence[str], width: int) -> str:
    span = f' colspan="{width}"' if len(cells) == 1 else ""
    return (
        "<tr>"
        + "".join(f'<td{span} valign="center"><p><span style="font-family:仿宋_GB2312">{cell}</span></p></td>' for cell in cells)
        + "</tr>"
    )


def _lists(portal: Portal, texts: Sequence[Document]) -> Iterator[tuple[str, Page]]:
    count = max(1, ceil(len(texts) / portal.rows_per_page))
    paths = [portal.folder + _list_name(portal, number) for number in range(count)]
    for number, path in enumerate(paths):
        shown = texts[number * portal.rows_per_page : (number + 1) * portal.rows_per_page]
        slots = {
            "column": portal.column,
            "rows": "\n".join(_list_row(portal, text) for text in shown),
            "pages": str(count),
            "current": str(number),
            "first": paths[0],
            "previous": paths[max(number - 1, 0)],
            "next": paths[min(number + 1, count - 1)],
            "last": paths[-1],
        }
        newest = max((text.modified for text in texts), default=BUILT)
        yield path, _page(portal, "list", slots | {"title": portal.column}, meta="", figures="a list", modified=newest)


def _list_name(portal: Portal, number: int) -> str:
    if number == 0:
        return portal.index
    stem, extension = posixpath.splitext(portal.index)
    return f"{stem}_{portal.second_page + number - 1}{extension}"


def _list_row(portal: Portal, text: Document) -> str:
    short = text.title if len(text.title) <= 22 else text.title[:20] + "..."
    slots = {
        "address": text.address,
        "href": posixpath.relpath(text.address, portal.folder),
        "title": escape(text.title),
        "short_title": escape(short),
        "published": text.published,
    }
    return _fill(portal, "row", slots)


def _linked(portal: Portal, host: str, column: dict[str, Page]) -> dict[str, Page]:
    """Returns robots.txt, the home page, and what else the column's pages name on their host: navigation, styles, images."""
    stub = _page(portal, "stub", {"title": portal.site, "column": portal.column}, meta="", figures="no report", modified=BUILT)
    named = {link for address, page in column.items() for link in _links(address, page)} | {f"http://{host}/"}
    linked = {link: _resource(link, portal) or stub for link in sorted(named - column.keys()) if urlsplit(link).netloc == host}
    if portal.robots:
        linked[f"http://{host}/robots.txt"] = Page(portal.robots, "text/plain", BUILT, validators=portal.validators)
    return linked


def _resource(address: str, portal: Portal) -> Page | None:
    known = RESOURCES.get(posixpath.splitext(urlsplit(address).path)[1])
    return Page(known[1], known[0], BUILT, validators=portal.validators) if known else None


def _links(address: str, page: Page) -> set[str]:
    finder = _LinkFinder()
    finder.feed(page.body.decode(page.charset))
    return {urljoin(address, link) for link in finder.links if not link.startswith(("javascript:", "#"))}


class _LinkFinder(HTMLParser):
    """Collects what a page links to and loads."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links |= {value for name, value in attrs if name in ("href", "src") and value}


def _page(portal: Portal, part: str, slots: dict[str, str], *, meta: str, figures: str, modified: datetime) -> Page:
    frame = slots | {
        "site": portal.site,
        "declared": portal.meta_charset,
        "meta": meta,
        "figures": figures,
        "content": _fill(portal, part, slots),
    }
    return Page(
        body=_fill(portal, "frame", frame).encode(portal.charset),
        content_type=portal.content_type,
        modified=modified,
        charset=portal.charset,
        validators=portal.validators,
    )


def _fill(portal: Portal, part: str, slots: dict[str, str]) -> str:
    return SLOT.sub(lambda slot: slots[slot[1]], _parts(portal.template)[part])


@cache
def _parts(template: str) -> dict[str, str]:
    _, *pieces = PART.split((TEMPLATES / f"{template}.html").read_text(encoding="utf-8"))
    return {name: text.rstrip("\n") for name, text in zip(pieces[::2], pieces[1::2], strict=True)}
