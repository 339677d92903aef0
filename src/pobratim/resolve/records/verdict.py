"""What a comparison of two nodes comes to."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from inspect import getdoc
from typing import NamedTuple, TypeVar

C = TypeVar("C")


class Answer(StrEnum):
    """The same thing, another thing, or nothing that decides."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


class Verdict(NamedTuple):
    """`strength` is 0–1; `rule` is the name of the rule that decided, empty where none did."""

    answer: Answer
    strength: float = 0.0
    rule: str = ""


UNKNOWN = Verdict(Answer.UNKNOWN)

#: A rule says how sure it is (0–1) that two contents fall under it; 0 where they do not.
Rule = Callable[[C, C], float]


def decide(a: C, b: C, apart: tuple[Rule[C], ...], same: tuple[Rule[C], ...]) -> Verdict:
    """The first rule of `apart` that holds; else the strongest of `same`, the earlier among equals; else unknown."""
    for rule in apart:
        if strength := rule(a, b):
            return Verdict(Answer.DIFFERENT, strength, rule.__name__)
    strongest, name = 0.0, ""
    for rule in same:
        if (strength := rule(a, b)) > strongest:
            strongest, name = strength, rule.__name__
    return Verdict(Answer.SAME, strongest, name) if name else UNKNOWN


def explanation(rule: Rule[C]) -> str:
    """What a rule says, in words: the first line of its docstring."""
    return (getdoc(rule) or "").partition("\n")[0]
