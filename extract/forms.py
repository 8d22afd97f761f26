"""Reads the statistics forms of a report: the 2014 table, tables two, three and four of 2019 and 2021, and provincial forms.

A figure becomes a fact only where the grid says which cell it is in: its row is known beyond doubt (`extract.form_labels`), and its column is
headed by a head of the form. All other figures are statements or stay unread, and a finding says why. Blank cells, dashes and 无 are no
zeros: the form asks for a figure, and a body that means zero can write it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby
from typing import Literal

from extract.catalogue import METRICS, PARTIES
from extract.document import Document
from extract.figures import find_figures, view_of
from extract.fold import fold
from extract.form_cells import MONEY, CellReading, in_unit
from extract.form_flattened import FlatRow, read_flattened
from extract.form_heads import Head, Leaf, form_head, grid_head, role_head, role_of, value_leaf
from extract.form_labels import Label, Layout, Row, align, read_label
from extract.form_layouts import Crossed, column_roles, line_labels, line_layouts, party_heads, table_four, table_three, table_two
from extract.form_rows import FormRow, Piece, rows_of
from extract.records import Fact, Finding, Form, LedgerEntry, LedgerKind, Scope, Statement

Kind = Literal["lines", "two", "three", "four"]


@dataclass(frozen=True, slots=True)
class FormReading:
    """What the forms of a document say. `taken` are the stretches of the text that are accounted for and need no other reading."""

    form: Form | None
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...]
    ledger: tuple[LedgerEntry, ...]
    findings: tuple[Finding, ...]
    taken: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Notes:
    """What is gathered while the rows are read."""

    document: Document
    facts: list[Fact] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    kinds: dict[tuple[int, int], LedgerKind] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    blank: list[str] = field(default_factory=list)
    forms: Counter[Form] = field(default_factory=Counter)
    scopes: dict[int, Scope] = field(default_factory=dict)

    def finding(self, rule: str, message: str, *metrics: str) -> None:
        new = Finding(rule, "cannot_tell", metrics, message)
        if self.findings[-1:] != [new]:
            self.findings.append(new)

    def account(self, piece: Piece, kind: LedgerKind) -> None:
        self.kinds[piece.start, piece.end] = kind

    def state(self, piece: Piece, row: FormRow, subject: str) -> None:
        """Keeps a figure outside the catalogue."""
        self.account(piece, "statement")
        reading = piece.reading
        quote = self.document.text[row.start : row.end]
        self.statements.append(Statement(subject, reading.value, reading.unit, reading.qualifier, quote, row.start, row.end))

    def take(self, metric: str, party: str, piece: Piece, row: FormRow, printed_unit: str, form_unit: str) -> None:
        """Keeps the figure of a cell as a fact, or says why it is none.

        `printed_unit` is the unit the table gives beside the figure, `form_unit` the one the form has for the line.
        """
        reading, code = piece.reading, metric if party == "all" else f"{metric}/{party}"
        if reading.kind == "blank":
            self.blank.append(code)
            return
        if reading.kind != "figure" or reading.value is None:
            if reading.kind == "none":
                self.finding("no_figure", f"{code}: the cell says {piece.text!r}, which is no figure", code)
            else:
                self.account(piece, "unread")
                self.finding("unread", f"{code}: the cell says {piece.text!r}, which is not read as one figure", code)
            return
        value = self._in_unit(reading, printed_unit, form_unit, metric, code, piece)
        if value is None:
            self.account(piece, "unread")
            return
        self.account(piece, "fact")
        start, end = self._line(piece, row)
        self.facts.append(
            Fact(
                metric=metric,
                value=value,
                unit=METRICS[metric].unit,
                raw=piece.text,
                quote=self.document.text[start:end],
                start=start,
                end=end,
                source="table",
                party=party,
                scope=self.scopes.get(row.block) or self.scopes.setdefault(row.block, _scope(self.document, row)),
                qualifier=reading.qualifier,
            )
        )

    def _line(self, piece: Piece, row: FormRow) -> tuple[int, int]:
        """Returns the line that states a figure: its row's; in a turned table, whose row is a column of the page, the page's row."""
        if "\n" not in self.document.text[row.start : row.end] or not row.gridded:
            return row.start, row.end
        end = self.document.text.find("\n", piece.end)
        return self.document.text.rfind("\n", 0, piece.start) + 1, len(self.document.text) if end < 0 else end

    def _in_unit(self, reading: CellReading, printed: str, form_unit: str, metric: str, code: str, piece: Piece) -> Decimal | None:
        """Returns the figure in the metric's own unit, None with a finding where it cannot be that metric's."""
        value, own = reading.value, METRICS[metric].unit
        assert value is not None  # noqa: S101
        if piece.tall:
            self.finding("spread", f"{code}: the cell {piece.text!r} stands beside several rows", code)
            return None
        unit = reading.unit or printed
        if own in MONEY and not unit and value:
            if not form_unit or value >= IMPLAUSIBLE_WITHOUT_UNIT:
                self.finding("unit", f"{code}: {piece.text} stands without a unit of money", code)
                return None
            self.finding("unit", f"{code}: {piece.text} stands without a unit; the form's {form_unit} is taken", code)
            unit = form_unit
        result = in_unit(value, unit, own)
        if result is None:
            self.finding("unit", f"{code}: {piece.text} is given in {unit}, the metric in {own}", code)
        elif result < 0 and not metric.endswith("_change"):
            self.finding("negative", f"{code}: {piece.text} is below zero", code)
            return None
        elif own not in MONEY and result != result.to_integral_value():
            self.finding("fraction", f"{code}: {piece.text} is no whole number", code)
            return None
        return result


#: Without a unit the forms' 万元 is believed up to ten million yuan; above it a body is more likely to have written yuan.
IMPLAUSIBLE_WITHOUT_UNIT = Decimal(1000)


def read_forms(document: Document) -> FormReading:
    """Returns what the statistics forms in `document` say; an empty reading where it has none."""
    notes = _Notes(document)
    flattened = read_flattened(document)
    rows = [row for row in rows_of(document) if not any(flat.start < row.end and row.start < flat.end for flat in flattened)]
    kinds = _kinds(rows)
    three = [row for row, kind in zip(rows, kinds, strict=True) if kind == "three"]
    lines = [row for row, kind in zip(rows, kinds, strict=True) if kind == "lines"]
    if lines:
        layout = max(line_layouts(), key=lambda layout: sum(bool(layout.equals(label)) for row in lines for label in _labels(row)))
        _read_lines(lines, layout, notes)
    if three:
        _read_table_three(three, notes)
    _read_crossed([row for row, kind in zip(rows, kinds, strict=True) if kind == "two"], table_two(), notes)
    _read_crossed([row for row, kind in zip(rows, kinds, strict=True) if kind == "four"], table_four(), notes)
    taken = [row for row, kind in zip(rows, kinds, strict=True) if kind is not None]
    for row, kind in zip(rows, kinds, strict=True):
        if kind is None and row.gridded and _is_numeric(row):
            if not _read_bare_table_four(row, notes):
                _state_all(row, notes)
            taken.append(row)
    for flat in flattened:
        _take_flattened(flat, notes)
    facts = _without_contradictions(notes)
    if notes.blank:
        codes = tuple(dict.fromkeys(notes.blank))
        notes.finding("blank", f"{len(codes)} cells of the form are blank; a blank is no zero", *codes)
    return FormReading(
        form=_form(notes),
        facts=facts,
        statements=tuple(notes.statements),
        ledger=tuple(_ledger(document, taken, notes.kinds)),
        findings=tuple(notes.findings),
        taken=tuple(sorted({(row.start, row.end) for row in taken} | {(flat.start, flat.end) for flat in flattened})),
    )


# --- which form a row belongs to --------------------------------------------------------------------------------------

_RESULTS = frozenset(("结果维持", "结果纠正", "其他结果", "尚未审结", "未经复议直接起诉", "复议后起诉"))
_ARTICLE = re.compile(r"第(?:二十|20)条第?[(]?[一二三四五六七八九十\d]+[)]?项")


def _labels(row: FormRow) -> list[Label]:
    return [read_label(piece.text) for piece in row.pieces if piece.reading.kind == "words"]


def _kinds(rows: Sequence[FormRow]) -> list[Kind | None]:
    """Returns for each row the form it belongs to; a row that does not say so goes with the row before it, else the next, of its table."""
    kinds: list[Kind | None] = [_vote(row) for row in rows]
    for index in range(len(rows) - 2, -1, -1):
        # Alone on a line 行政复议 may be a line of the 2014 form or the first head of table four.
        if kinds[index] == "lines" and kinds[index + 1] == "four" and len(rows[index].pieces) == 1:
            kinds[index] = "four"
    for order in (range(1, len(rows)), range(len(rows) - 2, -1, -1)):
        for index in order:
            neighbour = index - 1 if order.step > 0 else index + 1
            if kinds[index] is None and rows[index].block == rows[neighbour].block and not _is_prose(rows[index]):
                kinds[index] = kinds[neighbour]
    return kinds


def _vote(row: FormRow) -> Kind | None:
    bare = [label.bare for label in _labels(row)]
    valued = any(piece.reading.kind == "figure" for piece in row.pieces)
    if not _RESULTS.isdisjoint(bare) or ("行政复议" in bare and "行政诉讼" in bare and not valued):
        return "four"
    if any(_ARTICLE.search(fold(piece.text)) for piece in row.pieces if piece.reading.kind == "words" and len(piece.text) < 40):
        return "two"
    if any(label in table_two().words for label in bare):
        return "two"
    parties = [label for label in bare if label in party_heads().words]
    if len(parties) >= 2 or "自然人" in parties or any(label in table_three().exact and label not in ("总计", "其他") for label in bare):
        return "three"
    if not line_labels().isdisjoint(bare):
        return "lines"
    return None


def _is_prose(row: FormRow) -> bool:
    """Returns whether the row is running text in a table that only lays out the page."""
    return any(len(piece.text) > 80 and "。" in piece.text for piece in row.pieces)


def _is_numeric(row: FormRow) -> bool:
    """Returns whether the row is one of a table of figures."""
    kinds = [piece.reading.kind for piece in row.pieces]
    return "figure" in kinds and not _is_prose(row)


# --- forms of lines ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Parsed:
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


def _read_lines(rows: Sequence[FormRow], layout: Layout, notes: _Notes) -> None:
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
            if _is_numeric(row):
                _give_up(row, "no_label", "figures without a label", notes)
            continue
        parsed.append(_under_group(entry))
    for entry, line in zip(parsed, align([entry.place for entry in parsed], layout), strict=True):
        figures = [piece for piece in entry.row.pieces if piece.reading.kind in ("figure", "unread")]
        form_line = None if line is None else layout.lines[line].form_line
        if form_line is not None and form_line.metric and not layout.name.startswith("2014"):
            notes.forms["local"] += 1
        elif form_line is not None and form_line.metric:
            notes.forms["2014"] += 1
        if entry.placed is None:
            if figures:
                _give_up(entry.row, "columns", f"{entry.words}: which column holds the year's figure is not clear", notes)
            continue
        chosen = value_leaf(entry.head)
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
        return replace(entry, place=replace(place, label=Label(place.above[-1]), above=place.above[:-1]))
    return entry


def _differs_from_year_to_date(entry: _Parsed, piece: Piece) -> bool:
    """Returns whether the row has a figure for the year to date that is not `piece`'s (定西: 本期实际 beside 本年累计)."""
    others = [entry.row.pieces[n] for n, leaf in (entry.placed or {}).items() if entry.head.leaves[leaf].meaning == "year_to_date"]
    return any(other.reading.kind == "figure" and other.reading.value != piece.reading.value for other in others)


