"""Part 9: questions that follow from the rest: what is overdue, unsigned, ending, lapsed, promised, silent."""

from __future__ import annotations

import datetime
from itertools import chain

from django.utils.translation import gettext

from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Document
from pobratim.register.promise import OPEN
from pobratim.register.selectors.promise import became
from pobratim.reports.paper import Block, Bullets, Gap, Line

from .documents import ending_soon
from .matter import Matter
from .phrases import and_more, counted, day_of, of_document
from .plan import name_of, overdue_of
from .promises import promised, stale_of, what_of

SILENCE = datetime.timedelta(days=365)
LAPSED = datetime.timedelta(days=3 * 365)
MEASURES, _SHORT_ROWS = 8, 5


def questions(matter: Matter) -> list[Block]:
    """One question a matter, the most pressing first."""
    lines = tuple(_all(matter))
    return [Bullets(lines)] if lines else [Gap(gettext("Nothing in the register calls for a question."))]


def questions_short(matter: Matter) -> list[Block]:
    """The first of them."""
    lines = tuple(_all(matter))[:_SHORT_ROWS]
    return [Bullets(lines)] if lines else [Gap(gettext("Nothing in the register calls for a question."))]


def _all(matter: Matter) -> list[Line]:
    return list(chain(_overdue(matter), _ending(matter), _lapsed(matter), _unsigned(matter), _promised(matter), _silent(matter)))


def _overdue(matter: Matter) -> list[Line]:
    told = gettext("What became of the measure «{measure}», which was due on {day}?")
    found = overdue_of(matter)
    more = [counted(and_more(len(found) - MEASURES))] if len(found) > MEASURES else []
    lines = [
        Line(told.format(measure=name_of(item.measure), day=day_of(item.standing.due)), matter.cites(item.measure, "text", "due"))
        for _, item in found[:MEASURES]
        if item.standing.due
    ]
    return lines + more


def _ending(matter: Matter) -> list[Line]:
    told = gettext("Is it to be prolonged or replaced: {document}, which ends on {day}?")
    return [
        Line(told.format(document=of_document(matter, one), day=day_of(matter.ends[one.key])), matter.cites(one, "term"))
        for one in ending_soon(matter)
    ]


def _lapsed(matter: Matter) -> list[Line]:
    told = gettext("Is it to be concluded anew: {document}, which lapsed on {day}?")
    return [
        Line(told.format(document=of_document(matter, one), day=day_of(matter.ends[one.key])), matter.cites(one, "term"))
        for one in matter.in_state(Lifecycle.LAPSED)
        if one.key in matter.ends and matter.ends[one.key] > matter.on - LAPSED and not _followed(matter, one)
    ]


def _followed(matter: Matter, lapsed: Document) -> bool:
    """Whether a newer document of the kind holds."""
    held = matter.in_state(Lifecycle.IN_FORCE, Lifecycle.SIGNED)
    return any(
        one.kind == lapsed.kind and one.signed_first and lapsed.signed_first and one.signed_first > lapsed.signed_first
        for one in held
    )


def _unsigned(matter: Matter) -> list[Line]:
    told = gettext("Is it still meant to be signed: {document}?")
    lately = [one for one in stale_of(matter) if one.first_told and one.first_told > matter.on - LAPSED]
    return [Line(told.format(document=of_document(matter, one)), matter.cites(one, "status")) for one in lately]


def _promised(matter: Matter) -> list[Line]:
    told = gettext("What became of the promise: «{promise}»?")
    open_ = [one for one in promised(matter) if became(one, matter.on).state == OPEN]
    return [Line(told.format(promise=what_of(one)), matter.cites(one, "promise", "text")) for one in open_]


def _silent(matter: Matter) -> list[Line]:
    """A document is in force, and for a year nothing is told of the two."""
    held = matter.in_state(Lifecycle.IN_FORCE, Lifecycle.SIGNED)
    days = [day for one in held if (day := one.signed_first)] + [day for one in matter.events if (day := one.date_last)]
    if not held or not days or max(days) > matter.on - SILENCE:
        return []
    told = gettext("Contacts: since {day} no page tells of a meeting or a new document. What is to follow?")
    return [Line(told.format(day=day_of(max(days))), computed=True)]
