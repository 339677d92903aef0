"""Every page in a folder and the folders below it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pobratim.core.errors import PobratimError, SourceError

from .file import File
from .raw_page import LIMIT_BYTES, RawPage

ENDINGS = frozenset({".html", ".htm", ".txt"})


@dataclass(frozen=True)
class Folder:
    """A folder; the address of each page is its path, beginning with the folder's as given."""

    address: str
    limit_bytes: int = LIMIT_BYTES

    def pages(self) -> Iterator[RawPage | PobratimError]:
        """The pages of all `.html`, `.htm` and `.txt` files, sorted by path; hidden ones and links to folders are passed over.

        A folder without any yields one error.
        """
        found = False
        for path in page_paths(Path(self.address)):
            found = True
            yield from File(str(path), self.limit_bytes).pages()
        if not found:
            yield SourceError("no .html, .htm or .txt file in the folder", address=self.address)


def page_paths(folder: Path) -> list[Path]:
    """The paths of the pages in a folder, sorted."""
    found = []
    for parent, names, files in os.walk(folder):
        names[:] = [name for name in names if not name.startswith(".")]
        found += [Path(parent, name) for name in files if Path(name).suffix.lower() in ENDINGS and not name.startswith(".")]
    return sorted(found)
