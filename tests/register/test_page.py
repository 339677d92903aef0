"""Pages come in once, change, and never hurt each other."""

from __future__ import annotations

import pytest
from django.utils import translation

from pobratim.core.errors import PageError
from pobratim.register.check import facts_of
from pobratim.register.dump import dump, dump_hash
from pobratim.register.ingest import stored_facts
from pobratim.register.models import Actor, Claim, Document, Node, PageVersion
from pobratim.register.selectors.evidence import evidence_slice, proofs_of
from pobratim.register.services import Incoming, Stored, page_store, settle

from .story import Story, agreement

pytestmark = pytest.mark.usefixtures("register")


def test_a_page_becomes_records_with_evidence() -> None:
    assert agreement("a", signed="2024-04-24").store() == Stored.NEW
    document = Document.objects.get()
    assert (document.kind, document.signed, document.status) == ("agreement", "2024-04-24", "signed")
    assert [str(day) for day in (document.signed_first, document.signed_last)] == ["2024-04-24"] * 2
    assert sorted(actor.name for actor in document.parties.all()) == ["Ленинградская область", "Чуйская область"]
    proved, _ = evidence_slice(document.key, None, 99)
    assert {one.field for one in proved} == {"kind", "party", "signed", "status"}
    assert all(one.quotes == ["Стороны подписали соглашение"] for one in proved)


def test_every_field_of_a_record_has_a_claim() -> None:
    agreement("a", signed="2024-04-24").store()
    document = Document.objects.get()
    for field, values in document.fields.items():
        for one in values:
            assert proofs_of(document, field, one["value"], 1)


def test_the_same_page_twice_changes_nothing() -> None:
    agreement("a", signed="2024-04-24").store()
    before = list(dump())
    assert agreement("a", signed="2024-04-24").store() == Stored.SAME
    assert list(dump()) == before
    assert PageVersion.objects.count() == 1


def test_a_changed_page_is_a_new_version_and_its_old_claims_go() -> None:
    agreement("a", signed="2024-04-24").store()
    assert agreement("a", signed="2023-06-15").store() == Stored.CHANGED
    assert Document.objects.get().signed == "2023-06-15"
    assert list(PageVersion.objects.order_by("id").values_list("current", flat=True)) == [False, True]
    assert not Claim.objects.filter(mention__version__current=False).exists()


def test_a_page_that_no_longer_tells_leaves_no_records() -> None:
    agreement("a", signed="2024-04-24").store()
    Story("a").store()
    assert not Document.objects.exists()
    assert not Actor.objects.exists()
    assert not Node.objects.exists()


def test_the_stored_facts_are_the_facts() -> None:
    story = agreement("a", signed="2024-04-24")
    story.store()
    assert stored_facts(PageVersion.objects.get()) == facts_of(story.line())


def test_corpus_in_one_go_and_again(pages: list[tuple[str, object]]) -> None:
    for _ in range(2):
        for address, facts in pages:
            page_store(Incoming(facts, address))  # type: ignore[arg-type]
        settle()
    assert PageVersion.objects.count() == len(pages)
    first = dump_hash()
    from pobratim.register.services import rebuild

    rebuild()
    assert dump_hash() == first


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"schema": "other/1"}, "schema"),
        ({"places": [{"id": 5, "name": "x"}]}, "contract"),
        ({"places": [{"id": "a", "name": "x"}, {"id": "a", "name": "y"}]}, "two things"),
        ({"places": [{"id": "a", "name": "x", "evidence": [{"start": 0, "end": 2, "quote": "zz"}]}]}, "bear out"),
        ({"places": [{"id": "a", "name": "x", "evidence": [{"start": -5, "end": 2, "quote": ""}]}]}, "bear out"),
        ({"places": [{"id": "a", "name": "x", "kind": "<b>" * 30}]}, "no code"),
        ({"places": [{"id": "a", "name": "x", "ids": {"geonames": 2**70}}]}, "co"),
        (
            {
                "documents": [
                    {"id": "d", "kind": "agreement", "signed": {"value": "soon", "precision": "day", "basis": "explicit"}}
                ]
            },
            "no date",
        ),
    ],
)
def test_facts_that_break_the_contract_are_refused(change: dict[str, object], reason: str) -> None:
    import msgspec

    line = {"schema": "pobratim.facts/1", "page": {"text": "abc"}, **change}
    with translation.override("en"), pytest.raises(PageError, match=reason):
        facts_of(msgspec.json.encode(line))


def test_broken_json_is_refused() -> None:
    for line in (b"{", b"[1]", b'{"schema": "\xff"}', b'{"page": {"text": "\\ud800"}}', b"{" * 100_000):
        with pytest.raises(PageError):
            facts_of(line)


def test_the_earliest_pages_prove_a_value() -> None:
    for number, day in enumerate(("2024-04-27", None, "2024-04-25", "2024-04-26", "2024-04-25")):
        agreement(str(number), day, signed="2024-04-24").store()
    document = Document.objects.get()
    every, _ = evidence_slice(document.key, "kind", 99)
    assert [str(one.published) for one in every] == ["2024-04-25", "2024-04-25", "2024-04-26", "2024-04-27", "None"]
    for limit in range(1, 7):
        proved = proofs_of(document, "kind", document.fields["kind"][0]["value"], limit)
        assert [one.claim for one in proved] == [one.claim for one in every[:limit]]
