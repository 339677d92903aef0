"""What is known of events: the words that tell them, who travels, where people gather, what becomes of an event."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pobratim.lexicon.table import rows, words


class TriggerWord(NamedTuple):
    """A word that tells an event; see the head of `triggers.txt`."""

    lemma: str
    kind: str
    frame: str
    beside: frozenset[str]


class Group(NamedTuple):
    """A noun for people who travel for a side; see the head of `groups.txt`."""

    lemma: str
    number: str
    strength: str


class Gathering(NamedTuple):
    """A noun or a name of a gathering; see the head of `gatherings.txt`."""

    lemma: str
    kind: str
    name: str


def _set(field: str) -> frozenset[str]:
    return frozenset(word for word in field.split("|") if word)


@cache
def trigger_words() -> dict[str, TriggerWord]:
    """Trigger words by lemma."""
    return {r[0]: TriggerWord(r[0], r[1], r[2], _set(r[3])) for r in rows("events/triggers.txt", 4)}


@cache
def groups() -> dict[str, Group]:
    """Nouns for groups of travellers by lemma."""
    return {r[0]: Group(*r) for r in rows("events/groups.txt", 3)}


@cache
def gatherings() -> dict[str, Gathering]:
    """Gatherings by lemma or name in lower case."""
    return {r[0].lower(): Gathering(*r) for r in rows("events/gatherings.txt", 3)}


@cache
def opened() -> frozenset[str]:
    """Lemmas of what a side opens."""
    return words("events/opened.txt")


@cache
def peoples() -> dict[str, tuple[str, ...]]:
    """Beginnings of a country's names by the stem of its people's."""
    return {stem: tuple(names.split("|")) for stem, names in rows("events/peoples.txt", 2)}


@cache
def cues() -> dict[str, str]:
    """What became of an event, by the lemma that says it."""
    return {r[0]: r[1] for r in rows("events/cues.txt", 2)}


@cache
def lemmas_of(cue: str) -> frozenset[str]:
    """The lemmas of one cue."""
    return frozenset(lemma for lemma, kind in cues().items() if kind == cue)
