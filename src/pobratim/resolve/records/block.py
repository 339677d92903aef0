"""Blocks: only nodes that share one are ever compared. What `judge` can call the same always shares one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from .content import Content, Document, Event, Person, digest, full_day
from .window import NEAR_DAYS, Window, document_window, event_window

MANY_PARTIES = 6  # of more parties only so many, the smallest keys, make pairs
MANY_YEARS = 3  # a window longer than this is no help in finding its like
ANY_TIME = "any"


def blocks(content: Content) -> list[str]:
    """The blocks of a node, as digests; none where it can be like no other.

    >>> len(blocks(Person("иванов", places=("a1", "a2")))), blocks(Person("иванов"))
    (2, [])
    """
    if isinstance(content, Person):
        names = [f"p|{content.surname}|{place}" for place in content.places] if content.surname else []
    elif isinstance(content, Document):
        names = [f"d|{pair}|{time}" for pair in pairs(content.parties) for time in _years(document_window(content))]
    elif isinstance(content, Event):
        names = _event_blocks(content)
    else:
        names = []
    return sorted({digest(name) for name in names})


def pairs(parties: Iterable[str]) -> list[str]:
    """Every unordered pair of the parties; a single party by itself."""
    few = sorted(set(parties))[:MANY_PARTIES]
    return few if len(few) == 1 else ["+".join(pair) for pair in combinations(few, 2)]


def _event_blocks(event: Event) -> list[str]:
    window = event_window(event)
    months = window.wider(NEAR_DAYS).months() if window else []
    names = [f"e|{pair}|{month}" for pair in pairs(event.parties) for month in months[: 12 * MANY_YEARS]]
    if full_day(event.date):
        names += [f"e|{pair}|{event.date}" for pair in pairs(event.people) if "+" in pair]
    return names


def _years(window: Window | None) -> list[str]:
    """The years in which its like may be; the open stretch is a block of its own."""
    if window is None:
        return [ANY_TIME]
    return [str(year) for year in window.wider(NEAR_DAYS).years()][:MANY_YEARS]
