"""Reads the statistics forms of a report: the 2014 table, tables two, three and four of 2019 and 2021, and provincial forms.

A figure becomes a fact only where the grid says which cell it is in: its row is known beyond doubt (`extract.forms.labels`), and its column
is headed by a head of the form. All other figures are statements or stay unread, and a finding says why. Blank cells, dashes and 无 are no
zeros: the form asks for a figure, and a body that means zero can write it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from extract.document import Document
from extract.figures import find_figures, view_of
from extract.forms.coded import coded_rows
from extract.forms.crossed import read_bare_table_four, read_crossed
from extract.forms.flattened import read_flattened, run_together_rows
from extract.forms.heads import whole_heads
from extract.forms.labels import read_label
from extract.forms.layouts import RESULTS, is_article, line_labels, line_layouts, party_heads, table_four, table_three, table_two
from extract.forms.lines import read_lines, read_table_three, take_flat_cells, take_flattened
from extract.forms.notes import Notes, state_all
from extract.forms.rows import FormRow, Piece, has_figures, is_prose, labels_of, rows_of
from extract.forms.table_four import read_four, take_four, word_of
from extract.forms.years import tables_of_other_years
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


def read_forms(document: Document, year: int | None = None, no_forms: Collection[int] = ()) -> FormReading:
    """Returns what the statistics forms in `document`, a report for `year`, say; an empty reading where it has none. `no_forms` are the
    tables, by where they start, that others read."""
    notes = Notes(document)
    flattened = read_flattened(document)
    rows = [row for row in whole_heads(rows_of(document)) if not any(flat.start < row.end and row.start < flat.end for flat in flattened)]
    if no_forms:
        rows = [row for row in rows if not (row.gridded and document.tables[row.block].start in no_forms)]
    elsewhere = tables_of_other_years(document, year)
    other = [row for row in rows if row.gridded and row.block in elsewhere]
    rows = [row for row in rows if not (row.gridded and row.block in elsewhere)] if other else rows
    fifteen = [row for block in _blocks(rows) for row in block if _is_all_of_four(row, block) and read_bare_table_four(row, notes)]
    rows = [row for row in rows if row not in fifteen] if fifteen else rows
    kinds = _kinds(rows)
    three = [row for row, kind in zip(rows, kinds, strict=True) if kind == "three"]
    lines = [row for row, kind in zip(rows, kinds, strict=True) if kind == "lines"]
    if lines:
        layout = max(line_layouts(), key=lambda layout: sum(bool(layout.equals(label)) for row in lines for label in labels_of(row)))
        read_lines(lines, layout, year, notes)
    if three:
        read_table_three(three, year, notes)
    read_crossed([row for row, kind in zip(rows, kinds, strict=True) if kind == "two"], table_two(), notes)
    four = [row for row, kind in zip(rows, kinds, strict=True) if kind == "four"]
    read_crossed([row for block in _blocks(four) if not _read_four(block, year, notes) for row in block], table_four(), notes)
    taken = fifteen + [row for row, kind in zip(rows, kinds, strict=True) if kind is not None]
    for row, kind in zip(rows, kinds, strict=True):
        if kind is None and row.gridded and has_figures(row):
            state_all(row, notes)
            taken.append(row)
    coded = coded_rows(document, taken)
    for row in coded:
        state_all(row, notes)
    taken.extend(coded)
    for row in other:
        _account_as_prior(row, notes, elsewhere[row.block])
    taken.extend(other)
    for flat in flattened:
        take_flattened(flat, notes)
    together = run_together_rows(document)
    for of_two in together:
        take_flat_cells(of_two, notes)
    facts = _without_contradictions(notes)
    for rule, cells, what in (("blank", notes.blank, "are blank"), ("no_figure", notes.dashed, "hold a dash, a slash or 无")):
        if cells:
            codes = tuple(dict.fromkeys(cells))
            notes.finding(rule, f"{len(codes)} cells of the form {what}, which is no zero", *codes)
    return FormReading(
        form=_form(notes),
        facts=facts,
        statements=tuple(notes.statements),
        ledger=tuple(_ledger(document, taken, notes.kinds)),
        findings=tuple(notes.findings),
        taken=tuple(
            sorted(
                {(row.start, row.end) for row in taken}
                | {(flat.start, flat.end) for flat in flattened}
                | {(of_two.start, of_two.end) for of_two in together}
            )
        ),
    )


def _account_as_prior(row: FormRow, notes: Notes, caption: str) -> None:
    """Accounts for the figures of a row of another year's table."""
    notes.finding("other_year", f"«{caption}»: the table is about another year than the report")
    for piece in row.pieces:
        if piece.reading.kind in ("figure", "unread") and not piece.carried:
            notes.account(piece, "prior")


def _blocks(rows: Sequence[FormRow]) -> Iterator[list[FormRow]]:
    """Yields the rows of each table or stretch of text."""
    for _, block in groupby(rows, key=lambda row: row.block):
        yield list(block)


def _is_all_of_four(row: FormRow, block: Sequence[FormRow]) -> bool:
    """Returns whether a row has the fifteen figures of table four and nothing in its table names a group: those would say their order."""
    if len(row.pieces) != len(table_four().metrics) or any(piece.reading.kind != "figure" for piece in row.pieces):
        return False
    return not any(word_of(piece.text)[0] for other in block for piece in other.pieces if piece.reading.kind == "words")


