"""Reads the forms whose rows are lines: the 2014 table and provincial ones, with one column of the year, and table three, by applicant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from typing import NamedTuple

from extract.catalogue import PARTIES, FormLine
from extract.cells import CellReading
from extract.forms.flattened import FlatCells, FlatRow
from extract.forms.heads import Head, Leaf, form_head, grid_head, role_head, role_of, value_leaf
from extract.forms.labels import Label, Layout, Row, align, part_label, read_label
from extract.forms.layouts import column_roles, drifted_party_heads, party_heads, table_three
from extract.forms.notes import Notes, give_up, state_all
from extract.forms.rows import FormRow, Piece, has_figures, labels_of
from extract.records import LedgerKind


class _Parsed(NamedTuple):
    """A row of a form of lines: its place for alignment, its words for people, its unit, and which piece stands under which leaf."""

    row: FormRow
    place: Row
    words: str
    unit: str
    head: Head[str]
    placed: dict[int, int] | None


def _parse(row: FormRow, head: Head[str]) -> _Parsed | None:
    """Returns the row as label, unit and values; None for a row without words."""
    placed = head.place(row)
    words = [
        piece for n, piece in enumerate(row.pieces) if piece.reading.kind in ("words", "ordinal") and (placed is None or n not in placed)
    ]
    if placed:
        words = [piece for piece in words if piece.column < row.pieces[min(placed)].column]
    labels = [piece for piece in words if piece.reading.kind == "words"]
    if not labels:
        return None
    own = next((piece for piece in reversed(labels) if not piece.carried), labels[-1])
    label = read_label(own.text)
    numbering = [piece for piece in words if piece.reading.kind == "ordinal" and piece.column < own.column]
    if label.number is None and numbering:
        label = Label(label.bare, read_label(numbering[-1].text + "项").number, label.unit)
    unit = next((piece.reading.unit for piece in row.pieces if piece.reading.kind == "unit"), "") or label.unit
    valued = any(piece.reading.kind not in ("words", "ordinal", "blank") for piece in row.pieces)
    above = tuple(read_label(piece.text).bare for piece in labels if piece is not own)
    return _Parsed(row, Row(label, unit, above, valued), " ".join(piece.text for piece in labels), unit, head, placed)


_ONE_COLUMN: Head[str] = Head((Leaf(0, 0, "value", ""),), gridded=False, printed=False)


def read_lines(rows: Sequence[FormRow], layout: Layout, year: int | None, notes: Notes) -> None:
    """Reads the 2014 form or a provincial one: lines with one column of figures, and others that are not of the year."""
    head, parsed, block, open_head = _ONE_COLUMN, [], -1, []
    for row in _side_by_side(rows, layout):
        if row.block != block:
            head, block = Head(head.leaves, gridded=False, printed=head.printed), row.block
        if _is_role_head(row, layout):
            open_head.append(row)
            head = role_head(open_head)
            for piece in row.pieces:
                if piece.reading.kind == "figure":
                    notes.account(piece, "ordinal")
            continue
        open_head = []
        entry = _parse(row, head)
        if entry is None:
            if has_figures(row):
                give_up(row, "no_label", "figures without a label", notes)
            continue
        parsed.append(_under_group(entry))
    for entry, line in zip(parsed, align([entry.place for entry in parsed], layout), strict=True):
        figures = [piece for piece in entry.row.pieces if piece.reading.kind in ("figure", "unread")]
        form_line = None if line is None else layout.lines[line].form_line
        if form_line is not None and form_line.metric:
            notes.forms["2014" if layout.name == "2014" else "local"] += 1
        if entry.placed is None:
            if figures:
                give_up(entry.row, "columns", f"{entry.words}: which column holds the year's figure is not clear", notes)
            continue
        chosen = value_leaf(entry.head, year)
        for number, leaf_number in entry.placed.items():
            piece, leaf = entry.row.pieces[number], entry.head.leaves[leaf_number]
            if leaf_number == chosen and form_line is not None and form_line.metric:
                if _differs_from_year_to_date(entry, piece):
                    notes.account(piece, "unread")
                    notes.finding("columns", f"{entry.words}: the period's figure and the year's differ", form_line.metric)
                    continue
                notes.take(form_line.metric, "all", piece, entry.row, entry.unit or read_label(leaf.text).unit, form_line.unit)
            elif piece.reading.kind in ("figure", "share", "unread", "ordinal"):
                _set_aside(piece, entry.row, leaf, leaf_number == chosen, entry, notes)
        if chosen is None and figures:
            notes.finding("no_total_column", f"{entry.words}: {len(figures)} columns of figures and none is named the total")
        if line is None and chosen is not None and figures:
            notes.finding("unknown_row", f"{entry.words}: no line of the form")


def _under_group(entry: _Parsed) -> _Parsed:
    """Returns the row under its group's name where its own words only say that it is the total (四、行政复议数量 | 合计 | 3)."""
    place = entry.place
    if place.above and column_roles().get(place.label.bare) == "value":
        return entry._replace(place=place._replace(label=Label(place.above[-1]), above=place.above[:-1]))
    return entry


