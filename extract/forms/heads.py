"""The heads of a form's value columns, and which value of a row stands under which head."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from extract.fold import fold
from extract.forms.labels import read_label
from extract.forms.layouts import Heads, column_roles, heads_of_forms
from extract.forms.rows import FormRow, Piece

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Meaning]):
    """One value column: the columns `[first, last)` it covers, what it means (None for a head that is not the form's), its own words."""

    first: int
    last: int
    meaning: Meaning | None
    text: str


@dataclass(frozen=True, slots=True)
class Head(Generic[Meaning]):
    """The value columns of a table in order. Without `gridded` only their order means something.

    `printed` is False for a head that is taken from the form because the page shows none.
    """

    leaves: tuple[Leaf[Meaning], ...]
    gridded: bool
    printed: bool = True
    #: Column -> leaf number.
    leaf_at: Mapping[int, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        columns = {column: number for number, leaf in enumerate(self.leaves) for column in range(leaf.first, leaf.last)}
        object.__setattr__(self, "leaf_at", columns)

    def place(self, row: FormRow) -> dict[int, int] | None:
        """Returns the leaf number of each piece number of `row`, None where it is not clear which value stands under which head.

        Either every piece lies within one leaf's columns and no leaf is left over, or the row ends in exactly as many pieces as there are
        leaves. A row with a cell too few could have lost any of them, and one that a figure above reaches into has moved.
        """
        if any(piece.carried and piece.reading.kind == "figure" for piece in row.pieces):
            return None
        if self.gridded and row.gridded and self.leaves:
            placed = self._by_columns(row)
            if placed is not None:
                return placed
        values = _after_label(row)
        while len(values) > len(self.leaves) and row.pieces[values[-1]].reading.kind == "blank":
            values.pop()
        if len(values) != len(self.leaves):
            return None
        return {piece: leaf for leaf, piece in enumerate(values)}

    def _by_columns(self, row: FormRow) -> dict[int, int] | None:
        leaf_at = self.leaf_at
        placed: dict[int, int] = {}
        taken: set[int] = set()
        for number, piece in enumerate(row.pieces):
            leaf = leaf_at.get(piece.column)
            last = leaf_at.get(piece.column + piece.width - 1)
            if leaf != last:
                # One empty cell under several heads says nothing of any of them.
                covered = {leaf_at[column] for column in range(piece.column, piece.column + piece.width) if column in leaf_at}
                if piece.reading.kind != "blank" or leaf is None or last is None or covered & taken:
                    return None
                taken |= covered
                continue
            if leaf is None:
                beyond = piece.column >= self.leaves[0].first and piece.reading.kind == "figure"
                if beyond or (piece.width > 1 and any(column in leaf_at for column in range(piece.column, piece.column + piece.width))):
                    return None
            elif leaf in taken:
                if piece.reading.kind != "blank":
                    return None
            else:
                placed[number] = leaf
                taken.add(leaf)
        return placed if len(taken) == len(self.leaves) else None


def role_head(rows: Sequence[FormRow]) -> Head[str]:
    """Returns the head of a form of lines: each value column with its role (`columns.tsv`), `year:2016`, or None for words unknown.

    The column of the labels is the first that is no row number; it and those of units and notes are left out.
    """

    def meaning(path: tuple[Piece, ...]) -> str | None:
        for piece in reversed(path):
            if (role := role_of(piece.text)) is not None:
                return role
        return None

    if all(row.gridded for row in rows):
        leaves = list(grid_head(rows, meaning))
        label = next((n for n, leaf in enumerate(leaves) if leaf.meaning != "code"), 0)
        return Head(tuple(leaf for leaf in leaves[label + 1 :] if leaf.meaning not in _NO_FIGURES), gridded=True)
    pieces = [piece for row in rows for piece in row.pieces]
    roles = [role_of(piece.text) for piece in pieces]
    label = next((n for n, role in enumerate(roles) if role != "code"), 0)
    after = [(roles[n], pieces[n].text) for n in range(label + 1, len(pieces)) if roles[n] not in _NO_FIGURES]
    return Head(tuple(Leaf(0, 0, role, text) for role, text in after), gridded=False)


#: Columns that hold no figures; cells of theirs may be lacking.
_NO_FIGURES = ("unit", "note")
_YEAR_HEAD = re.compile(r"((?:19|20)\d\d)年?(?:度|数)?")


def role_of(text: str) -> str | None:
    """Returns the role of a head's text in a form of lines, None where it is not known."""
    year = _YEAR_HEAD.fullmatch(fold(text).replace(" ", ""))
    return f"year:{year[1]}" if year else column_roles().get(read_label(text).bare)


def value_leaf(head: Head[str], year: int | None) -> int | None:
    """Returns the number of the leaf that holds the year's figures, None where more than one may.

    Of several years the report's `year` is meant, the latest where that is not known. In an annual report the year to date is the year,
    and the period beside it the last months of it (定西: 本期实际, 本年累计). A single column of figures needs no known head.
    """
    meanings = [leaf.meaning for leaf in head.leaves]
    years = sorted(meaning for meaning in meanings if meaning and meaning.startswith("year:"))
    if years:
        wanted = years[-1] if year is None or len(years) == 1 else f"year:{year}"
    else:
        wanted = next((role for role in ("value", "year_to_date", "period") if role in meanings), "value")
    found = [n for n, leaf in enumerate(head.leaves) if leaf.meaning == wanted]
    if not found and not years:
        found = [n for n, leaf in enumerate(head.leaves) if leaf.meaning is None]
    return found[0] if len(found) == 1 else None


Standing = Literal["value", "part", "prior"]


def standing_of(names: Iterable[str], year: int | None) -> Mapping[str, Standing] | None:
    """Returns what the figures beside each name are, of rows or tables that differ by name only; None where it cannot be told.

    Names are years, of which the report year's (the latest, if that is not known) is meant; or bodies, with the one total of them all.
    Bodies without a total are parts. One row has no name, or one that says nothing (本年度, 数量).
    """
    given = list(names)
    roles = {name: role_of(name) if name else "value" for name in given}
    if len(given) == 1:
        role = roles[given[0]] or ""
        own = role == "value" or (role.startswith("year:") and (year is None or role == f"year:{year}"))
        return {given[0]: "value"} if own else {given[0]: "prior"} if role.startswith("year:") else None
    years = sorted(role for role in roles.values() if role and role.startswith("year:"))
    if years:
        own_year = f"year:{year}" if year is not None else years[-1]
        if len(years) < len(given) or own_year not in years:
            return None
        return {name: "value" if role == own_year else "prior" for name, role in roles.items()}
    totals = [name for name in given if name and is_total(name)]
    if len(totals) > 1 or any(role is not None for name, role in roles.items() if name not in totals):
        return None
    return {name: "value" if name in totals else "part" for name in given}


def is_total(name: str) -> bool:
    """Returns whether the name of a row is that of the total of the others: 合计, 总计, 全县合计, 全市总计."""
    bare = read_label(name).bare
    return bare.endswith(("合计", "总计", "共计")) or bare == "总数"


def _after_label(row: FormRow) -> list[int]:
    """Returns the numbers of a row's value pieces from their order alone: those after its label and before a note, the unit left out."""
    kinds = [piece.reading.kind for piece in row.pieces]
    words = [n for n, kind in enumerate(kinds) if kind == "words"]
    first = next((n for n, kind in enumerate(kinds) if kind in ("figure", "none", "unread") and (not words or n > words[0])), len(kinds))
    label = max((n for n in words if n < first), default=-1)
    note = next((n for n in words if n > first), len(kinds))
    return [n for n in range(label + 1, note) if kinds[n] != "unit"]


def grid_head(rows: Sequence[FormRow], meaning: Callable[[tuple[Piece, ...]], Meaning | None]) -> tuple[Leaf[Meaning], ...]:
    """Returns the leaves of gridded head rows: one for each stretch of columns under the same pieces, `meaning` told from those pieces."""
    columns: dict[int, list[Piece]] = {}
    for row in rows:
        for piece in row.pieces:
            if piece.text:
                for column in range(piece.column, piece.column + piece.width):
                    path = columns.setdefault(column, [])
                    if piece not in path and not any(other.start == piece.start for other in path):
                        path.append(piece)
    leaves: list[Leaf[Meaning]] = []
    previous: list[Piece] = []
    for column in sorted(columns):
        path = columns[column]
        if leaves and path == previous and leaves[-1].last == column:
            leaves[-1] = Leaf(leaves[-1].first, column + 1, leaves[-1].meaning, leaves[-1].text)
        else:
            leaves.append(Leaf(column, column + 1, meaning(tuple(path)), path[-1].text))
        previous = path
    return tuple(leaves)


def whole_heads(rows: Sequence[FormRow]) -> list[FormRow]:
    """Returns the rows, heads of a table that were cut in two rows as one: 商业 | 科研 | 其他 over 企业 | 机构."""
    whole: list[FormRow] = []
    for row in rows:
        joined = _joined(whole[-1], row) if whole and row.gridded and whole[-1].block == row.block else None
        if joined is None:
            whole.append(row)
        else:
            whole[-1] = joined
    return whole


def _joined(above: FormRow, below: FormRow) -> FormRow | None:
    """Returns the two rows as one, None unless every cell of `below` ends, in order, a head of the form that a cell of `above` begins."""
    endings = [piece for piece in below.pieces if piece.text and not piece.carried]
    if not endings or any(piece.reading.kind != "words" or len(piece.text) > _LONGEST_HALF for piece in endings):
        return None
    pieces: list[Piece] = []
    for piece in above.pieces:
        text = piece.text + endings[0].text if endings and piece.text else ""
        if text and read_label(text).bare in heads_of_forms():
            endings = endings[1:]
            piece = piece._replace(text=text, tall=False)
        pieces.append(piece)
    return None if endings else FormRow(above.start, below.end, tuple(pieces), above.block, above.gridded)


#: Half of a head of the forms (行政诉讼未经复议直接起诉 is one).
_LONGEST_HALF = 12


def form_head(rows: Sequence[FormRow], heads: Heads) -> Head[str] | None:
    """Returns the head that `rows` make for a form with fixed heads (applicants, or groups and results); None if they are not its heads.

    On a page with spans each column's heads stand over it, in any order. A page that lost its spans gives the heads level after level; then
    they must be all of the form's in the form's order, or one level of distinct leaves.
    """

    def words_over(path: tuple[Piece, ...]) -> tuple[str, ...] | None:
        return tuple(word for piece in path if (word := heads.word(read_label(piece.text))) is not None) or None

    order = tuple(heads.leaves.values())
    if all(row.gridded for row in rows):
        leaves = grid_head(rows, words_over)
        # A page without spans puts heads of different groups into one column: then some column has words that make no leaf. Where a group's
        # name is lost its columns may have moved: then only the form's own order is believed.
        over = [leaf.meaning for leaf in leaves if leaf.meaning]
        named = [heads.leaf(words) for words in over]
        if len(named) >= 2 and None not in named and len(set(named)) == len(named):
            grouped = all(set(words) in map(set, heads.leaves) for words in over)
            if grouped or len(rows) == 1 or named == list(order):
                first = next(n for n, leaf in enumerate(leaves) if leaf.meaning)
                return Head(tuple(Leaf(x.first, x.last, heads.leaf(x.meaning or ()), x.text) for x in leaves[first:]), gridded=True)
    pieces = [piece for row in rows for piece in row.pieces if piece.text and not piece.carried]
    found = [word for piece in pieces if (word := heads.word(read_label(piece.text))) is not None]
    if found == heads.in_reading_order():
        return Head(tuple(Leaf(0, 0, value, leaf[-1]) for leaf, value in heads.leaves.items()), gridded=False)
    # One level of heads says its own order only on one line; on several the group names that told the order apart may be lost.
    names = {leaf[-1] for leaf in heads.leaves}
    found = [word for word in found if word in names]
    flat = [heads.leaf([word]) for word in found]
    if flat == list(order) or (len(rows) == 1 and None not in flat and set(flat) == set(order) and len(flat) == len(order)):
        return Head(tuple(Leaf(0, 0, value, word) for value, word in zip(flat, found, strict=True)), gridded=False)
    return None
