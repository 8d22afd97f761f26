"""Files read as documents: Word, Excel and PDF files of the same report give the same text and the same tables.

The cases are the folders `tests/pages/file_*`: `report.docx` was written by `office.py`, the other formats by LibreOffice 7.4 from it, and
`expected.txt` is the text all of them must give.
"""

from __future__ import annotations

import contextlib
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.document import Document
from extract.files.doc import read_doc
from extract.files.docx import read_docx
from extract.files.pdf import read_pdf
from extract.files.spreadsheet import read_spreadsheet
from extract.media import Unreadable

sys.path.insert(0, str(Path(__file__).parent))
from office import cell, paragraph, table, word_file

SHARED = Path(__file__).resolve().parents[2] / "../shared"
PAGES = Path(__file__).parents[1] / "pages"
READERS: dict[str, Callable[[bytes], Document]] = {
    ".docx": read_docx,
    ".doc": read_doc,
    ".pdf": read_pdf,
    ".xls": read_spreadsheet,
    ".xlsx": read_spreadsheet,
}
FILES = sorted(PAGES.glob("file_*/report.*"))


def _grid(document: Document, number: int = 0) -> list[list[str | None]]:
    return [[cell.text if cell else None for cell in row] for row in document.tables[number].grid]


def _texts(document: Document, number: int = 0) -> list[str]:
    return [document.text[start:end] for start, end in document.tables[number].rows]


# --- one report, several formats -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.with_name("expected.txt").exists()], ids=lambda p: f"{p.parent.name}{p.suffix}"
)
def test_a_file_reads_as_expected(path: Path) -> None:
    document = READERS[path.suffix](path.read_bytes())
    assert document.text + "\n" == path.with_name("expected.txt").read_text(encoding="utf-8")
    assert not document.notes


@pytest.mark.parametrize("folder", sorted({path.parent for path in FILES}), ids=lambda path: path.name)
def test_formats_agree_on_the_tables(folder: Path) -> None:
    documents = [READERS[path.suffix](path.read_bytes()) for path in FILES if path.parent == folder]
    grids = [[_grid(document, number) for number in range(len(document.tables))] for document in documents]
    assert all(grid == grids[0] for grid in grids)


