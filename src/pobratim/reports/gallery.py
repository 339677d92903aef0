"""Pictures of the register by their names, each a whole SVG in the language that is active: what files are made of."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import NamedTuple

from pobratim.register.errors import NoSuchRecord, WrongValue
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Document, Record
from pobratim.register.selectors.cooperation import Shelves
from pobratim.register.selectors.document import chain
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.partner import actor_of
from pobratim.register.selectors.plan import items
from pobratim.register.selectors.record import record_of
from pobratim.register.selectors.sides import Everything, Pictured, sides_of
from pobratim.register.selectors.state import ends_on, states_on
from pobratim.register.selectors.tie import ties
from pobratim.words.speech import mark

from . import drawing
from .ties_map import ties_map

#: So many days of a timeline, bars of terms, ties of a map.
DAYS, BARS, TIES = 400, 20, 150


class Asked(NamedTuple):
    """What a picture is to show: keys of one or two partners, or of a document; for the map a country, sphere and year."""

    on: datetime.date
    partners: tuple[str, ...] = ()
    document: str = ""
    country: str = ""
    sphere: str = ""
    year: int | None = None


def picture(name: str, asked: Asked) -> str:
    """A picture as SVG.

    Args:
        name: one of `PICTURES`.
        asked: what it is to show.

    Raises:
        WrongValue: there is no such picture, or what it takes is not named.
        NoSuchRecord: a key is none, or there is nothing to be drawn.
    """
    if name not in PICTURES:
        raise WrongValue(mark("there is no such picture"), address=name[:40])
    found = PICTURES[name](asked._replace(partners=tuple(_key(one, "a") for one in asked.partners)))
    if not found:
        raise NoSuchRecord(mark("there is nothing to draw here"))
    return found


def _key(key: str, kind: str) -> str:
    """The key of the record that bears it now."""
    if not key:
        raise WrongValue(mark("the picture needs a partner or a document"))
    found: Record = record_of(key)
    if found.key[0] != kind:
        raise NoSuchRecord(mark("no record has this key"), address=key[:60])
    return found.key


def _shown(asked: Asked) -> Pictured:
    """The cooperation of the partners asked for, or of the whole register."""
    return sides_of(*map(actor_of, asked.partners)) if asked.partners else Everything()


def _timeline(asked: Asked) -> str:
    shown = _shown(asked)
    return drawing.timeline(shown.signed_days(asked.on, DAYS), shown.held_days(asked.on, DAYS), None, asked.on)


def _years(asked: Asked) -> str:
    shown = _shown(asked)
    return drawing.years(shown.signing_years(), shown.event_years())


def _spheres(asked: Asked) -> str:
    return drawing.spheres(_shown(asked).spheres(asked.on).signed)


def _terms(asked: Asked) -> str:
    shelves = _shown(asked).shelves(asked.on, BARS)
    found = barred(shelves)
    return drawing.terms(found, labels(one.key for one in found), shelves.life, ends_on(found, asked.on), asked.on)


def barred(shelves: Shelves) -> list[Document]:
    """The documents of which the terms are drawn: the latest signed, and intentions from the day when they were told of."""
    read = [one for some in shelves.latest.values() for one in some]
    dated = [one for one in read if one.signed_first or (one.first_told and shelves.life[one.key] is Lifecycle.INTENTION)]
    return sorted(dated, key=lambda one: (one.signed_first or one.first_told, one.key), reverse=True)[:BARS]


def _chain(asked: Asked) -> str:
    record = record_of(_key(asked.document, "d"))
    if not isinstance(record, Document):
        raise NoSuchRecord(mark("no record has this key"), address=asked.document[:60])
    found = chain(record)
    keys = [one.key for one in found.documents]
    return drawing.chain(found, record.key, labels(keys), states_on(found.documents, asked.on))


def _measures(asked: Asked) -> str:
    return drawing.quarters(items(_key(asked.document, "d"), asked.on))


def _ties(asked: Asked) -> str:
    partner = asked.partners[0] if asked.partners else ""
    narrowed = {"country": asked.country, "sphere": asked.sphere, "year": asked.year, "on": asked.on if partner else None}
    return ties_map(ties(partner=partner, most=TIES, **narrowed))  # type: ignore[arg-type]


PICTURES: dict[str, Callable[[Asked], str]] = {
    "timeline": _timeline,
    "terms": _terms,
    "years": _years,
    "spheres": _spheres,
    "chain": _chain,
    "ties": _ties,
    "measures": _measures,
}
