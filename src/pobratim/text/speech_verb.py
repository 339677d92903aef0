"""Whether a word is a verb of speech."""

from __future__ import annotations

from functools import cache

from pobratim.core.memo import remembered
from pobratim.lexicon.speech import speech_verbs

from .morph import Form, forms

_CERTAIN = frozenset(("уверенный", "убеждённый", "убежденный", "уверен", "убеждён", "убежден"))


@cache
def speech_lemmas() -> frozenset[str]:
    """The lemmas of all words that may be a verb of speech."""
    return _CERTAIN | speech_verbs().keys()


@remembered(50_000)
def speech_form(word: str) -> Form | None:
    """The reading of a form (lower case) as a verb of speech, finite or «отметив», or as «уверен»; else None.

    >>> speech_form("отметила").gender, speech_form("город")
    ('femn', None)
    """
    if not word[0].isalpha():
        return None
    for form in forms(word):
        if form.pos in ("VERB", "GRND") and form.lemma in speech_verbs():
            return form
        if form.pos == "ADJS" and form.lemma in _CERTAIN:
            return form
    return None


@remembered(50_000)
def speech_use(word: str) -> str | None:
    """The use of a verb of speech, `that` or `direct`; None for any other word.

    >>> speech_use("отметил"), speech_use("подытожил"), speech_use("город")
    ('that', 'direct', None)
    """
    form = speech_form(word)
    return None if form is None else speech_verbs().get(form.lemma, "that")
