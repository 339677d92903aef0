"""Names of places with a head noun («город Орша», «Ленинградская область»), also listed («города Тверь и Тула»)."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.lexicon.actors import Head
from pobratim.lexicon.place_key import type_of, type_words
from pobratim.text.nominative import phrase_nominative
from pobratim.text.token import Sentence, Token

from ..mention import ActorMention
from . import tail as tails
from .agreement import JOINS, cases_of, is_plural, named_adjective, of_country
from .proper import proper_after


def place_at_head(sentence: Sentence, text: str, first: int, head: int, variant: Head) -> list[ActorMention]:
    """The place, or places, whose name begins at `first` and has its head noun at `head`, read as one variant of that noun."""
    tokens = sentence.tokens
    adjective = named_adjective(tokens, first, head)
    after = proper_after(sentence, text, head) if "noun" in variant.flags or adjective is None else None
    if adjective is None and after is None:
        return []
    if adjective is not None and after is not None and of_country(adjective):
        adjective = None  # «финский город Йоэнсуу»
    last, name = head + 1, ""
    plural = is_plural(tokens[head])
    if adjective is not None:
        lead = next(k for k in range(first, head) if tokens[k].is_capital)
        name = phrase_nominative(tokens[lead : head + 1], head - lead, text)
    else:
        lead = _lead_of_type(tokens, first, head)
        assert after is not None
        if plural:
            return _listed(sentence, text, head, variant)
        last = after[0]
        name = phrase_nominative(tokens[lead : head + 1], head - lead, text) + " " + after[1]
    parent, _ = tails.place_tail(sentence, text, last)
    return [
        ActorMention(
            sentence.index,
            lead,
            last,
            tokens[lead].start,
            tokens[last - 1].end,
            "place",
            _kind_of_type(name, variant.kind),
            name,
            cases_of(tokens, first, head),
            parent,
            adjective,
        )
    ]


def _kind_of_type(name: str, kind: str) -> str:
    """The kind that two type words give together: an «автономный округ» is a region, a bare «округ» a district."""
    words = type_of(name)
    return type_words()[words][0][0].rstrip("!") if words and " " in words else kind


def _lead_of_type(tokens: Sequence[Token], first: int, head: int) -> int:
    """Where a type phrase begins: «муниципальный округ», «городской округ» keep their adjective, others drop it."""
    keep = ("муниципальн", "городск", "автономн", "внутригородск", "сельск")
    return next((k for k in range(first, head) if tokens[k].lower.startswith(keep)), head)


def _listed(sentence: Sentence, text: str, head: int, variant: Head) -> list[ActorMention]:
    """«города Минск и Тверь»: every name of the list under the plural type word."""
    tokens = sentence.tokens
    found: list[ActorMention] = []
    at = head + 1
    while at < len(tokens):
        name = proper_after(sentence, text, at - 1)
        if name is None:
            break
        found.append(
            ActorMention(
                sentence.index,
                at,
                name[0],
                tokens[at].start,
                tokens[name[0] - 1].end,
                "place",
                variant.kind,
                name[1],
                cases_of(tokens, head, head),
            )
        )
        at = name[0]
        if at < len(tokens) and tokens[at].lower in JOINS:
            at += 1
        else:
            break
    return found
