"""Attached files on the disk: each under the SHA-256 of its bytes, in a folder that no address leads to."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext

from .errors import BadFile

_SHA256 = re.compile(r"[0-9a-f]{64}")
_OWNER_ONLY = 0o600
CHUNK = 2**20


class Filed(NamedTuple):
    """Bytes that are in the folder, and how many."""

    sha256: str
    size: int


def path_of(sha256: str) -> Path:
    """Where the bytes with that sum lie, whether or not they are there."""
    if not _SHA256.fullmatch(sha256):
        raise BadFile("the bytes of the file are not there", address=sha256[:64])
    return Path(settings.FILES) / sha256[:2] / sha256[2:]


def too_large(limit: int) -> BadFile:
    """What is said of a file of more bytes than the limit."""
    megabytes = max(1, limit // 2**20)
    return BadFile(gettext("the file is too large: {number} MB are the most").format(number=megabytes))


def file_bytes(chunks: Iterable[bytes], limit: int | None = None) -> Filed:
    """Puts bytes into the folder; they appear whole or not at all, and once, however often they come.

    Raises:
        BadFile: there are none, or more than the limit.
    """
    folder = Path(settings.FILES)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    handle, name = tempfile.mkstemp(prefix=".part-", dir=folder)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                size += len(chunk)
                if limit is not None and size > limit:
                    raise too_large(limit)
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        if not size:
            raise BadFile("the file is empty")
        target = path_of(digest.hexdigest())
        target.parent.mkdir(mode=0o700, exist_ok=True)
        part.chmod(_OWNER_ONLY)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return Filed(digest.hexdigest(), size)


def idle_files(before: float) -> Iterator[Path]:
    """What lies in the folder and was not written since that moment (seconds of the epoch); pieces of broken uploads too.

    A file has its sum for a name: `path.parent.name + path.name`.
    """
    folder = Path(settings.FILES)
    for path in (*folder.glob(".part-*"), *folder.glob("[0-9a-f][0-9a-f]/*")):
        if path.is_file() and path.stat().st_mtime < before:
            yield path


def chunks_of(sha256: str) -> Iterable[bytes]:
    """The bytes with that sum, a piece at a time.

    Raises:
        BadFile: they are not there, or are others.
    """
    digest = hashlib.sha256()
    try:
        with path_of(sha256).open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
                yield chunk
    except OSError:
        raise BadFile("the bytes of the file are not there", address=sha256) from None
    if digest.hexdigest() != sha256:
        raise BadFile("the bytes of the file were changed", address=sha256)
