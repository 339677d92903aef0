"""What a record is found by: its own words and codes, and what it borrows from the records that it names.

Codes are tokens too, which no word can be mistaken for: `=sphere:culture` (facets), `@ru-len` (a place by its outside
id), `~область_чуйский` (a name as a whole).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from pobratim.lexicon.word_list import word_table

from .words import name_tokens, text_tokens, tokens_of, whole, words

NAMES = 5  # of an actor; the rest are slips
INITIALS = range(3, 7)
YEARS = 3  # that a vague date may cover before it is no answer to «which year»
_EPONYM = frozenset(("имени", "им"))
LEVELS_OF_PLACES = frozenset(("national", "region", "district", "city"))


class Own(NamedTuple):
    """`name` is what the record lends, `order` where it stands on its shelf; `facets` are sorted."""

    key: str
    shown: bool
    order: int
    name: frozenset[str]
    facets: tuple[str, ...]
    words: frozenset[str]


class Lent(NamedTuple):
    """What others take over from a row: tokens of its name, the facets that it gives as a party."""

    name: frozenset[str]
    as_party: tuple[str, ...]


NOTHING = Lent(frozenset(), ())


def facet(name: str, value: object) -> str:
    """The token of a facet's value."""
    return f"={name}:{value}"


def parted(token: str) -> tuple[str, str]:
    """Facet and value of a token.

    >>> parted("=kind:visit")
    ('kind', 'visit')
    """
    name, _, value = token[1:].partition(":")
    return name, value


def ordered(facets: Iterable[str]) -> tuple[str, ...]:
    """Facets without doubles, sorted."""
    return tuple(sorted(set(facets)))


@lru_cache(maxsize=20_000)
def initials(name: str) -> frozenset[str]:
    """Abbreviations by which a body may be asked for: the initials of its first three to six words.

    It does not know of syllables: «СПбГУ», «ЮУрГУ» are found only where a page writes them so.

    >>> sorted(initials("Торгово-промышленная палата Кыргызской Республики"))
    ['тпп', 'тппк', 'тппкр']
    """
    letters = ""
    for word in words(name):
        if word in _EPONYM:
            break
        letters += word[0].lower()
    return frozenset(letters[:size] for size in INITIALS if size <= len(letters))


def place_codes(kind: str, country: str, region: str, geonames: int | None) -> frozenset[str]:
    """The outside ids of a place as tokens."""
    told = (country if kind == "country" else "", region, geonames)
    return frozenset(f"@{code}".lower() for code in told if code)


def actor_name(names: Iterable[str], level: str, codes: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """What an actor lends, and its names as wholes."""
    lent, wholes = set(codes), {f"~{code}" for code in codes}
    for name in names:
        lent |= name_tokens(name)
        wholes |= whole(name)
        if level not in LEVELS_OF_PLACES:
            lent |= initials(name)
            wholes |= {f"~{short}" for short in initials(name)}
    return frozenset(lent), frozenset(wholes)


def person_wholes(name: str, surname: str, given: str) -> frozenset[str]:
    """The ways to write a person's name as a whole."""
    return whole(name) | whole(surname) | whole(f"{given} {surname}")


def year_facets(first: datetime.date | None, last: datetime.date | None) -> set[str]:
    """The years that a date covers."""
    if first is None or last is None or last.year - first.year >= YEARS:
        return set()
    return {facet("year", year) for year in range(first.year, last.year + 1)}


def date_tokens(first: datetime.date | None, last: datetime.date | None) -> set[str]:
    """The year, and the month where it is told, as words («май 2024»)."""
    if first is None or last is None or first.year != last.year:
        return set()
    found = {str(first.year)}
    if first.month == last.month:
        found |= month_tokens(first.month)
    return found


@lru_cache(maxsize=12)
def month_tokens(month: int) -> frozenset[str]:
    """The name of a month."""
    return frozenset(tokens_of(word_table("pages", "month")[str(month)].split()[0]))


def title_tokens(title: str) -> set[str]:
    """The tokens of a document's title and the title as a whole."""
    return text_tokens(title) | whole(title)