_ASIDE: dict[str, LedgerKind] = {
    "cumulative": "cumulative",
    "year_to_date": "cumulative",
    "prior": "prior",
    "change": "change",
    "share": "share",
}


def _set_aside(piece: Piece, row: FormRow, leaf: Leaf[str], chosen: bool, entry: _Parsed, notes: _Notes) -> None:
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
    lines = any(layout.equals(label) for label in _labels(row))
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


# --- table three ------------------------------------------------------------------------------------------------------

_PARTY_ORDER: Head[str] = Head(tuple(Leaf(0, 0, code, label) for code, label in PARTIES.items()), gridded=False, printed=False)


def _read_table_three(rows: Sequence[FormRow], notes: _Notes) -> None:
    """Reads table three: lines by applicant."""
    layout = table_three()
    head, parsed, block = _PARTY_ORDER, [], -1
    open_head: list[FormRow] = []
    for row in rows:
        if row.block != block:
            head, block, open_head = Head(head.leaves, gridded=False, printed=head.printed), row.block, []
        if _is_party_head(row):
            open_head.append(row)
            continue
        if open_head:
            new = form_head(open_head, party_heads())
            if new is None and any(read_label(piece.text).bare == "自然人" for head_row in open_head for piece in head_row.pieces):
                notes.finding("heads", "the heads of table three are not told apart; its figures are not read")
                new = Head((), gridded=False)
            head, open_head = new or head, []
        entry = _parse(row, head)
        if entry is None:
            if _is_numeric(row):
                _give_up(row, "no_label", "figures without a label", notes)
            continue
        parsed.append(entry)
    subrows = 0
    found = align([entry.place for entry in parsed], layout)
    # A group's name beside figures is a row of its own only where the table does not break the group down.
    broken_down = {layout.lines[line].ancestors[-1] for line in found if line is not None and layout.lines[line].ancestors}
    for entry, line in zip(parsed, found, strict=True):
        figures = [piece for piece in entry.row.pieces if piece.reading.kind in ("figure", "unread")]
        form_line = None if line is None else layout.lines[line].form_line
        if not figures and entry.placed is None:
            continue
        if form_line is None or not form_line.metric or line in broken_down:
            if figures:
                notes.finding("unknown_row", f"{entry.words}: no line of table three")
                _state_all(entry.row, notes, entry.words)
            continue
        if entry.placed is None:
            if figures:
                message = f"{entry.words}: {len(figures)} figures for {len(entry.head.leaves)} heads"
                _give_up(entry.row, "columns", message, notes, form_line.metric)
            continue
        if not entry.head.printed and not _sums_up(entry):
            _give_up(
                entry.row, "heads", f"{entry.words}: no heads, and the figures do not add up in the form's order", notes, form_line.metric
            )
            continue
        subrows += form_line.number.startswith("三(六)") and form_line.number != "三(六)"
        if form_line.number == "三(六)" and figures:
            notes.forms["2019"] += 1
        for number, leaf_number in entry.placed.items():
            piece, leaf = entry.row.pieces[number], entry.head.leaves[leaf_number]
            if leaf.meaning is not None:
                notes.take(form_line.metric, leaf.meaning, piece, entry.row, entry.unit, form_line.unit)
            elif piece.reading.kind == "figure":
                notes.state(piece, entry.row, f"{entry.words} {leaf.text}")
                notes.finding("unknown_column", f"{entry.words}: {leaf.text} is no applicant of the form")
    if subrows:
        notes.forms["2021"] += 3


