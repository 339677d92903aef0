"""What became of one page of a scan."""

from __future__ import annotations

import msgspec

from pobratim.core.errors import PobratimError


class Outcome(msgspec.Struct, frozen=True):
    """The facts of a page as JSON bytes, or the reason why there are none. `error` names the kind of error."""

    address: str
    facts: bytes | None = None
    error: str | None = None
    reason: str | None = None

    @classmethod
    def of_error(cls, error: BaseException, address: str) -> Outcome:
        """The outcome of a page that could not be had or read; an error that nobody foresaw keeps its kind and words."""
        if isinstance(error, PobratimError):
            return cls(error.address or address, error=type(error).__name__, reason=error.reason)
        return cls(address, error=type(error).__name__, reason=f"unexpected error: {type(error).__name__}: {error}")
