"""What offices write in lists of agreements: headings, states, cells that say nothing."""

from __future__ import annotations

from functools import cache

from pobratim.lexicon.table import rows


@cache
def heading_patterns() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """`(field, beginnings of words in their order)`; see the head of `headings.txt`."""
    found = []
    for field, patterns in rows("lists/headings.txt", 2):
        found += [(field, tuple(pattern.split())) for pattern in patterns.split("|")]
    return tuple(found)


@cache
def state_patterns() -> tuple[tuple[str, str], ...]:
    """`(beginning of the words, code)`, in the order in which they count."""
    return tuple((row[0], row[1]) for row in rows("lists/statuses.txt", 2))


@cache
def empty_words() -> frozenset[str]:
    """What stands in a cell that says nothing."""
    return frozenset(row[0] for row in rows("lists/empty.txt", 1))
