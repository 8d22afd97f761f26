"""Word files (.docx): paragraphs and tables in reading order, as a reader sees them.

Tracked deletions are gone, insertions stay; hidden text, field codes and comments are left out; automatic numbers of headings
(一、 （二） 1.) are restored, since the sections hang on them.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from extract.document import MAX_COLUMNS, CellPart, Document, Paragraph, Part, TablePart, assemble
from extract.line_ends import join_lines
from extract.media import Unreadable, open_archive, read_member

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Word writes "strict" files with another name for the same elements.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_VAL = f"{_W}val"
#: Deeper than any document nests (tables in text boxes in tables: about 60); bounds the recursion below.
_MAX_DEPTH = 200


class _BoundedTree(ET.TreeBuilder):
    """Builds a tree, refusing document types (the door of entity bombs) and bottomless nesting."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise Unreadable("the file nests its content deeper than any document does")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, *_: object) -> None:
        raise Unreadable("the file declares a document type, which no Word file does")


def parse_xml(data: bytes) -> ET.Element:
    """Returns the root of an XML member; raises Unreadable for what is not well-formed or not harmless."""
    parser = ET.XMLParser(target=_BoundedTree())  # noqa: S314 - the target refuses document types, expat bounds the rest
    try:
        parser.feed(data.replace(_STRICT, _W[1:-1].encode()))
        root: ET.Element = parser.close()
    except (ET.ParseError, ValueError) as error:
        raise Unreadable(f"the file is damaged: its XML cannot be read ({error})") from error
    return root


def read_docx(data: bytes) -> Document:
    """Returns the document of a .docx file; raises Unreadable with a reason for people."""
    archive = open_archive(data)
    main = read_member(archive, "word/document.xml")
    if main is None:
        raise Unreadable("the file holds no Word document")
    body = parse_xml(main).find(f"{_W}body")
    if body is None:
        raise Unreadable("the Word document has no body")
    numbering, styles = (read_member(archive, f"word/{name}.xml") for name in ("numbering", "styles"))
    numbers = _Numbers(parse_xml(numbering) if numbering else None, parse_xml(styles) if styles else None)
    return assemble(_parts(body, numbers))


# --- automatic numbers -------------------------------------------------------------------------------------------------------------------

_CHINESE_DIGITS = "零一二三四五六七八九"


def _chinese(number: int) -> str:
    if number >= 100:
        return "".join(_CHINESE_DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _CHINESE_DIGITS[tens]) + ("十" if tens else "") + (_CHINESE_DIGITS[ones] if ones or not tens else "")


#: The formats Chinese reports number with; others (bullets, letters) mark nothing a section hangs on and are left out.
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographDigital": _chinese,
}


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int


