"""Small files of each kind, made on the spot."""

from __future__ import annotations

import io
import zipfile

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xd9"
TIFF = b"II*\0\x08\0\0\0\0\0\0\0\0\0"


def packed(**members: str) -> bytes:
    """A ZIP file; `__` in a name stands for a stroke, `_` for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in members.items():
            file.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


DOCX = packed(word__document_xml="<w/>")
XLSX = packed(xl__workbook_xml="<w/>")
ODT = packed(mimetype="application/vnd.oasis.opendocument.text", content_xml="<w/>")
WITH_MACROS = packed(word__document_xml="<w/>", word__vbaProject_bin="x")
