"""Markup to lines: one walk over the tree, with no opinion yet on what is the report.

Lexbor builds the tree: it is the fastest HTML5 parser there is for Python (0.2 ms for a page of 60 KB, lxml 1.4, BeautifulSoup 10), and
it repairs a body as browsers do. Its weak side is a broken head, which is why `extract.clean.html` reads the head with BeautifulSoup and
hands the body alone to this module.

A table is told a statistics table or a means of layout by its structure: a statistics table has rows with several short cells, no table
inside and no cell of running text or of menu; whatever else is layout, and its cells are lines like others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, repeat
from operator import sub

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extract.clean.lines import Line, Lines, joined, table_line, text_line, tidy
from extract.document import CellPart, TablePart
from extract.media import Unreadable


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


BLOCKS = _names(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form frameset h1 h2 "
    "h3 h4 h5 h6 header hr legend li listing main menu nav ol p pre section summary table tbody td tfoot th thead tr ul xmp"
)
#: Elements whose text is not the page's: code, controls, pictures, and (rt) the sound of a character over it.
UNREAD = _names(
    "script style noscript template select option datalist button input textarea iframe frame object embed applet noframes svg math canvas "
    "video audio map head title meta link base rt rp -comment"
)
FRAMES = frozenset({"iframe", "frame"})
CELLS = frozenset({"td", "th"})
#: Text that its author struck out is not said any more.
STRUCK_OUT = frozenset({"del", "s", "strike"})
#: More than this was not struck out: a template draws an icon with `<s>` and does not close it.
LONGEST_STRUCK = 200
#: Landmarks of HTML5 that hold no article, and the rule they drop under.
LANDMARKS = {"nav": "links", "footer": "foot", "aside": "links"}

#: Elements that may be hidden by their own style, in any case of letters (IE-era pages write DISPLAY: NONE), and the styles that do hide.
MAY_HIDE = '[style*="none" i],[style*="hid" i],[hidden]'
HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)

#: A cell longer than this, and longer than the rest of its table, is running text laid out by a table.
LONG_CELL = 300
#: A cell with so many lines that end like sentences holds running text; notes in a form's cells are one line or two.
RUNNING_LINES = 3
#: So many lines of a cell that are longer than the pieces of a label broken in a narrow cell are those of a text, whatever they end with:
#: the lines of a form written out, 1.当面申请数：1件.
MOST_LINES = 6
LINE_OF_TEXT = 8
#: A cell with so many lines that are links is a column of a layout; a statistics table links a figure or a note at most.
MENU_LINKS = 3
#: Cells of a single row of figures inside a layout are shorter.
SHORT_CELL = 80

#: A link longer than this, or with a sentence in it, is a paragraph in an `<a>` that was not closed, or a picture's caption.
LONGEST_LINK = 80
#: Nor is an address written out in the text a link to elsewhere on the page: http://www.jlzwgk.gov.cn, zwgk@sohu.com.
SAID = re.compile(r"。|^\s*(?:https?:|www\.)|@")
#: An address that is the link of so many lines belongs to an `<a>` that was not closed.
RUNAWAY_LINK = 4

LONGEST_ADDRESS = 2_000

FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|wps|et|pdf|ofd|rar|zip|7z|rtf|txt|csv)(?:$|[?#])", re.IGNORECASE)
SPAN = re.compile(r"\s*(\d{1,9})")

# --- hostile markup ---------------------------------------------------------------------------------------------------------------------

#: Each tag may cost the parser a look through all open elements. Real pages stay under 100 deep (Word under 60), unclosed ones under 1,000.
DEEPEST = 3_000
#: Open formatting elements are opened again in each new block: 1,000 of them and 1,000 blocks make a million elements of 17 KB.
FORMATTING = _names("b big code em font i nobr s small strike strong tt u")
MOST_MADE = 100_000
#: So few tags are never too many.
FEW_TAGS = 600
#: A tag of 10,000 attributes takes the parser 0.1 s, and ten times as many a hundred times as long; elements made again copy theirs.
LONGEST_TAG = 4_000
#: Tables within tables beyond this are read as plain boxes (the deepest layout seen has 9), for each level looks at all lines it holds.
DEEPEST_TABLE = 30
#: These never nest by themselves: they have no end, or the next one ends them.
FLAT = _names("a area base br col embed hr img input link meta param source wbr p li dd dt td th tr option")

TAG = re.compile(r"<(/?[a-zA-Z]+)")
LONG_TAG = re.compile(rf"<([a-zA-Z]+)[^<>]{{{LONGEST_TAG},}}>?")
FORMATTING_TAG = re.compile(rf"</?(?:{'|'.join(FORMATTING)})\b[^<>]*>", re.IGNORECASE)
INLINE_TAG = re.compile(rf"</?(?!(?:{'|'.join(BLOCKS | UNREAD | {'a', 'br'})})\b)[a-zA-Z][^<>]*>", re.IGNORECASE)


def harmless(markup: str) -> str:
    """Returns markup that the parser reads in linear time and memory: as it is on all but hostile pages, else without inline elements.

    Raises Unreadable where it is nested too deep all the same.
    """
    if _has_long_tag(markup):
        markup = LONG_TAG.sub(r"<\1>", markup)
    if markup.count("<") <= FEW_TAGS:
        return markup
    tags = TAG.findall(markup)
    names = set(tags)
    if any(map(str.isupper, "".join(names))):
        tags = [tag.lower() for tag in tags]
        names = set(tags)
    if _reopened(tags, names) * len(tags) > MOST_MADE:
        markup = FORMATTING_TAG.sub("", markup)
    if _depth(tags, names - FORMATTING) > DEEPEST:
        if _depth(tags, names & BLOCKS) > DEEPEST:
            raise Unreadable(f"the page nests elements more than {DEEPEST:,} deep; no browser shows that, so it is not read")
        markup = INLINE_TAG.sub("", markup)
    return markup


def _has_long_tag(markup: str) -> bool:
    """Whether as much as a tag may be long stands between one `>` and the next; looks at the page in strides, not at each tag."""
    at = 0
    while at + LONGEST_TAG < len(markup):
        following = markup.rfind(">", at, at + LONGEST_TAG)
        if following < 0:
            return True
        at = following + 1
    return False


def _reopened(tags: list[str], names: set[str]) -> int:
    """The most formatting elements that can be open at once; their number where even that is harmless."""
    formatting = FORMATTING & names
    number = sum(map(tags.count, formatting))
    return number if number * len(tags) <= MOST_MADE else sum(_most_open(tags, name) for name in formatting)


def _depth(tags: list[str], names: set[str]) -> int:
    """The deepest that elements of these names can nest."""
    return 0 if len(tags) <= DEEPEST else sum(_most_open(tags, name) for name in names - FLAT if name[0] != "/")


def _most_open(tags: list[str], name: str) -> int:
    """The most elements of a name that can be open at once; passes over the tags that do not leave C."""
    step = {name: 1, f"/{name}": -1}
    open_after: list[int] = list(accumulate(map(step.get, tags, repeat(0)), initial=0))
    return int(max(map(sub, open_after, accumulate(open_after, min))))


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


def read_markup(markup: str, *, hidden: bool = False) -> Lines:
    """Returns the lines that a browser shows for `markup`, with `hidden` those also that it hides. Raises Unreadable (`harmless`)."""
    tree = LexborHTMLParser(harmless(markup))
    page = Lines()
    if root := tree.body or tree.root:  # a frameset has no body
        _walk(root, set() if hidden else _hidden(tree), page)
    return page


def _hidden(tree: LexborHTMLParser) -> set[int]:
    """The elements that a browser does not show."""
    may_hide = ((node, node.attributes) for node in tree.css(MAY_HIDE))
    return {node.mem_id for node, attributes in may_hide if "hidden" in attributes or HIDES.search(attributes.get("style") or "")}


def _walk(body: LexborNode, hidden: set[int], page: Lines) -> None:
    """Appends the lines of `body` to `page`. One loop without recursion, for pages nest as deep as they like."""
    lines, parents = page.lines, page.parents
    box, preformatted = 0, 0
    link: str | None = None
    dropped_by: str | None = None
    tables: list[_Table] = []
    opened: list[tuple[LexborNode, str, int, str | None, str | None]] = []
    addresses: dict[str, list[tuple[Line, int]]] = {}
    # The line being read: its text, and the links in it with their lengths.
    pieces: list[str] = []
    links: list[tuple[str, int]] = []

    def end_line() -> None:
        whole = "".join(pieces)
        pieces.clear()
        if content := tidy(whole):
            line = text_line(content, box, dropped_by, whole[0].isspace())
            lines.append(line)
            if links:
                line.links = min(sum(length for _, length in links), len(content))
                line.files = any(FILE.search(address) for address, _ in links)
                for address, length in links:
                    addresses.setdefault(address, []).append((line, length))
        links.clear()

    node: LexborNode | None = body.child
    while node is not None or opened:
        if node is None:
            element, tag, box_around, link, dropped_around = opened.pop()
            if tag in BLOCKS:
                if pieces:
                    end_line()
                box = box_around
                if tag == "table":
                    table = tables.pop()
                    lines[table.start :] = _settle(table, lines)
                elif tag in CELLS and tables and tables[-1].rows and tables[-1].rows[-1]:
                    tables[-1].rows[-1][-1].end = len(lines)
                elif tag == "pre":
                    preformatted -= 1
            dropped_by = dropped_around
            node = element.next
            continue
        tag = node.tag or ""
        if tag == "-text":
            content = node.text_content or ""
            if preformatted and "\n" in content:
                first, *others = content.split("\n")
                pieces.append(first)
                for other in others:
                    end_line()
                    pieces.append(other)
            elif pieces or not content.isspace():
                pieces.append(content)
                if link is not None and (length := len(content.strip())) and length <= LONGEST_LINK and not SAID.search(content):
                    links.append((link, length))
        elif tag in BLOCKS or tag not in UNREAD:
            if tag == "br":
                if pieces:
                    end_line()
            elif node.mem_id in hidden:
                if concealed := tidy(node.text()):
                    lines.append(text_line(concealed, box, "hidden"))
            elif tag in STRUCK_OUT and len(struck := tidy(node.text())) <= LONGEST_STRUCK:
                if struck:
                    lines.append(text_line(struck, box, "struck-out"))
            else:
                if tag == "table" and len(tables) >= DEEPEST_TABLE:
                    tag = "div"
                opened.append((node, tag, box, link, dropped_by))
                if tag in BLOCKS:
                    if pieces:
                        end_line()
                    parents.append(box)
                    box = len(parents) - 1
                    if tag == "table":
                        tables.append(_Table(box, len(lines)))
                    elif tag == "tr" and tables:
                        tables[-1].rows.append([])
                    elif tag in CELLS and tables:
                        _begin_cell(node, tables[-1], len(lines))
                    elif tag == "pre":
                        preformatted += 1
                    elif tag in LANDMARKS:
                        dropped_by = dropped_by or LANDMARKS[tag]
                elif tag == "a":
                    link = _address(node)
                node = node.child
                continue
        elif tag in FRAMES and node.mem_id not in hidden and (address := node.attributes.get("src")):
            page.notes.append(("iframe", address[:LONGEST_ADDRESS]))
        node = node.next
    if pieces:
        end_line()
    _forgive_runaways(addresses)


def _begin_cell(node: LexborNode, table: _Table, at: int) -> None:
    attributes = node.attributes
    if not table.rows:
        table.rows.append([])
    table.rows[-1].append(_Cell(_span(attributes.get("rowspan")), _span(attributes.get("colspan")), at))


def _address(node: LexborNode) -> str | None:
    """The address of an `<a>`; "" for a button worked by a script, None for a place to jump to (Word names it _Toc…)."""
    attributes = node.attributes
    if "href" in attributes:
        return attributes["href"] or ""
    return None if "name" in attributes or "id" in attributes else ""


def _span(value: str | None) -> int:
    match = SPAN.match(value or "")
    return int(match[1]) if match else 1


def _forgive_runaways(addresses: dict[str, list[tuple[Line, int]]]) -> None:
    """An `<a>` that is not closed makes links of all that follows; menus without addresses of their own (#, javascript:) do not count."""
    for address, uses in addresses.items():
        if len(uses) >= RUNAWAY_LINK and address not in ("", "#", "/") and not address.lower().startswith("javascript"):
            texts = {line.text for line, _ in uses}
            if len(texts) >= RUNAWAY_LINK:
                for line, length in uses[1:]:
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
        and not any(_is_running_text(cell) or _is_menu(cell) for row in held for cell in row)
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


def _is_running_text(cell: list[Line]) -> bool:
    """Whether a cell holds paragraphs: a report of four sentences in a layout cell is shorter than the menus beside it."""
    lines = [line.text.rstrip() for line in cell if line.rule is None]
    return (
        sum(line.endswith(("。", ".", "；", ";")) for line in lines) >= RUNNING_LINES
        or sum(len(line) >= LINE_OF_TEXT for line in lines) > MOST_LINES
    )


def _is_menu(cell: list[Line]) -> bool:
    """Whether a cell holds a menu: beside a report too short to weigh more, it tells that the table is a layout's."""
    return sum(line.rule is None and line.links == len(line.text) for line in cell) >= MENU_LINKS


def _grid(rows: list[list[_Cell]], texts: list[list[str]]) -> list[list[CellPart]]:
    return [
        [CellPart(text, cell.rowspan, cell.colspan) for cell, text in zip(row, row_texts, strict=True)]
        for row, row_texts in zip(rows, texts, strict=True)
    ]


def _is_row_of_figures(cells: list[list[Line]], texts: list[str]) -> bool:
    """Whether a row of a layout table is laid out for its cells to be read together: 发布机构 | 办公室 above the text of an article."""
    return (
        sum(map(bool, texts)) > 1
        and max(map(len, texts)) <= SHORT_CELL
        and not any(line.links or line.rule or isinstance(line.part, TablePart) for cell in cells for line in cell)
    )
