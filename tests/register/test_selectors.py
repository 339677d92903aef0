"""What lists, partners, pairs and reminders show."""

from __future__ import annotations

import datetime

import pytest

from pobratim.core.evidence import Evidence
from pobratim.core.facts import Relation, Term
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Actor, Document
from pobratim.register.selectors import lately, listing, partner, review
from pobratim.register.selectors.agenda import NAMED, entries
from pobratim.register.selectors.figures import figures
from pobratim.register.selectors.likeness import alike
from pobratim.register.selectors.quote import quotes_of
from pobratim.register.selectors.tie import ties
from pobratim.register.services import Author, field_edit, record_enter, record_reject

from .story import Story, agreement, day

pytestmark = pytest.mark.usefixtures("register")
ON = datetime.date(2026, 1, 1)


def key_of(name: str) -> str:
    return Actor.objects.get(name=name).key


@pytest.fixture
def told() -> None:
    """An agreement that ends soon, one that lapsed, a promise that was kept and one that was not, a visit."""
    agreement("1", signed="2021-03-01", term=Term(years=5), spheres=["sport"]).store()
    agreement("2", signed="2015-03-01", term=Term(to=day("2020")), spheres=["sport", "culture"]).store()
    agreement("3", "2024-01-01", kind="memorandum", status="planned").store()
    agreement("4", "2024-01-01", kind="plan", status="planned").store()
    agreement("5", "2025-06-01", kind="plan", signed="2025-05-30").store()
    story = Story("6")
    parties = story.place("Ленинградская область"), story.place("Чуйская область")
    head = story.person("Александр Дрозденко", "губернатор", parties[0])
    story.event(*parties, date="2024-04-24", people=(head,))
    story.document(*parties, kind="protocol", signed="2024-04-24", relations=[Relation(kind="implements", to="d1")])
    story.document(*parties, kind="agreement", signed="2023-06-15", status="terminated")
    story.store()


def test_pair(told: None) -> None:
    found = partner.pair(key_of("Чуйская область"), key_of("Ленинградская область"), ON)
    assert (found.a.name, found.b.name) == ("Ленинградская область", "Чуйская область")
    assert [one.signed for one in found.documents[Lifecycle.IN_FORCE]] == ["2021-03-01"]
    assert [one.signed for one in found.documents[Lifecycle.LAPSED]] == ["2015-03-01"]
    assert [one.signed for one in found.documents[Lifecycle.TERMINATED]] == ["2023-06-15"]
    assert {one.kind for one in found.documents[Lifecycle.INTENTION]} == {"memorandum", "plan"}
    assert [one.kind for one in found.promised] == ["memorandum"]
    assert found.spheres == [("sport", 2), ("culture", 1)]
    assert found.numbers == {state: len(many) for state, many in found.documents.items()}


def test_partner(told: None) -> None:
    found = partner.partner(key_of("Чуйская область"), ON)
    assert [(other.name, number) for other, number in found.others] == [("Ленинградская область", 7)]


def due(section: str, on: datetime.date = ON, days: int = 180) -> list[Document]:
    return [Document.objects.get(key=one.record) for one in entries(NAMED[section], on, days)[:20]]


def test_due(told: None) -> None:
    assert [one.signed for one in due("expiring")] == ["2021-03-01"]
    assert [one.kind for one in due("unsigned")] == ["memorandum", "plan"]
    assert not due("coming")
    assert [one.signed for one in due("lapsed", datetime.date(2021, 1, 1))] == ["2015-03-01"]


def test_lists(told: None) -> None:
    assert [one.signed for one in listing.documents()][:2] == ["2025-05-30", "2024-04-24"]
    assert listing.documents(year=2024).count() == 1
    assert listing.documents(spheres=["culture"], country="KG", kinds=["agreement"]).count() == 1
    both = [key_of("Чуйская область"), key_of("Ленинградская область")]
    assert listing.documents(parties=both, statuses=["planned"]).count() == 2
    assert listing.people(name="Дрозд").count() == 1
    assert listing.people(post_of=key_of("Ленинградская область")).count() == 1
    assert [one.documents_count for one in listing.partners()] == [7, 7]  # type: ignore[attr-defined]
    assert listing.events(year=2024, parties=[key_of("Чуйская область")]).count() == 1


def test_review_and_figures(told: None) -> None:
    waiting = review.waiting_counts()
    assert (waiting["d"], waiting["e"]) == (7, 1)
    record_reject(key=Document.objects.get(kind="memorandum").key, author=Author("анна"))
    assert review.waiting_counts()["d"] == 6
    assert figures().documents == 6
    assert listing.documents(statuses=["planned"]).count() == 1


