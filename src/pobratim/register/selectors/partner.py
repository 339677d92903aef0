"""A partner, and two partners side by side, as programs ask for them: documents by state, contacts, spheres, what is below."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from pobratim.register.errors import NoSuchRecord
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Actor, Document

from . import cooperation, involvement
from .record import record_of
from .shared import Shared

#: So many of each are told: other partners and what lies in one; documents of a pair in one state, its promises.
OTHERS, BELOW, DOCUMENTS = 200, 200, 50


class Partner(NamedTuple):
    """What the register knows of an actor on a day; `numbers`: state → documents, all of them counted, as in the rest."""

    actor: Actor
    numbers: dict[Lifecycle, int]
    events: int
    spheres: list[tuple[str, int]]
    others: list[tuple[Actor, int]]
    below: list[Actor]


class Pair(NamedTuple):
    """Everything between two actors: how many documents are in each state, the latest of them, the spheres of all.

    `promised` are the latest intentions after which nothing of the kind was signed.
    """

    a: Actor
    b: Actor
    numbers: dict[Lifecycle, int]
    documents: dict[Lifecycle, list[Document]]
    spheres: list[tuple[str, int]]
    promised: list[Document]


def partner(key: str, on: datetime.date) -> Partner:
    """A place or body with its cooperation.

    Raises:
        NoSuchRecord: there is no actor of that key.
    """
    actor = actor_of(key)
    return Partner(
        actor,
        involvement.shelves_of(actor.key, on, 0).numbers,
        involvement.events_number(actor.key),
        involvement.spheres_of(actor.key, on).all,
        involvement.others_of(actor.key, OTHERS),
        cooperation.below(actor.key, BELOW),
    )


def pair(a: str, b: str, on: datetime.date) -> Pair:
    """Two actors and what is between them, in whatever order they are given.

    Raises:
        NoSuchRecord: there is no actor of one of the keys.
    """
    one, other = sorted((actor_of(a), actor_of(b)), key=lambda actor: (actor.folded, actor.key))
    shared = Shared(one.key, other.key)
    found = shared.shelves(on, DOCUMENTS)
    return Pair(one, other, found.numbers, found.latest, shared.spheres(on).all, shared.promised(DOCUMENTS))


def actor_of(key: str) -> Actor:
    """The actor of that key, or of a node that became part of it.

    Raises:
        NoSuchRecord: there is none.
    """
    found = record_of(key)
    if not isinstance(found, Actor):
        raise NoSuchRecord("no partner has this key", address=key[:60])
    return found