def _is_party_head(row: FormRow) -> bool:
    words = [word for label in _labels(row) if (word := party_heads().word(label)) is not None]
    if any(piece.reading.kind in ("figure", "none") for piece in row.pieces):
        return False
    return len(words) >= 2 or (len(words) == 1 and (not row.gridded or words[0] not in ("总计", "其他")))


def _sums_up(entry: _Parsed) -> bool:
    """Returns whether the last figure of the row is the sum of the others."""
    values = [entry.row.pieces[number].reading.value for number in sorted(entry.placed or ())]
    if len(values) < 2 or any(value is None for value in values):
        return False
    *addends, total = (value for value in values if value is not None)
    return sum(addends) == total


def _take_flattened(flat: FlatRow, notes: _Notes) -> None:
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


# --- crossed tables ---------------------------------------------------------------------------------------------------


def _read_crossed(rows: Sequence[FormRow], crossed: Crossed, notes: _Notes) -> None:
    """Reads table two or four: a cell is what the words of its row and of its column say together."""
    head: Head[frozenset[str]] | None = None
    open_head: list[FormRow] = []
    block = -1
    for row in _with_values_apart(rows, crossed):
        if row.block != block:
            block, open_head = row.block, []
            head = None if head is None else Head(head.leaves, gridded=False)
        if any(_ARTICLE.search(fold(piece.text)) for piece in row.pieces[:1]):
            head, open_head = None, []
            continue
        if _is_crossed_head(row, crossed, head is not None and not open_head):
            open_head.append(row)
            continue
        if open_head:
            head, open_head = _crossed_head(open_head, crossed), []
        _read_crossed_row(row, head, crossed, notes)


