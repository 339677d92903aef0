"""A personal name in any case → the name in the nominative, with its parts, gender and possible cases."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import zip_longest
from operator import add
from typing import NamedTuple

from pobratim.core.memo import remembered

from .declension import Base, Key, bases, is_given, is_patronymic, is_surname
from .east_asian_name import east_asian_roles
from .morph import CASES

_PIECE = re.compile(r"(?:[А-ЯЁA-Z][а-яёa-z]{0,2}\.|[^\W\d_]+(?:[-–’'][^\W\d_]+)*)")
_INITIAL = re.compile(r"^(?:[А-ЯЁA-Z]|[А-ЯЁA-Z][а-яёa-z]{0,2}\.)$")
_PARTICLES = frozenset("оглы кызы гызы уулу улы угли заде аль эль ибн бин бен фон ван дер де да ди дю ле ла дос ага".split())
_CASE_PRIOR = {"nomn": 0.05, "gent": 0.04, "accs": 0.03, "ablt": 0.02, "datv": 0.01, "loct": 0.0}
_GENDER_PRIOR = {"masc": 0.005, "femn": 0.0}
_PRIOR = {(case, sex): _CASE_PRIOR[case] + prior for sex, prior in _GENDER_PRIOR.items() for case in CASES}
_CONTEXT_BONUS = 0.6
_CASE_SLACK = 0.25
_READING_SLACK = 0.7
_GENDER_SLACK = 0.2
_SON_OF, _DAUGHTER_OF = frozenset("оглы уулу улы угли оглу".split()), frozenset("кызы гызы".split())
CHILD_OF = _SON_OF | _DAUGHTER_OF


class PersonName(NamedTuple):
    """A name in the nominative, in the page's own order of words.

    `cases` are those the form in the text may stand in; `gender` is None where the form does not tell.
    `initials` are those of the text («А.Ю.»); `given` is None where only they are there.
    """

    text: str
    surname: str | None
    given: str | None
    patronymic: str | None
    initials: str
    gender: str | None
    cases: frozenset[str]
    score: float


class _Part(NamedTuple):
    word: str
    role: str  # g, p, s, a (last word of an East Asian name), i initial, x left as it is


def read_person_name(text: str, cases: Set[str] = frozenset(), gender: str | None = None) -> PersonName:
    """The likeliest reading of a name; case and gender are decided for all its words together.

    Fails where nothing tells «Канат» the man from «Каната» the woman: then the nominative wins.

    Args:
        text: the name as it stands in the text («Акылбеком Жапаровым», «А.Ю. Дрозденко»).
        cases: those that the context allows (preposition, post); empty: any.
        gender: what the context knows of it (post, verb, another mention).

    >>> read_person_name("Канатом Сагыновичем Джумагазиевым").text
    'Канат Сагынович Джумагазиев'
    """
    return name_readings(text, frozenset(cases), gender)[0]


@remembered(20_000)
def name_readings(text: str, context: frozenset[str] = frozenset(), gender: str | None = None) -> tuple[PersonName, ...]:
    """All readings of a name that differ in their nominative, the likeliest first, none far below it.

    >>> [name.text for name in name_readings("Мубина Мамадалиева")]
    ['Мубина Мамадалиева', 'Мубин Мамадалиев']
    """
    words, parts, _, _ = _scores(text)
    names = [_reading(text, words, parts, nominative, options) for nominative, options in _options(text, context, gender).items()]
    return tuple(sorted(names, key=lambda name: -name.score))


@remembered(20_000)
def name_cases(text: str, slack: float) -> frozenset[str]:
    """The cases that a name may stand in by its form alone, of all readings whose score is at most `slack` below the best.

    >>> sorted(name_cases("Путиным", 0.45))
    ['ablt']
    """
    told = [_best(options) for options in _options(text, frozenset(), None).values()]
    least = max(score for score, _, _ in told) - slack
    return frozenset(case for score, _, cases in told if score >= least for case in cases)


_Option = tuple[float, str, str]  # score, case, gender


def _options(text: str, context: frozenset[str], gender: str | None) -> dict[tuple[str, ...], list[_Option]]:
    """The nominatives that a name may have, each with what its form may then be; what is far below the best is left out."""
    _, parts, declined, scores = _scores(text)
    if context or gender:
        bonuses = [_CONTEXT_BONUS * ((case in context) + (gender == sex)) for case, sex in _PRIOR]
        scores = tuple(map(add, scores, bonuses))
    least = max(scores) - _READING_SLACK
    found: dict[tuple[str, ...], list[_Option]] = {}
    for score, key in zip(scores, _PRIOR, strict=True):
        if score >= least:
            nominative = tuple([_nominative(part, table, key) for part, table in zip(parts, declined, strict=True)])
            found.setdefault(nominative, []).append((score, *key))
    return found


def _best(options: list[_Option]) -> tuple[float, str, frozenset[str]]:
    """The score and gender of the best option, and the cases of those close to it."""
    score, case, sex = max(options)
    return score, sex, frozenset([c for s, c, g in options if s >= score - _CASE_SLACK and g == sex]) | {case}


def _reading(text: str, words: list[str], parts: list[_Part], nominative: tuple[str, ...], options: list[_Option]) -> PersonName:
    score, sex, cases = _best(options)
    rival = any(g != sex and s >= score - _GENDER_SLACK for s, _, g in options)
    return _assemble(text, words, parts, list(nominative), None if rival else sex, cases, score)


@remembered(20_000)
def _scores(text: str) -> tuple[list[str], list[_Part], list[dict[Key, Base] | None], tuple[float, ...]]:
    """The words of a name, their roles, how each declines (None: not at all), and how well the name fits every case and
    gender, as `_PRIOR` orders them, by its forms alone.
    """
    words = _PIECE.findall(text)
    parts = parts_of(words)
    declined = [_declined(part.word.lower(), part.role) if part.role in "gpsa" else None for part in parts]
    tables = [table for table in declined if table is not None]
    particles = {sex: _particle_gender(parts, sex) for sex in _GENDER_PRIOR}
    found = []
    for key, prior in _PRIOR.items():
        total = prior + particles[key[1]]
        for table in tables:
            total += table.get(key, _NO_BASE).weight
        found.append(total)
    return words, parts, declined, tuple(found)


def _particle_gender(parts: list[_Part], sex: str) -> float:
    words = {part.word.lower() for part in parts if part.role == "x"}
    return (sex == "masc") * bool(words & _SON_OF) + (sex == "femn") * bool(words & _DAUGHTER_OF)


_NO_BASE = Base("", -0.5)


@remembered(20_000)
def _declined(word: str, role: str) -> dict[Key, Base]:
    """Case and gender → the likeliest nominative of a word (lower case) that may have a hyphen."""
    if "-" not in word:
        return bases(word, role)
    first, _, last = word.rpartition("-")
    heads, tails, wholes = bases(first, role), bases(last, role), bases(word, role)
    return {key: _joined(first, heads.get(key), tails.get(key), wholes.get(key), role) for key in tails.keys() | wholes.keys()}


def _joined(first: str, head: Base | None, found: Base | None, whole: Base | None, role: str) -> Base:
    """The nominative of a word with a hyphen: of the whole, or of its two sides («Салтыкова-Щедрина»)."""
    if whole is not None and (found is None or whole.weight > max(0.6, found.weight)):
        return whole
    if found is None:
        return _NO_BASE
    sure = head is not None and head.weight >= (0.6 if role == "s" else 0.9)
    return Base((head.nominative if sure and head else first) + "-" + found.nominative, found.weight + 0.1 * sure)


def _nominative(part: _Part, declined: dict[Key, Base] | None, key: Key) -> str:
    if declined is None:
        return part.word
    base = declined.get(key, _NO_BASE).nominative
    return _cased_like(base, part.word) if base else part.word


@remembered(20_000)
def _cased_like(base: str, word: str) -> str:
    """The base form with the capitals and the «е» of the word in the text («КАДЫРОВЫМ» → «КАДЫРОВ», «Петром» → «Петр»)."""
    if word.istitle() and word.isalpha() and "ё" not in base and "-" not in base:
        return base[:1].upper() + base[1:]  # nearly every name
    if len(word) > 2 and word.isupper():
        return base.upper()
    pieces, old = base.split("-"), word.split("-")
    if len(pieces) > 1 and len(pieces) == len(old):
        return "-".join(map(_cased_like, pieces, old))
    plain = "".join("е" if b == "ё" and w == "е" else b for b, w in zip_longest(base, word[: len(base)], fillvalue=""))
    return "".join(b.upper() if i < len(word) and word[i].isupper() else b for i, b in enumerate(plain))


def parts_of(words: list[str]) -> list[_Part]:
    """The role of every word of a name.

    >>> "".join(part.role for part in parts_of(["Дрозденко", "А.", "Ю."]))
    'sii'
    """
    if kind := east_asian_roles(words):
        return [_Part(word, role) for word, role in zip(words, kind, strict=True)]
    roles = ["" for _ in words]
    for i, word in enumerate(words):
        if _INITIAL.match(word):
            roles[i] = "i"
        elif word.lower() in _PARTICLES and len(words) > 1:
            roles[i] = "x"
            if word.lower() in CHILD_OF and i:
                roles[i - 1] = "x"
    full = [i for i, role in enumerate(roles) if not role]
    for i, role in zip(full, _full_roles([words[i].lower() for i in full], "i" in roles), strict=True):
        roles[i] = role
    return [_Part(w, r) for w, r in zip(words, roles, strict=True)]


def _full_roles(words: list[str], initials: bool) -> str:
    """Roles of the words that are written out: `gps`, `spg` order told by patronymic and given names."""
    if not words:
        return ""
    if len(words) == 1:
        return "s" if initials or is_surname(words[0]) or not is_given(words[0]) else "g"
    if len(words) == 2 and initials:
        return "gs" if is_given(words[0]) or not is_given(words[1]) else "sg"
    if len(words) == 2:
        if is_patronymic(words[1]) and is_given(words[0]) and not _surname_in_ich(words[1]):
            return "gp"
        return "sg" if is_given(words[1]) and not is_given(words[0]) and not is_surname(words[1]) else "gs"
    if is_patronymic(words[-1]) and not is_patronymic(words[1]):
        return "s" * (len(words) - 2) + "gp"
    if is_patronymic(words[1]):
        return "gp" + "s" * (len(words) - 2)
    if is_surname(words[0]) and not is_given(words[0]) and is_given(words[1]) and not is_surname(words[-1]):
        return "s" + "g" * (len(words) - 1)
    return "g" * (len(words) - 1) + "s"


def _surname_in_ich(word: str) -> bool:
    """«Роман Абрамович» ends in a surname, «Роман Петрович» in a patronymic: known only by the dictionary."""
    from .morph import forms

    found = [form for form in forms(word) if form.known]
    return not any("Patr" in form.tags for form in found) or any("Surn" in form.tags for form in found)


def _assemble(
    text: str,
    words: list[str],
    parts: list[_Part],
    nominative: list[str],
    gender: str | None,
    cases: frozenset[str],
    score: float,
) -> PersonName:
    def joined(role: str) -> str | None:
        return " ".join(n for p, n in zip(parts, nominative, strict=True) if p.role == role) or None

    if any(part.role == "a" for part in parts):
        return PersonName(" ".join(nominative), nominative[0], " ".join(nominative[1:]), None, "", gender, cases, score)
    initials = "".join(part.word if part.word.endswith(".") else part.word + "." for part in parts if part.role == "i")
    patronymic, surname = joined("p"), joined("s")
    for i, part in enumerate(parts):
        if part.role == "x" and part.word.lower() in CHILD_OF and i:
            patronymic = " ".join(nominative[i - 1 : i + 1])
        elif part.role == "x" and i + 1 < len(parts) and parts[i + 1].role == "s" and surname:
            surname = f"{part.word} {surname}"
    return PersonName(_respell(text, words, nominative), surname, joined("g"), patronymic, initials, gender, cases, score)


def _respell(text: str, words: list[str], nominative: list[str]) -> str:
    """The text with each word replaced, so that «А.Ю. Дрозденко» keeps its points and spaces."""
    out, at = [], 0
    for word, base in zip(words, nominative, strict=True):
        start = text.index(word, at)
        out += [text[at:start], base]
        at = start + len(word)
    return " ".join("".join([*out, text[at:]]).split())
