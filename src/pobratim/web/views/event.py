"""An event: its fields with their proof, people by side, documents, words said there, what it is part of."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from pobratim.register.models import Event, Participation
from pobratim.register.selectors.event import around
from pobratim.register.selectors.post import posts_on
from pobratim.register.selectors.telling import who_says
from pobratim.web.asked import of_kind
from pobratim.web.showing import names_for, rivals_of, rows_of

Side = tuple[str, list[Participation]]


@of_kind("e")
def event(request: HttpRequest, record: Event) -> HttpResponse:
    """The page of an event."""
    found = around(record)
    keys = [record.key, *(one.key for one in (*found.documents, *found.parts))]
    names = names_for([record], [*keys, record.within_id] if record.within_id else keys)
    context = {
        "record": record,
        "name": names[record.key],
        "names": names,
        "rows": rows_of(record, names),
        "rivals": rivals_of(record, who_says(record), names),
        "around": found,
        "sides": _sides(found.people, {one.actor_id: one.acts_for_id for one in found.parties}),
        "posts": posts_on((one.person_id for one in found.people), record.date_first),
        "told": found.pages,
    }
    return render(request, "web/event.html", context)


def _sides(people: list[Participation], acting: Mapping[str, str]) -> list[Side]:
    """People by the side they came for; those of no side that is told come last."""
    found: dict[str, list[Participation]] = {}
    titles: dict[str, str] = {}
    for one in people:
        side = acting.get(one.side_id, one.side_id) if one.side_id else ""
        found.setdefault(side, []).append(one)
        if one.side and (one.side_id == side or side not in titles):
            titles[side] = one.side.name
    order = {side: place for place, side in enumerate(dict.fromkeys(acting.values()))}
    last = len(order)
    sides = sorted(found, key=lambda side: (not side, order.get(side, last), titles.get(side, "")))
    unnamed = gettext("Side not told") if len(sides) > 1 else ""
    return [(titles.get(side, unnamed), sorted(found[side], key=_leaders_first)) for side in sides]


def _leaders_first(one: Participation) -> tuple[bool, str]:
    return one.role not in ("head", "host"), one.person.folded
