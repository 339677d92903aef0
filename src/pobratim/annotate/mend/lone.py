"""Names that are none: a common word that merely opens a sentence, and what a thing is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pobratim.lexicon.table import words
from pobratim.text.token import Sentence, Token

from .part import CLOSING, OPENING, Part

_PROPER = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"))
_NAMING = frozenset(("NOUN", "ADJF", "ADJS"))  # «Оппозиционные партии», «Товарооборот края» may be taken for organisations
_IN_LOWER_CASE = re.compile(r"[а-яё\d\s.,:;!?…()«»\"%–—-]*")


def names_nothing(sentence: Sentence) -> bool:
    """Whether a sentence has no name for certain: behind its first word all is in lower case, and that is a common word which
    opens no actor's name («Там обсудили сроки», «Соглашение бессрочное»). The network, which is spared a quarter of a page's
    words so, marks hardly anything there but the first word, and that by mistake («Свадьба», «Разъяснения»).

    Fails where a name is a common word as well («Моторола» is in the dictionary): three such, and eight mistakes of the
    network, are lost in 12,000 sentences of news.
    """
    first = next((token for token in sentence.tokens if token.is_word), None)
    if first is None:
        return True
    if not _IN_LOWER_CASE.fullmatch(sentence.text, first.end - sentence.start):
        return False  # most sentences
    return not first.is_capital or _is_no_name(first)


def _is_no_name(first: Token) -> bool:
    """Whether a sentence's first word is a common one and opens no name; in capitals («ФИФА») or behind a mark it may be one."""
    if not first.forms or not all(form.known and _PROPER.isdisjoint(form.tags) for form in first.forms):
        return False
    if not any(form.pos in _NAMING for form in first.forms):
        return True
    return first.opening is None and first.index == 0 and (len(first.text) == 1 or not first.text.isupper())


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
