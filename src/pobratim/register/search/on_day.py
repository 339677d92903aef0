"""The states of documents on days as tokens: so words, facets and «in force on 1 March 2022» are one condition of the index.

Days are numbered from `FIRST` and lie in blocks of 1, 2, 4 … 2¹⁷ days. A spell of days is put down as the fewest blocks
that make it up («in force» for five years: some ten); a day is asked for by the eighteen blocks that it lies in.

Where it fails: what is before `FIRST` is taken for its day, what is after the last block for the last day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from .match import AnyOf
from .own import facet

FIRST = datetime.date(1900, 1, 1)
_LEVELS = 18  # to the year 2258
_LAST = (1 << _LEVELS - 1) - 1


def spell_tokens(state: str, first: datetime.date, last: datetime.date) -> Iterator[str]:
    """The tokens of a document that is in a state from one day to another, both counted.

    >>> list(spell_tokens("in_force", FIRST + datetime.timedelta(3), FIRST + datetime.timedelta(6)))
    ['=in_force:0.3', '=in_force:1.2', '=in_force:0.6']
    """
    at, end = _number(first), _number(last)
    while at <= end:
        level = min((at & -at).bit_length() - 1 if at else _LEVELS - 1, (end - at + 1).bit_length() - 1)
        yield _token(state, level, at >> level)
        at += 1 << level


def states_on_day(states: Iterable[str], on: datetime.date) -> AnyOf:
    """The condition that a document is in one of these states on the day."""
    number = _number(on)
    return AnyOf(tuple(_token(state, level, number >> level) for state in states for level in range(_LEVELS)))


def _number(day: datetime.date) -> int:
    return min(max((day - FIRST).days, 0), _LAST)


def _token(state: str, level: int, block: int) -> str:
    return facet(state, f"{level}.{block}")
