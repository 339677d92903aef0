"""The parts of the review queue, and records that may be one."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from pobratim.register.models import Actor, Document, Person
from pobratim.register.selectors.likeness import alike, likenesses
from pobratim.register.selectors.review import Reason, Wanted, next_in_queue, queue, tellings
from pobratim.register.services import Author, records_apart, settle
from pobratim.resolve.records.judge import reasons
from pobratim.words.reasons import REASONS

from .story import Story, agreement


@pytest.mark.usefixtures("register")
def test_contradictions_and_filters() -> None:
    agreement("http://a.ru/1", "2024-04-25", signed="2024-04-24").store()
    agreement("http://b.ru/1", "2024-04-26", signed="2024-04-25").store()
    other = Story("http://b.ru/2", "2024-05-01")
    other.document(other.place("Тверская область"), other.place("Витебская область"))
    other.store()
    both = Document.objects.get(contradicted=True).key
    tver = Actor.objects.get(name="Тверская область").key
    alone = Document.objects.exclude(key=both).get().key

    def keys(*more: Any, **rest: Any) -> list[str]:
        return [one.key for one in queue(Wanted("d", *more, **rest))]

    assert keys() == [alone, both]
    assert keys(Reason.CONTRADICTED) == [both]
    assert keys(partner=tver) == [alone]
    assert keys(site="a.ru") == [both]
    assert keys(site="b.ru") == [alone, both]
    assert keys(day=datetime.date(2024, 5, 1)) == [alone]
    assert keys(site="a.ru", day=datetime.date(2024, 4, 26)) == []
    assert [one.key for one in queue(Wanted("d"), without=[alone])] == [both]
    assert [one.page.address for one in tellings([both])[both]] == ["http://b.ru/1", "http://a.ru/1"]


@pytest.mark.usefixtures("register")
def test_likenesses_until_a_person_says_that_they_are_two(author: Author) -> None:
    agreement("a", signed="2024-04-24").store()
    agreement("b", signed="2024-10-24").store()
    one, other = Document.objects.order_by("signed").values_list("key", flat=True)
    found = likenesses([one])[one]
    assert [(each.key, each.why) for each in found] == [(other, "They were signed at different times.")]
    assert len(next_in_queue(Wanted("d", Reason.ALIKE), 8).records) == 2
    records_apart(keys=[one, other], author=author)
    assert likenesses([one, other]) == {one: [], other: []}
    assert next_in_queue(Wanted("d", Reason.ALIKE), 8).records == []


@pytest.mark.usefixtures("register")
def test_namesakes() -> None:
    for number, place in enumerate(("Псков", "Тверь", "Псков")):
        story = Story(f"p{number}")
        story.person("Иван Петров", "мэр", story.place(place, kind="city"))
        story.store()
    assert Person.objects.count() == 2
    found = next_in_queue(Wanted("p", Reason.ALIKE), 8)
    assert {one.key for one in found.records} == set(Person.objects.values_list("key", flat=True))
    assert {other.why for many in found.alike.values() for other in many} == {"They bear the same name."}


@pytest.mark.parametrize("kind", "apdes")
def test_every_reason_is_in_the_catalogue(kind: str) -> None:
    assert set(reasons(kind).values()) <= set(REASONS)


def test_a_document_only_recalled_without_a_date_is_proposed_beside_the_dated_one(register: str) -> None:
    agreement("a", "2024-04-25", signed="2024-04-24").store()
    agreement("b", "2025-05-01", background=True).store()
    settle()
    dated, recalled = Document.objects.order_by("-signed")
    assert (dated.signed, recalled.signed) == ("2024-04-24", "")
    assert [one.key for one in alike(recalled.key)] == [dated.key]
    assert [one.key for one in alike(dated.key)] == [recalled.key]