def _differs_from_year_to_date(entry: _Parsed, piece: Piece) -> bool:
    """Returns whether the row has a figure for the year to date that is not `piece`'s, which is the year's (本年度 beside 本年累计)."""
    others = [entry.row.pieces[n] for n, leaf in (entry.placed or {}).items() if entry.head.leaves[leaf].meaning == "year_to_date"]
    return any(other.reading.kind == "figure" and other.reading.value != piece.reading.value for other in others)


_ASIDE: dict[str, LedgerKind] = {
    "cumulative": "cumulative",
    "year_to_date": "cumulative",
    "prior": "prior",
    "change": "change",
    "share": "share",
}


def _set_aside(piece: Piece, row: FormRow, leaf: Leaf[str], chosen: bool, entry: _Parsed, notes: Notes) -> None:
    """Accounts for a figure that is no fact of the year."""
    role = leaf.meaning or ""
    if piece.reading.kind == "share":
        notes.account(piece, "share")
    elif role.startswith("year:") and not chosen:
        notes.account(piece, "prior")
    elif role in _ASIDE:
        notes.account(piece, _ASIDE[role])
    elif role == "code" or piece.reading.kind == "ordinal":
        notes.account(piece, "ordinal")
    elif piece.reading.kind == "figure":
        notes.state(piece, row, entry.words if chosen or not leaf.text else f"{entry.words} {leaf.text}")
    else:
        notes.account(piece, "unread")


def _is_role_head(row: FormRow, layout: Layout) -> bool:
    """Returns whether the row is a head of a form of lines: words only, two of them known roles or years, none a line of the form."""
    texts = [piece for piece in row.pieces if piece.text]
    if any(piece.reading.kind in ("figure", "none") and len(texts) < 4 for piece in texts):
        return False
    roles = [role_of(piece.text) for piece in texts]
    known = sum(role is not None for role in roles)
    if any(piece.reading.kind == "figure" for piece in texts):
        # 甲 | 乙 | 丙 | 1 | 2 numbers the columns of the Gansu form.
        return [piece.text for piece in texts[:2]] == ["甲", "乙"]
    lines = any(layout.equals(label) for label in labels_of(row))
    return not lines and (known >= 2 or (known == 1 and len(texts) == 1 and not row.gridded))


