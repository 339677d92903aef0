"""The map of ties, as wide as the window, for a country, a sphere, a year."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pobratim.register.selectors.facets import FacetValue
from pobratim.register.selectors.search import search
from pobratim.web.facets import value_name
from pobratim.web.query import asked
from pobratim.web.ties import ties_map

TIES = 150
_FILTERS = ("country", "sphere", "year")


def ties(request: HttpRequest) -> HttpResponse:
    """The closest ties of the newest documents that were asked for."""
    query = asked(request.GET)
    year = query.one("year")
    facets = search(kind="d").facets
    choices = [{"facet": name, "chosen": query.one(name), "values": _values(name, facets[name])} for name in _FILTERS]
    drawn = ties_map(country=query.one("country"), sphere=query.one("sphere"), year=int(year) if year else None, most=TIES)
    return render(request, "web/map.html", {"map": drawn, "choices": choices, "narrowed": bool(query.chosen)})


def _values(facet: str, values: list[FacetValue]) -> list[tuple[str, str]]:
    told = [(one.value, value_name("d", facet, one)) for one in values]
    return told if facet == "year" else sorted(told, key=lambda one: one[1])
