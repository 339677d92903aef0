"""What is due as the page shows it: the records, and where the proof of each lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from django.urls import reverse

from pobratim.register.models import Record
from pobratim.register.selectors.agenda import NAMED, Entry, Reason
from pobratim.register.selectors.agenda_day import days_told


class Reminder(NamedTuple):
    """An entry with its records, its day as exactly as it is told (empty: none is), and the address of its proof (empty: no page
    says so).
    """

    entry: Entry
    record: Record
    other: Record | None
    when: str
    proof: str


def reminders(
    found: Iterable[Entry], records: Mapping[str, Record], told: Mapping[Entry, Reason] = MappingProxyType({})
) -> list[Reminder]:
    """The entries whose records are there.

    Args:
        found: of one section.
        records: key → record, for all that the entries name.
        told: their reasons, as `agenda.reasons` gives them.
    """
    some = list(found)
    days = days_told(some)
    return [
        Reminder(one, records[one.record], records.get(one.other or ""), days.get(one, ""), _proof(one, told.get(one)))
        for one in some
        if one.record in records
    ]


def _proof(entry: Entry, reason: Reason | None) -> str:
    return reverse("web:evidence", args=[entry.record, NAMED[entry.section].field, reason.place]) if reason else ""
