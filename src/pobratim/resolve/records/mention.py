"""The mentions of a page: its actors, people, documents, events and statements, each with its node."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from pobratim.core import facts as f
from pobratim.core.facts import Facts

from .actor import actor_nodes, territories
from .content import (
    ACTOR,
    DOCUMENT,
    EVENT,
    PERSON,
    STATEMENT,
    Document,
    Event,
    Person,
    Statement,
    date_value,
    digest,
    encode,
    full_day,
    node_key,
    plain,
)

PLANNED = frozenset(("planned", "proposed"))
_ACTING = re.compile(r"^(?:временно исполняющ\w+ обязанности|исполняющ\w+ обязанности|врио|врип|и о)\s+")


class Mention(NamedTuple):
    """One thing that a page speaks of: the page's own id of it, and its node."""

    kind: str
    local: str
    node: str
    content: str


class _Reader:
    """Collects the mentions of one page; `keys` is local id → node, as far as they are known."""

    def __init__(self, facts: Facts, address: str) -> None:
        self.facts = facts
        contents, self.keys = actor_nodes(facts, address)
        self.party = territories(facts, self.keys)
        self.mentions = [Mention(ACTOR, local, self.keys[local], text) for local, text in contents.items()]
        published = date_value(facts.page.published)
        self.told = published if full_day(published) else None

    def add(self, kind: str, local: str, content: Person | Document | Event | Statement) -> None:
        """One mention more; the second of those that are alike on a page gets the ordinal 1, and so on."""
        taken = {mention.node for mention in self.mentions}
        text = encode(content)
        while (node := node_key(kind, text)) in taken:
            content = msgspec.structs.replace(content, ordinal=content.ordinal + 1)
            text = encode(content)
        self.keys[local] = node
        self.mentions.append(Mention(kind, local, node, text))

    def parties(self, locals_: Iterable[str]) -> tuple[str, ...]:
        """The nodes that stand for these parties, sorted; ids that the page does not know are left out."""
        return tuple(sorted({self.party[local] for local in locals_ if local in self.party}))


def mentions_of(facts: Facts, address: str) -> list[Mention]:
    """All mentions of a page; ids are taken as unique on it, the last of doubles wins.

    Args:
        facts: of the page.
        address: of the page; names that many places bear are kept apart by it.
    """
    reader = _Reader(facts, address)
    stands_for = _stands_for(facts)
    for person in facts.people:
        reader.add(PERSON, person.id, _person(person, reader, stands_for.get(person.id, set())))
    for document in facts.documents:
        reader.add(DOCUMENT, document.id, _document(document, reader))
    surnames = {person.id: _short_name(person) for person in facts.people}
    for event in facts.events:
        reader.add(EVENT, event.id, _event(event, reader, surnames))
    for statement in facts.statements:
        who = surnames.get(statement.speaker or "", "")
        reader.add(STATEMENT, statement.id, Statement(who, digest(plain(statement.text))))
    return reader.mentions


def _stands_for(facts: Facts) -> dict[str, set[str]]:
    """Person → the actors (local ids) they sign for or sit beside at an event."""
    found: dict[str, set[str]] = {}
    pairs = [(s.person, s.for_) for d in facts.documents for s in (*d.signatories, *_last_pen(d))]
    for who, whom in pairs + [(a.person, a.side) for e in facts.events for a in e.people]:
        if whom:
            found.setdefault(who, set()).add(whom)
    return found


def _last_pen(document: f.Document) -> list[f.Signatory]:
    """Where all but one sign for parties that the page names, and one party is left: the last one signs for it.

    Good enough to tell namesakes apart; it is no fact of the page. Wrong where two people sign for one party.
    """
    for_whom = {signatory.for_ for signatory in document.signatories}
    unsaid = [signatory for signatory in document.signatories if not signatory.for_]
    left = [party for party in document.parties if party not in for_whom]
    if len(unsaid) != 1 or len(left) != 1 or len(document.signatories) != len(document.parties):
        return []
    return [f.Signatory(person=unsaid[0].person, for_=left[0])]


def _person(person: f.Person, reader: _Reader, sides: set[str]) -> Person:
    surname, given, patronymic = name_parts(person)
    posts = {(_ACTING.sub("", plain(post.title)), reader.party.get(post.of or "", "")) for post in person.posts}
    places = {place for _, place in posts if place} | set(reader.parties(sides))
    return Person(surname, given, patronymic, tuple(sorted(posts)), tuple(sorted(places)))


def name_parts(person: f.Person) -> tuple[str, str, str]:
    """Surname, given name and patronymic, folded; where the page does not part them, its last word is the surname.

    >>> name_parts(f.Person(id="h1", name="А. Ю. Дрозденко"))
    ('дрозденко', 'а', 'ю')
    """
    if person.surname:
        return plain(person.surname), plain(person.given), plain(person.patronymic)
    words = plain(person.name).split()
    if len(words) < 2:
        return (words[0] if words else ""), plain(person.given), plain(person.patronymic)
    if len(words) == 3 and len(words[1]) > 1 and words[2].endswith(("вич", "вна", "оглы", "кызы")):
        return words[0], words[1], words[2]
    return words[-1], words[0], " ".join(words[1:-1])


def _short_name(person: f.Person) -> str:
    surname, given, _ = name_parts(person)
    return f"{surname} {given[:1]}".strip()


def _document(document: f.Document, reader: _Reader) -> Document:
    date = date_value(document.signed)
    exact = full_day(date) is not None
    return Document(
        kind=document.kind,
        parties=reader.parties(document.parties),
        date=date,
        planned=document.status in PLANNED,
        background=document.background and date is None,
        told=None if exact else reader.told,
        title="" if exact else plain(document.title),
        spheres=tuple(sorted(set(document.spheres))),
    )


def _event(event: f.Event, reader: _Reader, surnames: dict[str, str]) -> Event:
    date = date_value(event.date)
    return Event(
        kind=event.kind,
        parties=reader.parties(event.parties),
        date=date,
        planned=event.status == "planned",
        told=None if full_day(date) else reader.told,
        people=tuple(sorted({surnames[one.person] for one in event.people if surnames.get(one.person)})),
    )
