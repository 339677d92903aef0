"""Facets of a list in words: every value a link that adds it or takes it back, those chosen as chips."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from pobratim.lexicon.country import country_name
from pobratim.register.selectors.facets import FacetValue
from pobratim.register.selectors.label import upper_first
from pobratim.register.selectors.search import Found
from pobratim.words import codes
from pobratim.words.speech import mark

from .query import Query
from .words import word

_NAMES = {
    "kind": mark("Kind"),
    "lifecycle": mark("State today"),
    "status": mark("Status"),
    "year": mark("Year"),
    "sphere": mark("Sphere"),
    "country": mark("Country"),
    "partner": mark("Partner"),
    "level": mark("Level"),
}
_KINDS: dict[str, Mapping[str, str]] = {"d": codes.DOCUMENT_KINDS, "e": codes.EVENT_KINDS, "a": codes.ACTOR_KINDS}
#: The facet of documents holds what pages said last; the mark beside a document is how it stands on the day.
_TOLD = mark("Status as told")
_TOLD_NOTE = mark("As pages told it last; the mark beside a document says how it stands on the day.")
#: So many values stand open; the rest unfold.
OPEN = 7


class Choice(NamedTuple):
    """A value of a facet: in words, how many records it leaves, whether it is chosen, the list with or without it."""

    name: str
    number: int
    chosen: bool
    url: str


class Facet(NamedTuple):
    """A facet with its values, the commonest first; `partly`: counted over the newest records alone, «so many at least».

    `note` is what must be known of it, in words.
    """

    name: str
    first: list[Choice]
    rest: list[Choice]
    partly: bool
    note: str


class Chip(NamedTuple):
    """A choice that was made, and the list without it."""

    name: str
    value: str
    url: str


def facets_for(query: Query, found: Found) -> list[Facet]:
    """The facets that have something to choose."""
    shown = []
    for facet, name in _NAMES.items():
        values = found.facets.get(facet, [])
        choices = [
            _choice(query, found.kind, facet, value) for value in values if value.number or _is_chosen(query, facet, value)
        ]
        if any(one.chosen for one in choices) or len(choices) > 1:
            opened = max(OPEN, 1 + max((place for place, one in enumerate(choices) if one.chosen), default=0))
            heading, note = _heading(query, found.kind, facet, name)
            shown.append(Facet(heading, choices[:opened], choices[opened:], facet in found.facets_partly, note))
    return shown


def _heading(query: Query, kind: str, facet: str, name: str) -> tuple[str, str]:
    """What stands above a facet, and what must be known of it."""
    if (kind, facet) == ("d", "status"):
        return gettext(_TOLD), gettext(_TOLD_NOTE)
    return _name(query, facet, name), ""


def _name(query: Query, facet: str, name: str) -> str:
    if facet == "lifecycle" and query.on:
        return gettext("State on {day}").format(day=date_format(datetime.date.fromisoformat(query.on), "DATE_FORMAT"))
    return gettext(name)


def chips_for(query: Query, found: Found) -> list[Chip]:
    """What was chosen, in the order of choice."""
    told = {(facet, one.value): one for facet, values in found.facets.items() for one in values}
    return [
        Chip(
            _name(query, facet, _NAMES[facet]),
            value_name(found.kind, facet, told.get((facet, value), FacetValue(value, 0))),
            query.toggled(facet, value).url(),
        )
        for facet, value in query.chosen
    ]


def _is_chosen(query: Query, facet: str, value: FacetValue) -> bool:
    return (facet, value.value) in query.chosen


def _choice(query: Query, kind: str, facet: str, value: FacetValue) -> Choice:
    name = value_name(kind, facet, value)
    return Choice(name, value.number, _is_chosen(query, facet, value), query.toggled(facet, value.value).url())


def value_name(kind: str, facet: str, value: FacetValue) -> str:
    """A value of a facet in words.

    Args:
        kind: letter of the kind of record.
        facet: its name.
        value: as the search gives it.
    """
    if facet == "partner":
        return value.name or gettext("unknown")
    if facet == "country":
        return country_name(value.value, get_language() or "en")
    known = {
        "kind": _KINDS.get(kind, {}),
        "status": codes.STATUSES,
        "lifecycle": codes.LIFECYCLES,
        "sphere": codes.SPHERES,
        "level": codes.LEVELS,
    }
    return upper_first(word(known.get(facet, {}), value.value))
