"""Terms of documents on a day: the period that runs then, its end, and the day by which it must be decided to go on or not."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from typing import NamedTuple, Protocol

MONTHS = 12
DAYS_IN_YEAR = 365.25
COMMON_YEAR = 2023


class Terms(Protocol):
    """What is known of a document's term: `ends_last` is the last day of the first period."""

    ends_last: datetime.date | None
    renews: str
    step_years: int | None
    notice_months: int | None
    signed_last: datetime.date | None


@dataclass
class TermTold:
    """Terms by themselves, without their document."""

    ends_last: datetime.date | None
    renews: str
    step_years: int | None
    notice_months: int | None
    signed_last: datetime.date | None


class Period(NamedTuple):
    """The period that runs on a day: its last day, which it is (0: the first), and the last day for notice.

    `goes_on`: at its end the next one begins by itself.
    """

    end: datetime.date
    number: int
    goes_on: bool
    decide_by: datetime.date | None


def period_on(document: Terms, on: datetime.date) -> Period | None:
    """The period of a document's term that runs on a day, the last one where all are over; None where no end is known.

    Renewed once: one more period. Renewed repeatedly: as many as it takes; where the step is not told, as long as the
    first period, in years, and where that is not known either, one year.
    """
    first = document.ends_last
    if first is None:
        return None
    number, step = 0, _step(document)
    if document.renews == "repeated" and on > first:
        number = max(1, (on.year - first.year) // step)
        number += _later(first, number * step) < on
    elif document.renews == "once" and on > first:
        number = 1
    end = _later(first, number * step)
    goes_on = document.renews == "repeated" or (document.renews == "once" and number == 0)
    notice = document.notice_months
    return Period(end, number, goes_on, None if notice is None else months_before(end, notice))


def _step(document: Terms) -> int:
    """Years of one renewal."""
    if document.step_years:
        return document.step_years
    if document.ends_last and document.signed_last:
        return max(1, round((document.ends_last - document.signed_last).days / DAYS_IN_YEAR))
    return 1


def _later(day: datetime.date, years: int) -> datetime.date:
    """The same day so many years later; 29 February becomes the 28th. Not beyond the year 9999."""
    year = min(day.year + years, datetime.MAXYEAR)
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def months_before(day: datetime.date, months: int) -> datetime.date:
    """The day so many months earlier, the last of the month where it has no such day.

    >>> months_before(datetime.date(2026, 8, 31), 6).isoformat()
    '2026-02-28'
    """
    count = max(day.year * MONTHS + day.month - 1 - months, MONTHS)
    year, month = divmod(count, MONTHS)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def final_end(document: Terms) -> datetime.date | None:
    """The last day of the last period; None where no end is known, and where it is renewed again and again."""
    first = document.ends_last
    if first is None or document.renews == "repeated":
        return None
    return _later(first, _step(document)) if document.renews == "once" else first


class Notice(NamedTuple):
    """The last day for notice in the first period, and where a period follows a period, the day of the year on which
    notice falls due in the later ones, month × 100 + day (29 February counts as the 28th).
    """

    decide_by: datetime.date | None
    decide_turn: int | None


def notice(document: Terms) -> Notice:
    """When notice must be given; nothing where no end or no time of notice is known."""
    if document.ends_last is None or document.notice_months is None:
        return Notice(None, None)
    first = months_before(document.ends_last, document.notice_months)
    if document.renews not in ("once", "repeated"):
        return Notice(first, None)
    later = months_before(_later(document.ends_last, 1), document.notice_months)
    return Notice(first, later.month * 100 + min(later.day, calendar.monthrange(COMMON_YEAR, later.month)[1]))
