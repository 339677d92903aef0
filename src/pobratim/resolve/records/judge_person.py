"""Whether two nodes speak of one person: namesakes stay apart unless post or place agrees."""

from __future__ import annotations

from .content import Person
from .verdict import Rule, Verdict, decide

_HEADS = ("губернатор", "глава", "президент", "аким", "мэр", "хоким", "полномочный представитель", "полпред", "премьер")


def judge_person(a: Person, b: Person) -> Verdict:
    """The same, another, or unknown; the order of the two does not matter."""
    return decide(a, b, APART, SAME)


def other_surname(a: Person, b: Person) -> float:
    """The surnames differ."""
    return float(a.surname != b.surname)


def other_given(a: Person, b: Person) -> float:
    """The given names differ, or their initials do."""
    return float(not _fits(a.given, b.given))


def other_patronymic(a: Person, b: Person) -> float:
    """The patronymics differ."""
    return float(not _fits(a.patronymic, b.patronymic))


def other_ordinal(a: Person, b: Person) -> float:
    """A page tells of two that are alike: the first is not the second."""
    return float(a.ordinal != b.ordinal)


def same_post(a: Person, b: Person) -> float:
    """The names agree and the post is the same."""
    if not _posts_agree(a, b):
        return 0.0
    return 0.95 if _full(a) and _full(b) else 0.8


def same_place(a: Person, b: Person) -> float:
    """Given name and surname are the same and both stand for the same place or body."""
    common = _places(a) & _places(b)
    return 0.7 if _full(a) and _full(b) and a.given == b.given and common else 0.0


def _full(person: Person) -> bool:
    return len(person.given) > 1


def _fits(one: str, two: str) -> bool:
    """Whether two given names or patronymics may be one: equal, unknown, or one is the other's initial.

    >>> _fits("александр", "а"), _fits("", "юрьевич"), _fits("александр", "алексей")
    (True, True, False)
    """
    if not one or not two or one == two:
        return True
    return one[0] == two[0] and 1 in (len(one), len(two))


def _places(person: Person) -> set[str]:
    return set(person.places)


def _posts_agree(a: Person, b: Person) -> bool:
    return any(
        actor and actor == other_actor and _titles_agree(title, other)
        for title, actor in a.posts
        for other, other_actor in b.posts
    )


def _titles_agree(one: str, two: str) -> bool:
    """The same words, one the beginning of the other, or both the head of the place.

    >>> _titles_agree("губернатор", "глава региона"), _titles_agree("министр спорта", "министр культуры")
    (True, False)
    """
    if one == two or one.startswith(f"{two} ") or two.startswith(f"{one} "):
        return True
    return one.startswith(_HEADS) and two.startswith(_HEADS)


APART: tuple[Rule[Person], ...] = (other_surname, other_given, other_patronymic, other_ordinal)
SAME: tuple[Rule[Person], ...] = (same_post, same_place)
