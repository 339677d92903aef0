"""Meetings and negotiations: who met whom («губернатор принял посла», «в ходе встречи с мэром»)."""

from __future__ import annotations

from pobratim.core.facts import SETTLEMENTS
from pobratim.facts.sides import preposition_before
from pobratim.facts.story import Story
from pobratim.lexicon.events import lemmas_of
from pobratim.lexicon.people import posts

from .draft import TALKS, EventDraft
from .group import OFFICES
from .mood import cue_of, definite
from .place import actor_of, add_party, related
from .told import add_where, told
from .trigger import Trigger
from .view import EventView
from .who import Who, join, objects, owners, partners, subjects

_HOUSES = frozenset(("government", "administration", "assembly", "university", "chamber"))
_BY_VERB = frozenset(("meet", "theme"))


def meetings_of(story: Story, view: EventView) -> list[EventDraft]:
    """The meetings and negotiations a sentence tells, in order; with fewer than two sides they are weak.

    Fails where a meeting is told without any word for it («сели за стол»).
    """
    found: list[EventDraft] = []
    for trigger in view.triggers:
        if trigger.kind not in TALKS:
            continue
        draft = _receive(story, view, trigger) if trigger.frame == "receive" else _meet(story, view, trigger)
        if draft and not any(_one_meeting(known, draft) for known in found):
            found.append(draft)
    return found


def _one_meeting(known: EventDraft, draft: EventDraft) -> bool:
    """Two words of one sentence for one meeting: «на встрече обсудили»."""
    return known.persons >= draft.persons and set(known.parties) >= set(draft.parties) or draft.weak


def _receive(story: Story, view: EventView, trigger: Trigger) -> EventDraft | None:
    """«Принял губернатора», «принимала делегацию», «их принял мэр»: the guest is a person or a group of travellers."""
    guests = objects(view, trigger.token)
    hosts = [h for h in subjects(view, trigger.token) if not h.group and h.person not in {g.person for g in guests if g.person}]
    if not guests or not any(h.person for h in hosts):
        return None
    hosts = _of_the_house(story, view, hosts)
    draft = told(story, view, trigger)
    add_where(story, view, draft)
    join(story, draft, hosts, "host")
    draft.host = next((h.actor for h in hosts if h.actor), None)
    join(story, draft, guests)
    draft.guests = [g.actor for g in guests if g.actor and g.group and g.group.full]
    draft.weak = not _two_sided(draft)
    draft.arrival = draft.weak
    return draft


def _of_the_house(story: Story, view: EventView, hosts: list[Who]) -> list[Who]:
    """«В Витебском облисполкоме гостей принял председатель А»: a bare post of a host is of the body they sit in."""
    if all(h.actor or not h.person for h in hosts):
        return hosts
    seats = (
        s for s in view.sides if s.actor and s.actor.kind in _HOUSES and preposition_before(view.sentence, s.first) in ("в", "во")
    )
    house = next((actor_of(story, s) for s in seats if "loct" in s.cases), None)
    titled = {person.id for person in story.people.people if person.posts}
    return [h._replace(actor=house) if house and h.actor is None and h.person in titled else h for h in hosts]


def _meet(story: Story, view: EventView, trigger: Trigger) -> EventDraft | None:
    at = trigger.token
    others = partners(view, at)
    verb = view.main_verb(at) if trigger.frame == "noun" and not others else None
    if verb is not None and cue_of(view.tokens[verb]) == "hold":
        others = partners(view, verb)  # «встреча, которую губернатор провёл с послом»
    doers = _doers(view, trigger, others)
    mutual = len([d for d in doers if d.person]) > 1 or len({d.actor for d in doers if d.actor}) > 1
    if trigger.frame in _BY_VERB and not others and not mutual and not _plural_office(view, at):
        return None
    talked = any(o.person or o.group and o.group.full for o in others) or len({d.person for d in doers if d.person}) > 1
    if trigger.frame == "theme" and not (talked and trigger.status == "held"):
        return None
    draft = told(story, view, trigger)
    add_where(story, view, draft)
    join(story, draft, doers)
    join(story, draft, [_of_the_town(story, draft, other) for other in others])
    if trigger.lemma in lemmas_of("afar"):
        _add_studio(story, view, draft)
    else:
        draft.guests = [o.actor for o in others if o.actor and o.group and o.group.full]
    draft.roll = trigger.frame == "noun" and not others and _calls_roll(view, at)
    draft.weak = not _two_sided(draft) or trigger.frame == "faint"
    told_of = trigger.frame in _BY_VERB or bool(others) or trigger.rule.endswith("programme")
    draft.arrival = draft.weak and not draft.roll and (told_of or definite(view.tokens, at))
    return draft


def _of_the_town(story: Story, draft: EventDraft, one: Who) -> Who:
    """«В Циндао он встретился с вице-мэром Гэн Тао»: a mayor's post without a town is of the town they met in."""
    if one.person is None or one.actor is not None or draft.place is None:
        return one
    place = story.registry.places.get(draft.place)
    held = [post for person in story.people.people if person.id == one.person for post in person.posts]
    mayor = any(posts().get(word.removeprefix("вице-")) == "city_head" for post in held for word in post.title.split()[:2])
    return one._replace(actor=draft.place) if mayor and place is not None and place.kind in SETTLEMENTS else one


def _doers(view: EventView, trigger: Trigger, others: list[Who]) -> list[Who]:
    """Who meets: the subject of the verb or of the sentence, or the genitive after the noun («встреча мэра с …»)."""
    found = owners(view, trigger.token) if trigger.frame not in _BY_VERB else []
    if not found:
        verb = trigger.token if trigger.frame in _BY_VERB else view.main_verb(trigger.token)
        found = subjects(view, verb) if verb is not None else []
    known = {o.person for o in others if o.person} | {o.actor for o in others if o.actor and not o.person}
    return [d for d in found if (d.person or d.actor) not in known]


def _plural_office(view: EventView, at: int) -> bool:
    """«Мэры переговорили», «стороны побеседовали»: a plural subject that means those the page is about."""
    return any(
        f.case == "nomn" and f.number == "plur" and (f.lemma == "сторона" or posts().get(f.lemma) in OFFICES)
        for t in view.tokens[max(0, at - 5) : at + 4]
        for f in t.forms
    )


def _add_studio(story: Story, view: EventView, draft: EventDraft) -> None:
    """«В Электростали провели телемост со Струмицей»: where the one side sits is the other side, for nobody travels."""
    where = view.place() if len(draft.parties) == 1 else None
    home = actor_of(story, where) if where else None
    if home and not related(story, home, draft.parties[0]):
        add_party(story, draft.parties, home)


def _calls_roll(view: EventView, at: int) -> bool:
    """«Во встрече участвовали», «в переговорах также приняли участие»: who was at a meeting told before."""
    k = at - 1
    while k > 0 and view.tokens[k].is_adjective:
        k -= 1
    return k >= 0 and view.tokens[k].lower in ("в", "во", "на") and not view.lemmas.isdisjoint(lemmas_of("attend"))


def _two_sided(draft: EventDraft) -> bool:
    """Whether at least two sides are told: two people, or two parties."""
    return len(draft.people) >= 2 or len(draft.parties) >= 2
