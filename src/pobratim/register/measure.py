"""How a measure stands on a day: by the last word of each side, the time it is due, and the silence.

Reports count from the day on which they were made: a report on a past day stays the same, whatever is reported later.
"""

from __future__ import annotations

import calendar
import datetime
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

#: Kinds of document that have measures.
PLAN_KINDS = ("plan", "roadmap", "programme")


class MeasureState(StrEnum):
    """The states that people report; `NO_WORD`: nobody said anything yet, which is not «not done»."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    PARTLY = "partly"
    POSTPONED = "postponed"
    NOT_DONE = "not_done"
    DROPPED = "dropped"
    NO_WORD = "no_word"


#: States after which nothing more is awaited.
SETTLED = (MeasureState.DONE, MeasureState.DROPPED, MeasureState.NOT_DONE)
#: Of the sides' different words the one that asks for most attention counts for both.
_GRAVITY = (
    MeasureState.NOT_DONE, MeasureState.POSTPONED, MeasureState.NOT_STARTED, MeasureState.NO_WORD, MeasureState.PARTLY,
    MeasureState.UNDER_WAY, MeasureState.DONE, MeasureState.DROPPED,
)  # fmt: skip
_MONTHS = {"yearly": 12, "half-yearly": 6, "quarterly": 3, "monthly": 1}


class Planned(Protocol):
    """What is known of a measure; the columns of `models.Measure`."""

    due_first: datetime.date | None
    due_last: datetime.date | None
    recurring: str
    due_by: str
    reports: list[dict[str, Any]]


class Standing(NamedTuple):
    """How it stands: the state that counts, that of each side that reported, whether it is overdue, and since which day."""

    state: MeasureState
    sides: dict[str, MeasureState]
    overdue: bool
    due: datetime.date | None


class Turn(NamedTuple):
    """The time for which a measure is looked at, and the day by which it is awaited in it (None: it is not, or no day is
    known); `begin` is None where it comes once: all reports count.
    """

    begin: datetime.date | None
    end: datetime.date | None
    due: datetime.date | None


def standing(measure: Planned, on: datetime.date) -> Standing:
    """How a measure stands on a day.

    A measure that comes again is looked at in the turn that the day lies in, or in the one before, if that ended without
    a word that settles it. Overdue: the last day has passed, and no report up to the day says done, dropped or not done.
    """
    last = turn_on(measure, on)
    before = _turn_before(measure, last)
    found = _standing(measure, before, on) if before else None
    return found if found and found.overdue else _standing(measure, last, on)


def _standing(measure: Planned, turn: Turn, on: datetime.date) -> Standing:
    sides: dict[str, MeasureState] = {}
    for report in _known(measure, on):
        if turn.begin is None or turn.begin.isoformat() <= report["last"] <= (turn.end or on).isoformat():
            sides[report["side"]] = MeasureState(report["state"])
    state = min(sides.values(), key=_GRAVITY.index, default=MeasureState.NO_WORD)
    return Standing(state, sides, turn.due is not None and turn.due < on and state not in SETTLED, turn.due)


def turn_on(measure: Planned, on: datetime.date) -> Turn:
    """The turn that counts on a day: the one that is running, the last one where all are over."""
    months = _MONTHS.get(measure.recurring)
    if months is None:
        return Turn(None, measure.due_last, measure.due_last)
    day = on if measure.due_last is None else min(on, measure.due_last)
    begin = datetime.date(day.year, (day.month - 1) // months * months + 1, 1)
    end = _next(begin, months) - datetime.timedelta(days=1)
    end = end if measure.due_last is None else min(end, measure.due_last)
    return Turn(begin, end, _awaited(measure, end))


def _awaited(measure: Planned, end: datetime.date) -> datetime.date | None:
    """The day of a turn by which a measure is awaited: its end, or the day of the year that is told; none where that day was
    over before the measure began.
    """
    if measure.recurring != "yearly" or not measure.due_by:
        return end
    month, day = map(int, measure.due_by.split("-"))
    told = datetime.date(end.year, month, min(day, calendar.monthrange(end.year, month)[1]))
    if measure.due_first is not None and told < measure.due_first:
        return None
    return min(told, end)


def _turn_before(measure: Planned, turn: Turn) -> Turn | None:
    """The turn before, if it lies in the measure's time."""
    if turn.begin is None or measure.due_first is None or measure.due_first >= turn.begin:
        return None
    return turn_on(measure, turn.begin - datetime.timedelta(days=1))


def _next(begin: datetime.date, months: int) -> datetime.date:
    """The first day so many months later."""
    month = begin.month - 1 + months
    return datetime.date(begin.year + month // 12, month % 12 + 1, 1)


def _known(measure: Planned, on: datetime.date) -> list[dict[str, Any]]:
    """The reports made up to the day, the latest period last."""
    made = [one for one in measure.reports if (one.get("made") or one["last"]) <= on.isoformat()]
    return sorted(made, key=lambda one: (one["last"], one.get("made") or ""))
