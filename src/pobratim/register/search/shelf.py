"""Where a row of the index stands. Its number says the kind of record, then the day, then a digest of the key: so the
newest of a kind are read off the end of the index, and none has to be sorted.

    bits 60–62  shelf: 1 documents, 2 events, 3 people, 4 actors, 5 statements; 0 what was rejected and is not to be found
    bits 40–59  the day, counted from the year 1000; 0 for none. Of actors: how often they are told of, roughly
    bits 0–39   digest
"""

from __future__ import annotations

import datetime
from math import log2

SHELVES = {"d": 1, "e": 2, "p": 3, "a": 4, "s": 5}
KINDS = {shelf: kind for kind, shelf in SHELVES.items()}
HIDDEN = 0
_FIRST_DAY = datetime.date(1000, 1, 1).toordinal() - 1
_SHELF_BITS, _DAY_BITS = 60, 40
_LAST_DAY = 2**20 - 1
_STEPS = 4  # an actor moves when it is told of a fifth more often


def number(key: str, shown: bool, order: int) -> int:
    """The number of a record's row; `order` is `by_day` or `by_pages`."""
    shelf = SHELVES[key[0]] if shown else HIDDEN
    return shelf << _SHELF_BITS | order << _DAY_BITS | int(key[-10:], 16)


def beside(row: int) -> int:
    """The next number of the same shelf and day."""
    return row >> _DAY_BITS << _DAY_BITS | (row + 1) % (1 << _DAY_BITS)


def by_day(day: datetime.date | None) -> int:
    """The order of what has a day."""
    return min(max(day.toordinal() - _FIRST_DAY, 1), _LAST_DAY) if day else 0


def by_pages(pages: int) -> int:
    """The order of what has none: the more pages, the higher, in steps of a fifth so that rows seldom move.

    >>> by_pages(0), by_pages(1), by_pages(1000)
    (0, 4, 39)
    """
    return int(_STEPS * log2(1 + pages))


def span(shelf: int) -> tuple[int, int]:
    """The first and the last number of a shelf."""
    return shelf << _SHELF_BITS, (shelf + 1 << _SHELF_BITS) - 1


def span_to(shelf: int, day: datetime.date) -> tuple[int, int]:
    """The first and the last number of those rows of a shelf that have no day or one up to this."""
    return shelf << _SHELF_BITS, (shelf << _SHELF_BITS) + (by_day(day) + 1 << _DAY_BITS) - 1


ALL = (span(min(KINDS))[0], span(max(KINDS))[1])


def shelf_of(row: int) -> int:
    """The shelf on which a row stands."""
    return row >> _SHELF_BITS
