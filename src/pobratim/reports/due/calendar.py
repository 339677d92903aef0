"""What is due as an iCalendar: whole days, so that no time zone can move them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.utils.translation import gettext
from icalendar import Calendar, Event, vDuration

from .told import Told

PRODUCT = "-//Pobratim//What is due//RU"
REFRESH = datetime.timedelta(hours=6)


def calendar(entries: Iterable[Told], made: datetime.datetime) -> bytes:
    """The calendar; entries without a day are left out, for a calendar has no place for them.

    Args:
        entries: what is due.
        made: the moment for `DTSTAMP`, with its time zone.
    """
    found = Calendar()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", gettext("Pobratim: what is due"))
    found.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    found.add("x-published-ttl", vDuration(REFRESH))  # the same for Outlook
    for one in entries:
        if one.day is not None:
            found.add_component(_event(one, one.day, made))
    return bytes(found.to_ical())


def _event(one: Told, day: datetime.date, made: datetime.datetime) -> Event:
    """One entry; the same one keeps its id when the calendar is fetched again."""
    event = Event()
    event.add("uid", f"{one.section}-{one.key}@pobratim")
    event.add("dtstamp", made.astimezone(datetime.UTC))
    event.add("dtstart", day)
    event.add("dtend", day + datetime.timedelta(days=1))
    event.add("summary", f"{one.heading}: {one.what}")
    quoted = [f"«{one.quote}»", one.source] if one.quote else []
    event.add("description", "\n".join([*quoted, one.address]))
    event.add("url", one.address)
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")  # the same for Outlook: what is due takes nobody's time
    event.add("categories", [one.heading])
    return event
