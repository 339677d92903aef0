"""Entries of the agenda in words, each with the sentence that gives the reason and the address of its page."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext

from pobratim.register.selectors.agenda import SECTIONS, Entry, agenda, named_by
from pobratim.register.selectors.label import labels, upper_first
from pobratim.register.selectors.record import evidence_of, record_of
from pobratim.register.selectors.sentence import sentence_of
from pobratim.reports.address import record_address


class Told(NamedTuple):
    """An entry in words: section, what, the day, the address of its page in the register, the sentence and its page."""

    section: str
    heading: str
    what: str
    day: datetime.date | None
    address: str
    quote: str
    source: str
    key: str


def told(on: datetime.date, days: int, *, sections: tuple[str, ...] = (), quotes: bool = True, most: int = 100) -> list[Told]:
    """What is due, seen from a day, in the language that is active; so many of each section at most.

    Args:
        on: the day.
        days: so many days ahead.
        sections: only these, by name; all if empty.
        quotes: with the sentence that gives the reason, which takes a query each.
        most: entries of each section.
    """
    found = {name: some[:most] for name, some in agenda(on, days, sections).items()}
    names = labels(named_by(entry for some in found.values() for entry in some))
    headings = {one.name: gettext(one.heading) for one in SECTIONS}
    return [_told(entry, names, headings, quotes) for some in found.values() for entry in some]


def _told(entry: Entry, names: dict[str, str], headings: dict[str, str], quotes: bool) -> Told:
    what = upper_first(names.get(entry.record, entry.record))
    if entry.other and entry.other in names:
        what = f"{what} — {names[entry.other]}"
    quote, source = _proof(entry) if quotes else ("", "")
    return Told(entry.section, headings[entry.section], what, entry.day, address_of(entry), quote, source, entry.record)


def address_of(entry: Entry) -> str:
    """Where the record is shown, under the address that the settings name."""
    if entry.section == "silent" and entry.other:
        return f"{settings.PUBLIC_ADDRESS}/pair/{entry.record}/{entry.other}/"
    return record_address(entry.record)


def _proof(entry: Entry) -> tuple[str, str]:
    """The sentences that give the reason, and the address of the page they stand on; empty where no page says so."""
    if entry.number is None:
        return "", ""
    value = record_of(entry.record).fields[entry.field][entry.number]["value"]
    for one in evidence_of(entry.record, entry.field, value):
        if quote := sentence_of(one.text, one.spans):
            return quote, one.address
    return "", ""
