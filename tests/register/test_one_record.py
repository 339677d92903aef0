"""One document, one event, one person, however many pages tell of it; and what only looks alike stays apart."""

from __future__ import annotations

import pytest

from pobratim.register.models import Actor, Document, Event, Person
from pobratim.register.selectors.record import parts_of, record_of

from .story import Signatory, Story, Term, agreement

pytestmark = pytest.mark.usefixtures("register")


def test_announced_signed_recalled_is_one_document_with_its_history() -> None:
    agreement("announced", "2024-04-01", status="planned").store()
    agreement("signed", "2024-04-25", signed="2024-04-24").store()
    agreement("recalled", "2029-05-01", signed="2024-04-24", background=True, status="in_force").store()
    document = Document.objects.get()
    assert [(one["status"], one["told"]) for one in document.history] == [
        ("planned", "2024-04-01"),
        ("signed", "2024-04-25"),
        ("in_force", "2029-05-01"),
    ]
    assert (document.status, document.signed, document.background, document.pages) == ("in_force", "2024-04-24", False, 3)
    why = {reason for part in parts_of(document.key) for _, reason, _ in part.links}
    assert "One page announced it, the other tells that the same parties signed it within the time expected." in why


def test_sites_that_differ_by_a_day_contradict_each_other_in_one_record() -> None:
    for address, day in (("a", "2024-04-24"), ("b", "2024-04-24"), ("c", "2024-04-25")):
        agreement(address, signed=day).store()
    document = Document.objects.get()
    assert document.signed == "2024-04-24"
    assert [one["value"] for one in document.contradictions["signed"]] == ["2024-04-24", "2024-04-25"]
    assert document.contradicted


def ending(address: str, years: int, **more: str) -> None:
    story = agreement(address, signed="2024-04-24", **more)
    story.facts.documents[0].term = Term(years=years)
    story.facts.documents[0].evidence["term"] = story.evidence
    story.store()


def test_terms_of_three_and_of_five_years_contradict_each_other() -> None:
    ending("a", 5)
    ending("b", 5)
    ending("c", 3)
    document = Document.objects.get()
    assert [one["years"] for one in document.contradictions["term"]] == [5, 3]
    assert str(document.ends_last) == "2029-04-24"


def test_the_terms_of_a_document_that_was_prolonged_do_not() -> None:
    ending("a", 5)
    ending("b", 3, status="prolonged")
    assert Document.objects.get().contradictions == {}


def test_a_vague_date_is_no_contradiction() -> None:
    agreement("a", signed="2024-04-24").store()
    agreement("b", signed="2024-04").store()
    document = Document.objects.get()
    assert (document.signed, document.contradictions) == ("2024-04-24", {})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"signed": "2019-04-24"}, {"signed": "2024-04-24"}),
        ({"signed": "2024-04-24"}, {"signed": "2024-04-24", "kind": "plan"}),
        ({"signed": "2024-04-24", "spheres": ["sport"]}, {"signed": "2024-04-24", "spheres": ["culture"]}),
    ],
)
def test_other_documents_stay_apart(one: dict[str, str], other: dict[str, str]) -> None:
    agreement("a", **one).store()  # type: ignore[arg-type]
    agreement("b", **other).store()  # type: ignore[arg-type]
    assert Document.objects.count() == 2


def test_two_documents_of_one_page_are_two() -> None:
    story = agreement("a", signed="2024-04-24")
    story.document("pl0", "pl1", signed="2024-04-24")
    story.store()
    agreement("b", signed="2024-04-24").store()
    assert Document.objects.count() == 2


def test_a_government_signs_for_its_region() -> None:
    agreement("a", signed="2024-04-24").store()
    story = Story("b")
    region = story.place("Ленинградская область")
    story.document(
        story.body("Правительство Ленинградской области", "government", region),
        story.place("Чуйская область"),
        signed="2024-04-24",
    )
    story.store()
    document = Document.objects.get()
    assert len(document.fields["party"]) == 3
    assert {row.acts_for.name for row in document.party_rows.all()} == {"Ленинградская область", "Чуйская область"}


def person(address: str, name: str, post: str | None, of: str | None) -> None:
    story = Story(address)
    story.person(name, post, story.place(of) if of else None)
    story.store()


def test_a_person_under_several_names_and_posts_of_one_place() -> None:
    person("a", "Александр Дрозденко", "губернатор", "Ленинградская область")
    person("b", "А Дрозденко", "глава региона", "Ленинградская область")
    person("c", "Дрозденко", "губернатор Ленинградской области", "Ленинградская область")
    found = Person.objects.get()
    assert found.name == "Александр Дрозденко"
    assert found.appointments.count() == 3
    assert found.pages == 3


@pytest.mark.parametrize(
    "other",
    [
        ("Александр Дрозденко", "директор школы", "Чуйская область"),
        ("Алексей Дрозденко", "губернатор", "Ленинградская область"),
        ("Дрозденко", "министр спорта", "Ленинградская область"),
        ("Александр Дрозденко", None, None),
    ],
)
def test_namesakes_stay_apart(other: tuple[str, str | None, str | None]) -> None:
    person("a", "Александр Дрозденко", "губернатор", "Ленинградская область")
    person("b", *other)
    assert Person.objects.count() == 2


def test_who_signs_for_the_party_that_is_left_is_known_by_it() -> None:
    for address, post in (("a", "губернатор"), ("b", None)):
        story = agreement(address, signed="2024-04-24")
        home, guest = story.facts.documents[0].parties
        who, other = story.person("Игорь Руденя", post, home if post else None), story.person("Канат Асанов", "аким", guest)
        story.facts.documents[0].signatories = [Signatory(person=who), Signatory(person=other, for_=guest)]
        story.store()
    assert Person.objects.filter(surname="Руденя").count() == 1


def test_one_visit_told_by_five_sites() -> None:
    for number, date in enumerate(("2024-04-24", "2024-04-25", None, "2024-04", "2024-04-24")):
        story = Story(str(number), "2024-04-26")
        story.event(story.place("Ленинградская область"), story.place("Чуйская область"), date=date)
        story.store()
    event = Event.objects.get()
    assert (event.date, event.pages, list(event.contradictions)) == ("2024-04-24", 5, ["date"])


def test_places_are_one_by_their_codes_not_by_their_names() -> None:
    from pobratim.core.facts import PlaceIds

    for number, name in enumerate(("Киргизия", "Кыргызстан", "Кыргызстан")):
        story = Story(str(number))
        story.place(name, kind="country", country="KG", ids=PlaceIds(iso3166="KG"))
        story.store()
    actor = Actor.objects.get()
    assert (actor.name, actor.names) == ("Кыргызстан", [["Кыргызстан", 2], ["Киргизия", 1]])


def test_a_district_of_a_common_name_is_another_on_another_page() -> None:
    for number in range(2):
        story = Story(str(number))
        story.place("Советский район", kind="district")
        story.store()
    assert Actor.objects.count() == 2


def test_an_old_key_leads_to_the_record() -> None:
    agreement("a", signed="2024-04-24").store()
    key = Document.objects.get().key
    agreement("b", signed="2024-04", spheres=["sport"]).store()
    agreement("c", signed="2024", spheres=["sport"]).store()
    assert record_of(key).key == Document.objects.get().key
