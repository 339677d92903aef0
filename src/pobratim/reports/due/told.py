"""Entries of the agenda in words, each with the sentence that gives the reason and the address of its page."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext

from pobratim.register.selectors.agenda import NAMED, SECTIONS, Entry, entries, named_by, reasons
from pobratim.register.selectors.agenda_day import days_told
from pobratim.register.selectors.label import labels_with_sides, upper_first
from pobratim.register.selectors.proof import Proof, Proofs, proofs_on
from pobratim.reports.address import page_place, record_address


class Told(NamedTuple):
    """An entry in words: section, what, the day, the address of its page in the register, the sentence and its page; `when` is
    the day as exactly as it is told, as the contract writes it.
    """

    section: str
    heading: str
    what: str
    day: datetime.date | None
    address: str
    quote: str
    source: str
    key: str
    when: str


def told(on: datetime.date, days: int, *, sections: tuple[str, ...] = (), quotes: bool = True, most: int = 100) -> list[Told]:
    """What is due, seen from a day, in the language that is active; so many of each section at most.

    Args:
        on: the day.
        days: so many days ahead.
        sections: only these, by name; all if empty.
        quotes: with the sentence that gives the reason.
        most: entries of each section.
    """
    chosen = [one for one in SECTIONS if not sections or one.name in sections]
    found = [entry for one in chosen for entry in entries(one, on, days)[:most]]
    names, quoted = labels_with_sides(named_by(found)), _proofs(found, on) if quotes else {}
    exact = days_told(found)
    return [_told(entry, names, quoted.get(entry), exact.get(entry, "")) for entry in found]


def _told(entry: Entry, names: dict[str, str], proof: Proof | None, when: str) -> Told:
    what = upper_first(names.get(entry.record, entry.record))
    if entry.other and entry.other in names:
        what = f"{what} — {names[entry.other]}"
    heading, (quote, source) = gettext(NAMED[entry.section].heading), (proof.quote, page_place(proof)[1]) if proof else ("", "")
    return Told(entry.section, heading, what, entry.day, address_of(entry), quote, source, entry.record, when)


def address_of(entry: Entry) -> str:
    """Where the record is shown, under the address that the settings name."""
    if entry.section == "silent" and entry.other:
        return f"{settings.PUBLIC_ADDRESS}/pair/{entry.record}/{entry.other}/"
    return record_address(entry.record)


def _proofs(found: list[Entry], on: datetime.date) -> dict[Entry, Proof]:
    """Entry → the first sentence that gives its reason, where a page does; a few queries for any number of entries."""
    values = {one: reason.value for one, reason in reasons(found).items()}
    told = proofs_on({one.record for one in values}, on, {NAMED[one.section].field for one in values}) if values else Proofs()
    proved = ((one, told.of(one.record, NAMED[one.section].field, value)) for one, value in values.items())
    return {one: next((proof for proof in proofs if proof.quote), proofs[0]) for one, proofs in proved if proofs}
