"""Whether two names mean one person, and two wordings one post."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from .word import normal, same_word, shared, stems, words

Strictness = Literal["surname", "letter", "full"]
PARTS_COMPARED: dict[Strictness, int] = {"surname": 0, "letter": 1, "full": 2}

_GIVEN = """александр алексей анатолий андрей антон аркадий артем артур богдан борис вадим валентин валерий василий
виктор виталий владимир владислав всеволод вячеслав геннадий георгий герман глеб григорий даниил денис дмитрий
евгений егор иван игорь илья кирилл константин лев леонид максим марат михаил никита николай олег павел петр роман
руслан рустам семен сергей станислав степан тимур федор эдуард юрий ярослав алла анастасия анна валентина валерия
вера виктория галина дарья евгения екатерина елена елизавета ирина кристина лариса людмила любовь маргарита марина
мария надежда наталья нина оксана ольга полина светлана татьяна юлия""".split()
_PATRONYMIC = re.compile(r"\w+(?:вич|ьич|[мкт]ич)(?:а|у|ем|е)?|\w+(?:вн|ичн)(?:а|ы|е|у|ой)|оглы|кызы|улы")
_DEPUTY = re.compile(r"замест|зам$|вице$")
_PART = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?")
_INITIAL_LETTERS = 3  # «Дж.», «Ю.», «Вл.»: what may be an abbreviated first name


class Reading(NamedTuple):
    """One way to read a name: which word is the surname, and the others in order."""

    surname: str
    rest: tuple[str, ...]


@cache
def _given_stems() -> frozenset[str]:
    return frozenset(stem for name in _GIVEN for stem in stems(name))


def _surname_places(found: list[str], parts: list[str]) -> list[int]:
    """Where the surname may stand, the likeliest place first: at an end, and not an initial."""
    whole = [
        i for i, word in enumerate(found) if len(parts[i]) > 1 and not (word.endswith(".") and len(word) <= _INITIAL_LETTERS)
    ]
    if not whole:
        return []
    if len(whole) == len(parts) > 2 and any(map(_PATRONYMIC.fullmatch, parts[1:3])):
        return [len(parts) - 1] if _PATRONYMIC.fullmatch(parts[1]) else [0]
    if len(whole) == len(parts) == 2:
        given = [bool(stems(part) & _given_stems()) for part in parts]
        return [1, 0] if given[0] == given[1] else [given.index(False)]
    return [whole[-1], whole[0]]


@cache
def readings(name: str) -> tuple[Reading, ...]:
    """The possible readings of a name, the likeliest first.

    >>> readings("Дрозденко Александр Юрьевич")[0].surname, readings("А. Ю. Дрозденко")[0].rest
    ('дрозденко', ('а', 'ю'))
    """
    found = _PART.findall(name.lower().replace("ё", "е"))
    parts = [word.rstrip(".") for word in found]
    places = dict.fromkeys(_surname_places(found, parts))
    return tuple(Reading(parts[at], tuple(p for i, p in enumerate(parts) if i != at)) for at in places)


def _same_surname(a: str, b: str) -> bool:
    left, right = a.split("-"), b.split("-")
    return len(left) == len(right) and all(stems(x) & stems(y) for x, y in zip(left, right, strict=True))


def _same_part(a: str, b: str, how: Strictness) -> bool:
    """First names or patronymics: an initial stands for the whole, and `letter` looks at no more than it."""
    if min(len(a), len(b)) < _INITIAL_LETTERS:
        return a.startswith(b) or b.startswith(a)
    return a[0] == b[0] if how == "letter" else same_word(a, b)


def _same_reading(a: Reading, b: Reading, how: Strictness) -> bool:
    parts = list(zip(a.rest, b.rest, strict=False))[: PARTS_COMPARED[how]]
    return _same_surname(a.surname, b.surname) and all(_same_part(x, y, how) for x, y in parts)


@cache
def same_person(a: str, b: str, how: Strictness = "full") -> bool:
    """Whether two names mean one person; what a name leaves out never clashes.

    >>> same_person("Александр Дрозденко", "А. Ю. Дрозденко"), same_person("Иван Петров", "Пётр Иванов")
    (True, False)
    """
    if normal(a) and normal(a) == normal(b):
        return True
    for i, left in enumerate(readings(a)):
        for j, right in enumerate(readings(b)):
            if _same_reading(left, right, how if i == j == 0 else "full"):
                return True
    return False


def person_likeness(a: str, b: str, how: Strictness) -> float:
    """0 for different people, 1 for one, 2 where the names are spelt alike."""
    return 1.0 + (normal(a) == normal(b)) if same_person(a, b, how) else 0.0


def same_post(gold: str, gold_of: str | None, found: str | None, found_of: str | None) -> bool:
    """Whether the wordings agree: half of the words both ways, those of the other side's body or place included.

    A deputy is never the head.

    >>> same_post("губернатор", "Тверская область", "губернатор Тверской области", None)
    True
    >>> same_post("губернатор", None, "вице-губернатор", None)
    False
    """
    left, right = words(gold), words(found)
    if any(map(_DEPUTY.match, left)) != any(map(_DEPUTY.match, right)) or not shared(left, right):
        return False
    kept = len(shared(left, right + words(found_of)))
    said = len(shared(right, left + words(gold_of)))
    return kept >= 0.5 * len(left) and said >= 0.5 * len(right)
