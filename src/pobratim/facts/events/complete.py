"""What the whole page adds to its events: sides told elsewhere, days, the gathering they happened at."""

from __future__ import annotations

from pobratim.facts.documents.draft import Draft
from pobratim.facts.scene import scene_date
from pobratim.facts.story import Story

from .cast import Cast
from .draft import TALKS, EventDraft
from .merge import dates_agree
from .place import add_party, in_country, related

_DATED = frozenset(("signing", "meeting", "negotiation", "working_group", "opening"))


def complete(story: Story, events: list[EventDraft], drafts: list[Draft]) -> None:
    """Fills the drafts in place and adds the visits that a meeting with a delegation tells.

    «На встрече говорили об обмене» takes the sides of the visit; a visit of «гости» those of the page's pair.
    """
    cast = Cast(story, drafts)
    _implied_visits(story, events)
    visits = [e for e in events if e.kind == "visit"]
    for visit in visits:
        _visit_sides(story, cast, visit, events)
    for event in events:
        if event.kind in TALKS and not event.people and not event.parties:
            _talk_of_document(story, event, drafts)
        if event.kind in (*TALKS, "opening") and (event.weak or len(event.parties) < 2 or _one_sided(story, event)):
            _talk_sides(story, cast, event, visits)
        if event.kind in _DATED and event.date is None and event.status == "held" and not event.past:
            _scene_date(story, event)
    for forum in [e for e in events if e.kind == "forum"]:
        _forum_content(story, forum, events)
    _nest(story, events)


def _implied_visits(story: Story, events: list[EventDraft]) -> None:
    """A meeting with a delegation («встречу с делегацией Баткенской области») is its visit too."""
    for talk in [e for e in events if e.kind in TALKS and e.guests and not e.weak and e.status == "held"]:
        if _elsewhere_met(story, talk):
            continue
        known = [e for e in events if e.kind == "visit" and _facing(story, e, talk.guests)]
        if known:
            known[0].host = known[0].host or talk.host
            for person in talk.people if not any(p.role == "head" for p in known[0].people) else ():
                if person.role == "head":
                    known[0].attend(person.person, person.role, person.side)
            continue
        visit = EventDraft(
            "visit",
            talk.sentence,
            talk.start,
            talk.end,
            date=talk.date,
            place=talk.place,
            host=talk.host,
            parties=list(talk.parties),
            guests=list(talk.guests),
            past=talk.past,
            evidence={name: list(found) for name, found in talk.evidence.items()},
        )
        visit.rules += [("kind", "met-delegation"), *(r for r in talk.rules if r[0] == "parties")]
        for person in talk.people:
            visit.attend(person.person, person.role, person.side)
        events.append(visit)


def _elsewhere_met(story: Story, talk: EventDraft) -> bool:
    """«В Москве губернатор Астраханской области провёл встречу с делегацией Ирана»: neither was the other's guest."""
    hosts = [p for p in talk.parties if p not in talk.guests]
    known = [p for p in hosts if story.registry.place_of(p) is not None]
    return talk.place is not None and bool(known) and not any(related(story, p, talk.place) for p in known)


def _facing(story: Story, visit: EventDraft, guests: list[str]) -> bool:
    return not visit.guests or any(related(story, a, b) for a in visit.guests for b in guests)


def _visit_sides(story: Story, cast: Cast, visit: EventDraft, events: list[EventDraft]) -> None:
    """Who came and to whom, from the meeting told beside it, or from the page's pair."""
    if not visit.guests:
        _guests_of_talk(story, visit, events)
    if visit.place and all(story.registry.place_of(g) is None for g in visit.guests):
        guest = cast.other([visit.place])
        visit.guests = [guest, *visit.guests] if guest else visit.guests
    _specify(story, cast, visit, [p for e in events if e.kind in TALKS for p in e.parties])
    for guest in visit.guests:
        add_party(story, visit.parties, guest)
    facing = cast.other(visit.guests) if visit.guests else None
    if facing and not any(related(story, facing, p) for p in visit.parties) and not _elsewhere(story, visit, facing):
        add_party(story, visit.parties, facing)
    if (visit.arrival and not visit.guests or len(visit.parties) < 2) and len(cast.pair) == 2:
        for party in cast.pair:
            if not any(related(story, party, p) for p in visit.parties):
                add_party(story, visit.parties, party)
        visit.rules.append(("parties", "pair"))
    if visit.arrival and len(visit.parties) >= 2:
        visit.weak = False
    if not any(e is not visit and e.kind == "visit" and not e.weak for e in events):
        _visit_people(cast, visit)


def _elsewhere(story: Story, visit: EventDraft, facing: str) -> bool:
    """Whether a body of no known place would join a visit whose goal is told («поездка в Мумбаи … меморандум с фирмой»)."""
    return visit.place is not None and len(visit.parties) > 1 and story.registry.place_of(facing) is None


def _guests_of_talk(story: Story, visit: EventDraft, events: list[EventDraft]) -> None:
    """«Мэр принимал губернатора. Делегация приехала …»: whom the host received came."""
    talks = [e for e in events if e.kind in TALKS and e.host and len(e.parties) > 1 and not e.weak]
    talk = next((e for e in talks if e.status == visit.status), None)
    if talk is None or talk.host is None:
        return
    visit.guests = [p for p in talk.parties if not related(story, p, talk.host)]
    visit.host = talk.host
    for person in talk.people:
        visit.attend(person.person, "host" if person.role == "host" else "head", person.side)


