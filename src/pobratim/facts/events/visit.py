"""Visits: who came, to whom, on which day («делегация Минска прибыла в Уфу с рабочим визитом»)."""

from __future__ import annotations

from pobratim.facts.sides import Side, agents, listed_from, preposition_before
from pobratim.facts.story import Story

from .draft import EventDraft
from .group import Group
from .place import actor_of, add_party, related
from .trigger import Trigger
from .view import EventView

_GUESTS_REACH = 40  # tokens, a clause border counted as ten
_NOUN_REACH = 9  # tokens from «визит» to who comes and where to
_HOME_NOUNS = frozenset("республика город регион область край район округ столица губерния провинция".split())


def visits_of(story: Story, view: EventView) -> list[EventDraft]:
    """The visits a sentence tells, in order; those that tell too little to stand alone are weak.

    Fails where the traveller is named only in the sentence before.
    """
    found: list[EventDraft] = []
    triggers = [t for t in view.triggers if t.kind == "visit"]
    verbs = [t for t in triggers if t.frame in ("come", "stay", "see")]
    for trigger in triggers:
        if trigger.frame in ("noun", "faint") and any(v.status == trigger.status for v in verbs) and found:
            continue
        draft = _by_verb(story, view, trigger) if trigger in verbs else _by_noun(story, view, trigger)
        if draft:
            found.append(draft)
    return found


def _by_verb(story: Story, view: EventView, trigger: Trigger) -> EventDraft | None:
    at = trigger.token
    group = _subject_group(view, trigger)
    doers = [] if trigger.pos in ("PRTF", "GRND") else agents(view.sentence, view.sides, at, "nomn")
    doers = [d for d in doers if d.person or d.actor and group is None and _travels(d)]
    goal, generic = _goal(view, trigger)
    if group is None and (not any(d.person for d in doers) or not (goal or generic)):
        return None
    draft = _draft(view, trigger)
    draft.weak = trigger.pos in ("PRTF", "GRND") and not (group and group.full)
    _add_guests(story, view, draft, group, doers)
    _add_goal(story, view, draft, goal)
    return _kept(story, draft)


def _draft(view: EventView, trigger: Trigger) -> EventDraft:
    draft = EventDraft(trigger.kind, view.sentence.index, trigger.start, trigger.end, status=trigger.status)
    draft.prove("kind", view.story.quote(trigger.start, trigger.end), trigger.rule)
    dated = view.date(trigger.token, trigger.status)
    if dated:
        draft.date = dated[0]
        draft.prove("date", view.story.quote(dated[1].start, dated[1].end), f"date-{dated[1].shape}")
    return draft


def _subject_group(view: EventView, trigger: Trigger) -> Group | None:
    """The group that comes: in the nominative, or the one a participle stands by («делегацию, прибывшую …»)."""
    at = trigger.token
    if trigger.pos == "PRTF":
        near = [g for g in view.groups if 0 < at - g.token <= 12 or 0 < g.token - at <= 8]
    else:
        near = [g for g in view.groups if "nomn" in g.cases and preposition_before(view.sentence, g.token) is None]
    near = [g for g in near if view.distance(g.token, at) <= _GUESTS_REACH]
    return min(near, key=lambda g: (not g.full, view.distance(g.token, at)), default=None)


def _travels(side: Side) -> bool:
    return side.actor is not None and side.actor.layer == "body" and side.actor.kind not in ("forum", "media", "other")


def _goal(view: EventView, trigger: Trigger) -> tuple[Side | None, bool]:
    """Where to, and whether it is only said by a common noun («республику посетит президент»)."""
    at, tokens = trigger.token, view.tokens
    if trigger.frame == "see":
        found = [
            s for s in view.sides
            if s.actor and s.actor.layer == "place" and "accs" in s.cases and preposition_before(view.sentence, s.first) is None
            and view.distance(s.first, at) <= 25
        ]
        generic = any(t.lemmas & _HOME_NOUNS and any(f.case == "accs" for f in t.forms) for t in tokens if abs(t.index - at) <= 8)
    else:
        case = "accs" if trigger.frame == "come" else "loct"
        found = [s for s in view.places() if case in s.cases and view.distance(s.first, at) <= 25]
        generic = "визит" in view.lemmas
    if not found and trigger.frame != "see":
        found = [s for s in view.places() if view.distance(s.first, at) <= 12]
    return (min(found, key=lambda s: abs(s.first - at)) if found else None), generic


