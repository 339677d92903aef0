"""Matches of news and plans: a person says what a record means for a measure, a promise, a document, or that it does not."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from pobratim.register import sql
from pobratim.register.errors import WrongDecision
from pobratim.register.match.update import MATCH
from pobratim.register.models import Document, Event, Measure, PersonDecision, Record, Statement
from pobratim.register.models.decision import Action
from pobratim.register.permission import Permission, require
from pobratim.register.selectors.match import match_of
from pobratim.register.selectors.record import record_of

from .decision import Author, decide, named_in, records_merge
from .field import field_edit
from .plan import report_add

#: How a document announced and one signed may hang together, beside being one.
SAME, RELATIONS = "same", ("implements", "within", "confirms")


@transaction.atomic
def match_accept(*, target: str, record: str, state: str, author: Author, fact: str = "", reason: str = "") -> PersonDecision:
    """What is told by `record` is what became of `target`: a report on a measure, the outcome of a promise, one document.

    Args:
        target: key of a measure, a statement with a promise, or a document announced.
        record: key of the event or document that is the evidence.
        state: of a measure as in `follow_up.MeasureState`, of a promise as in `follow_up.Outcome`; of a document `same`
            or the kind of relation in which the signed one stands to it.
        author: who says so.
        fact: what was done, in the person's words.
        reason: why it is so, empty for none.

    Raises:
        NoSuchRecord: no match of the two is proposed.
        WrongDecision: the state is none of those.
        WrongValue: the value does not fit.
        NotAllowed: to merge documents takes the role of a manager, all else that of an editor.
    """
    require(author.user, Permission.REVIEW)
    sql.lock()
    match = match_of(target, record)
    planned, done = record_of(match.target), record_of(match.record)
    evidence = [{"node": done.key}]
    first, last = days_of(done)
    if isinstance(planned, Measure):
        report = {"state": state, "first": first.isoformat(), "last": last.isoformat(), "fact": fact, "evidence": evidence}
        return report_add(key=planned.key, report=report, author=author, reason=reason)
    if isinstance(planned, Statement):
        outcome = {"state": state, "on": last.isoformat(), "fact": fact, "evidence": evidence}
        return field_edit(key=planned.key, field="outcome", value=outcome, author=author, reason=reason)
    if state == SAME:
        return records_merge(keys=[planned.key, done.key], author=author, reason=reason)
    if state not in RELATIONS:
        raise WrongDecision("it must be said how the two documents hang together", address=planned.key)
    held: list[dict[str, Any]] = [one["value"] for one in done.fields.get("relation", [])]
    related = [*held, {"kind": state, "to": {"node": planned.key}}]
    return field_edit(key=done.key, field="relation", value=related, author=author, reason=reason)


@transaction.atomic
def match_reject(*, target: str, record: str, author: Author, reason: str = "") -> PersonDecision:
    """The one is not what became of the other: the two are not proposed again unless the decision is taken back.

    Raises:
        NoSuchRecord: no match of the two is proposed.
    """
    require(author.user, Permission.REVIEW)
    sql.lock()
    match = match_of(target, record)
    value = {"node": match.record}
    return decide(Action.REJECT, [(match.target, 0), *named_in(value)], author, reason, field=MATCH, value=value)


def days_of(record: Record) -> tuple[datetime.date, datetime.date]:
    """The days of an event or a document, else those on which pages told of it, else today."""
    first, last = record.first_told, record.last_told
    if isinstance(record, Event):
        first, last = record.date_first or first, record.date_last or last
    if isinstance(record, Document):
        first, last = record.signed_first or first, record.signed_last or last
    today = timezone.localdate()
    return first or today, last or first or today
