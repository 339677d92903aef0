"""Putting a name that stands in the nominative into another case."""

from __future__ import annotations

from pobratim.core.memo import remembered

from .adjective import is_adjective
from .morph import forms, readings
from .nominative import like


@remembered(20_000)
def genitive(name: str) -> str:
    """The genitive of a name: the adjectives before its first noun and that noun are inflected, the rest is kept.

    Words that the dictionary cannot inflect stay as they are.

    >>> genitive("Тверская область"), genitive("Республика Беларусь")
    ('Тверской области', 'Республики Беларусь')
    """
    words = name.split(" ")
    noun = next((i for i, w in enumerate(words) if not is_adjective(w.lower())), len(words) - 1)
    gender = next((f.gender for f in forms(words[noun].lower()) if f.pos == "NOUN" and f.gender), "masc")
    for i in range(noun + 1):
        words[i] = _inflected(words[i], gender, i == noun)
    return " ".join(words)


def _inflected(word: str, gender: str, noun: bool) -> str:
    wanted = ("gent",) if noun else ("gent", gender, "sing")
    for reading in readings(word.lower()):
        if "nomn" in reading.form.tags and (reading.form.pos == "NOUN") == noun:
            form = reading.inflected(*wanted)
            if form:
                return like(form, word)
    return word
