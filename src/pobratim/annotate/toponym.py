"""Toponyms without a type word: which tokens of a sentence name a place by themselves.

The index holds every case form, so a look-up is one probe a word. What the index cannot know is decided here: a
form that is also a surname, a given name or an ordinary word counts only where its neighbours speak for a place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pobratim.lexicon.documents import group
from pobratim.lexicon.gazetteer import Entry, Spelling, longer_names, spellings
from pobratim.lexicon.place_key import fold, type_words
from pobratim.lexicon.table import words
from pobratim.text.adjective import is_adjective
from pobratim.text.declension import is_given, is_patronymic, is_surname
from pobratim.text.token import Token

_OPENING, _QUOTES, _CLOSING = frozenset('«"“„(—–-:•'), frozenset('«“„"'), frozenset('»"”“')
# Words that open a name in lower case («в области Абай»), and words of a name that are often written so.
_LOWER_OPENERS = frozenset(("область", "области", "областью"))
_GENERIC = ("народн", "республик", "федерац", "штат", "эмират", "королевств", "автономн", "област")
_LOCATIVE = frozenset(("в", "во", "на", "о", "об", "при"))
# A word in capitals of this length or more is a headline's shouting, not an abbreviation.
_SHOUT = 4
# Only a town of this rank, a capital of millions, may stand in the nominative right before a surname.
_FAMOUS = 72
# Tokens that brackets behind a name may hold, the marks counted.
_BRACKETED = 6


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
    if not (text[0].isupper() or text[0].isdigit() or text in _LOWER_OPENERS):
        return None
    found = _longest(tokens, at)
    return None if found is None or _is_title(tokens, at, found.end) else found


def _is_title(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether quotation marks hold the name and nothing else: then it is a firm, a pavilion, a paper («Черкизово»)."""
    if at == 0 or end >= len(tokens) or tokens[end].text not in _CLOSING:
        return False
    first = at - 1 if tokens[at - 1].text in _QUOTES or at < 2 else at - 2  # «Республика Беларусь»
    return tokens[first].text in _QUOTES


def _longest(tokens: Sequence[Token], at: int) -> Toponym | None:
    text = tokens[at].text
    first = fold(text)
    for count in longer_names(first):
        if at + count <= len(tokens):
            found = _several(tokens, at, count)
            if found:
                return found
    if not text[0].isupper():
        return None
    fitting = [s for s in spellings(first) if _allowed(tokens, at, s)]
    return Toponym(at + 1, fitting[0].name, list(fitting[0].entries)) if fitting else None


def _several(tokens: Sequence[Token], at: int, count: int) -> Toponym | None:
    """The name of `count` words at `at`: each as capital as in the nominative («Великого Новгорода»)."""
    part = tokens[at : at + count]
    if any(not t.text[0].isalnum() for t in part):
        return None
    for spelling in spellings(" ".join(fold(t.text) for t in part)):
        pairs = zip(part, spelling.name.split(" "), strict=True)
        if all(t.is_capital or not w[0].isupper() or (t is not part[0] and t.text.startswith(_GENERIC)) for t, w in pairs):
            return Toponym(at + count, spelling.name, list(spelling.entries))
    return None


def _allowed(tokens: Sequence[Token], at: int, spelling: Spelling) -> bool:
    """Whether a form may be read as this place here; guards as `tools/gazetteer/guard.py` explains them."""
    text, guard = tokens[at].text, spelling.guard
    if "u" in guard:  # «НАО» is a district, «НАО «Университет»» a kind of company
        return text == spelling.name and not (at + 1 < len(tokens) and tokens[at + 1].text in _QUOTES)
    if text.isupper() and len(text) > 1 and (len(text) < _SHOUT or guard):
        return False
    before = _before(tokens, at)
    if before in _type_forms():
        return True
    if before in _LOCATIVE and not set("35") & set(spelling.cases):
        return False  # «в Минском районе»: «Минском» would be the instrumental
    if "t" in guard and not _adjective_town(tokens, at, spelling):
        return False
    if not _is_territory(spelling) and _beside_person(tokens, at, spelling):
        return False
    if not guard:
        return True
    return _speaks_for_place(tokens, at, before, spelling)


def _is_territory(spelling: Spelling) -> bool:
    """A country or a region by its own name, which nobody is called by (some are called by a short one: «Арарат»)."""
    first = spelling.entries[0]
    return first.kind == "country" or (first.kind == "region" and first.name == spelling.name)


