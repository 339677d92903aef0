"""Search and lists: one page for both, an empty query lists all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pobratim.register.selectors import listing
from pobratim.register.selectors.label import labels

PER_PAGE = 25
_LISTS: dict[str, Callable[[], QuerySet[Any]]] = {
    "d": listing.documents,
    "e": listing.events,
    "a": listing.partners,
    "p": listing.people,
}


def search(request: HttpRequest) -> HttpResponse:
    """The records of a kind that the query finds."""
    kind = request.GET.get("kind", "d")
    found = _LISTS.get(kind, listing.documents)()
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"query": request.GET.get("q", ""), "kind": kind, "page": page, "names": labels(one.key for one in page)}
    return render(request, "web/search.html", context)
