"""Whether an event or a document may be what became of a measure, a promise or a document announced, and why."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pobratim.resolve.records.content import DOCUMENT, EVENT

from .words import Words, words_of

AFTER, BEFORE, YEAR = datetime.timedelta(days=90), datetime.timedelta(days=30), datetime.timedelta(days=365)
SHOWN_WORDS = 6
#: A single rare word, or two that are half as rare, tells enough.
ENOUGH = 1.0
_SIDES, _IN_TIME, _NEAR, _KIND, _SPHERE, _WORDS, _A_WORD = 35, 20, 10, 10, 5, 30, 15


@dataclass(frozen=True)
class Planned:
    """What was to be done: the kind of its record, its sides, the days for it (`begin`: since when it can be), its words."""

    key: str
    sides: frozenset[str]
    begin: datetime.date
    first: datetime.date | None
    last: datetime.date | None
    text: str
    spheres: frozenset[str] = frozenset()
    sort: str = ""


@dataclass(frozen=True)
class Happened:
    """What the news tells: an event or a document, its kind, its sides, its days; `text`: the sentences that tell of it."""

    key: str
    sort: str
    sides: frozenset[str]
    first: datetime.date
    last: datetime.date
    text: str = ""
    spheres: frozenset[str] = frozenset()


class Reasons(NamedTuple):
    """How likely (0–100), and why: the sides (keys), the words, the spheres, the kind; `time` is `in`, `near` or `within`."""

    score: int
    why: Mapping[str, Any]


def may_be(planned: Planned, happened: Happened) -> str:
    """How their times meet: `in` the days, `near` them, `within` the whole time where no day was told; empty: not at all.

    Two sides must be common to both; a document answers to documents announced, which must be of all its sides and kind.
    """
    common = planned.sides & happened.sides
    if len(common) < 2 or planned.key == happened.key:
        return ""
    if planned.key[0] == DOCUMENT and (
        happened.key[0] != DOCUMENT or happened.sides != planned.sides or planned.sort != happened.sort
    ):
        return ""
    if happened.last < planned.begin:
        return ""
    if planned.first is None or planned.last is None:
        return "within" if planned.last is None or happened.first <= planned.last else ""
    if happened.first <= planned.last and planned.first <= happened.last:
        return "in"
    near = happened.first <= planned.last + AFTER and planned.first - BEFORE <= happened.last
    return "near" if near else ""


def compare(planned: Planned, happened: Happened) -> Reasons | None:
    """The reasons for which one may be what became of the other; None where too little speaks for it.

    Beside sides and time it takes a rare word in common, or a plan that names nothing but the kind of event («обмен
    делегациями»). Where it fails: the same told in other words (a «смотр» for a «конкурс»); a rare word in common by chance.
    """
    time = may_be(planned, happened)
    if not time:
        return None
    own, told = words_of(planned.text), words_of(happened.text)
    shared = own.shared(told)
    weight = sum(shared.values())
    kind = _of_kind(own, happened)
    document = planned.key[0] == DOCUMENT
    if not document and weight < ENOUGH and not (kind and sum(own.weights.values()) < ENOUGH and time != "within"):
        return None
    spheres = planned.spheres & happened.spheres
    score = _SIDES + min(_WORDS, round(_A_WORD * weight)) + (_IN_TIME if time == "in" else _NEAR)
    score += _KIND * (kind or document) + _SPHERE * bool(spheres)
    why = {
        "sides": sorted(planned.sides & happened.sides),
        "words": list(shared)[:SHOWN_WORDS],
        "spheres": sorted(spheres),
        "kind": happened.sort if kind or document else "",
        "time": time,
    }
    return Reasons(score, why)


def _of_kind(own: Words, happened: Happened) -> bool:
    return ("signing" if happened.key[0] == DOCUMENT else happened.sort) in own.kinds and happened.key[0] in (DOCUMENT, EVENT)
