"""Rulings: the mood of an act and the rule that decided it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from pobratim.lexicon.documents import Predicate
from pobratim.text.morph import Form
from pobratim.text.token import Token

Mood = Literal["done", "planned", "proposed", "negated"]
Voice = Literal["active", "passive", "noun", "participle"]
Cues = Sequence[Predicate | None]  # what the lexicon knows of each token of a sentence, as an act or a cue


class Ruling(NamedTuple):
    """A mood and the name of the rule that decided it."""

    mood: Mood
    rule: str


def form_of(token: Token, lemma: str) -> Form:
    """The reading of a token with this lemma, else its likeliest one."""
    return next((f for f in token.forms if f.lemma == lemma), token.forms[0])