def _side_by_side(rows: Sequence[FormRow], layout: Layout) -> list[FormRow]:
    """Returns the rows with each table that prints the form in two halves side by side cut into one half after the other."""
    result: list[FormRow] = []
    for _, block in groupby(rows, key=lambda row: row.block):
        mine = list(block)
        starts = Counter(
            piece.column
            for row in mine
            if row.gridded
            for piece in row.pieces
            if piece.reading.kind == "words" and layout.equals(read_label(piece.text))
        )
        cuts = sorted(column for column, count in starts.items() if count >= 3)
        if len(cuts) < 2 or not _figures_between(mine, cuts[0], cuts[1]):
            result.extend(mine)
            continue
        for first, last in zip(cuts, [*cuts[1:], 10**9], strict=True):
            for row in mine:
                half = tuple(piece for piece in row.pieces if first <= piece.column < last or (first == cuts[0] and piece.column < first))
                result.append(FormRow(row.start, row.end, half, row.block, row.gridded))
    return result


def _figures_between(rows: Sequence[FormRow], first: int, last: int) -> bool:
    return any(first < piece.column < last and piece.reading.kind == "figure" for row in rows for piece in row.pieces)


_PARTY_ORDER: Head[str] = Head(tuple(Leaf(0, 0, code, label) for code, label in PARTIES.items()), gridded=False, printed=False)


def read_table_three(rows: Sequence[FormRow], year: int | None, notes: Notes) -> None:
    """Reads table three: lines by applicant, or with one column of the year."""
    layout = table_three()
    parsed = _under_party_heads(rows, layout, year, notes)
    found = align([entry.place for entry in parsed], layout)
    # A group's name beside figures is a row of its own only where the table does not break the group down.
    broken_down = {layout.lines[line].ancestors[-1] for line in found if line is not None and layout.lines[line].ancestors}
    of_2021 = False
    for entry, line in zip(parsed, found, strict=True):
        is_own = line is not None and line not in broken_down and not _is_only_above(entry, line, layout)
        form_line = layout.lines[line].form_line if line is not None and is_own else None
        kept = _take_line(entry, form_line, notes)
        of_2021 |= kept and form_line is not None and form_line.number.startswith("三(六)") and form_line.number != "三(六)"
    if of_2021:
        notes.forms["2021"] += 3


def _under_party_heads(rows: Sequence[FormRow], layout: Layout, year: int | None, notes: Notes) -> list[_Parsed]:
    """Returns the rows of table three that have a label, each with the head it stands under."""
    head, parsed, block = _PARTY_ORDER, [], -1
    open_head: list[FormRow] = []
    for row in rows:
        is_head = (
            _is_party_head(row)
            or (row.block != block and _is_head_of_total(row))
            or _is_role_head(row, layout)
            or (bool(open_head) and _goes_on(row, open_head[-1], layout))
        )
        if open_head and (not is_head or row.block != block):
            head, open_head = _party_head(open_head, head, year, notes), []
        if row.block != block:
            head, block = Head(head.leaves, gridded=False, printed=head.printed), row.block
        if is_head:
            open_head.append(row)
            continue
        entry = _parse(row, head)
        if entry is not None:
            parsed.append(_parted(entry, layout))
        elif has_figures(row):
            give_up(row, "no_label", "figures without a label", notes)
    return parsed


