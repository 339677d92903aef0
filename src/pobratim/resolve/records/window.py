"""The stretch of days in which a thing must have happened, as the page tells it."""

from __future__ import annotations

import calendar
import datetime
from typing import NamedTuple

from pobratim.core.memo import remembered

from .content import DAYS, Document, Event, full_day

DAY = datetime.timedelta(days=1)
NEAR_DAYS = 3  # two sites may differ by so much over one signing
PLANNED_DOCUMENT_DAYS = 365  # an announced document is signed within a year, or it is another one
PLANNED_EVENT_DAYS = 60
MOVED_DAYS = 45  # a signing that was announced for a day may be moved by so much
DOCUMENT_NEWS_DAYS = 30  # a story without a date tells what was signed not longer ago than this
EVENT_NEWS_DAYS = 7


class Window(NamedTuple):
    """First and last day, both inclusive."""

    first: datetime.date
    last: datetime.date

    def meets(self, other: Window) -> bool:
        """Whether some day lies in both."""
        return self.first <= other.last and other.first <= self.last

    def wider(self, days: int) -> Window:
        """So many days more at either end, as far as the calendar goes."""
        return Window(_shifted(self.first, -days), _shifted(self.last, days))

    def years(self) -> range:
        """The years it touches."""
        return range(self.first.year, self.last.year + 1)

    def months(self) -> list[str]:
        """The months it touches, `2024-04`."""
        first, last = self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month - 1
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]


def _shifted(day: datetime.date, days: int) -> datetime.date:
    try:
        return day + days * DAY
    except OverflowError:
        return day


@remembered(DAYS)
def date_window(value: str | None) -> Window | None:
    """The days that a partial date covers; None for none, for a day without a year, and for what is no date.

    >>> date_window("2024-02").last.isoformat(), date_window("--02-01") is None
    ('2024-02-29', True)
    """
    if not value or value.startswith("-"):
        return None
    try:
        parts = [int(part) for part in value.split("-")]
        if len(parts) == 1:
            return Window(datetime.date(parts[0], 1, 1), datetime.date(parts[0], 12, 31))
        if len(parts) == 2:
            year, month = parts
            return Window(datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1]))
        year, month, number = parts
        day = datetime.date(year, month, number)
    except (ValueError, TypeError, OverflowError):
        return None
    return Window(day, day)


def document_window(document: Document) -> Window | None:
    """When it was or will be signed; None where the page leaves that open (a document recalled without a date)."""
    own = date_window(document.date)
    if own is not None:
        return own.wider(MOVED_DAYS) if document.planned else own
    told = full_day(document.told)
    if told is None or document.background:
        return None
    if document.planned:
        return Window(told, _shifted(told, PLANNED_DOCUMENT_DAYS))
    return Window(_shifted(told, -DOCUMENT_NEWS_DAYS), told)


def event_window(event: Event) -> Window | None:
    """When it took or will take place; None where the page leaves that open."""
    own = date_window(event.date)
    if own is not None:
        return own.wider(NEAR_DAYS) if event.planned else own
    told = full_day(event.told)
    if told is None:
        return None
    if event.planned:
        return Window(told, _shifted(told, PLANNED_EVENT_DAYS))
    return Window(_shifted(told, -EVENT_NEWS_DAYS), told)
