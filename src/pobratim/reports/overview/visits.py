"""The calendar of contacts in a period: what was held, what is planned."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.utils import translation
from django.utils.translation import gettext

from pobratim.register.errors import WrongValue
from pobratim.register.models import Event
from pobratim.register.selectors.cooperation import events_of
from pobratim.register.selectors.day_words import partial_date
from pobratim.register.selectors.label import upper_first
from pobratim.register.selectors.proof import proofs_on
from pobratim.register.selectors.whole import whole_events
from pobratim.reports.briefing.phrases import counted, day_of, not_listed, parties_of, short_date
from pobratim.reports.names import actor_name, person_name
from pobratim.reports.paper import Gap, Heading, Line, Paper, Paragraph, Table
from pobratim.reports.sources import Sources, numbered
from pobratim.reports.words import word
from pobratim.words import codes

from .rows import MOST, partner_of

_PEOPLE = 6


def visits(first: datetime.date, last: datetime.date, on: datetime.date, *, partner: str = "", language: str = "ru") -> Paper:
    """Visits, meetings and other contacts of a period in their order, month by month, as known on a day.

    Args:
        first: of the period.
        last: of the period.
        on: what was told later is left out of what is planned; what lies after it is planned.
        partner: key; only its contacts.
        language: `ru` or `en`.

    Raises:
        NoSuchRecord: no partner has that key.
        WrongValue: the period ends before it begins.
    """
    if last < first:
        raise WrongValue("the period ends before it begins")
    with translation.override(language):
        actor = partner_of(partner)
        found = (events_of(actor.key) if actor else events_of()).exclude(status="cancelled")
        found = found.filter(date_last__gte=first, date_first__lte=last)
        found = found.filter(date_first__lte=on) | found.filter(date_first__gt=on, first_told__lte=on)
        total = found.count()
        shown = list(whole_events(found.order_by("date_first", "key"))[:MOST])
        sources = Sources()
        sources.proofs.update(proofs_on([one.key for one in shown], on))
        title = gettext("Calendar of contacts")
        period = gettext("from {first} to {last}, as known on {day}")
        told = period.format(first=day_of(first), last=day_of(last), day=day_of(on))
        paper = Paper(title, f"{actor_name(actor)}, {told}" if actor else upper_first(told), language, wide=True)
        paper.words["sources"] = gettext("Sources")
        paper.add(Paragraph((counted(gettext("Contacts: {number}.").format(number=total)),)))
        if not shown:
            paper.add(Gap(gettext("The register knows of no contact in this period.")))
        for month, some in _months(shown).items():
            paper.add(Heading(upper_first(partial_date(month)), 2), _table(some, sources, on))
        paper.add(*not_listed(total - len(shown)))
        return numbered(paper, sources.found)


def _months(found: Sequence[Event]) -> dict[str, list[Event]]:
    months: dict[str, list[Event]] = {}
    for one in found:
        if one.date_first:
            months.setdefault(one.date_first.isoformat()[:7], []).append(one)
    return months


def _table(found: Sequence[Event], sources: Sources, on: datetime.date) -> Table:
    head = (
        gettext("Day"),
        gettext("Contact"),
        gettext("Parties"),
        gettext("Place"),
        gettext("Participants"),
        gettext("State"),
        gettext("Src."),
    )
    rows = tuple(
        (
            Line(short_date(one.date)),
            Line(upper_first(word(codes.EVENT_KINDS, one.kind))),
            Line(parties_of(one) or gettext("not told")),
            Line(actor_name(one.place) if one.place else gettext("not told")),
            Line(_people(one)),
            Line(_state(one, on), computed=True),
            Line("", sources.of(one, "kind", "date", "person")),
        )
        for one in found
    )
    return Table(head, rows, (5, 5, 11, 6, 12, 6, 4))


def _people(event: Event) -> str:
    names = list(dict.fromkeys(person_name(row.person) for row in event.participations.all()))
    more_ = "…" if len(names) > _PEOPLE else ""
    return ", ".join(names[:_PEOPLE]) + more_ if names else gettext("not told")


def _state(event: Event, on: datetime.date) -> str:
    """Held, planned for a day to come, or planned for a day that has passed: nobody tells that it was held."""
    if event.date_first and event.date_first > on:
        return upper_first(word(codes.STATUSES, "planned"))
    if event.status == "planned":
        return gettext("Planned; whether it was held is not told")
    return upper_first(word(codes.STATUSES, event.status))
