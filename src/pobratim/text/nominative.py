"""Inflection of multi-word names to the nominative, with agreement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pobratim.core.memo import remembered

from .morph import Form, forms, readings
from .token import Token

# Adjective endings by what they leave: (ending, hard nominative endings m/f/n/pl)
_ADJECTIVE = re.compile(
    r"(?P<stem>.+?)(?P<end>ого|его|ому|ему|ыми|ими|ым|им|ом|ем|ой|ей|ою|ею|ую|юю|ая|яя|ое|ее|ые|ие|ых|их|ый|ий)$"
)
_SOFT_ENDINGS = frozenset("его ему ими им ем ей ею юю яя ее ие их ий".split())
_PLAIN = ("ый", "ский", "цкий", "ской", "цкой")
_SOFT_STEMS = ("к", "г", "х", "ш", "щ", "ж", "ч")
_GENDERS = {"masc": 0, "femn": 1, "neut": 2, None: 0}


def like(word: str, model: str) -> str:
    """`word` with the capitals of `model`.

    >>> like("чуйская", "Чуйской"), like("ооо", "ООО")
    ('Чуйская', 'ООО')
    """
    if model.isupper() and len(model) > 1:
        return word.upper()
    if "-" in word and word.count("-") == model.count("-"):
        parts = zip(word.split("-"), model.split("-"), strict=True)
        return "-".join([w[:1].upper() + w[1:] if p[:1].isupper() else w for w, p in parts])
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


@remembered(50_000)
def adjective_cases(word: str) -> frozenset[tuple[str, str, str | None]]:
    """`(case, number, gender)` an adjective form can have; gender None in the plural."""
    found = {(f.case, f.number, f.gender) for f in forms(word) if f.pos in ("ADJF", "PRTF") and f.case and f.number}
    return frozenset(found)


@remembered(50_000)
def adjective_nominative(word: str, gender: str | None, plural: bool = False) -> str:
    """The nominative of an adjective form (any case), made to agree; the word's own capitals are kept.

    >>> adjective_nominative("Тосненским", "masc"), adjective_nominative("Чуйской", "femn")
    ('Тосненский', 'Чуйская')
    """
    lower = word.lower()
    known = [form for form in forms(lower) if form.known and form.pos in ("ADJF", "PRTF")]
    if all("Supr" in form.tags for form in known):
        known = []
    if known and _is_plain(known[0], lower):
        lemma = known[0].lemma
        masculine = not plural and _GENDERS[gender] == 0
        return like(lemma if masculine else lemma[:-2] + _ending(lemma[:-2], gender, plural), word)
    wanted = ("nomn", "plur") if plural else ("nomn", "sing", gender or "masc")
    for reading in readings(lower) if known else ():
        if reading.form.known and reading.form.pos in ("ADJF", "PRTF"):
            found = reading.inflected(*wanted)
            if found and ("-" in lower) == ("-" in found):
                return like(found, word)
    match = _ADJECTIVE.match(lower)
    if not match:
        return word
    return like(match["stem"] + _ending(match["stem"], gender, plural, soft=match["end"] in _SOFT_ENDINGS), word)


def _is_plain(form: Form, lower: str) -> bool:
    """Whether an adjective's lemma tells its nominatives: «тверской», «новый», and not «синий», «третий», «круглолицый»."""
    lemma = form.lemma
    plain = form.pos == "ADJF" and lemma.endswith(_PLAIN) and not lemma.endswith("цый")
    return plain and "Supr" not in form.tags and lower.startswith(lemma[:-2])


def _ending(stem: str, gender: str | None, plural: bool, soft: bool = False) -> str:
    """The ending of an adjective in the nominative; `soft` as «синий» has it."""
    hushed = stem.endswith(_SOFT_STEMS)
    if plural:
        return "ие" if soft or hushed else "ые"
    if _GENDERS[gender] == 0:
        return "ий" if soft or hushed else "ый"
    return (("", "яя", "ее") if soft and not hushed else ("", "ая", "ое"))[_GENDERS[gender]]


@remembered(50_000)
def noun_form(word: str, prefer_plural: bool | None = None) -> Form | None:
    """The noun reading of a form (lower case) to build on: the best one, or the best of the number wanted."""
    nouns = [f for f in forms(word) if f.pos == "NOUN"]
    if prefer_plural is not None:
        nouns = [f for f in nouns if (f.number == "plur") == prefer_plural] or nouns
    return nouns[0] if nouns else None


@remembered(50_000)
def noun_nominative(word: str, plural: bool = False) -> str:
    """The nominative of a noun form, singular unless `plural`; the word's own capitals are kept.

    >>> noun_nominative("Администрацией"), noun_nominative("областями")
    ('Администрация', 'область')
    """
    lower = word.lower()
    for reading in readings(lower):
        if reading.form.pos == "NOUN":
            return like(reading.inflected("nomn", "plur" if plural else "sing") or reading.form.lemma, word)
    return word


def phrase_nominative(
    tokens: Sequence[Token], head: int, text: str, plural: bool = False, lemma: str | None = None, gender: str | None = None
) -> str:
    """The nominative of a noun phrase: what agrees with the head is inflected, what follows it is kept.

    Args:
        tokens: the tokens of the phrase; `head` indexes the head noun in them.
        text: the page's text, from which the spacing is taken.
        lemma: the head's dictionary form, where the caller knows it better than the dictionary.
        gender: the head's gender, likewise («Пензенская ТПП»).

    >>> from .segment import sentences
    >>> s = sentences("Тосненским муниципальным районом")[0]
    >>> phrase_nominative(s.tokens, 2, s.text)
    'Тосненский муниципальный район'
    """
    noun = like(lemma, tokens[head].text) if lemma and not plural else noun_nominative(tokens[head].text, plural)
    form = noun_form((lemma or noun).lower(), plural)
    gender = gender or (form.gender if form else None)
    phrase = ""
    for token, following in pairwise(tokens[: head + 1]):
        phrase += adjective_nominative(token.text, gender, plural) if token.is_adjective else token.text
        phrase += _single_spaced(text[token.end : following.start])
    return phrase + noun + _single_spaced(text[tokens[head].end : tokens[-1].end])


def _single_spaced(text: str) -> str:
    """A text that does not end with a space, each run of spaces in it one."""
    if text == " ":
        return text  # nearly always
    words = text.split()
    return " ".join(["", *words] if text[:1].isspace() else words) if words else text and " "
