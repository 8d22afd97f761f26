"""Markup to lines: one walk over the tree, with no opinion yet on what is the report.

Lexbor builds the tree: it is the fastest HTML5 parser there is for Python (0.2 ms for a page of 60 KB, lxml 1.4, BeautifulSoup 10), and it
repairs a body as browsers do. Its weak side is a broken head, which is why `extract.html` reads the head with BeautifulSoup and hands the
body alone to this module.

A table is told a statistics table or a means of layout by its structure: a statistics table has rows with several short cells, no table inside
and no cell of running text; whatever else is layout, and its cells are lines like others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extract.document import CellPart, TablePart
from extract.lines import Line, Lines, joined, table_line, text_line, tidy
from extract.media import Unreadable

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul xmp listing".split()
)
#: Elements whose text is not the page's: code, controls, pictures, and (rt) the sound of a character over it.
UNREAD = frozenset(
    "script style noscript template select option datalist button input textarea iframe frame frameset object embed applet svg math canvas "
    "video audio map head title meta link base rt rp".split()
)
#: Text that its author struck out is not said any more.
STRUCK_OUT = frozenset({"del", "s", "strike"})
#: Landmarks of HTML5 that hold no article, and the rule they drop under.
LANDMARKS = {"nav": "links", "footer": "foot", "aside": "links"}

#: What style sheets of elements say to show nothing; IE-era pages write it in capitals.
HIDDEN = '[style*="display:none" i],[style*="display: none" i],[style*="visibility:hidden" i],[style*="visibility: hidden" i],[style*="mso-hide:all" i],[hidden]'

#: A cell longer than this, and longer than the rest of its table, is running text laid out by a table.
LONG_CELL = 300
#: Cells of a single row of figures inside a layout are shorter.
SHORT_CELL = 80

#: A link longer than this, or with a sentence in it, is a paragraph in an `<a>` that was not closed, or a picture's caption.
LONGEST_LINK = 80
#: An address that is the link of so many lines belongs to an `<a>` that was not closed.
RUNAWAY_LINK = 4

LONGEST_ADDRESS = 2_000

FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|wps|et|pdf|ofd|rar|zip|7z|rtf|txt|csv)(?:$|[?#])", re.IGNORECASE)
SPAN = re.compile(r"\s*(\d{1,9})")

# --- hostile markup ---------------------------------------------------------------------------------------------------------------------

#: The tree's depth costs the parser a look through all open elements at each tag. Real pages stay under 100 (Word under 60).
DEEPEST = 2_000
#: Up to here no nesting can cost more than a second.
FEW_TAGS = 10_000
#: Open formatting elements are opened again in each new block, so 1,000 of them and 1,000 blocks make a million elements of 17 KB.
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
MOST_REOPENED = 100
#: A tag of 10,000 attributes takes the parser 0.1 s, and ten times as many a hundred times as long.
LONGEST_TAG = 20_000
#: Tables within tables beyond this are read as plain boxes (the deepest layout seen has 9), for each level looks at all lines it holds.
DEEPEST_TABLE = 30
#: Nothing to close: these never nest.
VOID = frozenset("area base br col embed hr img input link meta param source track wbr p li td th tr option".split())

START_OR_END = re.compile(r"<(/?[a-zA-Z]+)")
LONG_TAG = re.compile(rf"<([a-zA-Z]+)[^<>]{{{LONGEST_TAG},}}>?")
FORMATTING_TAG = re.compile(rf"</?(?:{'|'.join(sorted(FORMATTING - {'a'}, key=len, reverse=True))})(?:\s[^<>]*)?>", re.IGNORECASE)


def harmless(markup: str) -> str:
    """Returns markup that the parser reads in linear time and memory: `markup` itself on all but hostile pages.

    Raises Unreadable where it is nested too deep.
    """
    if len(markup) > LONGEST_TAG and max(map(len, markup.split(">"))) > LONGEST_TAG:
        markup = LONG_TAG.sub(r"<\1>", markup)
    tags = START_OR_END.findall(markup)
    counts = Counter(tags)
    formatting = sum(counts[tag] for tag in counts if tag.lower() in FORMATTING)
    if len(tags) <= FEW_TAGS and formatting <= MOST_REOPENED:
        return markup
    depth, reopened = _nesting(tags)
    if depth > DEEPEST:
        raise Unreadable(f"the page nests elements more than {DEEPEST:,} deep; no browser shows that, so it is not read")
    return FORMATTING_TAG.sub("", markup) if reopened > MOST_REOPENED else markup


def _nesting(tags: list[str]) -> tuple[int, int]:
    """The deepest nesting the tags can make, and the most formatting elements open at once."""
    open_tags: Counter[str] = Counter()
    depth = deepest = formatting = most = 0
    for tag in tags:
        name = tag.lower()
        if name[0] != "/":
            if name in VOID:
                continue
            open_tags[name] += 1
            depth += 1
            if depth > deepest:
                deepest = depth
            if name in FORMATTING and name != "a":
                formatting += 1
                most = max(most, formatting)
        elif open_tags[name[1:]]:
            open_tags[name[1:]] -= 1
            depth -= 1
            if name[1:] in FORMATTING and name != "/a":
                formatting -= 1
    return deepest, most


# --- the walk ---------------------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Cell:
    rowspan: int
    colspan: int
    start: int
    end: int = 0


@dataclass(slots=True)
class _Table:
    """A table being read: where its lines begin, and per row the cells and the lines they hold."""

    box: int
    start: int
    rows: list[list[_Cell]] = field(default_factory=list)


@dataclass(slots=True)
class _Text:
    """The text being read, up to the next end of a block."""

    pieces: list[str] = field(default_factory=list)
    links: int = 0
    files: bool = False


def read_markup(markup: str, *, hidden: bool = False) -> Lines:
    """Returns the lines that a browser shows for `markup`; with `hidden`, those also that it hides. Raises Unreadable where it is hostile."""
    tree = LexborHTMLParser(harmless(markup))
    page = Lines()
    if tree.body is not None:
        _walk(tree.body, set() if hidden else {node.mem_id for node in tree.css(HIDDEN)}, page)
    return page


def _walk(body: LexborNode, hidden: set[int], page: Lines) -> None:
    """Appends the lines of `body` to `page`. One loop without recursion, for pages nest as deep as they like."""
    lines, parents = page.lines, page.parents
    box, preformatted = 0, 0
    link: str | None = None
    dropped_by: str | None = None
    text = _Text()
    tables: list[_Table] = []
    opened: list[tuple[LexborNode, str, int, str | None, str | None]] = []
    addresses: dict[str, list[tuple[Line, int]]] = {}
    in_line: list[tuple[str, int]] = []

    def end_line() -> None:
        nonlocal text, in_line
        if text.pieces:
            whole = "".join(text.pieces)
            if content := tidy(whole):
                line = text_line(content, box, min(text.links, len(content)), whole[:1].isspace(), text.files)
                line.rule = dropped_by
                lines.append(line)
                for address, length in in_line:
                    addresses.setdefault(address, []).append((line, length))
            text, in_line = _Text(), []

    node: LexborNode | None = body.child
    while True:
        if node is None:
            if not opened:
                break
            element, tag, box_around, link_around, dropped_around = opened.pop()
            if tag in BLOCKS:
                end_line()
                box = box_around
                if tag in ("td", "th") and tables and tables[-1].rows and tables[-1].rows[-1]:
                    tables[-1].rows[-1][-1].end = len(lines)
                elif tag == "table":
                    table = tables.pop()
                    lines[table.start :] = list(_settle(table, lines))
                elif tag == "pre":
                    preformatted -= 1
            link, dropped_by = link_around, dropped_around
            node = element.next
            continue
        tag = node.tag or ""
        if tag == "-text":
            content = node.text_content or ""
            if preformatted:
                first, *others = content.split("\n")
                text.pieces.append(first)
                for other in others:
                    end_line()
                    text.pieces.append(other)
            else:
                text.pieces.append(content)
                if link is not None and (length := len(content.strip())) and length <= LONGEST_LINK and "。" not in content:
                    text.links += length
                    in_line.append((link, length))
            node = node.next
            continue
        if tag == "br":
            end_line()
            node = node.next
            continue
        if tag in UNREAD or tag[0] == "-" or node.mem_id in hidden:
            if node.mem_id in hidden and (concealed := tidy(node.text())):
                lines.append(_dropped(concealed, box, "hidden"))
            elif tag in ("iframe", "frame") and (address := (node.attributes.get("src") or "")):
                page.notes.append(("iframe", address[:LONGEST_ADDRESS]))
            node = node.next
            continue
        if tag in STRUCK_OUT:
            if struck := tidy(node.text()):
                lines.append(_dropped(struck, box, "struck-out"))
            node = node.next
            continue
        if tag == "table" and len(tables) >= DEEPEST_TABLE:
            tag = "div"
        opened.append((node, tag, box, link, dropped_by))
        if tag in BLOCKS:
            end_line()
            parents.append(box)
            box = len(parents) - 1
            if tag in LANDMARKS:
                dropped_by = dropped_by or LANDMARKS[tag]
            elif tag == "pre":
                preformatted += 1
            elif tag == "table":
                tables.append(_Table(box, len(lines)))
            elif tables and tag == "tr":
                tables[-1].rows.append([])
            elif tables and tag in ("td", "th"):
                attributes = node.attributes
                if not tables[-1].rows:
                    tables[-1].rows.append([])
                tables[-1].rows[-1].append(_Cell(_span(attributes.get("rowspan")), _span(attributes.get("colspan")), len(lines)))
        elif tag == "a":
            attributes = node.attributes
            address = attributes.get("href")
            # An <a> without address is a place to jump to (Word names it _Toc…), or a button worked by a script.
            link = address if address is not None else None if "name" in attributes or "id" in attributes else ""
            if address and FILE.search(address):
                text.files = True
        node = node.child
    end_line()
    _forgive_runaways(addresses)


def _dropped(text: str, box: int, rule: str) -> Line:
    line = text_line(text, box)
    line.rule = rule
    return line


def _span(value: str | None) -> int:
    match = SPAN.match(value or "")
    return int(match[1]) if match else 1


def _forgive_runaways(addresses: dict[str, list[tuple[Line, int]]]) -> None:
    """An `<a>` that is not closed makes links of all that follows; menus without addresses of their own (#, javascript:) do not count."""
    for address, uses in addresses.items():
        if len(uses) >= RUNAWAY_LINK and address not in ("", "#", "/") and not address.lower().startswith("javascript"):
            texts = {line.text for line, _ in uses}
            if len(texts) >= RUNAWAY_LINK:
                for line, length in uses:
                    line.links = max(0, line.links - length)


# --- tables -----------------------------------------------------------------------------------------------------------------------------


def _settle(table: _Table, lines: list[Line]) -> Iterator[Line]:
    """Yields the lines of a table that has been read: itself if it is a statistics table, else what its cells hold."""
    held = [[lines[cell.start : cell.end] for cell in row] for row in table.rows]
    texts = [[joined([line.text for line in cell if line.rule is None]) for cell in row] for row in held]
    dropped = [line for row in held for cell in row for line in cell if line.rule]
    in_cells = [line for row in held for cell in row for line in cell if line.rule is None]
    first = table.rows[0][0].start if table.rows and table.rows[0] else len(lines)
    yield from lines[table.start : first]  # the caption
    longest = max((len(text) for row in texts for text in row), default=0)
    total = sum(line.plain + line.links for line in in_cells)
    links = sum(line.links for line in in_cells)
    if (
        any(sum(map(bool, row)) > 1 for row in texts)
        and not any(isinstance(line.part, TablePart) for line in in_cells)
        and links * 2 <= total
        and not (longest > LONG_CELL and longest * 2 > total)
    ):
        yield table_line(_grid(table.rows, texts), table.box, links)
        yield from dropped
        return
    run: list[list[CellPart]] = []
    for row, row_texts, cells in zip(table.rows, texts, held, strict=True):
        if _is_row_of_figures(cells, row_texts):
            run.append([CellPart(text, 1, cell.colspan) for cell, text in zip(row, row_texts, strict=True)])
            continue
        if run:
            yield table_line(run, table.box)
            run = []
        yield from (line for cell in cells for line in cell)
    if run:
        yield table_line(run, table.box)


def _grid(rows: list[list[_Cell]], texts: list[list[str]]) -> list[list[CellPart]]:
    return [[CellPart(text, cell.rowspan, cell.colspan) for cell, text in zip(row, row_texts, strict=True)] for row, row_texts in zip(rows, texts, strict=True)]


def _is_row_of_figures(cells: list[list[Line]], texts: list[str]) -> bool:
    """Whether a row of a layout table is laid out for its cells to be read together: 发布机构 | 办公室 above the text of an article."""
    return (
        sum(map(bool, texts)) > 1
        and max(map(len, texts)) <= SHORT_CELL
        and not any(line.links or line.rule or isinstance(line.part, TablePart) for cell in cells for line in cell)
    )
