"""The whole life of a document as spells of days, each with one state: `lifecycle` on every day, told at once."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pobratim.resolve.records.window import date_window

from .lifecycle import Lifecycle, Past, Successor, lifecycle, turns
from .term import period_on

_DAY = datetime.timedelta(days=1)


class Spell(NamedTuple):
    """The document is in that state from the first day to the last, both counted (`date.min`, `date.max`: no bound)."""

    state: Lifecycle
    first: datetime.date
    last: datetime.date


def spells(document: Past, successors: Iterable[Successor] = ()) -> list[Spell]:
    """The spells of a document's life, the earliest first, without gaps from the first day on which anything is known.

    Every change of state falls on one of a few days that what is told names, so `lifecycle` is asked on these alone.
    """
    after = list(successors)
    found: list[Spell] = []
    days = sorted({datetime.date.min, *_changes(document, after)})
    for day in days:
        state = lifecycle(document, day, after)
        if found and found[-1].state is state:
            continue
        if found:
            found[-1] = found[-1]._replace(last=day - _DAY)
        found.append(Spell(state, day, datetime.date.max))
    return [one for one in found if one.state is not Lifecycle.ABSENT]


def _changes(document: Past, after: list[Successor]) -> Iterator[datetime.date]:
    """The days on which the state may change: of turns, of their ends, of the term's beginning and end."""
    for turn in turns(document, datetime.date.max, after):
        yield turn.day
        yield from _after(turn.ends)
    for one in document.course:
        yield datetime.date.fromisoformat(one["since"])
        if one.get("until"):
            yield from _after(datetime.date.fromisoformat(one["until"]))
    begins = (document.term or {}).get("from")
    if begins and (window := date_window(begins["value"])):
        yield window.first
    for day in _after(document.ends_last):
        yield day
        period = period_on(document, day)
        yield from _after(period.end if period else None)


def _after(day: datetime.date | None) -> Iterator[datetime.date]:
    """The next day, if there is one."""
    if day is not None and day < datetime.date.max:
        yield day + _DAY
