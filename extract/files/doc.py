"""Old Word files (.doc, Word 97 to 2003 and WPS): text and tables by the binary format's own tables.

The text lies in pieces of the stream `WordDocument` (fast saving appends pieces); which paragraph ends a table row, where its cells
begin and which are merged is in its properties, [MS-DOC]. Deleted and hidden text is left out, automatic numbers are not restored.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.document import MAX_ROWS, CellPart, Document, Paragraph, Part, TablePart, assemble
from extract.line_ends import join_lines
from extract.media import Unreadable, read_stream

#: Offsets into the file information block of Word 97, [MS-DOC] 2.5: (position, length) pairs begin at 154.
_LENGTH_OF_TEXT = 76
_CHARACTER_PAGES, _PARAGRAPH_PAGES, _PIECES = (154 + 8 * number for number in (12, 13, 33))
_ENCRYPTED, _SECOND_TABLE_STREAM = 0x0100, 0x0200
#: Longer than any report; the format allows 4 GB.
_MAX_TEXT = 5_000_000

# Properties ("sprm") asked for, [MS-DOC] 2.6.
_IN_TABLE, _ROW_END, _CELLS, _FAR_PROPERTIES = 0x2416, 0x2417, 0xD608, 0x6646
_DELETED, _HIDDEN = 0x0800, 0x083C

_CELL_MARK, _PARAGRAPH_MARK = "\x07", "\r"
_FIELD_BEGIN, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
#: Soft line breaks and page breaks end a line; the rest marks pictures, notes, comments and soft hyphens.
_REPLACED = {"\x0b": "\n", "\x0c": "\n", "\x1e": "-", "\xa0": " ", "\t": " "} | dict.fromkeys("\x00\x01\x02\x03\x04\x05\x06\x08\x1f", "")


def read_doc(data: bytes) -> Document:
    """Returns the document of a .doc file; raises Unreadable with a reason for people."""
    main = read_stream(data, "WordDocument")
    if main is None:
        raise Unreadable("the file holds no Word document")
    try:
        magic, version = struct.unpack_from("<HH", main)
        flags = struct.unpack_from("<H", main, 10)[0]
        if magic != 0xA5EC or version < 0x00C1:
            raise Unreadable("this is a Word 95 or older file; save it as .docx")
        if flags & _ENCRYPTED:
            raise Unreadable("this Word file is protected by a password")
        table = read_stream(data, "1Table" if flags & _SECOND_TABLE_STREAM else "0Table") or b""
        return assemble(_parts(_paragraphs(main, table, read_stream(data, "Data") or b"")))
    except (struct.error, IndexError, ValueError, RecursionError) as error:
        raise Unreadable(f"the Word file is damaged ({error})") from error


# --- the binary format -------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Piece:
    """`length` characters of the text that stand in the stream from byte `at`, `width` bytes each."""

    at: int
    width: int
    length: int


@dataclass(frozen=True, slots=True)
class _RowEnd:
    """Where the cells of a row begin and end (twips from the margin), and how each is merged down and across: "", "restart", "continue"."""

    edges: tuple[int, ...]
    down: tuple[str, ...]
    across: tuple[str, ...]


@dataclass(slots=True)
class _DocParagraph:
    text: str
    ends_cell: bool = False
    in_table: bool = False
    row: _RowEnd | None = None


@dataclass(frozen=True, slots=True)
class _Runs:
    """Properties by place in the stream: `properties[i]` hold for the bytes from `starts[i]` to `starts[i + 1]`."""

    starts: tuple[int, ...]
    properties: tuple[bytes, ...]

    def at(self, place: int) -> bytes:
        index = bisect_right(self.starts, place) - 1
        return self.properties[index] if 0 <= index < len(self.properties) else b""


def _pieces(main: bytes, table: bytes) -> Iterator[_Piece]:
    at, length = struct.unpack_from("<II", main, _PIECES)
    clx = table[at : at + length]
    at = 0
    while clx[at] == 1:  # properties of fast saving, kept apart from the text
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at] != 2:
        raise ValueError("no piece table")
    size = struct.unpack_from("<I", clx, at + 1)[0]
    count = (size - 4) // 12
    places = struct.unpack_from(f"<{count + 1}I", clx, at + 5)
    for index in range(count):
        place = struct.unpack_from("<I", clx, at + 5 + 4 * (count + 1) + 8 * index + 2)[0]
        compressed = bool(place & 0x4000_0000)
        place &= 0x3FFF_FFFF
        length = places[index + 1] - places[index]
        if not 0 <= length <= _MAX_TEXT:
            raise ValueError("a piece of impossible length")
        yield _Piece(place // 2 if compressed else place, 1 if compressed else 2, length)


def _runs(main: bytes, table: bytes, pointer: int, *, of_paragraphs: bool) -> _Runs:
    """Returns the properties of paragraphs or characters, from their pages of 512 bytes, [MS-DOC] 2.9.32 and 2.9.33."""
    at, length = struct.unpack_from("<II", main, pointer)
    count = (length - 4) // 8
    pages = struct.unpack_from(f"<{count}I", table, at + 4 * (count + 1)) if count > 0 else ()
    starts: list[int] = []
    properties: list[bytes] = []
    for number in dict.fromkeys(pages):
        page = main[512 * (number & 0x3F_FFFF) :][:512]
        if len(page) < 512:
            continue
        runs = min(page[511], 120)
        places = struct.unpack_from(f"<{runs + 1}I", page)
        for index in range(runs):
            word = page[4 * (runs + 1) + index * (13 if of_paragraphs else 1)] * 2
            starts.append(places[index])
            properties.append(_page_properties(page, word, of_paragraphs=of_paragraphs))
    order = sorted(range(len(starts)), key=starts.__getitem__)
    return _Runs(tuple(starts[i] for i in order), tuple(properties[i] for i in order))


def _page_properties(page: bytes, word: int, *, of_paragraphs: bool) -> bytes:
    if not word:
        return b""
    size = page[word]
    if not of_paragraphs:
        return page[word + 1 : word + 1 + size]
    if size:
        return page[word + 1 : word + 2 * size][2:]
    return page[word + 2 : word + 2 + 2 * page[word + 1]][2:]


def _properties(data: bytes, far: bytes) -> Iterator[tuple[int, bytes]]:
    """Yields the properties in a run (code, operand); those moved to the stream `Data` because they are long take their place."""
    at = 0
    while at + 2 <= len(data):
        code = struct.unpack_from("<H", data, at)[0]
        at += 2
        if code == _CELLS:
            size = struct.unpack_from("<H", data, at)[0] + 1 if at + 2 <= len(data) else 0
            operand = data[at + 2 : at + size]
        else:
            size = (1, 1, 2, 4, 2, 2, 0, 3)[code >> 13] or (data[at] + 1 if at < len(data) else 1)
            operand = data[at : at + size]
        at += size
        if code == _FAR_PROPERTIES and len(operand) == 4:
            place = struct.unpack("<I", operand)[0]
            if place + 2 <= len(far):
                yield from _properties(far[place + 2 : place + 2 + struct.unpack_from("<H", far, place)[0]], b"")
            continue
        yield code, operand


def _row_end(operand: bytes) -> _RowEnd:
    count = operand[0] if operand else 0
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    down, across = [], []
    for index in range(count):
        place = 1 + 2 * (count + 1) + 20 * index
        grip = struct.unpack_from("<H", operand, place)[0] if place + 2 <= len(operand) else 0
        across.append({1: "restart", 2: "continue", 3: "continue"}.get(grip & 3, ""))
        down.append({1: "continue", 2: "restart", 3: "restart"}.get(grip >> 5 & 3, ""))
    return _RowEnd(edges, tuple(down), tuple(across))


def _paragraphs(main: bytes, table: bytes, far: bytes) -> Iterator[_DocParagraph]:
    """Yields the paragraphs of the main text with what their properties say of tables."""
    paragraph_runs = _runs(main, table, _PARAGRAPH_PAGES, of_paragraphs=True)
    character_runs = _runs(main, table, _CHARACTER_PAGES, of_paragraphs=False)
    left = min(struct.unpack_from("<I", main, _LENGTH_OF_TEXT)[0], _MAX_TEXT)
    text: list[str] = []
    fields: list[bool] = []  # for each open field, whether its result has begun
    for piece in _pieces(main, table):
        length = min(piece.length, left)
        left -= length
        raw = main[piece.at : piece.at + piece.width * length]
        characters = raw.decode("cp1252" if piece.width == 1 else "utf-16-le", "replace")
        unseen = _unseen(character_runs, piece, len(characters))
        for index, character in enumerate(characters):
            if character in (_CELL_MARK, _PARAGRAPH_MARK):
                yield _ended(text, character, paragraph_runs.at(piece.at + piece.width * index), far)
                text = []
            elif character == _FIELD_BEGIN:
                fields.append(False)
            elif character == _FIELD_RESULT and fields:
                fields[-1] = True
            elif character == _FIELD_END and fields:
                fields.pop()
            elif all(fields) and not unseen[index]:
                text.append(_REPLACED.get(character, character))
        if not left:
            break
    if text:
        yield _DocParagraph("".join(text))


def _unseen(runs: _Runs, piece: _Piece, length: int) -> bytearray:
    """Returns for each character of a piece whether it is deleted or hidden."""
    unseen = bytearray(length)
    first = max(bisect_right(runs.starts, piece.at) - 1, 0)
    for index in range(first, bisect_left(runs.starts, piece.at + piece.width * length)):
        if any(code in (_DELETED, _HIDDEN) and operand[:1] == b"\x01" for code, operand in _properties(runs.properties[index], b"")):
            start = max((runs.starts[index] - piece.at) // piece.width, 0)
            end = (runs.starts[index + 1] - piece.at) // piece.width if index + 1 < len(runs.starts) else length
            unseen[start:end] = b"\x01" * (min(end, length) - start)
    return unseen


def _ended(text: list[str], mark: str, properties: bytes, far: bytes) -> _DocParagraph:
    found = dict(_properties(properties, far))
    row = found.get(_ROW_END, b"\x00")[:1] == b"\x01"
    return _DocParagraph(
        "".join(text),
        ends_cell=mark == _CELL_MARK,
        in_table=found.get(_IN_TABLE, b"\x00")[:1] == b"\x01" or mark == _CELL_MARK,
        row=_row_end(found[_CELLS]) if row and _CELLS in found else _RowEnd((), (), ()) if row else None,
    )


# --- parts -------------------------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Row:
    cells: list[str] = field(default_factory=list)
    end: _RowEnd = _RowEnd((), (), ())


def _parts(paragraphs: Iterator[_DocParagraph]) -> Iterator[Part]:
    rows: list[_Row] = []
    cells: list[str] = []
    lines: list[str] = []
    for paragraph in paragraphs:
        if not paragraph.in_table:
            if rows:
                yield _table(rows)
                rows, cells, lines = [], [], []
            for line in paragraph.text.split("\n"):
                yield Paragraph(_tidy(line))
        elif paragraph.row is not None:
            rows.append(_Row(cells, paragraph.row))
            cells, lines = [], []
        else:
            lines += paragraph.text.split("\n")
            if paragraph.ends_cell:
                cells.append(_tidy(join_lines(lines)))
                lines = []
    if rows:
        yield _table(rows)


def _table(rows: Sequence[_Row]) -> TablePart:
    """Returns the table of `rows`: cells span the columns that all rows' edges make, and the rows their merges say."""
    rows = rows[:MAX_ROWS]
    places = _columns(edge for row in rows for edge in row.end.edges)
    laid: list[list[CellPart]] = []
    above: dict[int, tuple[int, int]] = {}
    for row in rows:
        laid.append([])
        open_cells: dict[int, tuple[int, int]] = {}
        end = row.end
        sized = len(end.edges) == len(row.cells) + 1
        if sized and places[end.edges[0]]:
            laid[-1].append(CellPart("", 1, places[end.edges[0]]))
        for index, text in enumerate(row.cells):
            if not sized:
                laid[-1].append(CellPart(text))
                continue
            column = places[end.edges[index]]
            colspan = max(1, places[end.edges[index + 1]] - column)
            if end.across[index] == "continue" and laid[-1]:
                last = laid[-1][-1]
                laid[-1][-1] = CellPart(join_lines((last.text, text)), last.rowspan, last.colspan + colspan)
            elif end.down[index] == "continue" and column in above:
                r, c = above[column]
                laid[r][c] = CellPart(laid[r][c].text, laid[r][c].rowspan + 1, laid[r][c].colspan)
                open_cells[column] = r, c
            else:
                laid[-1].append(CellPart(text, 1, colspan))
                if end.down[index]:
                    open_cells[column] = len(laid) - 1, len(laid[-1]) - 1
        above = open_cells
    return TablePart(tuple(map(tuple, laid)))


#: Edges of one column differ by a few twips (1/20 point) from row to row.
_SAME_EDGE = 60


def _columns(edges: Iterator[int]) -> dict[int, int]:
    """Returns the column that begins at each edge, near edges taken as one."""
    columns: dict[int, int] = {}
    last, column = None, -1
    for edge in sorted(set(edges)):
        if last is None or edge - last > _SAME_EDGE:
            column += 1
        columns[edge] = column
        last = edge
    return columns


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
