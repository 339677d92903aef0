"""Synthetic facts: pages that tell of documents between made-up regions, three pages a document on the average."""

from __future__ import annotations

import datetime
import random

import msgspec

from pobratim.core.date import PartialDate
from pobratim.core.evidence import Evidence
from pobratim.core.facts import Attendee, Document, Event, Facts, Person, Place, PlaceIds, Post, Signatory, Statement
from pobratim.core.page import Page

PARTNERS = 2_000
PAGES_A_DOCUMENT = 3
SPHERES = ("culture", "sport", "education", "trade-economic", "tourism", "health", "youth", "agriculture")
KINDS = ("agreement", "memorandum", "plan", "protocol")
FIRST_DAY = datetime.date(2000, 1, 1)
SENTENCE = "Губернатор {a} и губернатор {b} подписали {kind} о сотрудничестве, сообщила пресс-служба. "


def fact_lines(pages: int, seed: int = 7) -> list[bytes]:
    """So many pages as lines of JSON; the same seed gives the same pages."""
    chance = random.Random(seed)
    lines: list[bytes] = []
    while len(lines) < pages:
        a, b = chance.sample(range(PARTNERS), 2)
        kind, signed = chance.choice(KINDS), FIRST_DAY + datetime.timedelta(days=chance.randrange(9000))
        spheres = chance.sample(SPHERES, 2)
        for _ in range(min(PAGES_A_DOCUMENT, pages - len(lines))):
            lines.append(msgspec.json.encode(_page(len(lines), (a, b), kind, signed, spheres, chance)))
    return lines


def _page(
    number: int, partners: tuple[int, int], kind: str, signed: datetime.date, spheres: list[str], chance: random.Random
) -> Facts:
    names = [f"Область {one:04}" for one in partners]
    text = f"Подписан документ {number}\n\n" + SENTENCE.format(a=names[0], b=names[1], kind=kind) * 12
    head = [Evidence.of(text, 0, 8)]
    published = signed + datetime.timedelta(days=chance.randrange(4))
    day = PartialDate(signed.isoformat(), "day", "explicit", head)
    page = Page(
        url=f"https://site{number % 97}.example/{number}",
        site=f"site{number % 97}",
        title=f"Подписан документ {number}",
        published=PartialDate(published.isoformat(), "day", "explicit"),
        text=text,
    )
    places = [
        Place(id=f"pl{place}", name=name, kind="region", country="RU", ids=PlaceIds(geonames=10**7 + partner), evidence=head)
        for place, (name, partner) in enumerate(zip(names, partners, strict=True))
    ]
    people = [
        Person(
            id=f"h{place}",
            name=f"Иван Глава{partner}",
            surname=f"Глава{partner}",
            given="Иван",
            evidence=head,
            posts=[Post(title="губернатор", of=f"pl{place}", evidence=head)],
        )
        for place, partner in enumerate(partners)
    ]
    document = Document(
        id="d1",
        kind=kind,
        title=f"{kind} {signed.year}",
        parties=["pl0", "pl1"],
        signed=day,
        place="pl0",  # type: ignore[arg-type]
        signatories=[Signatory(person=f"h{place}", for_=f"pl{place}") for place in range(2)],
        spheres=spheres,
        evidence=dict.fromkeys(("kind", "parties", "signed", "status", "spheres"), head),
    )
    event = Event(
        id="e1",
        kind="signing",
        date=day,
        place="pl0",
        parties=["pl0", "pl1"],
        documents=["d1"],
        people=[Attendee(person=f"h{place}", side=f"pl{place}") for place in range(2)],
        evidence={"kind": head, "date": head},
    )
    said = Statement(id="s1", speaker="h0", text=f"Документ {number} важен.", direct=True, documents=["d1"], evidence=head)
    return Facts(page=page, places=places, people=people, documents=[document], events=[event], statements=[said])
