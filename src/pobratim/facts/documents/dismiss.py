"""Mentions that are no document: aggregates, anything «любой», what is said to be missing.

Each rule of `RULES` at the bottom is true of a mention that can neither be a record nor add to one.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

from pobratim.lexicon.documents import group

from .draft import Draft
from .mention import InstrumentMention
from .region import is_predicative
from .view import SentenceView

_ANY = group("any-determiner")
_MANY = group("many")
_UNWANTED = group("unwanted")
_OUTLINING = frozenset(("наметить", "намеченный", "строить", "поделиться"))
_COUNTED_REACH = 8  # tokens from «договоры» to the «с» of those counted
_COUNTS = group("counted")
_TOO_MANY = 9  # documents; more are statistics


def tells_no_document(view: SentenceView, mention: InstrumentMention) -> bool:
    """Whether a mention can neither be a record nor add to one («более 30 соглашений», «плана не требуется»)."""
    return any(rule(view, mention) for rule in RULES)


def is_aggregate(mention: InstrumentMention, draft: Draft) -> bool:
    """«Стороны подписали соглашения»: several documents of which nothing is said make no record."""
    return mention.plural and not (mention.count or draft.explicit or draft.partnered or mention.inherited)


def _unwanted(view: SentenceView, mention: InstrumentMention) -> bool:
    """«Отдельного плана не требуется», «соглашения пока нет»: the sentence says there is none."""
    if mention.act is not None and not mention.act.weak:
        return False
    after = view.sentence.tokens[mention.head : mention.head + 14]
    return any(t.lower == "нет" or t.lemma in _UNWANTED and before.lower == "не" for before, t in itertools.pairwise(after))


def _for_the_record(view: SentenceView, mention: InstrumentMention) -> bool:
    """«сказал не для протокола», «дружба на бумаге»."""
    before = view.sentence.tokens[mention.first - 1].lower if mention.first else ""
    if before == "на" and view.sentence.tokens[mention.head].lemma == "бумага":
        return True
    return mention.kind == "protocol" and mention.first > 0 and view.sentence.tokens[mention.first - 1].lower == "для"


def _of_such_kind(view: SentenceView, mention: InstrumentMention) -> bool:
    """«такие документы»: the kind is meant, and no document."""
    return mention.strength == "refer" and "такой" in mention.modifiers and not is_such_another(view, mention)


def is_such_another(view: SentenceView, mention: InstrumentMention) -> bool:
    """«Такой же документ подпишут с Пинском»: one more like the one told before."""
    if mention.plural or "же" not in view.sentence.words:
        return False
    before = view.sentence.tokens[max(0, mention.head - 2) : mention.head]
    return [t.lower for t in before][-1:] == ["же"] and before[0].lemma == "такой"


def _any_such(view: SentenceView, mention: InstrumentMention) -> bool:
    """«какое-либо соглашение», «каждый договор»."""
    return bool(mention.modifiers & _ANY)


def _too_many(view: SentenceView, mention: InstrumentMention) -> bool:
    """«12 соглашений»."""
    return bool(mention.count and mention.count > _TOO_MANY)


def _plural_of_firms(view: SentenceView, mention: InstrumentMention) -> bool:
    """«заключают контракты», «реализуют программы»: business, of which nothing is said; «программы между А и Б» are none."""
    if mention.kind == "programme" and view.says("между") and mention.act is not None and mention.act.kind == "sign":
        return False
    return mention.kind in ("contract", "programme") and mention.plural and mention.bare


def _uncounted(view: SentenceView, mention: InstrumentMention) -> bool:
    """«ряд соглашений», «десятки договоров»."""
    before = view.sentence.tokens[max(0, mention.first - 3) : mention.first]
    return mention.plural and any(t.lemma in _MANY for t in before)


def _of_intention(view: SentenceView, mention: InstrumentMention) -> bool:
    """«протокол о намерении заключить договор»: the title of the protocol names the treaty."""
    before = next((m for m in reversed(view.instruments) if m.head < mention.first), None)
    if before is None:
        return False
    between = view.sentence.tokens[before.head + 1 : mention.first]
    if between and between[-1].lower in ("и", ","):
        return False  # «протокол о намерениях и план»
    return any(t.lemma == "намерение" for t in between) and not any(t.text in ",;:" or is_predicative(t) for t in between)


def _outlined(view: SentenceView, mention: InstrumentMention) -> bool:
    """«Намечен план сотрудничества», «строят планы»: a plan in mind and on no paper."""
    if mention.kind != "plan" or "мероприятие" in view.sentence.lemmas:
        return False
    tokens = view.sentence.tokens
    before = itertools.takewhile(lambda t: t.text not in ",;:", reversed(tokens[max(0, mention.first - 4) : mention.first]))
    governing = next((t for t in before if is_predicative(t)), None)
    if governing is None:  # «план сотрудничества намечен»
        behind = tokens[mention.last : mention.last + 3]
        governing = next((t for t in behind if is_predicative(t) or t.text in ",;:"), None)
    return governing is not None and not governing.lemmas.isdisjoint(_OUTLINING)


def _with_counted(view: SentenceView, mention: InstrumentMention) -> bool:
    """«договоры уже с пятью вузами Беларуси»: statistics, unless a mark names them behind («с двумя городами: А и Б»)."""
    tokens = view.sentence.tokens
    if not mention.plural or "с" not in view.sentence.words:
        return False
    at = next(
        (k for k in range(mention.head + 1, min(mention.head + _COUNTED_REACH, len(tokens) - 2)) if tokens[k].lower == "с"), None
    )
    if at is None or not (tokens[at + 1].text.isdigit() or tokens[at + 1].lower in _COUNTS) or tokens[at + 2].is_capital:
        return False
    return not any(t.text in "–—:(-" for t in tokens[at + 2 : at + 8])


RULES: tuple[Callable[[SentenceView, InstrumentMention], bool], ...] = (
    _unwanted,
    _of_intention,
    _for_the_record,
    _of_such_kind,
    _any_such,
    _too_many,
    _plural_of_firms,
    _uncounted,
    _outlined,
    _with_counted,
)