# --- Word ----------------------------------------------------------------------------------------------------------------------------


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("what", "body", "lines"),
    [
        ("runs are one word", f"<w:p>{_run('公开12')}{_run('00')}{_run('078条')}</w:p>", ["公开1200078条"]),
        (
            "a deletion is gone",
            f"<w:p>{_run('公开')}<w:del><w:r><w:delText>15</w:delText></w:r></w:del><w:ins>{_run('16')}</w:ins>{_run('条')}</w:p>",
            ["公开16条"],
        ),
        ("moved text stands once", f"<w:p><w:moveFrom>{_run('旧')}</w:moveFrom><w:moveTo>{_run('新')}</w:moveTo></w:p>", ["新"]),
        ("hidden text is not seen", f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>{_run('公开8条')}</w:p>", ["公开8条"]),
        ("field codes are no text", "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>", ["3"]),
        ("a soft break ends a line", "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>", ["甲", "乙"]),
        ("tabs and hard spaces", "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙\u00a0丙</w:t></w:r></w:p>", ["甲 乙 丙"]),
        ("a bookmark is no text", f'<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/>{_run("甲")}<w:bookmarkEnd w:id="0"/></w:p>', ["甲"]),
        ("a link", f"<w:p><w:hyperlink>{_run('www.example.gov.cn')}</w:hyperlink></w:p>", ["www.example.gov.cn"]),
        (
            "a control around paragraphs",
            f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:p>{_run('甲')}</w:p></w:sdtContent></w:sdt>",
            ["甲"],
        ),
        (
            "a text box after its paragraph",
            f"<w:p>{_run('甲')}<w:r><w:pict><w:txbxContent><w:p>{_run('乙')}</w:p></w:txbxContent></w:pict></w:r></w:p>",
            ["甲", "乙"],
        ),
        (
            "a gloss over a character",
            f"<w:p><w:r><w:ruby><w:rt>{_run('tong')}</w:rt><w:rubyBase>{_run('统')}</w:rubyBase></w:ruby></w:r></w:p>",
            ["统"],
        ),
        ("empty paragraphs", "<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>", []),
        ("a frame of one cell", table([cell("公开12条。")], [9000]), ["公开12条。"]),
        ("a table in a frame", table([f"<w:tc>{table([cell('甲') + cell('1')], [500, 500])}<w:p/></w:tc>"], [9000]), ["甲 | 1"]),
        (
            "a deleted row",
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>"
            + cell("旧")
            + cell("1")
            + "</w:tr><w:tr>"
            + cell("新")
            + cell("2")
            + "</w:tr></w:tbl>",
            ["新 | 2"],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "<" not in value else "",
)
def test_word_text(what: str, body: str, lines: list[str]) -> None:
    assert read_docx(word_file(body)).text.split("\n") == (lines or [""]), what


def test_word_spans() -> None:
    rows = [
        cell("栏目", span=2, merge="restart") + cell("申请人", span=2),
        cell("", span=2, merge="continue") + cell("个人") + cell("单位"),
        cell("办理", merge="restart") + cell("公开") + cell("5") + cell("0"),
        cell("", merge="continue") + cell("不公开") + cell("2") + cell("1"),
        cell("单独", merge="continue") + cell("乙") + cell("2") + cell("1"),
    ]
    document = read_docx(word_file(table(rows, [500] * 4)))
    assert _grid(document) == [
        ["栏目", "栏目", "申请人", "申请人"],
        ["栏目", "栏目", "个人", "单位"],
        ["办理", "公开", "5", "0"],
        ["办理", "不公开", "2", "1"],
        ["办理", "乙", "2", "1"],
    ]
    assert _texts(document)[3] == "不公开 | 2 | 1"


def test_a_row_that_begins_further_right() -> None:
    row = "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("5") + "</w:tr>"
    document = read_docx(word_file(f"<w:tbl><w:tr>{cell('甲')}{cell('乙')}</w:tr>{row}</w:tbl>"))
    assert _grid(document) == [["甲", "乙"], ["", "5"]]


def test_tables_in_cells_stand_behind_their_table() -> None:
    inner = table([cell("丙") + cell("3")], [500, 500])
    document = read_docx(word_file(table([cell("甲") + f"<w:tc><w:p>{_run('乙')}</w:p>{inner}</w:tc>"], [500, 500])))
    assert [_grid(document, number) for number in (0, 1)] == [[["甲", "乙"]], [["丙", "3"]]]


def test_automatic_numbers_are_restored() -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3"/></w:lvl>'
        '<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>'
    )
    numbering = f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'

    def numbered(text: str, level: int) -> str:
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')

    body = "".join(
        numbered(text, level)
        for text, level in [("甲", 0), ("乙", 1), ("丙", 1), ("丁", 0), ("戊", 1), ("己", 2), ("庚", 3), ("", 0), ("辛", 0)]
    )
    assert read_docx(word_file(body, numbering)).text.split("\n") == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "二、丁",
        "（一）戊",
        "二.3己",
        "庚",
        "三、辛",
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (word_file("", document='<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'), "document type"),
        (word_file("", document="<x>" * 300 + "</x>" * 300), "nests"),
        (word_file("", document="<x></y>"), "damaged"),
        (word_file("", document="<x/>"), "no body"),
        (b"PK\x03\x04", "damaged"),
    ],
)
def test_word_files_that_cannot_be_read(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_docx(data)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared samples are not here")
def test_the_blank_form() -> None:
    document = read_docx((SHARED / "samples/form_2021_blank.docx").read_bytes())
    assert [(len(table.grid), len(table.grid[0])) for table in document.tables] == [(14, 4), (28, 10), (4, 15)]
    assert _grid(document, 1)[8][:4] == ["三、本年度办理结果", "（三）不予公开", "2.其他法律行政法规禁止公开", ""]


# --- Excel ---------------------------------------------------------------------------------------------------------------------------


def test_sheets_with_merged_cells() -> None:
    for path in PAGES.glob("file_sheet_2014/report.*"):
        if path.suffix in READERS:
            grid = _grid(READERS[path.suffix](path.read_bytes()))
            assert grid[1] == ["一、主动公开情况"] * 3
            assert [row[0] for row in grid[-2:]] == ["申请", "申请"]


def test_a_sheet_with_cells_in_far_corners_is_not_laid_out() -> None:
    source = PAGES / "file_sheet_2014/report.xlsx"
    out = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = data.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
            new.writestr(name, data)
    with pytest.raises(Unreadable, match="more than any form"):
        read_spreadsheet(out.getvalue())


# --- PDF -----------------------------------------------------------------------------------------------------------------------------


def test_a_scan_says_that_it_needs_ocr() -> None:
    document = read_pdf((PAGES / "file_scan_without_text/report.pdf").read_bytes())
    assert document.text == ""
    assert [rule for rule, _ in document.notes] == ["needs_ocr"]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_drawn_sideways_and_shown_upright_reads_the_same(rotation: int) -> None:
    path = PAGES / "file_form2021_merged_cells/report.pdf"
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    for page in pdf:
        width, height = page.get_size()
        turned = pypdfium2.PdfMatrix().rotate(rotation, ccw=True)
        shift = {90: (height, 0), 180: (width, height), 270: (0, width)}[rotation]
        for item in page.get_objects(max_depth=1):
            item.transform(turned.translate(*shift))
        if rotation != 180:
            page.set_mediabox(0, 0, height, width)
            page.set_cropbox(0, 0, height, width)
        page.set_rotation(rotation)
        page.gen_content()
    out = io.BytesIO()
    pdf.save(out)
    assert read_pdf(out.getvalue()).text == read_pdf(path.read_bytes()).text


def _typed(content: str) -> bytes:
    """Returns a PDF of one page with this content stream, Helvetica as /F."""
    return (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        f"4 0 obj<</Length {len(content)}>>stream\n{content}\nendstream endobj\n"
        "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    ).encode("ascii")


@pytest.mark.parametrize("size", [2, 6, 12, 40])
def test_bold_by_printing_twice_is_read_once(size: int) -> None:
    twice = "".join(f"BT /F {size} Tf {100 + shift * size:.2f} 600 Td (Received 1122 closed 1110) Tj ET\n" for shift in (0, 0.03))
    assert read_pdf(_typed(twice)).text == "Received 1122 closed 1110"


def test_rows_of_numbers_without_gutters_stay_lines_of_their_own() -> None:
    rows = ("Row 12 3 0 0 1 0 16", "Row 11 2 0 0 1 0 14", "Row 10 1 0 0 1 0 12")
    typed = " ".join(f"BT /F 12 Tf 100 {600 - 14 * number} Td ({row}) Tj ET" for number, row in enumerate(rows))
    assert read_pdf(_typed(typed)).text == "\n".join(rows)


def test_a_scaled_page_reads_the_same() -> None:
    assert read_pdf(_typed("q 20 0 0 20 0 0 cm BT /F 0.6 Tf 5 30 Td (Received 1122) Tj ET Q")).text == "Received 1122"


@pytest.mark.skipif(not SHARED.exists(), reason="the shared samples are not here")
def test_a_real_city_report() -> None:
    document = read_pdf((SHARED / "samples/huaian_2024.pdf").read_bytes())
    assert [(len(table.grid), len(table.grid[0])) for table in document.tables] == [(14, 4), (28, 10), (4, 15)]
    gold = [line.split("\t") for line in (SHARED / "gold/samples/huaian_2024.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    received = [row[2] for row in gold if row[0] == "requests_received" and row[6] == "table"]
    assert _grid(document, 1)[3] == ["一、本年新收政府信息公开申请数量"] * 3 + received
    assert all(cell is not None and cell.text for row in document.tables[1].grid[3:] for cell in row)
    assert not any("⼀" <= character <= "⿕" or "⺀" <= character <= "⻳" for character in document.text)
    assert [dropped.rule for dropped in document.dropped] == ["page_number"] * 6


# --- hostile and damaged files -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}{path.suffix}")
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(path: Path, data: st.DataObject) -> None:
    body = bytearray(path.read_bytes())
    if data.draw(st.booleans()):
        body = body[: data.draw(st.integers(0, len(body)))]
    for _ in range(data.draw(st.integers(0, 20)) if body else 0):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Unreadable):
        document = READERS[path.suffix](bytes(body))
        assert all(document.text[c.start : c.end] == c.text for t in document.tables for row in t.grid for c in row if c)
