"""JSON Lines of facts as a source of pages: every line is a page that was read already."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pobratim.core.errors import AddressUnreachable, PageTooLarge, PobratimError
from pobratim.sources.raw_page import LIMIT_BYTES, RawPage

STDIN = "-"
SUFFIXES = (".jsonl", ".ndjson")


@dataclass(frozen=True)
class FactsLines:
    """The lines of a file, or of standard input; an address is `file:number of the line`."""

    address: str

    def pages(self) -> Iterator[RawPage | PobratimError]:
        """The lines that are not empty; an error in the place of one that is too long."""
        if self.address == STDIN:
            yield from self._lines(sys.stdin.buffer)
            return
        try:
            with Path(self.address).open("rb") as file:
                yield from self._lines(file)
        except OSError as error:
            yield AddressUnreachable(error.strerror or "cannot be opened", address=self.address)

    def count(self) -> int:
        """How many pages there are, where that can be told without reading standard input."""
        if self.address == STDIN:
            return 1
        try:
            with Path(self.address).open("rb") as file:
                return sum(1 for line in file if line.strip())
        except OSError:
            return 1

    def _lines(self, file: BinaryIO) -> Iterator[RawPage | PobratimError]:
        number = 0
        while line := file.readline(LIMIT_BYTES + 1):
            number += 1
            address = f"{self.address}:{number}"
            if len(line) > LIMIT_BYTES:
                _skip_line(file, line)
                yield PageTooLarge("a line of facts has more bytes than the limit", address=address)
            elif line.strip():
                yield RawPage(address, line)


def _skip_line(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(LIMIT_BYTES)


def is_facts(raw: bytes) -> bool:
    """Whether bytes are a page that was read already: JSON, which no page of news is.

    >>> is_facts(b' {"schema": "pobratim.facts/1"}'), is_facts(b"<html>")
    (True, False)
    """
    return raw.lstrip()[:1] == b"{"


def stdin_has_facts() -> bool:
    """Whether standard input begins like JSON Lines; nothing of it is lost."""
    stream = sys.stdin.buffer
    if isinstance(stream, io.BufferedReader):
        return is_facts(stream.peek(64))
    begin = stream.read(64)
    stream.seek(-len(begin), io.SEEK_CUR)
    return is_facts(begin)
