"""What the bytes are before anybody decodes them: nothing, binary, HTML or flat text."""

from __future__ import annotations

import re

from pobratim.core.errors import EmptyPage, NotText
from pobratim.words.speech import mark

MAGIC = (
    (b"%PDF", mark("a PDF, not a page of text")),
    (b"PK\x03\x04", mark("an archive or an office document, not a page of text")),
    (b"\x89PNG", mark("a picture, not a page of text")),
    (b"\xff\xd8\xff", mark("a picture, not a page of text")),
    (b"GIF8", mark("a picture, not a page of text")),
    (b"RIFF", mark("a picture or a sound, not a page of text")),
    (b"Rar!", mark("an archive, not a page of text")),
    (b"7z\xbc\xaf", mark("an archive, not a page of text")),
    (b"\x1f\x8b", mark("a gzip archive, not a page of text")),
    (b"\xd0\xcf\x11\xe0", mark("an old office document, not a page of text")),
    (b"{\\rtf", mark("an RTF document, not a page of text")),
    (b"\x7fELF", mark("a program, not a page of text")),
    (b"BZh", mark("an archive, not a page of text")),
    (b"\xfd7zXZ", mark("an archive, not a page of text")),
    (b"\x00\x00\x00\x18ftyp", mark("a film, not a page of text")),
    (b"ID3", mark("a sound, not a page of text")),
    (b"OggS", mark("a sound, not a page of text")),
    (b"II*\x00", mark("a picture, not a page of text")),
)
_BEGINNINGS = tuple(magic for magic, _ in MAGIC)
LOOK_BYTES = 65536
BLANK = b" \t\r\n\x0b\x0c\xef\xbb\xbf"
SAMPLE_BYTES = 16384
#: Control characters that no text holds; tab, line ends, form feed and escape are left out.
_CONTROL = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|script|style|article|section|main|div|table|span|h[1-6]|p|br|ul|a\s)[^<>]{0,300}>",
    re.IGNORECASE,
)


def refuse_binary(raw: bytes) -> None:
    """Let text pass.

    Raises:
        EmptyPage: nothing but white space and marks.
        NotText: a PDF, a picture, an archive, or bytes with NULs.
    """
    sample = raw[:SAMPLE_BYTES]
    if not sample.strip(BLANK) and not raw.strip(BLANK):
        raise EmptyPage("an empty page")
    stripped = sample.lstrip() or raw.lstrip()
    if sample.startswith(_BEGINNINGS) or stripped.startswith(_BEGINNINGS):
        raise NotText(next(reason for magic, reason in MAGIC if sample.startswith(magic) or stripped.startswith(magic)))
    if _is_utf16(sample):
        return
    strange = len(sample) - len(sample.translate(None, _CONTROL))
    if b"\x00" in sample and strange * 1000 > len(sample) or strange * 50 > len(sample):
        raise NotText("binary content, not a page of text")


def is_html(raw: bytes) -> bool:
    """Whether the bytes hold HTML tags; UTF-16 is judged by its letters with the zeros left out.

    >>> is_html("<p>Визит</p>".encode()), is_html("Визит < 5 дней".encode())
    (True, False)
    """
    if _is_utf16(raw):
        raw = raw[:LOOK_BYTES].replace(b"\x00", b"")
    return _TAG.search(raw, 0, LOOK_BYTES) is not None


def _is_utf16(raw: bytes) -> bool:
    """Whether a mark or the zeros say that two or four bytes make a character."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or raw[:4] == b"\x00\x00\xfe\xff":
        return True
    sample = raw[:4096]
    if len(sample) < 16 or not (b"\x00" in sample or b"\x04" in sample):
        return False
    return any(half.count(0) + half.count(4) > 0.9 * len(half) for half in (sample[1::2], sample[::2]))
