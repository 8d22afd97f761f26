"""What a file is, by its bytes: portals serve error pages as .pdf, HTML tables as .xls, and spreadsheets as .doc.

Archives are opened here and nowhere else, so that one place bounds what they may unpack to.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping

import olefile  # type: ignore[import-untyped]

from extract.records import Source


class Unreadable(Exception):  # noqa: N818 - what it says of the file
    """A file that cannot be read; the message says why, for people."""


#: Why files of these types are not read, and what to do. Types that are read: html, text, docx, doc, xls, xlsx, pdf, image (a note only).
UNREADABLE: Mapping[str, str] = {
    "rtf": "this is a Rich Text file (often named .doc); save it as .docx",
    "mht": "this is a web archive (MHT, often named .doc); save it as .html or .docx",
    "office_xml": "this is an Office 2003 XML file; save it as .docx or .xlsx",
    "ofd": "OFD files are not read; print it to PDF",
    "odf": "OpenDocument files are not read; save it as .docx or .xlsx",
    "encrypted": "this Office file is protected by a password",
    "archive": "this is an archive of files; unpack it and read the report in it",
    "unknown": "neither a page, a text, a Word, Excel or PDF file, nor an image",
}

_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SNIFFED = 65_536
_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|script|div|table|t[rd]|p|span|br|font|a)[\s>/]", re.IGNORECASE)
#: What a zip is told by: the first of these members it holds.
_ZIP_MEMBERS = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("OFD.xml", "ofd"), ("content.xml", "odf"))
_OLE_STREAMS = (("EncryptedPackage", "encrypted"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))


_UNNAMED = Source()


def media_type(data: bytes, source: Source = _UNNAMED) -> str:
    """Returns "html", "text", "docx", "doc", "xls", "xlsx", "pdf" or "image", else a key of `UNREADABLE`.

    The bytes decide; name and header of `source` are asked only whether a text with a few tags in it is a page.
    """
    head = data[:_SNIFFED]
    if b"%PDF-" in head[:1_024]:
        return "pdf"
    if head.startswith(_IMAGES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return "image"
    if head.startswith(b"PK\x03\x04"):
        return _zip_type(data)
    if head.startswith(olefile.MAGIC):
        return _ole_type(data)
    if head.startswith((b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")):
        return "archive"
    return _text_type(head, source)


def _text_type(head: bytes, source: Source) -> str:
    marked = head.startswith(_BYTE_ORDER_MARKS)
    wide = head.startswith(_BYTE_ORDER_MARKS[1:])
    plain = (head.replace(b"\x00", b"") if wide else head).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not plain or (b"\x00" in head and not marked):
        return "unknown"
    if plain.startswith(b"{\\rtf"):
        return "rtf"
    if re.match(rb"(?:from:.*?\n)?mime-version:", plain[:400], re.IGNORECASE | re.DOTALL):
        return "mht"
    if re.search(rb"<(?:\w+:)?(?:wordDocument|package|Workbook)\s[^>]*schemas(?:-|\.)(?:microsoft|openxml)", plain[:4_096]):
        return "office_xml"
    named_text = source.name.lower().endswith(".txt") or (source.content_type or "").startswith("text/plain")
    if _TAG.search(plain) and (plain.startswith(b"<") or not named_text):
        return "html"
    return "text"


def _zip_type(data: bytes) -> str:
    try:
        names = set(open_archive(data).namelist())
    except Unreadable:
        return "archive"
    return next((kind for member, kind in _ZIP_MEMBERS if member in names), "archive")


def _ole_type(data: bytes) -> str:
    try:
        return next((kind for stream, kind in _OLE_STREAMS if read_stream(data, stream) is not None), "unknown")
    except Unreadable:
        return "unknown"


def read_stream(data: bytes, name: str) -> bytes | None:
    """Returns one stream of an old Office file, None where it has none of this name; raises Unreadable where the file is damaged."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            content: bytes | None = ole.openstream(name).read() if ole.exists(name) else None
            return content
    except Exception as error:
        # olefile trusts a file's own sizes: a damaged one made it raise OSError, OverflowError, IndexError, AttributeError and others
        raise Unreadable(f"the Office file is damaged ({error})") from error


#: Bounds of an archive, far above any report's (a 200-page .docx with pictures: 300 members, 60 MB). A bomb of 42 KB unpacks to 4 PB.
_MAX_MEMBERS = 5_000
_MAX_UNPACKED = 512 * 1024 * 1024
#: One XML member; the largest met in a report was 9 MB.
_MAX_MEMBER = 64 * 1024 * 1024


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Returns the zip in `data`; raises Unreadable where it is broken or would unpack to more than a report can hold."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
        raise Unreadable(f"the file is a damaged archive ({error})") from error
    members = archive.infolist()
    if len(members) > _MAX_MEMBERS or sum(member.file_size for member in members) > _MAX_UNPACKED:
        raise Unreadable("the file would unpack to more than any report holds")
    return archive


def read_member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Returns one member, None where the archive has none of this name; raises Unreadable where it is damaged or too large.

    `zipfile` stops at the declared size, so the declaration cannot lie about what is unpacked.
    """
    try:
        member = archive.getinfo(name)
        if member.file_size > _MAX_MEMBER:
            raise Unreadable(f"{name} in the file unpacks to {member.file_size:,} bytes, more than any report holds")
        return archive.read(member)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError, struct.error) as error:
        raise Unreadable(f"the file is damaged: {name} cannot be unpacked ({error})") from error
