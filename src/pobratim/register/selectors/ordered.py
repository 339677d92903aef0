"""Finds in an order that the index does not have: by what they are called, by how many pages tell of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from django.utils.translation import get_language

from pobratim.register.models import SearchRow
from pobratim.register.search import shelf
from pobratim.register.search.match import Condition, Matches

from .hits import Hits
from .record import MODELS

#: More finds than these are not put in the order of pages: every one would have to be read.
ORDERED_MOST = 5_000
#: Kinds of record that have names of their own: however many there are, they can be put in order by them.
NAMED = "deap"
#: So many finds from the beginning or the end are found without putting all of them in order.
NEAR = 2_000
#: Whoever asks for more at once will ask for all.
AT_ONCE = 200


class Ordered(Hits):
    """All finds of one kind, by name (people by surname), or those of which most pages tell first."""

    def __init__(self, kind: str, condition: Condition | None, number: int, by: str) -> None:
        super().__init__(kind, condition, None, number, newest_first=True)
        self._by, self._span = by, shelf.span(shelf.SHELVES[kind])
        self._matches, self._english = Matches(condition), get_language() == "en"

    def keys(self, start: int, stop: int) -> list[str]:
        """The keys of the finds from one place up to another."""
        if self._by != "name":
            return self._by_pages[start:stop]
        numbers = self._named(start, min(stop, self._number))
        keys = dict(SearchRow.objects.filter(id__in=numbers).values_list("id", "key"))
        return [keys[number] for number in numbers if number in keys]

    def _named(self, start: int, stop: int) -> list[int]:
        if stop - start <= AT_ONCE and stop <= NEAR:
            return self._matches.named(self._span, english=self._english, at=slice(start, stop))
        if stop - start <= AT_ONCE and start >= self._number - NEAR:
            behind = slice(self._number - stop, self._number - start)
            return self._matches.named(self._span, english=self._english, backwards=True, at=behind)[::-1]
        return self._by_name[start:stop]

    @cached_property
    def _by_name(self) -> list[int]:
        return self._matches.named(self._span, english=self._english)

    @cached_property
    def _by_pages(self) -> list[str]:
        return by_pages(self._kind, self._matches.keys(self._span, 0, self._number))


def by_pages(kind: str, keys: Iterable[str]) -> list[str]:
    """The keys, those of which most pages tell first; among equals in the order in which they come."""
    keys = list(keys)
    pages = dict(MODELS[kind]._default_manager.filter(key__in=keys).values_list("key", "pages"))
    return sorted(keys, key=lambda key: -pages.get(key, 0))
