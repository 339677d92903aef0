"""Two partners: everything between them, whatever organ of power did it for them."""

from __future__ import annotations

import datetime
from itertools import chain
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from pobratim.register.errors import NoSuchRecord, WrongValue
from pobratim.register.models import Actor
from pobratim.register.selectors import between, cooperation
from pobratim.register.selectors.days import held_days, signed_days, sphere_years
from pobratim.register.selectors.partner import promised
from pobratim.register.selectors.promise import Asked
from pobratim.register.selectors.record import record_of
from pobratim.register.selectors.state import ends_on
from pobratim.reports.gallery import barred
from pobratim.web import drawing
from pobratim.web.asked import day_of
from pobratim.web.promised import few_of
from pobratim.web.showing import names_for

from .partner import keys_of, parties_beside, stacks_of

DOCUMENTS, EVENTS, PEOPLE, STATEMENTS, DAYS = 12, 20, 24, 12, 300


def pair(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """The page of two partners on the day asked for (`?on=`); in whatever order they are given, it is one page."""
    one, other = _actor(a), _actor(b)
    if one.key == other.key:
        raise WrongValue("these two are one and the same partner", address=one.name[:60])
    one, other = sorted((one, other), key=lambda actor: (actor.folded, actor.key))
    if (a, b) != (one.key, other.key):
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return HttpResponseRedirect(reverse("web:pair", args=[one.key, other.key]) + query)
    return render(request, "web/pair.html", _context(one, other, day_of(request)))


def _actor(key: str) -> Actor:
    found = record_of(key)
    if not isinstance(found, Actor):
        raise NoSuchRecord("no partner has this key", address=key[:60])
    return found


def _context(one: Actor, other: Actor, on: datetime.date) -> dict[str, Any]:
    keys = one.key, other.key
    documents, events = cooperation.documents_of(*keys), cooperation.events_of(*keys)
    shelves, held = cooperation.shelves(documents, on, DOCUMENTS), cooperation.event_years(events)
    stacks = stacks_of(shelves)
    read = list(chain.from_iterable(stack.documents for stack in stacks))
    latest = cooperation.latest_events(events, EVENTS)
    ends = ends_on(read, on)
    taken_on = few_of(Asked(*keys), on)
    names = names_for((one.statement for one in taken_on), [*keys, *keys_of(stacks), *(event.key for event in latest)])
    return {
        "a": one,
        "b": other,
        "names": names,
        "ends": ends,
        "stacks": stacks,
        "shelves": shelves,
        "timeline": drawing.timeline(signed_days(documents, on, DAYS), held_days(events, on, DAYS), on, *keys),
        "terms": drawing.terms(barred(shelves), names, shelves.life, ends, on, *keys),
        "years": drawing.years(cooperation.signing_years(documents), held, *keys),
        "grid": drawing.spheres(sphere_years(documents, on), on, *keys),
        "spheres": cooperation.spheres_of(*keys),
        "events": latest,
        "events_more": len(latest) == EVENTS,
        "parties": parties_beside(keys_of(stacks), *keys),
        "promised": promised(read),
        "promises": taken_on,
        "sides": between.people(keys, documents, events, PEOPLE),
        "statements": between.words(documents, STATEMENTS),
        "on": on,
    }
