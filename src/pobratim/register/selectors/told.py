"""What pages had told by a day."""

from __future__ import annotations

import datetime

from django.db.models import Q


def told_by(day: datetime.date, column: str = "first_told") -> Q:
    """What was told by the day, and what only pages without a day tell.

    Args:
        day: the day.
        column: that which holds the day of the telling.
    """
    return Q(**{f"{column}__lte": day}) | Q(**{column: None})


def known_by(day: datetime.date, told: datetime.date | None) -> bool:
    """The same of what has been read already; `told` is the day of the telling."""
    return told is None or told <= day