def _is_crossed_head(row: FormRow, crossed: Crossed, has_head: bool) -> bool:
    texts = [piece for piece in row.pieces if piece.text and not piece.carried]
    if not texts or any(piece.reading.kind not in ("words", "unit") for piece in texts):
        return False
    words = [word for piece in texts if (word := _word(piece, crossed)) is not None]
    return bool(words) and (len(texts) > 1 or not row.gridded or not has_head)


def _word(piece: Piece, crossed: Crossed) -> str | None:
    """Returns the form's word for a piece: its own, or the only one it shortens (制发件数 for 本年制发件数, 本年制发件)."""
    bare = read_label(piece.text).bare
    known = crossed.words.get(bare) or crossed.words.get(bare[:-1])
    if known is not None or len(bare) < 2 or bare.startswith(("其他", "其它")):
        return known
    longer = {word for key, word in crossed.words.items() if bare in key}
    return longer.pop() if len(longer) == 1 else None


def _crossed_head(rows: Sequence[FormRow], crossed: Crossed) -> Head[frozenset[str]]:
    """Returns the leaves over the value columns with the form's words over each; none where words stand together that no cell has."""
    fixed = None if crossed.heads is None else form_head(rows, crossed.heads)
    if fixed is not None and None not in {leaf.meaning for leaf in fixed.leaves}:
        keys = {metric: key for key, metric in crossed.metrics.items()}
        return Head(tuple(Leaf(x.first, x.last, keys[x.meaning or ""], x.text) for x in fixed.leaves), fixed.gridded)

    def meaning(path: tuple[Piece, ...]) -> frozenset[str] | None:
        return frozenset(word for piece in path if (word := _word(piece, crossed)) is not None) or None

    if all(row.gridded for row in rows):
        leaves = grid_head(rows, meaning)
    else:
        leaves = tuple(Leaf(0, 0, meaning((piece,)), piece.text) for row in rows for piece in row.pieces)
    named = [leaf.meaning for leaf in leaves if leaf.meaning]
    impossible = any(not any(words <= key for key in crossed.metrics) for words in named)
    # Heads that name a cell by themselves beside heads that do not: a head above some of them is lost, and others may have moved under it.
    if impossible or len({words in crossed.metrics for words in named}) > 1:
        return Head((), gridded=False)
    first = next(n for n, leaf in enumerate(leaves) if leaf.meaning)
    return Head(leaves[first:], gridded=rows[0].gridded)


