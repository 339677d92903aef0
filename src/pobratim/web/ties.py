"""The map of ties as a page shows it: the picture, and the same as rows of a table."""

from __future__ import annotations

from typing import NamedTuple

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from pobratim.register.models import Actor
from pobratim.register.selectors.tie import Ties, ties
from pobratim.reports.ties_map import ties_map as drawn

from .drawing import Drawn
from .words import url_of, url_of_pair


class Row(NamedTuple):
    """A tie as a row: two partners with their keys, how many documents, where these are told."""

    a: Actor
    b: Actor
    number: int
    url: str


class TiesMap(NamedTuple):
    """The map; `rows` are all ties, also those that cannot be drawn because nobody knows where a partner lies."""

    drawn: Drawn
    rows: list[Row]
    documents: int
    more: bool

    @property
    def picture(self) -> SafeString:
        """The drawing alone."""
        return self.drawn.picture


def ties_map(*, country: str = "", sphere: str = "", year: int | None = None, most: int = 60) -> TiesMap:
    """The map of the closest ties; arguments as for `selectors.tie.ties`."""
    found = ties(country=country, sphere=sphere, year=year, most=most)
    rows = [Row(found.partners[a][0], found.partners[b][0], number, url_of_pair(a, b)) for a, b, number in found.ties]
    picture = Drawn.of("ties", _picture(found), country=country, sphere=sphere, year=str(year or ""))
    return TiesMap(picture, rows, found.documents, found.more)


def _picture(found: Ties) -> SafeString:
    # the picture escapes all that it is given, see `pictures.svg`
    return mark_safe(drawn(found, url_of, url_of_pair, f"{static('web/world.svg')}#world", lambda one: one.name))
