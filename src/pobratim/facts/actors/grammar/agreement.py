"""What adjectives and the head noun tell together: case, number, the territory that an adjective names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pobratim.core.memo import remembered
from pobratim.lexicon.gazetteer import place_by_adjective
from pobratim.text.nominative import adjective_cases
from pobratim.text.token import Token

from ..mention import ALL_CASES

# «Чуйская», «Липецкой»: an adjective of a place, which a capital at the head of a sentence does not make by itself
RELATIVE = re.compile(r"[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$")
JOINS = (",", "и", "или", "да")
GENERIC_ADJECTIVES = frozenset(
    """данный этот наш ваш свой другой каждый весь соседний сопредельный многий ряд обе оба российский зарубежный
    иностранный крупный ведущий новый старый родной местный""".split()
)


def is_plural(token: Token) -> bool:
    """Whether a noun stands in the plural by all readings or by the likeliest."""
    nouns = [f for f in token.forms if f.pos == "NOUN"]
    return bool(nouns) and all(f.number == "plur" for f in nouns) or bool(nouns) and nouns[0].number == "plur"


def named_adjective(tokens: Sequence[Token], first: int, head: int) -> str | None:
    """The adjective that makes a name of the phrase: a capitalised one («Чуйская»), or None."""
    for k in range(first, head):
        token = tokens[k]
        capital = token.is_capital and (k > 0 or RELATIVE.search(token.lower))
        if capital and token.lemma not in GENERIC_ADJECTIVES:
            return token.lemma
    return None


def cases_of(tokens: Sequence[Token], first: int, head: int) -> frozenset[str]:
    """The cases the head can stand in, narrowed by its adjectives."""
    cases = frozenset([f.case for f in tokens[head].forms if f.pos == "NOUN" and f.case]) or ALL_CASES
    for k in range(first, head):
        own = {case for case, _, _ in adjective_cases(tokens[k].lower)}
        if own & cases:
            cases &= own
    return frozenset(c for c in cases if c)


@remembered(5_000)
def of_country(adjective: str) -> bool:
    """Whether an adjective names a country («финский»)."""
    found = place_by_adjective(adjective)
    return bool(found) and found[0].kind == "country"
