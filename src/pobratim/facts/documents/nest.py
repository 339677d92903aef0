"""Nesting: which of two instruments in a sentence implements, amends or leans on the other."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.lexicon.documents import group
from pobratim.text.token import Token

from .draft import PLAN_KINDS
from .mention import InstrumentMention
from .region import is_predicative

_IMPLEMENTING = group("implementing")
_WITHIN = group("within")
_CONFIRMING = group("confirming")
_REPLACING = group("replacing")
_INSTEAD = group("instead")
_ADDITIONS = group("addition")
_FILLERS = group("leaning-filler")
_WITHIN_REACH = 24  # tokens between the heads of «план … в рамках соглашения»
_LEANING_REACH = 40  # tokens between the heads of «во исполнение договора … утвердили план»
_GAP_REACH = 22  # tokens between «план» and the «соглашение» that it implements


def nest(tokens: Sequence[Token], found: list[InstrumentMention]) -> None:
    """Marks the instruments that others implement («план по реализации соглашения») or that are only leaned on.

    The outer one gets its `parent` and `relation`, the inner one is `nested`; one leaned on by no instrument of the
    sentence («в рамках соглашения открыли …») is `within`. Fails where two instruments stand before the cue.
    """
    for outer, one, following in zip([None, *found], found, [*found[1:], None], strict=False):
        cue = _leaned_by(tokens, one.first)
        relation = _relation(tokens, outer, one, cue) if outer else None
        if outer and relation:
            outer.parent, outer.relation, one.nested = one, relation, True
            one.implemented_by_plan = relation == "implements" and outer.kind in PLAN_KINDS
        elif cue and following and not following.parent and following.head - one.head < _LEANING_REACH:
            # «Во исполнение договора … утвердили план»: what follows rests on this one
            following.parent, one.nested = one, True
            following.relation = "implements" if cue in _IMPLEMENTING else "within"
        elif following and not following.parent and _stands_instead(tokens, one.first):
            following.parent, following.relation, one.nested = one, "replaces", True
        elif following and not following.parent and _confirmed_by(tokens, one, following):
            following.parent, following.relation, one.nested = one, "confirms", True
        elif cue:
            one.within = True
            one.relation = "implements" if cue in _IMPLEMENTING else None
        elif _added_to(tokens, one.first):
            one.within, one.relation = True, "amends"


def _relation(tokens: Sequence[Token], outer: InstrumentMention, one: InstrumentMention, cue: str | None) -> str | None:
    """What the instrument before is to this one: «по реализации» implements, «к» amends, «взамен» replaces, or None."""
    if cue in _IMPLEMENTING and _adjoins(tokens, outer, one):
        return "implements"
    if cue in _WITHIN and outer.kind != one.kind and one.head - outer.head < _WITHIN_REACH:
        return "within"
    before = tokens[one.first - 1] if one.first else None
    if before is None:
        return None
    if before.lower == "к" and outer.last >= one.first - 1:
        return "amends"
    if before.lower == "по" and outer.kind in PLAN_KINDS and outer.last >= one.first - 1:
        return "implements"  # «план мероприятий по соглашению между …»
    if before.lower == "в" and any(t.lemma in _ADDITIONS for t in tokens[outer.head + 1 : one.first]):
        return "amends"  # «протокол о внесении изменений в соглашение»
    if before.lower == "взамен" or not _REPLACING.isdisjoint(t.lemma for t in tokens[outer.head + 1 : one.first]):
        return "replaces"
    if not _CONFIRMING.isdisjoint(t.lemma for t in tokens[outer.head + 1 : one.first]):
        return "confirms"
    if cue is None and before.lemma == "продление" and outer.kind in ("protocol", "agreement"):
        return "prolongs"
    return None


def _leaned_by(tokens: Sequence[Token], first: int) -> str | None:
    """The noun by which what stands before leans on the instrument («во исполнение», «в соответствии с»), or None."""
    for token in reversed(tokens[max(0, first - 4) : first]):
        if token.lemma in _IMPLEMENTING or token.lemma in _WITHIN:
            return token.lemma
        if token.lemma not in _FILLERS and not token.is_adjective:
            return None
    return None


def _stands_instead(tokens: Sequence[Token], first: int) -> bool:
    """«Вместо меморандума 2016 года подписали соглашение», «На смену договору пришло соглашение»."""
    return first > 0 and tokens[first - 1].lower in _INSTEAD


def _confirmed_by(tokens: Sequence[Token], one: InstrumentMention, following: InstrumentMention) -> bool:
    """«Города подтвердили соглашение 2003 года: новый протокол мэры подписали вчера»."""
    if one.first == 0 or _CONFIRMING.isdisjoint(tokens[one.first - 1].lemmas):
        return False
    return any(t.text == ":" for t in tokens[one.head : following.head])


def _added_to(tokens: Sequence[Token], first: int) -> bool:
    """«Он является дополнением к соглашению»: the document spoken of amends the one named."""
    return first > 1 and tokens[first - 1].lower == "к" and tokens[first - 2].lemma in _ADDITIONS


def _adjoins(tokens: Sequence[Token], outer: InstrumentMention, inner: InstrumentMention) -> bool:
    """Whether nothing but the outer's own words stands between two instruments."""
    gap = tokens[outer.head + 1 : inner.first]
    return not any(is_predicative(t) or t.text in ";." for t in gap) and len(gap) <= _GAP_REACH