def _take_line(entry: _Parsed, form_line: FormLine | None, notes: Notes) -> bool:
    """Keeps the figures of a row of table three; returns whether it could: the row is a line of the form, and its heads are known."""
    figures = [piece for piece in entry.row.pieces if piece.reading.kind in ("figure", "unread")]
    if form_line is None or not form_line.metric:
        if figures:
            notes.finding("unknown_row", f"{entry.words}: no line of table three")
            state_all(entry.row, notes, entry.words)
        return False
    if entry.placed is None and _may_be_in_forms_order(entry.head):
        entry = entry._replace(head=_PARTY_ORDER, placed=_PARTY_ORDER.place(entry.row))
    if entry.placed is None:
        if figures:
            message = f"{entry.words}: {len(figures)} figures for {len(entry.head.leaves)} heads"
            give_up(entry.row, "columns", message, notes, form_line.metric)
        return False
    if not entry.head.printed and not _sums_up(entry):
        message = f"{entry.words}: no heads, and the figures do not add up in the form's order"
        give_up(entry.row, "heads", message, notes, form_line.metric)
        return False
    if moved := _moved_total(entry):
        give_up(entry.row, "columns", f"{entry.words}: the sum of the figures stands before the total's column", notes, form_line.metric)
        if sum(bool(piece.reading.value) for piece in moved) > 2:
            notes.take(form_line.metric, "all", moved[-1], entry.row, entry.unit, form_line.unit)
        return False
    if form_line.number == "三(六)" and figures:
        notes.forms["2019"] += 1
    for number, leaf_number in entry.placed.items():
        piece, leaf = entry.row.pieces[number], entry.head.leaves[leaf_number]
        if leaf.meaning in PARTIES:
            notes.take(form_line.metric, leaf.meaning or "", piece, entry.row, entry.unit, form_line.unit)
        elif piece.reading.kind in ("figure", "share"):
            _set_aside(piece, entry.row, leaf, False, entry, notes)
            if leaf.meaning is None:
                notes.finding("unknown_column", f"{entry.words}: {leaf.text} is no applicant of the form")
    return True


def _party_head(rows: Sequence[FormRow], before: Head[str], year: int | None, notes: Notes) -> Head[str]:
    """Returns the head that `rows` make; the one `before` where they are no heads, one without leaves where they are not told apart."""
    head = form_head(rows, party_heads())
    own = (piece for piece in rows[-1].pieces if piece.text and not piece.carried)
    strange = any(party_heads().word(read_label(piece.text)) is None for piece in own)
    if head is None or (strange and not head.gridded) or any(leaf.meaning is None for leaf in head.leaves):
        head = _guessed_head(rows) or _whole_head(rows) or head
    if head is not None:
        return head
    labels = [label for row in rows for label in labels_of(row)]
    if not any(drifted_party_heads().word(label) for label in labels if label.bare not in column_roles()):
        roles = role_head(rows)
        if not roles.leaves:
            # 三、本年度 alone is a piece of a group's name that was broken into letters.
            return before
        chosen = value_leaf(roles, year)
        if chosen is not None and roles.leaves[chosen].meaning is not None:
            leaves = (Leaf(x.first, x.last, "all" if n == chosen else x.meaning, x.text) for n, x in enumerate(roles.leaves))
            return Head(tuple(leaves), roles.gridded)
    elif all(label.bare != "自然人" for label in labels):
        return before
    words = (drifted_party_heads().word(label) for label in labels)
    codes = [_LAST_WORDS[word] for word in words if word in _LAST_WORDS and word != "总计"]
    if len(codes) >= _MOST_HEADS and _in_forms_order(codes) and codes[-1] == "other_organisation":
        # A head is lost or has run together with another, and none of the last, which would be the label of the figures behind it.
        return _PARTY_ORDER
    notes.finding("heads", "the heads of table three are not told apart; its figures are not read")
    return Head((), gridded=False)


def _may_be_in_forms_order(head: Head[str]) -> bool:
    """Returns whether heads, of which a page or its conversion lost some, leave no doubt of the order of the others: it is the form's.

    A row of seven figures of which the last is the sum of the others (`_sums_up`) is read in that order then.
    """
    return 1 < len(head.leaves) < len(PARTIES) and _in_forms_order([leaf.meaning for leaf in head.leaves])


def _in_forms_order(codes: Iterable[str | None]) -> bool:
    """Returns whether the applicants among `codes` come in the form's order."""
    places = [_PLACES[code] for code in codes if code in _PLACES]
    return all(before < behind for before, behind in pairwise(places))


#: Applicant codes by their places in the form.
_PLACES = {code: place for place, code in enumerate(PARTIES)}


def _whole_head(rows: Sequence[FormRow]) -> Head[str] | None:
    """Returns the head of other words that are together all of the form's, in the form's order; None where `rows` are none."""
    head = form_head(rows, drifted_party_heads())
    return head if head is not None and [leaf.meaning for leaf in head.leaves] == list(PARTIES) else None


