"""Which word forms can be an adjective."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.core.memo import remembered

from .morph import WORDS, Form, forms

_HARDLY = 0.03  # readings below are oddities: «главой» as a form of an adjective «главый»
_ENDS = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")
_RELATIVE_ENDS = tuple(stem + end for stem in ("ск", "цк") for end in _ENDS)  # «Горецкий», «Чуйский»


@remembered(WORDS)
def is_adjective(word: str) -> bool:
    """Whether a form (lower case) can be an adjective, ordinal or participle that agrees with a noun; a token knows it.

    >>> is_adjective("тосненским"), is_adjective("области")
    (True, False)
    """
    return may_be_adjective(word, forms(word))


def may_be_adjective(word: str, found: Sequence[Form]) -> bool:
    """The same of a form whose readings are known."""
    for form in found:
        if form.pos in ("ADJF", "PRTF") and form.score > _HARDLY:
            return True
    if not found or not word.endswith(_RELATIVE_ENDS):
        return False
    return not found[0].known or "Surn" in found[0].tags  # «Горецкий район» bears a surname's name
