"""Tables out of ruling lines: which lines belong together, which cells they part, and what stands in each.

Places are in points from the page's top left corner. Used for PDF pages; it knows nothing of PDF itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from extract.document import MAX_COLUMNS, CellPart
from extract.line_ends import join_lines

#: Lines this near are one line: double borders, and the two sides of a border drawn cell by cell.
_NEAR = 3.0
#: Ends this near meet: writers leave gaps between the borders of neighbouring cells, and dashes.
_GAP = 5.0
#: Shorter lines are ticks, glyphs drawn as paths, and dashes that were not joined.
_SHORTEST = 6.0
#: More lines of one direction than any form has (the longest has 60 rows); beyond, the drawing is no table.
_MAX_EDGES = 300
#: A row of full width in a table without lines at its sides; the longest label takes three lines.
_HIGHEST_ROW = 60.0
#: The margins left and right of a cell's text together (Word: 5.4 points each).
_CELL_MARGINS = 10.8
#: A figure is broken only where not one digit more fits; a label up to two characters earlier, as 、 begins no line and （ ends none.
_FIGURE_SPARE, _LABEL_SPARE = 1.2, 2.5
#: Page ends one table runs over; the longest form takes five pages.
_MAX_BREAKS = 20


@dataclass(frozen=True, slots=True)
class Character:
    """One character and its box; `base` is the line it stands on."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float

    @property
    def size(self) -> float:
        return max(self.bottom - self.top, 1.0)

    @property
    def width(self) -> float:
        return max(self.right - self.left, 0.5)

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, self.base - 0.35 * self.size


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight line: horizontal at y = `at` from x `start` to `end`, or vertical at x = `at` from y `start` to `end`."""

    horizontal: bool
    at: float
    start: float
    end: float


def grids(edges: Iterable[Edge], characters: Sequence[Character]) -> list[Grid]:
    """Returns the tables that the lines form, from the top; frames of a single cell and empty drawings are none."""
    drawn = list(edges)
    across, down = (_merged([edge for edge in drawn if edge.horizontal is flat]) for flat in (True, False))
    if len(across) > _MAX_EDGES or len(down) > _MAX_EDGES:
        return []
    found = []
    taken: set[int] = set()
    # the smallest first, so that a table inside a frame keeps its characters
    for group in sorted(_connected(across, down), key=_area):
        grid = _grid(group, [character for character in characters if id(character) not in taken])
        if grid is not None and len(grid.characters) > 1 and grid.width * grid.height > 1:
            taken.update(id(character) for character in grid.characters)
            found.append(grid)
    return sorted(found, key=lambda grid: grid.top)


def _merged(edges: list[Edge]) -> list[Edge]:
    """Returns the lines that near, overlapping pieces make up."""
    merged: list[Edge] = []
    lines: list[list[Edge]] = []
    for edge in sorted(edges, key=lambda edge: edge.at):
        if lines and edge.at - lines[-1][0].at <= _NEAR / 2:
            lines[-1].append(edge)
        else:
            lines.append([edge])
    for line in lines:
        at = sum(edge.at for edge in line) / len(line)
        line.sort(key=lambda edge: edge.start)
        start, end = line[0].start, line[0].end
        for edge in line[1:]:
            if edge.start - end > _GAP:
                merged.append(Edge(edge.horizontal, at, start, end))
                start, end = edge.start, edge.end
            end = max(end, edge.end)
        merged.append(Edge(line[0].horizontal, at, start, end))
    return [edge for edge in merged if edge.end - edge.start >= _SHORTEST]


def _connected(across: list[Edge], down: list[Edge]) -> Iterator[list[Edge]]:
    """Yields the lines in groups that meet or cross; a line that meets none is an underline."""
    edges = [*across, *down]
    group = list(range(len(edges)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for i, flat in enumerate(across):
        for j, upright in enumerate(down, len(across)):
            if flat.start - _GAP <= upright.at <= flat.end + _GAP and upright.start - _GAP <= flat.at <= upright.end + _GAP:
                group[root(i)] = root(j)
    members: dict[int, list[Edge]] = {}
    for index, edge in enumerate(edges):
        members.setdefault(root(index), []).append(edge)
    return (found for found in _without_sides(members.values()) if not all(edge.horizontal for edge in found))


def _without_sides(groups: Iterable[list[Edge]]) -> Iterator[list[Edge]]:
    """Yields the groups, those put together that are one table without lines at its sides.

    There nothing crosses the lines around a cell of full width (一、主动公开情况), and the groups above and below it meet no line.
    """
    open_group: list[Edge] = []
    for group in sorted(groups, key=lambda group: _box(group)[1]):
        if not _is_open(group):
            yield group
        elif open_group and _follows(open_group, group):
            open_group = [*open_group, *group]
        else:
            if open_group:
                yield open_group
            open_group = group
    if open_group:
        yield open_group


def _is_open(group: list[Edge]) -> bool:
    left, _, right, _ = _box(group)
    return not any(abs(edge.at - side) <= _GAP for edge in group if not edge.horizontal for side in (left, right))


def _follows(above: list[Edge], below: list[Edge]) -> bool:
    """Returns whether `below` is as wide as `above`, at the same place, and not farther down than a row is high."""
    left, _, right, bottom = _box(above)
    left_below, top, right_below, _ = _box(below)
    return abs(left - left_below) <= _GAP and abs(right - right_below) <= _GAP and top - bottom <= _HIGHEST_ROW


def _area(edges: list[Edge]) -> float:
    left, top, right, bottom = _box(edges)
    return (right - left) * (bottom - top)


def _box(edges: Iterable[Edge]) -> tuple[float, float, float, float]:
    xs: list[float] = []
    ys: list[float] = []
    for edge in edges:
        (xs if edge.horizontal else ys).extend((edge.start, edge.end))
        (ys if edge.horizontal else xs).append(edge.at)
    return min(xs), min(ys), max(xs), max(ys)


def _grid(edges: list[Edge], characters: Sequence[Character]) -> Grid | None:
    left, top, right, bottom = _box(edges)
    # the outer border where the writer left it open
    frame = [Edge(True, at, left, right) for at in (top, bottom)] + [Edge(False, at, top, bottom) for at in (left, right)]
    inside = [c for c in characters if left <= c.middle[0] <= right and top <= c.middle[1] <= bottom]
    grid = Grid((*edges, *frame), tuple(inside))
    return grid if 0 < grid.width <= MAX_COLUMNS and grid.height > 0 else None


def _clustered(places: Iterable[float]) -> tuple[float, ...]:
    clusters: list[list[float]] = []
    for place in sorted(places):
        if clusters and place - clusters[-1][-1] <= _NEAR:
            clusters[-1].append(place)
        else:
            clusters.append([place])
    return tuple(sum(cluster) / len(cluster) for cluster in clusters)


#: How rows are numbered: 一、 （三） 2. — a label without a number, over a page break, goes on with the label above.
ENUMERATOR = re.compile(r"\s*(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．](?!\d))")
_FIGURE = re.compile(r"[-+−]?[\d,，.．\s%]+(?:[元万亿件条次个人]+)?")


@dataclass(frozen=True, slots=True)
class _Box:
    """A cell in place: rows `top` to `bottom`, columns `left` to `right` (both ends left out)."""

    top: int
    bottom: int
    left: int
    right: int
    text: str
    #: How many characters more its last line had room for; what goes on beyond a page break had none.
    spare: float


@dataclass(frozen=True)
class Grid:
    """Lines that part a table, and the characters among them; `breaks` are the heights at which it ran over a page end."""

    edges: tuple[Edge, ...]
    characters: tuple[Character, ...]
    breaks: tuple[float, ...] = ()

    @cached_property
    def _xs(self) -> tuple[float, ...]:
        return _clustered(edge.at for edge in self.edges if not edge.horizontal)

    @cached_property
    def _ys(self) -> tuple[float, ...]:
        return _clustered(edge.at for edge in self.edges if edge.horizontal)

    @property
    def width(self) -> int:
        return len(self._xs) - 1

    @property
    def height(self) -> int:
        return len(self._ys) - 1

    @property
    def top(self) -> float:
        return self._ys[0]

    @property
    def bottom(self) -> float:
        return self._ys[-1]

    def continues(self, above: Grid) -> bool:
        """Returns whether this grid, first on its page, goes on with the one that ended the page before: as wide, at the same place."""
        return (
            len(above.breaks) < _MAX_BREAKS
            and abs(self._xs[0] - above._xs[0]) <= 2 * _NEAR
            and abs(self._xs[-1] - above._xs[-1]) <= 2 * _NEAR
        )

    def joined(self, below: Grid) -> Grid:
        """Returns this grid with `below` put under it, its repeated head left out."""
        below = below._without_head(self)
        shift = self.bottom - below.top
        edges = (replace(e, at=e.at + shift) if e.horizontal else replace(e, start=e.start + shift, end=e.end + shift) for e in below.edges)
        characters = (replace(c, top=c.top + shift, bottom=c.bottom + shift, base=c.base + shift) for c in below.characters)
        return Grid((*self.edges, *edges), (*self.characters, *characters), (*self.breaks, self.bottom))

    def _without_head(self, above: Grid) -> Grid:
        """Returns this grid without the rows that repeat the first ones of `above` (Word repeats a table's head on each page)."""
        mine, theirs = self._boxes, above._boxes
        same = 0
        for row in range(1, min(self.height, above.height)):
            head = [(b.top, b.bottom, b.text) for b in mine if b.top < row]
            closed = all(bottom <= row for _, bottom, _ in head)
            if head != [(b.top, b.bottom, b.text) for b in theirs if b.top < row] or any(
                _FIGURE.fullmatch(text) for _, _, text in head if text
            ):
                break
            if closed and any(text for _, _, text in head):
                same = row
        if not same:
            return self
        cut = self._ys[same]
        kept = [
            e if e.horizontal else replace(e, start=max(e.start, cut))
            for e in self.edges
            if (e.at >= cut - _NEAR if e.horizontal else e.end > cut + _NEAR)
        ]
        return Grid(tuple(kept), tuple(c for c in self.characters if c.middle[1] > cut))

    def cells(self) -> list[list[CellPart]]:
        """Returns the cells row by row, each where it begins, with the rows and columns it spans."""
        boxes = self._bridged()
        # the second half of a row that was put together again begins no cell, and is no row any more
        begun = sorted({box.top for box in boxes})
        rows: list[list[CellPart]] = [[] for _ in begun]
        for box in boxes:
            row = bisect_left(begun, box.top)
            rows[row].append(CellPart(box.text, bisect_left(begun, box.bottom) - row, box.right - box.left))
        return rows

    @cached_property
    def _boxes(self) -> list[_Box]:
        """The cells in reading order, page breaks not yet bridged."""
        width, height = self.width, self.height
        right_wall, below_wall = self._walls()
        owner: dict[tuple[int, int], int] = {}
        spans: list[tuple[int, int, int, int]] = []
        for row in range(height):
            for column in range(width):
                if (row, column) in owner:
                    continue
                right = column + 1
                while right < width and (row, right - 1) not in right_wall and (row, right) not in owner:
                    right += 1
                bottom = row + 1
                # a row joins the cell only where the whole width does: what is no rectangle is parted into ones
                while (
                    bottom < height
                    and all((bottom - 1, c) not in below_wall for c in range(column, right))
                    and self._same_sides(bottom, column, right, right_wall)
                ):
                    bottom += 1
                for r in range(row, bottom):
                    for c in range(column, right):
                        owner[r, c] = len(spans)
                spans.append((row, bottom, column, right))
        held: list[list[Character]] = [[] for _ in spans]
        for character in self.characters:
            x, y = character.middle
            row = min(max(bisect_right(self._ys, y) - 1, 0), height - 1)
            column = min(max(bisect_right(self._xs, x) - 1, 0), width - 1)
            held[owner[row, column]].append(character)
        return [_Box(*span, *self._text(inside, span[2], span[3])) for span, inside in zip(spans, held, strict=True)]

    def _same_sides(self, row: int, left: int, right: int, walls: set[tuple[int, int]]) -> bool:
        inner = all((row, column) not in walls for column in range(left, right - 1))
        return inner and (right == self.width or (row, right - 1) in walls) and (left == 0 or (row, left - 1) in walls)

    def _walls(self) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
        """Returns the places (row, column) with a line on their right, and those with a line below."""
        right_wall: set[tuple[int, int]] = set()
        below_wall: set[tuple[int, int]] = set()
        middles_x = [(a + b) / 2 for a, b in zip(self._xs, self._xs[1:], strict=False)]
        middles_y = [(a + b) / 2 for a, b in zip(self._ys, self._ys[1:], strict=False)]
        for edge in self.edges:
            line = _nearest(self._ys if edge.horizontal else self._xs, edge.at) - 1
            for place, middle in enumerate(middles_x if edge.horizontal else middles_y):
                if edge.start - 1 <= middle <= edge.end + 1:
                    (below_wall if edge.horizontal else right_wall).add((line, place) if edge.horizontal else (place, line))
        return right_wall, below_wall

    def _text(self, characters: list[Character], left: int, right: int) -> tuple[str, float]:
        """Returns the text of a cell, and for how many characters more its last line had room."""
        lines = text_rows(characters)
        texts = [line_text(row) for row in lines]
        room = self._xs[right] - self._xs[left] - _CELL_MARGINS
        spare = [(room - (row[-1].right - row[0].left)) / max(character.width for character in row) for row in lines]
        if len(texts) > 1 and all(_FIGURE.fullmatch(text) for text in texts):
            # a figure too long for its cell goes on below (39857 / 58): the lines above had no room for another digit
            return ("" if all(free < _FIGURE_SPARE for free in spare[:-1]) else " ").join(texts), spare[-1]
        return join_lines(texts), spare[-1] if spare else 0.0

    def _bridged(self) -> list[_Box]:
        """Returns the cells, those that a page break cut in two put together again."""
        boxes = self._boxes
        for height in self.breaks:
            row = _nearest(self._ys, height)
            above = {(box.left, box.right): box for box in boxes if box.bottom == row}
            below = [box for box in boxes if box.top == row]
            pairs = [(above[box.left, box.right], box) for box in below if (box.left, box.right) in above]
            halves = pairs if _is_one_row(pairs) else _label_halves(pairs, below)
            gone = {id(lower) for _, lower in halves}
            whole = {id(upper): _put_together(upper, lower) for upper, lower in halves}
            boxes = [whole.get(id(box), box) for box in boxes if id(box) not in gone]
        return boxes


def _put_together(upper: _Box, lower: _Box) -> _Box:
    split_figure = upper.spare < _FIGURE_SPARE and _FIGURE.fullmatch(upper.text) and _FIGURE.fullmatch(lower.text)
    text = upper.text + lower.text if split_figure else join_lines((upper.text, lower.text))
    return _Box(upper.top, lower.bottom, upper.left, upper.right, text, lower.spare)


def _is_one_row(pairs: list[tuple[_Box, _Box]]) -> bool:
    """Returns whether a page break cut one row: its label is full and goes on without a number (or ended above), and no column has a
    figure on each side. A figure may be cut itself (2000 / 00); then it too is full above.
    """
    labels = [(upper, lower) for upper, lower in pairs if upper.text and lower.text and not _FIGURE.fullmatch(lower.text)]
    figures = [(upper, lower) for upper, lower in pairs if _FIGURE.fullmatch(lower.text)]
    return (
        bool(labels or figures)
        and all(
            upper.spare < _LABEL_SPARE and not ENUMERATOR.match(lower.text) and not _FIGURE.fullmatch(upper.text) for upper, lower in labels
        )
        and all(not upper.text or upper.spare < _FIGURE_SPARE for upper, _ in figures)
    )


def _label_halves(pairs: list[tuple[_Box, _Box]], below: list[_Box]) -> list[tuple[_Box, _Box]]:
    """Returns the labels beside several rows that a page break cut: （四）无 / 法提供 beside 2.没有现成信息…, which is a row of its own.

    Where one half is empty, the label was printed in the other.
    """
    numbered = [box.left for box in below if ENUMERATOR.match(box.text)]
    return [
        (upper, lower)
        for upper, lower in pairs
        if any(left > lower.left for left in numbered)
        and not (upper.text and ENUMERATOR.match(lower.text))
        and not _FIGURE.fullmatch(upper.text)
        and not _FIGURE.fullmatch(lower.text)
    ]


def _nearest(places: Sequence[float], place: float) -> int:
    at = bisect_right(places, place)
    return at - 1 if at == len(places) or (at and place - places[at - 1] <= places[at] - place) else at


def text_rows(characters: Iterable[Character]) -> list[list[Character]]:
    """Returns the characters line by line from the top, each line from the left; blanks are left out."""
    rows: list[list[Character]] = []
    shown = [character for character in characters if not character.text.isspace()]
    for character in sorted(shown, key=lambda character: (character.base, character.left)):
        if rows and character.base - rows[-1][0].base <= 0.4 * max(character.size, rows[-1][0].size):
            rows[-1].append(character)
        else:
            rows.append([character])
    for row in rows:
        row.sort(key=lambda character: character.left)
    return rows


def line_text(row: Sequence[Character]) -> str:
    """Returns the text of one line: the gaps that typesetting leaves between ideographs and figures are no spaces."""
    text = ""
    for last, character in zip([None, *row], row, strict=False):
        if last is not None and character.left - last.right > _SPACE[last.text.isascii(), character.text.isascii()] * character.size:
            text += " "
        text += character.text
    return text


#: How wide a gap is a space, in sizes of the character: between letters or figures a fifth, as in any text; beside an ideograph what no
#: justified line leaves (88779005    填表日期); between ideographs more than the letter-spaced labels of narrow cells have (商 业 企业).
_SPACE = {(True, True): 0.2, (True, False): 0.7, (False, True): 0.7, (False, False): 1.5}
