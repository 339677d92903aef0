"""Addresses of the API's lists from their midst and from their last rows, and of records as JSON-LD."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any
from urllib.parse import urlencode

import msgspec
from django.core.signing import Signer
from django.urls import reverse

from pobratim.register.models import Actor, Document, Event, Person
from pobratim.register.selectors import listing

from .web_others import busiest
from .web_pages import chosen, mentioned

Addresses = Iterable[str]
LAST = 30  # so many rows are left of a list


def addresses(sample: int, kinds: Collection[str] = ()) -> dict[str, tuple[str, list[str]]]:
    """Kind → who asks, and its addresses; of all kinds, or of those named."""
    told: dict[str, tuple[str, Callable[[], Addresses]]] = {
        "API far": ("nobody", _far),
        "JSON-LD": ("nobody", lambda: _linked(sample)),
    }
    return chosen(told, kinds)


def _far() -> Iterator[str]:
    """Whole lists and those of the busiest partner, with a cursor as the slice before would have given it."""
    busy = busiest()[0]
    lists: dict[str, list[tuple[dict[str, Any], Any]]] = {
        "documents": [({}, listing.documents()), ({"party": busy}, listing.documents(parties=[busy]))],
        "events": [({}, listing.events()), ({"party": busy}, listing.events(parties=[busy]))],
        "people": [({}, listing.people()), ({"post_of": busy}, listing.people(post_of=busy))],
        "partners": [({}, listing.partners()), ({"country": "RU"}, listing.partners(country="RU"))],
        "statements": [({}, listing.statements())],
        "pages": [({}, listing.pages()), ({"record": busy}, listing.pages(record=busy))],
    }
    for name, many in lists.items():
        signer = Signer(salt=f"pobratim.api.cursor.{name}")
        for more, found in many:
            number = found.count()
            for start in {number // 2, number - LAST}:
                if 0 < start < number:
                    yield f"/api/v1/{name}?{urlencode({**more, 'cursor': signer.sign_object(_place(found, start))})}"


def _place(found: Any, start: int) -> list[Any]:
    """That of a row, as a cursor has it."""
    row = found[start]
    names = [one if isinstance(one, str) else one.expression.name for one in found.query.order_by]
    place: list[Any] = msgspec.to_builtins([getattr(row, name.lstrip("-")) for name in names])
    return place


def _linked(sample: int) -> Addresses:
    keys = [key for letter in "depa" for key in mentioned(letter, sample // 4)]
    keys += [model.objects.order_by("-pages").values_list("key", flat=True)[0] for model in (Document, Event, Person, Actor)]  # type: ignore[attr-defined]
    return [reverse("web:linked", args=[key]) for key in keys]
