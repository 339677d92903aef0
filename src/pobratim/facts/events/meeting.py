"""Meetings and negotiations: who met whom («губернатор принял посла», «в ходе встречи с мэром»)."""

from __future__ import annotations

from pobratim.facts.sides import Side, agents, between_partners, listed_from, preposition_before, with_partners
from pobratim.facts.story import Story

from .draft import EventDraft
from .group import Group
from .place import actor_of, add_party
from .trigger import Trigger
from .view import EventView
from .visit import heads_of

_PARTNER_REACH = 14  # tokens from the trigger to «с»
_GUEST_REACH = 16  # tokens from «принял» to the guest


def meetings_of(story: Story, view: EventView) -> list[EventDraft]:
    """The meetings and negotiations a sentence tells, in order; with fewer than two sides they are weak.

    Fails where the one who meets is named only by a pronoun: then the merging looks for him before.
    """
    found: list[EventDraft] = []
    for trigger in view.triggers:
        if trigger.kind not in ("meeting", "negotiation"):
            continue
        draft = _receive(story, view, trigger) if trigger.frame == "receive" else _meet(story, view, trigger)
        if draft and not any(_same_words(known, draft) for known in found):
            found.append(draft)
    return found


def _same_words(known: EventDraft, draft: EventDraft) -> bool:
    """Two triggers of one sentence with the same people: «на встрече обсудили»."""
    return known.persons >= draft.persons and set(known.parties) >= set(draft.parties) or draft.weak and known.kind == draft.kind


def _draft(view: EventView, trigger: Trigger) -> EventDraft:
    draft = EventDraft(trigger.kind, view.sentence.index, trigger.start, trigger.end, status=trigger.status)
    draft.prove("kind", view.story.quote(trigger.start, trigger.end), trigger.rule)
    dated = view.date(trigger.token, trigger.status)
    if dated:
        draft.date = dated[0]
        draft.prove("date", view.story.quote(dated[1].start, dated[1].end), f"date-{dated[1].shape}")
    where = view.place()
    if where and where.actor:
        draft.place = view.story.registry.entity(where.actor)
        draft.prove("place", view.story.quote(where.start, where.end), "where")
    return draft


def _receive(story: Story, view: EventView, trigger: Trigger) -> EventDraft | None:
    """«Принял губернатора», «принимала делегацию»: the guest must be a person or a group of travellers."""
    at = trigger.token
    guests = [
        s for s in view.sides
        if s.person and "accs" in s.cases and "nomn" not in s.cases - {"accs"} and abs(s.first - at) <= _GUEST_REACH
        and preposition_before(view.sentence, s.first) is None and view.distance(s.first, at) <= _GUEST_REACH
    ]
    groups = [g for g in view.groups if "accs" in g.cases and abs(g.token - at) <= _GUEST_REACH and g.lemma != "партнёр"]
    pronoun = any(view.tokens[k].lower in ("их", "его", "её", "гостей") for k in range(max(0, at - 3), min(len(view.tokens), at + 3)))
    if not guests and not groups and not pronoun:
        return None
    hosts = [h for h in agents(view.sentence, view.sides, at, "nomn") if h not in guests]
    draft = _draft(view, trigger)
    for host in hosts:
        _join(story, draft, host, "host")
        draft.host = draft.host or actor_of(story, host)
    for guest in guests:
        _join(story, draft, guest, "participant")
    _join_groups(story, view, draft, groups)
    draft.weak = not _two_sided(draft)
    return draft if hosts or guests else None


def _meet(story: Story, view: EventView, trigger: Trigger) -> EventDraft | None:
    at = trigger.token
    partners, groups = _partners(view, at)
    doers = _doers(view, trigger)
    doers = [d for d in doers if d not in partners]
    if trigger.frame == "meet" and not (partners or groups) and len([d for d in doers if d.person]) < 2:
        return None
    if trigger.lemma in ("обсудить", "обсуждать") and not (any(p.person for p in partners) or groups):
        return None
    draft = _draft(view, trigger)
    for doer in doers:
        _join(story, draft, doer, "participant")
    for partner in partners:
        _join(story, draft, partner, "participant")
    _join_groups(story, view, draft, groups)
    draft.weak = not _two_sided(draft) or trigger.frame == "faint"
    return draft


def _partners(view: EventView, at: int) -> tuple[list[Side], list[Group]]:
    """Whom with: «с мэром …», «с делегацией …» near the trigger, «между мэрами …»."""
    low, high = max(0, at - _PARTNER_REACH), min(len(view.tokens), at + _PARTNER_REACH)
    partners = [p for p in with_partners(view.sentence, view.sides, low, high) if view.distance(p.first, at) <= _PARTNER_REACH + 6]
    partners += [p for p in between_partners(view.sentence, view.sides, at, high)[0] if p not in partners]
    groups = [
        g for g in view.groups
        if "ablt" in g.cases and abs(g.token - at) <= _PARTNER_REACH and preposition_before(view.sentence, g.token) in ("с", "со")
    ]
    return [p for p in partners if p.person or _meets(p)], groups


def _meets(side: Side) -> bool:
    return side.actor is not None and side.actor.kind not in ("forum", "media", "company")


def _doers(view: EventView, trigger: Trigger) -> list[Side]:
    """Who meets: the subject of the verb, of the sentence, or the genitive after «встреча» («встреча губернатора с мэром»)."""
    at = trigger.token
    if trigger.frame == "meet":
        return [d for d in agents(view.sentence, view.sides, at, "nomn") if d.person or _meets(d)]
    after = listed_from(view.sentence, view.sides, at + 1, "gent", min(len(view.tokens), at + 8))
    if after and after[0].first - at <= 4:
        return [d for d in after if d.person or _meets(d)]
    verb = _main_verb(view, at)
    return [d for d in agents(view.sentence, view.sides, verb, "nomn") if d.person or _meets(d)] if verb is not None else []


def _main_verb(view: EventView, at: int) -> int | None:
    """The finite verb nearest to a token, a clause border counted as ten."""
    verbs = [t.index for t in view.tokens if t.is_word and t.forms[0].pos in ("VERB", "PRTS") and t.index != at]
    return min(verbs, key=lambda k: abs(k - at), default=None)


def _join(story: Story, draft: EventDraft, side: Side, role: str) -> None:
    actor = actor_of(story, side)
    if side.person:
        draft.attend(side.person.person, role, actor)
    add_party(story, draft.parties, actor)
    draft.prove("parties", story.quote(side.start, side.end), "named")


def _join_groups(story: Story, view: EventView, draft: EventDraft, groups: list[Group]) -> None:
    for group in groups:
        add_party(story, draft.parties, group.side)
        for head in heads_of(view, group):
            assert head.person
            draft.attend(head.person.person, "head", group.side or actor_of(story, head))
            if not group.side:
                add_party(story, draft.parties, actor_of(story, head))


def _two_sided(draft: EventDraft) -> bool:
    """Whether at least two sides are told: two people, or two parties."""
    return len(draft.people) >= 2 or len(draft.parties) >= 2
