"""Head nouns of places and bodies."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pobratim.lexicon.table import rows, words


class Head(NamedTuple):
    """What a head noun makes: a place or a body of some kind; `flags` as the data file explains them."""

    lemma: str
    layer: str
    kind: str
    flags: frozenset[str]


@cache
def heads() -> dict[str, tuple[Head, ...]]:
    """Head nouns by lemma in lower case; a noun may make a place and a body («префектура»)."""
    found: dict[str, list[Head]] = {}
    for lemma, layer, kind, flags in rows("actors/heads.txt", 4):
        head = Head(lemma, layer, kind, frozenset(flags.split()))
        found.setdefault(lemma.lower(), []).append(head)
    return {lemma: tuple(variants) for lemma, variants in found.items()}


@cache
def abbreviated_heads() -> frozenset[str]:
    """Heads written in capitals («ООО», «ТПП»), which do not decline."""
    return frozenset(row[0] for row in rows("actors/heads.txt", 4) if row[0].isupper())


@cache
def wide_lands() -> frozenset[str]:
    """Lemmas of adjectives that name no territory with authorities («уральский»)."""
    return words("actors/wide_lands.txt")


@cache
def guest_words() -> frozenset[str]:
    """Nouns of those who come to a place from elsewhere («делегация»)."""
    return words("actors/guests.txt")


@cache
def demonyms() -> dict[str, str]:
    """Lemmas of those who live in a territory and stand for it («калужанин») → its adjective («калужский»)."""
    return {row[0]: row[1] for row in rows("actors/demonyms.txt", 2)}


@cache
def authorities() -> dict[str, str | None]:
    """Nouns that stand for a territory beside its adjective («подмосковные власти») → the lemma of its type, if they tell it."""
    return {lemma: level or None for lemma, level in rows("actors/authorities.txt", 2)}
