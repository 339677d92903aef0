"""What became of a promise by a day: it follows from what was told up to that day, and from nothing later."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

OPEN = "open"
_DAY = datetime.timedelta(days=1)


class Spell(NamedTuple):
    """The promise is in that state from the first day to the last, both counted (`date.min`, `date.max`: no bound)."""

    state: str
    first: datetime.date
    last: datetime.date


def course(told: Iterable[tuple[Mapping[str, Any], datetime.date]]) -> list[dict[str, Any]]:
    """The outcomes of a promise (`follow_up.Outcome`), each with the day `since` which it holds, the earliest first.

    An outcome holds from its own day, one without a day from that on which it was said. Who says another later, for the same
    day or an earlier one, corrects what was said before.

    Args:
        told: outcomes in the order in which people said them, with the days on which they did.
    """
    found: list[dict[str, Any]] = []
    for outcome, said in told:
        since = outcome.get("on") or said.isoformat()
        found = [one for one in found if one["since"] < since]
        found.append({**outcome, "since": since})
    return found


def outcome_on(turns: Sequence[Mapping[str, Any]], on: datetime.date) -> Mapping[str, Any]:
    """What had become of a promise by the day, from its course; empty where nobody said anything."""
    return next((one for one in reversed(turns) if one["since"] <= on.isoformat()), {})


def spells(turns: Sequence[Mapping[str, Any]]) -> Iterator[Spell]:
    """The states of a promise by days, without gaps, the earliest first: open until something is said."""
    state, first = OPEN, datetime.date.min
    for one in turns:
        since = datetime.date.fromisoformat(one["since"])
        if since > first and one["state"] != state:
            yield Spell(state, first, since - _DAY)
            first = since
        state = one["state"]
    yield Spell(state, first, datetime.date.max)
