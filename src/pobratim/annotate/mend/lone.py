"""Names that are none: a common word that merely opens a sentence, and what a thing is called."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.annotate.stretch import is_common
from pobratim.lexicon.table import words
from pobratim.text.token import Token

from .part import CLOSING, OPENING, Part


def is_lone(tokens: Sequence[Token], part: Part) -> bool:
    """Whether a name of one word is a common word at the head of its sentence («Отчёт», «Замглавы»).

    A noun may be somebody's surname («Мороз заявил»), another word is nobody's («Подана заявка»).
    """
    first = tokens[part.first]
    if part.last - part.first > 1 or part.first > 0 or first.text.isupper() or not first.forms:
        return False
    if part.kind == "PER" and any(form.pos == "NOUN" for form in first.forms):
        return False
    return is_common(first)


def is_thing(tokens: Sequence[Token], part: Part) -> bool:
    """Whether quotation marks hold what a thing is called, no organisation («шаттл «Дискавери»», «программа «Доступ»»)."""
    if part.kind != "ORG":
        return False
    at = part.first - (tokens[part.first].text not in OPENING)
    if at < 1 or tokens[at].text not in OPENING:
        return False
    closed = tokens[part.last - 1].text in CLOSING or part.last < len(tokens) and tokens[part.last].text in CLOSING
    return closed and bool(tokens[at - 1].lemmas & words("names/things.txt"))
