"""Several bodies told by one noun («администрации Твери и Тулы»): each by its own name."""

from __future__ import annotations

from pobratim.lexicon.actors import Head
from pobratim.text.nominative import phrase_nominative
from pobratim.text.token import Sentence

from ..mention import ActorMention


def one_of_many(
    sentence: Sentence,
    text: str,
    lead: int,
    head: int,
    variant: Head,
    place: ActorMention,
    cases: frozenset[str],
    inner: list[ActorMention],
) -> ActorMention:
    """«правительствами Тверской и Калужской областей»: the body of one of the places."""
    tokens = sentence.tokens
    start = lead if place is inner[0] else place.first
    first_place = min(p.first for p in inner)
    topic = text[tokens[head + 1].start : tokens[first_place - 1].end] + " " if first_place > head + 1 else ""
    name = phrase_nominative(tokens[lead : head + 1], head - lead, text) + " " + topic + _place_genitive(place, text)
    return ActorMention(
        sentence.index,
        start,
        place.last,
        tokens[start].start,
        place.end,
        "body",
        variant.kind,
        name,
        cases,
        place,
        inner=[place],
    )


def _place_genitive(place: ActorMention, text: str) -> str:
    """A place's name in the genitive, by inflecting its nominative («Тверская область» → «Тверской области»)."""
    from pobratim.text.inflect import genitive

    return genitive(place.name)
