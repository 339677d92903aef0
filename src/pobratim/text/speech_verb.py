"""Whether a word is a verb of speech."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from pobratim.lexicon.speech import speech_verbs

from .morph import Form, forms

_CERTAIN = frozenset(("уверенный", "убеждённый", "убежденный", "уверен", "убеждён", "убежден"))


def holds_speech(lemmas: Set[str]) -> bool:
    """Whether any word with these lemmas may be a verb of speech; most sentences hold none."""
    return not (speech_verbs().keys().isdisjoint(lemmas) and _CERTAIN.isdisjoint(lemmas))


@lru_cache(maxsize=50_000)
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


@lru_cache(maxsize=50_000)
def speech_use(word: str) -> str | None:
    """The use of a verb of speech, `that` or `direct`; None for any other word.

    >>> speech_use("отметил"), speech_use("подытожил"), speech_use("город")
    ('that', 'direct', None)
    """
    form = speech_form(word)
    return None if form is None else speech_verbs().get(form.lemma, "that")
