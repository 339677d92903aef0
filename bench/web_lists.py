"""Addresses of lists in a register that is there: each order, late pages, each facet by its commonest value, two facets at once
with a common word.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from itertools import combinations
from urllib.parse import urlencode

from django.urls import reverse

from pobratim.register.models import SearchTotal
from pobratim.register.search import shelf
from pobratim.register.selectors.search import SORTS
from pobratim.web.query import NAMES

from .web_pages import chosen

KINDS = "deaps"
COMMON = "сотрудничество"
ON = "2021-05-05"
STATES = ("in_force", "lapsed")
Addresses = Iterable[str]


def addresses(kinds: Collection[str] = ()) -> dict[str, tuple[str, list[str]]]:
    """Kind of list → who asks, and its addresses; of all kinds, or of those named."""
    told: dict[str, tuple[str, Callable[[], Addresses]]] = {
        "orders": ("nobody", _orders),
        "late pages": ("nobody", _late),
        "facets": ("nobody", _facets),
        "two facets": ("nobody", _two_facets),
        "state+sphere": ("nobody", _state_and_sphere),
    }
    return chosen(told, kinds)


def _list(**asked: object) -> str:
    return f"{reverse('web:search')}?{urlencode(asked)}"


def _orders() -> Addresses:
    """Every order of everything, of what a common word finds, and of what a facet leaves."""
    for kind in KINDS:
        for sort in SORTS:
            yield _list(kind=kind, sort=sort)
            yield _list(kind=kind, sort=sort, q="область")
            for name, value in _commonest(kind)[:2]:
                yield _list(kind=kind, sort=sort, **{NAMES[name]: value})


def _late() -> Addresses:
    """The second page, one in the midst, the last one."""
    for kind in KINDS:
        many = SearchTotal.objects.filter(shelf=shelf.SHELVES[kind], facet="record").values_list("number", flat=True)
        for page in (2, sum(many) // 50, 10**6):
            for more in ({}, {"q": "область"}, {"sort": "oldest"}, {"sort": "name"}):
                yield _list(kind=kind, page=page, **more)


def _commonest(kind: str) -> list[tuple[str, str]]:
    """Facet → the commonest value."""
    rows = SearchTotal.objects.filter(shelf=shelf.SHELVES[kind]).order_by("-number")
    found = {}
    for name, value in rows.values_list("facet", "value")[:500]:
        if name in NAMES:
            found.setdefault(name, value)
    return list(found.items())


def _facets() -> Addresses:
    for kind in KINDS:
        for name, value in _commonest(kind):
            for words in ("", COMMON, "губернатор"):
                yield _list(kind=kind, q=words, **{NAMES[name]: value})
    for state in STATES:
        for words in ("", COMMON):
            yield _list(kind="d", q=words, state=state)
            yield _list(kind="d", q=words, state=state, on=ON)


def _two_facets() -> Addresses:
    for kind in KINDS:
        for (a, one), (b, other) in combinations(_commonest(kind), 2):
            yield _list(kind=kind, q=COMMON if kind in "de" else "область", **{NAMES[a]: one, NAMES[b]: other})


def _state_and_sphere() -> Addresses:
    """What was the slowest once: large lists to be met at once."""
    for words in (COMMON, "соглашение", "область", ""):
        for state in STATES:
            for sphere in ("culture", "education"):
                for on in ({}, {"on": ON}):
                    yield _list(kind="d", q=words, state=state, sphere=sphere, **on)