def _speaks_for_place(tokens: Sequence[Token], at: int, before: str, spelling: Spelling) -> bool:
    """A preposition of place, the head of a place («мэр Кирова»), or no more than a doubt about an ordinary word."""
    if before in ("в", "во"):
        return not _names_a_house(tokens, at)
    if before in words("places/place_prepositions.txt"):
        return True
    if _headed(tokens, at, spelling) or _beside_place(tokens, at):
        return True
    if "n" in spelling.guard or "s" in spelling.guard:
        return False
    return at > 0 and tokens[at - 1].text not in _OPENING and not (at == 1 and not tokens[0].is_word)


def _adjective_town(tokens: Sequence[Token], at: int, spelling: Spelling) -> bool:
    """«мэр Полевского», «Полевской и Альметьевск»: an adjective with no noun behind it, beside what speaks for a place."""
    if not is_adjective(spelling.name.lower()) or not (_headed(tokens, at, spelling) or _beside_place(tokens, at)):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or not after.is_word or after.is_capital or not any(f.pos in ("NOUN", "ADJF") for f in after.forms[:1])


def _headed(tokens: Sequence[Token], at: int, spelling: Spelling) -> bool:
    """Whether a genitive stands right behind the head of a place («мэр Кирова», «администрация Полевского»)."""
    headed = at > 0 and tokens[at - 1].is_word and "1" in spelling.cases
    return headed and not tokens[at - 1].lemmas.isdisjoint(words("places/place_heads.txt"))


def _names_a_house(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name of a kind of house has a common genitive behind it («в Доме офицеров»)."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not after.is_word or tokens[at].lemmas.isdisjoint(group("room")):
        return False
    common = bool(after.forms) and all(f.pos == "NOUN" and f.known and not f.tags & {"Geox", "Name", "Surn"} for f in after.forms)
    return common and any(f.case == "gent" for f in after.forms)


def _beside_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma or «и» ties the word to a form that is nothing but a place («с Хагеном, Варшавой и Тюлем»).

    What stands in brackets behind the word may come between («Полевской (Свердловская область) и Альметьевск»).
    """
    after = at + 1
    if after < len(tokens) and tokens[after].text == "(":
        after = next((t.index + 1 for t in tokens[after : after + _BRACKETED] if t.text == ")"), after)
    for joint, other in ((at - 1, at - 2), (after, after + 1)):
        if min(joint, other) >= 0 and max(joint, other) < len(tokens) and tokens[joint].lower in (",", "и"):
            neighbour = tokens[other]
            if neighbour.is_capital and any(not s.guard and s.entries[0].kind == "city" for s in spellings(fold(neighbour.text))):
                return True
    return False


def _before(tokens: Sequence[Token], at: int) -> str:
    """The word before, in lower case; with the dot of «г.»."""
    at -= 1
    if at > 0 and tokens[at].text == "." and len(tokens[at - 1].text) < 5:
        return tokens[at - 1].text + "."  # «г. Киров», but «С. Киров» is a man
    return tokens[at].lower if at >= 0 else ""


def _type_forms() -> frozenset[str]:
    return words("places/type_word_forms.txt")


def _beside_person(tokens: Sequence[Token], at: int, spelling: Spelling) -> bool:
    """Whether the word is a part of somebody's name: «С. Киров», «Мария Чита», «Владимир Путин», «Арарат Григорян»."""
    if at >= 1:
        last = tokens[at - 1]
        if last.text == "." and at >= 2 and len(tokens[at - 2].text) == 1 and tokens[at - 2].is_capital:
            return True
        if last.is_word and last.is_capital and (is_given(last.lower) or is_patronymic(last.lower)):
            return not spellings(fold(last.text))
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if not (after.is_word and after.is_capital) or after.text.isupper():
        return False
    if is_given(tokens[at].lower):
        return True
    if at + 2 < len(tokens) and is_adjective(after.lower) and tokens[at + 2].lemma in type_words():
        return False  # «прибыла в Клин Московской области»
    # «Каната Хасенова»: a surname in the same case; not «мэр Белграда Шапич» nor «глава Чувашии Николаев»
    famous = spelling.entries[0].kind == "city" and spelling.entries[0].rank >= _FAMOUS
    return not famous and "0" in spelling.cases and is_surname(after.lower) and not is_given(after.lower)
