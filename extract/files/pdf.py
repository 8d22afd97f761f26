"""PDF files with a text layer: characters with their places become lines, paragraphs and tables.

A table is what ruling lines enclose, or what stands in columns with gutters between them. Paragraphs are joined over line and page ends,
tables over page breaks; page numbers and running heads are dropped. The radicals that PDF fonts put in place of ideographs (⼀ for 一) are
written as the ideographs, as no reader sees a difference.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from extract.document import Document, Paragraph, Part, TablePart, assemble
from extract.files.gutters import Alignment, alignments
from extract.files.ruling import Character, Edge, Grid, grids, line_text, text_rows
from extract.fold import fold
from extract.line_ends import join_lines
from extract.media import Unreadable
from extract.records import Dropped

#: The longest report met has 60 pages; what is beyond is not read, and a note says so.
_MAX_PAGES = 200
#: Characters and path segments of one page; a dense form page has 3,000 and 900.
_MAX_CHARACTERS = 30_000
#: Characters of all pages; the longest report met has 60,000.
_MAX_TEXT = 1_000_000
#: A page with an image and fewer is a scan: its number or a stamp may be text.
_FEWEST_CHARACTERS = 10
_MAX_SEGMENTS = 20_000
#: Thicker than any ruling line; a filled shape with both sides longer is a background.
_THIN = 3.0


def read_pdf(data: bytes) -> Document:
    """Returns the document of a PDF; raises Unreadable with a reason for people.

    A PDF without a text layer gives a document without text and the note `needs_ocr`.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "it is protected by a password" if "assword" in str(error) else f"it is damaged ({error})"
        raise Unreadable(f"the PDF cannot be read: {reason}") from error
    try:
        count = len(pdf)
        pages = list(_pages(pdf, count))
    finally:
        pdf.close()
    notes = list(_notes(pages, count))
    pages, dropped = _without_margins(pages)
    return assemble(_parts(pages), dropped=dropped, notes=notes)


# --- what stands on a page ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of text outside tables; places in points from the page's top left corner, `base` the line the characters stand on."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class _Page:
    width: float
    height: float
    lines: tuple[_Line, ...]
    grids: tuple[Grid, ...]
    aligned: tuple[Alignment, ...]
    has_image: bool
    characters: int
    illegible: int


def _pages(pdf: pypdfium2.PdfDocument, count: int) -> Iterator[_Page]:
    characters = 0
    for index in range(min(count, _MAX_PAGES)):
        page = _read_page(pdf, index)
        characters += page.characters
        if characters > _MAX_TEXT:
            return
        yield page


def _read_page(pdf: pypdfium2.PdfDocument, index: int) -> _Page:
    try:
        page = pdf[index]
    except pypdfium2.PdfiumError as error:
        raise Unreadable(f"the PDF is damaged: page {index + 1} cannot be read") from error
    view = _View.of(page)
    characters = _characters(page, view)
    edges, has_image = _edges(page, view)
    found = grids(edges, characters)
    inside = {id(character) for grid in found for character in grid.characters}
    rows = text_rows(character for character in characters if id(character) not in inside)
    aligned = tuple(alignments(rows))
    taken = {number for table in aligned for number in range(table.first, table.first + table.lines)}
    lines = (_line(row) for number, row in enumerate(rows) if number not in taken)
    illegible = sum(
        not character.text.isprintable() or "\ue000" <= character.text <= "\uf8ff" or character.text == "\ufffd" for character in characters
    )
    return _Page(view.shown_width, view.shown_height, tuple(lines), tuple(found), aligned, has_image, len(characters), illegible)


