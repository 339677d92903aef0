"""Documents signed in a period, and documents that held before it and no longer at its end."""

from __future__ import annotations

import datetime

from django.db.models import F, Q, QuerySet

from pobratim.register.lifecycle import HOLDING, Lifecycle
from pobratim.register.models import Document, DocumentRelation
from pobratim.register.successors import NOT_YET, SUCCEEDING

from .cooperation import HEAVY
from .state import states_on

#: So many documents that may have ended are looked at.
LOOKED_AT = 3000
_ENDED = (Lifecycle.LAPSED, Lifecycle.TERMINATED, Lifecycle.SUPERSEDED)
_DAY = datetime.timedelta(days=1)


def concluded(found: QuerySet[Document], first: datetime.date, last: datetime.date) -> QuerySet[Document]:
    """Those of the documents that were signed in the days given, the earliest first."""
    signed = found.exclude(status__in=NOT_YET).filter(signed_first__gte=first, signed_first__lte=last)
    return signed.order_by("signed_first", "key")


def ended(found: QuerySet[Document], first: datetime.date, last: datetime.date) -> tuple[list[Document], dict[str, Lifecycle]]:
    """Those of the documents that held on the day before and had ended by the last day, and their state then.

    Four queries. Looked at are those whose term, successor or course may have ended them in these days, 3,000 at most.
    """
    newer = DocumentRelation.objects.filter(kind__in=SUCCEEDING, document__signed_first__range=(first, last))
    term = Q(ends_last__gte=first - _DAY, ends_last__lte=last) | Q(renews="once", ends_last__lt=first)
    other = Q(status="terminated") | Q(pk__in=newer.values("to")) | ~Q(course=[])
    many = list(
        found.defer(*HEAVY)
        .exclude(status__in=NOT_YET)
        .filter(term | other)
        .order_by(F("ends_last").asc(nulls_last=True), "key")[:LOOKED_AT]
    )
    held = states_on(many, first - _DAY)
    # signed and ended within the same days: it did not hold on the day before
    before = {one.key for one in many if held[one.key] in HOLDING or (one.signed_first and first <= one.signed_first <= last)}
    after = states_on(many, last)
    over = [one for one in many if one.key in before and after[one.key] in _ENDED]
    return over, {one.key: after[one.key] for one in over}
