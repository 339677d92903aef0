"""Visits: who came, to whom, on which day («делегация Минска прибыла в Уфу с рабочим визитом»)."""

from __future__ import annotations

from pobratim.facts.sides import agents, preposition_before
from pobratim.facts.story import Story
from pobratim.lexicon.events import lemmas_of

from .draft import EventDraft
from .goal import add_goal, goal_of, goals_joined, house_of
from .place import actor_of, add_party, at_home
from .told import told, told_at
from .trigger import Trigger
from .view import EventView
from .who import Who, join, objects, owners, subjects, who_of, who_of_group

_NOUN_REACH = 9  # tokens from «визит» to where to
_STANDING_REACH = 14  # tokens from «делегация» to the participle that stands by it
_LEAD_PARAGRAPH = 2  # up to here an arrival without a place is the news
_SENT = "делегация"
_TAKING_PART = frozenset(("участие", "участвовать", "представлять", "представить"))
_AWAIT = frozenset(("ждать", "ожидать"))
_THERE = frozenset(("come", "see"))
_VERB_FRAMES = frozenset(("come", "stay", "see", "be", "back"))


def visits_of(story: Story, view: EventView) -> list[EventDraft]:
    """The visits a sentence tells, in order; those that tell too little to stand alone are weak.

    «Делегация Минска прибыла в Уфу» is strong, «в ходе визита» weak. Fails where the traveller is named only in the
    sentence before.
    """
    found: list[EventDraft] = []
    for trigger in view.triggers:
        draft = _visit(story, view, trigger)
        if draft and _leaves_home(story, draft):
            found.append(draft)
    return found


def delegations_at_gatherings(story: Story, view: EventView) -> list[EventDraft]:
    """«Делегация Бреста участвует в форуме в Уфе», «область представляет делегация»: who is sent to a gathering is on a visit.

    Fails where the gathering takes place at home and the sentence does not say where.
    """
    if _SENT not in view.lemmas or view.lemmas.isdisjoint(_TAKING_PART) or view.recalled:
        return []
    if not _at_gathering(story, view) or view.lemmas & lemmas_of("habit") or view.lemmas & lemmas_of("hope"):
        return []
    group = next((g for g in view.groups if g.full and not view.says(view.tokens[g.token].start)), None)
    verb = next((t for t in view.tokens if t.lemmas & _TAKING_PART and t.forms and not view.says(t.start)), None)
    if group is None or verb is None:
        return []
    who = who_of_group(view, group)
    if not group.sides:
        sent = [s for s in view.sides if s.actor and "accs" in s.cases and preposition_before(view.sentence, s.first) is None]
        who += [Who(None, actor_of(story, s), s.start, s.end, group=group) for s in sent[:1] if "представлять" in view.lemmas]
    near = view.tokens[max(0, verb.index - 3) : verb.index + 3]
    future = any("futr" in f.tags for t in near for f in t.forms[:1]) or view.lemmas & lemmas_of("plan")
    draft = told_at(story, view, verb.index, "visit", "planned" if future else "held", "delegation-at-gathering")
    _add_guests(story, draft, who)
    add_goal(story, draft, view.place())
    return [draft] if draft.guests and _leaves_home(story, draft) else []


def _at_gathering(story: Story, view: EventView) -> bool:
    """Whether a sentence names a gathering, or means with «на нём» the one named in the sentence before."""
    if "gathering" in view.sentence.uses:
        return True
    n = view.sentence.index
    return n > 0 and not view.sentence.words.isdisjoint(("нём", "нем")) and "gathering" in story.sentences[n - 1].uses


def _visit(story: Story, view: EventView, trigger: Trigger) -> EventDraft | None:
    if trigger.frame == "receive":
        return _by_host(story, view, trigger)
    if trigger.kind != "visit":
        return None
    return _by_verb(story, view, trigger) if trigger.frame in _VERB_FRAMES else _by_noun(story, view, trigger)


def _by_host(story: Story, view: EventView, trigger: Trigger) -> EventDraft | None:
    """«Район принимал делегацию из Италии», «гостей ждут из Нарвы»: a place, a body or nobody receives a group."""
    guests = [w for w in objects(view, trigger.token) if w.group]
    hosts = [s for s in agents(view.sentence, view.sides, trigger.token, "nomn") if s.person or s.actor]
    if not guests or any(h.person for h in hosts) or trigger.lemma in _AWAIT and not any(w.actor for w in guests):
        return None
    draft = told(story, view, trigger)
    draft.kind = "visit"
    if trigger.lemma in _AWAIT and trigger.rule.endswith("present"):
        draft.status = "planned"
    _add_guests(story, draft, guests)
    host = next((a for h in hosts if (a := actor_of(story, h))), None)
    if host:
        draft.host = host
        draft.place = host if host in story.registry.places else None
        add_party(story, draft.parties, host)
    draft.weak = not draft.guests
    draft.arrival = draft.weak and host is not None
    return draft


