"""What became of one page of a scan."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from pobratim.core.errors import PageError, PobratimError

T = TypeVar("T")


class Outcome(msgspec.Struct, Generic[T], frozen=True):
    """What the reader made of a page (its facts as JSON bytes, as a rule), or the error in its place.

    Neither, where the reader passed the page over.
    """

    address: str
    facts: T | None = None
    error: PobratimError | None = None

    @property
    def passed_over(self) -> bool:
        """Whether the reader gave nothing, on purpose."""
        return self.facts is None and self.error is None


def failed(address: str, error: BaseException) -> Outcome[T]:
    """The outcome of a page that could not be had or read; an error that nobody foresaw keeps its kind and words."""
    if not isinstance(error, PobratimError):
        error = PageError(f"unexpected error: {type(error).__name__}: {error}", address=address)
    elif error.address is None:
        error = type(error)(error.reason, address=address, offset=error.offset)
    return Outcome(error.address or address, error=error)
