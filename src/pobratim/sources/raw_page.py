"""A page before anybody has looked into it, and what yields such pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import msgspec

from pobratim.core.errors import PobratimError

LIMIT_BYTES = 20 * 1024 * 1024


class RawPage(msgspec.Struct, frozen=True):
    """The bytes of a page, the address they came from as the user gave it, and the charset that the transport declared."""

    address: str
    raw: bytes
    charset: str | None = None


class Source(Protocol):
    """Something that yields pages; what cannot be had comes as an error in its place, so that no page is lost."""

    @property
    def address(self) -> str:
        """What the user gave: a path, a URL, `-`."""

    def pages(self) -> Iterator[RawPage | PobratimError]:
        """The pages in a fixed order; an error stands where a page could not be had."""
