"""What of a page's facts is scored: names in place of ids, dates as values; gold and predictions alike."""

from __future__ import annotations

from dataclasses import dataclass

from pobratim.core.date import PartialDate
from pobratim.core.facts import Document, Event, Facts, Person, Place, Term

PARENT_RELATIONS = ("implements", "within")
EVENT_KINDS = {"working_group": "negotiation", "opening": "other"}
Years = tuple[int | None, int | None, int | None]


@dataclass(frozen=True)
class Deed:
    """A document or an event; `people` are signatories or attendees, `years` a term (from, to, how many)."""

    kind: str
    status: str
    parties: tuple[str, ...]
    people: tuple[str, ...]
    date: str | None
    place: str | None
    years: Years = (None, None, None)
    spheres: tuple[str, ...] = ()
    implements: bool = False
    background: bool = False

    def __str__(self) -> str:
        return f"{self.kind}/{self.status}/{self.date} [{'; '.join(self.parties + self.people)}]"


@dataclass(frozen=True)
class Figure:
    """A person of the story with all posts in one line, and what the first post is of."""

    name: str
    post: str | None
    of: str | None


@dataclass(frozen=True)
class Story:
    """The scored content of one page."""

    documents: tuple[Deed, ...]
    events: tuple[Deed, ...]
    people: tuple[Figure, ...]
    speakers: tuple[str, ...]
    links: tuple[tuple[str, str], ...]

    @property
    def negative(self) -> bool:
        """Whether the page reports no cooperation."""
        return not self.documents and not self.events


def story_of(facts: Facts) -> Story:
    """The scored content of a page's facts."""
    names = {place.id: place.name for place in facts.places} | {body.id: body.name for body in facts.bodies}
    names |= {person.id: person.name for person in facts.people}
    people = {person.id for person in facts.people}
    spoken = [statement.speaker for statement in facts.statements if statement.speaker in people]
    return Story(
        documents=tuple(_document(document, names) for document in facts.documents),
        events=tuple(_event(event, names) for event in facts.events),
        people=tuple(_figure(person, names) for person in facts.people),
        speakers=tuple(names[speaker] for speaker in spoken if speaker),
        links=tuple((place.name, code) for place in facts.places if (code := _code(place))),
    )


def _code(place: Place) -> str | None:
    """The outside code a place is tied to; for a city, of which only GeoNames has an id, its country's."""
    return place.ids.iso3166_2 or place.ids.iso3166 or (place.country if place.ids.geonames else None)


def _named(ids: list[str], names: dict[str, str]) -> tuple[str, ...]:
    """The different names that the ids stand for, in order."""
    return tuple(dict.fromkeys(names[i] for i in ids if i in names))


def _value(date: PartialDate | None) -> str | None:
    return date.value if date else None


def _years(term: Term | None) -> Years:
    if term is None:
        return (None, None, None)
    start, end = (date.year if date else None for date in (term.from_, term.to))
    return (start, end, term.years)


def _document(document: Document, names: dict[str, str]) -> Deed:
    return Deed(
        kind=document.kind,
        status=document.status,
        parties=_named(document.parties, names),
        people=_named([signatory.person for signatory in document.signatories], names),
        date=_value(document.signed),
        place=names.get(document.place or ""),
        years=_years(document.term),
        spheres=tuple(dict.fromkeys(document.spheres)),
        implements=any(relation.kind in PARENT_RELATIONS for relation in document.relations),
        background=document.background,
    )


def _event(event: Event, names: dict[str, str]) -> Deed:
    return Deed(
        kind=EVENT_KINDS.get(event.kind, event.kind),
        status=event.status,
        parties=_named(event.parties, names),
        people=_named([attendee.person for attendee in event.people], names),
        date=_value(event.date),
        place=names.get(event.place or ""),
    )


def _figure(person: Person, names: dict[str, str]) -> Figure:
    post = " – ".join(post.title for post in person.posts) or None
    return Figure(person.name, post, names.get(person.posts[0].of or "") if person.posts else None)
