"""Groups and commissions of two sides: who acts where «рабочая группа по сотрудничеству А и Б» stands."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.text.token import Sentence, Token

from ..mention import ActorMention
from . import mentions  # what a group consists of is named like all else
from . import tail as tails

JOINT = frozenset(("группа", "комиссия"))  # lemmas of what two sides keep together
_JOINS = (",", "и", "или", "да")


def sides_of_group(sentence: Sentence, text: str, head: int, tail: tails.Tail) -> list[ActorMention]:
    """The places whose group it is («рабочая группа по сотрудничеству Беларуси и Ростовской области»): they act, not the group.

    So do those behind «между» («… по развитию сотрудничества между А и Б»).
    """
    tokens, inner = sentence.tokens, list(tail.inner)
    if head + 1 >= len(tokens) or tokens[head + 1].lower != "по":
        return []
    if not inner and tail.last + 1 < len(tokens) and tokens[tail.last].lower == "между":
        inner = mentions.mentions_at(sentence, text, tail.last + 1)
        behind = tails.with_parent(inner[-1]) if inner else len(tokens)
        if behind + 1 < len(tokens) and tokens[behind].lower == "и":
            inner += mentions.mentions_at(sentence, text, behind + 1)
        return inner if len(inner) > 1 and all(place.layer == "place" for place in inner) else []
    if any(place.layer != "place" for place in inner) or not joined(tokens, inner):
        return []
    return inner if len(inner) > 1 or tokens[head].lemma == "группа" else []


def joined(tokens: Sequence[Token], inner: Sequence[ActorMention]) -> bool:
    """Whether places are listed, and not one behind another («посольства Сербии в России»)."""
    return all(tokens[place.first - 1].lower in _JOINS for place in sorted(inner, key=lambda m: m.first)[1:])
