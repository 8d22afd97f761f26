"""What a file is, by its bytes, whatever it is called."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.media import UNREADABLE, Unreadable, media_type, open_archive, read_member
from extract.records import Source

PAGES = Path(__file__).parents[1] / "pages"


def _zip(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "x" * 1_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"<!DOCTYPE html><html><body>x</body></html>", "page.html", "html"),
        (b"\xef\xbb\xbf\r\n <html><head></head></html>", "page.pdf", "html"),
        (b"<html><body><h1>404 Not Found</h1></body></html>", "report.doc", "html"),
        (b"<table border=1><tr><td>1</td></tr></table>", "form.xls", "html"),
        ("<html><p>公开".encode("utf-16"), "page.html", "html"),
        (b"<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><body></body></html>", "", "html"),
        ("主动公开信息12条。".encode(), "report.txt", "text"),
        ("主动公开信息12条。".encode("gb18030"), "report.txt", "text"),
        ("主动公开信息12条。".encode("utf-16"), "report.txt", "text"),
        ("主动公开<p>信息12条。".encode(), "report.txt", "text"),
        ("主动公开<p>信息12条。".encode(), "report", "html"),
        (b"%PDF-1.7\n", "x", "pdf"),
        (b"\n\n%PDF-1.4\n", "report.html", "pdf"),
        (b"\x89PNG\r\n\x1a\n\x00", "x.pdf", "image"),
        (b"\xff\xd8\xff\xe0", "x.doc", "image"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "x", "image"),
        (_zip("word/document.xml"), "x.doc", "docx"),
        (_zip("xl/workbook.xml"), "x.xls", "xlsx"),
        (_zip("Doc_0/Document.xml", "OFD.xml"), "x.ofd", "ofd"),
        (_zip("content.xml", "mimetype"), "x.odt", "odf"),
        (_zip("a.docx"), "x.zip", "archive"),
        (b"PK\x03\x04 torn", "x.docx", "archive"),
        (b"Rar!\x1a\x07\x00", "x.rar", "archive"),
        (b"{\\rtf1\\ansi", "x.doc", "rtf"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "x.doc", "mht"),
        (b"From: <Saved by WPS>\r\nSubject: x\r\nMIME-Version: 1.0\r\n", "x.mht", "mht"),
        (b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">', "x.doc", "office_xml"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "x.xls", "office_xml"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1torn", "x.doc", "unknown"),
        (b"\x00\x01\x02\x03", "x.bin", "unknown"),
        (b"", "empty.txt", "unknown"),
        (b" \n", "blank.txt", "unknown"),
    ],
)
def test_types(data: bytes, name: str, kind: str) -> None:
    assert media_type(data, Source(name=name)) == kind


@pytest.mark.parametrize("path", sorted(PAGES.glob("file_*/report.*")), ids=lambda path: f"{path.parent.name}{path.suffix}")
def test_files_are_what_they_are_under_any_name(path: Path) -> None:
    for name in ("report.html", "report.pdf", "report"):
        assert media_type(path.read_bytes(), Source(name=name, content_type="text/html")) == path.suffix[1:]


@given(st.binary(max_size=300))
def test_any_bytes_have_a_type(data: bytes) -> None:
    known = {"html", "text", "docx", "doc", "xls", "xlsx", "pdf", "image", *UNREADABLE}
    assert all(media_type(start + data) in known for start in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<", b"\xff\xfe"))


def _declaring(size: int) -> bytes:
    """Returns a zip whose directory says its one member unpacks to `size` bytes."""
    data = bytearray(_zip("word/document.xml"))
    place = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 24, size)
    return bytes(data)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(Unreadable, match="more than any report"):
        open_archive(_declaring(0xF000_0000))
    archive = open_archive(_declaring(100 * 1024 * 1024))
    with pytest.raises(Unreadable, match="more than any report"):
        read_member(archive, "word/document.xml")


def test_a_member_that_declares_too_little_is_damaged() -> None:
    with pytest.raises(Unreadable, match="damaged"):
        read_member(open_archive(_declaring(10)), "word/document.xml")


def test_too_many_members() -> None:
    with pytest.raises(Unreadable, match="more than any report"):
        open_archive(_zip(*(str(number) for number in range(5_001))))


def test_a_member_that_is_not_there() -> None:
    assert read_member(open_archive(_zip("a")), "b") is None
