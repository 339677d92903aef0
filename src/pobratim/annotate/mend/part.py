"""The value that the mending rules speak in: a name by the tokens of its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from pobratim.annotate.name import Name, NameKind
from pobratim.text.token import Token

OPENING, CLOSING = '«„“"', '»”“"'
"""Quotation marks; one of them may do either."""

_START = attrgetter("start")


class Part(NamedTuple):
    """A name: the tokens from `first` up to `last`, which is not of it; `inner` as in `Name`."""

    first: int
    last: int
    kind: NameKind
    inner: tuple[Part, ...] = ()

    @property
    def leaves(self) -> tuple[Part, ...]:
        """The names inside, or itself."""
        return self.inner or (self,)


def part_of(tokens: Sequence[Token], name: Name) -> Part:
    """A name by its tokens."""
    first = bisect_left(tokens, name.start, key=_START)
    return Part(first, bisect_left(tokens, name.end, first, key=_START), name.kind)


def name_of(tokens: Sequence[Token], part: Part) -> Name:
    """A part as a name of the text."""
    inner = tuple([name_of(tokens, one) for one in part.inner])
    return Name(tokens[part.first].start, tokens[part.last - 1].end, part.kind, inner)


def has_case(token: Token, case: str) -> bool:
    """Whether a word can stand in a case; an abbreviation and a word that does not decline can in all («ФИФА», «Осло»).

    Of a word that the dictionary lacks the singular counts alone: any «-ом» might be a genitive of many.
    """
    if token.text.isupper():
        return True
    found = [form for form in token.forms if form.case]
    return not found or any(f.case == case and (f.known or f.number != "plur") or "Fixd" in f.tags for f in found)


def taken_by(parts: Sequence[Part]) -> set[int]:
    """The tokens of all names."""
    return {at for part in parts for at in range(part.first, part.last)}
