"""What is known of events: the words that tell them, who travels, where people gather, what becomes of an event."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pobratim.lexicon.table import choices, rows, words


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


@cache
def trigger_words() -> dict[str, TriggerWord]:
    """Trigger words by lemma."""
    return {r[0]: TriggerWord(r[0], r[1], r[2], choices(r[3])) for r in rows("events/triggers.txt", 4)}


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
def linked() -> frozenset[str]:
    """Lemmas of nouns that take the partner after «с» for themselves."""
    return words("events/linked.txt")


@cache
def during() -> frozenset[str]:
    """Word forms before the noun of an event that takes place."""
    return words("events/during.txt")


@cache
def ties() -> frozenset[str]:
    """Lemmas of nouns for a tie of two sides."""
    return words("events/ties.txt")


@cache
def sessions() -> dict[str, frozenset[str]]:
    """What sits in a session by lemma, with the adjectives of which one makes it ours."""
    return {r[0]: choices(r[1]) for r in rows("events/sessions.txt", 3)}


@cache
def session_bodies() -> tuple[str, ...]:
    """What the names of the bodies that sit hold, in lower case."""
    return tuple(name for r in rows("events/sessions.txt", 3) for name in r[2].split("|"))


@cache
def occasion_phrases(kind: str) -> tuple[str, ...]:
    """The phrases of `occasions.txt` that say `apart`, `together` or `present`."""
    return tuple(phrase for phrase, said in rows("events/occasions.txt", 2) if said == kind)


@cache
def cues() -> dict[str, str]:
    """What became of an event, by the lemma that says it."""
    return {r[0]: r[1] for r in rows("events/cues.txt", 3)}


@cache
def follower(lemma: str) -> str:
    """The word form that must follow a cue («остаться» + «без»), empty if none must."""
    return next((r[2] for r in rows("events/cues.txt", 3) if r[0] == lemma), "")


@cache
def lemmas_of(cue: str) -> frozenset[str]:
    """The lemmas of one cue."""
    return frozenset(lemma for lemma, kind in cues().items() if kind == cue)
