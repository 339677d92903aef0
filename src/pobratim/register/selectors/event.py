"""An event and what is around it: parties, people by side, documents, words said there, what it is part of."""

from __future__ import annotations

from typing import NamedTuple

from pobratim.register.models import (
    Document,
    DocumentParty,
    Event,
    EventDocument,
    EventParty,
    Mention,
    PageVersion,
    Participation,
    State,
    Statement,
)

from .cooperation import HEAVY, heavy
from .document import pages_of
from .hits import parties_of
from .said import told_on

AROUND = 40
_LEADING = frozenset(("head", "host"))


class Around(NamedTuple):
    """What is around an event, at most `AROUND` of each; `more_people` are those that are left out."""

    parties: list[EventParty]
    people: list[Participation]
    more_people: int
    documents: list[Document]
    statements: list[Statement]
    parts: list[Event]
    pages: list[PageVersion]


def around(event: Event) -> Around:
    """What is around an event; ten queries."""
    parties = event.party_rows.select_related("actor", "acts_for").defer(*heavy("actor", "acts_for"))
    there = people_of(event)
    people = event.participations.filter(person__in=there[:AROUND]).exclude(person__state=State.REJECTED)
    documents = Document.objects.filter(pk__in=EventDocument.objects.filter(event=event).values("document"))
    documents = documents.prefetch_related(parties_of(DocumentParty))
    parts = Event.objects.filter(within=event).exclude(state=State.REJECTED).defer(*HEAVY)
    return Around(
        list(parties.order_by("position", "pk")),
        list(people.select_related("person", "side").defer(*heavy("person", "side")).order_by("person__folded", "pk")),
        max(0, len(there) - AROUND),
        list(documents.exclude(state=State.REJECTED).defer(*HEAVY).order_by("signed_first", "key")[:AROUND]),
        said_at(event),
        list(parts.order_by("date_first", "key")[:AROUND]),
        list(pages_of(event.key)[:AROUND]),
    )


def people_of(event: Event) -> list[str]:
    """The keys of those who were there: who led a side or received it, then those of whom most pages say so."""
    told = [one["value"] for one in event.fields.get("person", []) if one["value"]["person"]]
    leading = [one["person"]["node"] for one in told if one["role"] in _LEADING]
    return list(dict.fromkeys((*leading, *(one["person"]["node"] for one in told))))


def said_at(event: Event) -> list[Statement]:
    """What the event's people said on the pages that tell of it, the earliest told first, at most `AROUND`; four queries.

    Asked step by step: in one query PostgreSQL, where it takes pages at random for dear, read all nodes for it.
    Where it fails: a page that tells of two events gives their words to both, if the speaker was at both.
    """
    pages = Mention.objects.filter(node__record=event.key).values_list("version", flat=True)
    there = set(event.participations.values_list("person", flat=True))
    told = Statement.objects.filter(pk__in=told_on(pages)).exclude(state=State.REJECTED).order_by("first_told", "key")
    keys = [key for key, speaker in told.values_list("key", "speaker") if speaker in there][:AROUND]
    found = Statement.objects.select_related("speaker").defer(*HEAVY, *heavy("speaker")).in_bulk(keys)
    return [found[key] for key in keys]
