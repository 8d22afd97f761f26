"""A saved web page to a document: title, the report's paragraphs and tables in order, what the page says of itself, and what was dropped.

Division of labour, measured over the saved pages (60 KB, two cores):

- The head is read by BeautifulSoup with html.parser, from its `<meta>` and `<title>` tags alone: 0.2 ms. Heads are written by hand, and it
  is the one parser that goes on reading behind a `<title>` or a comment that was never closed; lexbor and lxml then lose every tag behind
  it, and the whole body too. BeautifulSoup over a whole page would cost 10 ms (29 on a Word page).
- The body is read by lexbor (`extract.clean.markup`), from `<body>` on, so a broken head cannot swallow it.

No portal is known here: how the report is found is told in `extract.clean.body`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from bs4 import BeautifulSoup

from extract.clean.barred import with_tables
from extract.clean.body import Body, find_body
from extract.clean.lines import Lines, tidy
from extract.clean.markup import read_markup
from extract.clean.unwrap import unwrap
from extract.document import Document, assemble
from extract.records import Dropped, Source

#: A page whose report has fewer characters may keep it elsewhere: in an element shown by a script, or in a script's string.
FEW = 200

BODY = re.compile(r"<body[\s>]", re.IGNORECASE)
PAGE_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
#: The tags that describe the page; `broken` is a <meta> with a quotation mark too few, read up to its bracket.
HEAD_TAG = re.compile(
    r"""<meta\s(?:"[^"<]*"|'[^'<]*'|[^<>"'])*+>|(?P<broken><meta\s[^<>]*)>|<title[^<>]*>[^<]*(?:</title>)?""", re.IGNORECASE
)
#: Heads longer than this hold scripts and style sheets; the tags that describe the page come first.
LONGEST_HEAD = 300_000

#: What a <title> puts between the article, the column and the site: 年度报告_政府信息公开_长春市人民政府, 年度报告--长春市人民政府.
TITLE_SEPARATOR = re.compile(r"\s*(?:[_|｜]|-{1,3}|—+|>+|»)\s*")
#: How many times the text of what the page shows another reading must hold to be taken for it. Panels of tabs and accordions hide the rest
#: of a report whose first part is shown.
MORE_ELSEWHERE, MORE_BY_HIDDEN = 2.0, 1.4
#: Lines as long as this are not the same by chance.
LONG_ENOUGH = 12
EMPTY = {"", "null", "undefined", "none", "无", "无标题文档", "untitled document"}

#: Elements whose content browsers keep for scripts, and scripts themselves.
UNSHOWN = re.compile(r"<(textarea|template|noscript|script)\b[^<>]*>", re.IGNORECASE)
UNSHOWN_END = {name: re.compile(rf"</{name}", re.IGNORECASE) for name in ("textarea", "template", "noscript", "script")}

