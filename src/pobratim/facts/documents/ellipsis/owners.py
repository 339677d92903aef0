"""Owners in turn: «соглашения Казани с Анкарой и Стамбулом, Елабуги – с Сафранболу, а Бавлов – с Кютахьей»."""

from __future__ import annotations

from pobratim.facts.listed_sides import with_partners
from pobratim.facts.sides import Side, past

from ..mention import InstrumentMention
from ..view import SentenceView


def groups_of_owners(view: SentenceView, mention: InstrumentMention) -> list[list[Side]]:
    """The pairs of several owners in the genitive with the partners behind each, for a noun in the plural; else empty.

    Fails where an owner's own region stands between it and its partners.
    """
    if not mention.plural or "с" not in view.sentence.words:
        return []
    tokens, groups, owners = view.sentence.tokens, [], 0
    behind = [s for s in view.sides if s.actor and s.first > mention.head]
    partners = with_partners(view.sentence, behind, mention.head, len(tokens))
    owner: Side | None = None
    for side in behind:
        if side in partners:
            groups += [[owner, side]] if owner is not None else []
        elif "gent" in side.cases and _has_partners(view, side):
            owner, owners = side, owners + 1
    return groups if owners > 1 else []


def _has_partners(view: SentenceView, side: Side) -> bool:
    """Whether «с» stands right behind a side, or behind its dash."""
    after = view.sentence.tokens[past(side) : past(side) + 2]
    return bool(after) and (after[0].lower == "с" or len(after) > 1 and after[0].text in "–—-" and after[1].lower == "с")