@dataclass(slots=True)
class _Numbers:
    """Counts the automatically numbered paragraphs of one document, as Word does while it lays it out."""

    numbering: ET.Element | None
    styles: ET.Element | None
    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _of_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: defaultdict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def __post_init__(self) -> None:
        abstract: dict[str, dict[int, _Level]] = {}
        for element in self.numbering if self.numbering is not None else ():
            if element.tag == f"{_W}abstractNum":
                abstract[element.get(f"{_W}abstractNumId", "")] = {
                    _integer(level.get(f"{_W}ilvl")): _Level(
                        _value(level, "numFmt") or "decimal", _value(level, "lvlText") or "", _integer(_value(level, "start"), 1)
                    )
                    for level in element.iter(f"{_W}lvl")
                }
            elif element.tag == f"{_W}num":
                self._levels[element.get(f"{_W}numId", "")] = abstract.get(_value(element, "abstractNumId") or "", {})
        for style in self.styles.iter(f"{_W}style") if self.styles is not None else ():
            number = style.find(f"{_W}pPr/{_W}numPr")
            if number is not None and _value(number, "numId"):
                self._of_style[style.get(f"{_W}styleId", "")] = (_value(number, "numId") or "", _integer(_value(number, "ilvl")))

    def of(self, paragraph: ET.Element) -> str:
        """Returns the number Word would print before `paragraph`, "" where it prints none."""
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return ""
        number = properties.find(f"{_W}numPr")
        if number is not None:
            key, depth = _value(number, "numId") or "", _integer(_value(number, "ilvl"))
        else:
            key, depth = self._of_style.get(_value(properties, "pStyle") or "", ("", 0))
        levels = self._levels.get(key, {})
        if depth not in levels:
            return ""
        counts = self._counts[key]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return self._print(levels, depth, counts)

    def _print(self, levels: dict[int, _Level], depth: int, counts: dict[int, int]) -> str:
        if levels[depth].format not in _FORMATS:
            return ""

        def place(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            if level not in levels:
                return ""
            return _FORMATS.get(levels[level].format, str)(counts.get(level, levels[level].start))

        return re.sub(r"%([1-9])", place, levels[depth].text)


def _value(element: ET.Element, name: str) -> str | None:
    found = element.find(f"{_W}{name}")
    return None if found is None else found.get(_VAL)


def _integer(text: str | None, default: int = 0) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else default


# --- text --------------------------------------------------------------------------------------------------------------------------------

#: Elements whose content a reader does not see: properties, deletions, field codes, phonetic glosses, the fallback drawing of a text box.
_UNSEEN = frozenset(
    {f"{_W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "instrText", "delText", "rt", "tblPr", "tcPr", "sectPr", "sdtPr")}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_CHARACTERS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_TEXT = (f"{_W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")


def _parts(block: ET.Element, numbers: _Numbers) -> Iterator[Part]:
    """Yields the paragraphs and tables of a block (body, cell, text box) in order, looking through what wraps them."""
    for element in block:
        if element.tag == f"{_W}p":
            yield from _paragraph(element, numbers)
        elif element.tag == f"{_W}tbl":
            yield from _table(element, numbers)
        elif element.tag not in _UNSEEN:
            yield from _parts(element, numbers)


def _paragraph(element: ET.Element, numbers: _Numbers) -> Iterator[Part]:
    boxes: list[ET.Element] = []
    text = "".join(_text(element, boxes))
    number = numbers.of(element) if text.strip() else ""
    for line in (number + text).split("\n"):
        yield Paragraph(_tidy(line))
    for box in boxes:
        yield from _parts(box, numbers)


def _text(element: ET.Element, boxes: list[ET.Element]) -> Iterator[str]:
    """Yields the seen text of a paragraph; the text boxes anchored in it are put aside into `boxes`."""
    for child in element:
        if child.tag in _TEXT:
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag == f"{_W}r" and child.find(f"{_W}rPr/{_W}vanish") is not None:
            continue
        elif child.tag not in _UNSEEN:
            yield from _text(child, boxes)


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


# --- tables ------------------------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _OpenCell:
    """A cell while its table is read: cells merged below it lengthen it."""

    text: str
    colspan: int
    rowspan: int = 1


def _table(element: ET.Element, numbers: _Numbers) -> Iterator[Part]:
    """Yields a table, and after it the tables inside its cells; a table of one cell is a frame, and only what it holds is yielded."""
    rows = [list(_seen(row, f"{_W}tc")) for row in _seen(element, f"{_W}tr")]
    if sum(map(len, rows)) == 1:
        yield from _parts(next(cell for row in rows for cell in row), numbers)
        return
    nested: list[Part] = []
    laid: list[list[_OpenCell]] = []
    above: dict[int, _OpenCell] = {}
    for row, cells in zip(_seen(element, f"{_W}tr"), rows, strict=True):
        laid.append([])
        column = _integer(_deep_value(row, "trPr/gridBefore"))
        if column:
            laid[-1].append(_OpenCell("", column))
        open_cells: dict[int, _OpenCell] = {}
        for cell in cells[:MAX_COLUMNS]:
            colspan = max(1, _integer(_deep_value(cell, "tcPr/gridSpan"), 1))
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            continued = merge is not None and merge.get(_VAL, "continue") == "continue" and column in above
            if continued:
                above[column].rowspan += 1
                open_cells[column] = above[column]
            else:
                contents = list(_parts(cell, numbers))
                nested += [part for part in contents if isinstance(part, TablePart)]
                opened = _OpenCell(join_lines(part.text for part in contents if isinstance(part, Paragraph)), colspan)
                laid[-1].append(opened)
                if merge is not None:
                    open_cells[column] = opened
            column += colspan
        above = open_cells
    yield TablePart(tuple(tuple(CellPart(cell.text, cell.rowspan, cell.colspan) for cell in row) for row in laid))
    yield from nested


def _seen(element: ET.Element, tag: str) -> Iterator[ET.Element]:
    """Yields the rows of a table or cells of a row, through the controls and insertions that may wrap them; deleted rows are left out."""
    for child in element:
        if child.tag == tag:
            if child.find(f"{_W}trPr/{_W}del") is None:
                yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _seen(child, tag)


def _deep_value(element: ET.Element, path: str) -> str | None:
    found = element.find("/".join(f"{_W}{name}" for name in path.split("/")))
    return None if found is None else found.get(_VAL)
