"""People decide: their word outranks the pages', stays when pages change, and can be taken back."""

from __future__ import annotations

from typing import Any

import pytest

from pobratim.register.dump import dump
from pobratim.register.errors import NoSuchRecord, WrongDecision, WrongValue
from pobratim.register.models import Actor, AnchorPlace, Claim, DecisionAnchor, Document, Person, PersonDecision
from pobratim.register.selectors.evidence import evidence_slice
from pobratim.register.selectors.likeness import alike
from pobratim.register.selectors.record import decisions_of, parts_of, record_of
from pobratim.register.services import (
    Author,
    decision_undo,
    field_accept,
    field_edit,
    field_reject,
    record_accept,
    record_enter,
    record_reject,
    record_split,
    records_merge,
)

from .story import Story, agreement

pytestmark = pytest.mark.usefixtures("register")


def records() -> list[str]:
    """The dump without the decisions themselves."""
    return [line for line in dump() if not line.startswith("persondecision")]


def document(**more: Any) -> Document:
    return Document.objects.get(**more)


def test_merge_and_its_undoing(author: Author) -> None:
    agreement("a", signed="2019-04-24").store()
    agreement("b", signed="2024-04-24").store()
    before = records()
    keys = list(Document.objects.values_list("key", flat=True))
    made = records_merge(keys=keys, author=author, reason="опечатка в годе")
    assert sorted(one["value"] for one in document().contradictions["signed"]) == ["2019-04-24", "2024-04-24"]
    assert all(record_of(key).key == document().key for key in keys)
    decision_undo(number=made.pk, author=Author("борис"))
    assert records() == before
    kept = PersonDecision.objects.get()
    assert (kept.author_name, kept.reason, kept.undone_by) == ("анна", "опечатка в годе", "борис")


def test_split_and_its_undoing(author: Author) -> None:
    agreement("a", signed="2024-04-24").store()
    agreement("b", signed="2024-04").store()
    before = records()
    parts = parts_of(document().key)
    made = record_split(key=document().key, nodes=[parts[0].node], author=author)
    assert Document.objects.count() == 2
    decision_undo(number=made.pk, author=author)
    assert records() == before


def test_the_newer_of_contradicting_decisions_holds(author: Author) -> None:
    agreement("a", signed="2024-04-24").store()
    agreement("b", signed="2024-04").store()
    parts = parts_of(document().key)
    record_split(key=document().key, nodes=[parts[0].node], author=author)
    records_merge(keys=[part.node for part in parts], author=author)
    assert Document.objects.count() == 1


def test_an_edit_outranks_the_pages_and_their_claims_stay(author: Author) -> None:
    agreement("a", signed="2024-04-24").store()
    new = {"value": "2024-04-23", "precision": "day"}
    made = field_edit(key=document().key, field="signed", value=new, author=author)
    assert document().signed == "2024-04-23"
    assert document().decided["signed"]["by"] == "анна"
    assert [one.value["value"] for one in evidence_slice(document().key, "signed", 9)[0]] == ["2024-04-24"]
    agreement("b", signed="2024-04-24").store()
    assert (document().signed, document().pages) == ("2024-04-23", 2)
    decision_undo(number=made.pk, author=author)
    assert document().signed == "2024-04-24"


def test_what_is_accepted_settles_a_contradiction(author: Author) -> None:
    agreement("a", signed="2024-04-24").store()
    agreement("b", signed="2024-04-25").store()
    late = next(one["value"] for one in document().fields["signed"] if one["value"]["value"] == "2024-04-25")
    field_accept(key=document().key, field="signed", value=late, author=author)
    assert (document().signed, document().contradicted) == ("2024-04-25", False)
    states = Claim.objects.filter(field="signed").order_by("mention__version__address").values_list("state", flat=True)
    assert list(states) == ["p", "a"]


def test_a_rejected_value_goes_and_its_claim_says_by_whom(author: Author) -> None:
    agreement("a", signed="2024-04-24", spheres=["sport", "culture"]).store()
    field_reject(key=document().key, field="sphere", value="sport", author=author)
    assert list(document().spheres.values_list("code", flat=True)) == ["culture"]
    rejected = Claim.objects.get(state="r")
    assert rejected.decision is not None
    assert (rejected.value, rejected.decision.author_name) == ('"sport"', "анна")


def test_decisions_outlive_the_page_they_were_made_on(author: Author) -> None:
    agreement("a", signed="2024-04-24").store()
    key = document().key
    record_accept(key=key, author=author)
    field_edit(key=key, field="title", value="О дружбе", author=author)
    Story("a").store()
    kept = document()
    assert (kept.key, kept.title, kept.signed, kept.pages, kept.state) == (key, "О дружбе", "2024-04-24", 0, "a")
    assert kept.parties.count() == 2


def test_a_decision_finds_the_record_when_the_page_is_read_better(author: Author) -> None:
    agreement("a", signed="2023-06-15", background=True).store()
    field_edit(key=document().key, field="title", value="О дружбе", author=author)
    agreement("a", signed="2024-04-24").store()
    again = document()
    assert (again.title, again.signed, again.pages) == ("О дружбе", "2024-04-24", 1)


