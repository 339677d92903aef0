"""The way home: a day on which somebody came back, and on which nothing was signed («мэр вернулся вчера из Орши»)."""

from __future__ import annotations

from pobratim.lexicon.documents import group
from pobratim.text.token import Sentence

_RETURNING = group("returning")


def is_of_return(sentence: Sentence, at: int) -> bool:
    """Whether the day at token `at` is that of a return: no comma parts it from the verb, and the sentence tells from where."""
    if sentence.lemmas.isdisjoint(_RETURNING) or "из" not in sentence.words:
        return False  # most sentences
    verb = next((t.index for t in sentence.tokens if t.lemmas & _RETURNING), at)
    low, high = sorted((verb, at))
    return all(t.text != "," for t in sentence.tokens[low:high])
