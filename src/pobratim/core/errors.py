"""Every error Pobratim raises on purpose.

PobratimError
├── SourceError            the address gave nothing to read
│   ├── AddressRefused     scheme, private address, or redirect that is not followed
│   ├── AddressUnreachable no answer, time-out, HTTP error
│   └── PageTooLarge       more bytes than the limit
├── PageError              the bytes are no readable page
│   ├── EmptyPage
│   ├── NotText            binary, PDF, picture, archive
│   ├── BrokenEncoding
│   └── NotRussian
├── TableError             the bytes hold no table that can be read
│   ├── NotATable          of another kind: a PDF, a picture, an old office format
│   ├── LockedTable        encrypted with a password
│   ├── TableTooLarge      more bytes, rows, columns or cells than the limit
│   ├── BrokenTable        damaged, or not what an office writes
│   └── EmptyTable
└── LexiconError           a data file of the package is wrong
"""

from __future__ import annotations

__all__ = [
    "AddressRefused",
    "AddressUnreachable",
    "BrokenEncoding",
    "BrokenTable",
    "EmptyPage",
    "EmptyTable",
    "LexiconError",
    "LockedTable",
    "NotATable",
    "NotRussian",
    "NotText",
    "PageError",
    "PageTooLarge",
    "PobratimError",
    "SourceError",
    "TableError",
    "TableTooLarge",
]


class PobratimError(Exception):
    """Base of all; carries the input's address and, where one is known, the offset in code points."""

    def __init__(self, reason: str, *, address: str | None = None, offset: int | None = None) -> None:
        self.reason = reason
        self.address = address
        self.offset = offset
        super().__init__(reason if address is None else f"{address}: {reason}")


class SourceError(PobratimError):
    """The address gave nothing to read."""


class AddressRefused(SourceError):
    """The address is not one that may be fetched."""


class AddressUnreachable(SourceError):
    """The address did not answer with a page."""


class PageTooLarge(SourceError):
    """The page has more bytes than the limit."""


class PageError(PobratimError):
    """The bytes are no readable page."""


class EmptyPage(PageError):
    """Nothing but white space."""


class NotText(PageError):
    """Binary content: a PDF, a picture, an archive."""


class BrokenEncoding(PageError):
    """The bytes decode to no sensible text in any charset tried."""


class NotRussian(PageError):
    """The body is not in Russian."""


class TableError(PobratimError):
    """The bytes hold no table that can be read."""


class NotATable(TableError):
    """Of another kind: a PDF, a picture, an old office format."""


class LockedTable(TableError):
    """Encrypted with a password."""


class TableTooLarge(TableError):
    """More bytes, rows, columns or cells than the limit."""


class BrokenTable(TableError):
    """Damaged, or not what an office writes."""


class EmptyTable(TableError):
    """No table, or none with a row in it."""


class LexiconError(PobratimError):
    """A data file that ships with Pobratim cannot be used."""
