"""One telling of a story: the text of the page, and the facts that a reader would find in it."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from typing import Any

from pobratim.core.date import PartialDate
from pobratim.core.facts import Attendee, Document, Event, Facts, Relation, Signatory, Statement, Term
from pobratim.core.page import Page

from .cast import Cast
from .story import Story, Telling, story, tellings
from .world import TOPICS, World, lines
from .writer import Writer, within

MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
NAMES = {
    "agreement": "соглашение",
    "memorandum": "меморандум",
    "plan": "план мероприятий",
    "protocol": "протокол",
    "programme": "программа",
    "roadmap": "дорожная карта",
}
LEADS = {
    "announced": "{sides} готовят {kind} о сотрудничестве, подписание ожидается {day}.",
    "signed": "{sides} подписали {kind} о сотрудничестве {day}.",
    "recalled": "{sides} сотрудничают давно: {kind} подписан ещё {day}.",
    "after": "{sides} обсудили, как исполняется {kind}, подписанный {day}.",
}
SHORTEST, LONGEST = 1_300, 2_800
NOT_BEFORE = {"after": "meeting", "recalled": "visit", "signed": "signing", "announced": "signing"}


def pages(world: World, numbers: range) -> Iterator[Facts]:
    """Every page that tells of these stories, story by story."""
    for number in numbers:
        one = story(world, number)
        for telling in tellings(world, number):
            yield page(world, one, telling)


def page(world: World, one: Story, telling: Telling) -> Facts:
    """The facts of one page."""
    return _Page(world, one, telling).facts()


class _Page:
    def __init__(self, world: World, one: Story, telling: Telling) -> None:
        self.world, self.one, self.telling = world, one, telling
        self.chance = world.chance("page", one.number, telling.variant)
        self.cast = Cast(world)
        self.title = f"{self._sides()}: {NAMES[one.kind]} о сотрудничестве"
        self.writer = Writer(self.title)
        self.documents: list[Document] = []
        self.events: list[Event] = []
        self.statements: list[Statement] = []

    def facts(self) -> Facts:
        self._told()
        self._people()
        if self.one.head is not None:
            self._framework(self.one.head)
        self._event()
        self._statement()
        self._fill(self.chance.randint(SHORTEST, LONGEST))
        published = self.telling.day.isoformat()
        about = Page(
            url=f"https://news{self.telling.site}.example/{published[:4]}/{self.one.number}-{self.telling.variant}",
            site=f"news{self.telling.site}.example",
            title=self.title,
            published=PartialDate(published, "day", "explicit"),
            text=self.writer.text,
        )
        cast = self.cast
        return Facts(
            page=about,
            places=[*cast.places.values()],
            bodies=[*cast.bodies.values()],
            people=[*cast.people.values()],
            documents=self.documents,
            events=self.events,
            statements=self.statements,
        )

    def _sides(self) -> str:
        return " и ".join(self.cast.name(side) for side in self.one.sides)

    def _told(self) -> None:
        """The document itself, its term and spheres."""
        one, manner = self.one, self.telling.manner
        day = one.day + datetime.timedelta(days=self.telling.slip)
        written = f"{day.day} {MONTHS[day.month - 1]} {day.year} года"
        self.writer.paragraph()
        lead = self.writer.say(LEADS[manner].format(sides=self._sides(), kind=NAMES[one.kind], day=written))
        self.parties = [self.cast.party(side, lead) for side in one.sides]
        self.date = PartialDate(day.isoformat(), "day", "explicit", [within(lead, written)])
        more = f"Документ охватывает направления: {', '.join(one.spheres)}."
        evidence = {name: [lead] for name in ("kind", "parties", "signed", "status")}
        evidence["spheres"] = [self.writer.say(more)]
        term = None
        if one.years and self.chance.random() < 0.7:
            evidence["term"] = [self.writer.say(f"Срок его действия — {one.years} лет.")]
            term = Term(years=one.years)
        over = manner == "after" and one.fate == "terminated"
        status = "planned" if manner == "announced" else "terminated" if over else "signed"
        self.documents.append(
            Document(
                id="d1",
                kind=one.kind,
                title=f"{NAMES[one.kind].capitalize()} о сотрудничестве",
                parties=self.parties,  # type: ignore[arg-type]
                signed=self.date,
                place=self.cast.place(one.sides[0].place, lead),
                term=term,
                spheres=list(one.spheres),
                status=status,
                background=manner in ("recalled", "after"),
                evidence=evidence,
            )
        )

    def _people(self) -> None:
        """Who signed; on half of the pages also somebody who was there."""
        year = (self.one.day if self.telling.manner in ("signed", "announced") else self.telling.day).year
        self.writer.paragraph()
        self.here: list[tuple[str, str]] = []
        for side, party in zip(self.one.sides, self.parties, strict=True):
            who = self.cast.head(side, year)
            self._enter(f"За документ отвечает {who.title} {who.name}.", who, party)
            if self.chance.random() < 0.3:
                post = f"начальник управления «{self.chance.choice(TOPICS)}»"
                other = self.cast.other(side, post, year)
                self._enter(f"Рядом работает {other.title} {other.name}.", other, party)
        if self.telling.manner == "signed":
            heads = {party: who for who, party in reversed(self.here)}
            self.documents[0].signatories = [Signatory(person=heads[party], for_=party) for party in self.parties]

    def _enter(self, sentence: str, who: Any, party: str) -> None:
        said = self.writer.say(sentence)
        self.here.append((self.cast.person(who, party, within(said, f"{who.title} {who.name}")), party))

    def _framework(self, number: int) -> None:
        """The document that this one implements, recalled; mostly with its day, at times with its year alone or undated."""
        head = story(self.world, number)
        exact = self.chance.random()
        when = f"{head.day.day} {MONTHS[head.day.month - 1]} {head.day.year} года" if exact < 0.6 else f"{head.day.year} года"
        said = self.writer.say(f"Он исполняет {NAMES[head.kind]} о сотрудничестве ({when}).")
        value, precision = (head.day.isoformat(), "day") if exact < 0.6 else (str(head.day.year), "year")
        signed = PartialDate(value, precision, "explicit", [within(said, when)]) if exact < 0.95 else None  # type: ignore[arg-type]
        evidence = {name: [said] for name in ("kind", "parties", "signed", "status")}
        self.documents.append(
            Document(id="d2", kind=head.kind, parties=self.parties, signed=signed, background=True, evidence=evidence)  # type: ignore[arg-type]
        )
        self.documents[0].relations = [Relation(kind="implements", to="d2")]
        self.documents[0].evidence["relations"] = [said]

    def _event(self) -> None:
        manner = self.telling.manner
        planned = manner == "announced"
        late = manner in ("recalled", "after")
        self.writer.paragraph()
        sort = "visit" if self.telling.variant % 3 == 2 and not late else NOT_BEFORE[manner]
        said = self.writer.say(f"Делегации {'встретятся' if planned else 'встретились'}, участвовали: {len(self.here)}.")
        date = PartialDate(self.telling.day.isoformat(), "day", "relative", [said]) if late else self.date
        self.events.append(
            Event(
                id="e1",
                kind=sort,
                status="planned" if planned else "held",
                date=date,
                place=f"pl{self.one.sides[0].place}",  # type: ignore[arg-type]
                parties=self.parties,
                documents=["d1"],
                people=[Attendee(person=who, side=side) for who, side in self.here],
                evidence={name: [said] for name in ("kind", "date", "parties", "people")},
            )
        )
        if self.chance.random() < 0.5:
            other = self.writer.say("Отдельно прошла рабочая группа.")
            self.events.append(
                Event(id="e2", kind="working_group", date=date, parties=self.parties, within="e1", evidence={"kind": [other]})
            )

    def _statement(self) -> None:
        """What the head of a side said; the same on half of the pages, as when sites quote one release."""
        own = self.chance.random() < 0.5
        chance = self.chance if own else self.world.chance("said", self.one.number, self.telling.manner)
        for number in range(chance.choice((0, 1, 1, 2))):
            words = chance.choice(lines("sayings.txt")).replace("*", str(chance.randrange(2, 90_000)))
            who = self.here[0][0] if number == 0 else self.here[-1][0]
            said = self.writer.say(f"«{words}», — сообщил представитель стороны.")
            about = within(said, words)
            self.statements.append(
                Statement(id=f"s{number}", speaker=who, text=words, direct=True, documents=["d1"], evidence=[about])
            )

    def _fill(self, length: int) -> None:
        """Everyday sentences around it, up to the length of a page."""
        chance: random.Random = self.chance
        while self.writer.length < length:
            if chance.random() < 0.3:
                self.writer.paragraph()
            self.writer.say(chance.choice(lines("sentences.txt")))
