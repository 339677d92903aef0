"""Two partners: everything between them, whatever organ of power did it for them."""

from __future__ import annotations

import datetime
from itertools import chain
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from pobratim.register.errors import WrongValue
from pobratim.register.models import Actor
from pobratim.register.selectors import between
from pobratim.register.selectors.partner import actor_of
from pobratim.register.selectors.promise import Asked
from pobratim.register.selectors.shared import Shared
from pobratim.register.selectors.state import ends_on
from pobratim.reports.gallery import barred
from pobratim.web import drawing
from pobratim.web.asked import day_of
from pobratim.web.promised import few_of
from pobratim.web.showing import names_for

from .partner import keys_of, parties_beside, stacks_of

DOCUMENTS, EVENTS, PEOPLE, STATEMENTS, PROMISED, DAYS = 12, 20, 24, 12, 12, 100


def pair(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """The page of two partners on the day asked for (`?on=`); in whatever order they are given, it is one page."""
    one, other = actor_of(a), actor_of(b)
    if one.key == other.key:
        raise WrongValue("these two are one and the same partner", address=one.name[:60])
    one, other = sorted((one, other), key=lambda actor: (actor.folded, actor.key))
    if (a, b) != (one.key, other.key):
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return HttpResponseRedirect(reverse("web:pair", args=[one.key, other.key]) + query)
    return render(request, "web/pair.html", _context(one, other, day_of(request)))


def _context(one: Actor, other: Actor, on: datetime.date) -> dict[str, Any]:
    keys = one.key, other.key
    busy = {actor.key: actor.documents_count + actor.events_count for actor in (one, other)}
    shared = Shared(*sorted(keys, key=lambda key: busy[key]))
    shelves, promised, spheres = shared.shelves(on, DOCUMENTS), shared.promised(PROMISED + 1), shared.spheres(on)
    signed, held = shared.signed_days(on, DAYS), shared.held_days(on, DAYS)
    stacks = stacks_of(shelves)
    read = list(chain.from_iterable(stack.documents for stack in stacks))
    latest = shared.latest_events(EVENTS)
    ends = ends_on(read, on)
    taken_on = few_of(Asked(*keys), on)
    shown = [*keys, *keys_of(stacks), *(one.key for one in (*latest, *promised))]
    names = names_for((one.statement for one in taken_on), shown)
    return {
        "a": one,
        "b": other,
        "names": names,
        "ends": ends,
        "stacks": stacks,
        "timeline": drawing.timeline(signed, held, on, *keys),
        "timeline_more": DAYS in (len(signed), len(held)),
        "terms": drawing.terms(barred(shelves), names, shelves.life, ends, on, *keys),
        "years": drawing.years(shared.signing_years(), shared.event_years(), *keys),
        "grid": drawing.spheres(spheres.signed, on, *keys),
        "spheres": spheres.all,
        "events": latest,
        "events_more": len(latest) == EVENTS,
        "parties": parties_beside(keys_of(stacks), *keys),
        "promised": promised[:PROMISED],
        "promised_more": len(promised) > PROMISED,
        "promises": taken_on,
        "sides": between.people(keys, shared.documents, shared.events, PEOPLE),
        "statements": between.words(shared.documents, STATEMENTS),
        "on": on,
    }