def _by_verb(story: Story, view: EventView, trigger: Trigger) -> EventDraft | None:
    who = _standing(view, trigger) if trigger.pos in ("PRTF", "GRND") else subjects(view, trigger.token)
    group = next((w.group for w in who if w.group), None)
    goal, generic = goal_of(view, trigger)
    host = house_of(view, trigger) if trigger.frame == "see" and goal is None else None
    if goal is None and group is not None and trigger.frame == "come":
        goal = view.place()  # «в Бресте открыли памятник, на церемонию прибыла делегация Саратова»
    if trigger.frame == "be" and (group is None or goal is None):
        return None
    if trigger.pos in ("PRTF", "GRND") and not (group and group.full or trigger.frame == "stay" and goal and who):
        return None
    if group is None and not (any(w.person for w in who) and (goal or generic or host)):
        return None
    draft = told(story, view, trigger)
    _add_guests(story, draft, who)
    add_goal(story, draft, goal, goals_joined(view, goal) if goal is not None and trigger.frame in _THERE else ())
    if host is not None:
        draft.host = draft.place = actor_of(story, host)
        add_party(story, draft.parties, draft.host)
    if trigger.lemma == "пробыть" and trigger.rule.endswith("future"):
        draft.status = "held"  # «пробудет в городе ещё два дня»: the guests are there
    draft.weak = not draft.guests and not draft.people
    placed = goal is not None or generic or view.sentence.paragraph <= _LEAD_PARAGRAPH
    draft.arrival = draft.weak and group is not None and group.full and placed
    return draft


def _standing(view: EventView, trigger: Trigger) -> list[Who]:
    """The delegation, or the person, that a participle stands by («делегацию, прибывшую …», «мэр А, находящийся в Туле, …»)."""
    person = next((s for s in view.sides if s.person and s.last == trigger.token - 1 and view.tokens[s.last].text == ","), None)
    if person is not None and trigger.pos == "PRTF":
        return [who_of(view.story, person)]
    near = [g for g in view.groups if 0 < trigger.token - g.token <= _STANDING_REACH or 0 < g.token - trigger.token <= 8]
    group = min(near, key=lambda g: abs(g.token - trigger.token), default=None)
    return who_of_group(view, group) if group else []


def _by_noun(story: Story, view: EventView, trigger: Trigger) -> EventDraft:
    """«Визит делегации Минска в Уфу», «в ходе визита губернатора», «нанёс визит»."""
    at = trigger.token
    draft = told(story, view, trigger)
    own = owners(view, at)
    goal = next((s for s in view.places() if 0 < s.first - at <= _NOUN_REACH and "accs" in s.cases), None)
    if goal is None and own:
        goal = view.place()  # «в Ярославле завершился визит делегации Касселя»
    verb = view.main_verb(at)
    doers = own or [w for w in subjects(view, at if verb is None else verb) if w.person or w.group]
    _add_guests(story, draft, doers)
    add_goal(story, draft, goal)
    draft.weak = not (draft.guests and goal) or trigger.frame == "faint" and not own
    named = goal is not None or any(w.group and w.group.full for w in own)
    draft.arrival = draft.weak and named and trigger.frame == "noun"
    return draft


def _add_guests(story: Story, draft: EventDraft, who: list[Who]) -> None:
    """The travellers: a group's side outranks what its people are of; one person alone heads the visit."""
    people = [w for w in who if w.person]
    side = next((w.actor for w in who if w.group and w.actor), None)
    sided = [w._replace(actor=side) if side and w.person else w for w in who]
    join(story, draft, sided, "head" if len(people) == 1 else "member")
    for one in who:
        add_party(story, draft.guests, side if side and one.person else one.actor)


def _leaves_home(story: Story, draft: EventDraft) -> bool:
    """A journey inside one's own land is no visit («губернатор приехал в Омск»)."""
    return not (draft.place and draft.guests) or not all(at_home(story, guest, draft.place) for guest in draft.guests)
