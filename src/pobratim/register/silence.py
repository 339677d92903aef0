"""When two partners have a document in force and nothing is told of the two for a year: worked out for all days at once."""

from __future__ import annotations

import datetime
import heapq
from collections.abc import Iterable, Iterator
from typing import NamedTuple

YEAR_DAYS = 365
_LAST = datetime.date.max.toordinal()


class Stretch(NamedTuple):
    """The first and the last day of something."""

    first: datetime.date
    last: datetime.date


class Holding(NamedTuple):
    """A document of the two is in force from the first day to the last; the first day on which it may have been signed."""

    first: datetime.date
    last: datetime.date
    signed: datetime.date


class Silence(NamedTuple):
    """For a year nothing is told, from the first day to the last, seen from each; when the last document that is in force then
    was signed.
    """

    first: datetime.date
    last: datetime.date
    signed: datetime.date


_Piece = tuple[int, int, int]


def silences(contacts: Iterable[Stretch], holdings: Iterable[Holding]) -> list[Silence]:
    """The days of silence between two partners, the earliest first.

    A contact counts on its days and for a year after them; a document from a year after it was signed.

    Args:
        contacts: of the two: events and signings, with the days on which they may have been.
        holdings: the stretches in which documents of the two are in force.
    """
    held: list[_Piece] = []
    for first, last, signed in holdings:
        begin = max(first.toordinal(), signed.toordinal() + YEAR_DAYS)
        if begin <= last.toordinal():
            held.append((begin, last.toordinal(), signed.toordinal()))
    if not held:
        return []
    day = datetime.date.fromordinal
    found: list[Silence] = []
    for start, stop in _gaps(contacts, min(held)[0]):
        within = [(max(begin, start), min(end, stop), told) for begin, end, told in held if begin <= stop and end >= start]
        found += [Silence(day(begin), day(end), day(told)) for begin, end, told in _newest(within)]
    return found


def shortened(told: Iterable[Silence], contacts: Iterable[Stretch]) -> list[Silence]:
    """What remains of the days of silence when the two met on more days; the same as working all out anew, the earliest first.

    Args:
        told: the days of silence before.
        contacts: that came to those of which these days were told.
    """
    day = datetime.date.fromordinal
    met = sorted(contacts)
    found: list[Silence] = []
    for first, last, signed in told:
        for start, stop in _gaps(met, first.toordinal()):
            if start <= last.toordinal():
                found.append(Silence(day(start), min(day(stop), last), signed))
    return sorted(found)


def renewed(
    told: Iterable[Silence],
    more: Iterable[Stretch],
    contacts: Iterable[Stretch],
    holdings: Iterable[Holding],
    signed: datetime.date,
) -> list[Silence]:
    """The days of silence after documents of the two came, went, or are in force otherwise; the same as working all out anew.

    Args:
        told: the days of silence before.
        more: the contacts that came since.
        contacts: at least all of them, these too, that are not over on the day `signed`.
        holdings: all stretches in which documents of the two are in force now.
        signed: the first day on which one of those documents may have been signed: none counts but from a year after it.
    """
    since = signed.toordinal() + YEAR_DAYS
    if since > _LAST:
        return shortened(told, more)
    day = datetime.date.fromordinal
    before = [one._replace(last=min(one.last, day(since - 1))) for one in shortened(told, more) if one.first < day(since)]
    after = [one._replace(first=max(one.first, day(since))) for one in silences(contacts, holdings) if one.last >= day(since)]
    ends, begins = (before[-1].last, before[-1].signed) if before else None, (day(since - 1), after[0].signed) if after else ()
    if ends == begins and after[0].first == day(since):
        after[0] = after[0]._replace(first=before.pop().first)
    return before + after


def _gaps(contacts: Iterable[Stretch], begin: int) -> Iterator[tuple[int, int]]:
    """The stretches from a day on in which no contact counts."""
    for first, last in sorted(contacts):
        if first.toordinal() > begin:
            yield begin, first.toordinal() - 1
        begin = max(begin, last.toordinal() + YEAR_DAYS + 1)
    if begin <= _LAST:
        yield begin, _LAST


def _newest(pieces: list[_Piece]) -> Iterator[_Piece]:
    """Which of overlapping pieces was signed last, from day to day."""
    waiting = sorted(pieces, reverse=True)
    now: list[tuple[int, int]] = []
    told: _Piece | None = None
    for day in sorted({day for begin, end, _ in pieces for day in (begin, end + 1)}):
        while waiting and waiting[-1][0] <= day:
            _, end, signed = waiting.pop()
            heapq.heappush(now, (-signed, end))
        while now and now[0][1] < day:
            heapq.heappop(now)
        signed_now = -now[0][0] if now else None
        if told and signed_now != told[2]:
            yield told[0], day - 1, told[2]
            told = None
        if signed_now is not None and told is None:
            told = (day, day, signed_now)
