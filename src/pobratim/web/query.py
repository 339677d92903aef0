"""What a list shows: words, kind of record, facets, order, as the address of the page says it and as it is changed by a click."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext

from pobratim.register.errors import WrongValue
from pobratim.register.selectors.search import SORTS, Found, search

from .asked import day_in

KINDS = "deaps"
#: Facet → its name in addresses. Of those in `MANY` several values may be chosen, any of which will do.
NAMES = {
    "kind": "type",
    "status": "status",
    "lifecycle": "state",
    "sphere": "sphere",
    "level": "level",
    "country": "country",
    "partner": "partner",
    "year": "year",
}
MANY = frozenset(("kind", "status", "lifecycle", "sphere"))
#: Facets that say nothing of records of another kind.
OWN = frozenset(("kind", "status", "lifecycle"))
_YEARS = range(1, 10_000)
MOST_WORDS = 500  # characters of a question


@dataclass(frozen=True)
class Query:
    """`chosen`: facet → its values, in the order in which they were chosen; `kind` is empty where none was asked for; `on`
    is the day whose states are shown, empty for today.
    """

    words: str = ""
    kind: str = ""
    chosen: tuple[tuple[str, str], ...] = ()
    sort: str = "relevance"
    on: str = ""

    def found(self) -> Found:
        """What the register has."""
        year = self.one("year")
        return search(
            self.words,
            kind=self.kind or None,
            kinds=self.all("kind"),
            statuses=self.all("status"),
            spheres=self.all("sphere"),
            level=self.one("level"),
            country=self.one("country"),
            partner=self.one("partner"),
            year=int(year) if year else None,
            states=self.all("lifecycle"),
            on=datetime.date.fromisoformat(self.on) if self.on else None,
            sort=self.sort,
        )

    def all(self, facet: str) -> list[str]:
        """The values chosen of a facet."""
        return [value for name, value in self.chosen if name == facet]

    def one(self, facet: str) -> str:
        """The value chosen of a facet; empty for none."""
        return next(iter(self.all(facet)), "")

    def of_kind(self, kind: str) -> Query:
        """The same question to records of another kind: kinds and statuses of the former say nothing of them."""
        kept = tuple(one for one in self.chosen if one[0] not in OWN)
        return replace(self, kind=kind, chosen=self.chosen if kind == self.kind else kept)

    def toggled(self, facet: str, value: str) -> Query:
        """With a value of a facet, or without it where it was chosen."""
        if (facet, value) in self.chosen:
            return replace(self, chosen=tuple(one for one in self.chosen if one != (facet, value)))
        kept = self.chosen if facet in MANY else tuple(one for one in self.chosen if one[0] != facet)
        return replace(self, chosen=(*kept, (facet, value)))

    def plain(self) -> Query:
        """Without facets."""
        return replace(self, chosen=())

    def pairs(self) -> list[tuple[str, str]]:
        """What an address says, without what goes without saying; the words first."""
        told = [("q", self.words), ("kind", self.kind), *((NAMES[facet], value) for facet, value in self.chosen)]
        told.append(("sort", "" if self.sort == "relevance" else self.sort))
        told.append(("on", self.on))
        return [(name, value) for name, value in told if value]

    def url(self, **more: Any) -> str:
        """The address of the list; `more` is added (`page=2`)."""
        return self._address("web:search", more)

    def export_url(self, **more: Any) -> str:
        """The address of the list as a file."""
        return self._address("web:export", more)

    def _address(self, view: str, more: dict[str, Any]) -> str:
        told = urlencode([*self.pairs(), *more.items()])
        return f"{reverse(view)}?{told}" if told else reverse(view)


def asked(given: QueryDict) -> Query:
    """The query of an address.

    Raises:
        WrongValue: a year or a day that is none, a kind of record or an order that there is not; unknown codes find nothing.
    """
    kind, sort = given.get("kind", "").strip(), given.get("sort", "").strip() or "relevance"
    if kind and kind not in tuple(KINDS):
        raise WrongValue(gettext("no kind of record: {given}").format(given=kind[:40]))
    if sort not in SORTS:
        raise WrongValue(gettext("no such order: {given}").format(given=sort[:40]))
    chosen: dict[tuple[str, str], None] = {}
    for facet, name in NAMES.items():
        values = [value.strip()[:60] for value in given.getlist(name) if value.strip()]
        for value in values if facet in MANY else values[-1:]:
            chosen[facet, _read(facet, value)] = None
    words = given.get("q", "").replace("\x00", " ").strip()[:MOST_WORDS]
    on = given.get("on", "").strip()
    return Query(words, kind, tuple(chosen), sort, day_in(on).isoformat() if on else "")


def _read(facet: str, value: str) -> str:
    if facet == "year":
        year = int(value) if value.isdecimal() and len(value) <= 4 else 0
        if year not in _YEARS:
            raise WrongValue(gettext("not a year: {given}").format(given=value[:40]))
        return str(year)
    return value.upper() if facet == "country" else value
