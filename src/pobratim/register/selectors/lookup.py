"""Records by the beginning of their names, to choose among."""

from __future__ import annotations

import re
from typing import NamedTuple

from django.db.models.functions import Length
from django.utils.translation import gettext

from pobratim.register.models import Actor, Document, Event, Person, Record, State
from pobratim.resolve.records.content import ACTOR, plain
from pobratim.words import codes

from .beginning import begins
from .day_words import partial_date
from .finds import first_finds
from .label import labels
from .post import posts_on
from .record import MODELS

OFFERED = 12
_KEY = re.compile(r"(?<![0-9a-z])[apdes][0-9a-f]{20}(?![0-9a-z])")


class Offer(NamedTuple):
    """A record to choose: its name, and what tells it from others of that name."""

    key: str
    name: str
    about: str


def lookup(kind: str, text: str, limit: int = OFFERED, *, relaxed: bool = True) -> list[Offer]:
    """Records of a kind that words tell of, those whose names begin so first; with `relaxed`, where none has all the words,
    those that have some of them.

    A key of a record, or an address with one in it, finds that record.
    """
    if key := key_in(kind, text):
        return offers(kind, list(MODELS[kind]._default_manager.filter(key=key)))
    asked = plain(text)
    if not asked:
        return []
    found = _begins_so(kind, asked, limit)
    seen = {one.key for one in found}
    if len(found) < limit:
        found += [one for one in first_finds(text[:200], kind, limit, relaxed=relaxed) if one.key not in seen]
    return offers(kind, found[:limit])


def _begins_so(kind: str, asked: str, limit: int) -> list[Record]:
    """Actors and people whose names begin so, the shortest first: half a word is no word that a search would know."""
    if kind not in "ap":
        return []
    model: type[Actor] | type[Person] = Actor if kind == "a" else Person
    rows = model._default_manager.filter(begins("folded", asked), state__in=(State.PROPOSED, State.ACCEPTED))
    keys = list(rows.order_by(Length("folded"), "folded", "key").values_list("key", flat=True)[:limit])
    known = model._default_manager.in_bulk(keys)
    return [known[key] for key in keys]


def partners_called(text: str, limit: int = OFFERED) -> list[Offer]:
    """Places and bodies that bear the very name, any of their names; where none does, those that all the words tell of."""
    found = lookup(ACTOR, text, 4 * limit, relaxed=False)
    names = dict(Actor.objects.filter(key__in=[one.key for one in found]).values_list("key", "names"))
    asked = plain(text)
    exact = [one for one in found if asked in {plain(one.name), *(plain(name) for name, _ in names.get(one.key, ()))}]
    named = [one for one in exact if plain(one.name) == asked]
    return (named or exact or found)[:limit]


def key_in(kind: str, text: str) -> str | None:
    """The key of a record of that kind within a text; None for none."""
    return next((found for found in _KEY.findall(text) if found[0] == kind), None)


def offers(kind: str, records: list[Record]) -> list[Offer]:
    """The records as offers, in their order."""
    names = labels(one.key for one in records)
    posts = posts_on((one.key for one in records), None) if kind == "p" else {}
    within = {one.key: one.within_id for one in records if isinstance(one, Actor) and one.within_id}
    places = labels(within.values()) if within else {}
    found = []
    for one in records:
        if isinstance(one, Actor):
            told = [gettext(codes.ACTOR_KINDS.get(one.kind, one.kind)), places.get(within.get(one.key, ""), "")]
        elif isinstance(one, Person):
            post = posts.get(one.key)
            told = [post.title, post.of.name if post.of else ""] if post else []
        elif isinstance(one, Document):
            told = [gettext(codes.STATUSES.get(one.status, one.status)), one.signed and partial_date(one.signed)]
        elif isinstance(one, Event):
            told = [gettext(codes.STATUSES.get(one.status, one.status)), one.date and partial_date(one.date)]
        else:
            told = []
        found.append(Offer(one.key, names[one.key], ", ".join(filter(None, told))))
    return found
