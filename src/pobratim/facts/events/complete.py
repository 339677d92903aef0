"""What the whole page adds to its events: sides told elsewhere, days, the gathering they happened at."""

from __future__ import annotations

from pobratim.facts.documents.draft import Draft
from pobratim.facts.story import Story

from .draft import TALKS, EventDraft
from .merge import dates_agree
from .place import add_party, related
from .view import EventView

_DATED = frozenset(("signing", "meeting", "negotiation", "working_group", "opening"))


def complete(story: Story, views: list[EventView], events: list[EventDraft], drafts: list[Draft]) -> None:
    """Fills the drafts in place: weak talks take the sides of the visit, forums their people and documents."""
    _weak_talks(story, events)
    for event in events:
        if event.kind in _DATED and event.date is None and event.status == "held":
            _scene_date(story, event)
        if event.kind == "forum":
            _forum_content(story, event, events, drafts)
    _nest(story, events)


def _weak_talks(story: Story, events: list[EventDraft]) -> None:
    """«На встрече говорили об обмене»: those whom the visit brought together met, if no meeting of theirs is told."""
    visits = [e for e in events if e.kind == "visit" and not e.weak]
    for talk in [e for e in events if e.kind in TALKS and e.weak]:
        visit = next((v for v in reversed(visits) if v.sentence <= talk.sentence and v.status == talk.status), None)
        if visit is None or len(visit.parties) < 2 and len(visit.people) < 2:
            continue
        for party in visit.parties:
            add_party(story, talk.parties, party)
        for person in visit.people:
            if person.role in ("head", "host"):
                talk.attend(person.person, "participant" if person.role == "head" else "host", person.side)
        talk.weak = False


def _scene_date(story: Story, event: EventDraft) -> None:
    near = story.scene_date(event.sentence)
    if near is not None:
        event.date = near
        if near.evidence:
            event.prove("date", near.evidence[0], "scene-date")


def _forum_content(story: Story, forum: EventDraft, events: list[EventDraft], drafts: list[Draft]) -> None:
    """The documents and people of the signings that the gathering can have seen."""
    for signing in events:
        if signing.kind != "signing" or signing.status != forum.status or not dates_agree(signing.date, forum.date):
            continue
        forum.documents += [d for d in signing.documents if d not in forum.documents]
        for person in signing.people:
            forum.attend(person.person, "participant", person.side)
        if not signing.people:
            for party in signing.parties:
                add_party(story, forum.parties, party)
        forum.date = forum.date or signing.date


def _nest(story: Story, events: list[EventDraft]) -> None:
    """A signing or a talk lies within the forum or the visit whose people or sides it shares."""
    for event in events:
        if event.kind not in ("signing", "opening", *TALKS):
            continue
        for outer in events:
            if outer.kind in ("forum", "visit") and outer.status == event.status and _holds(story, outer, event):
                event.within = outer
                break


def _holds(story: Story, outer: EventDraft, event: EventDraft) -> bool:
    if outer.weak or not dates_agree(outer.date, event.date) and outer.kind == "forum":
        return False
    if outer.persons & event.persons or any(d in outer.documents for d in event.documents):
        return True
    return bool(outer.guests) and all(any(related(story, g, p) for p in event.parties) for g in outer.guests)