def _specify(story: Story, cast: Cast, visit: EventDraft, met: list[str]) -> None:
    """«Иранская делегация»: of those who met, of the page's people and pair, the first from that country stands for it."""
    for country in [g for g in visit.guests if g in story.registry.places and story.registry.places[g].kind == "country"]:
        if any(story.side_of(p.person) == country for p in visit.people):
            continue  # the ambassador came, and not a region's delegation
        told = [p for p in cast.pair if _told_before(story, p, visit)]
        known = [*met, *(side for p in story.people.people if (side := story.side_of(p.id))), *told]
        found = [a for a in dict.fromkeys(known) if a != country and in_country(story, a, country) and _is_party(story, a)]
        if found:
            visit.guests = [g for g in visit.guests if g != country] + found[:1]
            visit.parties = [p for p in visit.parties if p != country]


def _told_before(story: Story, actor: str, visit: EventDraft) -> bool:
    """Whether the page names an actor up to the sentence behind that of the visit."""
    named = story.registry.places.get(actor) or story.registry.bodies[actor]
    behind = story.sentences[min(visit.sentence + 1, len(story.sentences) - 1)]
    return any(e.start < behind.end for e in named.evidence)


def _is_party(story: Story, actor: str) -> bool:
    """Whether an actor can send a delegation: a territory or a body, but no embassy."""
    body = story.registry.bodies.get(actor)
    return body is None or body.kind not in ("embassy", "forum", "media", "representation")


def _visit_people(cast: Cast, visit: EventDraft) -> None:
    """Those in office on the guests' side, where the text names nobody with the visit."""
    if visit.people or visit.past or not visit.guests:
        return
    guests = cast.people_of(visit.guests)
    for person, side in guests:
        visit.attend(person, "head" if len(guests) == 1 else "member", side)


def _talk_sides(story: Story, cast: Cast, talk: EventDraft, visits: list[EventDraft]) -> None:
    """«На встрече говорили», «гостей принял мэр»: those whom the visit brought together, or the page's pair."""
    fit = [
        v for v in visits if not v.weak and (v.status == talk.status or talk.status == "planned" and v.sentence < talk.sentence)
    ]
    fit = [v for v in fit if not v.past or talk.past or talk.sentence - v.sentence <= 1]
    visit = min(fit, key=lambda v: (v.sentence > talk.sentence, abs(v.sentence - talk.sentence)), default=None)
    received = any(p.role == "host" for p in talk.people)
    if visit is not None and received and visit.guests:
        _receive_guests(story, talk, visit)
    elif visit is not None and not talk.parties and not talk.people:
        for party in visit.parties:
            add_party(story, talk.parties, party)
        for person in visit.people:
            if person.role in ("head", "host"):
                talk.attend(person.person, "participant" if person.role == "head" else "host", person.side)
    elif not talk.parties and not talk.people:
        for party in cast.pair if talk.arrival and not talk.past else ():
            add_party(story, talk.parties, party)
    elif visit is not None and visit.guests and not talk.parties and all(p.side is None for p in talk.people):
        for party in visit.parties:  # «В планах гостей встреча с губернатором Мазуром»
            add_party(story, talk.parties, party)
    else:
        facing = cast.other(talk.parties) if talk.parties else None
        others = [p for p in (visit.parties if visit else []) if not _among(story, p, talk)]
        add_party(story, talk.parties, facing or next(iter(others), None))
    unplaced = sum(p.side is None for p in talk.people)
    if talk.arrival and (len(talk.parties) + unplaced >= 2 or len(talk.people) >= 2):
        talk.weak = False


def _receive_guests(story: Story, talk: EventDraft, visit: EventDraft) -> None:
    """«Мэр принял гостей»: the guests of the visit told before, and who leads them."""
    for guest in visit.guests:
        add_party(story, talk.parties, guest)
    for person in visit.people:
        if person.role == "head" and talk.status == visit.status:
            talk.attend(person.person, "participant", person.side)


def _talk_of_document(story: Story, talk: EventDraft, drafts: list[Draft]) -> None:
    """«На переговорах было подписано соглашение между А и Б»: the parties of the document talked."""
    fit = [d for d in drafts if d.sentence == talk.sentence and d.explicit and d.status in ("signed", "prolonged")]
    document = next(iter(fit), None)
    if document and talk.arrival:
        talk.documents = [document]
        for party in document.parties:
            add_party(story, talk.parties, party)
        talk.weak = len(talk.parties) < 2


def _one_sided(story: Story, talk: EventDraft) -> bool:
    """«Запланированы встречи с руководством Таджикистана и Согдийской области»: nobody of the other side is told."""
    return not talk.people and all(related(story, talk.parties[0], p) for p in talk.parties[1:])


def _among(story: Story, party: str, talk: EventDraft) -> bool:
    return any(related(story, party, p) for p in talk.parties)


def _scene_date(story: Story, event: EventDraft) -> None:
    near = scene_date(story, event.sentence)
    published, day = story.clock.published, near.day() if near else None
    if near is not None and not (published and day and day > published):
        event.date = near
        if near.evidence:
            event.prove("date", near.evidence[0], "scene-date")


def _forum_content(story: Story, forum: EventDraft, events: list[EventDraft]) -> None:
    """The documents and people of the signings that the gathering can have seen."""
    for signing in events:
        if signing.kind != "signing" or signing.status != forum.status or not dates_agree(signing.date, forum.date):
            continue
        forum.documents += [d for d in signing.documents if d not in forum.documents]
        for person in signing.people:
            forum.attend(person.person, "participant", person.side)
        for visit in [e for e in events if e.kind == "visit" and not e.weak and e.status == forum.status]:
            for person in visit.people:
                forum.attend(person.person, "participant", person.side)
        for party in signing.parties:
            add_party(story, forum.parties, party)
        if forum.date is None and signing.date is not None:
            forum.date = signing.date
            for evidence in signing.evidence.get("date", ()):
                forum.prove("date", evidence, "date-of-signing")


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
