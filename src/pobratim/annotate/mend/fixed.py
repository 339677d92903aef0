"""Names that a list knows: of one kind wherever they stand («Евросоюз»), or no names at all («СМИ»)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, cast

from pobratim.annotate.name import NameKind
from pobratim.lexicon.table import rows
from pobratim.text.token import Sentence, Token

from .part import Part, taken_by

_PLACE_PREPOSITIONS = frozenset(("в", "во", "из", "у", "к", "ко", "возле", "около", "мимо", "близ"))


class Fixed(NamedTuple):
    """A listed name: its lemmas, its kind (None: no name), and whether it is a place as well («в Кремле»)."""

    words: tuple[str, ...]
    kind: NameKind | None
    house: bool


@cache
def _by_first_word() -> dict[str, list[Fixed]]:
    found: dict[str, list[Fixed]] = {}
    for name, kind, house in rows("names/fixed.txt", 3):
        words = tuple(name.split(" "))
        found.setdefault(words[0], []).append(Fixed(words, None if kind == "-" else cast(NameKind, kind), bool(house)))
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.lower() for word in _by_first_word())


def _keys(token: Token) -> frozenset[str]:
    """What a word is looked up by: an abbreviation as it is written, another word by its lemmas."""
    return frozenset((token.text,)) if token.text.isupper() else token.lemmas


def fixed_at(tokens: Sequence[Token], at: int) -> Fixed | None:
    """The listed name that begins at a token, or None."""
    for key in _keys(tokens[at]):
        for listed in _by_first_word().get(key, ()):
            words = tokens[at : at + len(listed.words)]
            if len(words) == len(listed.words) and all(w in _keys(t) for t, w in zip(words, listed.words, strict=True)):
                house = listed.house and at > 0 and tokens[at - 1].lower in _PLACE_PREPOSITIONS
                return None if house else listed
    return None


def settled(sentence: Sentence, parts: Sequence[Part]) -> list[Part]:
    """A sentence's names with the kinds that the list gives them: without those that it says are none, with those passed over."""
    tokens = sentence.tokens
    if _first_words().isdisjoint(sentence.lemmas) and _first_words().isdisjoint(sentence.words):
        return list(parts)  # most sentences
    found = []
    for part in parts:
        listed = fixed_at(tokens, part.first)
        if listed is None or part.first + len(listed.words) != part.last:
            found.append(part)
        elif listed.kind:
            found.append(Part(part.first, part.last, listed.kind))
    taken = taken_by(parts)
    for at, token in enumerate(tokens):
        if token.is_capital and at not in taken and (listed := fixed_at(tokens, at)) and listed.kind:
            end = at + len(listed.words)
            if taken.isdisjoint(range(at, end)):
                found.append(Part(at, end, listed.kind))
    return sorted(found)
