"""The mood of an act that a noun names: whether «подписание» took place, is planned, or is only spoken of."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.lexicon.documents import group
from pobratim.text.token import Sentence, Token

from .agenda import is_on_agenda
from .ruling import Cues, Ruling, form_of

_FELL_THROUGH = group("falling-through")
_PLANNED_PREPOSITIONS = group("planned-preposition")
_PUT_OFF = group("putting-off")
_SINCE = group("since")
_ABOUT = frozenset(("о", "об"))  # «вопрос о заключении договора» holds nothing, whatever took place
_NOUN_REACH = 14  # tokens around «подписание» in which a cue of its mood may stand
_FATE_REACH = 24  # tokens behind it in which «отложено» may stand («Подписание меморандума между А и Б, назначенное на …»)


def noun_mood(sentence: Sentence, at: int, cues: Cues) -> Ruling:
    """The mood of «подписание»: a verb of taking place, a cue of planning, or the preposition before it."""
    tokens = sentence.tokens
    before = tokens[at - 1].lower if at else ""
    if before in _PLANNED_PREPOSITIONS:
        return Ruling("planned", "noun-for")
    if before in _SINCE:
        return Ruling("done", "since-signing")  # «могли отметить 60-летие со дня подписания»
    if before in ("после", "до") and any("futr" in f.tags for t in tokens for f in t.forms[:1]):
        return Ruling("planned", "after-signing")  # «вступит в силу после подписания»
    around = tokens[max(0, at - _NOUN_REACH) : at + _FATE_REACH]
    if any(t.lemma in _PUT_OFF for t in around):
        return Ruling("planned", "put-off")
    if any(t.lemma in _FELL_THROUGH for t in around):
        return Ruling("negated", "fell-through")
    near = [k for k in range(len(tokens)) if cues[k] and k != at and abs(k - at) <= _NOUN_REACH and not _of_title(tokens, k)]
    aside = {k: _is_participle(tokens[k]) or _of_relative(tokens, k) for k in near}  # «намеченное на 5 июня, состоялось вчера»
    for k in sorted(near, key=lambda k: (aside[k], abs(k - at))):
        if ruled := _noun_governed(sentence, at, k, cues):
            return ruled
    if before in _ABOUT:
        return Ruling("planned", "agreed-on-signing")
    if any(t.lower in ("будет", "будут") for t in tokens[max(0, at - 6) : at + 6]):
        return Ruling("planned", "will-be")
    if is_on_agenda(sentence, at):
        return Ruling("planned", "on-agenda")
    return Ruling("done", "noun")


def _of_title(tokens: Sequence[Token], k: int) -> bool:
    """«протокола о намерениях»: the title of a document, which intends nothing."""
    return tokens[k].lemma == "намерение" and k > 0 and tokens[k - 1].lower in _ABOUT


def _is_participle(token: Token) -> bool:
    return bool(token.forms) and token.forms[0].pos == "PRTF"


def _of_relative(tokens: Sequence[Token], k: int) -> bool:
    """«Подписание, которое ожидалось 20 февраля, не состоялось»: a verb of the clause beside."""
    return any(t.lemma == "который" for t in tokens[max(0, k - 2) : k])


def _noun_governed(sentence: Sentence, at: int, k: int, cues: Cues) -> Ruling | None:
    """The mood that the cue at `k` gives the noun at `at` («состоялось» done, «готовится» planned), or None."""
    cue = cues[k]
    assert cue is not None
    form = form_of(sentence.tokens[k], cue.lemma)
    if cue.act == "hold" and form.pos in ("VERB", "PRTS") and not (at and sentence.tokens[at - 1].lower in _ABOUT):
        if k and sentence.tokens[k - 1].lower == "не":
            return Ruling("negated", "not-held")
        return Ruling("planned" if "futr" in form.tags else "done", f"noun-held:{cue.lemma}")
    if cue.act == "plan":
        return Ruling("planned", f"noun-planned:{cue.lemma}")
    spoken_of = form.pos == "VERB" and all(t.text != "," for t in sentence.tokens[at:k])  # «Продление соглашения обсудят в мае»
    if cue.act == "propose" and (k < at or spoken_of):
        return Ruling("proposed", f"noun-proposed:{cue.lemma}")
    return None
