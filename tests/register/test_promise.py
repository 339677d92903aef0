"""Promises in statements become claims of their own, with their evidence; pages stored before get them by a rebuild."""

from __future__ import annotations

import msgspec

from pobratim.core.page import Page
from pobratim.facts.read import read
from pobratim.register import sql
from pobratim.register.dump import dump
from pobratim.register.models import Actor, Claim, Statement
from pobratim.register.services import Author, Incoming, field_edit, field_reject, page_store, rebuild, settle

from .story import day

TEXT = (
    "Губернатор Тверской области Иван Ладогин встретился с гостями из Гродненской области. «В сентябре направим в Гродненскую "
    "область группу врачей», – сказал Иван Ладогин.\n\nПо словам Ивана Ладогина, соседи построили отличную больницу."
)


def stored() -> Statement:
    page = Page(text=TEXT, published=day("2024-04-24"), url="https://news.example/1")
    page_store(Incoming(read(page), "https://news.example/1"))
    settle()
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
    page = Page(text=SEVERAL, published=day("2024-04-24"), url="https://news.example/2")
    page_store(Incoming(read(page), "https://news.example/2"))
    settle()
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