#: How many of the form's seven heads must stand at their place for the others to be told by theirs.
_MOST_HEADS = 4


def _guessed_head(rows: Sequence[FormRow]) -> Head[str] | None:
    """Returns a head of which not all is known, to be believed only row by row, where the figures add up to the total (`_sums_up`).

    Seven heads of which most are the form's at their places are the form's. A head too many (个体工商户, 序号), or 法人或其他组织 as one,
    is a column that is no applicant of the form.
    """
    if not all(row.gridded for row in rows):
        return None
    leaves = list(grid_head(rows, lambda path: party_heads().word(read_label(path[-1].text))))
    first = next((n for n, leaf in enumerate(leaves) if leaf.meaning == "自然人"), None)
    if first is None:
        return None
    leaves = [leaf for leaf in leaves[first:] if role_of(leaf.text) != "note"]
    named = [leaf.meaning for leaf in leaves if leaf.meaning in _LAST_WORDS]
    if len(set(named)) < len(named) or "总计" not in named:
        return None
    at_place = len(leaves) == len(PARTIES) and all(leaf.meaning in (None, own) for leaf, own in zip(leaves, _LAST_WORDS, strict=True))
    if at_place and len(named) >= _MOST_HEADS:
        codes: list[str | None] = list(PARTIES)
    elif len(leaves) == len(named) or not (set(named) == set(_LAST_WORDS) or len(leaves) == len(_FEWEST_HEADS)):
        return None
    else:
        codes = [None if leaf.meaning is None else _LAST_WORDS.get(leaf.meaning) for leaf in leaves]
    return Head(tuple(Leaf(x.first, x.last, code, x.text) for x, code in zip(leaves, codes, strict=True)), gridded=True, printed=False)


#: The last word of each head of table three -> its code.
_LAST_WORDS: dict[str, str] = {label.split("·")[-1]: code for code, label in PARTIES.items()}
#: Table three without the kinds of organisations.
_FEWEST_HEADS = ("自然人", "法人或其他组织", "总计")


def _goes_on(row: FormRow, above: FormRow, layout: Layout) -> bool:
    """Returns whether a row of words below heads is more of them: the organisations, under names that only some bodies have."""
    texts = [piece for piece in row.pieces if piece.text and not piece.carried]
    if not row.gridded or row.block != above.block or len(texts) < 2 or any(piece.reading.kind != "words" for piece in texts):
        return False
    return not any(layout.equals(label) for label in labels_of(row) if label.bare not in party_heads().words)


def _parted(entry: _Parsed, layout: Layout) -> _Parsed:
    """Returns the row with the names of groups before its label put above it: 三、本年度办理结果 （三）不予公开 1.属于国家秘密."""
    place = entry.place
    texts = [piece.text for piece in entry.row.pieces if piece.reading.kind == "words"]
    text = next((text for text in reversed(texts) if read_label(text) == place.label), "")
    above, label = part_label(text, layout)
    if label.number == (2, 7) and party_heads().word(label) == "总计":
        # （七）合计: the number says that the total meant is that of the outcomes.
        return entry._replace(place=place._replace(label=Label("总计", (2, 7), label.unit)))
    return entry._replace(place=place._replace(label=label, above=(*place.above, *above))) if above else entry


def _is_only_above(entry: _Parsed, line: int | None, layout: Layout) -> bool:
    """Returns whether `line` is a group's name and the row has words of its own beside it (a shifted row: 2.重复申请 | （五）不予处理)."""
    if line is None or not layout.lines[line].optional:
        return False
    groups = {layout.lines[ancestor].label.bare for ancestor in layout.lines[line].ancestors}
    return not groups.issuperset(entry.place.above)


