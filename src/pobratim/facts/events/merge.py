"""Joining the drafts of one page that tell of one event."""

from __future__ import annotations

from pobratim.core.date import PartialDate
from pobratim.facts.story import Story

from .draft import TALKS, EventDraft
from .place import add_party, related

_ROLL_REACH = 3  # sentences after a meeting in which its other people are told


def merge_events(story: Story, drafts: list[EventDraft]) -> list[EventDraft]:
    """The events of a page in order of first mention; each draft joins the latest earlier one it can be.

    A weak one that fits nothing is kept, for the page to complete or drop. Fails where the same people meet twice
    on one day.
    """
    kept: list[EventDraft] = []
    for draft in drafts:
        target = next((k for k in reversed(kept) if _same(story, k, draft)), None)
        if target is None:
            kept.append(draft)
        else:
            absorb(story, target, draft)
    return kept


def _same(story: Story, a: EventDraft, b: EventDraft) -> bool:
    if not _kinds_agree(a, b) or not dates_agree(a.date, b.date):
        return False
    if a.status != b.status and not (a.weak or b.weak or a.kind == "forum"):
        return False
    if a.kind in TALKS:
        return _same_talk(story, a, b)
    if a.kind == "visit":
        return _same_visit(story, a, b)
    if a.kind == "forum":
        return a.name == b.name or a.named and b.named
    if a.kind == "other":
        return a.name == b.name and bool(a.name) or _share(story, a.parties, b.parties)
    return a.kind == "working_group" or _share(story, a.parties, b.parties) or not a.parties or not b.parties


def _kinds_agree(a: EventDraft, b: EventDraft) -> bool:
    return a.kind == b.kind or {a.kind, b.kind} <= TALKS


def dates_agree(x: PartialDate | None, y: PartialDate | None) -> bool:
    """Whether two dates can be of one event: equal, one a part of the other, or one untold."""
    if x is None or y is None:
        return True
    if x.yearless or y.yearless:
        return x.value[-5:] == y.value[-5:] or "year" in (x.precision, y.precision)
    return x.value.startswith(y.value) or y.value.startswith(x.value)


def _share(story: Story, a: list[str], b: list[str]) -> bool:
    return any(related(story, x, y) for x in a for y in b)


def _same_talk(story: Story, a: EventDraft, b: EventDraft) -> bool:
    """Meetings are one where one's people are among the other's, or it names none and the sides agree."""
    if b.roll and 0 < b.sentence - a.sentence <= _ROLL_REACH and a.past == b.past:
        return True
    if a.weak and not a.people and not a.parties or b.weak and not b.people and not b.parties:
        return a.past == b.past or b.sentence - a.sentence <= 1
    if a.persons and b.persons:
        return a.persons <= b.persons or b.persons <= a.persons or (a.weak or b.weak) and bool(a.persons & b.persons)
    if a.parties and b.parties:
        return _covered(story, a.parties, b.parties) or _covered(story, b.parties, a.parties)
    return a.weak or b.weak


def _covered(story: Story, a: list[str], b: list[str]) -> bool:
    return all(any(related(story, x, y) for y in b) for x in a)


def _same_visit(story: Story, a: EventDraft, b: EventDraft) -> bool:
    """Visits are one where neither guests nor places contradict."""
    if a.sentence == b.sentence:
        return True
    if a.past != b.past and b.sentence - a.sentence > 1 and not (b.guests and b.place):
        return False
    if a.persons & b.persons and (not a.place or not b.place or related(story, a.place, b.place)):
        return True
    if a.sentence == 0 and story.has_headline and a.persons & b.persons and _share(story, a.guests, b.guests):
        return True  # «Посол побывал на Урале» above «Посол посетил Екатеринбург»
    if a.guests and b.guests and not _share(story, a.guests, b.guests):
        return False
    if a.place and b.place and not related(story, a.place, b.place):
        return bool(a.weak or b.weak) and _share(story, a.guests, b.guests)
    return bool(a.guests and b.guests) or a.weak or b.weak


def absorb(story: Story, target: EventDraft, draft: EventDraft) -> None:
    """Adds to an event what another mention tells of it; what a strong mention says outranks a weak one."""
    if target.weak and not draft.weak:
        target.kind, target.status, target.weak = draft.kind, draft.status, False
    if target.kind == "forum" and draft.sure and (not target.sure or draft.status == "held" and draft.named):
        target.status, target.sure = draft.status, True
    target.arrival = target.arrival or draft.arrival
    target.past = target.past and draft.past
    target.named = target.named or draft.named
    adopted = {"date": False, "place": target.place is None or _closer_goal(story, target, draft)}
    if draft.date and draft.status == target.status and _more_precise(draft.date, target.date):
        adopted["date"], target.date = True, draft.date
    if adopted["place"] and target.place is not None and draft.place is not None:
        target.parties = [p for p in target.parties if p != target.place]
        target.place = None
    target.place = target.place or draft.place
    target.host = target.host or draft.host
    for guest in draft.guests:
        add_party(story, target.guests, guest)
    for party in draft.parties:
        add_party(story, target.parties, party)
    for person in draft.people:
        target.attend(person.person, person.role, person.side)
    target.documents += [d for d in draft.documents if d not in target.documents]
    target.rules += draft.rules
    for name, evidence in draft.evidence.items():
        if adopted.get(name, True):
            kept = target.evidence.get(name, [])
            target.evidence[name] = kept + [e for e in evidence if e not in kept]


def _closer_goal(story: Story, target: EventDraft, draft: EventDraft) -> bool:
    """«Делегация вернулась из Китая» above «… из провинции Хунань»: where a headline's country is closer told."""
    places, here, there = story.registry.places, target.place, draft.place
    if target.kind != "visit" or target.sentence or not story.has_headline or here is None or there is None or here == there:
        return False
    return places[here].kind == "country" and there in places and related(story, here, there) if here in places else False


def _more_precise(new: PartialDate, known: PartialDate | None) -> bool:
    return known is None or len(new.value) > len(known.value) and not known.yearless
