"""Plans entered by hand, and reports on their measures."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from pobratim.lexicon.gazetteer import lookup
from pobratim.register import sql
from pobratim.register.claims import term_json
from pobratim.register.errors import WrongValue
from pobratim.register.lists.term import term_of
from pobratim.register.models import Measure, PersonDecision
from pobratim.register.plans.context import KnownActors
from pobratim.register.selectors.record import record_of
from pobratim.resolve.records.content import ACTOR, DOCUMENT

from .decision import Author
from .enter import New, record_enter
from .field import field_edit


@transaction.atomic
def plan_enter(
    *, title: str, parties: Iterable[str], author: Author, kind: str = "plan", at: datetime.datetime | None = None
) -> str:
    """Enters a plan by its title and the names of its sides; returns its key. «… на 2024–2026 годы» gives its term too.

    A side that the register does not know for sure is entered too: as the place that the gazetteer has under the name, else
    as a body.

    Raises:
        WrongValue: no title, or fewer than two sides.
    """
    sides = [name for name in (" ".join(one.split()) for one in parties) if name]
    if len(sides) < 2:
        raise WrongValue("a plan needs two sides at least")
    known = KnownActors({})
    told = [{"node": key} if (key := known.key_of(name, "")) else _new(name) for name in sides]
    title = " ".join(title.split())
    fields: dict[str, Any] = {
        "kind": kind,
        "title": title,
        "status": {"status": "signed", "background": False},
        "party": [{"actor": one} for one in told],
    }
    if not title:
        raise WrongValue("a plan needs a title")
    if term := term_of(title):
        fields["term"] = term_json(term)
    return record_enter(kind=DOCUMENT, fields=fields, author=author, at=at)


def _new(name: str) -> New:
    place = next(iter(lookup(name)), None)
    return New(ACTOR, name, place.kind if place else "other")


@transaction.atomic
def report_add(*, key: str, report: Mapping[str, Any], author: Author, reason: str = "") -> PersonDecision:
    """A report on a measure: how it stands in a period, by the word of one side.

    Args:
        key: of the measure.
        report: as `values.follow_up.Report`, without author and day: they are those of the one who reports, and today.
        author: who reports.
        reason: in the person's words, empty for none.

    Raises:
        WrongValue: the report does not fit, the period ends before it begins, or the record is no measure.
    """
    sql.lock()
    measure = record_of(key)
    if not isinstance(measure, Measure):
        raise WrongValue("not a measure", address=key[:60])
    if str(report.get("last", "")) < str(report.get("first", "")):
        raise WrongValue("the period ends before it begins", address=measure.key)
    told = {**report, "author": author.name, "made": timezone.localdate().isoformat()}
    return field_edit(key=measure.key, field="report", value=[*measure.reports, told], author=author, reason=reason)


@transaction.atomic
def report_withdraw(*, key: str, number: int, author: Author, reason: str = "") -> PersonDecision:
    """Takes a report back, by its place among the measure's reports.

    Raises:
        WrongValue: there is none at that place, or the record is no measure.
    """
    sql.lock()
    measure = record_of(key)
    if not isinstance(measure, Measure) or not 0 <= number < len(measure.reports):
        raise WrongValue("there is no such report", address=key[:60])
    kept = [one for place, one in enumerate(measure.reports) if place != number]
    return field_edit(key=measure.key, field="report", value=kept, author=author, reason=reason)