def _is_party_head(row: FormRow) -> bool:
    words = [word for label in labels_of(row) if (word := drifted_party_heads().word(label)) is not None]
    if any(piece.reading.kind in ("figure", "none") for piece in row.pieces):
        return False
    return len(words) >= 2 or (len(words) == 1 and (not row.gridded or words[0] not in ("总计", "其他")))


def _is_head_of_total(row: FormRow) -> bool:
    """Tells whether a table's first row heads one column, the total's: （本列数据的勾稽关系为：…） | 总计."""
    texts = [piece for piece in row.pieces if piece.text]
    words = [party_heads().word(read_label(piece.text)) for piece in texts]
    return row.gridded and bool(texts) and texts[-1].column > 0 and words in (["总计"], [None, "总计"])


def _sums_up(entry: _Parsed) -> bool:
    """Returns whether the figure of the total is the sum of the others: of the form's applicants, or of all columns."""
    total, others, own = None, [], []
    for number, leaf in (entry.placed or {}).items():
        value, meaning = entry.row.pieces[number].reading.value, entry.head.leaves[leaf].meaning
        if value is None:
            return False
        if meaning == "all":
            total = value
        else:
            others.append(value)
            own.extend([value] if meaning else [])
    return bool(others) and total is not None and (sum(others) == total or (len(own) == len(PARTIES) - 1 and sum(own) == total))


def _moved_total(entry: _Parsed) -> list[Piece]:
    """Returns the figures of a row whose cells from one on are blank, the total's among them, where the last is the sum of the others.

    Then empty cells between them were lost: 2 | 1 | 3 |  |  |  | says that the total is 3, and not whose the others are. Of two alike
    (3 | 3, 0 | 1 | 1) even that is not certain, nor of noughts, whose sum is nought wherever a row breaks off.
    """
    cells = [entry.row.pieces[number] for number in sorted(entry.placed or {})]
    figures = [piece for piece in cells if piece.reading.kind == "figure" and piece.reading.value is not None]
    values = [piece.reading.value or Decimal(0) for piece in figures]
    behind = cells[len(values) :]
    if len(values) < 2 or len(behind) < 2 or any(piece.reading.kind != "blank" for piece in behind) or sum(values[:-1]) != values[-1]:
        return []
    return figures


def take_flattened(flat: FlatRow, notes: Notes) -> None:
    """Keeps the figures of a row whose digits ran together, or leaves them unread."""
    text = notes.document.text
    raw = text[flat.digits : flat.end]
    notes.kinds[flat.digits, flat.end] = "unread" if flat.values is None else "fact"
    if numbering := read_label(text[flat.start : flat.digits]).numbering:
        notes.kinds[flat.start, flat.start + numbering] = "ordinal"
    if flat.values is None:
        notes.finding(
            "flattened",
            f"{flat.metric}: {raw} are the digits of {len(PARTIES)} figures, and the rules leave no single reading",
            flat.metric,
        )
        return
    row = FormRow(flat.start, flat.end, (), -1, gridded=False)
    for party, value in zip(PARTIES, flat.values, strict=True):
        piece = Piece(raw, flat.digits, flat.end, 0, 1, CellReading("figure", Decimal(value)))
        notes.take(flat.metric, party, piece, row, "", "")


def take_flat_cells(cells: FlatCells, notes: Notes) -> None:
    """Keeps the zeros of a row of table two whose figures ran together, or leaves its figures unread."""
    raw = notes.document.text[cells.digits : cells.end]
    notes.kinds[cells.digits, cells.end] = "fact" if cells.zeros else "unread"
    if not cells.zeros:
        notes.finding("flattened", f"{notes.document.text[cells.start : cells.end]}: the figures of several columns ran together")
    row = FormRow(cells.start, cells.end, (), -1, gridded=False)
    for metric in cells.zeros:
        notes.take(metric, "all", Piece(raw, cells.digits, cells.end, 0, 1, CellReading("figure", Decimal(0))), row, "", "")
