"""What is kept for partners is what a look at all records says, on any day, whatever came in and was decided."""

from __future__ import annotations

import datetime
import random
from collections import Counter

import pytest

from pobratim.core.facts import Facts, Relation, Term
from pobratim.register.derive import recount_for_partners
from pobratim.register.dump import dump
from pobratim.register.lifecycle import HOLDING, Lifecycle
from pobratim.register.models import Actor, Document, DocumentParty, DocumentSphere, Event, PartnerDocument, PartnerEvent
from pobratim.register.selectors import cooperation, involvement
from pobratim.register.selectors.days import held_days, signed_days, sphere_years
from pobratim.register.selectors.shared import Shared
from pobratim.register.selectors.sides import Alone, Sides, coming_after, held_between
from pobratim.register.selectors.state import states_on
from pobratim.register.services import (
    Author,
    Incoming,
    decision_undo,
    field_edit,
    page_store,
    record_reject,
    records_merge,
    settle,
)
from pobratim.register.successors import NOT_YET
from tests.thorough import cases

from .story import Story, agreement, day

pytestmark = pytest.mark.usefixtures("register")
DAYS = [datetime.date(year, 6, 15) for year in (1995, 2019, 2023, 2024, 2026, 2040)]
EACH, MANY = 3, 10_000
PARTNERS = cases(25, 10_000)
KINDS = ("plan", "roadmap", "programme", "agreement")
TWO_YEARS = datetime.timedelta(days=2 * 366)


def as_recounted(*actors: str) -> None:
    """What one partner, or two, have is asked of the tables for partners and of the records."""
    documents, events = list(cooperation.documents_of(*actors)), list(cooperation.events_of(*actors))
    documents.sort(key=lambda one: (one.signed_first is None, -(one.signed_first or DAYS[0]).toordinal(), one.key))
    told: Sides = Shared(*actors) if len(actors) == 2 else Alone(*actors)
    for on in DAYS:
        life = states_on(documents, on)
        found = told.shelves(on, EACH)
        numbers = Counter(state for state in life.values() if state is not Lifecycle.ABSENT)
        assert {state: number for state, number in found.numbers.items() if number} == numbers
        for state, shown in found.latest.items():
            assert [one.key for one in shown] == [one.key for one in documents if life[one.key] is state][:EACH]
        plans = [one.key for one in documents if one.kind in KINDS and life[one.key] in HOLDING]
        assert told.standing(HOLDING, on, KINDS, EACH) == plans[:EACH]
    signed = Counter(one.signed_first.year for one in documents if one.signed_first and one.status not in NOT_YET)
    held = Counter(one.date_first.year for one in events if one.date_first and one.status != "cancelled")
    spheres = Counter(DocumentSphere.objects.filter(document__in=documents).values_list("code", flat=True))
    assert told.signing_years() == signed
    assert told.event_years() == held
    assert set(told.undated_events()) == {one for one in events if not one.date_first}
    between, found_events = cooperation.documents_of(*actors), cooperation.events_of(*actors)
    for on in DAYS:
        counted = told.spheres(on)
        assert dict(counted.all) == spheres
        assert counted.signed == sphere_years(between, on)
        assert told.signed_days(on, EACH) == signed_days(between, on, EACH)
        assert told.held_days(on, EACH) == held_days(found_events, on, EACH)
        days_as_recounted(told, documents, events, on)
    latest = sorted(events, key=lambda one: (one.date_first is None, -(one.date_first or DAYS[0]).toordinal(), one.key))
    first = told.latest_events(EACH) if isinstance(told, Shared) else involvement.latest_events(*actors, EACH)
    assert [one.key for one in first] == [one.key for one in latest[:EACH]]


def days_as_recounted(told: Sides, documents: list[Document], events: list[Event], on: datetime.date) -> None:
    """What was signed and held in the three years before a day; what was to come."""
    first = on.replace(year=on.year - 3)
    signed = [one.key for one in documents if one.signed_first and first <= one.signed_first <= on and one.status not in NOT_YET]
    assert told.signed_between(first, on, MANY) == signed
    assert told.signed_between(first, on, EACH) == signed[:EACH]
    ordered = sorted((one for one in events if one.date_first and one.status != "cancelled"), key=lambda one: one.key)
    there = [one for one in ordered if one.date_first and first <= one.date_first <= on]
    assert sorted(told.events_between(first, on, MANY)) == [one.key for one in there]
    assert sorted(told.events_between(first, on, MANY, soonest=True)) == [one.key for one in there]
    held = held_between(told, first, on, MANY)
    happened = [one for one in events if one.status not in ("planned", "cancelled")]
    dated = {one.key for one in happened if one.date_first and one.date_last and one.date_first <= on and one.date_last >= first}
    undated = {one.key for one in happened if not one.date_first and one.first_told and first <= one.first_told <= on}
    assert set(held.keys) == dated | undated
    assert not held.more
    few = held_between(told, first, on, 1)
    assert set(few.keys) <= set(held.keys)
    assert few.more or few.keys == held.keys, "what is left out is told"
    coming = [one for one in ordered if one.date_first and on < one.date_first <= on + TWO_YEARS]
    known = {one.key for one in coming if one.first_told and one.first_told <= on}
    assert set(coming_after(told, on, MANY)) == known


