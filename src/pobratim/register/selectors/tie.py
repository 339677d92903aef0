"""Who is tied to whom: partners side by side in the newest documents, counted pair by pair."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from itertools import combinations
from typing import NamedTuple

from django.db.models import Q

from pobratim.register.models import Actor, DocumentParty, PartnerDocument

from .listing import documents

#: So many of the newest documents are looked through: a picture of the present, in bounded time.
LATEST = 3000
TIES = 60
_SHOWN = ("name", "kind", "level", "country", "iso3166_2", "geonames")
_COLUMNS = [f"{before}{column}" for before in ("", "within__", "within__within__") for column in _SHOWN]


class Tie(NamedTuple):
    """Two partners, by key, and how many documents they share."""

    a: str
    b: str
    number: int


class Ties(NamedTuple):
    """The closest ties, and their partners with the number of documents each has; counted over so many `documents`.

    Actors come with what they lie in; `more`: there are older documents, which were not counted.
    """

    ties: list[Tie]
    partners: dict[str, tuple[Actor, int]]
    documents: int
    more: bool


def ties(
    *,
    partner: str = "",
    country: str = "",
    sphere: str = "",
    year: int | None = None,
    on: datetime.date | None = None,
    most: int = TIES,
) -> Ties:
    """The closest ties in the newest documents; two queries.

    Args:
        partner: key of an actor; only its own ties.
        country: ISO 3166-1; one of the two is of it.
        sphere: code of a sphere of the documents.
        year: of signing.
        on: only documents signed by this day, or told of by it where nobody knows when they were signed.
        most: so many ties at most.
    """
    if partner and on and not (country or sphere or year):
        newest = _newest_of(partner, on)
    else:
        chosen = documents(parties=[partner] if partner else (), country=country, spheres=[sphere] if sphere else (), year=year)
        if on:
            chosen = chosen.filter(Q(signed_first__lte=on) | Q(signed_first=None, first_told__lte=on))
        newest = list(chosen.values_list("key", flat=True)[: LATEST + 1])
    more = len(newest) > LATEST
    parties: dict[str, set[str]] = defaultdict(set)
    rows = DocumentParty.objects.filter(document__in=newest[:LATEST]).values_list("document", "acts_for")
    for document, actor in rows:
        parties[document].add(actor)
    each = Counter(actor for some in parties.values() for actor in some)
    pairs = (pair for some in parties.values() for pair in combinations(sorted(some), 2))
    own = Counter(pair for pair in pairs if not partner or partner in pair)
    return _closest(each, own, country, most, len(newest) - more, more)


def _newest_of(partner: str, on: datetime.date) -> list[str]:
    """The same for a partner alone, from what is kept for partners: the records need not be looked at."""
    own = PartnerDocument.objects.filter(partner=partner, last=datetime.date.max)
    dated = own.filter(day__gt=datetime.date.min, day__lte=on).order_by("-day", "document")
    newest = list(dated.values_list("document", flat=True)[: LATEST + 1])
    undated = own.filter(day=datetime.date.min, document__first_told__lte=on).order_by("document")
    return newest + list(undated.values_list("document", flat=True)[: LATEST + 1 - len(newest)])


def _closest(each: Counter[str], pairs: Counter[tuple[str, str]], country: str, most: int, number: int, more: bool) -> Ties:
    if country:
        own = set(Actor.objects.filter(country=country, key__in=list(each)).values_list("key", flat=True))
        pairs = Counter({pair: times for pair, times in pairs.items() if own & {*pair}})
    closest = sorted(pairs.items(), key=lambda one: (-one[1], one[0]))[:most]
    named = {key for pair, _ in closest for key in pair}
    actors = Actor.objects.filter(key__in=named).select_related("within__within").only(*_COLUMNS)
    partners = {one.key: (one, each[one.key]) for one in actors}
    return Ties([Tie(*pair, times) for pair, times in closest if {*pair} <= partners.keys()], partners, number, more)
