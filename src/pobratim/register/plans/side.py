"""The two sides of a plan, and which of them a heading or a name speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pobratim.lexicon.actors import heads
from pobratim.lexicon.gazetteer import place_by_adjective, spellings
from pobratim.lexicon.place_key import fold, type_words
from pobratim.lexicon.plans import joint_names
from pobratim.text.morph import forms, lemma

A, B, JOINT = "a", "b", "joint"
_WORD = re.compile(r"[а-яё]+(?:-[а-яё]+)*", re.IGNORECASE)
_ENDING = re.compile(r"(?:ая|ого|ому|ым|им|ом|ой|ую|ое|ые|ие|ых|их|ий|ый|ого|его|яя|ей|ь|я|а|и|ы|у|ю|е|о)$")
_MIN_STEM = 3


class Side(NamedTuple):
    """A side of a plan: `code` `a` or `b`; `names` of the party and its territory; its country (ISO 3166-1), if it is known."""

    code: str
    names: tuple[str, ...]
    country: str = ""


def side_of(text: str, sides: tuple[Side, ...]) -> str:
    """The side that a text speaks of: by a word of its name, else by its country; `joint` for both, empty for none.

    Fails where both sides have a name in common and nothing else is said («Минский район» and «Минская область»).

    >>> pair = (Side("a", ("Ленинградская область",), "RU"), Side("b", ("Чуйская область",), "KG"))
    >>> side_of("от Ленинградской области", pair), side_of("от кыргызской стороны", pair), side_of("Стороны", pair)
    ('a', 'b', 'joint')
    """
    if " ".join(_WORD.findall(text.lower())) in joint_names():
        return JOINT
    words = [fold(word) for word in _WORD.findall(text)]
    for found in (_named(words, sides), _in_country(words, sides)):
        if len(found) == 1:
            return found.pop()
        if len(found) > 1:
            return JOINT
    return ""


def _named(words: list[str], sides: tuple[Side, ...]) -> set[str]:
    stems = {side.code: set(_stems(side.names)) for side in sides}
    shared = set.intersection(*stems.values()) if len(stems) > 1 else set()
    return {code for code, own in stems.items() if any(_begins(word, stem) for word in words for stem in own - shared)}


def _begins(word: str, stem: str) -> bool:
    return word == stem or (len(stem) > _MIN_STEM and word.startswith(stem))


def _stems(names: tuple[str, ...]) -> Iterator[str]:
    """What the words of a name begin with, its kinds («область», «правительство») left out."""
    for name in names:
        for word in map(fold, _WORD.findall(name)):
            if lemma(word) not in heads() and word not in type_words() and lemma(word) not in type_words() and _is_own(word):
                stem = _ENDING.sub("", word)
                if len(stem) >= _MIN_STEM:
                    yield stem


def _is_own(word: str) -> bool:
    """Whether a word may be a name's own: no preposition, and not one that names are full of."""
    return forms(word)[0].pos not in ("PREP", "CONJ") if forms(word) else True


def _in_country(words: list[str], sides: tuple[Side, ...]) -> set[str]:
    countries = {side.country: side.code for side in sides if side.country}
    if len(countries) < 2:
        return set()
    return {countries[code] for word in words for code in _countries(word) if code in countries}


@lru_cache(maxsize=5_000)
def _countries(word: str) -> frozenset[str]:
    """The countries that a word may mean («белорусской», «Беларуси»)."""
    found = {entry.country for one in spellings(word) for entry in one.entries if entry.kind == "country"}
    found |= {entry.country for entry in place_by_adjective(word)[:1] if entry.kind == "country"}
    return frozenset(code for code in found if code)
