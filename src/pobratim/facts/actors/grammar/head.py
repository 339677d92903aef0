"""A name from its head noun: each of the noun's variants in the lexicon, as a place or as a body."""

from __future__ import annotations

from pobratim.text.opening import heads_of
from pobratim.text.token import Sentence

from ..mention import ActorMention
from .body import body_at_head
from .place import place_at_head


def at_head(sentence: Sentence, text: str, first: int, head: int) -> list[ActorMention]:
    """The name whose head noun stands at `head` and whose adjectives begin at `first`."""
    tokens = sentence.tokens
    for variant in heads_of(tokens[head].text, tokens[head]):
        build = place_at_head if variant.layer == "place" else body_at_head
        found = build(sentence, text, first, head, variant)
        if found:
            return found
    return []
