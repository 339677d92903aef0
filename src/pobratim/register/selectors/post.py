"""Posts of people on a day: a signatory's post is the one held then."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from django.db.models import F, Q

from pobratim.lexicon.people import posts as post_kinds
from pobratim.register.models import Actor, Appointment, State

from .cooperation import ORGANS, heavy
from .told import told_by

_HEADS = ("monarch", "state_head", "government_head", "region_head", "city_head", "village_head", "head", "rector")
_RANKS = {**dict.fromkeys(_HEADS, 0), "speaker": 1, "deputy": 2, "minister": 2}
_OTHER = 3
LOOKED_AT = 200


def posts_on(people: Iterable[str], day: datetime.date | None) -> dict[str, Appointment]:
    """Person → the post that pages tell nearest to the day; without a day, the one told by most pages.

    Where it fails: a post counts from the first to the last page that tells of it, which is later and earlier than it
    was taken up and given up.
    """
    return {person: nearest(posts, day) for person, posts in posts_of(people).items()}


def posts_of(people: Iterable[str]) -> dict[str, list[Appointment]]:
    """Person → all posts that pages tell of; one query."""
    found: dict[str, list[Appointment]] = {}
    rows = Appointment.objects.filter(person__in=list(people)).select_related("of").defer(*heavy("of"))
    for one in rows.order_by("title", "pk"):
        found.setdefault(one.person_id, []).append(one)
    return found


def nearest(posts: Sequence[Appointment], day: datetime.date | None) -> Appointment:
    """The post that pages tell nearest to the day, as in `posts_on`."""
    return min(posts, key=lambda one: (_distance(one, day), -one.pages, one.title))


def _distance(post: Appointment, day: datetime.date | None) -> int:
    """Days between the day and the time in which pages tell of the post; a post without a time is far."""
    if day is None or post.first_told is None or post.last_told is None:
        return 0 if day is None else datetime.date.max.toordinal()
    return max((post.first_told - day).days, (day - post.last_told).days, 0)


def leaders(actor: str, on: datetime.date, limit: int) -> list[Appointment]:
    """Posts in an actor and in its organs of power that pages told of by the day: heads first, then the latest told.

    Looked at are the 200 told last, what only pages without a day tell of behind the others; one post a person, one
    person a head's post.
    """
    own = Actor.objects.filter(Q(pk=actor) | Q(within=actor, kind__in=ORGANS)).values("pk")
    known = told_by(on)
    rows = Appointment.objects.filter(known, of__in=own).exclude(person__state=State.REJECTED)
    rows = rows.select_related("person", "of").defer(*heavy("person", "of"))
    rows = rows.order_by(F("last_told").desc(nulls_last=True), "-pages", "pk")
    seen: set[str] = set()
    found: list[Appointment] = []
    for one in sorted(rows[:LOOKED_AT], key=lambda post: rank_of(post.title)):
        office = f"{one.of_id} {one.title.casefold()}" if rank_of(one.title) == 0 else ""
        if not {one.person_id, office} & seen:
            seen |= {one.person_id, office} - {""}
            found.append(one)
    return found[:limit]


def rank_of(title: str) -> int:
    """How high a post stands: 0 heads, 1 speakers, 2 deputies and ministers, 3 others; by the first word that is a post's.

    >>> rank_of("губернатор"), rank_of("первый заместитель губернатора")
    (0, 2)
    """
    kinds = post_kinds()
    known = next((kinds[word] for word in title.casefold().split() if word in kinds), "")
    return _RANKS.get(known, _OTHER)
