"""What search finds: by lemma, alias, code and name; facets; order; on both databases alike."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pobratim.core.facts import PlaceIds, Signatory
from pobratim.lexicon.place_key import fold
from pobratim.lexicon.table import rows
from pobratim.project.ready import register_ready
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import Actor, Document, Person, Record, SearchRow
from pobratim.register.search import newest, shelf
from pobratim.register.search.on_day import spell_tokens, states_on_day
from pobratim.register.search.words import tokens_of
from pobratim.register.selectors import facets, state_facet
from pobratim.register.selectors.finds import first_finds
from pobratim.register.selectors.listing import THERE
from pobratim.register.selectors.search import SORTS, search
from pobratim.register.selectors.state import states_on
from pobratim.register.services import Author, decision_undo, field_edit, record_reject, records_merge

from .story import Relation, Story, Term, agreement, day

pytestmark = pytest.mark.usefixtures("register")
MANY_QUERIES = 20
EVERYTHING: dict[str, Any] = {"statuses": ["signed"], "spheres": ["sport"], "level": "region", "country": "KG", "year": 2021}
WORDS = {
    "ТПП": {"contract"},
    "тверского университета": {"contract"},
    "образование": {"memorandum"},
    "меморандум 2024": {"memorandum"},
    "апрель 2024": {"memorandum", "agreement"},
    "планируемые": {"plan"},
    "дружб": {"agreement"},
    "область чуйс": {"agreement", "memorandum", "plan"},
}
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2250, 12, 31))
NEAR = st.dates(datetime.date(2020, 12, 1), datetime.date(2024, 6, 1))
ODD = [*"\"'*():&|!^\\\0\u202e😀中ё", "AND", "NOT", "NEAR(", "=kind:", "область", "Чуйс"]


@pytest.fixture
def told() -> None:
    """Two regions with agreements of several years, a plan, a visit, a chamber and a university, words said."""
    agreement("1", "2021-03-02", signed="2021-03-01", spheres=["sport"]).put()
    agreement("2", "2024-04-25", kind="memorandum", signed="2024-04-24", spheres=["education", "culture"]).put()
    story = Story("3", "2023-05-04")
    parties = story.place("Тверская область"), story.place("Чуйская область")
    story.document(*parties, kind="plan", status="planned")
    story.put()
    story = Story("4", "2024-04-26")
    home, abroad = story.place("Ленинградская область"), story.place("Чуйская область")
    town = story.place("Бишкек", kind="city", country="KG", ids=PlaceIds(iso3166_2="KG-GB"))
    chamber = story.body("Торгово-промышленная палата Кыргызской Республики", "chamber")
    university = story.body("Тверской государственный университет", "university")
    head = story.person("Александр Дрозденко", "губернатор", home)
    story.document(
        home,
        abroad,
        signed="2024-04-24",
        kind="agreement",
        signatories=[Signatory(person=head, for_=home)],
        title="Соглашение о дружбе",
    )
    story.document(chamber, university, signed="2022-02-02", kind="contract")
    story.event(home, abroad, town, kind="visit", date="2024-04-24", people=(head,))
    story.statement(head, "Мы ждём гостей из Бишкека в наших школах.")
    story.store()


def test_codes_are_told_by_lemma() -> None:
    for word, _, _ in rows("search/codes.txt", 3):
        assert fold(word) in tokens_of(word), word


@settings(max_examples=300)
@given(DAYS, DAYS, DAYS)
def test_a_day_lies_in_a_spell_or_not(first: datetime.date, last: datetime.date, on: datetime.date) -> None:
    asked = {*states_on_day(["in_force"], on).parts}
    assert bool(asked & {*spell_tokens("in_force", first, last)}) == (first <= on <= last)
    assert not asked & {*spell_tokens("signed", first, last)}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(NEAR, DAYS), st.sets(st.sampled_from(THERE), min_size=1))
@example(datetime.date(2024, 4, 23), {Lifecycle.INTENTION})
@example(datetime.date(2024, 4, 24), {Lifecycle.SIGNED})
def test_documents_by_their_states_on_a_day(told: None, on: datetime.date, states: set[Lifecycle]) -> None:
    """As the state of every document on that day says, with words and without, with another choice and without."""
    questions: list[dict[str, Any]] = [{"query": ""}, {"query": "чуйская"}, {"query": "", "spheres": ["sport"]}]
    for asked in questions:
        found = search(kind="d", on=on, states=states, **asked)
        told_states = states_on(search(kind="d", **asked).hits[:], on)  # type: ignore[arg-type]
        assert {one.key for one in found.hits[:]} == {key for key, state in told_states.items() if state in states}
        assert len(found.hits) == found.counts["d"] == len(found.hits[:])
        counted = {one.value: one.number for one in found.facets["lifecycle"] if one.number}
        assert counted == {state: number for state, number in Counter(told_states.values()).items() if state in THERE}
        assert not any(found.counts[kind] for kind in "epas")


def test_newest_documents_are_counted_up_to_the_day(told: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pobratim.register.selectors.state_facet.FACET_ROWS", 2)
    found = search("чуйская", kind="d", on=datetime.date(2021, 5, 1))
    assert [(one.value, one.number) for one in found.facets["lifecycle"]] == [("signed", 1)]
    assert "lifecycle" in found.facets_partly


def test_states_follow_what_people_decide(author: Author) -> None:
    agreement("1", "2020-03-02", signed="2020-03-01", term=Term(to=day("2021-03-01"))).store()
    key, on = Document.objects.get().key, datetime.date(2022, 1, 1)
    assert search(states=["lapsed"], on=on).counts["d"] == 1
    course = [{"state": "terminated", "since": "2020-06-01", "reason": "письмо"}]
    field_edit(key=key, field="course", value=course, author=author)
    assert search(states=["lapsed"], on=on).counts["d"] == 0
    assert search("соглашение", states=["terminated"], on=on).counts["d"] == 1
    record_reject(key=key, author=author)
    assert search(on=on, kind="d").facets["lifecycle"] == []


def test_states_follow_a_document_that_prolongs() -> None:
    agreement("1", "2020-03-02", signed="2020-03-01", term=Term(to=day("2021-03-01"))).store()
    on = datetime.date(2022, 1, 1)
    story = agreement("2", "2021-02-02", signed="2021-02-01", term=Term(to=day("2025-03-01")))
    (old,) = story.facts.documents
    story.document(*old.parties, signed="2020-03-01", status="signed")
    old.relations.append(Relation(to="d1", kind="prolongs"))
    story.store()
    states = states_on(Document.objects.all(), on)
    assert len(states) == 2
    assert search(states=["lapsed"], on=on).counts["d"] == sum(state == "lapsed" for state in states.values())
    assert search(states=["in_force"], on=on).counts["d"] == sum(state == "in_force" for state in states.values()) == 2


def test_an_index_without_states_gets_them_with_its_tables() -> None:
    agreement("1", "2020-03-02", signed="2020-03-01").store()
    call_command("migrate", "register", "0023", verbosity=0)
    (row,) = SearchRow.objects.filter(key__startswith="d")
    SearchRow.objects.filter(pk=row.pk).update(words=" ".join(one for one in row.words.split() if not one.startswith("=")))
    register_ready()
    assert search("соглашение", states=["signed"]).counts["d"] == 1


def names(found: list[Record]) -> set[str]:
    return {" / ".join(sorted(row.actor.name for row in one.party_rows.all())) for one in found}


def documents(query: str, **more: Any) -> list[Document]:
    return list(search(query, kind="d", **more).hits[:100])


def test_a_party_in_any_case(told: None) -> None:
    found = search("соглашения с Чуйской областью", kind="d")
    assert {one.kind for one in found.hits[:9]} == {"agreement"}
    assert names(found.hits[:9]) == {"Ленинградская область / Чуйская область"}
    assert (found.counts["d"], found.relaxed) == (2, False)


def test_a_person_and_what_was_signed(told: None) -> None:
    found = search("Дрозденко")
    assert found.counts == {"d": 1, "e": 1, "p": 1, "a": 0, "s": 1}
    assert [one.name for one in found.exact] == ["Александр Дрозденко"]
    assert [one.title for one in found.hits[:9]] == ["Соглашение о дружбе"]


def test_a_visit_by_its_place(told: None) -> None:
    found = search("визит в Бишкек")
    assert (found.kind, len(found.hits), found.relaxed) == ("e", 1, False)


def test_an_alias_of_a_place(told: None) -> None:
    for alias in ("Ленобласть", "Ленобласти", "47 регион", "с 47-м регионом"):
        assert names(documents(alias)) == {"Ленинградская область / Чуйская область"}, alias


def test_words_find_documents(told: None) -> None:
    for query, kinds in WORDS.items():
        found = search(query, kind="d")
        assert ({one.kind for one in found.hits[:9]}, found.relaxed) == (kinds, False), query


def test_words_of_a_statement(told: None) -> None:
    assert [one.text for one in search("гость школа", kind="s").hits[:9]] == ["Мы ждём гостей из Бишкека в наших школах."]


def test_some_words_where_all_find_nothing(told: None) -> None:
    found = search("меморандум с Чуйской областью о марсианах", kind="d")
    assert (found.relaxed, [one.kind for one in found.hits[:9]]) == (True, ["memorandum"])
    assert search("марсиане").counts == dict.fromkeys("depas", 0)


def test_facets_leave_their_own_choice_open(told: None) -> None:
    found = search("Чуйская область", kind="d", kinds=["agreement"], year=2024)
    assert [one.signed for one in found.hits[:9]] == ["2024-04-24"]
    facets = {name: {one.value: one.number for one in values} for name, values in found.facets.items()}
    assert facets["kind"] == {"agreement": 1, "memorandum": 1}
    assert facets["year"] == {"2024": 1, "2021": 1}
    assert facets["status"] == {"signed": 1}
    assert {one.name for one in found.facets["partner"]} == {"Чуйская область", "Ленинградская область"}
    assert found.facets_partly == frozenset()


def test_everything_the_newest_first(told: None) -> None:
    found = search(kind="d")
    assert [one.signed for one in found.hits[:9]] == ["2024-04-24", "2024-04-24", "", "2022-02-02", "2021-03-01"]
    assert [one.key for one in search(kind="d", sort="oldest").hits[:9]] == [one.key for one in reversed(found.hits[:9])]
    assert {one.value: one.number for one in found.facets["sphere"]} == {"sport": 1, "education": 1, "culture": 1}
    counted = search("", kind="d", statuses=["signed", "planned"])
    assert {name: set(values) for name, values in counted.facets.items()} == {
        name: set(values) for name, values in found.facets.items()
    }


def test_the_very_name_first(told: None) -> None:
    Story("9", "2025-01-01").store()
    agreement("10", "2025-01-02", signed="2025-01-01", title="Соглашение о дружбе и сотрудничестве").store()
    found = documents("соглашение о дружбе")
    assert [one.title for one in found] == ["Соглашение о дружбе", "Соглашение о дружбе и сотрудничестве"]
    assert [one.title for one in documents("соглашение о дружбе", sort="newest")] == [one.title for one in reversed(found)]


def test_pages_of_hits_are_the_hits(told: None) -> None:
    for query in ("", "соглашение", "Чуйская область", "соглашение о дружбе"):
        for sort in SORTS:
            hits = search(query, kind="d", sort=sort).hits
            whole = [one.key for one in hits[:]]
            assert len(whole) == len(hits) == len(set(whole))
            assert [hits[place].key for place in range(len(hits))] == whole
            assert [one.key for start in range(0, len(hits), 2) for one in hits[start : start + 2]] == whole


def test_rejected_records_are_not_found_until_that_is_undone(told: None, author: Author) -> None:
    one = documents("дружба")[0]
    decision = record_reject(key=one.key, author=author)
    assert (documents("дружба"), search(kind="d").counts["d"]) == ([], 4)
    decision_undo(number=decision.pk, author=author)
    assert documents("дружба") == [one]


def test_a_new_name_is_found_in_what_names_it(told: None, author: Author) -> None:
    who = Person.objects.get(name="Александр Дрозденко")
    field_edit(key=who.key, field="name", value={"name": "Алексей Самойлов"}, author=author)
    assert [one.title for one in documents("Самойлов")] == ["Соглашение о дружбе"]
    assert search("Дрозденко").counts == dict.fromkeys("depas", 0)
    chamber = Actor.objects.get(kind="chamber")
    field_edit(key=chamber.key, field="name", value="Палата ремёсел", author=author)
    assert [one.kind for one in documents("палата ремесел")] == ["contract"]


def test_merged_actors_are_found_under_both_names(told: None, author: Author) -> None:
    keys = [Actor.objects.get(kind=kind).key for kind in ("chamber", "university")]
    records_merge(keys=keys, author=author)
    assert [one.kind for one in documents("ТПП университет")] == ["contract"]


def test_few_queries(told: None) -> None:
    partner = Actor.objects.filter(level="region")[0].key
    for query in ("", "соглашение", "Чуйская область", "нет такого вовсе нигде"):
        for more in ({}, {**EVERYTHING, "partner": partner}):
            with CaptureQueriesContext(connection) as asked:
                names(search(query, kind="d", **more).hits[:20])
            assert len(asked) <= MANY_QUERIES, query


def test_no_table_is_read_whole(sqlite_register: Path) -> None:
    agreement("1", signed="2021-03-01", spheres=["sport"]).store()
    partner = Actor.objects.filter(level="region")[0].key
    with CaptureQueriesContext(connection) as asked:
        for query in ("", "соглашение", "соглаш", "о дружбе с марсианами"):
            for more in ({}, {"kind": "d", "country": "KG"}, {**EVERYTHING, "partner": partner}):
                names(search(query, **more).hits[:20])
    for statement in {one["sql"] for one in asked}:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {statement.replace('%', '%%')}")
            steps = [str(row[3]) for row in cursor.fetchall()]
        scans = [step for step in steps if step.startswith("SCAN")]
        assert all("VIRTUAL TABLE INDEX" in step or "found" in step or "CONSTANT" in step for step in scans), statement


HOSTILE = st.text(max_size=60) | st.lists(st.sampled_from(ODD)).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=HOSTILE, code=HOSTILE)
def test_no_query_is_an_error(told: None, query: str, code: str) -> None:
    found = search(query, kinds=[code], country=code)
    assert len(found.hits[:5]) <= len(found.hits)
    search(query)


def test_monstrous_queries(told: None) -> None:
    for query in ("ы" * 10_000, "область " * 1_000, "\u202eобласть", "\ud800", "(" * 10_000):
        assert search(query, kind=query[:1], sort=query, year=-(10**30)).counts == dict.fromkeys("depas", 0)
        search(query)


def test_marks_of_direction_do_not_hide_a_word(told: None) -> None:
    assert names(documents("\u202eЛено\u200fбласть\u202c")) == {"Ленинградская область / Чуйская область"}


def test_rows_stand_by_kind_and_day(told: None) -> None:
    rows = dict(SearchRow.objects.values_list("key", "id"))
    for one in Document.objects.all():
        first, last = shelf.span(shelf.SHELVES["d"])
        assert first <= rows[one.key] <= last
    by_day = sorted(Document.objects.exclude(signed=""), key=lambda one: rows[one.key])
    assert [one.signed for one in by_day] == sorted(one.signed for one in by_day)


@pytest.mark.parametrize("words", ["чуйск", "Чуйская область", "обл", "соглашение марс", "«»", "и", "2024", "Тверская", "мемор"])
def test_first_finds_are_those_of_the_search(told: None, words: str) -> None:
    for kind in "deaps":
        whole = [one.key for one in search(words, kind=kind).hits[:12]]
        with CaptureQueriesContext(connection) as queries:
            assert [one.key for one in first_finds(words, kind, 12)] == whole
        assert len(queries) <= 11, "no facets, no numbers"
    assert first_finds(words, "m", 12) == []


@pytest.mark.parametrize("rows", [1, 2, 3])
@pytest.mark.parametrize("room", [0.1, 1.0, 9.0])
def test_the_newest_are_the_same_wherever_they_are_looked_for(
    told: None, monkeypatch: pytest.MonkeyPatch, rows: int, room: float
) -> None:
    """On PostgreSQL they are looked for where they probably are: too near, and all are looked through."""
    for module in (facets, state_facet):
        monkeypatch.setattr(module, "FACET_ROWS", rows)
    monkeypatch.setattr(newest, "ROOM", room)
    for kind, words, more in (
        ("d", "область", {}),
        ("e", "область", {}),
        ("d", "", {"level": "region"}),
        ("d", "соглашение", {"country": "KG"}),
    ):
        found = []
        for many in (10**6, 0):
            monkeypatch.setattr(newest, "MANY", many)
            asked = search(words, kind=kind, **more)
            found.append((asked.facets, asked.facets_partly))
        assert found[0] == found[1]
