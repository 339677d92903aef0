"""Facets: for every choice that can narrow a search, how many finds it would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pobratim.register.models import Actor, SearchTotal
from pobratim.register.search import shelf
from pobratim.register.search.match import AnyOf, Condition, Matches, both
from pobratim.register.search.newest import stretch_of_newest
from pobratim.register.search.own import parted

FACETS = ("kind", "status", "sphere", "level", "country", "partner", "year")
FACET_ROWS = 5_000  # of so many newest finds the facets are counted
FACET_VALUES = 30
Span = tuple[int, int]


class FacetValue(NamedTuple):
    """A value (a code, a country, a year, the key of a partner), how many finds have it; `name` is a partner's."""

    value: str
    number: int
    name: str = ""


class Facets(NamedTuple):
    """Facet → value → finds; `partly` are the facets that were counted over the newest finds alone."""

    values: dict[str, Counter[str]]
    partly: frozenset[str]

    def also(self, other: Facets) -> Facets:
        """With those of another count."""
        return Facets({**self.values, **other.values}, self.partly | other.partly)

    def shown(self, chosen: Mapping[str, list[str]]) -> dict[str, list[FacetValue]]:
        """The commonest values of each facet, and those that were chosen; of years the latest first."""
        return {name: _shown(name, values, chosen.get(name, [])) for name, values in self.values.items()}


def facets_of(kind: str, text: Condition | None, filters: Mapping[str, AnyOf], number: int) -> Facets:
    """The facets of a search, each under the choice made in the others: so one sees what else could be chosen.

    Args:
        kind: letter of the kind of record.
        text: what the words ask for.
        filters: facet → what was chosen; those that are not of `FACETS` narrow the finds and are not counted.
        number: of the finds.
    """
    near = stretch_of_newest(shelf.span(shelf.SHELVES[kind]), FACET_ROWS + 1, number) if text or filters else None
    values: dict[str, Counter[str]] = {}
    partly: set[str] = set()
    for name in (None, *(one for one in filters if one in FACETS)):
        wanted = [one for one in FACETS if one not in filters] if name is None else [name]
        others = (condition for other, condition in filters.items() if other != name)
        counted, whole = _counted(kind, both(text, *others), wanted, near)
        values |= counted
        partly |= set() if whole else set(wanted)
    return Facets({name: values[name] for name in FACETS}, frozenset(partly))


def _counted(
    kind: str, condition: Condition | None, wanted: Sequence[str], near: Span | None
) -> tuple[dict[str, Counter[str]], bool]:
    """Facet → value → finds, and whether all finds were counted."""
    found: dict[str, Counter[str]] = {name: Counter() for name in wanted}
    told, whole = (_totals(kind, wanted), True) if condition is None else _tokens(kind, condition, near)
    for name, value, number in told:
        if name in found:
            found[name][value] = number
    return found, whole


def _totals(kind: str, wanted: Sequence[str]) -> list[tuple[str, str, int]]:
    """Those of the whole register; of partners, who are many, the busiest."""
    rows = SearchTotal.objects.filter(shelf=shelf.SHELVES[kind]).order_by("-number", "value")
    told = rows.values_list("facet", "value", "number")
    few = [name for name in wanted if name != "partner"]
    found = list(told.filter(facet__in=few)) if few else []
    return found + list(told.filter(facet="partner")[:FACET_VALUES]) if "partner" in wanted else found


def _tokens(kind: str, condition: Condition, near: Span | None) -> tuple[list[tuple[str, str, int]], bool]:
    """Counted over the newest finds, and whether these are all; `near`: where they probably are."""
    found = Matches(condition)
    rows = found.facets(near, FACET_ROWS + 1) if near else []
    if len(rows) <= FACET_ROWS:
        rows = found.facets(shelf.span(shelf.SHELVES[kind]), FACET_ROWS + 1)
    tokens = Counter(" ".join(rows[:FACET_ROWS]).split())
    return [(*parted(token), number) for token, number in tokens.items()], len(rows) <= FACET_ROWS


def _shown(name: str, values: Counter[str], chosen: list[str]) -> list[FacetValue]:
    kept = [value for value, _ in sorted(values.items(), key=lambda one: (-one[1], one[0]))[:FACET_VALUES]]
    kept += [value for value in dict.fromkeys(chosen) if value not in kept]
    if name == "year":
        kept.sort(reverse=True)
    names = dict(Actor.objects.filter(key__in=kept).values_list("key", "name")) if name == "partner" and kept else {}
    return [FacetValue(value, values[value], names.get(value, "")) for value in kept]