def _read_four(rows: Sequence[FormRow], year: int | None, notes: Notes) -> bool:
    """Reads one table four; returns whether all of it is clear."""
    cells = read_four(rows, notes.document)
    return cells is not None and take_four(cells, year, notes)


# --- which form a row belongs to --------------------------------------------------------------------------------------

#: What says of a row that it is one of table four.
_OF_TABLE_FOUR = frozenset((*RESULTS, "未经复议直接起诉", "复议后起诉"))


def _kinds(rows: Sequence[FormRow]) -> list[Kind | None]:
    """Returns for each row the form it belongs to; a row that does not say so goes with the row before it, else the next, of its table."""
    kinds: list[Kind | None] = [_vote(row) for row in rows]
    _tell_groups_from_lines(rows, kinds)
    for order in (range(1, len(rows)), range(len(rows) - 2, -1, -1)):
        for index in order:
            neighbour = index - 1 if order.step > 0 else index + 1
            if kinds[index] is None and rows[index].block == rows[neighbour].block and not is_prose(rows[index]):
                kinds[index] = kinds[neighbour]
    return kinds


def _tell_groups_from_lines(rows: Sequence[FormRow], kinds: list[Kind | None]) -> None:
    """Makes rows of table four of those beside it that only name 行政复议 or 行政诉讼, which are lines of the 2014 form too."""
    for order in (range(len(rows) - 1, -1, -1), range(len(rows))):
        nearest: Kind | None = None
        block = -1
        for index in order:
            row = rows[index]
            alone = len(row.pieces) == 1
            if row.block != block:
                # A group's name alone may be parted from its table: a row of its own over the whole of it, a line before it.
                nearest, block = nearest if alone and order.step < 0 else None, row.block
            if nearest == "four" and kinds[index] == "lines" and all(label.bare in _GROUPS for label in labels_of(row)):
                kinds[index] = "four"
            nearest = kinds[index] or nearest


_GROUPS = ("行政复议", "行政诉讼")


def _vote(row: FormRow) -> Kind | None:
    bare = [label.bare for label in labels_of(row)]
    valued = any(piece.reading.kind == "figure" for piece in row.pieces)
    if not _OF_TABLE_FOUR.isdisjoint(bare) or ("行政复议" in bare and "行政诉讼" in bare and not valued):
        return "four"
    if valued and len(row.pieces) == 2 and all(word_of(row.pieces[0].text)):
        return "four"
    if not valued and len(row.pieces) >= len(RESULTS) and sum(all(word_of(piece.text)) for piece in row.pieces) >= len(RESULTS):
        return "four"  # 行政复议－结果维持 | 行政复议－结果纠正 | …
    if any(is_article(piece.text) for piece in row.pieces if piece.reading.kind == "words"):
        return "two"
    if any(label in table_two().words for label in bare):
        return "two"
    parties = [label for label in bare if label in party_heads().words]
    if len(parties) >= 2 or "自然人" in parties or any(label in table_three().exact and label not in ("总计", "其他") for label in bare):
        return "three"
    if not line_labels().isdisjoint(bare):
        return "lines"
    return None


# --- what comes of it ----------------------------------------------------------------------------------------------------


def _without_contradictions(notes: Notes) -> tuple[Fact, ...]:
    """Returns the facts, one for each cell of the forms.

    A table printed twice gives each fact once. Where two tables of one scope disagree neither figure is preferred: both are kept, and a
    finding names them.
    """
    cells: dict[tuple[str, str, Scope], list[Fact]] = {}
    for fact in notes.facts:
        cells.setdefault((fact.metric, fact.party, fact.scope), []).append(fact)
    kept: list[Fact] = []
    for (metric, party, scope), facts in cells.items():
        if scope == "part":
            # Figures of several bodies do not contradict each other.
            kept.extend(facts)
            continue
        different = {fact.value: fact for fact in reversed(facts)}
        if len(different) == 1:
            kept.append(facts[0])
            continue
        code = metric if party == "all" else f"{metric}/{party}"
        values = ", ".join(str(fact.value) for fact in facts)
        notes.findings.append(Finding("repeated", "fail", (code,), f"{code}: the tables give {values}", facts[0].value, facts[-1].value))
        kept.extend(replace(fact, preferred=False) for fact in sorted(different.values(), key=lambda fact: fact.start))
    return tuple(sorted(kept, key=lambda fact: fact.start))


def _form(notes: Notes) -> Form | None:
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


#: A label without one of these has no figure; 其他 and 一 in words are none.
_FIGURE_IN_WORDS = re.compile(r"[\d第]")


def _in_words(document: Document, piece: Piece) -> dict[tuple[int, int], LedgerKind]:
    """Returns the account of the figures in a label: its numbering, and what else stands in it (第二十条, 2016年度, 计1条)."""
    entries: dict[tuple[int, int], LedgerKind] = {}
    numbering = read_label(piece.text).numbering
    if numbering and piece.text[:numbering].strip(" 其中：:"):
        entries[piece.start, piece.start + numbering] = "ordinal"
    begin = piece.start + numbering
    if _FIGURE_IN_WORDS.search(document.running, begin, piece.end):
        view = view_of(document.running, begin, piece.end)
        for figure in find_figures(view.text):
            kind = figure.kind
            entries[view.place(figure.start, figure.end)] = "name" if kind == "quantity" else kind
    return entries
