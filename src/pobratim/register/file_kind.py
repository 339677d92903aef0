"""What kind of file it is, by its bytes and not by its name; and names that harm nobody."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from pathlib import Path
from typing import NamedTuple

import puremagic

from .errors import BadFile


class FileKind(NamedTuple):
    """The type under which a file is served, and the endings that its name may have; the first where it has none of them."""

    media_type: str
    endings: tuple[str, ...]


_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
TEXT = FileKind("text/plain", (".txt", ".csv", ".md"))
#: Type by its magic number → kind.
_BY_MAGIC = {
    "application/pdf": FileKind("application/pdf", (".pdf",)),
    "image/jpeg": FileKind("image/jpeg", (".jpg", ".jpeg")),
    "image/png": FileKind("image/png", (".png",)),
    "image/tiff": FileKind("image/tiff", (".tif", ".tiff")),
}
#: A member of a ZIP file by which its kind is known → kind.
_BY_MEMBER = {
    "word/document.xml": FileKind(f"{_OFFICE}.wordprocessingml.document", (".docx",)),
    "xl/workbook.xml": FileKind(f"{_OFFICE}.spreadsheetml.sheet", (".xlsx",)),
    "ppt/presentation.xml": FileKind(f"{_OFFICE}.presentationml.presentation", (".pptx",)),
}
_BY_MIMETYPE = {
    f"{_OPEN}.text": FileKind(f"{_OPEN}.text", (".odt",)),
    f"{_OPEN}.spreadsheet": FileKind(f"{_OPEN}.spreadsheet", (".ods",)),
}
_HEAD_BYTES, _TEXT_BYTES, _MEMBERS = 4096, 2**16, 5000
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NO_NAME = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
NAME_CHARS = 150


def kind_of_file(path: Path) -> FileKind:
    """The kind of a file.

    Raises:
        BadFile: it is of none that may be attached (among them office files with macros).
    """
    with path.open("rb") as file:
        head = file.read(_TEXT_BYTES)
    if head.startswith(b"PK\x03\x04"):
        found = _packed(path)
    else:
        found = _by_magic(head[:_HEAD_BYTES]) or (TEXT if _is_text(head) else None)
    if found is None:
        raise BadFile("only PDF, pictures (JPEG, PNG, TIFF), office files without macros and plain text may be attached")
    return found


def _by_magic(head: bytes) -> FileKind | None:
    try:
        said = {one.mime_type for one in puremagic.magic_string(head) if one.offset == 0}
    except (puremagic.PureError, ValueError):
        return None
    return next((kind for media_type, kind in _BY_MAGIC.items() if media_type in said), None)


def _packed(path: Path) -> FileKind | None:
    try:
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()[:_MEMBERS]
            if any(name.casefold().endswith("vbaproject.bin") for name in names) or "Basic/script-lc.xml" in names:
                return None
            if "mimetype" in names and packed.getinfo("mimetype").file_size < len(_OPEN) + 20:
                return _BY_MIMETYPE.get(packed.read("mimetype").decode("ascii", "replace"))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return None
    return next((kind for name, kind in _BY_MEMBER.items() if name in names), None)


def _is_text(head: bytes) -> bool:
    """Whether the bytes are text in UTF-8, UTF-16 or an encoding of one byte a letter: no control characters among them."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = head[: len(head) // 2 * 2].decode("utf-16", "ignore")
        except UnicodeDecodeError:
            return False
        return not _CONTROL.search(text.encode())
    return not _CONTROL.search(head)


def clean_name(name: str, kind: FileKind) -> str:
    r"""The name under which a file is kept: its last part, without characters that hide, turn round or break, not too long.

    >>> clean_name("..\\..\\скан.exe\u202e", TEXT)
    'скан.exe.txt'
    """
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(one for one in last if unicodedata.category(one) not in ("Cf", "Cc", "Co", "Cs", "Cn", "Zl", "Zp"))
    words = " ".join(_NO_NAME.sub(" ", seen).split()).strip(" .")
    ending = next((one for one in kind.endings if words.casefold().endswith(one)), "")
    stem = words[: len(words) - len(ending)].strip(" .") or "file"
    return stem[: NAME_CHARS - len(kind.endings[0])].rstrip(" .") + (ending or kind.endings[0])
