"""What a word may open: an actor's name with a head noun, adjectives before one, or a bare name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from pobratim.lexicon.actors import Head, abbreviated_heads, heads
from pobratim.lexicon.gazetteer import begins_name
from pobratim.lexicon.place_key import fold

if TYPE_CHECKING:
    from .token import Token, Word

Opening = Literal["head", "adjective", "bare"]
_ENDINGS = ("завод", "комбинат", "фабрика", "университет", "институт", "исполком", "холдинг", "банк", "колледж", "музей")
_UNIVERSITY = re.compile(r"(?:[А-ЯЁ][а-яё]{0,3}){1,4}(?:ГУ|НУ|ФУ|ПУ|ГТУ|ГМУ|ГПУ|ГАУ|ГЭУ)|МГУ|КГУ|НГУ|РАУ")


def opening_of(text: str, word: Word) -> Opening | None:
    """As what a token may open a name, by its text and what that says; None for most words."""
    if heads_of(text, word):
        return "head"
    if word.is_adjective and word.lemma != "который":
        return "adjective"
    return "bare" if _may_be_bare(text) else None


def _may_be_bare(text: str) -> bool:
    """Whether a name may begin with a token that is neither a head nor an adjective: the gazetteer has it, with a capital
    or a digit, or it is a university's abbreviation.
    """
    if text[0].islower():
        return False
    return begins_name(fold(text)) or is_university(text)


def is_university(text: str) -> bool:
    """Whether a word is a university's letters («ТвГУ»)."""
    return len(text) > 2 and text[-1] == "У" and _UNIVERSITY.fullmatch(text) is not None


def heads_of(text: str, word: Word | Token) -> tuple[Head, ...]:
    """What a token may be the head of, by its text and what that says."""
    if text in abbreviated_heads():
        return heads().get(word.lower, ())
    if len(text) > 1 and text.isupper():
        return ()
    if "head" in word.uses:
        table = heads()
        for form in word.forms:
            if form.pos == "NOUN" and form.lemma in table and not table[form.lemma][0].lemma.isupper():
                return table[form.lemma]
    return () if word.is_capital or len(text) < 8 or not word.lemma.endswith(_ENDINGS) else _by_ending(word.lemma)


def _by_ending(lemma: str) -> tuple[Head, ...]:
    """A compound of a head noun («птицефабрика», «медуниверситет», «агрокомбинат»), written small."""
    end = next((end for end in _ENDINGS if lemma.endswith(end) and len(lemma) > len(end) + 2), None)
    return heads().get(end or "", ())
