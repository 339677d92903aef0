"""Names whose head noun stands with another name of the sentence («Тульская область …, а Калужская – с Могилёвской»)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pobratim.facts.marks import DASHES
from pobratim.lexicon.gazetteer import place_by_adjective
from pobratim.text.nominative import adjective_cases, adjective_nominative
from pobratim.text.token import Sentence, Token

from .mention import ActorMention

_RELATIVE = re.compile(r"[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое)$")
_BEHIND = frozenset(
    (",", ";", ".", "–", "—", "-", ")", "с", "со", "и", "а", "ещё", "лишь", "пока", "только", "тоже", "уже")
)  # what an adjective without its noun stands before


def with_elided(sentence: Sentence, found: list[ActorMention], before: Sequence[ActorMention] = ()) -> list[ActorMention]:
    """The mentions with those added that are an adjective alone, whose head noun a mention before has.

    `before` are the mentions of the sentence before, for «Повезло Тульской области. С Гродненской – соглашение …».
    Fails where the nearest noun of the gender is not the one meant.
    """
    told = any(m.adjective for m in found)
    if not told and (not before or sentence.words.isdisjoint(DASHES) or not any(m.adjective for m in before)):
        return found
    earlier = () if told else tuple(m for m in before if m.adjective and " " in m.name)
    inside = {k for m in found for k in range(m.first, m.last)}
    added = []
    for token in sentence.tokens[1:]:
        if token.is_capital and token.index not in inside and _alone(sentence.tokens, token):
            models = [*earlier, *(m for m in found if m.adjective and m.first < token.index and " " in m.name)]
            mention = next((one for m in reversed(models) if (one := _like(sentence, token, m))), None)
            added += [mention] if mention else []
    return [*found, *added]


def _alone(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a capitalised token is the adjective of a place and no noun follows it."""
    if not _RELATIVE.search(token.lower):
        return False
    following = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
    if following is not None and following.lower not in _BEHIND and not _is_verb(following):
        return False
    return bool(place_by_adjective(token.lower, "область") or place_by_adjective(token.lower, "город"))


def _is_verb(token: Token) -> bool:
    return not token.is_capital and bool(token.forms) and token.forms[0].pos == "VERB"


def _like(sentence: Sentence, token: Token, model: ActorMention) -> ActorMention | None:
    """What an adjective names with the head noun of another mention, or None where they do not agree in gender."""
    adjective, _, head = model.name.partition(" ")
    genders = {gender for _, _, gender in adjective_cases(adjective.lower())}
    own = {(case, gender) for case, number, gender in adjective_cases(token.lower) if number == "sing"}
    cases = frozenset(case for case, gender in own if gender in genders)
    if not cases:
        return None
    nominal = adjective_nominative(token.text, next(gender for case, gender in own if gender in genders))
    return ActorMention(
        sentence.index,
        token.index,
        token.index + 1,
        token.start,
        token.end,
        model.layer,
        model.kind,
        f"{nominal} {head}",
        cases,
        adjective=token.lemma,
    )