def others_as_recounted(actor: str) -> None:
    documents = cooperation.documents_of(actor).values("pk")
    rows = DocumentParty.objects.filter(document__in=documents).exclude(acts_for=actor).exclude(actor=actor)
    together = Counter(other for other, _ in set(rows.values_list("acts_for", "document")))
    assert {other.key: number for other, number in involvement.others_of(actor, 1000)} == together
    assert involvement.events_number(actor) == cooperation.events_of(actor).count()


def all_as_recounted() -> None:
    """For partners, those that act for others among them; and nothing but that is kept.

    Of a corpus they are too many for every run: those with most and some of the rest are asked of there.
    """
    actors = Counter(PartnerDocument.objects.values_list("partner", flat=True))
    actors.update(PartnerEvent.objects.values_list("partner", flat=True))
    busiest = [actor for actor, _ in sorted(actors.items(), key=lambda one: (-one[1], one[0]))]
    for actor in {*busiest[:PARTNERS], *random.Random(1).sample(busiest, min(PARTNERS, len(busiest)))}:
        as_recounted(actor)
        others_as_recounted(actor)
    kept = list(dump())
    recount_for_partners()
    assert list(dump()) == kept


def test_the_corpus(pages: list[tuple[str, Facts]], register: str) -> None:
    for number, (address, facts) in enumerate(random.Random(register).sample(pages, 60), 1):
        page_store(Incoming(facts, address))
        if number % 25 == 0:
            settle()
    settle()
    all_as_recounted()
    busy = Actor.objects.order_by("-documents_count", "key").values_list("key", flat=True)[:4]
    for one in busy:
        for other in busy:
            if one < other:
                as_recounted(one, other)
    assert PartnerDocument.objects.exists()
    assert PartnerEvent.objects.exists()


def test_what_people_decide_and_what_follows_documents(author: Author) -> None:
    agreement("1", signed="2018-03-01", term=Term(years=5), spheres=["sport"]).store()
    agreement("2", "2019-01-01", kind="plan", status="planned").store()
    story = Story("3")
    region, other = story.place("Ленинградская область"), story.place("Чуйская область")
    government = story.body("Правительство Ленинградской области", "government", region)
    old = story.document(region, other, signed="2018-03-01", status="in_force")
    story.document(government, region, other, kind="protocol", signed="2022-12-01", relations=[Relation(kind="prolongs", to=old)])
    story.event(government, other, date="2022-12-01")
    story.event(region, other, date="2022-11", status="cancelled")
    story.store()
    all_as_recounted()
    protocol, framework = Document.objects.get(kind="protocol"), Document.objects.get(kind="agreement")
    told = PartnerDocument.objects.filter(document=framework).values_list("partner", "state", "first", "last")
    prolonged = set(told)
    rejected = record_reject(key=protocol.key, author=author)
    all_as_recounted()
    assert set(told.all()) != prolonged, "what prolonged it does not count any more"
    decision_undo(number=rejected.pk, author=author)
    assert set(told.all()) == prolonged
    field_edit(key=framework.key, field="signed", value={"value": "2017-05", "precision": "month"}, author=author)
    all_as_recounted()
    records_merge(keys=[Actor.objects.get(name="Чуйская область").key, _another("Чуй").key], author=author)
    all_as_recounted()
    assert Event.objects.filter(status="cancelled").exists()


def _another(name: str) -> Actor:
    story = Story("4")
    story.document(story.place(name, kind="district"), story.place("Тверская область"), signed="2021-01-01")
    story.store()
    return Actor.objects.get(name=name)


def test_promised_and_never_signed() -> None:
    agreement("1", "2024-01-01", kind="memorandum", status="planned").store()
    agreement("2", "2024-01-01", kind="plan", status="planned").store()
    agreement("3", "2025-06-01", kind="plan", signed="2025-05-30").store()
    agreement("4", "2023-01-01", kind="memorandum", signed="2022-12-30", term=Term(to=day("2023"))).store()
    shared = Shared(*Actor.objects.values_list("key", flat=True))
    assert [one.kind for one in shared.promised(5)] == ["memorandum"]