def test_what_may_be_the_same(told: None) -> None:
    document = Document.objects.get(signed="2021-03-01")
    assert all(one.why for one in alike(document.key))


def test_deadlines_of_a_term_that_goes_on_by_itself(register: str, author: Author) -> None:
    term = {
        "from": None, "to": {"value": "2025-06-30", "precision": "day"}, "years": None, "open_ended": False,
        "renewal": "продлевается на год", "renews": "repeated", "step_years": 1, "notice_months": 3,
    }  # fmt: skip
    status, signed = {"status": "signed"}, {"value": "2020-07-01", "precision": "day"}
    names = ("Псковская область", "Витебская область")
    keys = [record_enter(kind="a", fields={"name": name, "kind": "region"}, author=author) for name in names]
    parties = [{"actor": {"node": one}} for one in keys]
    fields = {"kind": "agreement", "status": status, "signed": signed, "term": term, "party": parties}
    key = record_enter(kind="d", fields=fields, author=author)
    on = datetime.date(2027, 3, 1)
    found = entries(NAMED["deciding"], on, 60)
    assert [(one.record, str(one.day)) for one in found[:9]] == [(key, "2027-03-30")]
    assert due("expiring", on, 365) == [], "it goes on by itself"
    assert due("lapsed", on, 900) == [], "it went on"
    field_edit(key=key, field="course", value=[{"state": "terminated", "since": "2027-02-01", "reason": "письмо"}], author=author)
    assert due("deciding", on, 60) == []
    assert [one.key for one in due("deciding", datetime.date(2027, 1, 31), 60)] == [key], "that day it was in force"


def test_ties(told: None) -> None:
    found = ties()
    pair = {key_of("Чуйская область"), key_of("Ленинградская область")}
    assert [({one.a, one.b}, one.number) for one in found.ties] == [(pair, 7)]
    assert {actor.name: number for actor, number in found.partners.values()} == {"Чуйская область": 7, "Ленинградская область": 7}
    assert (found.documents, found.more) == (7, False)
    assert [one.number for one in ties(sphere="culture").ties] == [1]
    assert [one.number for one in ties(year=2024, country="KG").ties] == [1]
    assert ties(country="BY").ties == []


def test_lately(told: None) -> None:
    assert [one.signed for one in lately.signed_lately(datetime.date(2024, 12, 31), 2)] == ["2024-04-24", "2023-06-15"]
    assert [one.address for one in lately.read_lately(2)] == ["6", "5"]
    assert {(one.name, one.number) for one in lately.busiest(5)} == {("Чуйская область", 7), ("Ленинградская область", 7)}


def test_a_quote_for_each_record(told: None) -> None:
    keys = [one.key for one in listing.documents()]
    found = quotes_of(keys)
    assert set(found) == set(keys)
    assert {one.parts[1] for one in found.values()} == {"Стороны подписали соглашение"}


def test_of_a_long_paragraph_a_glance_is_quoted() -> None:
    headline = "Стороны подписали соглашение"
    story = Story("1", headline=headline)
    text = f"{'Длинное вступление. ' * 40}{headline} {'и ещё много слов ' * 60}"
    start = text.index(headline)
    story.facts.page.text = text
    story.evidence = [Evidence.of(text, start, start + len(headline))]
    parties = story.place("Ленинградская область"), story.place("Чуйская область")
    story.document(*parties)
    story.store()
    (quote,) = quotes_of([Document.objects.get().key]).values()
    assert quote.parts[1] == headline
    assert quote.text.startswith("…")
    assert quote.text.endswith("…")
    assert len(quote.text) < 420


def test_plans_that_outlive_their_agreement() -> None:
    story = Story("1")
    parties = story.place("Тверская область"), story.place("Витебская область")
    base = story.document(*parties, signed="2022-02-01", term=Term(to=day("2026-01-20")))
    told = [Relation(kind="implements", to=base)]
    story.document(*parties, kind="plan", signed="2024-02-01", term=Term(to=day("2027-12-31")), relations=told)
    story.document(*parties, kind="roadmap", signed="2024-02-01", term=Term(to=day("2025-12-31")), relations=told)
    story.store()
    assert [(one.kind, one.ends_last.year) for one in due("outliving") if one.ends_last] == [("plan", 2027)]
    assert not due("outliving", datetime.date(2028, 1, 1))
    record_reject(key=Document.objects.get(kind="agreement").key, author=Author("анна"))
    assert not due("outliving")
