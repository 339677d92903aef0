"""What a file is, by its bytes: its name may say anything."""

from __future__ import annotations

import zipfile

from pobratim.core.errors import EmptyTable, LockedTable, NotATable, TableTooLarge
from pobratim.pages.content_kind import MAGIC, is_html

from .archive import MAX_FILE_BYTES, names, opened

XLSX, DOCX, CSV, HTML = "xlsx", "docx", "csv", "html"
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
#: In an OLE file the streams' names are UTF-16; these two make an encrypted office file.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BLANK = b" \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe\x00"


def kind_of(raw: bytes) -> tuple[str, zipfile.ZipFile | None]:
    """`(xlsx, docx, csv or html, the archive of the first two)`.

    Raises:
        EmptyTable: nothing but white space.
        TableTooLarge: more bytes than the limit, packed or unpacked.
        LockedTable: encrypted.
        NotATable: of another kind; the reason says which, and what to do.
        BrokenTable: an archive that is damaged.
    """
    if len(raw) > MAX_FILE_BYTES:
        raise TableTooLarge("the file is larger than 20 MB")
    if not raw.strip(_BLANK):
        raise EmptyTable("the file is empty")
    if raw.startswith(_OLE):
        if _ENCRYPTED in raw:
            raise LockedTable("the file is locked with a password: save it without one")
        raise NotATable("a file of an old office program: save it as XLSX or DOCX")
    if raw.startswith(_ZIP):
        archive = opened(raw)
        return _of_archive(archive), archive
    for magic, _ in MAGIC:
        if raw.startswith(magic):
            raise NotATable("a file in XLSX, DOCX, CSV or HTML is needed")
    if is_html(raw) and (raw.lstrip(_BLANK).startswith(b"<") or b"<table" in raw.lower()):
        return HTML, None
    if b"\0" in raw.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff") and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotATable("a file in XLSX, DOCX, CSV or HTML is needed")
    return CSV, None


def _of_archive(archive: zipfile.ZipFile) -> str:
    found = set(names(archive))
    if "xl/workbook.xml" in found:
        return XLSX
    if "word/document.xml" in found:
        return DOCX
    if "mimetype" in found and "content.xml" in found:
        raise NotATable("an OpenDocument file: save it as XLSX or DOCX")
    if "xl/workbook.bin" in found:
        raise NotATable("a binary Excel file: save it as XLSX")
    raise NotATable("a file in XLSX, DOCX, CSV or HTML is needed")


def has_macros(archive: zipfile.ZipFile) -> bool:
    """Whether the file carries a program; it is never run."""
    return any(name.lower().endswith("vbaproject.bin") for name in names(archive))


def links_outside(archive: zipfile.ZipFile) -> bool:
    """Whether cells take values from other files; the values last stored are used."""
    return any("/externallinks/" in name.lower() for name in names(archive))
