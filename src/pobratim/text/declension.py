"""How one word of a personal name declines: every case and gender it may stand in, with its nominative."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from msgspec import Struct

from pobratim.core.memo import remembered
from pobratim.lexicon.table import rows

from .morph import CASES, forms

_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_VOWELS = "аеёиоуыэюя"
_HUSHERS = "жшчщц"
_SOFTENED = "бвдзлмнпрстф"
_LETTER_CLASSES = {"C": _CONSONANTS, "V": _VOWELS, "H": _HUSHERS, "S": _SOFTENED}
_OBLIQUE_LOOK = ("ем", "ём", "ом", "ым", "ою")
_OBLIQUE_LOOK_PENALTY = 0.25
_ADJECTIVE_LOOK_PENALTY = 0.12
_RARE_READING = 0.1
_CLUSTER_PENALTY = 0.3
_DICTIONARY_NAME_WEIGHT = 1.0
_RARE_NAME_WEIGHT = 0.7
_DICTIONARY_SURNAME_WEIGHT = 0.7
_COMMON_NOUN_WEIGHT = 0.65
_KNOWN_GIVEN_BONUS = 0.5
_LONGEST_ENDING = 3  # letters
_PATRONYMIC_STEMS = ("ич", "вн", "чн")  # one of them is in every patronymic

Key = tuple[str, str]  # case, gender


class Base(Struct, frozen=True, gc=False):
    """A nominative that a form may belong to; `weight` 0–1 says how surely."""

    nominative: str
    weight: float


class _Ending(NamedTuple):
    """A reading of an ending: behind a stem that ends in one of the `letters`, or in one of the longer `stems`."""

    key: Key
    weight: float
    letters: frozenset[str]
    stems: tuple[str, ...]
    nominative: str


@cache
def _endings(role: str) -> dict[str, tuple[_Ending, ...]]:
    """The declension table turned round: ending in the text → the readings it allows."""
    table: dict[str, list[_Ending]] = {}
    for row_role, gender, weight, stem, *told in rows("people/declension.txt", 10):
        if row_role != role:
            continue
        endings = ["-"] * 6 if told[1] == "*" else told
        told_stems = [letter for piece in stem.split(",") for letter in _LETTER_CLASSES.get(piece, (piece,))]
        letters, stems = frozenset(s for s in told_stems if len(s) < 2), tuple(s for s in told_stems if len(s) > 1)
        base = endings[0].replace("-", "")
        for case, variants in zip(CASES, endings, strict=True):
            for ending in variants.replace("-", "").split("|"):
                table.setdefault(ending, []).append(_Ending((case, gender), float(weight), letters, stems, base))
    return {ending: tuple(found) for ending, found in table.items()}


_Rule = tuple[tuple[str, ...], str, tuple[tuple[Key, float], ...]]


@cache
def _rules(role: str, ending: str, last: str) -> tuple[_Rule, ...]:
    """The readings of an ending after a stem with this last letter; few of the table's.

    Each rule: the ends of stems (none: any stem will do), what the nominative has behind the stem, cases and genders
    with their weights. Readings that stand side by side and lead to one nominative are one rule.
    """
    found: list[tuple[tuple[str, ...], str, list[tuple[Key, float]]]] = []
    for key, weight, letters, stems, nominative in _endings(role).get(ending, ()):
        free = last in letters or "" in letters
        kept = () if free else tuple([stem for stem in stems if stem[-1] == last])
        if not free and not kept:
            continue
        if not found or found[-1][:2] != (kept, nominative):
            found.append((kept, nominative, []))
        found[-1][2].append((key, weight))
    return tuple((stems, nominative, tuple(told)) for stems, nominative, told in found)


@cache
def given_names() -> dict[str, str]:
    """Given names that the dictionary lacks → gender («дастан» → masc)."""
    return {row[0]: row[1] for row in rows("people/given_names.txt", 2)}


@remembered(50_000)
def bases(word: str, role: str) -> dict[Key, Base]:
    """Case and gender → the likeliest nominative of a word (lower case) in a role: `g`, `p`, `s` or `a`.

    >>> bases("жапаровым", "s")["ablt", "masc"].nominative
    'жапаров'
    """
    found: dict[Key, Base] = {}
    endings, given = _endings(role), given_names() if role == "g" else {}
    for cut in range(len(word), max(len(word) - _LONGEST_ENDING - 1, 1), -1):
        ending = word[cut:]
        if ending not in endings:
            continue
        stem = word[:cut]
        for stems, nominative, told in _rules(role, ending, word[cut - 1]):
            if stems and not stem.endswith(stems):
                continue
            base = stem + nominative
            odd, gender = _oddness(base, role), given.get(base)
            made = Base(base, 0.0)
            for key, plain in told:
                weight = plain + (_KNOWN_GIVEN_BONUS if gender == key[1] else 0.0) - odd
                old = found.get(key)
                if old is None or weight > old.weight:
                    if weight != made.weight:
                        made = Base(base, weight)
                    found[key] = made
    if role in "gs":
        _add_dictionary(found, word, role)
    return found


def _oddness(base: str, role: str) -> float:
    """How unlike a nominative the base looks: «Вучичем» is an ablative, «Кравц» has lost its vowel,
    «Гомельщина» is a land.
    """
    if base.endswith(_OBLIQUE_LOOK):
        return _OBLIQUE_LOOK_PENALTY
    if base.endswith(("ой", "ей")):
        return _ADJECTIVE_LOOK_PENALTY
    if role == "s" and base.endswith("щина"):
        return _CLUSTER_PENALTY
    if role == "s" and base.endswith("ц") and base[-2:-1] in _CONSONANTS:
        return _CLUSTER_PENALTY
    return 0.0


def _put(found: dict[Key, Base], key: Key, base: str, weight: float) -> None:
    old = found.get(key)
    if old is None or weight > old.weight:
        found[key] = Base(base, weight)


def _add_dictionary(found: dict[Key, Base], word: str, role: str) -> None:
    """Names with a vowel that comes and goes («Павла», «Льва», «Орла»), and names that do not decline («Айгуль»)."""
    for form in forms(word):
        if not form.known or form.case is None or form.number != "sing":
            continue
        gender = form.gender or "masc"
        if role == "g" and "Name" in form.tags:
            share = sum(f.score for f in forms(word) if f.lemma == form.lemma)
            weight = _RARE_NAME_WEIGHT if share < _RARE_READING else _DICTIONARY_NAME_WEIGHT
            _put(found, (form.case, gender), form.lemma, weight)
        elif role == "s" and "Surn" in form.tags and gender == "masc":
            _put(found, (form.case, gender), form.lemma, _DICTIONARY_SURNAME_WEIGHT)
        elif role == "s" and form.pos == "NOUN" and gender == "masc" and not form.tags & {"Geox", "Name"}:
            _put(found, (form.case, gender), form.lemma, _COMMON_NOUN_WEIGHT)


@remembered(50_000)
def is_given(word: str) -> bool:
    """Whether a word (lower case) can be a known given name in some case.

    >>> is_given("канатом"), is_given("дутовой")
    (True, False)
    """
    if any(form.known and "Name" in form.tags and form.number == "sing" for form in forms(word)):
        return True
    if word[: max(len(word) - _LONGEST_ENDING, 2)] not in _given_beginnings():
        return False  # nearly every word; by its ending alone none is sure to be a name
    return any(base.weight > 0.75 for base in bases(word, "g").values())


@cache
def _given_beginnings() -> frozenset[str]:
    """What the given names that the dictionary lacks begin with, from two letters on."""
    return frozenset([name[:end] for name in given_names() for end in range(2, len(name) + 1)])


@remembered(50_000)
def is_surname(word: str) -> bool:
    """Whether the dictionary knows the word as a surname, or it ends as only surnames do («Жапаровым»)."""
    if any(form.known and "Surn" in form.tags for form in forms(word)):
        return True
    return any(base.weight >= 0.9 for base in bases(word, "s").values())


@remembered(50_000)
def is_patronymic(word: str) -> bool:
    """Whether a word (lower case) ends as a patronymic does («Сагыновичем», «Петровной»)."""
    if len(word) < 6 or not any(map(word.__contains__, _PATRONYMIC_STEMS)):
        return False  # nearly every word
    return any(base.weight >= 0.9 and _patronymic(base.nominative) for base in bases(word, "p").values())


def _patronymic(nominative: str) -> bool:
    return nominative.endswith(("ович", "евич", "ёвич", "ьич", "мич", "кич", "тич", "вна", "чна"))