#: A document that a frame holds in an attribute of its own, and browsers show in its place: <iframe srcdoc="&lt;p&gt;2017年…">.
FRAMED = re.compile(r"""<iframe\b[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*?\bsrcdoc\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)

#: A string of a script that is markup or long: "<p>2017年…", '\u003cp\u003e…'. Both quotes, escapes skipped.
STRING = re.compile(r'"((?:[^"\\\n]|\\.){200,}+)"' + r"|'((?:[^'\\\n]|\\.){200,}+)'|`((?:[^`\\]|\\.){200,}+)`")
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))|%u([0-9a-fA-F]{4})", re.DOTALL)
IDEOGRAPHS = re.compile("[\u4e00-\u9fff]")


def read_html(markup: str, source: Source = Source()) -> Document:
    """Returns the document of a page; `source.listed_title` helps to find its title.

    `Document.page` holds meta tags under their names in lower case, the labels of page head and metadata grid (发布日期, 索引号),
    a date without label as `date`, the `breadcrumb`, and the title shown as `heading`. Raises Unreadable where the markup is hostile.
    """
    begin = BODY.search(markup)
    head = markup[: min(begin.start() if begin else len(markup), LONGEST_HEAD)]
    stated = _read_head(head)
    titles = [title for title in (stated.get("articletitle"), source.listed_title, stated.get("title")) if title and _says_something(title)]
    content = FRAMED.sub(_framed, markup[begin.start() :] if begin else markup)
    page = read_markup(content)
    body = find_body(page, titles)
    if body.size < FEW or sum(len(line.text) for line in page.lines if line.rule == "hidden") > body.size // 2:
        page, body = _elsewhere(content, titles, page, body)
    return assemble(
        unwrap(tuple(with_tables(body.lines))),
        title=_title(body, stated, source),
        page=stated | {label: value for label, value in _shown(body).items() if label not in stated},
        dropped=[Dropped(line.rule, line.text) for line in page.lines if line.rule],
        notes=page.notes,
        open_ended=PAGE_END.search(content) is None,
    )


def _framed(frame: re.Match[str]) -> str:
    """Returns the body of a frame's own document, in the place of the attribute that held it."""
    document = unescape(frame[1] or frame[2] or "")
    begin = BODY.search(document)
    emptied = frame[0][: frame.start(frame.lastindex or 0) - frame.start()] + frame[0][-1]
    return f"<div>{document[begin.start() :] if begin else document}</div>{emptied}"


def _read_head(head: str) -> dict[str, str]:
    """Returns the meta tags by name, in lower case, and the `title`; the first of several wins."""
    facts: dict[str, str] = {}
    tags = (tag["broken"] + '">' if tag["broken"] else tag[0] for tag in HEAD_TAG.finditer(head))
    soup = BeautifulSoup("".join(tags), "html.parser")
    for tag in soup.find_all("meta"):
        name, content = tag.get("name") or tag.get("property"), tag.get("content")
        if name and content:
            facts.setdefault(str(name).strip().lower(), tidy(str(content)))
    title = soup.find("title")
    if title is not None and (text := tidy(title.get_text())):
        facts["title"] = text
    return facts


def _shown(body: Body) -> dict[str, str]:
    """Returns what the page shows of itself around its text, by label."""
    return body.page | ({"heading": body.title} if body.title else {})


def _says_something(title: str) -> bool:
    return title.strip().lower() not in EMPTY


def _title(body: Body, stated: dict[str, str], source: Source) -> str | None:
    """Returns the title: the fuller of what the page states to machines and what it shows, else of its <title>, else of the list."""
    article = stated.get("articletitle", "")
    known = [title for title in (article, body.title) if title and _says_something(title)]
    if known:
        return max(known, key=lambda title: (len(_without_space(title)), title == article))
    pieces = [piece for piece in TITLE_SEPARATOR.split(stated.get("title", "")) if _says_something(piece)]
    named = [piece for piece in pieces if re.search("报告|年报|总结", piece)]
    return max(named, key=len) if named else source.listed_title or (pieces[0] if pieces else None)


def _without_space(text: str) -> str:
    return "".join(text.split())


# --- a report that the page does not show by itself ---------------------------------------------------------------------------------------


def _elsewhere(markup: str, titles: list[str], page: Lines, body: Body) -> tuple[Lines, Body]:
    """Looks for the report where a script would take it from: hidden elements, then strings of scripts. Returns the fuller reading."""
    candidates = [("hidden-text", markup, True)] if any(line.rule == "hidden" for line in page.lines) else []
    for name, content in _unshown(markup):
        if name == "script":
            candidates.extend(("script-text", string, False) for string in _strings(content))
        else:
            candidates.append(("hidden-text", unescape(content), False))
    for note, text, hidden in candidates:
        other = read_markup(text, hidden=hidden)
        found = find_body(other, titles)
        fuller = MORE_BY_HIDDEN if hidden and not _says_twice(found) else MORE_ELSEWHERE
        if found.size > max(FEW, fuller * body.size):
            other.notes = [*page.notes, *other.notes, (note, "the report stands where only a script shows it")]
            page, body = other, Body(found.lines, body.title or found.title, body.page | found.page)
    return page, body


def _says_twice(body: Body) -> bool:
    """Tells whether a good part of a body's longer lines stand in it twice: the copy for small screens."""
    texts = [line.text for line in body.lines if len(line.text) >= LONG_ENOUGH]
    return len(texts) - len(set(texts)) > len(texts) // 5


def _unshown(markup: str) -> Iterator[tuple[str, str]]:
    """Yields name and content of the elements that browsers do not show; what one that is not closed swallows is lost to them too."""
    at = 0
    while begin := UNSHOWN.search(markup, at):
        name = begin[1].lower()
        end = UNSHOWN_END[name].search(markup, begin.end())
        if end is None:
            return
        yield name, markup[begin.end() : end.start()]
        at = end.end()


def _strings(script: str) -> Iterator[str]:
    """Yields the long Chinese strings of a script, unescaped."""
    for string in STRING.finditer(script):
        text = ESCAPE.sub(_unescaped, string[1] or string[2] or string[3])
        if len(IDEOGRAPHS.findall(text)) > FEW // 4:
            yield text


def _unescaped(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[4]
    if code:
        character = chr(int(code, 16))
        return character if character.isprintable() else " "
    return {"n": "\n", "r": "", "t": " ", "/": "/"}.get(escape[3], escape[3])
