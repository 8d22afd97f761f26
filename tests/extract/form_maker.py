"""Makes whole forms with invented figures that satisfy the forms' rules, and lays them out in the many ways portals print them.

A `Sheet` is a form as rows of cells with spans, and the figures it holds by (metric, party). The layouts are functions from a sheet to the
parts of a document, so any variation can be combined with any form.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.catalogue import FORM_LINES, PARTIES, FormLine, form_lines
from extract.document import CellPart, Paragraph, Part, TablePart

Figures = dict[tuple[str, str], Decimal]
Cells = tuple[CellPart, ...]
ORGANISATIONS = [label.split("·")[-1] for label in PARTIES.values()][1:-1]


@dataclass(frozen=True)
class Sheet:
    """One table of a form."""

    rows: tuple[Cells, ...]
    figures: Figures


def cell(text: object = "", rowspan: int = 1, colspan: int = 1) -> CellPart:
    return CellPart(str(text), rowspan, colspan)


# --- figures that satisfy the rules ------------------------------------------------------------------------------------------------------


def _addends(form: str) -> dict[str, list[str]]:
    children: dict[str, list[str]] = {}
    for line in FORM_LINES:
        if line.form == form and line.relation == "addend":
            children.setdefault(line.parent, []).append(line.metric)
    return children


def figures_2014(rng: random.Random) -> Figures:
    """Returns every figure of the 2014 form."""
    lines = [line for line in FORM_LINES if line.form == "2014"]
    figures = {line.metric: rng.choice((0, 1, 7, 23, 412, 1526)) for line in lines}
    children = _addends("2014")

    def add_up(metric: str) -> int:
        if metric in children:
            figures[metric] = sum(add_up(child) for child in children[metric])
        return figures[metric]

    for metric in children:
        add_up(metric)
    for part, whole in ((line.metric, line.parent) for line in lines if line.relation == "part"):
        figures[part] = min(figures[part], figures[whole])
    return {(metric, "all"): Decimal(value) for metric, value in figures.items()}


def figures_three(rng: random.Random, form: str) -> Figures:
    """Returns every figure of table three: rows and columns add up."""
    outcomes = _addends(form)["outcome_total"]
    table: dict[tuple[str, str], int] = {}
    for party in PARTIES:
        if party == "all":
            continue
        for metric in outcomes:
            table[metric, party] = rng.choice((0, 0, 0, 1, 2, 31))
        total = sum(table[metric, party] for metric in outcomes)
        carried_out = rng.choice((0, 3))
        carried_in = rng.choice((0, min(2, total)))
        table["outcome_total", party] = total
        table["requests_carried_out", party] = carried_out
        table["requests_carried_in", party] = carried_in
        table["requests_received", party] = total + carried_out - carried_in
    for metric in {metric for metric, _ in table}:
        table[metric, "all"] = sum(table[metric, party] for party in PARTIES if party != "all")
    return {key: Decimal(value) for key, value in table.items()}


def figures_four(rng: random.Random) -> Figures:
    """Returns the fifteen figures of table four."""
    figures: Figures = {}
    for group in ("review", "litigation_direct", "litigation_after_review"):
        values = [rng.choice((0, 1, 4, 25)) for _ in range(4)]
        for result, value in zip(("upheld", "corrected", "other", "pending", "total"), (*values, sum(values)), strict=True):
            figures[f"{group}_{result}", "all"] = Decimal(value)
    return figures


# --- sheets ------------------------------------------------------------------------------------------------------------------------------


def printed_number(line: FormLine) -> str:
    """Returns the numbering that the form prints before a line."""
    if line.number.endswith("其中"):
        return "其中：" if line.metric.endswith(("_by_head", "_disclosed", "_state_secret")) else ""
    last = line.number.replace("（", "(").rsplit(")", 1)
    if last[-1].isdigit():
        return f"{last[-1]}."
    if ")" in line.number:
        return "" if line.metric == "normative_issued" else f"（{line.number[line.number.index('(') + 1 : -1]}）"
    return f"{line.number}、"


def sheet_2014(rng: random.Random) -> Sheet:
    figures = figures_2014(rng)
    headings = {line.number: line for line in form_lines("headings.tsv") if line.form == "2014"}
    rows: list[Cells] = [(cell("统计指标"), cell("单位"), cell("统计数"))]
    for line in (line for line in FORM_LINES if line.form == "2014"):
        for number in [number for number in headings if line.number.startswith(number) and (len(number) > 1 or line.number[1:2] != "")]:
            rows.append((cell(printed_number(headings[number]) + headings.pop(number).label), cell(), cell()))
        rows.append((cell(printed_number(line) + line.label), cell(line.unit), cell(figures[line.metric, "all"])))
    return Sheet(tuple(rows), figures)


def sheet_two_2021(rng: random.Random) -> Sheet:
    values = [rng.choice((0, 3, 61, 447228)) for _ in range(9)]
    amount = Decimal(rng.choice(("0", "96171.6", "0.000394")))
    metrics = (
        *(f"regulations_{what}" for what in ("issued", "repealed", "in_force")),
        *(f"normative_{what}" for what in ("issued", "repealed", "in_force")),
        "permit_decisions",
        "penalty_decisions",
        "coercion_decisions",
    )
    figures: Figures = {(metric, "all"): Decimal(value) for metric, value in zip(metrics, values, strict=True)}
    figures["charges_amount", "all"] = amount
    v = values
    rows: tuple[Cells, ...] = (
        (cell("第二十条第（一）项", 1, 4),),
        (cell("信息内容"), cell("本年制发件数"), cell("本年废止件数"), cell("现行有效件数")),
        (cell("规章"), cell(v[0]), cell(v[1]), cell(v[2])),
        (cell("行政规范性文件"), cell(v[3]), cell(v[4]), cell(v[5])),
        (cell("第二十条第（五）项", 1, 4),),
        (cell("信息内容"), cell("本年处理决定数量", 1, 3)),
        (cell("行政许可"), cell(v[6], 1, 3)),
        (cell("第二十条第（六）项", 1, 4),),
        (cell("信息内容"), cell("本年处理决定数量", 1, 3)),
        (cell("行政处罚"), cell(v[7], 1, 3)),
        (cell("行政强制"), cell(v[8], 1, 3)),
        (cell("第二十条第（八）项", 1, 4),),
        (cell("信息内容"), cell("本年收费金额（单位：万元）", 1, 3)),
        (cell("行政事业性收费"), cell(f"{amount:f}", 1, 3)),
    )
    return Sheet(rows, figures)


def sheet_two_2019(rng: random.Random) -> Sheet:
    blocks = (
        ("（一）", ("本年新制作数量", "本年新公开数量", "对外公开总数量"), ("规章", "规范性文件")),
        ("（五）", ("上一年项目数量", "本年增/减", "处理决定数量"), ("行政许可", "其他对外管理服务事项")),
        ("（六）", ("上一年项目数量", "本年增/减", "处理决定数量"), ("行政处罚", "行政强制")),
        ("（八）", ("上一年项目数量", "本年增/减"), ("行政事业性收费",)),
        ("（九）", ("采购项目数量", "采购总金额"), ("政府集中采购",)),
    )
    metrics = {line.label: line.metric for line in FORM_LINES if line.form == "2019"}
    figures: Figures = {}
    rows: list[Cells] = []
    for item, heads, subjects in blocks:
        rows.append((cell(f"第二十条第{item}项", 1, 4),))
        wide = 4 - len(heads)
        rows.append((cell("信息内容"), *(cell(head, 1, wide if head == heads[-1] else 1) for head in heads)))
        for subject in subjects:
            cells = [cell(subject)]
            for head in heads:
                metric = metrics[f"{subject}·{head}"]
                if head == "采购总金额":
                    figures[metric, "all"], text = Decimal("25.1"), "251000元"
                elif head == "本年增/减":
                    figures[metric, "all"], text = rng.choice(((Decimal(-35), "-35"), (Decimal(3), "+3"), (Decimal(0), "0")))
                else:
                    figures[metric, "all"] = Decimal(rng.choice((0, 5, 1204)))
                    text = str(figures[metric, "all"])
                cells.append(cell(text, 1, wide if head == heads[-1] else 1))
            rows.append(tuple(cells))
    return Sheet(tuple(rows), figures)


def sheet_three(rng: random.Random, form: str) -> Sheet:
    figures = figures_three(rng, form)
    lines = [line for line in FORM_LINES if line.form == form and line.dimension == "party"]
    names = {"三(三)": "（三）不予公开", "三(四)": "（四）无法提供", "三(五)": "（五）不予处理", "三(六)": "（六）其他处理"}
    groups = {number: sum(line.number.startswith(number) for line in lines) for number in names}
    results = sum(line.number.startswith("三") for line in lines)
    rows: list[Cells] = [
        (cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), cell("申请人情况", 1, 7)),
        (cell("自然人", 2), cell("法人或其他组织", 1, 5), cell("总计", 2)),
        tuple(cell(label) for label in ORGANISATIONS),
    ]
    for line in lines:
        values = tuple(cell(figures[line.metric, party]) for party in PARTIES)
        if not line.number.startswith("三"):
            rows.append((cell(f"{line.number}、{line.label}", 1, 3), *values))
            continue
        row: list[CellPart] = [cell("三、本年度办理结果", results)] if line.number == "三(一)" else []
        group = line.number[:4]
        if groups.get(group, 1) > 1:
            if line.number.endswith("1"):
                row.append(cell(names[group], groups[group]))
            row.append(cell(f"{line.number[4:]}.{line.label}"))
        else:
            row.append(cell(f"（{line.number[2]}）{line.label}", 1, 2))
        rows.append((*row, *values))
    return Sheet(tuple(rows), figures)


def sheet_four(rng: random.Random) -> Sheet:
    figures = figures_four(rng)
    results = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    rows: tuple[Cells, ...] = (
        (cell("行政复议", 1, 5), cell("行政诉讼", 1, 10)),
        (*(cell(result, 2) for result in results), cell("未经复议直接起诉", 1, 5), cell("复议后起诉", 1, 5)),
        tuple(cell(result) for result in results * 2),
        tuple(cell(value) for value in figures.values()),
    )
    return Sheet(rows, figures)


def national(form: str, seed: int) -> list[Sheet]:
    """Returns the tables of a national form with the figures that `seed` gives."""
    rng = random.Random(seed)
    if form == "2014":
        return [sheet_2014(rng)]
    two = sheet_two_2019(rng) if form == "2019" else sheet_two_2021(rng)
    return [two, sheet_three(rng, form), sheet_four(rng)]


# --- how portals print them --------------------------------------------------------------------------------------------------------------


def change_labels(sheet: Sheet, change: Callable[[str], str]) -> Sheet:
    """Returns the sheet with `change` applied to every cell of words."""
    rows = tuple(tuple(replace(c, text=change(c.text)) if not c.text[-1:].isdigit() else c for c in row) for row in sheet.rows)
    return replace(sheet, rows=rows)


def change_values(sheet: Sheet, change: Callable[[str], str]) -> Sheet:
    """Returns the sheet with `change` applied to every cell that is a whole number."""
    return replace(sheet, rows=tuple(tuple(replace(c, text=change(c.text)) if c.text.isdigit() else c for c in row) for row in sheet.rows))


def whole(sheets: Iterable[Sheet]) -> list[Part]:
    """The tables as tables."""
    return [part for sheet in sheets for part in (Paragraph("情况如下。"), TablePart(sheet.rows))]


def one_table(sheets: Sequence[Sheet]) -> list[Part]:
    """All tables in one, as in a page pasted from one Word table."""
    return [TablePart(tuple(row for sheet in sheets for row in sheet.rows))]


def spans_lost(sheets: Iterable[Sheet]) -> list[Part]:
    """Each cell once where it begins, the spans gone: what text with ` | ` between cells keeps."""
    return [TablePart(tuple(tuple(cell(c.text) for c in row) for row in sheet.rows)) for sheet in sheets]


def spaced_lines(sheets: Iterable[Sheet]) -> list[Part]:
    """One line a row, spaces between the cells."""
    return [Paragraph("  ".join(c.text for c in row if c.text)) for sheet in sheets for row in sheet.rows]


def cell_lines(sheets: Iterable[Sheet]) -> list[Part]:
    """One line a cell."""
    return [Paragraph(c.text) for sheet in sheets for row in sheet.rows for c in row if c.text]


def grid_of(sheet: Sheet) -> list[list[CellPart | None]]:
    """Returns the sheet's cells by place; a spanning cell stands in each place it covers."""
    covered: dict[tuple[int, int], CellPart] = {}
    for r, row in enumerate(sheet.rows):
        c = 0
        for part in row:
            while (r, c) in covered:
                c += 1
            for rr in range(r, r + part.rowspan):
                for cc in range(c, c + part.colspan):
                    covered[rr, cc] = part
            c += part.colspan
    width = max(c for _, c in covered) + 1
    return [[covered.get((r, c)) for c in range(width)] for r in range(len(sheet.rows))]


