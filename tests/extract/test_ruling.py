"""Tables out of lines: whatever cells are drawn, however their borders are drawn, the same cells come back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.files.gutters import alignments
from extract.files.ruling import Character, Edge, grids, line_text, text_rows

_Cell = tuple[int, int, int, int]  # top, left, rows, columns


@st.composite
def _layouts(draw: st.DrawFn) -> tuple[list[float], list[float], list[_Cell]]:
    """Column and row boundaries, and rectangular cells that fill them; every row and column has a boundary of its own."""
    xs, ys = [50.0], [80.0]
    for _ in range(draw(st.integers(2, 6))):
        xs.append(xs[-1] + draw(st.integers(15, 120)))
    for _ in range(draw(st.integers(2, 8))):
        ys.append(ys[-1] + draw(st.integers(14, 60)))
    taken: set[tuple[int, int]] = set()
    cells: list[_Cell] = []
    height, width = len(ys) - 1, len(xs) - 1
    for row in range(height):
        for column in range(width):
            if (row, column) in taken:
                continue
            rows, columns = draw(st.integers(1, min(3, height - row))), draw(st.integers(1, min(3, width - column)))
            while any((row, c) in taken for c in range(column, column + columns)):
                columns -= 1
            taken.update((r, c) for r in range(row, row + rows) for c in range(column, column + columns))
            cells.append((row, column, rows, columns))
    return xs, ys, cells


def _character(text: str, x: float, y: float, size: float = 8.0) -> Character:
    return Character(text, x, x + size, y - size, y, y - 1)


@settings(max_examples=200, deadline=None)
@given(_layouts(), st.sampled_from([0.0, 0.7, 1.4]), st.booleans(), st.booleans())
def test_cells_come_back(layout: tuple[list[float], list[float], list[_Cell]], shaken: float, dashed: bool, open_sides: bool) -> None:
    xs, ys, cells = layout
    edges: list[Edge] = []
    characters: list[Character] = []
    for number, (row, column, rows, columns) in enumerate(cells):
        top, bottom, left, right = ys[row], ys[row + rows], xs[column], xs[column + columns]
        shift = shaken if number % 2 else 0.0
        edges += [Edge(True, at + shift, left, right) for at in (top, bottom)]
        edges += [Edge(False, at + shift, top, bottom) for at in (left, right) if not (open_sides and at in (xs[0], xs[-1]))]
        characters += [_character(digit, left + 3, bottom - 2) for digit in chr(0x4E00 + number)]
    if dashed:
        edges = [
            Edge(e.horizontal, e.at, e.start + step * 4, min(e.start + step * 4 + 3, e.end))
            for e in edges
            for step in range(int(e.end - e.start) // 4 + 1)
        ]
    found = grids(edges, characters)
    used_columns = sorted({column for _, column, _, _ in cells} | {column + columns for _, column, _, columns in cells})
    used_rows = sorted({row for row, _, _, _ in cells} | {row + rows for row, _, rows, _ in cells})
    if len(cells) == 1 or (open_sides and len(used_columns) == 2):
        return  # a frame, or lines that nothing crosses
    if open_sides and any(columns == len(xs) - 1 and ys[row + rows] - ys[row] + shaken > 60 for row, _, rows, columns in cells):
        return  # what stands between two lines so far apart, as they are shaken, may be text between two tables
    assert len(found) == 1
    got = [[(part.text, part.rowspan, part.colspan) for part in row] for row in found[0].cells()]
    want: list[list[tuple[str, int, int]]] = [[] for _ in used_rows[:-1]]
    for number, (row, column, rows, columns) in enumerate(cells):
        spans = used_rows.index(row + rows) - used_rows.index(row), used_columns.index(column + columns) - used_columns.index(column)
        want[used_rows.index(row)].append((chr(0x4E00 + number), *spans))
    assert got == [row for row in want if row]


def test_underlines_and_frames_are_no_tables() -> None:
    text = [_character("公", 60, 100), _character("开", 68, 100)]
    assert grids([Edge(True, 102, 60, 90)], text) == []
    frame = [Edge(True, at, 50, 200) for at in (80, 120)] + [Edge(False, at, 80, 120) for at in (50, 200)]
    assert grids(frame, text) == []


@given(st.lists(st.tuples(st.sampled_from("公开12 "), st.floats(0, 500), st.floats(0, 700)), max_size=60))
def test_any_characters_make_lines_and_perhaps_tables(places: list[tuple[str, float, float]]) -> None:
    rows = text_rows(_character(*place) for place in places)
    assert sum(map(len, rows)) == sum(not text.isspace() for text, _, _ in places)
    assert all(line_text(row) for row in rows)
    for table in alignments(rows):
        assert len({len(row) for row in table.rows}) == 1


def test_aligned_rows_without_lines() -> None:
    lines = [("收到申请数", "件", "12"), ("当面申请数", "件", "4"), ("网络申请数", "件", "8")]
    characters = [
        _character(character, x + 8 * place, 100 + 20 * number)
        for number, line in enumerate(lines)
        for x, text in zip((60, 200, 260), line, strict=True)
        for place, character in enumerate(text)
    ]
    (table,) = alignments(text_rows(characters))
    assert [tuple(cell.text for cell in row) for row in table.rows] == lines
    prose = [_character("公", 60 + 8 * place, 100 + 20 * number) for number in range(5) for place in range(30)]
    assert list(alignments(text_rows(prose))) == []
