"""Numbers: how many documents a noun means, by the number before it and by its form."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.lexicon.documents import group
from pobratim.text.time_words import NUMBERS
from pobratim.text.token import Token

_GENITIVE_PREPOSITIONS = group("genitive-preposition")
_COLLECTIVE = {"оба": 2, "обе": 2, "пара": 2, "тройка": 3}


def count_of(tokens: Sequence[Token]) -> int | None:
    """The first number among the words before a noun: 3 of «три двусторонних», 12 of «12 новых»; None without one."""
    return next((number for t in tokens if (number := _number(t))), None)


def _number(token: Token) -> int | None:
    if token.text.isdigit():
        return int(token.text)
    return NUMBERS.get(token.lower) or _COLLECTIVE.get(token.lower)


def is_plural(tokens: Sequence[Token], first: int, head: int, numbers: list[str | None]) -> bool:
    """Whether the noun at `head` is in the plural; `numbers` are those of its readings.

    «Соглашения» may be both: then its adjectives decide («новые соглашения»), else what governs it («после соглашения»).
    Fails where the governor is a verb that takes the genitive («достигли соглашения»).
    """
    if len(set(numbers)) == 1:
        return numbers[0] == "plur"
    for t in tokens[first:head]:
        own = {f.number for f in t.forms if f.pos in ("ADJF", "PRTF")}
        if len(own) == 1:
            return own == {"plur"}
    return not _genitive_governor(tokens, first)


def _genitive_governor(tokens: Sequence[Token], first: int) -> bool:
    """Whether the word before, over adverbs, asks for a genitive: a noun, a preposition, a negated verb, a number."""
    k = first - 1
    while k >= 0 and _passed_over(tokens[k]):
        k -= 1
    if k < 0:
        return False
    token = tokens[k]
    if token.lower in _GENITIVE_PREPOSITIONS or token.lower in NUMBERS:
        return True
    if token.lower == "и" and k:
        return _genitive_governor(tokens, k)
    if token.forms and token.forms[0].pos == "NOUN":
        return True
    return k > 0 and tokens[k - 1].lower in ("не", "нет")


def _passed_over(token: Token) -> bool:
    """Adverbs, particles and conjunctions that join nothing («для дальнейшего также соглашения»)."""
    return bool(token.forms) and token.forms[0].pos in ("ADVB", "PRCL", "CONJ") and token.lower not in ("и", "а", "но")