@dataclass(frozen=True, slots=True)
class _View:
    """Turns places in the file (from the bottom left, before rotation) into places as the page is shown (from the top left)."""

    left: float
    bottom: float
    width: float
    height: float
    rotation: int

    @staticmethod
    def of(page: pypdfium2.PdfPage) -> _View:
        left, bottom, right, top = page.get_cropbox() if page.get_cropbox() else page.get_mediabox()
        return _View(left, bottom, right - left, top - bottom, page.get_rotation() % 360)

    @property
    def shown_width(self) -> float:
        return self.height if self.rotation in (90, 270) else self.width

    @property
    def shown_height(self) -> float:
        return self.width if self.rotation in (90, 270) else self.height

    def place(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        if self.rotation == 90:
            return y, x
        if self.rotation == 180:
            return self.width - x, y
        if self.rotation == 270:
            return self.height - y, self.width - x
        return x, self.height - y


def _characters(page: pypdfium2.PdfPage, view: _View) -> list[Character]:
    """Returns the characters of a page without those PDFium makes up for gaps and without the doubles that some writers print for bold."""
    textpage = page.get_textpage()
    raw = textpage.raw
    box, matrix, x, y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), pdfium.c_double(), pdfium.c_double()
    found: list[Character] = []
    printed = _Printed()
    for index in range(min(textpage.count_chars(), _MAX_CHARACTERS)):
        if pdfium.FPDFText_IsGenerated(raw, index):
            continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, index, box) or not pdfium.FPDFText_GetCharOrigin(raw, index, x, y):
            continue
        code = pdfium.FPDFText_GetUnicode(raw, index)
        text = "\ufffd" if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)
        (x1, y1), (x2, y2) = view.place(box.left, box.top), view.place(box.right, box.bottom)
        _, base = view.place(x.value, y.value)
        # the boxes of some fonts are far higher than their characters; the size they are set in is not
        pdfium.FPDFText_GetMatrix(raw, index, matrix)
        size = pdfium.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d) or abs(y2 - y1)
        if not all(map(math.isfinite, (x1, x2, base, size))) or not 0.1 < size < 1_000:
            continue  # a damaged font
        character = Character(_ideograph(text), min(x1, x2), max(x1, x2), base - 0.85 * size, base + 0.15 * size, base)
        if not printed.before(character):
            found.append(character)
    textpage.close()
    return found


class _Printed:
    """The characters printed so far, to know one that is printed again a hair beside itself, as some writers make bold type.

    Two figures side by side (11) are half a size apart, the doubles at most a tenth.
    """

    def __init__(self) -> None:
        self._places: dict[tuple[str, int, int], list[tuple[float, float]]] = {}

    def before(self, character: Character) -> bool:
        """Returns whether `character` stands where the same one was printed before, and keeps it in mind."""
        near = 0.15 * character.size
        column, row = round(character.left / near), round(character.base / near)
        around = ((character.text, c, r) for c in (column - 1, column, column + 1) for r in (row - 1, row, row + 1))
        doubled = any(
            abs(left - character.left) < near and abs(base - character.base) < near
            for key in around
            for left, base in self._places.get(key, ())
        )
        if not doubled:
            self._places.setdefault((character.text, column, row), []).append((character.left, character.base))
        return doubled


def _ideograph(text: str) -> str:
    return fold(text) if "\u2e80" <= text <= "\u2fdf" or "\uf900" <= text <= "\ufaff" else text


def _edges(page: pypdfium2.PdfPage, view: _View) -> tuple[list[Edge], bool]:
    """Returns the straight lines drawn on a page, and whether it shows an image."""
    edges: list[Edge] = []
    has_image, budget = False, _MAX_SEGMENTS
    for item in page.get_objects(max_depth=5):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            has_image = True
        if item.type != pdfium.FPDF_PAGEOBJ_PATH or budget <= 0:
            continue
        budget -= max(1, pdfium.FPDFPath_CountSegments(item.raw))
        edges += _path_edges(item, view)
    return edges, has_image


