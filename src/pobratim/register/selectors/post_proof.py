"""Where it is told that a person holds a post: the last page that says so, however many pages name the person."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping

import msgspec

from pobratim.register.derive.draft import key_in, resolved
from pobratim.register.field import refs_in
from pobratim.register.models import Appointment, Claim, Mention, Node, State

from .proof import Proofs, read_proofs
from .told import told_by

#: So many pages of each person are looked at in one turn after another, the latest first, until the posts asked for are told.
TURNS = (4, 16, 64, 256, 1024, 4096)


def posts_told(wanted: Mapping[str, Collection[Appointment]], on: datetime.date) -> Proofs:
    """Person → posts, each by the last page that told of it by the day, else by one without a day.

    Two queries, and two in each turn: one turn where the latest pages tell the posts.

    Args:
        wanted: person → the posts of which the proof is asked for; none: any that is told last.
        on: the day.

    Where it fails: a post that none of the latest 5,000 pages about the person tells has no proof.
    """
    waiting = _mentions(wanted, on)
    latest: dict[tuple[str, str], int] = {}
    for most in TURNS:
        if not waiting:
            break
        turn = {person: pages[:most] for person, pages in waiting.items()}
        for person, value, number in _claims(turn):
            latest.setdefault((person, value), number)
        told = _told(latest)
        rest = {person: pages[most:] for person, pages in waiting.items()}
        waiting = {person: pages for person, pages in rest.items() if pages and not _answered(wanted[person], told.get(person))}
    return read_proofs([(person, "post", value, number) for (person, value), number in latest.items()])


def _mentions(people: Iterable[str], on: datetime.date) -> dict[str, list[int]]:
    """Person → the mentions on pages known by the day, the latest first, those without a day last; the index alone is read."""
    rows = Mention.objects.filter(told_by(on, "published"), node__record__in=list(people))
    found: dict[str, list[tuple[int, int]]] = {}
    for person, number, day in rows.values_list("node__record", "pk", "published"):
        found.setdefault(person, []).append((-day.toordinal() if day else 0, number))
    return {person: [number for _, number in sorted(some)] for person, some in found.items()}


def _claims(turn: Mapping[str, Collection[int]]) -> list[tuple[str, str, int]]:
    """`(person, value, number)` of the posts that these mentions tell, in their order."""
    place = {number: (order, person) for person, some in turn.items() for order, number in enumerate(some)}
    rows = Claim.objects.filter(mention__in=list(place), field="post").exclude(state=State.REJECTED)
    found = sorted((*place[mention], number, value) for mention, value, number in rows.values_list("mention", "value", "pk"))
    return [(person, value, number) for _, person, number, value in found]


def _told(latest: Iterable[tuple[str, str]]) -> dict[str, set[tuple[str, str | None]]]:
    """Person → the posts told: their titles, and where they are held."""
    values = [(person, msgspec.json.decode(value)) for person, value in latest]
    named = set().union(*(refs_in(value) for _, value in values))
    records = dict(Node.objects.filter(key__in=named).values_list("key", "record")) if named else {}
    found: dict[str, set[tuple[str, str | None]]] = {}
    for person, value in values:
        post = resolved(value, records)
        found.setdefault(person, set()).add((post["title"], key_in(post.get("of"))))
    return found


def _answered(wanted: Collection[Appointment], told: Collection[tuple[str, str | None]] | None) -> bool:
    return bool(told) and all((one.title, one.of_id) in (told or ()) for one in wanted)
