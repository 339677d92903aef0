"""Everything that is due, section by section: what page, calendar, mail and API show.

An entry says which record and which day; a section says why its entries stand in it, and which field tells the reason.
A section knows how many entries it has, and reads those alone that are asked for.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, overload

from django.utils.translation import gettext

from pobratim.register.errors import WrongValue
from pobratim.register.successors import NOT_YET
from pobratim.words.speech import mark

from .awaited import Awaited, Rows
from .deadline import deciding, expiring, lapsed
from .due import coming, outliving, promises_open, unsigned
from .measure_due import due_measures, overdue_measures
from .omission import out_of_post, silent
from .record import MODELS

#: The days that can be looked from.
FIRST, LAST = datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)


class Entry(NamedTuple):
    """What is due: the section, the record, the day in question (None: no day is told); `other` is the second record
    where it takes two.
    """

    section: str
    record: str
    day: datetime.date | None
    other: str | None = None


class Section(NamedTuple):
    """A list of what is due: its name in addresses, its heading, why its entries stand in it, what finds them (seen from a
    day, looking so many days ahead or back), and the field of the record that tells the reason (empty: none does).
    """

    name: str
    heading: str
    reason: str
    find: Callable[[datetime.date, int], Sequence[Awaited]]
    field: str = ""


class Entries(Sequence[Entry]):
    """The entries of a section, the most pressing first."""

    def __init__(self, section: Section, found: Sequence[Awaited]) -> None:
        self._section, self._found = section, found

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> list[Entry]: ...
    def __getitem__(self, at: int | slice) -> Entry | list[Entry]:
        if isinstance(at, slice):
            return [Entry(self._section.name, *one) for one in self._found[at]]
        return Entry(self._section.name, *self._found[at])


def first_entries(section: Section, on: datetime.date, days: int, number: int) -> list[Entry]:
    """The first so many entries of a section, whose number nobody asks for."""
    found, at = _found(section, on, days), slice(number)
    return [Entry(section.name, *one) for one in (found.uncounted(at) if isinstance(found, Rows) else found[at])]


def entries(section: Section, on: datetime.date, days: int) -> Entries:
    """The entries of a section, seen from a day, looking so many days ahead (or back).

    Raises:
        WrongValue: the day is none of our times.
    """
    return Entries(section, _found(section, on, days))


def _found(section: Section, on: datetime.date, days: int) -> Sequence[Awaited]:
    if not FIRST <= on <= LAST:
        raise WrongValue(gettext("not between {first} and {last}: {given}").format(first=FIRST, last=LAST, given=on))
    return section.find(on, days)


SECTIONS = (
    Section(
        "deciding",
        mark("To be decided"),
        mark("By this day notice must be given, or the term goes on by itself."),
        deciding,
        "term",
    ),
    Section(
        "expiring",
        mark("Ending soon"),
        mark("The term runs out, and no page tells of a prolongation or of a document in its place."),
        expiring,
        "term",
    ),
    Section("lapsed", mark("Lapsed lately"), mark("The term has run out, and no page tells of a prolongation."), lapsed, "term"),
    Section("measures", mark("Measures due"), mark("Items of plans that fall due and are not settled."), due_measures),
    Section(
        "overdue",
        mark("Measures overdue"),
        mark("The day has passed, and no report says that it is done."),
        lambda on, _: overdue_measures(on),
    ),
    Section(
        "unsigned",
        mark("Promised and never signed"),
        mark("Announced long ago or for a day that has passed; no page tells of a signing."),
        lambda on, _: unsigned(on),
        "status",
    ),
    Section(
        "promises",
        mark("Promises that are open"),
        mark("Somebody took it on, and nobody says what became of it."),
        promises_open,
        "promise",
    ),
    Section(
        "outliving",
        mark("Plans that outlive their agreement"),
        mark("The plan goes on after the end of the document that it rests on."),
        lambda on, _: outliving(on),
        "relation",
    ),
    Section(
        "silent",
        mark("Ties without contact"),
        mark("A document is in force, and for a year nothing is told of the two."),
        lambda on, _: silent(on),
    ),
    Section(
        "posts",
        mark("Signatories not in post"),
        mark("On the day of signing, pages tell of another person in the post of the signatory."),
        lambda on, _: out_of_post(on),
    ),
    Section("coming", mark("Coming events"), mark("Planned for the days to come."), coming, "date"),
)
#: Name → section.
NAMED = {one.name: one for one in SECTIONS}


class Reason(NamedTuple):
    """The value that gives the reason of an entry, in the field that its section names, and its place there."""

    place: int
    value: Any


def reasons(found: Iterable[Entry]) -> dict[Entry, Reason]:
    """Entry → its reason, where pages tell it; one query for each kind of record."""
    of: dict[str, list[Entry]] = {}
    for one in found:
        if NAMED[one.section].field:
            of.setdefault(one.record[0], []).append(one)
    known: dict[Entry, Reason] = {}
    for kind, some in of.items():
        rows = MODELS[kind]._default_manager.filter(key__in=[one.record for one in some]).values("key", "fields")
        told = {row["key"]: row for row in rows}
        for one in some:
            reason = next(_reasons(one, told[one.record]), None) if one.record in told else None
            if reason:
                known[one] = reason
    return known


def _reasons(entry: Entry, told: Mapping[str, Any]) -> Iterator[Reason]:
    field = NAMED[entry.section].field
    for place, one in enumerate(told["fields"].get(field, [])):
        value = one["value"]
        if field == "relation":
            fits = bool(value["to"]) and value["to"]["node"] == entry.other
        elif field == "status":
            fits = value["status"] in NOT_YET
        else:
            fits = place == 0  # the value that holds comes first
        if fits and one["pages"]:
            yield Reason(place, value)


def named_by(found: Iterable[Entry]) -> list[str]:
    """The keys of all records that entries name."""
    return list(dict.fromkeys(key for one in found for key in (one.record, one.other) if key))
