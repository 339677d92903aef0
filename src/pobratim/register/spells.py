"""The whole life of a document as spells of days, each with one state: `lifecycle` of every day, told at once."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .lifecycle import Lifecycle, Past, Successor, Turn, all_turns, begins_of, state_after
from .term import final_end

_DAY = datetime.timedelta(days=1)


class Spell(NamedTuple):
    """The document is in that state from the first day to the last, both counted (`date.min`, `date.max`: no bound)."""

    state: Lifecycle
    first: datetime.date
    last: datetime.date


def spells(document: Past, successors: Iterable[Successor] = ()) -> list[Spell]:
    """The spells of a document's life, the earliest first, without gaps from the first day on which anything is known.

    Every change of state falls on one of a few days that what is told names, so the state is asked for on these alone.
    """
    turns = all_turns(document, successors)
    found: list[Spell] = []
    for day in sorted({*_changes(document, turns)}):
        state = state_after((one for one in turns if one.counts(day)), document, day)
        if found and found[-1].state is state:
            continue
        if found:
            found[-1] = found[-1]._replace(last=day - _DAY)
        found.append(Spell(state, day, datetime.date.max))
    return [one for one in found if one.state is not Lifecycle.ABSENT]


def _changes(document: Past, turns: Iterable[Turn]) -> Iterator[datetime.date]:
    """The days on which the state may change: of turns, of their ends, of the term's beginning and end."""
    for turn in turns:
        yield turn.day
        yield from _after(turn.ends)
        yield from _after(turn.until)
    if begins := begins_of(document):
        yield begins
    yield from _after(document.ends_last)
    yield from _after(final_end(document))


def _after(day: datetime.date | None) -> Iterator[datetime.date]:
    """The next day, if there is one."""
    if day is not None and day < datetime.date.max:
        yield day + _DAY
