"""The day of an entry of the agenda as vaguely as it is told: «2019», and not 1 January."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

from django.db.models import Q

from pobratim.register.models import Document, DocumentParty, Event, Record, Statement

from .agenda import Entry

_DAY_CHARS = len("2024-04-24")


def days_told(found: Iterable[Entry]) -> dict[Entry, str]:
    """Entry → its day as the contract writes it (`2019`, `2019-06`, `2019-06-01`), where it has one; six queries at most."""
    entries = [one for one in found if one.day is not None]
    told = {one: str(one.day) for one in entries}
    for section, read in _READ:
        some = [one for one in entries if one.section == section]
        told |= dict(read(some)) if some else {}
    return told


def _dated(model: type[Record], date: str, bound: str) -> Callable[[list[Entry]], Iterator[tuple[Entry, str]]]:
    def read(some: list[Entry]) -> Iterator[tuple[Entry, str]]:
        rows = model._default_manager.filter(pk__in=[one.record for one in some]).values_list("pk", date, bound)
        return _vague(some, {key: (value, day) for key, value, day in rows})

    return read


def _promised(some: list[Entry]) -> Iterator[tuple[Entry, str]]:
    rows = Statement.objects.filter(pk__in=[one.record for one in some]).values_list("pk", "promise", "promise_due")
    values = ((key, ((promise or {}).get("due") or {}).get("value") or "", last) for key, promise, last in rows)
    return _vague(some, {key: (value, last) for key, value, last in values})  # read here: SQLite takes «2025» for a number


def _vague(some: list[Entry], told: dict[str, tuple[str, datetime.date | None]]) -> Iterator[tuple[Entry, str]]:
    """Those whose day is the bound of a vaguer date."""
    for one in some:
        value, bound = told.get(one.record, ("", None))
        if bound == one.day and 0 < len(value) < _DAY_CHARS and not value.startswith("-"):
            yield one, value


def _between(some: list[Entry]) -> Iterator[tuple[Entry, str]]:
    """Of two partners: the date of the document of theirs that was signed on the day, the most exact one."""
    wanted = Q()
    for one in some:
        wanted |= Q(acts_for=one.record, document__signed_first=one.day)
    values: dict[tuple[str, str], str] = {}
    for actor, key, value in DocumentParty.objects.filter(wanted).values_list("acts_for", "document", "document__signed"):
        values[actor, key] = value
    others = DocumentParty.objects.filter(document__in={key for _, key in values}).values_list("document", "acts_for")
    sides: dict[str, set[str]] = {}
    for key, actor in others:
        sides.setdefault(key, set()).add(actor)
    for one in some:
        own = {value for (actor, key), value in values.items() if actor == one.record and one.other in sides[key]}
        fitting = [value for value in own if str(one.day).startswith(value)]
        if fitting:
            yield one, max(fitting, key=len)


#: Section → what reads the days of its entries; of all others they are told to the day.
_READ = (
    ("unsigned", _dated(Document, "signed", "signed_last")),
    ("coming", _dated(Event, "date", "date_first")),
    ("promises", _promised),
    ("silent", _between),
)
