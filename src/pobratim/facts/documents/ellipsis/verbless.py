"""Clauses that leave the verb out: «С Витебской – меморандум, с Гомельской – план», «Чистополь и Лида – декларация»."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pobratim.facts.listed_sides import with_partners
from pobratim.facts.marks import DASHES, NAMED_AFTER, WITH
from pobratim.facts.sides import HOLDERS, Side, is_finite, past
from pobratim.lexicon.documents import group

from ..acts.act import Act
from ..mention import InstrumentMention
from ..sides.parties import opens_with
from ..view import SentenceView

_BORDERS = frozenset((";", ":", ",", ".", "–", "—"))
_EDGES = _BORDERS | DASHES
_MEANWHILE = group("meanwhile")
_ADVERBS = frozenset(("ещё", "еще", "лишь", "пока", "только", "тоже", "уже"))
_TIME = 3  # words of «после обеда»
_FRUITS = group("fruit")
_REACH = 3  # sentences before and after in which a signing is told
_OWN_WORDS = 7  # tokens from «соглашение» to the dash behind it («Соглашение о дружбе – с Мурманском»)


def take_verbless(views: Sequence[SentenceView], view: SentenceView) -> None:
    """Gives each document of a clause without a verb its sides, and the act of signing where one is told near it.

    Fails on lists of what is in force beside a sentence that tells a signing.
    """
    if len(view.instruments) > 1 and not view.sentence.words.isdisjoint(WITH):
        _cut_at_clauses(view)
    if view.sentence.words.isdisjoint(DASHES):
        return  # most sentences
    for mention in view.instruments:
        if mention.nested or mention.within or mention.plural or mention.strength == "refer":
            continue
        if mention.act is not None and mention.act.weak and mention.head < mention.act.token < mention.last:
            mention.act = None  # «протокол о намерениях»: its title intends nothing
        dash = _take_sides(view, mention)
        if dash is not None and mention.act is None and _signing_near(views, view):
            token = view.sentence.tokens[dash]
            mention.act = Act(view.sentence.index, dash, "sign", "done", "active", token.start, token.end, rule="verbless")


def _take_sides(view: SentenceView, mention: InstrumentMention) -> int | None:
    """The dash that stands for the verb of a document, its sides given to the mention; None where there is none."""
    tokens, dash = view.sentence.tokens, mention.first - 1
    if (opener := _with_adverbs(view, mention)) is not None:
        return opener
    if dash < 1 or tokens[dash].text not in DASHES:
        reach = range(mention.head + 1, min(mention.head + _OWN_WORDS, len(tokens) - 1))
        behind = next((k for k in reach if _parts(view, k)), None)
        told = behind is not None and tokens[behind].text in DASHES and tokens[behind + 1].lower in WITH
        return behind if told and not any(is_finite(t) for t in tokens[:behind]) and mention.first <= 1 else None
    start = next((k + 1 for k in range(dash - 1, -1, -1) if tokens[k].text in _BORDERS), 0)
    if any(is_finite(t) for t in tokens[start:dash]):
        return None
    partners = with_partners(view.sentence, [s for s in view.sides if start <= s.first < dash], start, dash)
    if partners and past(partners[-1]) == dash:
        mention.partners = partners
        return dash
    if not any(start <= s.first < dash for s in view.sides):
        return _at_another_time(view, mention, start, dash)
    owners = [s for s in view.sides if start <= s.first and past(s) <= dash and _is_owner(view, s)]
    if not owners or not _ends_at(view, owners[-1], dash) or tokens[start].lower in WITH:
        return None
    later = with_partners(view.sentence, view.sides, mention.head, max(mention.last, mention.head + 1))
    if len(owners) < 2 and not later or mention.act is not None and not _headed(view, owners[0]):
        return None
    mention.doers = owners
    return dash


def _with_adverbs(view: SentenceView, mention: InstrumentMention) -> int | None:
    """«…, а с Брестской пока только протокол»: the token before the document, its partner given to it; None elsewhere."""
    tokens, at = view.sentence.tokens, mention.first - 1
    k = at
    while k > 0 and tokens[k].lower in _ADVERBS:
        k -= 1
    if k == at or k < 1:
        return None
    start = next((j + 1 for j in range(k, -1, -1) if tokens[j].text in _BORDERS), 0)
    partners = with_partners(view.sentence, [s for s in view.sides if start <= s.first <= k], start, k + 1)
    if not partners or past(partners[-1]) != k + 1:
        return None
    mention.partners = partners
    return at


def _at_another_time(view: SentenceView, mention: InstrumentMention, start: int, dash: int) -> int | None:
    """«…, вечером – соглашение с Оршей»: the dash; «…, ректоры – меморандум» leaves its sides untold, the act is not its own."""
    before = view.sentence.tokens[start:dash]
    if len(before) <= _TIME and not _MEANWHILE.isdisjoint(t.lower for t in before):
        return dash
    if before and any(f.case == "nomn" and f.number == "plur" and f.lemma in HOLDERS for f in before[-1].forms):
        mention.act = None
    return None


def _is_owner(view: SentenceView, side: Side) -> bool:
    return not side.cases or "nomn" in side.cases or _headed(view, side) or "gent" in side.cases and side.actor is not None


def _headed(view: SentenceView, side: Side) -> bool:
    """«мэры Самары и Самарканда – договор»: whether the heads of several sides stand before the first."""
    before = view.sentence.tokens[side.first - 1] if side.first else None
    return before is not None and any(f.lemma in HOLDERS and f.number == "plur" and f.case == "nomn" for f in before.forms)


def _cut_at_clauses(view: SentenceView) -> None:
    """«С А заключён договор о дружбе, с Б – соглашение»: the words of a document end where the next one's clause begins."""
    tokens = view.sentence.tokens
    for one, following in itertools.pairwise(view.instruments):
        comma = next((k for k in range(one.head + 1, following.first - 1) if opens_with(tokens, k)), None)
        if comma is None or one.last <= comma:
            continue
        between = tokens[comma + 1 : following.first]
        if between[-1].text in DASHES or any(is_finite(t) for t in between):
            one.last, one.end = comma, tokens[comma - 1].end


def _ends_at(view: SentenceView, side: Side, dash: int) -> bool:
    """Whether a side's name reaches a dash («ВГУ имени Машерова – меморандум»)."""
    rest = view.sentence.tokens[past(side) : dash]
    return not rest or rest[0].lower in NAMED_AFTER and all(t.is_capital or t.text == "." for t in rest[1:])


def _parts(view: SentenceView, k: int) -> bool:
    return view.sentence.tokens[k].text in _EDGES or is_finite(view.sentence.tokens[k])


def _signing_near(views: Sequence[SentenceView], view: SentenceView) -> bool:
    """Whether a sentence near tells a signing, or speaks of what somebody brought home («улов», «привезли»)."""
    at = view.sentence.index
    near = views[max(0, at - _REACH) : at + _REACH + 1]
    if any(a.kind == "sign" and a.mood == "done" and not a.weak and a.rule != "verbless" for v in near for a in v.acts):
        return True
    return any(not v.sentence.lemmas.isdisjoint(_FRUITS) for v in near)
