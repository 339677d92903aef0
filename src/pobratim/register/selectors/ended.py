"""Documents signed in a period, and documents that held before it and no longer at its end."""

from __future__ import annotations

import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from pobratim.register.lifecycle import HOLDING, Lifecycle
from pobratim.register.models import Document, DocumentState
from pobratim.register.successors import NOT_YET

from .cooperation import HEAVY

ENDED = (Lifecycle.LAPSED, Lifecycle.TERMINATED, Lifecycle.SUPERSEDED)
_DAY = datetime.timedelta(days=1)


def concluded(found: QuerySet[Document], first: datetime.date, last: datetime.date) -> QuerySet[Document]:
    """Those of the documents that were signed in the days given, the earliest first."""
    signed = found.exclude(status__in=NOT_YET).filter(signed_first__gte=first, signed_first__lte=last)
    return signed.order_by("signed_first", "key")


def ended(found: QuerySet[Document], first: datetime.date, last: datetime.date) -> tuple[list[Document], dict[str, Lifecycle]]:
    """Those of the documents that held on the day before and had ended by the last day, and their state then.

    One query, which looks at the states that are kept of every day.
    """
    states = DocumentState.objects.filter(document=OuterRef("pk"))
    held = Exists(states.filter(state__in=HOLDING, first__lt=first, last__gte=first - _DAY))
    within = Q(signed_first__range=(first, last))  # signed and ended within the same days: it did not hold on the day before
    after = states.filter(state__in=ENDED, first__lte=last, last__gte=last).values("state")[:1]
    over = found.defer(*HEAVY).exclude(status__in=NOT_YET).annotate(became=Subquery(after))
    over = over.filter(Q(held) | within, became__isnull=False).order_by(F("ends_last").asc(nulls_last=True), "key")
    became = {one.key: Lifecycle(one.became) for one in over}
    return list(over), became
