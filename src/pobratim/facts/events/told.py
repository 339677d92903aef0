"""What a telling word gives every event: its kind, status, day and place."""

from __future__ import annotations

from pobratim.facts.story import Story

from .draft import EventDraft
from .trigger import Trigger
from .view import EventView


def told(story: Story, view: EventView, trigger: Trigger) -> EventDraft:
    """A draft with the kind, the status and the day that its sentence tells."""
    return told_at(story, view, trigger.token, trigger.kind, trigger.status, trigger.rule)


def told_at(story: Story, view: EventView, at: int, kind: str, status: str, rule: str) -> EventDraft:
    """The same for a word that is no trigger of the lexicon."""
    token = view.tokens[at]
    draft = EventDraft(kind, view.sentence.index, token.start, token.end, status=status, past=view.recalled)
    draft.prove("kind", story.quote(token.start, token.end), rule)
    dated = view.date(at, status)
    if dated:
        draft.date = dated[0]
        draft.past = draft.past or not story.is_current(dated[0])
        draft.prove("date", story.quote(dated[1].start, dated[1].end), f"date-{dated[1].shape}")
    return draft


def add_where(story: Story, view: EventView, draft: EventDraft) -> None:
    """The place that the sentence says with «в» or «на»."""
    where = view.place()
    if where and where.actor:
        draft.place = story.registry.entity(where.actor)
        draft.prove("place", story.quote(where.start, where.end), "where")