def _read_crossed_row(row: FormRow, head: Head[frozenset[str]] | None, crossed: Crossed, notes: _Notes) -> None:
    figures = [n for n, piece in enumerate(row.pieces) if piece.reading.kind in ("figure", "unread")]
    labels = [piece for piece in row.pieces if piece.reading.kind == "words"]
    text = " ".join(piece.text for piece in labels) or notes.document.text[row.start : row.end][:40]
    words = frozenset(word for piece in labels if (word := _word(piece, crossed)) is not None)
    placed = head.place(row) if head is not None else None
    if head is None and words in crossed.metrics and len(figures) == 1:
        placed, head = {figures[0]: 0}, Head((Leaf(0, 0, frozenset[str](), ""),), gridded=False)
    if placed is None or head is None:
        if figures:
            _give_up(row, "columns", f"{text}: which figure stands under which head is not clear", notes)
        return
    unit = next((piece.reading.unit for piece in row.pieces if piece.reading.kind == "unit"), "")
    for number, leaf_number in placed.items():
        piece, leaf = row.pieces[number], head.leaves[leaf_number]
        key = words | (leaf.meaning or frozenset())
        metric = crossed.metrics.get(key)
        if metric is not None and (words or leaf.meaning) and leaf.meaning is not None:
            own = crossed.forms[key]
            if len(own) == 1:
                notes.forms[next(iter(own))] += 1
            printed = unit or read_label(leaf.text).unit or next((read_label(label.text).unit for label in labels), "")
            notes.take(metric, "all", piece, row, printed, METRICS[metric].unit if metric == "charges_amount" else "")
        elif piece.reading.kind in ("figure", "unread"):
            notes.state(piece, row, f"{text} {leaf.text}".strip())
            notes.finding("unknown_row", f"{text} {leaf.text}: no cell of the form")


