"""Which source an argument of the command line means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pobratim.core.errors import AddressRefused, PobratimError

from .file import STDIN, File, StandardInput
from .folder import Folder
from .raw_page import RawPage, Source
from .web import Web, has_scheme, is_web


@dataclass(frozen=True)
class Refused:
    """An address of a scheme that is not fetched (`ftp://`, `file://`)."""

    address: str

    def pages(self) -> Iterator[RawPage | PobratimError]:
        """The refusal."""
        yield AddressRefused("only http and https addresses are fetched", address=self.address)


def choose_source(argument: str, *, allow_private: bool = False) -> Source:
    """The source that a path, an address or `-` means. Nothing is opened yet.

    Args:
        argument: as the user typed it.
        allow_private: whether addresses of the own network may be fetched.

    >>> type(choose_source("https://example.org/novosti/1")).__name__, type(choose_source("ftp://example.org")).__name__
    ('Web', 'Refused')
    """
    if argument == STDIN:
        return StandardInput()
    if is_web(argument):
        return Web(argument, allow_private=allow_private)
    if has_scheme(argument):
        return Refused(argument)
    return Folder(argument) if Path(argument).is_dir() else File(argument)
