"""Search and lists: one page for both, an empty query lists all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext

from pobratim.register.models import Document, Record
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.quote import quotes_of
from pobratim.register.selectors.search import Found
from pobratim.register.selectors.state import states_on
from pobratim.web.asked import by_htmx, day_of
from pobratim.web.facets import chips_for, facets_for
from pobratim.web.query import OWN, Query, asked
from pobratim.web.views.export import FORMAT_NAMES, formats_of
from pobratim.words.speech import mark

PER_PAGE = 25
_TABS = {
    "d": mark("Documents"),
    "e": mark("Events"),
    "a": mark("Partners"),
    "p": mark("People"),
    "s": mark("Statements"),
}
_ORDERS = {
    "relevance": mark("by relevance"),
    "newest": mark("newest first"),
    "oldest": mark("oldest first"),
    "name": mark("by name"),
    "told": mark("most told of first"),
}
_BY_SURNAME = mark("by surname")


def search(request: HttpRequest) -> HttpResponse:
    """The records that the query finds; for htmx, which asks while one types, only what changes."""
    query = asked(request.GET)
    found = query.found()
    page: Page[Record] = Paginator(found.hits, PER_PAGE).get_page(request.GET.get("page"))
    records = list(page)
    exact = [one for one in found.exact if one.key[0] in "ap" and one.key[0] != found.kind]
    keys = [one.key for one in (*records, *exact)]
    context = {
        "query": query.words,
        "asked": query,
        "found": found,
        "exact": exact if page.number == 1 else [],
        "page": page,
        "records": records,
        "names": labels(keys),
        "quotes": quotes_of([key for key in keys if key[0] in "de"]) if query.words else {},
        "states": states_on([one for one in records if isinstance(one, Document)], day_of(request)),
        "on": day_of(request),
        **_around(query, found, page),
    }
    answer = render(request, "web/parts/found.html" if by_htmx(request) else "web/search.html", context)
    patch_vary_headers(answer, ("HX-Request",))
    return answer


def _around(query: Query, found: Found, page: Page[Record]) -> dict[str, Any]:
    """What stands around the results: tabs, facets, orders, pages, files."""
    shown = query.of_kind(found.kind)
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    own = any(facet in OWN for facet, _ in query.chosen)  # then other kinds were counted under choices that they do not take over
    return {
        "tabs": [
            {
                "name": gettext(name),
                "number": None if own and kind != found.kind else found.counts[kind],
                "url": query.of_kind(kind).url(),
                "current": kind == found.kind,
            }
            for kind, name in _TABS.items()
        ],
        "facets": facets_for(shown, found),
        "chips": chips_for(shown, found),
        "heading": gettext(_TABS[found.kind]) if not query.words and query.kind else "",
        "orders": _orders(shown, found),
        "too_many": query.sort not in found.sorts and query.sort != found.sort,
        "pages": [(number, shown.url(page=number) if isinstance(number, int) else "") for number in numbers],
        "before": shown.url(page=page.previous_page_number()) if page.has_previous() else "",
        "after": shown.url(page=page.next_page_number()) if page.has_next() else "",
        "files": [(FORMAT_NAMES[one], shown.export_url(format=one)) for one in formats_of(found.kind)],
        "plain": shown.plain().url(),
    }


def _orders(shown: Query, found: Found) -> list[dict[str, Any]]:
    """The orders to choose from; without words nothing is more to the point than anything else, and places have no day."""
    plain = "told" if found.kind == "a" and "told" in found.sorts else "newest"
    now = plain if found.sort == "relevance" and not shown.words else found.sort
    kept = [one for one in found.sorts if one != "relevance" or shown.words]
    kept = [one for one in kept if found.kind != "a" or one not in ("newest", "oldest") or one == now]
    names = {
        **_ORDERS,
        **({"name": _BY_SURNAME} if found.kind == "p" else {"newest": _ORDERS["told"]} if found.kind == "a" else {}),
    }
    return [
        {
            "name": gettext(names[sort]),
            "url": replace(shown, sort=sort).url(),
            "current": sort == now,
        }
        for sort in kept
    ]
