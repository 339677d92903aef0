"""Pictures of the register as parts of pages: what stands in them leads to its page, and each can be had as a file."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from pobratim.pictures.years import Column
from pobratim.register.models import Document
from pobratim.register.selectors.days import Happened
from pobratim.register.selectors.document import Chain
from pobratim.register.selectors.plan import Item
from pobratim.reports import drawing
from pobratim.reports.drawing import Ends, Life

from .words import list_url, url_of


class Drawn(NamedTuple):
    """A picture as SVG, and where it is to be had as a file; false where there is nothing to be drawn."""

    picture: SafeString
    name: str
    query: str

    def __bool__(self) -> bool:
        """Whether there is something to be seen."""
        return bool(self.picture)

    @classmethod
    def of(cls, name: str, picture: str, **asked: str) -> Drawn:
        """A picture by its name in `reports.gallery`, and what it is asked for with; empty values are left out."""
        # `pictures` has escaped what it was given
        return cls(mark_safe(picture), name, urlencode({key: value for key, value in asked.items() if value}))

    @property
    def svg(self) -> str:
        """The address of the picture as SVG."""
        return self._address("svg")

    @property
    def png(self) -> str:
        """The address of the picture as PNG."""
        return self._address("png")

    def _address(self, ending: str) -> str:
        return f"{reverse('web:picture', args=[self.name, ending])}?{self.query}"


def chain(found: Chain, here: str, names: Mapping[str, str], life: Life, on: datetime.date) -> Drawn:
    """The chain that a document stands in; nothing where it stands alone."""
    return Drawn.of("chain", drawing.chain(found, here, names, life, url_of), document=here, on=on.isoformat())


def terms(
    documents: Iterable[Document], names: Mapping[str, str], life: Life, ends: Ends, on: datetime.date, *partners: str
) -> Drawn:
    """How long documents hold or held, the earliest first; nothing where none has a day to begin with."""
    return Drawn.of("terms", drawing.terms(documents, names, life, ends, on, url_of), **_sides(*partners), on=on.isoformat())


def timeline(signed: Sequence[Happened], held: Sequence[Happened], on: datetime.date, *partners: str) -> Drawn:
    """What was signed and held, day by day; nothing where that is one thing or none."""
    return Drawn.of("timeline", drawing.timeline(signed, held, None, on, url_of), **_sides(*partners), on=on.isoformat())


def years(documents: Mapping[int, int], events: Mapping[int, int], *partners: str) -> Drawn:
    """How many documents were signed and events held in each year; nothing where there are none."""
    partner = partners[0] if len(partners) == 1 else ""
    return Drawn.of("years", drawing.years(documents, events, lambda column: _linked(column, partner)), **_sides(*partners))


def spheres(counted: Mapping[tuple[str, int], int], on: datetime.date, *partners: str) -> Drawn:
    """How many documents of each sphere were signed in each year; nothing where there are none."""
    partner = partners[0] if len(partners) == 1 else ""

    def linked(code: str, column: Column) -> str:
        if len(partners) > 1 or column.first != column.last:
            return ""
        return list_url("d", partner=partner, sphere=code, year=column.first)

    return Drawn.of("spheres", drawing.spheres(counted, linked), **_sides(*partners), on=on.isoformat())


def quarters(found: Iterable[Item], board_url: str, plan: str, on: datetime.date) -> Drawn:
    """How many measures of a plan are due in each quarter, and how many of them are done; `board_url` is its board by quarter."""
    picture = drawing.quarters(found, lambda name: f"{board_url}#quarter-{name}")
    return Drawn.of("measures", picture, document=plan, on=on.isoformat())


def _sides(*partners: str) -> dict[str, str]:
    return dict(zip(("partner", "other"), partners, strict=False))


def _linked(column: Column, partner: str) -> Column:
    if not partner or column.first != column.last:
        return column
    kinds: Sequence[str] = ("d", "e")
    return column._replace(hrefs=tuple(list_url(kind, partner=partner, year=column.first) for kind in kinds))
