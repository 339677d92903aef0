"""Names that are none: a common word that merely opens a sentence, and what a thing is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pobratim.lexicon.table import words
from pobratim.text.token import Sentence, Token

from .part import CLOSING, OPENING, Part

_PROPER = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"))
_NAMING = frozenset(("NOUN", "ADJF", "ADJS"))  # «Оппозиционные партии», «Товарооборот края» may be taken for organisations
_NO_CAPITAL_BEHIND = re.compile(r".[а-яё\d\s.,:;!?…()%–—-]*")


def names_nothing(sentence: Sentence) -> bool:
    """Whether a sentence has no name for certain: behind a common word, no noun and no adjective, all is in lower case
    («Там обсудили сроки»). What the network might mark there is the first word, which `is_common` would take away.

    Fails where a name of several words begins with such a word and goes on in lower case; in 6,000 sentences of news none did.
    """
    if not _NO_CAPITAL_BEHIND.fullmatch(sentence.text):
        return False  # most sentences
    first = next(iter(sentence.tokens), None)
    if first is None or not first.is_word:
        return True
    return bool(first.forms) and all(
        form.known and form.pos not in _NAMING and _PROPER.isdisjoint(form.tags) for form in first.forms
    )


def is_common(tokens: Sequence[Token], part: Part) -> bool:
    """Whether a name of one word is a common word at the head of its sentence («Отчёт», «Замглавы»).

    A noun may be somebody's surname («Мороз заявил»), another word is nobody's («Подана заявка»).
    """
    first = tokens[part.first]
    if part.last - part.first > 1 or part.first > 0 or first.text.isupper() or not first.forms:
        return False
    if part.kind == "PER" and any(form.pos == "NOUN" for form in first.forms):
        return False
    return all(form.known and _PROPER.isdisjoint(form.tags) for form in first.forms)


def is_thing(tokens: Sequence[Token], part: Part) -> bool:
    """Whether quotation marks hold what a thing is called, no organisation («шаттл «Дискавери»», «программа «Доступ»»)."""
    at = part.first - (tokens[part.first].text not in OPENING)
    if part.kind != "ORG" or at < 1 or tokens[at].text not in OPENING:
        return False
    closed = tokens[part.last - 1].text in CLOSING or part.last < len(tokens) and tokens[part.last].text in CLOSING
    return closed and bool(tokens[at - 1].lemmas & words("names/things.txt"))
