"""How much there is: the figures of the register."""

from __future__ import annotations

from typing import NamedTuple

from pobratim.register.models import Actor, Document, Event, PageVersion, Person, Source, State, Statement

from .record import MODELS


class Figures(NamedTuple):
    """Numbers of records that are not rejected, of current pages and of sites."""

    documents: int
    events: int
    people: int
    actors: int
    statements: int
    pages: int
    sources: int


def figures() -> Figures:
    """The figures now."""
    kept = {model: model._default_manager.exclude(state=State.REJECTED).count() for model in MODELS.values()}
    return Figures(
        documents=kept[Document],
        events=kept[Event],
        people=kept[Person],
        actors=kept[Actor],
        statements=kept[Statement],
        pages=PageVersion.objects.filter(current=True).count(),
        sources=Source.objects.count(),
    )
