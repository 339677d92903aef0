"""Pictures of the register as parts of pages: what stands in them leads to its page."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from django.utils.safestring import SafeString, mark_safe

from pobratim.pictures.years import Column
from pobratim.register.models import Document
from pobratim.register.selectors.document import Chain
from pobratim.register.selectors.plan import Item
from pobratim.reports import drawing
from pobratim.reports.drawing import Ends, Life

from .words import list_url, url_of


def chain(found: Chain, here: str, names: Mapping[str, str], life: Life) -> SafeString:
    """The chain that a document stands in; nothing where it stands alone."""
    return _whole(drawing.chain(found, here, names, life, url_of))


def terms(documents: Iterable[Document], names: Mapping[str, str], life: Life, ends: Ends, on: datetime.date) -> SafeString:
    """How long documents hold or held, the earliest first; nothing where none has a day to begin with."""
    return _whole(drawing.terms(documents, names, life, ends, on, url_of))


def years(documents: Mapping[int, int], events: Mapping[int, int], partner: str) -> SafeString:
    """How many documents were signed and events held in each year; nothing where there are none."""
    return _whole(drawing.years(documents, events, lambda column: _linked(column, partner)))


def quarters(found: Iterable[Item], board_url: str) -> SafeString:
    """How many measures of a plan are due in each quarter, and how many of them are done; `board_url` is its board by quarter."""
    return _whole(drawing.quarters(found, lambda name: f"{board_url}#quarter-{name}"))


def _linked(column: Column, partner: str) -> Column:
    if not partner or column.first != column.last:
        return column
    kinds: Sequence[str] = ("d", "e")
    return column._replace(hrefs=tuple(list_url(kind, partner=partner, year=column.first) for kind in kinds))


def _whole(picture: str) -> SafeString:
    """A picture as part of a page: `pictures` has escaped what it was given."""
    return mark_safe(picture)
