"""Several decisions at one stroke: all or none, and taken back together."""

from __future__ import annotations

from typing import Any

import pytest

from pobratim.register.dump import dump
from pobratim.register.errors import Changed, NoSuchRecord, WrongDecision, WrongValue
from pobratim.register.models import Actor, Document, Person, PersonDecision, State, User
from pobratim.register.models.user import Role
from pobratim.register.selectors.history import authors, decisions, last_decided, last_stroke, records_decided
from pobratim.register.services import (
    Author,
    New,
    decisions_undo,
    field_edit,
    record_accept,
    record_edit,
    records_accept,
    records_apart,
    records_reject,
)

from .story import agreement

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def anna() -> Author:
    return Author("анна", User.objects.create(username="анна", role=Role.MANAGER))


@pytest.fixture
def keys() -> list[str]:
    """Two documents, both waiting."""
    agreement("a", signed="2019-04-24").store()
    agreement("b", signed="2024-04-24").store()
    return list(Document.objects.order_by("signed").values_list("key", flat=True))


def records() -> list[str]:
    return [line for line in dump() if not line.startswith("persondecision")]


@pytest.mark.parametrize(("service", "state"), [(records_accept, State.ACCEPTED), (records_reject, State.REJECTED)])
def test_many_at_once_and_all_back(keys: list[str], anna: Author, service: Any, state: State) -> None:
    before = records()
    made = service(keys=keys, author=anna, reason="проверено")
    assert set(Document.objects.values_list("state", flat=True)) == {state}
    assert len({one.made_at for one in made}) == 1
    assert anna.user is not None
    assert last_stroke(anna.user) == [one.pk for one in made]
    decisions_undo(numbers=last_stroke(anna.user), author=anna)
    assert records() == before
    assert last_stroke(anna.user) == []


def test_one_that_is_not_there_stops_all(keys: list[str], anna: Author) -> None:
    before = list(dump())
    with pytest.raises(NoSuchRecord):
        records_accept(keys=[*keys, "d" + "0" * 20], author=anna)
    assert list(dump()) == before
    one = record_accept(key=keys[0], author=anna)
    decisions_undo(numbers=[one.pk], author=anna)
    other = record_accept(key=keys[1], author=anna)
    before = list(dump())
    with pytest.raises(WrongDecision):
        decisions_undo(numbers=[other.pk, one.pk], author=anna)
    assert list(dump()) == before


def test_several_fields_with_records_entered_on_the_way(keys: list[str], anna: Author) -> None:
    before = records()
    signatory = {"person": New("p", "Иван Петров"), "for": New("a", "Город Зеро", "city")}
    changes = {"title": "О дружбе", "signatory": [signatory], "signed": {"value": "2024-04", "precision": "month"}}
    record_edit(key=keys[1], changes=changes, author=anna, reason="по оригиналу")
    found = Document.objects.get(key=keys[1])
    assert (found.title, found.signed) == ("О дружбе", "2024-04")
    signature = found.signatures.select_related("person", "party").get()
    assert signature.party is not None
    assert (signature.person.name, signature.party.name, signature.party.kind) == ("Иван Петров", "Город Зеро", "city")
    numbers = list(PersonDecision.objects.filter(undone_at=None).values_list("pk", flat=True))
    decisions_undo(numbers=numbers, author=anna)
    assert records() == before


def test_a_wrong_value_among_several_changes_nothing(keys: list[str], anna: Author) -> None:
    before = list(dump())
    for wrong in ({"kind": "song"}, {"kind": None}, {"party": []}, {"place": {"node": "a" + "0" * 20}}):
        changes = {"title": "О дружбе", "signatory": [{"person": New("p", "Иван Петров")}], **wrong}
        with pytest.raises(WrongValue):
            record_edit(key=keys[0], changes=changes, author=anna)
    assert list(dump()) == before


def test_nothing_is_right_of_what_is_told(keys: list[str], anna: Author) -> None:
    field_edit(key=keys[0], field="title", value="О дружбе", author=anna)
    record_edit(key=keys[0], changes={"title": None, "signed": None}, author=anna)
    found = Document.objects.get(key=keys[0])
    assert (found.title, found.signed) == ("", "")
    record_edit(key=keys[0], changes={"title": "О дружбе"}, author=anna)
    assert Document.objects.get(key=keys[0]).title == "О дружбе"


def test_what_a_person_set_already_is_not_decided_again(keys: list[str], anna: Author) -> None:
    assert record_edit(key=keys[0], changes={"title": "О дружбе", "sphere": ["sport"]}, author=anna)
    assert not record_edit(key=keys[0], changes={"title": "О дружбе", "sphere": ["sport"]}, author=anna)


def test_whoever_looked_before_another_decided_is_told(keys: list[str], anna: Author) -> None:
    seen = last_decided(keys[0])
    made = field_edit(key=keys[0], field="title", value="О дружбе", author=Author("борис"))
    with pytest.raises(Changed):
        record_edit(key=keys[0], changes={"title": "О спорте"}, author=anna, seen=seen)
    seen = last_decided(keys[0])
    decisions_undo(numbers=[made.pk], author=anna)
    with pytest.raises(Changed):
        record_edit(key=keys[0], changes={"title": "О спорте"}, author=anna, seen=seen)
    assert record_edit(key=keys[0], changes={"title": "О спорте"}, author=anna, seen=last_decided(keys[0]))


def test_two_that_are_apart_stay_apart(anna: Author) -> None:
    agreement("a", signed="2024-04-24").store()
    agreement("b", kind="plan", signed="2024-04-24").store()
    keys = list(Document.objects.values_list("key", flat=True))
    made = records_apart(keys=keys, author=anna)
    assert Document.objects.count() == 2
    assert records_decided([made.pk]) == {made.pk: sorted(keys)}
    for wrong in (keys[:1], [*keys, Actor.objects.order_by("key")[0].key], [keys[0], Actor.objects.order_by("key")[0].key]):
        with pytest.raises(WrongDecision):
            records_apart(keys=wrong, author=anna)


def test_the_history_by_author_and_action(keys: list[str], anna: Author) -> None:
    one = record_accept(key=keys[0], author=anna)
    other = field_edit(key=keys[1], field="title", value="О дружбе", author=Author("борис"))
    decisions_undo(numbers=[other.pk], author=anna)
    assert authors() == ["анна", "борис"]
    assert [found.pk for found in decisions()] == [other.pk, one.pk]
    assert [found.pk for found in decisions(author="борис")] == [other.pk]
    assert [found.pk for found in decisions(action="accept")] == [one.pk]
    assert [found.pk for found in decisions(action="undone")] == [other.pk]
    assert [found.pk for found in decisions(on=keys[0])] == [one.pk]
    assert not Person.objects.exists()
