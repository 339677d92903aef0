"""The gate: which drafts are events of cooperation, and which pages report none."""

from __future__ import annotations

from pobratim.facts.documents.draft import Draft
from pobratim.facts.relevance import domain_counts
from pobratim.facts.story import Story
from pobratim.lexicon.people import posts

from .draft import TALKS, EventDraft
from .group import OFFICES
from .place import related

_OTHER_DOMAIN_WORDS = 3
_OFFICIAL_GROUPS = frozenset(("делегация", "руководство"))
_OFFICIAL_BODIES = frozenset(
    "government administration assembly representation ministry embassy university chamber association".split()
)


def admitted(story: Story, events: list[EventDraft], drafts: list[Draft]) -> list[EventDraft]:
    """The events that stand: each with people or parties, visits and meetings with two sides.

    On a page without documents in its news an event needs two sides from different places, one of them official:
    a visit of Father Frost, a team's arrival and a court's session are none.
    """
    news = any(not d.recalled and not d.nested for d in drafts)
    if not news and _is_other_domain(story):
        return []
    return [e for e in events if _stands(story, e) and (news or _is_cooperation(story, e, events))]


def _is_other_domain(story: Story) -> bool:
    """Whether words of sport, courts or feasts are as many as those of cooperation: without documents the page is theirs."""
    counts = domain_counts(story)
    cooperation = counts.pop("cooperation", 0)
    return any(n >= max(cooperation, _OTHER_DOMAIN_WORDS) for n in counts.values())


def _stands(story: Story, event: EventDraft) -> bool:
    if event.weak:
        return False
    if event.kind == "visit":
        return bool(event.guests or event.people or len(event.parties) > 1)
    if event.kind in TALKS:
        return len(event.people) >= 2 or len(event.parties) + sum(p.side is None for p in event.people) >= 2
    if event.kind == "forum":
        return event.named
    return bool(event.parties or event.people)


def _is_cooperation(story: Story, event: EventDraft, events: list[EventDraft]) -> bool:
    """Whether two different sides meet, one of them a body or a person in office."""
    if event.kind in ("forum", "other", "opening"):
        other = any(_is_cooperation(story, e, events) for e in events if e.kind in ("visit", "working_group", *TALKS))
        if other or event.kind == "forum":
            return other
        return _abroad(story, event) or event.kind == "other" and _foreign_sides(story, event)
    if not _foreign_sides(story, event):
        return event.kind in TALKS and _with_envoy(story, event)
    if event.kind in ("visit", *TALKS) and any(_beside(story, event, e) and _official(story, e) for e in events):
        return True
    return event.kind == "working_group" or _official(story, event)


def _abroad(story: Story, event: EventDraft) -> bool:
    """Whether a side opens or holds something at another's place («в Смоленске пройдут Дни Витебской области»)."""
    place = event.place
    return place is not None and any(not related(story, p, place) for p in event.parties)


def _beside(story: Story, event: EventDraft, other: EventDraft) -> bool:
    """Whether the same sides met or paid a visit besides («визит ответный: в мае пензенцы сами побывали в Бухаре»)."""
    if other is event or other.kind not in ("visit", *TALKS):
        return False
    came = event.guests if event.kind == "visit" else event.parties
    if event.kind in TALKS and (other.kind != "visit" or other.weak or not _official(story, other)):
        return False
    return any(related(story, a, b) for a in came for b in other.parties) and _foreign_sides(story, other)


def _with_envoy(story: Story, event: EventDraft) -> bool:
    """«Губернатор встретился в Минске с послом России»: an envoy of one's own country stands for the one they are sent to."""
    people = {p.id: p for p in story.people.people}
    held = [[posts().get(word) for post in people[a.person].posts for word in post.title.split()] for a in event.people]
    return len(held) > 1 and any("envoy" in kinds for kinds in held) and all(held)


def _foreign_sides(story: Story, event: EventDraft) -> bool:
    sides = [*event.parties, *(p.side for p in event.people if p.side)]
    return any(not related(story, a, b) for a in sides for b in sides)


def _official(story: Story, event: EventDraft) -> bool:
    if any(p in story.registry.bodies and story.registry.bodies[p].kind in _OFFICIAL_BODIES for p in event.parties):
        return True
    said = {rule.removeprefix("group:") for name, rule in event.rules if name == "parties"}
    if said & _OFFICIAL_GROUPS or any(posts().get(lemma) in OFFICES for lemma in said):
        return True
    if event.kind == "negotiation" and sum(p in story.registry.places for p in event.parties) > 1:
        return True  # «переговоры Вологодской и Гродненской областей»
    people = {p.id: p for p in story.people.people}
    held = [a.person for a in event.people if a.person in people and people[a.person].posts]
    return bool(held)
