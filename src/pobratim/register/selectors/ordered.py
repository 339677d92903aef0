"""Finds in an order that the index does not have: by what they are called, by how many pages tell of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from django.utils.translation import get_language

from pobratim.register.models import SearchRow
from pobratim.register.search import shelf
from pobratim.register.search.by_name import ByName
from pobratim.register.search.match import Condition, Matches

from .hits import Hits
from .record import MODELS

#: More finds than these are not put in the order of pages: every one would have to be read.
ORDERED_MOST = 5_000
#: Kinds of record that have names of their own: however many there are, they can be put in order by them.
NAMED = "deap"
#: Whoever asks for more at once will ask for all.
AT_ONCE = 200


class Ordered(Hits):
    """All finds of one kind, by name (people by surname), or those of which most pages tell first."""

    def __init__(self, kind: str, condition: Condition | None, number: int, by: str) -> None:
        super().__init__(kind, condition, None, number, newest_first=True)
        self._by, self._span = by, shelf.span(shelf.SHELVES[kind])
        self._matches = Matches(condition)
        self._called = ByName(condition, self._span, number, english=get_language() == "en")

    def keys(self, start: int, stop: int) -> list[str]:
        """The keys of the finds from one place up to another."""
        if self._by != "name":
            return self._by_pages[start:stop]
        numbers = self._called.numbers(start, stop) if stop - start <= AT_ONCE else self._by_name[start:stop]
        keys = dict(SearchRow.objects.filter(id__in=numbers).values_list("id", "key"))
        return [keys[number] for number in numbers if number in keys]

    @cached_property
    def _by_name(self) -> list[int]:
        return self._called.numbers(0, self._number)

    @cached_property
    def _by_pages(self) -> list[str]:
        return by_pages(self._kind, self._matches.keys(self._span, 0, self._number))


def by_pages(kind: str, keys: Iterable[str]) -> list[str]:
    """The keys, those of which most pages tell first; among equals in the order in which they come."""
    keys = list(keys)
    pages = dict(MODELS[kind]._default_manager.filter(key__in=keys).values_list("key", "pages"))
    return sorted(keys, key=lambda key: -pages.get(key, 0))
