"""What was said of the cooperation of two sides: words about their documents, and at their meetings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db.models import Q

from pobratim.register.models import (
    EventDocument,
    Mention,
    Participation,
    Signature,
    State,
    Statement,
    StatementDocument,
)
from pobratim.resolve.records.content import STATEMENT

from .cooperation import HEAVY, heavy
from .told import told_by

_AFTER = chr(ord(STATEMENT) + 1)  # nodes' keys begin with their kind


def told_on(pages: Iterable[int]) -> list[str]:
    """The keys of the statements that these pages tell of; one query."""
    mentions = Mention.objects.filter(version__in=list(pages), node__gte=STATEMENT, node__lt=_AFTER)
    return list(mentions.values_list("node__record", flat=True).distinct())


def said_between(documents: Iterable[str], events: Iterable[str], on: datetime.date, limit: int) -> list[Statement]:
    """Statements about some documents, and those of their signatories and of the events' people on the pages that tell of them.

    Told by the day; the latest first. Five queries at most.

    Where it fails: a page that tells of two meetings gives the words of a person who was at both to both.
    """
    documents, events = list(documents), list(events)
    about = StatementDocument.objects.filter(document__in=documents).values("statement")
    people = set(Participation.objects.filter(event__in=events).values_list("person", flat=True))
    people |= set(Signature.objects.filter(document__in=documents).values_list("person", flat=True))
    at = EventDocument.objects.filter(document__in=documents).values_list("event", flat=True)
    people |= set(Participation.objects.filter(event__in=list(at)).values_list("person", flat=True))
    pages = set(Mention.objects.filter(node__record__in=[*documents, *events]).values_list("version", flat=True))
    found = Statement.objects.filter(Q(pk__in=about) | Q(pk__in=told_on(pages), speaker__in=people))
    found = found.exclude(state=State.REJECTED)
    found = found.filter(told_by(on)).select_related("speaker")
    return list(found.defer(*HEAVY, *heavy("speaker")).order_by("-first_told", "key")[:limit])