def _with_values_apart(rows: Sequence[FormRow], crossed: Crossed) -> Iterable[FormRow]:
    """Yields the rows, a head of text that was given the values below it parted from them (the 15 figures of table four, one a line)."""
    for row in rows:
        first = row.pieces[0]
        if not row.gridded and len(row.pieces) > 15 and first.reading.kind == "words" and _word(first, crossed):
            yield FormRow(first.start, first.end, (first,), row.block, row.gridded)
            yield FormRow(row.pieces[1].start, row.end, row.pieces[1:], row.block, row.gridded)
        else:
            yield row


def _read_bare_table_four(row: FormRow, notes: _Notes) -> bool:
    """Reads a lone row of fifteen figures after words of 行政复议 and 行政诉讼 as table four, if its three totals are sums. Returns whether."""
    values = [piece.reading.value for piece in row.pieces]
    before = fold(notes.document.text[max(0, row.start - 120) : row.start])
    if len(values) != 15 or "行政复议" not in before or "行政诉讼" not in before:
        return False
    groups = [[value for value in values[n : n + 5] if value is not None] for n in (0, 5, 10)]
    if any(len(group) != 5 or sum(group[:4]) != group[4] for group in groups):
        return False
    fifteen = table_four().heads
    assert fifteen is not None  # noqa: S101
    for piece, metric in zip(row.pieces, fifteen.leaves.values(), strict=True):
        notes.take(metric, "all", piece, row, "", "")
    return True


# --- what is left -----------------------------------------------------------------------------------------------------


def _give_up(row: FormRow, rule: str, message: str, notes: _Notes, *metrics: str) -> None:
    """Leaves the figures of a row unread, with a finding."""
    for piece in row.pieces:
        if piece.reading.kind in ("figure", "unread", "share"):
            notes.account(piece, "unread")
    notes.finding(rule, message, *metrics)


