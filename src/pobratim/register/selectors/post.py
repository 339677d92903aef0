"""Posts of people on a day: a signatory's post is the one held then."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from pobratim.register.models import Appointment


def posts_on(people: Iterable[str], day: datetime.date | None) -> dict[str, Appointment]:
    """Person → the post that pages tell nearest to the day; without a day, the one told by most pages.

    Where it fails: a post counts from the first to the last page that tells of it, which is later and earlier than it
    was taken up and given up.
    """
    found: dict[str, list[Appointment]] = {}
    for one in Appointment.objects.filter(person__in=list(people)).select_related("of").order_by("title", "pk"):
        found.setdefault(one.person_id, []).append(one)
    return {person: min(posts, key=lambda one: (_distance(one, day), -one.pages, one.title)) for person, posts in found.items()}


def _distance(post: Appointment, day: datetime.date | None) -> int:
    """Days between the day and the time in which pages tell of the post; a post without a time is far."""
    if day is None or post.first_told is None or post.last_told is None:
        return 0 if day is None else datetime.date.max.toordinal()
    return max((post.first_told - day).days, (day - post.last_told).days, 0)
