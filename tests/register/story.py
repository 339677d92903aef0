"""Short stories as facts, for what the tests of the register want to show."""

from __future__ import annotations

from typing import Any

import msgspec

from pobratim.core.date import PartialDate
from pobratim.core.evidence import Evidence
from pobratim.core.facts import (
    Attendee,
    Body,
    Document,
    Event,
    Facts,
    Person,
    Place,
    PlaceIds,
    Post,
    Relation,
    Signatory,
    Statement,
    Term,
)
from pobratim.core.page import Page
from pobratim.register.services import Incoming, page_store, settle

REGIONS = {
    "Ленинградская область": "RU-LEN",
    "Чуйская область": "KG-C",
    "Тверская область": "RU-TVE",
    "Витебская область": "BY-VI",
}

HEADLINE = "Стороны подписали соглашение"


def day(value: str) -> PartialDate:
    """A date that a page writes out."""
    return PartialDate(value, {4: "year", 7: "month"}.get(len(value), "day"), "explicit")  # type: ignore[arg-type]


class Story:
    """One page: what is added to it gets the next id; every thing has the headline for its evidence."""

    def __init__(self, address: str, published: str | None = "2024-04-25", headline: str = HEADLINE) -> None:
        self.address = address
        date = day(published) if published else None
        self.facts = Facts(page=Page(url=address, title=headline, published=date, text=f"{headline}\n\nТекст."))
        self.evidence = [Evidence.of(headline, 0, len(headline))]

    def place(self, name: str, **more: Any) -> str:
        """A region that has its code, or whatever `more` says."""
        code = REGIONS.get(name)
        more = more or {"kind": "region", "country": code and code[:2], "ids": PlaceIds(iso3166_2=code)}
        return self._add("places", Place(id=f"pl{len(self.facts.places)}", name=name, evidence=self.evidence, **more))

    def body(self, name: str, kind: str, place: str | None = None) -> str:
        """An organisation."""
        return self._add("bodies", Body(id=f"b{len(self.facts.bodies)}", name=name, kind=kind, place=place))

    def person(self, name: str, post: str | None = None, of: str | None = None) -> str:
        """Somebody with a post."""
        *given, surname = name.split()
        posts = [Post(title=post, of=of)] if post else []
        who = Person(
            id=f"h{len(self.facts.people)}",
            name=name,
            surname=surname,
            given=given[0] if given else None,
            posts=posts,
            evidence=self.evidence,
        )
        return self._add("people", who)

    def document(
        self, *parties: str, kind: str = "agreement", signed: str | None = None, status: str = "signed", **more: Any
    ) -> str:
        """A document between parties."""
        date = day(signed) if signed else None
        one = Document(
            id=f"d{len(self.facts.documents)}",
            kind=kind,
            parties=list(parties),
            signed=date,
            status=status,  # type: ignore[arg-type]
            evidence={"kind": self.evidence},
            **more,
        )
        return self._add("documents", one)

    def event(
        self, *parties: str, kind: str = "visit", date: str | None = None, people: tuple[str, ...] = (), **more: Any
    ) -> str:
        """An event between parties."""
        one = Event(
            id=f"e{len(self.facts.events)}",
            kind=kind,
            parties=list(parties),
            date=day(date) if date else None,  # type: ignore[arg-type]
            people=[Attendee(person=who) for who in people],
            evidence={"kind": self.evidence},
            **more,
        )
        return self._add("events", one)

    def statement(self, speaker: str, text: str) -> str:
        """Somebody's words."""
        one = Statement(id=f"s{len(self.facts.statements)}", speaker=speaker, text=text, direct=True, evidence=self.evidence)
        return self._add("statements", one)

    def store(self) -> str:
        """Puts the page into the register and settles it; what became of it."""
        stored = self.put()
        settle()
        return stored

    def put(self) -> str:
        """Puts the page into the register, to be settled with others; what became of it."""
        return page_store(Incoming(self.facts, self.address))

    def line(self) -> bytes:
        """The page as a line of JSON."""
        return msgspec.json.encode(self.facts)

    def _add(self, many: str, one: Any) -> str:
        getattr(self.facts, many).append(one)
        return str(one.id)


def agreement(address: str, published: str | None = "2024-04-25", **document: Any) -> Story:
    """A page about a document between the Leningrad and Chuy regions."""
    story = Story(address, published)
    parties = story.place("Ленинградская область"), story.place("Чуйская область")
    story.document(*parties, **document)
    return story


__all__ = ["Relation", "Signatory", "Story", "Term", "agreement", "day"]
