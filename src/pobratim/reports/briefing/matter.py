"""All that a briefing is made of, read once: the sides, their documents, contacts, words, and the proof of every value."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from pobratim.register.errors import WrongValue
from pobratim.register.lifecycle import HOLDING, Lifecycle
from pobratim.register.models import Actor, Appointment, Document, Event, Record, Statement
from pobratim.register.selectors import cooperation
from pobratim.register.selectors.partner import actor_of
from pobratim.register.selectors.plan import Item, items
from pobratim.register.selectors.post import leaders, nearest, posts_of
from pobratim.register.selectors.post_proof import posts_told
from pobratim.register.selectors.proof import Proofs, proofs_on
from pobratim.register.selectors.said import said_between
from pobratim.register.selectors.sides import Held, Sides, coming_after, held_between, sides_of
from pobratim.register.selectors.state import ends_on
from pobratim.register.selectors.whole import documents_by_key, events_by_key, whole_documents, whole_events
from pobratim.reports.sources import Sources

YEARS = 3
#: So many documents and events of the last years are looked at.
MOST = 500
#: So many of each are listed: documents of one state, contacts, statements, leaders of a side, plans.
EACH, EVENTS, STATEMENTS, LEADERS, PLANS = 12, 24, 40, 5, 3
PLAN_KINDS = ("plan", "roadmap", "programme")


@dataclass
class Matter:
    """What is known on the day of a partner and one's own side; parts read it and cite through it.

    `own` is None for a briefing on the partner alone: on what it does with everybody. `between`: everything between the two,
    or of the partner; `signed` and `held`: what was signed and held in the last years, the latest 500 of either (`MOST`);
    the lists hold what is shown, so many at most.
    """

    partner: Actor
    own: Actor | None
    on: datetime.date
    sources: Sources
    shelves: cooperation.Shelves
    between: Sides
    signed: list[str] = field(default_factory=list)
    held: Held = field(default_factory=lambda: Held([], more=False))
    documents: list[Document] = field(default_factory=list)
    ends: dict[str, datetime.date] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    coming: list[Event] = field(default_factory=list)
    plans: list[tuple[Document, list[Item]]] = field(default_factory=list)
    more_plans: bool = False
    statements: list[Statement] = field(default_factory=list)
    leaders: dict[str, list[Appointment]] = field(default_factory=dict)
    posts: dict[str, list[Appointment]] = field(default_factory=dict)

    @property
    def sides(self) -> tuple[Actor, ...]:
        """The partner, and one's own side where there is one."""
        return (self.partner, self.own) if self.own else (self.partner,)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the sides."""
        return tuple(one.key for one in self.sides)

    def said(self, between: str, alone: str) -> str:
        """The one of two wordings that fits: for what is between two sides, or for one partner alone."""
        return between if self.own else alone

    @property
    def since(self) -> datetime.date:
        """The first day of the contacts that are told."""
        return years_before(self.on, YEARS)

    @property
    def life(self) -> dict[str, Lifecycle]:
        """Document → its state on the day."""
        return self.shelves.life

    def in_state(self, *states: Lifecycle) -> list[Document]:
        """The documents listed that are in one of the states."""
        return [one for one in self.documents if self.life[one.key] in states]

    def cites(self, record: Record, *fields: str, ref: str | None = None) -> tuple[int, ...]:
        """The sources of what a line says of a record, see `Sources.of`."""
        return self.sources.of(record, *fields, ref=ref)

    @property
    def proofs(self) -> Proofs:
        """The proofs of all that is listed."""
        return self.sources.proofs

    def post(self, person: str, day: datetime.date | None) -> Appointment | None:
        """The post of a person told nearest to a day."""
        posts = self.posts.get(person)
        return nearest(posts, day) if posts else None


def collect(partner: str, own: str, on: datetime.date, *, short: bool) -> Matter:
    """Everything known on the day, in a bounded number of queries, however much there is; an empty `own`: no own side.

    Raises:
        NoSuchRecord: a key is no partner's.
        WrongValue: both are one.
    """
    one, other = actor_of(partner), actor_of(own) if own else None
    if other and one.key == other.key:
        raise WrongValue("these two are one and the same partner", address=one.name[:60])
    keys = (one.key, other.key) if other else (one.key,)
    between = sides_of(one, other) if other else sides_of(one)
    found = Matter(one, other, on, Sources(short=short), between.shelves(on, EACH), between)
    _documents(found)
    _contacts(found)
    _plans(found)
    found.statements = said_between(
        (doc.key for doc in found.documents), (event.key for event in (*found.events, *found.coming)), on, STATEMENTS
    )
    found.leaders = {side: leaders(side, on, LEADERS) for side in keys}
    _prove(found)
    return found


def _documents(matter: Matter) -> None:
    keys = [one.key for some in matter.shelves.latest.values() for one in some]
    read = whole_documents(documents_by_key(keys)).in_bulk(keys)
    matter.documents = [read[key] for key in keys]
    matter.ends = ends_on(matter.documents, matter.on)


def _contacts(matter: Matter) -> None:
    """Held in the last years, and planned for the days to come as far as a page tells of it by the day."""
    matter.signed = matter.between.signed_between(matter.since, matter.on, MOST)
    matter.held = held_between(matter.between, matter.since, matter.on, MOST)
    matter.events = _events(matter.held.keys[:EVENTS])
    matter.coming = _events(coming_after(matter.between, matter.on, EVENTS))


def _events(keys: list[str]) -> list[Event]:
    read = whole_events(events_by_key(keys)).in_bulk(keys)
    return [read[key] for key in keys]


def _plans(matter: Matter) -> None:
    """The plans that hold on the day, those with measures first."""
    keys = matter.between.standing(HOLDING, matter.on, PLAN_KINDS, PLANS + 1)
    matter.more_plans, keys = len(keys) > PLANS, keys[:PLANS]
    read = Document.objects.in_bulk(keys)
    matter.plans = sorted(((read[key], items(key, matter.on)) for key in keys), key=lambda told: not told[1])


def _prove(matter: Matter) -> None:
    """Posts and proofs of all that is listed."""
    records: list[Record] = [*matter.documents, *matter.events, *matter.coming, *matter.statements]
    records += [one for one, _ in matter.plans]
    records += [item.measure for _, told in matter.plans for item in told]
    people = _people(matter)
    matter.posts = posts_of(people)
    matter.proofs.update(proofs_on((one.key for one in records), matter.on))
    led: dict[str, list[Appointment]] = {}
    for post in chain.from_iterable(matter.leaders.values()):
        led.setdefault(post.person_id, []).append(post)
    matter.proofs.update(posts_told(led, matter.on))


def _people(matter: Matter) -> set[str]:
    found = {hand.person_id for one in matter.documents for hand in one.signatures.all()}
    found |= {row.person_id for one in (*matter.events, *matter.coming) for row in one.participations.all()}
    return found | {one.speaker_id for one in matter.statements if one.speaker_id}


def years_before(day: datetime.date, years: int) -> datetime.date:
    """The same day so many years earlier; 29 February becomes the 28th."""
    return day.replace(year=day.year - years, day=28 if (day.month, day.day) == (2, 29) else day.day)


def keys_of(records: Iterable[Record]) -> list[str]:
    """The keys of some records."""
    return [one.key for one in records]
