"""The reader of the statistics forms over every national form in many layouts, and over tables that were damaged on the way."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import CellPart, Document, Paragraph, Part, TablePart, assemble
from extract.forms import FormReading, read_forms

sys.path.insert(0, str(Path(__file__).parent))  # tests are no package
import form_maker as maker

FORMS = ("2014", "2019", "2021")


def read(parts: Sequence[Part]) -> FormReading:
    """Reads the parts and checks what every reading must satisfy."""
    document = assemble(parts)
    reading = read_forms(document)
    check_evidence(document, reading)
    return reading


def check_evidence(document: Document, reading: FormReading) -> None:
    preferred = [(fact.metric, fact.party, fact.scope) for fact in reading.facts if fact.preferred]
    assert len(preferred) == len(set(preferred))
    for fact in reading.facts:
        assert document.text[fact.start : fact.end] == fact.quote
        assert fact.raw in fact.quote
    entries = sorted((entry.start, entry.end) for entry in reading.ledger)
    assert all(a[1] <= b[0] for a, b in zip(entries, entries[1:], strict=False))
    for start, end in reading.taken:
        for match in re.finditer(r"[0-9０-９]+", document.text[start:end]):
            place = (start + match.start(), start + match.end())
            assert any(a <= place[0] and place[1] <= b for a, b in entries), document.text[start:end]


def figures(reading: FormReading) -> maker.Figures:
    return {(fact.metric, fact.party): fact.value for fact in reading.facts if fact.preferred and fact.value is not None}


def truth(sheets: Sequence[maker.Sheet]) -> maker.Figures:
    return {key: value for sheet in sheets for key, value in sheet.figures.items()}


LAYOUTS: dict[str, Callable[[Sequence[maker.Sheet]], list[Part]]] = {
    "tables": maker.whole,
    "one table": maker.one_table,
    "spans lost": maker.spans_lost,
    "spaced lines": maker.spaced_lines,
    "a cell a line": maker.cell_lines,
    "group names repeated": maker.repeated_labels,
    "transposed": maker.transposed,
}

#: What becomes of labels on the way; none of it may change a figure.
LABELS: dict[str, Callable[[str], str]] = {
    "as printed": lambda text: text,
    "no numbers": lambda text: re.sub(r"^(?:[一二三四五六七八九]、|（.）|\d\.|其中：)", "", text),
    "other numbers": lambda text: re.sub(r"^（(.)）", r"(\1) ", re.sub(r"^(\d)\.", r"\1、", text)),
    "no notes": lambda text: re.sub(r"（[^（）]{4,}）", "", text) if "万元" not in text else text,
    "no 数": lambda text: re.sub(r"(?<=...)数$", "", text),
    "spaces inside": lambda text: "　".join(text) if len(text) < 5 else text,
    "line breaks inside": lambda text: text if text[:1].isdigit() and text[-1:] == "元" else re.sub(r"(?<=^.{4})(?=.)", "\n", text),
    "traditional": lambda text: text.translate(
        str.maketrans("开会务机关经业属数条件称种类项结请办与总计约费", "開會務機關經業屬數條件稱種類項結請辦與總計約費")
    ),
    "quotes": lambda text: text.replace("“", '"').replace("”", '"').replace("《", "〈").replace("》", "〉"),
    "radicals": lambda text: text.replace("一", "⼀").replace("行", "⾏").replace("人", "⼈").replace("长", "⻓"),
}

VALUES: dict[str, Callable[[str], str]] = {
    "full width": lambda text: text.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "separators": lambda text: f"{int(text):,}",
    "spaces around": lambda text: f"\u3000{text} \u00a0",
    "counters": lambda text: f"{text}件",
    "decimals": lambda text: f"{text}.00",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form", FORMS)
def test_every_figure_in_every_layout(form: str, layout: str) -> None:
    sheets = maker.national(form, seed=len(layout))
    reading = read(LAYOUTS[layout](sheets))
    assert figures(reading) == truth(sheets)
    assert reading.form == form
    assert not [finding for finding in reading.findings if finding.rule in ("unknown_row", "columns", "heads", "unread")]


@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize("form", FORMS)
def test_labels_may_drift(form: str, labels: str) -> None:
    sheets = [maker.change_labels(sheet, LABELS[labels]) for sheet in maker.national(form, seed=7)]
    assert figures(read(maker.whole(sheets))) == truth(sheets)


@pytest.mark.parametrize("values", VALUES)
@pytest.mark.parametrize("form", FORMS)
def test_values_may_be_written_otherwise(form: str, values: str) -> None:
    sheets = maker.national(form, seed=11)
    if values == "counters":
        sheets = sheets[1:] or [replace(sheets[0], rows=sheets[0].rows[:-20])]
    expected = truth(sheets)
    got = figures(read(maker.whole([maker.change_values(sheet, VALUES[values]) for sheet in sheets])))
    assert got == {key: value for key, value in expected.items() if key in got}
    assert len(got) >= len(expected) - 20 * (values == "counters" and form == "2014")


@pytest.mark.parametrize("form", FORMS)
def test_a_table_split_anywhere_reads_the_same(form: str) -> None:
    for sheet in maker.national(form, seed=3)[:2]:
        heads = 3 if "申请人情况" in sheet.rows[0][-1].text else 1
        for row in range(heads, len(sheet.rows)):
            for again in (0, heads):
                reading = read(maker.split_at(sheet, row, with_head=again))
                got = figures(reading)
                assert got.items() <= sheet.figures.items(), row
                assert len(got) == len(sheet.figures) or reading.findings, row


@pytest.mark.parametrize("form", FORMS)
def test_a_table_printed_twice_is_one(form: str) -> None:
    sheets = maker.national(form, seed=5)
    assert figures(read([*maker.whole(sheets), *maker.whole(sheets)])) == truth(sheets)


def test_two_tables_that_disagree_give_no_preferred_figure() -> None:
    first, second = (maker.national("2014", seed)[0] for seed in (1, 2))
    reading = read(maker.whole([first, second]))
    same = {key for key, value in first.figures.items() if second.figures[key] == value}
    assert figures(reading) == {key: first.figures[key] for key in same}
    assert {finding.metrics[0] for finding in reading.findings if finding.status == "fail"} == {
        key[0] for key in first.figures.keys() - same
    }


# --- damage: equal, or a finding, never another figure -----------------------------------------------------------------------------------


def assert_no_other_figure(parts: Sequence[Part], expected: maker.Figures) -> None:
    reading = read(parts)
    assert figures(reading).items() <= expected.items()
    assert len(figures(reading)) == len(expected) or reading.findings or not figures(reading)


@pytest.mark.parametrize("layout", ["tables", "spans lost", "spaced lines", "a cell a line"])
@pytest.mark.parametrize("form", FORMS)
def test_a_row_deleted(form: str, layout: str) -> None:
    for sheet in maker.national(form, seed=13):
        for lost in range(len(sheet.rows)):
            rows = tuple(row for number, row in enumerate(sheet.rows) if number != lost)
            reading = read(LAYOUTS[layout]([replace(sheet, rows=rows)]))
            assert figures(reading).items() <= sheet.figures.items(), sheet.rows[lost]


@pytest.mark.parametrize("layout", ["tables", "spans lost", "spaced lines", "a cell a line"])
@pytest.mark.parametrize("form", FORMS)
def test_a_cell_deleted(form: str, layout: str) -> None:
    for sheet in maker.national(form, seed=17):
        for number, row in enumerate(sheet.rows):
            for lost in range(len(row)):
                cut = tuple(c for n, c in enumerate(row) if n != lost)
                rows = (*sheet.rows[:number], cut, *sheet.rows[number + 1 :])
                reading = read(LAYOUTS[layout]([replace(sheet, rows=rows)]))
                wrong = {key: value for key, value in figures(reading).items() if sheet.figures.get(key) != value}
                assert not wrong, (row[lost], wrong)


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_columns_swapped_with_their_heads(form: str) -> None:
    sheet = maker.national(form, seed=19)[1]
    grid = maker.grid_of(sheet)
    for a, b in ((4, 5), (4, 8), (5, 7)):
        swapped = [list(row) for row in grid]
        for number, row in enumerate(swapped):
            if number >= 2:
                row[a], row[b] = row[b], row[a]
        assert figures(read([TablePart(maker.from_grid(swapped))])) == sheet.figures


def test_rows_in_another_order_give_their_own_figures() -> None:
    sheet = maker.national("2021", seed=23)[1]
    grid = maker.grid_of(sheet)
    flat = [*grid[:3], *reversed(grid[3:])]
    rows = tuple(
        tuple(CellPart(part.text) for n, part in enumerate(row) if part and (n == 0 or row[n - 1] is not part)) for row in flat[3:]
    )
    assert_no_other_figure([TablePart((*sheet.rows[:3], *rows))], sheet.figures)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FORMS), st.integers(0, 10_000), st.data())
def test_text_cut_anywhere(form: str, seed: int, data: st.DataObject) -> None:
    sheets = maker.national(form, seed)
    lines = "\n".join(part.text for part in maker.cell_lines(sheets) if isinstance(part, Paragraph))
    start = data.draw(st.integers(0, len(lines)))
    end = data.draw(st.integers(start, len(lines)))
    # Cut at the ends of lines: a number cut in two is another number, and nothing in the text can tell.
    kept = lines[start:end].split("\n")[1:-1]
    got = figures(read([Paragraph(line) for line in kept]))
    wrong = {key: value for key, value in got.items() if truth(sheets).get(key) != value}
    assert not wrong


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(FORMS),
    st.integers(0, 10_000),
    st.sets(st.integers(0, 200), max_size=30),
    st.sampled_from(["", "/", "-", "—", "无", "＊"]),
)
def test_cells_without_figures_are_no_facts(form: str, seed: int, gone: set[int], mark: str) -> None:
    sheets = maker.national(form, seed)
    count = -1

    def blank(text: str) -> str:
        nonlocal count
        count += 1
        return mark if count in gone else text

    reading = read(maker.whole([maker.change_values(sheet, blank) for sheet in sheets]))
    got = figures(reading)
    assert got.items() <= truth(sheets).items()
    written = sum(c.text.isdigit() for sheet in sheets for row in sheet.rows for c in row)
    assert len(got) == len(truth(sheets)) - len([n for n in gone if n < written])
    assert bool(reading.findings) == any(n < written for n in gone) or reading.findings
