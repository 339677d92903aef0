"""The verdict over two nodes of any kind, and every rule in words."""

from __future__ import annotations

from typing import Any

from . import judge_document, judge_event, judge_person
from .content import DOCUMENT, EVENT, PERSON, Content, Document, Event, Person
from .verdict import UNKNOWN, Rule, Verdict, explanation

#: Rules that are not about the contents of two nodes.
OTHER_REASONS = {
    "person": "A person decided so.",
    "same_page": "One page tells of both.",
    "read_again": "The page was read again, and the same place in it tells of this.",
}


def judge(a: Content, b: Content) -> Verdict:
    """Whether two nodes speak of one thing; unknown for kinds that are told apart by their contents alone."""
    if isinstance(a, Document) and isinstance(b, Document):
        return judge_document.judge_document(a, b)
    if isinstance(a, Event) and isinstance(b, Event):
        return judge_event.judge_event(a, b)
    if isinstance(a, Person) and isinstance(b, Person):
        return judge_person.judge_person(a, b)
    return UNKNOWN


def differ(a: Content, b: Content) -> bool:
    """Whether `judge` says that two nodes speak of different things; asked for by itself it costs less."""
    return a.__class__ is b.__class__ and any(rule(a, b) for rule in _APART.get(a.__class__, ()))


def resembles(a: Content, b: Content) -> bool:
    """Whether two readings of one place in a page may be one thing, told better or worse."""
    if isinstance(a, Document) and isinstance(b, Document):
        return not judge_document.other_kind(a, b) and not {*a.parties}.isdisjoint(b.parties)
    if isinstance(a, Event) and isinstance(b, Event):
        return not judge_event.other_kind(a, b) and not {*a.parties, *a.people}.isdisjoint({*b.parties, *b.people})
    if isinstance(a, Person) and isinstance(b, Person):
        return not judge_person.other_surname(a, b) and not judge_person.other_given(a, b)
    return False


def reasons(kind: str) -> dict[str, str]:
    """The name of every rule for nodes of a kind → what it says."""
    rules = RULES.get(kind, ())
    return {**{rule.__name__: explanation(rule) for rule in rules}, **OTHER_REASONS}


RULES: dict[str, tuple[Rule[Any], ...]] = {
    DOCUMENT: judge_document.APART + judge_document.SAME,
    EVENT: judge_event.APART + judge_event.SAME,
    PERSON: judge_person.APART + judge_person.SAME,
}
_APART: dict[type, tuple[Rule[Any], ...]] = {
    Document: judge_document.APART,
    Event: judge_event.APART,
    Person: judge_person.APART,
}
