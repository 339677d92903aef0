"""What is due as the page shows it: the records, and where the proof of each lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.urls import reverse

from pobratim.register.models import Record
from pobratim.register.selectors.agenda import Entry


class Reminder(NamedTuple):
    """An entry with its records, and the address of its proof; empty where no page says so."""

    entry: Entry
    record: Record
    other: Record | None
    proof: str


def reminders(found: Iterable[Entry], records: Mapping[str, Record]) -> list[Reminder]:
    """The entries whose records are there.

    Args:
        found: of one section.
        records: key → record, for all that the entries name.
    """
    return [
        Reminder(one, records[one.record], records.get(one.other or ""), proof_of(one)) for one in found if one.record in records
    ]


def proof_of(entry: Entry) -> str:
    """Where the reason of an entry is proved."""
    return "" if entry.number is None else reverse("web:evidence", args=[entry.record, entry.field, entry.number])
