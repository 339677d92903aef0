"""What a word may open: a name with a head noun, adjectives before one, or a bare name."""

from __future__ import annotations

from typing import Literal

from pobratim.core.memo import remembered
from pobratim.lexicon.actors import Head, abbreviated_heads, heads
from pobratim.lexicon.gazetteer import longer_names, spellings
from pobratim.lexicon.place_key import fold
from pobratim.text.nominative import is_adjective
from pobratim.text.token import Token, word_of

from .bare import is_university

Opening = Literal["head", "adjective", "bare"]
_ENDINGS = ("завод", "комбинат", "фабрика", "университет", "институт", "исполком", "холдинг", "банк", "колледж", "музей")


@remembered(20_000)
def opening_of(text: str) -> Opening | None:
    """As what a token may open a name; None for most words."""
    word = word_of(text)
    if not word.is_word:
        return None
    if heads_of(text):
        return "head"
    if is_adjective(word.lower) and word.lemma != "который":
        return "adjective"
    return "bare" if _may_be_bare(text) else None


def _may_be_bare(text: str) -> bool:
    """Whether a name may begin with a token that is neither a head nor an adjective: the gazetteer has it, with a capital
    or a digit, or it is a university's abbreviation.
    """
    if text[0].islower():
        return False
    word = fold(text)
    return bool(longer_names(word) or spellings(word)) or is_university(text)


def heads_of(text: str) -> tuple[Head, ...]:
    """What a token may be the head of; its text says it wherever it stands."""
    word, table = word_of(text), heads()
    if text in abbreviated_heads():
        return table.get(word.lower, ())
    if len(text) > 1 and text.isupper():
        return ()
    if "head" in word.uses:
        for form in word.forms:
            if form.pos == "NOUN" and form.lemma in table and not table[form.lemma][0].lemma.isupper():
                return table[form.lemma]
    return () if word.is_capital or len(text) < 8 or not word.lemma.endswith(_ENDINGS) else _by_ending(word.lemma)


def _by_ending(lemma: str) -> tuple[Head, ...]:
    """A compound of a head noun («птицефабрика», «медуниверситет», «агрокомбинат»), written small."""
    end = next((end for end in _ENDINGS if lemma.endswith(end) and len(lemma) > len(end) + 2), None)
    return heads().get(end or "", ())


def is_head(token: Token) -> bool:
    """Whether a word is a head noun of names («комитет», «область»)."""
    return opening_of(token.text) == "head"
