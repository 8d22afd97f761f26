"""What is gathered while forms are read: facts, statements, findings, and what became of each figure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from extract.catalogue import METRICS
from extract.cells import MONEY, MYRIAD, in_unit
from extract.document import Document
from extract.forms.rows import FormRow, Piece, line_before
from extract.records import Fact, Finding, Form, LedgerKind, Scope, Statement

#: Without a unit the forms' 万元 is believed up to ten million yuan; above it a body is more likely to have written yuan.
IMPLAUSIBLE_WITHOUT_UNIT = Decimal(1000)


@dataclass(slots=True)
class Notes:
    """What is gathered while the rows are read."""

    document: Document
    facts: list[Fact] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    kinds: dict[tuple[int, int], LedgerKind] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    #: Cells of the form, by metric and applicant, that are blank or hold a dash or 无.
    blank: list[str] = field(default_factory=list)
    dashed: list[str] = field(default_factory=list)
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

    def take(self, metric: str, party: str, piece: Piece, row: FormRow, printed_unit: str, form_unit: str, *, part: bool = False) -> None:
        """Keeps the figure of a cell as a fact, or says why it is none.

        `printed_unit` is the unit the table gives beside the figure, `form_unit` the one the form has for the line. `part` says that the
        figure is that of one body among several.
        """
        reading, code = piece.reading, metric if party == "all" else f"{metric}/{party}"
        if reading.kind == "blank":
            self.blank.append(code)
            return
        if reading.kind != "figure" or reading.value is None:
            if reading.kind == "none":
                self.dashed.append(code)
            else:
                self.account(piece, "unread")
                self.finding("unread", f"{code}: the cell says {piece.text!r}, which is not read as one figure", code)
            return
        unit = reading.unit or printed_unit
        if unit == MYRIAD and not printed_unit and METRICS[metric].unit in MONEY:
            # 采购总金额 | 26.01万 (a county bureau of forests, 2019); beside a printed 万元 it may be ten thousand times as much.
            self.finding("unit", f"{code}: {piece.text} stands without a unit of money; yuan are taken", code)
            unit = "元"
        value = self._in_unit(reading.value, unit, form_unit, metric, code, piece)
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
                scope="part" if part else self.scopes.get(row.block) or self.scopes.setdefault(row.block, _scope(self.document, row)),
                qualifier=reading.qualifier,
            )
        )

    def _line(self, piece: Piece, row: FormRow) -> tuple[int, int]:
        """Returns the line that states a figure: its row's; in a turned table, whose row is a column of the page, the page's row."""
        if "\n" not in self.document.text[row.start : row.end] or not row.gridded:
            return row.start, row.end
        end = self.document.text.find("\n", piece.end)
        return self.document.text.rfind("\n", 0, piece.start) + 1, len(self.document.text) if end < 0 else end

    def _in_unit(self, value: Decimal, unit: str, form_unit: str, metric: str, code: str, piece: Piece) -> Decimal | None:
        """Returns the figure in the metric's own unit, None with a finding where it cannot be that metric's."""
        own = METRICS[metric].unit
        if piece.tall:
            self.finding("spread", f"{code}: the cell {piece.text!r} stands beside several rows", code)
            return None
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


_OWN_LEVEL = re.compile(r"[省市县区州旗]?本级")


def _scope(document: Document, row: FormRow) -> Scope:
    """Returns the scope that the caption right before the row's table gives it: 市本级 tables stand beside those of the whole city."""
    caption = line_before(document, document.tables[row.block].start if row.gridded else row.start)
    return "own_level" if _OWN_LEVEL.search(caption) and not re.search("[，。；,;]", caption) else "all"


def give_up(row: FormRow, rule: str, message: str, notes: Notes, *metrics: str) -> None:
    """Leaves the figures of a row unread, with a finding."""
    for piece in row.pieces:
        if piece.reading.kind in ("figure", "unread", "share"):
            notes.account(piece, "unread")
    notes.finding(rule, message, *metrics)


def state_all(row: FormRow, notes: Notes, words: str = "") -> None:
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
