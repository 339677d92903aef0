"""What is due as the page shows it: the records, and where the proof of each lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from django.urls import reverse

from pobratim.register.models import Record
from pobratim.register.selectors.agenda import NAMED, Entry, Reason


class Reminder(NamedTuple):
    """An entry with its records, and the address of its proof; empty where no page says so."""

    entry: Entry
    record: Record
    other: Record | None
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
    return [
        Reminder(one, records[one.record], records.get(one.other or ""), _proof(one, told.get(one)))
        for one in found
        if one.record in records
    ]


def _proof(entry: Entry, reason: Reason | None) -> str:
    return reverse("web:evidence", args=[entry.record, NAMED[entry.section].field, reason.place]) if reason else ""
