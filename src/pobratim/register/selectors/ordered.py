"""Finds in an order that the index does not have: by what they are called, by how many pages tell of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from pobratim.register.models import Person, State
from pobratim.register.search import shelf
from pobratim.register.search.match import Condition, Matches
from pobratim.resolve.records.content import plain

from .hits import Hits
from .label import labels
from .record import MODELS

#: Of more finds than these none is put into such an order: every one would have to be read.
ORDERED_MOST = 5_000
#: Kinds of record that have names of their own.
NAMED = "deap"
#: Those whose names have a column with an index: all of them can be put in order, however many. What documents and events
#: are called is made of their parties in the language of the reader, and stands in no column.
BY_COLUMN = "pa"


class Ordered(Hits):
    """All finds of one kind, by name (people by surname), or those of which most pages tell first."""

    def __init__(self, kind: str, condition: Condition | None, number: int, by: str) -> None:
        super().__init__(kind, condition, None, number, newest_first=True)
        self._by = by

    def keys(self, start: int, stop: int) -> list[str]:
        """The keys of the finds from one place up to another."""
        if self._condition is None and self._by == "name" and self._kind in BY_COLUMN:
            rows = MODELS[self._kind]._default_manager.exclude(state=State.REJECTED).order_by("folded", "key")
            return list(rows.values_list("key", flat=True)[start:stop])
        return self._all[start:stop]

    @cached_property
    def _all(self) -> list[str]:
        keys = Matches(self._condition).keys(shelf.span(shelf.SHELVES[self._kind]), 0, self._number)
        return by_name(self._kind, keys) if self._by == "name" else by_pages(self._kind, keys)


def by_name(kind: str, keys: Iterable[str]) -> list[str]:
    """The keys in the order of the names, those without a name last."""
    keys = list(keys)
    if kind == "p":
        names = dict(Person.objects.filter(key__in=keys).values_list("key", "folded"))
    else:
        names = {key: plain(name) for key, name in labels(keys).items()}
    return sorted(keys, key=lambda key: (not names.get(key), names.get(key, ""), key))


def by_pages(kind: str, keys: Iterable[str]) -> list[str]:
    """The keys, those of which most pages tell first; among equals in the order in which they come."""
    keys = list(keys)
    pages = dict(MODELS[kind]._default_manager.filter(key__in=keys).values_list("key", "pages"))
    return sorted(keys, key=lambda key: -pages.get(key, 0))
