"""Data files of the package, mapped into memory: start-up reads nothing of them, and processes share what is read."""

from __future__ import annotations

import mmap
from importlib.resources import as_file, files

from .errors import LexiconError


def mapped(package: str, path: str, address: str) -> mmap.mmap:
    """A file that ships with the package, for reading.

    Args:
        package: in whose folder it lies («pobratim.lexicon»).
        path: its place there.
        address: what an error calls it.

    Raises:
        LexiconError: the file is missing or empty.
    """
    try:
        with as_file(files(package) / path) as place, place.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise LexiconError(f"cannot be read: {error}", address=address) from error
