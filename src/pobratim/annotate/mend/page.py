"""The names of a page's sentences, mended."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.annotate.name import Name, NameTagger
from pobratim.text.token import Sentence

from .bracket import parted, second_names
from .fixed import settled
from .lone import is_lone, is_thing
from .organ import whole
from .part import Part, name_of, part_of

_PARTING = frozenset("(),")  # marks at which one tagged name may be two


class MendedNames:
    """A `NameTagger`: another's names, mended by rules. A sentence's names depend on nothing beside it."""

    def __init__(self, tagger: NameTagger) -> None:
        self._tagger = tagger

    def names(self, sentences: Sequence[Sentence]) -> list[Name]:
        """All names of the sentences, in order of their start."""
        found: list[Name] = []
        names, at = self._tagger.names(sentences), 0
        for sentence in sentences:
            end = at
            while end < len(names) and names[end].start < sentence.end:
                end += 1
            tokens = sentence.tokens
            parts = mended(sentence, [part_of(tokens, name) for name in names[at:end]])
            found += [name_of(tokens, part) for part in parts]
            at = end
        return found


def mended(sentence: Sentence, parts: Sequence[Part]) -> list[Part]:
    """The names of one sentence, mended; what the network gives it is `parts`."""
    tokens, marks = sentence.tokens, sentence.words
    if not parts:
        return settled(sentence, parts)
    pieces = list(parts)
    if not _PARTING.isdisjoint(marks):
        pieces = [piece for part in parts for piece in parted(tokens, part)]
    pieces = [piece for piece in pieces if not (is_lone(tokens, piece) or is_thing(tokens, piece))]
    if "(" in marks:
        pieces += second_names(tokens, pieces)
        pieces.sort()
    return whole(tokens, settled(sentence, pieces))