def _path_edges(item: pypdfium2.PdfObject, view: _View) -> Iterator[Edge]:
    fill, stroke = pdfium.c_int(), pdfium.c_int()
    pdfium.FPDFPath_GetDrawMode(item.raw, fill, stroke)
    if not fill.value and not stroke.value:
        return
    for points in _subpaths(item, view):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        width, height = max(xs) - min(xs), max(ys) - min(ys)
        if not stroke.value and min(width, height) > _THIN:
            continue  # a background without a border
        if min(width, height) <= _THIN:
            # a line, drawn as one or as a thin rectangle
            middle = (min(ys) + max(ys)) / 2 if width >= height else (min(xs) + max(xs)) / 2
            span = (min(xs), max(xs)) if width >= height else (min(ys), max(ys))
            yield Edge(width >= height, middle, *span)
            continue
        for (x1, y1), (x2, y2) in pairwise(points):
            if abs(y1 - y2) <= 1:
                yield Edge(True, (y1 + y2) / 2, min(x1, x2), max(x1, x2))
            elif abs(x1 - x2) <= 1:
                yield Edge(False, (x1 + x2) / 2, min(y1, y2), max(y1, y2))


def _subpaths(item: pypdfium2.PdfObject, view: _View) -> Iterator[list[tuple[float, float]]]:
    """Yields the corner points of each part of a path, as the page shows them; a closed part ends where it began."""
    matrix = item.get_matrix()
    container = item.container
    while container is not None:
        matrix = matrix.multiply(container.get_matrix())
        container = container.container
    points: list[tuple[float, float]] = []
    x, y = pdfium.c_float(), pdfium.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(item.raw), _MAX_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item.raw, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        point = view.place(*matrix.on_point(x.value, y.value))
        if not all(map(math.isfinite, point)):
            return
        points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _notes(pages: Sequence[_Page], count: int) -> Iterator[tuple[str, str]]:
    scanned = [number for number, page in enumerate(pages, 1) if page.has_image and page.characters < _FEWEST_CHARACTERS]
    if scanned and len(scanned) == len(pages):
        yield "needs_ocr", "the PDF is a scan without a text layer"
    elif scanned:
        yield "needs_ocr", f"these pages are images without a text layer: {', '.join(map(str, scanned))}"
    characters = sum(page.characters for page in pages)
    illegible = sum(page.illegible for page in pages)
    if illegible * 10 > characters:
        yield "needs_ocr", f"{illegible} of {characters} characters are unknown: the PDF's fonts do not say which they are"
    if count > len(pages):
        yield "cut", f"the PDF has {count} pages, {len(pages)} were read"


# --- lines -------------------------------------------------------------------------------------------------------------------------------


