"""Dates of a term: when a document enters into force, runs out, or by when something is to be done; none is a day of signing."""

from __future__ import annotations

from pobratim.lexicon.documents import group
from pobratim.text.date_mention import DateMention
from pobratim.text.offset import token_at
from pobratim.text.speech_verb import speech_form

from ..view import SentenceView

_UNTIL = group("until")
_ENTERING = group("entering")
_EXPIRING, _ENDING_TERM = group("expiring"), group("ending-term")
_TERM = frozenset(("срок", "действие"))
_FORCE_REACH = 3  # tokens between «в силу» and its day
_EXPIRY_REACH = 4  # tokens between «истекает» and its day


def ends_a_term(view: SentenceView, date: DateMention) -> bool:
    """«до 31 декабря 2027 года», «по 2030 год», «вступает в силу 1 июля», «…, сообщили 27 июня»: none is a day of signing."""
    before = word_before(view, date)
    if before in _UNTIL or before == "к" and date.shape == "day":
        return True  # «к 1 декабря подготовят»
    return any(rule(view, date) for rule in (_into_force, _reported_on, _counted_in, _runs_out))


def _counted_in(view: SentenceView, date: DateMention) -> bool:
    """«подписали договор – пятый в этом году»: how many there were."""
    at = token_of(view, date)
    if date.shape != "year" or date.year is not None or at < 2:
        return False
    return any("Anum" in f.tags for f in view.sentence.tokens[at - 2].forms[:1])


def _runs_out(view: SentenceView, date: DateMention) -> bool:
    """«соглашение, срок которого истекал 30 июня», «12 апреля истёк его срок»."""
    lemmas = view.sentence.lemmas
    ending = _EXPIRING if _TERM.isdisjoint(lemmas) else _EXPIRING | _ENDING_TERM
    if lemmas.isdisjoint(ending):
        return False  # most sentences
    at, tokens = token_of(view, date), view.sentence.tokens
    verbs = [k for k in range(max(0, at - _EXPIRY_REACH), min(len(tokens), at + _EXPIRY_REACH + 1)) if tokens[k].lemmas & ending]
    return any(all(t.text != "," for t in tokens[min(k, at) : max(k, at)]) for k in verbs)


def _into_force(view: SentenceView, date: DateMention) -> bool:
    """«вступает в силу 1 июля», «с 1 июля вступит в силу»."""
    if "силу" not in view.sentence.words:
        return False
    at, tokens = token_of(view, date), view.sentence.tokens
    behind = any(t.lower == "силу" for t in tokens[max(0, at - _FORCE_REACH) : at])
    since = at > 0 and tokens[at - 1].lower == "с"
    return behind or since and any(t.lemma in _ENTERING for t in tokens[at : at + _FORCE_REACH + 2])


def _reported_on(view: SentenceView, date: DateMention) -> bool:
    """«Тверь и Гродно подписали соглашение, сообщила 27 июня пресс-служба»: right behind a verb of speech and its comma."""
    at, tokens = token_of(view, date), view.sentence.tokens
    return at > 1 and tokens[at - 2].text == "," and speech_form(tokens[at - 1].lower) is not None


def token_of(view: SentenceView, date: DateMention) -> int:
    """The token at which a date begins."""
    return token_at(view.sentence.tokens, date.start)


def word_before(view: SentenceView, date: DateMention) -> str:
    """The word right before a date, in lower case («от» of «от 15 июня»); empty where it opens the sentence."""
    at = token_at(view.sentence.tokens, date.start)
    return view.sentence.tokens[at - 1].lower if at else ""
