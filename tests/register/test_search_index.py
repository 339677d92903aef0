"""The index of search is a function of the records: brought up to date or made anew, it is the same."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pobratim.register import sql
from pobratim.register.dump import dump
from pobratim.register.models import Actor, Document, Event, Person, PersonDecision, SearchName, SearchRow, SearchTotal
from pobratim.register.search import by_name, naming, refill, shelf
from pobratim.register.search import renewal as module
from pobratim.register.selectors import ordered
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.search import search
from pobratim.register.services import Author, decision_undo, field_edit, record_reject, records_merge
from pobratim.resolve.records.content import plain
from tests.thorough import cases

from .story import REGIONS, Story, agreement

pytestmark = pytest.mark.usefixtures("register")
NAMES = ("Александр Дрозденко", "А. Дрозденко", "Игорь Руденя")
PLACES = [*REGIONS]
AUTHOR = Author("анна")


def index() -> list[str]:
    """What the index says."""
    return [line for line in dump() if line.startswith(("searchrow", "searchname", "searchtotal"))]


def check_names() -> None:
    """The names kept are those by which records are called, in either language."""
    keys = list(SearchRow.objects.exclude(key__startswith="s").values_list("key", flat=True))
    kept = {row.key: SearchName.objects.get(pk=row.pk) for row in SearchRow.objects.filter(key__in=keys)}
    for language in ("ru", "en"):
        with translation.override(language):
            called = labels(keys) | dict(Person.objects.values_list("key", "folded"))
        told = {key: (one.en if language == "en" else "") or one.ru for key, one in kept.items()}
        assert told == {key: plain(name)[: naming.CHARS] for key, name in called.items()}
    assert SearchName.objects.count() == len(keys)


def check_full_text() -> None:
    """SQLite's own index against the table that it is of; raises where they differ."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO register_searchindex(register_searchindex, rank) VALUES('integrity-check', 1)")


def tell(address: int, place: int, who: int, year: int) -> None:
    """A page at one of a few addresses: a newer reading of an earlier one, if there was one."""
    story = Story(f"page {address}", f"{year}-05-06")
    parties = story.place(PLACES[place % len(PLACES)]), story.place(PLACES[(place + 1) % len(PLACES)])
    body = story.body(("ТПП", "Торгово-промышленная палата")[who % 2], "chamber", parties[0])
    head = story.person(NAMES[who % len(NAMES)], "губернатор", parties[0])
    story.document(*parties, body, signed=f"{year}-05-05", title=("О дружбе", "")[who % 2], spheres=["sport"])
    story.event(*parties, date=f"{year}-05-05", people=(head,))
    story.statement(head, "Дружба крепнет.")
    story.store()


def decide(what: int, which: int) -> None:
    """One decision or another about one record or another."""
    people, actors = Person.objects.order_by("key"), Actor.objects.order_by("key")
    records = [*people, *actors, *Document.objects.order_by("key"), *Event.objects.order_by("key")]
    if not records:
        return
    if what == 0:
        record_reject(key=records[which % len(records)].key, author=AUTHOR)
    elif what == 1:
        field_edit(key=people[which % len(people)].key, field="name", value={"name": f"Иван {which}"}, author=AUTHOR)
    elif what == 2:
        field_edit(key=actors[which % len(actors)].key, field="name", value=f"Палата {which}", author=AUTHOR)
    elif what == 3 and len(actors) > 1:
        records_merge(keys=[one.key for one in actors[which % (len(actors) - 1) :][:2]], author=AUTHOR)
    elif made := PersonDecision.objects.filter(undone_at=None).order_by("pk"):
        decision_undo(number=made[which % len(made)].pk, author=AUTHOR)


STEPS = st.one_of(
    st.tuples(st.just(tell), st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(0, 5), st.integers(2020, 2023))),
    st.tuples(st.just(decide), st.tuples(st.integers(0, 4), st.integers(0, 20))),
)


@settings(max_examples=cases(6, 20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=2, max_size=6))
def test_brought_up_to_date_is_made_anew(steps: list[tuple[object, tuple[int, ...]]]) -> None:
    for step, arguments in steps:
        step(*arguments)  # type: ignore[operator]
    check_names()
    before = index()
    check_full_text()
    refill()
    assert index() == before
    check_full_text()


def test_a_register_without_an_index_gets_one_with_its_tables() -> None:
    tell(1, 0, 0, 2024)
    before = index()
    for model in (SearchRow, SearchTotal, SearchName):
        sql.clear(model)
    assert search("дружба").counts["d"] == 0
    call_command("migrate", verbosity=0)
    assert index() == before
    assert search("дружба", kind="d").counts["d"] == 1
    untouched = SearchRow.objects.first()
    assert untouched is not None
    untouched.delete()
    call_command("migrate", verbosity=0)
    assert not SearchRow.objects.filter(key=untouched.key).exists()


def test_an_index_older_than_its_names_gets_them() -> None:
    tell(1, 0, 0, 2024)
    tell(2, 1, 1, 2023)
    before = index()
    sql.clear(SearchName)
    call_command("migrate", verbosity=0)
    assert index() == before
    check_names()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_slice_by_name_is_of_one_order(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    for number in range(4):
        tell(number, number, number, 2020 + number)
    monkeypatch.setattr(by_name, "NEAR", 2)
    monkeypatch.setattr(by_name, "FEW", 3)
    monkeypatch.setattr(by_name, "SAMPLE", 2)
    with translation.override(language):
        for kind, words in (("d", ""), ("e", ""), ("d", "чуйская"), ("p", "руденя"), ("a", "область")):
            found = search(words, kind=kind, sort="name").hits
            monkeypatch.setattr(ordered, "AT_ONCE", 0)
            whole = [one.key for one in found[:]]
            monkeypatch.setattr(ordered, "AT_ONCE", 200)
            called = labels(whole) | dict(Person.objects.values_list("key", "folded"))
            assert len(whole) == len(set(whole)) == len(found)
            assert [plain(called[key]) for key in whole] == sorted(plain(called[key]) for key in whole)
            for start in range(len(whole)):
                for stop in range(start + 1, len(whole) + 1):
                    assert [one.key for one in search(words, kind=kind, sort="name").hits[start:stop]] == whole[start:stop]


def test_rows_of_one_number_stand_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    numbered = shelf.number
    monkeypatch.setattr(module, "number", lambda key, shown, order: numbered(key, shown, order) >> 40 << 40 | 2**40 - 1)
    for address in range(3):
        agreement(str(address), signed="2024-04-24", title=("Первое", "Второе", "Третье")[address], kind=f"k{address}").store()
    assert len(search(kind="d").hits[:9]) == 3
    for title in ("первое", "второе", "третье"):
        assert len(search(title, kind="d").hits[:9]) == 1