def _line(row: Sequence[Character]) -> _Line:
    # an ideograph is as wide as its font's size; heights differ between the fonts of one line
    wide = sorted(character.width for character in row if not character.text.isascii()) or [0.5 * row[0].size]
    return _Line(line_text(row), row[0].left, row[-1].right, row[0].base, wide[len(wide) // 2])


#: Alone on the first or last line: - 1 -, —2—, 第3页, 3/12, 第1页 共6页, 12.
_PAGE_NUMBER = re.compile(r"[-—–·~\s]*(?:第?\s*\d{1,3}\s*页?(?:\s*[/,，共]*\s*共?\s*\d{1,3}\s*页?)?|[ivxIVX]{1,6})[-—–·~\s]*")
#: Running heads and page numbers keep to this share of the page's height above and below.
_MARGIN = 0.12


def _without_margins(pages: Sequence[_Page]) -> tuple[list[_Page], list[Dropped]]:
    """Returns the pages without page numbers and running heads, and what was dropped under which rule."""
    dropped: list[Dropped] = []
    heads = Counter(text for page in pages for text in {_head_text(line) for line in page.lines if _in_margin(line, page)})
    kept = []
    for page in pages:
        lines = []
        for line in page.lines:
            edge = line is page.lines[0] or line is page.lines[-1]
            if edge and _in_margin(line, page) and _PAGE_NUMBER.fullmatch(line.text):
                dropped.append(Dropped("page_number", line.text))
            elif _in_margin(line, page) and heads[_head_text(line)] >= max(3, len(pages) // 2):
                dropped.append(Dropped("running_head", line.text))
            else:
                lines.append(line)
        kept.append(replace(page, lines=tuple(lines)))
    return kept, dropped


def _in_margin(line: _Line, page: _Page) -> bool:
    return line.base < _MARGIN * page.height or line.base > (1 - _MARGIN) * page.height


def _head_text(line: _Line) -> str:
    return re.sub(r"\d+", "0", line.text)


# --- parts -------------------------------------------------------------------------------------------------------------------------------


def _parts(pages: Sequence[_Page]) -> Iterator[Part]:
    """Yields paragraphs and tables in reading order, both joined over page breaks."""
    open_lines: list[_Line] = []
    open_grid: Grid | None = None
    for page in pages:
        left, right = _column(page)
        items: list[tuple[float, _Line | Grid | Alignment]] = [(line.base, line) for line in page.lines]
        items += [(grid.top, grid) for grid in page.grids]
        items += [(table.top, table) for table in page.aligned]
        items.sort(key=lambda item: item[0])
        for place, (_, item) in enumerate(items):
            if isinstance(item, Grid) and place == 0 and open_grid is not None and item.continues(open_grid):
                open_grid = open_grid.joined(item)
                continue
            if open_grid is not None:
                yield from _table(open_grid)
                open_grid = None
            if not isinstance(item, _Line):
                yield from _paragraph(open_lines)
                open_lines = []
                if isinstance(item, Grid):
                    open_grid = item
                else:
                    yield TablePart(item.rows)
                continue
            if open_lines and _begins(item, open_lines[-1], left, right, same_page=place > 0):
                yield from _paragraph(open_lines)
                open_lines = []
            open_lines.append(item)
    yield from _paragraph(open_lines)
    if open_grid is not None:
        yield from _table(open_grid)


def _column(page: _Page) -> tuple[float, float]:
    """Returns where the text column of a page begins and ends: where most of its lines do."""
    if not page.lines:
        return 0.0, page.width
    lefts, rights = (sorted(getattr(line, side) for line in page.lines) for side in ("left", "right"))
    return lefts[len(lefts) // 10], rights[-1 - len(rights) // 10]


#: Headings' numbers, one after the end of a sentence begins a paragraph: 一、 （二）; elsewhere it may be part of 第二十条第 / （一）项.
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]")


#: Three numbers set apart at a line's end are a row of a table without ruling lines: 本年新收政府信息公开申请数量[ 136 2 0 0 1 0 139].
_ROW = re.compile(r"(?: \d[\d,.]*){3}$")


def _begins(line: _Line, above: _Line, left: float, right: float, *, same_page: bool) -> bool:
    """Returns whether `line` begins a paragraph: set in, after a line that ends early, after a gap, in another size, or with a number."""
    size = max(line.size, above.size)
    if _ROW.search(above.text) or _ROW.search(line.text):
        return True
    if abs(line.size - above.size) > 0.15 * size or (_HEADING.match(line.text) and above.text[-1] in "。；;：:"):
        return True
    if same_page and line.base - above.base > 2.6 * size:
        return True
    # what cannot be broken goes down whole: a line ends early where it was not full even for the figure or word that follows
    unbroken = re.match(r"[!-~]*", line.text)
    room = 2.5 + 0.55 * (len(unbroken[0]) if unbroken else 0)
    if above.right < right - room * size:
        return True
    return line.left > left + 1.2 * size and not (_is_centred(line, left, right) and _is_centred(above, left, right))


def _is_centred(line: _Line, left: float, right: float) -> bool:
    """Returns whether a line stands in the middle of its column, as the lines of a long title do."""
    before, after = line.left - left, right - line.right
    return abs(before - after) < 2 * line.size and (after > line.size or before < 0.5 * line.size)


def _paragraph(lines: Sequence[_Line]) -> Iterator[Part]:
    text = ""
    for line in lines:
        # a figure that runs over a line end: two figures never stand side by side in a sentence
        split_figure = text[-1:].isdigit() and line.text[:1].isdigit()
        text = text + line.text if split_figure else join_lines((text, line.text))
    if text:
        yield Paragraph(text)


def _table(grid: Grid) -> Iterator[Part]:
    """Yields a grid as a table; a frame around text (one column) as the paragraphs in it."""
    rows = grid.cells()
    if all(len(row) <= 1 for row in rows) and grid.width == 1:
        yield from (Paragraph(cell.text) for row in rows for cell in row)
    else:
        yield TablePart(tuple(tuple(row) for row in rows))
