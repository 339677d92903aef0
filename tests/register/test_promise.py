"""Promises in statements become claims of their own, with their evidence; pages stored before get them by a rebuild."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from pobratim.core.page import Page
from pobratim.facts.read import read
from pobratim.register import sql
from pobratim.register.derive import fill_promises
from pobratim.register.dump import dump
from pobratim.register.models import Actor, Claim, PromiseState, Statement
from pobratim.register.promise import course, outcome_on, spells
from pobratim.register.selectors.agenda import NAMED, entries
from pobratim.register.selectors.promise import OVERDUE, STATES, Asked, became, promises
from pobratim.register.services import Author, Incoming, field_edit, field_reject, page_store, rebuild, settle

from .story import day

MAY, JUNE = datetime.date(2024, 5, 1), datetime.date(2024, 6, 30)
TEXT = (
    "Губернатор Тверской области Иван Ладогин встретился с гостями из Гродненской области. «В сентябре направим в Гродненскую "
    "область группу врачей», – сказал Иван Ладогин.\n\nПо словам Ивана Ладогина, соседи построили отличную больницу."
)


def keep(text: str, url: str) -> None:
    page_store(Incoming(read(Page(text=text, published=day("2024-04-24"), url=url)), url))
    settle()


def stored() -> Statement:
    keep(TEXT, "https://news.example/1")
    return Statement.objects.get(promised=True)


def test_who_what_to_whom_by_when(register: str) -> None:
    said = stored()
    promise = said.promise or {}
    names = {one.key: one.name for one in Actor.objects.all()}
    assert promise["what"] == "В сентябре направим в Гродненскую область группу врачей"
    assert [names[promise[side]["node"]] for side in ("by", "to")] == ["Тверская область", "Гродненская область"]
    assert (promise["due"]["value"], promise["due"]["wording"]) == ("2024-09", "сентябре")
    assert Statement.objects.count() == 2
    claim = Claim.objects.get(field="promise")
    start, end = msgspec.json.decode(claim.spans)[0]
    assert TEXT[start:end] == promise["what"]


SEVERAL = (
    "Губернатор Тверской области Иван Ладогин встретился с гостями из Гродненской области. «В сентябре направим в Гродненскую "
    "область группу врачей. Наша область строит дороги. До конца года откроем в Гродно торговый дом», – сказал Иван Ладогин."
)


def test_several_promises_of_one_statement_have_each_their_own_outcome(register: str, author: Author) -> None:
    keep(SEVERAL, "https://news.example/2")
    found = sorted(Statement.objects.filter(promised=True), key=lambda one: -len(one.text))
    assert [(one.promise or {})["what"] for one in found] == [
        "В сентябре направим в Гродненскую область группу врачей",
        "До конца года откроем в Гродно торговый дом",
    ]
    assert [len(one.text) < len(found[0].text) for one in found] == [False, True]
    assert found[0].speaker == found[1].speaker
    for claim in Claim.objects.filter(field="promise"):
        (start, end), *_ = msgspec.json.decode(claim.spans)
        assert SEVERAL[start:end] == msgspec.json.decode(claim.value)["what"]
    field_edit(key=found[1].key, field="outcome", value={"state": "kept", "on": "2024-12-20"}, author=author)
    states = {one.text[:8]: one.promise_state for one in Statement.objects.filter(promised=True)}
    assert sorted(states.values()) == ["kept", "open"]
    whole = list(dump())
    rebuild()
    assert list(dump()) == whole


TWO = (
    "Губернатор Тверской области Иван Ладогин встретился с гостями из Гродненской области. «В сентябре направим в Гродненскую "
    "область группу врачей и пригласили коллег из Витебска посетить форум», – сказал Иван Ладогин."
)


def test_two_promises_of_one_sentence_have_each_their_own_outcome(register: str, author: Author) -> None:
    keep(TWO, "https://news.example/3")
    found = {(one.promise or {})["what"]: one for one in Statement.objects.filter(promised=True)}
    first, second = "В сентябре направим в Гродненскую область группу врачей", "пригласили коллег из Витебска посетить форум"
    assert set(found) == {first, second}
    names = {one.key: one.name for one in Actor.objects.all()}
    assert [names[found[one].promised_to] for one in (first, second)] == ["Гродненская область", "Витебск"]
    assert [bool(found[one].promise_due) for one in (first, second)] == [True, False]
    assert found[second].text == second
    assert found[first].speaker == found[second].speaker
    field_edit(key=found[second].key, field="outcome", value={"state": "kept", "on": "2024-06-20"}, author=author)
    assert sorted(Statement.objects.filter(promised=True).values_list("promise_state", flat=True)) == ["kept", "open"]
    whole = list(dump())
    rebuild()
    assert list(dump()) == whole


def test_a_rebuild_finds_what_was_stored_before(register: str) -> None:
    stored()
    whole = list(dump())
    sql.clear(Claim)
    rebuild()
    assert list(dump()) == whole


def test_a_promise_that_is_none_is_rejected(register: str, author: Author) -> None:
    said = stored()
    field_reject(key=said.key, field="promise", value=said.promise, author=author)
    assert not Statement.objects.filter(promised=True).exists()


OUTCOMES = st.fixed_dictionaries(
    {"state": st.sampled_from(["open", "kept", "broken", "dropped"]), "on": st.none() | st.dates(MAY, JUNE).map(str)}
)


@given(st.lists(st.tuples(OUTCOMES, st.dates(MAY, JUNE)), max_size=5), st.dates(MAY, JUNE))
def test_what_is_told_of_later_days_changes_no_day_before(told: list[Any], on: datetime.date) -> None:
    turns = course(told)
    assert [one["since"] for one in turns] == sorted({one["since"] for one in turns})
    for state, first, last in spells(turns):
        for day_ in {max(first, MAY), min(last, JUNE)} if first <= JUNE and last >= MAY else ():
            assert outcome_on(turns, day_).get("state", "open") == state
    later = (on + datetime.timedelta(days=1)).isoformat()
    known = course([*told, ({"state": "kept", "on": later}, JUNE)])
    assert outcome_on(known, on) == outcome_on(turns, on)
    assert outcome_on(known, JUNE)["state"] == "kept" or later > JUNE.isoformat()


def test_a_list_of_a_past_day_does_not_change_when_more_happens(register: str, author: Author) -> None:
    said = stored()
    one = Actor.objects.get(name="Тверская область").key
    days = [datetime.date(2024, month, 20) for month in range(3, 12)]

    def listed(on: datetime.date) -> list[tuple[str, ...]]:
        told = [
            (state, [row.key for row in promises(Asked(partner=one, states=(state,) if state else ()), on)])
            for state in ("", OVERDUE, *STATES)
        ]
        due = [entry.record for entry in entries(NAMED["promises"], on, 30)]
        return [*told, ("became", tuple(became(said, on))), ("due", due)]  # type: ignore[list-item]

    before = {on: listed(on) for on in days}
    assert before[days[0]][0] == ("", []), "no page had told of it yet"
    assert before[days[-1]][1] == (OVERDUE, [said.key])
    since = {datetime.date(2024, 7, 1): "dropped", datetime.date(2024, 9, 30): "kept"}
    for turn, state in since.items():
        field_edit(key=said.key, field="outcome", value={"state": state, "on": turn.isoformat()}, author=author)
        said.refresh_from_db()
        for on in days:
            if on < turn:
                assert listed(on) == before[on], (turn, on)
            else:
                assert [name for name, keys in listed(on)[1:6] if keys] == [state], (turn, on)
        before = {on: listed(on) for on in days}
    whole = list(dump())
    rebuild()
    assert list(dump()) == whole
    assert {on: listed(on) for on in days} == before


def test_an_outcome_without_a_day_holds_from_the_day_on_which_it_was_said(register: str, author: Author) -> None:
    said = stored()
    field_edit(key=said.key, field="outcome", value={"state": "kept"}, author=author)
    said.refresh_from_db()
    today = timezone.localdate()
    assert became(said, today - datetime.timedelta(days=1)).state == "open"
    assert became(said, today).state == "kept"


def test_an_older_register_is_told_what_became_of_its_promises(register: str, author: Author) -> None:
    said = stored()
    field_edit(key=said.key, field="outcome", value={"state": "kept", "on": "2024-09-12"}, author=author)
    known = list(PromiseState.objects.order_by("first").values_list("state", "first", "last"))
    assert [state for state, _, _ in known] == ["open", "kept"]
    sql.clear(PromiseState)
    Statement.objects.update(course=[])
    fill_promises()
    assert list(PromiseState.objects.order_by("first").values_list("state", "first", "last")) == known
    assert became(Statement.objects.get(key=said.key), datetime.date(2024, 9, 11)).state == "open"