def from_grid(grid: Sequence[Sequence[CellPart | None]]) -> tuple[Cells, ...]:
    """Returns the rows of a grid, equal neighbours one spanning cell."""
    rows: list[Cells] = []
    for r, places in enumerate(grid):
        cells: list[CellPart] = []
        for c, part in enumerate(places):
            if part is None or (r and grid[r - 1][c] is part) or (c and places[c - 1] is part):
                continue
            wide = sum(places[n] is part for n in range(c, len(places)))
            high = sum(grid[n][c] is part for n in range(r, len(grid)))
            cells.append(CellPart(part.text, high, wide))
        rows.append(tuple(cells))
    return tuple(rows)


def repeated_labels(sheets: Iterable[Sheet]) -> list[Part]:
    """Row spans resolved: the group's name stands again in each of its rows."""
    parts: list[Part] = []
    for sheet in sheets:
        rows = []
        for places in grid_of(sheet):
            distinct = [part for n, part in enumerate(places) if part is not None and (n == 0 or places[n - 1] is not part)]
            rows.append(tuple(CellPart(part.text, 1, sum(other is part for other in places)) for part in distinct))
        parts.append(TablePart(tuple(rows)))
    return parts


def transposed(sheets: Iterable[Sheet]) -> list[Part]:
    """Rows for columns."""
    return [TablePart(from_grid(list(zip(*grid_of(sheet), strict=True)))) for sheet in sheets]


def split_at(sheet: Sheet, row: int, *, with_head: int = 0) -> list[Part]:
    """The table cut before `row` by a page break; the first `with_head` rows are printed again."""
    grid = grid_of(sheet)
    return [TablePart(from_grid(grid[:row])), TablePart(from_grid([*grid[:with_head], *grid[row:]]))]
