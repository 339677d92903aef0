"""A page in a file, or on standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pobratim.core.errors import PageTooLarge, PobratimError, SourceError

from .raw_page import LIMIT_BYTES, RawPage

STDIN = "-"


@dataclass(frozen=True)
class File:
    """One file; its address is the path as given."""

    address: str
    limit_bytes: int = LIMIT_BYTES

    def pages(self) -> Iterator[RawPage | PobratimError]:
        """The file's page, or the reason why there is none: missing, forbidden, a folder, too large."""
        try:
            with Path(self.address).open("rb") as stream:
                yield _read(stream, self.address, self.limit_bytes)
        except FileNotFoundError:
            yield SourceError("no such file", address=self.address)
        except OSError as error:
            yield SourceError(error.strerror or str(error), address=self.address)
        except PobratimError as error:
            yield error


@dataclass(frozen=True)
class StandardInput:
    """One page on standard input; its address is `-`."""

    stream: BinaryIO | None = None
    limit_bytes: int = LIMIT_BYTES
    address: str = STDIN

    def pages(self) -> Iterator[RawPage | PobratimError]:
        """The page, or the reason why there is none."""
        try:
            yield _read(self.stream or sys.stdin.buffer, self.address, self.limit_bytes)
        except OSError as error:
            yield SourceError(error.strerror or str(error), address=self.address)
        except PobratimError as error:
            yield error


def _read(stream: BinaryIO, address: str, limit_bytes: int) -> RawPage:
    """The whole stream, of which no more than one byte over the limit is ever read.

    Raises:
        PageTooLarge: there is more than the limit.
    """
    raw = stream.read(limit_bytes + 1)
    if len(raw) > limit_bytes:
        raise PageTooLarge(f"more than {limit_bytes // 1024 // 1024} MB", address=address)
    return RawPage(address, raw)
