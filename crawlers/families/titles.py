"""What a page calls itself, for pages that no list row has named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrapy.http import TextResponse

from crawlers.families.markup import text_of

#: What a <title> puts between the article, the column and the site: 年度报告_政府信息公开_长春市人民政府, 年度报告--长春市人民政府.
SEPARATOR = re.compile(r"\s*(?:[_|｜]|-{1,3}|—+|>+|»)\s*")
EMPTY = ("", "null", "undefined", "none", "无")


def meta_of(response: TextResponse) -> dict[str, str]:
    """Returns a page's meta tags by name in lower case, those that say nothing left out; the first of several stands."""
    found: dict[str, str] = {}
    for tag in response.selector.root.iter("meta"):
        name, content = (tag.get("name") or "").strip().lower(), " ".join((tag.get("content") or "").split())
        if name and content.lower() not in EMPTY:
            found.setdefault(name, content)
    return found


def titles_of(response: TextResponse) -> Iterator[str]:
    """Yields what a page calls itself: its ArticleTitle, the parts of its <title>, its headings."""
    yield from filter(None, (meta_of(response).get("articletitle"),))
    root = response.selector.root
    for title in root.iter("title"):
        yield text_of(title)
        yield from filter(None, SEPARATOR.split(text_of(title)))
    for heading in root.iter("h1", "h2", "h3"):
        yield text_of(heading)
