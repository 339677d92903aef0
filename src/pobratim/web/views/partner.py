"""A place or body: what is in force, what it signed with whom and when, its people, its contacts, what lies in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Actor, Document
from pobratim.register.selectors import cooperation, involvement, label
from pobratim.register.selectors.cooperation import Shelves
from pobratim.register.selectors.promise import Asked
from pobratim.register.selectors.state import ends_on
from pobratim.resolve.records.content import plain
from pobratim.web import drawing
from pobratim.web.asked import day_of, of_kind
from pobratim.web.promised import few_of
from pobratim.web.showing import names_for, rows_of
from pobratim.web.words import joined, link

DOCUMENTS, EVENTS, PEOPLE, OTHERS, BELOW, FOUND, PARTIES = 8, 12, 16, 24, 60, 20, 6
#: In the order in which an office asks for them.
STATES = (
    Lifecycle.IN_FORCE,
    Lifecycle.SIGNED,
    Lifecycle.SUSPENDED,
    Lifecycle.INTENTION,
    Lifecycle.DRAFT,
    Lifecycle.LAPSED,
    Lifecycle.SUPERSEDED,
    Lifecycle.TERMINATED,
    Lifecycle.UNKNOWN,
)


class Stack(NamedTuple):
    """Documents in one state: how many, and the first of them."""

    state: str
    number: int
    documents: list[Document]


@of_kind("a")
def partner(request: HttpRequest, record: Actor) -> HttpResponse:
    """The page of a place or body, on the day asked for (`?on=`); `?with=` finds another to compare it with."""
    on, key = day_of(request), record.key
    latest, spheres = involvement.latest_events(key, EVENTS), involvement.spheres_of(key, on)
    sought = request.GET.get("with", "").replace("\0", "").strip()
    name = plain(sought)
    stacks = stacks_of(involvement.shelves_of(key, on, DOCUMENTS))
    context = {
        "record": record,
        "stacks": stacks,
        "ends": ends_on((one for stack in stacks for one in stack.documents), on),
        "events": latest,
        "events_more": len(latest) == EVENTS,
        "picture": drawing.years(involvement.signing_years(key), involvement.event_years(key), key),
        "grid": drawing.spheres(spheres.signed, on, key),
        "spheres": spheres.all,
        "others": involvement.others_of(key, OTHERS),
        "people": cooperation.people_of(key, PEOPLE),
        "below": cooperation.below(key, BELOW),
        "sought": sought,
        "found": [one for one in cooperation.found_by_name(name, FOUND) if one.key != key] if name else [],
        "on": on,
        "promises": (promised := few_of(Asked(partner=key), on)),
    }
    context["parties"] = parties_beside(keys_of(stacks), key)
    context["names"] = names = names_for(
        [record, *(one.statement for one in promised)], [key, *keys_of(stacks), *(one.key for one in latest)]
    )
    return render(request, "web/partner.html", context | {"name": names[key], "rows": rows_of(record, names)})


def stacks_of(shelves: Shelves) -> list[Stack]:
    """The states in which there are documents."""
    return [Stack(state, shelves.numbers[state], shelves.latest[state]) for state in STATES if shelves.numbers[state]]


def parties_beside(documents: Iterable[str], *known: str) -> dict[str, SafeString]:
    """Document → its parties but those known already, with links; the first of them, where they are many."""
    found = {}
    for document, parties in cooperation.parties_of(documents).items():
        others = [(key, label.short(name)) for key, name in parties if key not in known]
        shown = [link(key, dict(others)) for key, _ in others[:PARTIES]]
        more = [format_html("{}", f"+ {len(others) - PARTIES}")] if len(others) > PARTIES else []
        found[document] = joined([*shown, *more])
    return found


def keys_of(stacks: Iterable[Stack]) -> list[Any]:
    """The keys of all documents shown."""
    return [one.key for stack in stacks for one in stack.documents]
