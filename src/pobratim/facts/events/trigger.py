"""Triggers: the words of a sentence that tell an event, and whether it was held, is planned, or is none."""

from __future__ import annotations

from msgspec import Struct

from pobratim.core.memo import remembered
from pobratim.lexicon.events import TriggerWord, lemmas_of, trigger_words
from pobratim.text.morph import Form
from pobratim.text.token import Sentence, Token, word_of

from .mood import noun_status, verb_status

_VERBS = frozenset(("VERB", "INFN", "GRND", "PRTF", "PRTS"))
_NOUN_FRAMES = frozenset(("noun", "faint", "journey"))
_LEAST_SCORE = 0.01


class Trigger(Struct, eq=False):
    """A word that tells an event; `token` is its index, `start`, `end` are code points of the page's text.

    `frame` says where its people and places stand (see `lexicon/events/triggers.txt`).
    """

    token: int
    start: int
    end: int
    kind: str
    frame: str
    lemma: str
    pos: str
    status: str
    rule: str


def find_triggers(sentence: Sentence, lemmas: frozenset[str]) -> list[Trigger]:
    """The triggers of a sentence in order; what is wished, denied or habitual gives none.

    Args:
        sentence: the sentence.
        lemmas: every lemma of the sentence.

    >>> from pobratim.text.segment import sentences
    >>> s = sentences("Делегация посетит Карелию.")[0]
    >>> [(t.kind, t.status) for t in find_triggers(s, frozenset())]
    [('visit', 'planned')]
    """
    told = sentence.uses.get("trigger")
    if not told or lemmas & lemmas_of("habit"):
        return []
    found = []
    for token in map(sentence.tokens.__getitem__, told):
        if len(token.text) < 4 or not token.text[0].isalpha():
            continue
        read = _reading(token.text)
        if read and (not read[0].beside or read[0].beside & lemmas):
            trigger = _trigger(sentence, token, *read)
            if trigger:
                found.append(trigger)
    return found


@remembered(20_000)
def _reading(text: str) -> tuple[TriggerWord, Form] | None:
    """The trigger that a word may be, wherever it stands, and in which of its readings."""
    table = trigger_words()
    for form in word_of(text).forms:
        word = table.get(form.lemma)
        if word and form.score > _LEAST_SCORE and (form.pos != "NOUN" or word.frame in _NOUN_FRAMES):
            return word, form
    return None


def _trigger(sentence: Sentence, token: Token, word: TriggerWord, form: Form) -> Trigger | None:
    if form.pos in _VERBS:
        status, rule = verb_status(sentence, token.index, form)
    else:
        status, rule = noun_status(sentence, token.index)
    if status is None:
        return None
    rule = f"{word.lemma}:{rule}"
    return Trigger(token.index, token.start, token.end, word.kind, word.frame, word.lemma, form.pos or "", status, rule)
