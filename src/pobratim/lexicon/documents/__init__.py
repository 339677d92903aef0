"""What is known of documents: instruments, what is done to them, spheres."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pobratim.core.errors import LexiconError
from pobratim.lexicon.table import choices, rows


class Instrument(NamedTuple):
    """A noun that names an instrument; see the head of `instruments.txt`."""

    lemma: str
    kind: str
    strength: str
    beside: frozenset[str]


class Predicate(NamedTuple):
    """What a verb or noun does to a document; see the head of `predicates.txt`."""

    lemma: str
    act: str
    beside: frozenset[str]


@cache
def instruments() -> dict[str, Instrument]:
    """Instruments by lemma."""
    return {r[0]: Instrument(r[0], r[1], r[2], choices(r[3])) for r in rows("documents/instruments.txt", 4)}


@cache
def predicates() -> dict[str, Predicate]:
    """Predicates by lemma."""
    return {r[0]: Predicate(r[0], r[1], choices(r[2])) for r in rows("documents/predicates.txt", 3)}


@cache
def group(name: str) -> frozenset[str]:
    """The words of one group of `word_groups.txt`; the head of that file says what each group is for.

    Raises:
        LexiconError: there is no such group.

    >>> sorted(group("signature"))
    ['автограф', 'подпись']
    """
    found = frozenset(word for word, of in rows("documents/word_groups.txt", 2) if of == name)
    if not found:
        raise LexiconError(f"no group «{name}»", address="documents/word_groups.txt")
    return found


@cache
def foreign_topics() -> frozenset[str]:
    """Lemmas that make an instrument none of ours."""
    return frozenset(r[0] for r in rows("documents/foreign_topics.txt", 1))


@cache
def sphere_stems() -> tuple[tuple[str, str], ...]:
    """`(stem, code)` pairs of spheres, longest stem first."""
    pairs = [(stem, code) for code, stems in rows("documents/spheres.txt", 2) for stem in stems.split("|")]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