def _state_all(row: FormRow, notes: _Notes, words: str = "") -> None:
    """Keeps the figures of a row outside the forms as statements under the row's words."""
    words = words or " ".join(piece.text for piece in row.pieces if piece.reading.kind == "words")
    seen_words = False
    for piece in row.pieces:
        seen_words |= piece.reading.kind == "words"
        if piece.reading.kind == "figure" and not piece.carried:
            if seen_words and words:
                notes.state(piece, row, words)
            else:
                notes.account(piece, "ordinal" if words else "unread")


_OWN_LEVEL = re.compile(r"市本级|县本级|区本级|省本级|本级(?=政府|机关|[)）]|$)|本机关")


def _scope(document: Document, row: FormRow) -> Scope:
    """Returns the scope that the words right before the row's table give it: 市本级 tables stand beside those of the whole city."""
    start = document.tables[row.block].start if row.gridded else row.start
    return "own_level" if _OWN_LEVEL.search(document.text[max(0, start - 60) : start].rpartition("\n\n")[2]) else "all"


def _without_contradictions(notes: _Notes) -> tuple[Fact, ...]:
    """Returns the facts, one for each cell of the forms.

    A table printed twice gives each fact once. Where two tables of one scope disagree neither figure is preferred: both are kept, and a
    finding names them.
    """
    cells: dict[tuple[str, str, Scope], list[Fact]] = {}
    for fact in notes.facts:
        cells.setdefault((fact.metric, fact.party, fact.scope), []).append(fact)
    kept: list[Fact] = []
    for (metric, party, _), facts in cells.items():
        different = {fact.value: fact for fact in reversed(facts)}
        if len(different) == 1:
            kept.append(facts[0])
            continue
        code = metric if party == "all" else f"{metric}/{party}"
        values = ", ".join(str(fact.value) for fact in facts)
        notes.findings.append(Finding("repeated", "fail", (code,), f"{code}: the tables give {values}", facts[0].value, facts[-1].value))
        kept.extend(replace(fact, preferred=False) for fact in sorted(different.values(), key=lambda fact: fact.start))
    return tuple(sorted(kept, key=lambda fact: fact.start))


def _form(notes: _Notes) -> Form | None:
    """Returns the form that most cells speak for, None where none does."""
    best = notes.forms.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def _ledger(document: Document, rows: Sequence[FormRow], kinds: dict[tuple[int, int], LedgerKind]) -> list[LedgerEntry]:
    """Returns the account of every figure in `rows`: of value cells as they were read, of the words by what they are."""
    entries = dict(kinds)
    for row in rows:
        label = next((n for n, piece in enumerate(row.pieces) if piece.reading.kind == "words"), 0)
        for number, piece in enumerate(row.pieces):
            place = (piece.start, piece.end)
            if piece.carried or place in entries:
                continue
            if piece.reading.kind == "words":
                entries.update(_in_words(document, piece))
            elif piece.reading.kind in ("figure", "unread", "share", "ordinal"):
                before_label = number < label or piece.reading.kind == "ordinal"
                entries[place] = "ordinal" if before_label else "share" if piece.reading.kind == "share" else "unread"
    return [LedgerEntry(start, end, kind) for (start, end), kind in sorted(entries.items())]


def _in_words(document: Document, piece: Piece) -> dict[tuple[int, int], LedgerKind]:
    """Returns the account of the figures in a label: its numbering, and what else stands in it (第二十条, 2016年度, 计1条)."""
    entries: dict[tuple[int, int], LedgerKind] = {}
    numbering = read_label(piece.text).numbering
    if numbering and piece.text[:numbering].strip(" 其中：:"):
        entries[piece.start, piece.start + numbering] = "ordinal"
    if re.search(r"\d|第", fold(piece.text[numbering:])):
        view = view_of(document.text, piece.start + numbering, piece.end)
        for figure in find_figures(view.text):
            kind = figure.kind
            entries[view.place(figure.start, figure.end)] = "name" if kind == "quantity" else kind
    return entries
