"""The one protocol of name taggers, and what they give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

from pobratim.text.token import Sentence

NameKind = Literal["PER", "LOC", "ORG"]


class Name(NamedTuple):
    """A name in the text: offsets in code points of the page's text, end-exclusive."""

    start: int
    end: int
    kind: NameKind


class NameTagger(Protocol):
    """Finds names; the same sentences always give the same names, in order, without overlaps."""

    def names(self, sentences: Sequence[Sentence]) -> list[Name]:
        """All names of the sentences, in order of their start."""
        ...