def test_merged_places_bring_their_documents_together(author: Author) -> None:
    agreement("a", signed="2024-04-24").store()
    story = Story("b")
    story.document(story.place("Ленобласть", kind="other"), story.place("Чуйская область"), signed="2024-04-24")
    story.store()
    before = records()
    keys = list(Actor.objects.filter(name__startswith="Лен").values_list("key", flat=True))
    made = records_merge(keys=keys, author=author)
    assert document().pages == 2
    agreement("c", signed="2024-04").store()
    assert document().pages == 3
    Story("c").store()
    decision_undo(number=made.pk, author=author)
    assert [line for line in records() if "pageversion" not in line] == [line for line in before if "pageversion" not in line]


def test_an_entered_document_is_joined_by_its_news(author: Author) -> None:
    agreement("a", signed="2019-04-24").store()
    parties = [{"actor": {"node": key}} for key in Actor.objects.values_list("key", flat=True)]
    fields = {"kind": "agreement", "party": parties, "signed": {"value": "2024-04-24", "precision": "day"}, "title": "№ 17"}
    key = record_enter(kind="d", fields=fields, author=author)
    assert document(key=key).state == "a"
    agreement("b", signed="2024-04-24").store()
    found = record_of(key)
    assert isinstance(found, Document)
    assert (found.title, found.pages, Document.objects.count()) == ("№ 17", 1, 2)


@pytest.mark.parametrize("signed", [None, "2024-04-24", "2024"])
def test_documents_entered_under_different_titles_are_two(author: Author, signed: str | None) -> None:
    """Two agreements of one day, or without a day: neither takes the place of the other, and people are asked."""
    agreement("a", signed="2019-04-24").store()
    same: dict[str, Any] = {"kind": "agreement", "party": [{"actor": {"node": one.key}} for one in Actor.objects.all()]}
    if signed:
        same["signed"] = {"value": signed, "precision": "day" if len(signed) > 4 else "year"}
    titles = ["Соглашение в сфере культуры", "Соглашение в сфере туризма", "Соглашение об обмене архивами"]
    keys = [record_enter(kind="d", fields={**same, "title": title}, author=author) for title in titles]
    assert [document(key=key).title for key in keys] == titles
    assert [record_enter(kind="d", fields={**same, "title": title.upper()}, author=author) for title in titles] == keys
    record_enter(kind="d", fields=same, author=author)
    keys = [record_of(key).key for key in keys]
    assert {one.key for one in alike(keys[0])} >= {*keys[1:]}
    if signed == "2024-04-24":
        agreement("b", signed=signed).store()
    assert Document.objects.count() == 4


def test_an_entered_person_and_place(author: Author) -> None:
    place = record_enter(kind="a", fields={"name": "Город Зеро", "kind": "city"}, author=author)
    post = {"title": "мэр", "of": {"node": place}}
    who = record_enter(kind="p", fields={"name": {"name": "Иван Петров"}, "post": [post]}, author=author)
    assert Person.objects.get(key=who).appointments.get().of_id == place


def test_the_history_of_a_record(author: Author) -> None:
    agreement("a", signed="2024-04-24").store()
    record_reject(key=document().key, author=author)
    made = record_accept(key=document().key, author=author)
    decision_undo(number=made.pk, author=author)
    assert [(one.action, bool(one.undone_at)) for one in decisions_of(document().key)] == [("accept", True), ("reject", False)]
    assert document().state == "r"


def test_what_makes_no_sense_is_refused(author: Author) -> None:
    agreement("a", signed="2024-04-24").store()
    key, actor = document().key, Actor.objects.order_by("key")[0].key
    before = list(dump())
    for error, call in (
        (NoSuchRecord, lambda: record_accept(key="d" + "0" * 20, author=author)),
        (NoSuchRecord, lambda: record_accept(key="", author=author)),
        (NoSuchRecord, lambda: decision_undo(number=99, author=author)),
        (WrongDecision, lambda: records_merge(keys=[key], author=author)),
        (WrongDecision, lambda: records_merge(keys=[key, actor], author=author)),
        (WrongDecision, lambda: record_split(key=key, nodes=[key], author=author)),
        (WrongDecision, lambda: record_split(key=key, nodes=["x"], author=author)),
        (WrongDecision, lambda: field_accept(key=key, field="kind", value="plan", author=author)),
        (WrongValue, lambda: field_edit(key=key, field="kind", value="song", author=author)),
        (WrongValue, lambda: field_edit(key=key, field="place", value={"node": "a" + "0" * 20}, author=author)),
        (WrongValue, lambda: field_edit(key=key, field="sphere", value="sport", author=author)),
        (WrongValue, lambda: field_edit(key=key, field="nonsense", value=1, author=author)),
        (WrongValue, lambda: record_enter(kind="d", fields={"kind": "plan"}, author=author)),
    ):
        with pytest.raises(error):
            call()
    assert list(dump()) == before


def test_a_decision_is_undone_once(author: Author) -> None:
    agreement("a", signed="2024-04-24").store()
    made = record_accept(key=document().key, author=author)
    decision_undo(number=made.pk, author=author)
    with pytest.raises(WrongDecision):
        decision_undo(number=made.pk, author=author)


def test_a_place_named_is_not_looked_for_on_all_its_pages(author: Author) -> None:
    for number in range(3):
        agreement(str(number), signed="2024-04-24").store()
    parties = document().fields["party"]
    field_edit(key=document().key, field="party", value=[one["value"] for one in parties], author=author)
    anchored = set(DecisionAnchor.objects.values_list("kind", flat=True))
    assert anchored == {"a", "d"}
    assert set(AnchorPlace.objects.values_list("anchor__kind", flat=True)) == {"d"}
