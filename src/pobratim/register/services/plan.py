"""Reports on the measures of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from pobratim.register import sql
from pobratim.register.errors import WrongValue
from pobratim.register.models import Measure, PersonDecision
from pobratim.register.selectors.record import record_of

from .decision import Author
from .field import field_edit


@transaction.atomic
def report_add(*, key: str, report: Mapping[str, Any], author: Author, reason: str = "") -> PersonDecision:
    """A report on a measure: how it stands in a period, by the word of one side.

    Args:
        key: of the measure.
        report: as `field.Report`, without author and day: they are those of the one who reports, and today.
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
