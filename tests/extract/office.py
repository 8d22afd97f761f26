"""Builds Word files for the tests: the few parts Word itself needs, so that LibreOffice and Word open them too."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_OFFICE}.numbering+xml"/></Types>'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="r1" Type="{_RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="n1" Type="{_RELATIONSHIPS}/numbering" Target="numbering.xml"/></Relationships>'
)


def word_file(body: str, numbering: str = "", document: str | None = None) -> bytes:
    """Returns a .docx whose body is the given WordprocessingML; `document` replaces the whole main part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/_rels/document.xml.rels", _DOCUMENT_RELATIONS)
        archive.writestr("word/numbering.xml", f"{_HEAD}<w:numbering {_W}>{numbering}</w:numbering>")
        archive.writestr(
            "word/document.xml",
            document or f"{_HEAD}<w:document {_W}><w:body>{body}</w:body></w:document>",
        )
    return out.getvalue()


def paragraph(text: str, properties: str = "", *, size: int = 24) -> str:
    """Returns a paragraph of one run; `size` in half points."""
    run = f'<w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def cell(text: str, *, span: int = 1, merge: str = "", width: int = 0, size: int = 21) -> str:
    """Returns a cell; `merge` is "restart" or "continue" for a cell merged downwards."""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else ""
    properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text, size=size)}</w:tc>"


def table(rows: Sequence[str], widths: Sequence[int], *, borders: bool = True, heads: int = 0) -> str:
    """Returns a table of rows of cells; `widths` of its columns in twips, the first `heads` rows repeated on each page."""
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    properties = '<w:tblLayout w:type="fixed"/>' + (f"<w:tblBorders>{border}</w:tblBorders>" if borders else "")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(f"<w:tr><w:trPr>{'<w:tblHeader/>' if index < heads else ''}</w:trPr>{row}</w:tr>" for index, row in enumerate(rows))
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