def _by_noun(story: Story, view: EventView, trigger: Trigger) -> EventDraft | None:
    """«Визит делегации Минска в Уфу», «в ходе визита губернатора», «нанёс визит»."""
    at = trigger.token
    draft = _draft(view, trigger)
    group = next((g for g in view.groups if 0 < g.token - at <= 4 and "gent" in g.cases), None)
    after = [
        s for s in view.sides
        if 0 < s.first - at <= 4 and "gent" in s.cases and preposition_before(view.sentence, s.first) is None
    ]
    doers = after or agents(view.sentence, view.sides, at, "nomn")
    goal = next((s for s in view.places() if 0 < s.first - at <= _NOUN_REACH and "accs" in s.cases), None)
    _add_guests(story, view, draft, group, [d for d in doers if d.person or after])
    _add_goal(story, view, draft, goal)
    draft.weak = not (draft.guests and draft.place) or trigger.frame == "faint" and not (after or group)
    return _kept(story, draft)


def _add_guests(story: Story, view: EventView, draft: EventDraft, group: Group | None, doers: list[Side]) -> None:
    people = [d for d in doers if d.person]
    if group and group.side:
        add_party(story, draft.guests, group.side)
    for side in doers:
        if group is None or not group.side or side.person:
            actor = actor_of(story, side)
            if not (group and group.side):
                add_party(story, draft.guests, actor)
            if side.person and (actor is None or not group or not group.side or related(story, actor, group.side)):
                draft.attend(side.person.person, "head" if len(people) == 1 else "member", actor or (group.side if group else None))
    if group:
        for head in heads_of(view, group):
            assert head.person
            draft.attend(head.person.person, "head", group.side or actor_of(story, head))
            if not group.side:
                add_party(story, draft.guests, actor_of(story, head))
        draft.prove("parties", story.quote(view.tokens[group.token].start, view.tokens[group.last - 1].end), f"group:{group.lemma}")
    for guest in draft.guests:
        add_party(story, draft.parties, guest)


def heads_of(view: EventView, group: Group) -> list[Side]:
    """Who leads a group: «во главе с мэром», «возглавляемая ректором», «которую возглавил мэр», «которую привёз полпред»."""
    tokens = view.tokens
    for k in range(group.token, min(len(tokens) - 1, group.token + 16)):
        if tokens[k].lower in ("главе", "руководством") and tokens[k + 1].lower in ("с", "со"):
            return [s for s in listed_from(view.sentence, view.sides, k + 2, "ablt", len(tokens)) if s.person][:1]
        if tokens[k].lower == "руководством":
            return [s for s in listed_from(view.sentence, view.sides, k + 1, "gent", len(tokens)) if s.person][:1]
    for token in tokens:
        if token.lemma in ("возглавляемый",):
            return [s for s in listed_from(view.sentence, view.sides, token.index + 1, "ablt", len(tokens)) if s.person][:1]
        if token.lemma in ("возглавить", "возглавлять", "привезти") and abs(token.index - group.token) <= 14:
            return [s for s in agents(view.sentence, view.sides, token.index, "nomn") if s.person][:1]
    return []


def _add_goal(story: Story, view: EventView, draft: EventDraft, goal: Side | None) -> None:
    if goal is None:
        return
    actor = actor_of(story, goal)
    if actor is None:
        return
    draft.place = actor
    draft.prove("place", story.quote(goal.start, goal.end), "goal")
    add_party(story, draft.parties, actor)


def _kept(story: Story, draft: EventDraft) -> EventDraft | None:
    """A journey inside one's own land is no visit («губернатор приехал в Омск»)."""
    if draft.place and draft.guests and all(related(story, guest, draft.place) for guest in draft.guests):
        return None
    return draft
