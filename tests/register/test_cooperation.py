"""What an actor takes part in, counted; when documents end."""

from __future__ import annotations

import datetime

import pytest

from pobratim.core.facts import Attendee, Relation, Signatory, Term
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Actor, Document
from pobratim.register.selectors import between, cooperation, involvement
from pobratim.register.selectors.document import chain
from pobratim.register.selectors.shared import Shared
from pobratim.register.selectors.state import ends_on
from pobratim.register.services import Author, field_edit, record_reject

from .story import Story, agreement, day

pytestmark = pytest.mark.usefixtures("register")
ON = datetime.date(2026, 1, 1)


def key_of(name: str) -> str:
    return Actor.objects.get(name=name).key


def test_documents_end_by_their_term_by_the_sides_or_not_at_all() -> None:
    agreement("1", signed="2021-03-01", term=Term(years=5)).store()
    agreement("2", "2023-06-16", kind="memorandum", signed="2020-01-01", status="terminated").store()
    agreement("3", kind="protocol", signed="2020-01-01").store()
    agreement("4", kind="programme", signed="2015-01-01", term=Term(to=day("2019-12-31"))).store()
    renewed = Document.objects.get(kind="programme")
    term = renewed.term | {"renews": "repeated", "step_years": 2}
    field_edit(key=renewed.key, field="term", value=term, author=Author("анна"))
    ends = ends_on(Document.objects.all(), ON)
    told = {one.kind: ends.get(one.key) for one in Document.objects.all()}
    assert told["agreement"] == datetime.date(2026, 3, 1)
    assert told["memorandum"] == datetime.date(2023, 6, 16)
    assert told["protocol"] is None
    assert told["programme"] == datetime.date(2027, 12, 31)


def test_counts_are_of_what_is_there_on_the_day_and_not_rejected() -> None:
    agreement("1", signed="2021-03-01", term=Term(years=5), spheres=["sport"]).store()
    agreement("2", kind="plan", signed="2024-05-01", spheres=["sport", "culture"]).store()
    agreement("3", kind="memorandum", signed="2022-01-01", spheres=["media"]).store()
    record_reject(key=Document.objects.get(kind="memorandum").key, author=Author("анна"))
    here, there = key_of("Чуйская область"), key_of("Ленинградская область")
    now = involvement.shelves_of(here, ON, 1)
    assert {state: number for state, number in now.numbers.items() if number} == {Lifecycle.IN_FORCE: 1, Lifecycle.SIGNED: 1}
    then = involvement.shelves_of(here, datetime.date(2023, 1, 1), 1)
    assert sum(then.numbers.values()) == 1
    assert involvement.signing_years(here) == {2021: 1, 2024: 1}
    assert Shared(here, there).spheres(ON).all == [("sport", 2), ("culture", 1)]
    assert [(one.key, number) for one, number in involvement.others_of(here, 5)] == [(there, 2)]


def test_organs_of_power_act_for_their_territory() -> None:
    story = Story("1")
    region, other = story.place("Ленинградская область"), story.place("Чуйская область")
    government = story.body("Правительство Ленинградской области", "government", region)
    who = story.person("Александр Дрозденко", "губернатор", region)
    story.document(government, other, signed="2021-03-01", signatories=[Signatory(person=who, for_=government)])
    story.event(government, other, date="2021-03-01")
    story.facts.events[0].people = [Attendee(person=who)]
    story.store()
    here, there = key_of("Ленинградская область"), key_of("Чуйская область")
    documents, events = cooperation.documents_of(here, there), cooperation.events_of(here, there)
    assert (documents.count(), events.count()) == (1, 1)
    (contact,) = between.people((here, there), documents.values("pk"), events.values("pk"), 5)[here]
    assert (contact.person.surname, contact.signed, contact.met) == ("Дрозденко", 1, 1)
    assert [one.person.surname for one in cooperation.people_of(here, 5)] == ["Дрозденко"]


def test_a_chain_begins_with_what_others_rest_on() -> None:
    story = Story("1")
    parties = story.place("Ленинградская область"), story.place("Чуйская область")
    plan = story.document(*parties, kind="plan", signed="2020-01-01")
    frame = story.document(*parties, status="in_force", background=True, title="договор о дружбе")
    story.facts.documents[0].relations = [Relation(kind="implements", to=frame)]
    story.document(*parties, kind="protocol", signed="2019-01-01", relations=[Relation(kind="within", to=plan)])
    story.store()
    found = chain(Document.objects.get(kind="plan"))
    assert [one.kind for one in found.documents] == ["agreement", "plan", "protocol"]
