"""The one protocol of name taggers, and what they give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

from pobratim.text.token import Sentence

NameKind = Literal["PER", "LOC", "ORG"]


class Name(NamedTuple):
    """A name in the text: offsets in code points of the page's text, end-exclusive.

    `inner` holds the names that an organisation takes in, in order: «Твери» in «администрация Твери».
    """

    start: int
    end: int
    kind: NameKind
    inner: tuple[Name, ...] = ()


class NameTagger(Protocol):
    """Finds names; the same sentences always give the same names, in order, without overlaps."""

    def names(self, sentences: Sequence[Sentence]) -> list[Name]:
        """All names of the sentences, in order of their start."""
        ...
