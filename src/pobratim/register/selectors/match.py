"""News that may meet a plan: what is proposed to a person, the likeliest first."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import QuerySet

from pobratim.register.errors import NoSuchRecord
from pobratim.register.models import Match, Record
from pobratim.resolve.records.content import DOCUMENT, MEASURE, STATEMENT

from .hits import by_key
from .record import record_of
from .review import Telling, tellings
from .sentence import sentence_of

#: Of one measure, promise or document no more are proposed at a time.
A_TARGET = 8


class Proposed(NamedTuple):
    """A match with its two records; the sentence of a page that tells of the second, and that page (None: no page does)."""

    match: Match
    target: Record
    record: Record
    sentence: str
    telling: Telling | None

    @property
    def why(self) -> dict[str, Any]:
        """The reasons, as `resolve.plans.match.Reasons`."""
        return dict(self.match.why)


def matches(kind: str = "") -> QuerySet[Match]:
    """All that are proposed, or those for measures (`m`), promises (`s`), documents (`d`) alone."""
    found = Match.objects.order_by("-score", "target", "record")
    return found.filter(target__startswith=kind) if kind in (MEASURE, STATEMENT, DOCUMENT) and kind else found


def match_of(target: str, record: str) -> Match:
    """The match of two records, by their keys.

    Raises:
        NoSuchRecord: none is proposed.
    """
    found = Match.objects.filter(target=record_of(target).key, record=record_of(record).key).first()
    if found is None:
        raise NoSuchRecord("no match of these two is proposed", address=f"{target[:30]} {record[:30]}")
    return found


def proposed(found: list[Match]) -> list[Proposed]:
    """The matches with their records and proof; a handful of queries."""
    records = by_key({key for one in found for key in (one.target, one.record)})
    told = tellings(one.record for one in found)
    rows = []
    counts: dict[str, int] = {}
    for one in found:
        counts[one.target] = counts.get(one.target, 0) + 1
        if one.target in records and one.record in records and counts[one.target] <= A_TARGET:
            telling = next(iter(told.get(one.record, [])), None)
            sentence = sentence_of(telling.page.text, telling.spans) if telling else ""
            rows.append(Proposed(one, records[one.target], records[one.record], sentence, telling))
    return rows
