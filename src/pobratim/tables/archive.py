"""Office files are ZIP archives of XML: what is looked at before any of it is unpacked, and what is never let in."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from pobratim.core.errors import BrokenTable, LockedTable, TableTooLarge

MAX_FILE_BYTES = 20 * 2**20
MAX_UNPACKED_BYTES = 100 * 2**20
MAX_PARTS = 5_000
#: XML packs well: a sheet of equal cells 1 : 40. More than this, beyond a few hundred kilobytes, is no document.
MAX_RATIO = 150
RATIO_FROM_BYTES = 2**20

#: No office writes a DTD; with it entities, outside files and bombs come in.
_DTD = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError, LookupError)


def opened(raw: bytes) -> zipfile.ZipFile:
    """The archive, once its own list of contents is found harmless and its XML free of entities.

    Raises:
        TableTooLarge: unpacked it would be more than the limit, or packed suspiciously well.
        LockedTable: encrypted.
        BrokenTable: no archive, a damaged one, or XML with a document type.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        _check_sizes(archive.infolist())
        for info in archive.infolist():
            if info.filename.lower().endswith((".xml", ".rels", ".vml")):
                _check_xml(archive.read(info))
    except _DAMAGED as error:
        raise BrokenTable("the file is damaged: it cannot be unpacked") from error
    return archive


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    unpacked, packed = sum(one.file_size for one in parts), sum(one.compress_size for one in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED_BYTES:
        raise TableTooLarge("unpacked, the file is larger than 100 MB")
    if unpacked > RATIO_FROM_BYTES and unpacked > MAX_RATIO * max(packed, 1):
        raise TableTooLarge("the file unpacks to more than a document can hold")
    if any(one.flag_bits & 0x1 for one in parts):
        raise LockedTable("the file is locked with a password: save it without one")


def _check_xml(xml: bytes) -> None:
    """Refuses a document type, in whatever Unicode it may be written."""
    if _DTD.search(xml.replace(b"\0", b"")):
        raise BrokenTable("the file holds XML entities, which no office program writes")


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a part.

    Raises:
        BrokenTable: it is not there or cannot be unpacked.
    """
    try:
        return archive.read(name)
    except (KeyError, *_DAMAGED) as error:
        raise BrokenTable("the file is damaged: a part is missing") from error


def names(archive: zipfile.ZipFile) -> Iterator[str]:
    """The names of the parts."""
    return iter(archive.namelist())
