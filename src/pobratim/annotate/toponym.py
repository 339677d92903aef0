"""Toponyms without a type word: which tokens of a sentence name a place by themselves.

The index holds every case form, so a look-up is one probe a word. What the index cannot know is decided here: a
form that is also a surname, a given name or an ordinary word counts only where its neighbours speak for a place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pobratim.lexicon.gazetteer import Entry, Spelling, longer_names, spellings
from pobratim.lexicon.place_key import fold, type_words
from pobratim.lexicon.table import words
from pobratim.text.token import Token

_LOWER_PARTS = frozenset("на под над де дель ди ле ла дю эль и роз".split())
_OPENING = frozenset("«\"“„(—–-:•")
# A word in capitals of this length or more is a headline's shouting, not an abbreviation.
_SHOUT = 4


class Toponym(NamedTuple):
    """`end`: token index after the name; `name`: in the nominative, as the page calls it; `entries`: what it may mean."""

    end: int
    name: str
    entries: list[Entry]


def toponym_at(tokens: Sequence[Token], at: int) -> Toponym | None:
    """The longest toponym that begins at token `at`, or None.

    >>> from pobratim.text.segment import sentences
    >>> toponym_at(sentences("Он прибыл в Чолпон-Ату.")[0].tokens, 3)[:2]
    (4, 'Чолпон-Ата')
    """
    text = tokens[at].text
    if not (text[0].isupper() or text[0].isdigit()):
        return None
    first = fold(text)
    for count in longer_names(first):
        if at + count <= len(tokens):
            found = _several(tokens, at, count)
            if found:
                return found
    if text[0].isdigit():
        return None
    fitting = [s for s in spellings(first) if _allowed(tokens, at, s)]
    return Toponym(at + 1, fitting[0].name, list(fitting[0].entries)) if fitting else None


def _several(tokens: Sequence[Token], at: int, count: int) -> Toponym | None:
    """The name of `count` words at `at`: each as capital as in the nominative («Великого Новгорода»)."""
    part = tokens[at : at + count]
    if any(not t.text[0].isalnum() for t in part):
        return None
    for spelling in spellings(" ".join(fold(t.text) for t in part)):
        capital = [w[0].isupper() for w in spelling.name.split(" ")]
        if all(t.text[0].isupper() for t, c in zip(part, capital, strict=True) if c):
            return Toponym(at + count, spelling.name, list(spelling.entries))
    return None


def _allowed(tokens: Sequence[Token], at: int, spelling: Spelling) -> bool:
    """Whether a form may be read as this place here; guards as `tools/gazetteer/guard.py` explains them."""
    text, guard = tokens[at].text, spelling.guard
    if "u" in guard:
        return text == spelling.name
    if text.isupper() and len(text) > 1 and (len(text) < _SHOUT or guard):
        return False
    before = _before(tokens, at)
    if before in _type_forms():
        return True
    if "t" in guard:
        return False
    if spelling.entries[0].kind not in ("country", "region") and _beside_person(tokens, at):
        return False
    if not guard:
        return True
    return _speaks_for_place(tokens, at, before, spelling)


def _speaks_for_place(tokens: Sequence[Token], at: int, before: str, spelling: Spelling) -> bool:
    """A preposition of place, the head of a place («мэр Кирова»), or no more than a doubt about an ordinary word."""
    if before in ("в", "во"):
        return "5" in spelling.cases or "3" in spelling.cases
    if before in words("places/place_prepositions.txt"):
        return True
    known = tokens[at - 1].lemmas & words("places/place_heads.txt") if at and tokens[at - 1].is_word else ()
    if known and "1" in spelling.cases:
        return True
    if "n" in spelling.guard:
        return False
    return at > 0 and tokens[at - 1].text not in _OPENING and not (at == 1 and not tokens[0].is_word)


def _before(tokens: Sequence[Token], at: int) -> str:
    """The word before, in lower case; the dot of «г.» is passed over."""
    at -= 1
    if at > 0 and tokens[at].text == "." and len(tokens[at - 1].text) < 5:
        at -= 1
    return tokens[at].lower if at >= 0 else ""


def _type_forms() -> frozenset[str]:
    return words("places/type_word_forms.txt")


def _beside_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether a given name or an initial stands before, or the form is a given name before a capital («Владимир Путин»)."""
    if at >= 1:
        last = tokens[at - 1]
        if last.text == "." and at >= 2 and len(tokens[at - 2].text) == 1 and tokens[at - 2].is_capital:
            return True
        if last.is_word and last.is_capital and last.forms and {"Name", "Patr"} & last.forms[0].tags:
            return True
    own = any("Name" in f.tags for f in tokens[at].forms if f.known)
    if not own or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return after.is_word and after.is_capital and not after.text.isupper()
