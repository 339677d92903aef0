"""All events of a story: drafts gathered sentence by sentence, joined, completed from the page, and admitted."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

from pobratim.core.facts import Event, EventKind, EventStatus
from pobratim.facts.documents.draft import Draft
from pobratim.facts.story import Story

from .complete import complete
from .draft import TALKS, EventDraft
from .forum import forums_of
from .gate import admitted
from .meeting import meetings_of
from .member import add_members, add_represented
from .merge import merge_events
from .occasion import openings_of, sessions_of
from .signing import signings_of
from .tie import ties_of
from .view import EventView, event_views
from .visit import delegations_at_gatherings, visits_of


def find_events(story: Story, drafts: list[Draft], ids: dict[int, str]) -> tuple[list[Event], list[EventDraft]]:
    """The events of a story in order of first mention, each with its evidence, and the drafts that they were made of.

    «Делегация Минска прибыла в Уфу. Мэры подписали соглашение» gives a visit and a signing.

    Args:
        story: the page's reading.
        drafts: the documents of the story, in order.
        ids: the id of each document by the draft's `id()`.
    """
    events = draft_events(story, drafts)
    numbered = {id(e): f"e{n}" for n, e in enumerate(events, 1)}
    return [_event(event, numbered, ids) for event in events], events


def draft_events(story: Story, drafts: list[Draft]) -> list[EventDraft]:
    """The drafts of a page's events, joined, completed and admitted, in order of first mention."""
    views = event_views(story)
    told: list[EventDraft] = []
    for view in views:
        if view.triggers:
            told += visits_of(story, view) + meetings_of(story, view)
        if "group" in view.sentence.uses:
            told += delegations_at_gatherings(story, view)
        told += forums_of(story, view)
        if "cue" in view.sentence.uses:
            told += openings_of(story, view)
        told += sessions_of(story, view)
    carry_past(views, told)
    merged = merge_events(story, told)
    add_members(story, views, [e for e in merged if e.kind == "visit"])
    add_represented(story, views, [e for e in merged if e.kind in TALKS])
    merged += signings_of(story, views, drafts, merged) + ties_of(story, views, drafts)
    complete(story, merged, drafts)
    kept = admitted(story, merged, drafts)
    return sorted(kept, key=lambda e: (e.sentence, e.start))


def told_talks(story: Story) -> list[EventDraft]:
    """The meetings and negotiations of any page, joined but not admitted: also those that are no cooperation.

    «Премьер-министр встретился с послом» gives one.
    """
    told = [draft for view in event_views(story) if view.triggers for draft in meetings_of(story, view)]
    return [e for e in merge_events(story, told) if not e.weak or len(e.people) > 1]


def carry_past(views: list[EventView], told: list[EventDraft]) -> None:
    """«В мае пензенцы побывали в Бухаре. На тамошних переговорах …»: what follows history without a day is history too."""
    for before, draft in pairwise(told):
        here, there = views[draft.sentence].sentence, views[before.sentence].sentence
        near = here.index - there.index == 1 and here.paragraph == there.paragraph
        if before.past and near and draft.date is None and not views[draft.sentence].dates:
            draft.past, draft.date = True, before.date


def _event(draft: EventDraft, numbered: dict[int, str], ids: dict[int, str]) -> Event:
    return Event(
        id=numbered[id(draft)],
        kind=cast(EventKind, draft.kind),
        status=cast(EventStatus, draft.status),
        date=draft.date,
        place=draft.place,
        host=draft.host,
        parties=draft.parties,
        people=draft.people,
        documents=[ids[id(d)] for d in draft.documents if id(d) in ids],
        within=numbered.get(id(draft.within)) if draft.within else None,
        evidence=draft.evidence,
    )


__all__ = ["EventView", "draft_events", "find_events", "told_talks"]
