"""Organisations whole: with the noun that heads them and the place or organisation that they belong to.

The network marks «Китая» in «правительство Китая» and «Министерство торговли» in «Министерство торговли КНР».
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pobratim.lexicon.actors import heads
from pobratim.lexicon.gazetteer import place_by_adjective
from pobratim.lexicon.table import rows, words
from pobratim.text.token import Token

from .part import OPENING, Part, has_case

_BETWEEN = 4  # words in the genitive between a head and its name («министерство иностранных дел Латвии»)


@cache
def organ_heads() -> frozenset[str]:
    """Lemmas of the nouns that head an organisation's name."""
    listed = rows("names/organs.txt", 2)
    bodies = {
        lemma
        for lemma, variants in heads().items()
        if any(head.layer == "body" and (head.kind != "company" or lemma == "банк") for head in variants)
    }
    return frozenset(bodies | {lemma for lemma, _ in listed}) - {lemma for lemma, no in listed if no}


def is_head(token: Token) -> bool:
    """Whether a word may be the noun that heads an organisation's name; of many organisations it heads none."""
    known = organ_heads()
    if known.isdisjoint(token.lemmas):
        return False  # most words
    return any(form.lemma in known and form.pos == "NOUN" and form.number != "plur" for form in token.forms)


def whole(tokens: Sequence[Token], parts: Sequence[Part]) -> list[Part]:
    """The names with organisations made whole; what an organisation takes in is no name of its own any more."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        if part.kind == "PER":
            found.append(part)
        elif before and before.kind == "ORG" and _belongs(tokens, before, part):
            joined = Part(before.first, part.last, "ORG", before.leaves + part.leaves)
            found[-1] = _headed(tokens, joined, found[-2].last if len(found) > 1 else 0)
        else:
            found.append(_headed(tokens, part, before.last if before else 0))
    return found


def _headed(tokens: Sequence[Token], part: Part, limit: int) -> Part:
    """A name with the heads before it («канцелярия | правительства | Латвии»), none of them before token `limit`."""
    organ = part
    while (head := _head_before(tokens, organ, limit)) is not None:
        organ = Part(head, part.last, "ORG", part.leaves)
    return _with_adjective(tokens, organ, limit) if organ.kind == "ORG" else organ


def _belongs(tokens: Sequence[Token], organ: Part, owner: Part) -> bool:
    """Whether a name behind an organisation is its owner's («МИД | РФ») or its field («МЧС по | Тверской области»)."""
    first, gap = tokens[owner.first], owner.first - organ.last
    if gap == 0:
        return has_case(first, "gent") and (owner.kind == "LOC" or any(map(is_head, tokens[organ.first : organ.last])))
    return gap == 1 and owner.kind == "LOC" and tokens[organ.last].lower == "по" and has_case(first, "datv")


def _with_adjective(tokens: Sequence[Token], organ: Part, limit: int) -> Part:
    """An organ with the adjective that says whose it is («японский | МИД», «областной | Совет депутатов»)."""
    at = organ.first - 1
    if at < limit or not is_head(tokens[organ.first]):
        return organ
    whose = tokens[at]
    cases = {form.case for form in tokens[organ.first].forms if form.pos == "NOUN"}
    if not any(form.pos == "ADJF" and form.case in cases for form in whose.forms):
        return organ
    if not (whose.lemmas & words("names/level_adjectives.txt") or _of_territory(whose)):
        return organ
    return Part(at, organ.last, "ORG", organ.leaves)


def _of_territory(adjective: Token) -> bool:
    """Whether an adjective is a country's or a region's, or a capital one a town's («японский», «Лондонская»)."""
    kinds = ("country", "region", "city") if adjective.is_capital else ("country", "region")
    return any(place.kind in kinds for place in place_by_adjective(adjective.lower)[:1])


def _head_before(tokens: Sequence[Token], part: Part, limit: int) -> int | None:
    """The head noun that a name in the genitive, or a quoted one behind its own head, belongs to; None for none."""
    at = part.first - 1
    if at > limit and tokens[at].text in OPENING:
        at -= 1
        if not is_head(tokens[at]) or not has_case(tokens[at], "gent"):
            return None
        at -= 1
    elif not has_case(tokens[part.first], "gent"):
        return None
    for place in range(at, max(limit, at - _BETWEEN) - 1, -1):
        token = tokens[place]
        if is_head(token):
            return place
        if token.is_capital or not token.forms or not has_case(token, "gent") or token.forms[0].pos not in ("NOUN", "ADJF"):
            return None
    return None
