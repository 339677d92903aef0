"""Whether two names mean one place or body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from .word import shared, words

WEAK_WEIGHT = 0.3
LEAST_OVERLAP = 0.6
LEAST_OVERLAP_BOTH_DIFFER = 0.75

_WEAK_WORD = re.compile(
    r"(?:правительств|администраци|област|район|республик|краев|округ|муниципальн|поселени|министерств|комитет"
    r"|департамент|управлени|исполнительн|автономн|государственн|федеральн|мэри|акимат|регион|компани|корпораци"
    r"|групп|предприяти|обществ|сторон)\w*|город(?:а|у|е|ом|ов|ск\w+)?|кра(?:й|я|ю|е|ем)|ооо|[опз]?ао|власт\w{0,3}"
)
_TIERS = tuple(
    re.compile(tier)
    for tier in (r"(район|округ|поселени)", r"(город)(?:а|у|е|ом)?$", r"(област|краев)|(кра)(?:й|я|ю|е|ем)$", r"(республик)")
)
_TIERS_THAT_AGREE = ({"округ", "район"}, {"округ", "город"})


def tier(name: Sequence[str]) -> str | None:
    """The kind of territory that a name's words speak of, the lowest first: a district of a region is a district."""
    for pattern in _TIERS:
        for match in filter(None, map(pattern.match, name)):
            return next(group for group in match.groups() if group)
    return None


def weight(word: str) -> float:
    """1, or less for a word that says little about which body is meant («правительство», «область»)."""
    return WEAK_WEIGHT if _WEAK_WORD.fullmatch(word) else 1.0


@cache
def name_likeness(a: str | None, b: str | None) -> float:
    """How well two names agree, 0–1; 0 where they are not the same place or body.

    The overlap coefficient of their words: weak words weigh less and never suffice alone, district, city,
    region and republic do not match one another.

    >>> name_likeness("Тосненский район", "Тосненским муниципальным районом") > 0.6
    True
    >>> name_likeness("Минск", "Минская область"), name_likeness("Правительство", "Правительство Тверской области")
    (0.0, 0.0)
    """
    left, right = words(a), words(b)
    tiers = {tier(left), tier(right)} - {None}
    if not left or not right or (len(tiers) == 2 and tiers not in _TIERS_THAT_AGREE):
        return 0.0
    pairs = shared(left, right)
    strong = sum(weight(x) == weight(y) == 1 for x, y in pairs)
    strong_left, strong_right = (sum(weight(word) == 1 for word in side) for side in (left, right))
    if not strong:
        only_weak = not strong_left and not strong_right
        return float(only_weak and len(pairs) == len(left) == len(right))
    overlap = sum(min(weight(x), weight(y)) for x, y in pairs)
    overlap /= min(sum(map(weight, left)), sum(map(weight, right)))
    least = LEAST_OVERLAP_BOTH_DIFFER if strong < min(strong_left, strong_right) else LEAST_OVERLAP
    return overlap if overlap >= least else 0.0


def same_place(a: str | None, b: str | None) -> bool:
    """Whether two names of places agree; two absent ones do."""
    return a == b or bool(a and b and name_likeness(a, b))
