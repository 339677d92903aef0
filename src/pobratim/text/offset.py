"""Which tokens stand at a place of the page's text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from .token import Token

_START, _END = attrgetter("start"), attrgetter("end")


def token_at(tokens: Sequence[Token], offset: int) -> int:
    """The index of the token at a code point of the page's text, or of the first one behind it; how many there are for none."""
    return bisect_right(tokens, offset, key=_END)


def token_range(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The tokens that `text[start:end]` touches, the last exclusive, where it begins and ends with a token; `(0, 0)` for none."""
    first = bisect_right(tokens, start, key=_END)
    last = bisect_left(tokens, end, first, key=_START)
    return (first, last) if first < last else (0, 0)
