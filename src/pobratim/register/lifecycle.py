"""In what state a document is on a day: derived, never stored, for it changes by itself.

The state on a day follows from what happened up to that day and from nothing later: a report made for a past day stays
the same, whatever happens afterwards.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

from pobratim.resolve.records.window import date_window

from .term import Terms, period_on


class Lifecycle(StrEnum):
    """From before there was anything to the end."""

    ABSENT = "absent"
    INTENTION = "intention"
    DRAFT = "draft"
    IN_FORCE = "in_force"
    SIGNED = "signed"
    SUSPENDED = "suspended"
    LAPSED = "lapsed"
    TERMINATED = "terminated"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"


#: States in which a document holds until its term is over.
HOLDING = (Lifecycle.SIGNED, Lifecycle.IN_FORCE)
_EARLY = (Lifecycle.ABSENT, Lifecycle.INTENTION, Lifecycle.DRAFT, Lifecycle.UNKNOWN)
_TOLD = {
    "planned": (Lifecycle.INTENTION, "announced"),
    "proposed": (Lifecycle.INTENTION, "announced"),
    "in_force": (Lifecycle.IN_FORCE, "told_in_force"),
    "prolonged": (Lifecycle.IN_FORCE, "prolonged"),
    "terminated": (Lifecycle.TERMINATED, "terminated"),
}
_RANK = {"person": 2, "signed": 0}


class Past(Terms, Protocol):
    """What is known of a document; the columns of `models.Document`."""

    status: str
    background: bool
    signed_first: datetime.date | None
    first_told: datetime.date | None
    term: Any
    history: list[dict[str, Any]]
    course: list[dict[str, Any]]
    decided: dict[str, Any]


class Successor(NamedTuple):
    """A document that `prolongs` or `replaces` this one: when it was signed, and when its own term ends."""

    kind: str
    day: datetime.date
    ends_last: datetime.date | None


class Turn(NamedTuple):
    """From that day on (`date.min`: nobody tells when) the document is in that state; why, as a code of `words.codes.TURNS`.

    `ends`: a prolonged document's new end, where it is known. `until`: the last day on which the turn counts, None for good.
    """

    day: datetime.date
    state: Lifecycle
    why: str
    ends: datetime.date | None = None
    until: datetime.date | None = None

    def counts(self, on: datetime.date) -> bool:
        """Whether it has come by the day, and is not over."""
        return self.day <= on and (self.until is None or self.until >= on)


def lifecycle(document: Past, on: datetime.date, successors: Iterable[Successor] = ()) -> Lifecycle:
    """The state of a document on a day.

    Where it fails: what pages tell without a day of its own (an end, a prolongation) counts from the day on which the
    first page came out.
    """
    return state_after(turns(document, on, successors), document, on)


def state_after(past: Iterable[Turn], document: Past, on: datetime.date) -> Lifecycle:
    """The state of a document on a day after the turns that count then, the earliest first."""
    last = None
    for turn in past:
        if last is None or not (turn.state in _EARLY and last.state not in _EARLY):
            last = turn
    if last is None:
        return Lifecycle.ABSENT
    return _by_term(document, last, on) if last.state in HOLDING else last.state


def turns(document: Past, on: datetime.date, successors: Iterable[Successor] = ()) -> list[Turn]:
    """The turns in a document's life up to a day, the earliest first; the ends of terms are not among them."""
    return [one for one in all_turns(document, successors) if one.counts(on)]


def all_turns(document: Past, successors: Iterable[Successor] = ()) -> list[Turn]:
    """The turns that are known of, those to come too, the earliest first."""
    found = [*_told(document), *_succeeded(successors), *_entered(document)]
    return sorted(found, key=lambda one: (one.day, _RANK.get(one.why, 1), one.state))


def _by_term(document: Past, last: Turn, on: datetime.date) -> Lifecycle:
    """What the term makes of a document that was signed and not ended by anybody."""
    if last.ends is not None:
        return Lifecycle.LAPSED if last.ends < on else Lifecycle.IN_FORCE
    if last.why in ("prolonged", "renewed"):
        return Lifecycle.IN_FORCE
    begins = begins_of(document)
    if begins and begins > on:
        return Lifecycle.SIGNED
    period = period_on(document, on)
    if period is not None:
        return Lifecycle.IN_FORCE if period.end >= on or period.goes_on else Lifecycle.LAPSED
    return Lifecycle.IN_FORCE if (document.term or {}).get("open_ended") else last.state


def begins_of(document: Past) -> datetime.date | None:
    """The first day of the term, where one is told that is not the day of signing."""
    told = (document.term or {}).get("from")
    window = date_window(told["value"]) if told else None
    return window.first if window else None


def _told(document: Past) -> Iterator[Turn]:
    """What pages tell, each from the day on which the first did; a person's word on the state instead, where there is one."""
    decided = document.decided.get("status")
    since = document.signed_first
    if decided and decided.get("value"):
        told = [{**decided["value"], "told": decided["at"][:10]}]
    else:
        told = document.history or [{"status": document.status, "background": document.background, "told": None}]
    for one in told:
        day = datetime.date.fromisoformat(one["told"]) if one.get("told") else since or datetime.date.min
        if one["status"] in _TOLD:
            yield Turn(day, *_TOLD[one["status"]])
        elif since is None:
            yield Turn(day, Lifecycle.UNKNOWN if one.get("background") else Lifecycle.SIGNED, "told_signed")
    if since is not None and any(one["status"] not in ("planned", "proposed") for one in told):
        yield Turn(since, Lifecycle.SIGNED, "signed")


def _succeeded(successors: Iterable[Successor]) -> Iterator[Turn]:
    for one in sorted(successors, key=lambda one: (one.day, one.kind, one.ends_last or datetime.date.max)):
        if one.kind == "prolongs":
            yield Turn(one.day, Lifecycle.IN_FORCE, "prolonged", one.ends_last)
        elif one.kind == "replaces":
            yield Turn(one.day, Lifecycle.SUPERSEDED, "replaced")


def _entered(document: Past) -> Iterator[Turn]:
    """The turns that people entered."""
    for one in document.course:
        day = datetime.date.fromisoformat(one["since"])
        until = datetime.date.fromisoformat(one["until"]) if one.get("until") else None
        if one["state"] == "renewed":
            yield Turn(day, Lifecycle.IN_FORCE, "renewed", until=until)
        else:
            yield Turn(day, Lifecycle(one["state"]), "person", until=until)
