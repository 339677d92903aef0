"""Where a visit goes: the place, the house and the other places that the word for it names."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.facts.listed_sides import listed_from
from pobratim.facts.sides import Side, past, preposition_before
from pobratim.facts.story import Story

from .draft import EventDraft
from .place import actor_of, add_party
from .trigger import Trigger
from .view import EventView

_GOAL_REACH = 25  # tokens from a verb to where to, a clause border counted as ten
_WHERE_REACH = 12
_HOUSES = frozenset(("university", "school", "chamber", "administration"))
_HOME_NOUNS = frozenset("город-побратим республика город регион область край район округ столица губерния провинция".split())


def goal_of(view: EventView, trigger: Trigger) -> tuple[Side | None, bool]:
    """Where to, and whether a common noun alone says it («республику посетит президент»)."""
    at = trigger.token
    if trigger.frame == "see":
        found = [
            s
            for s in view.sides
            if s.actor
            and s.actor.layer == "place"
            and "accs" in s.cases
            and preposition_before(view.sentence, s.first) is None
            and view.distance(s.first, at) <= _GOAL_REACH
            and view.tokens[s.first - 1].text != "("  # «делегация университета (КНР)»
            and not any(g.token < s.first < g.last for g in view.groups)
        ]
        near = [t for t in view.tokens if abs(t.index - at) <= 8 and t.lemmas & _HOME_NOUNS]
        return _nearest(found, at), any(f.case == "accs" for t in near for f in t.forms)
    case = {"come": "accs", "back": "gent"}.get(trigger.frame, "loct")
    if trigger.frame == "back":
        behind = [s for s in view.sides if s.actor and s.actor.layer == "place" and s.first > at and _from(view, s)]
        return _nearest(behind, at), False
    reach = 6 if trigger.frame == "be" else _GOAL_REACH
    found = [s for s in view.places() if case in s.cases and view.distance(s.first, at) <= reach]
    if not found and trigger.frame != "be":
        found = [s for s in view.places() if view.distance(s.first, at) <= _WHERE_REACH]
    return _nearest(found, at), "визит" in view.lemmas


def goals_joined(view: EventView, goal: Side) -> list[Side]:
    """The places that follow the first one («посетила Вроцлав и Прагу»); none where it is followed by its region."""
    behind = past(goal)
    if behind + 1 >= len(view.tokens) or view.tokens[behind].lower not in ("и", ","):
        return []
    listed = listed_from(view.sentence, view.sides, goal.first, "accs", len(view.tokens))
    return [s for s in listed if s is not goal and s.actor and s.actor.layer == "place"]


def house_of(view: EventView, trigger: Trigger) -> Side | None:
    """The university or chamber that a delegation sees («университет посетила делегация Аньхойского университета»)."""
    found = [
        s
        for s in view.sides
        if s.actor
        and s.actor.kind in _HOUSES
        and "accs" in s.cases
        and preposition_before(view.sentence, s.first) is None
        and view.distance(s.first, trigger.token) <= _WHERE_REACH
        and not any(g.token < s.first < g.last for g in view.groups)
    ]
    return _nearest(found, trigger.token)


def _from(view: EventView, side: Side) -> bool:
    return preposition_before(view.sentence, side.first) in ("из", "с", "со")


def _nearest(sides: list[Side], at: int) -> Side | None:
    return min(sides, key=lambda s: abs(s.first - at), default=None)


def add_goal(story: Story, draft: EventDraft, goal: Side | None, joined: Sequence[Side] = ()) -> None:
    """Adds where a visit goes, and the places `joined` to that, to its sides; the first is its place."""
    actor = actor_of(story, goal) if goal else None
    if goal is None or actor is None:
        return
    draft.place = actor
    draft.prove("place", story.quote(goal.start, goal.end), "goal")
    add_party(story, draft.parties, actor)
    for side in joined:
        add_party(story, draft.parties, actor_of(story, side))
