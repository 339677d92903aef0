"""What offices write in plans of measures: headings, dues, executors, marks of fulfilment."""

from __future__ import annotations

from functools import cache

from pobratim.lexicon.table import rows, words


@cache
def heading_patterns() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """`(field, beginnings of words in their order)`; see the head of `headings.txt`."""
    found = []
    for field, patterns in rows("plans/headings.txt", 2):
        found += [(field, tuple(pattern.split())) for pattern in patterns.split("|")]
    return tuple(found)


@cache
def recurring_patterns() -> tuple[tuple[str, str], ...]:
    """`(words, yearly … agreed)`, in the order in which they count."""
    return tuple((row[0], row[1]) for row in rows("plans/recurring.txt", 2))


@cache
def year_parts() -> tuple[tuple[str, int, int], ...]:
    """`(beginning of a word, first month, last month)`."""
    found = []
    for names, first, last in rows("plans/parts.txt", 3):
        found += [(name, int(first), int(last)) for name in names.split("|")]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


@cache
def state_patterns() -> tuple[tuple[str, str], ...]:
    """`(beginning of the words, state of a measure)`, in the order in which they count."""
    return tuple((row[0], row[1]) for row in rows("plans/states.txt", 2))


def joint_names() -> frozenset[str]:
    """Names of executors that are both sides."""
    return words("plans/joint.txt")


def executor_heads() -> frozenset[str]:
    """Nouns that begin the name of an executor and are no head of a body."""
    return words("plans/executors.txt")
