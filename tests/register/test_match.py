"""News meets plan: events and documents are proposed as what became of measures, promises and documents announced."""

from __future__ import annotations

import json
import random
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pobratim.core.page import Page
from pobratim.facts.read import read
from pobratim.register import sql
from pobratim.register.dump import dump
from pobratim.register.errors import NoSuchRecord
from pobratim.register.models import DecisionAnchor, Document, Measure, PageVersion, PersonDecision, Statement
from pobratim.register.selectors.match import matches, proposed
from pobratim.register.services import (
    Author,
    Incoming,
    decision_undo,
    match_accept,
    match_reject,
    page_store,
    rebuild,
    records_enter,
    settle,
)
from tests.thorough import cases

from .story import Story, day

GOLDEN: dict[str, Any] = json.loads((Path(__file__).parent.parent / "golden/matches/plan.json").read_text(encoding="utf-8"))


def add(page: dict[str, Any]) -> None:
    facts = read(Page(text=page["text"], published=day(page["published"]), url=page["address"]))
    page_store(Incoming(facts, page["address"]))


def plan_entered(author: Author) -> dict[str, str]:
    """The plan's page and its measures; key of a measure → its number."""
    add(GOLDEN["plan"])
    settle()
    plan = {"node": Document.objects.get(kind="plan").key}
    rows = [
        {"plan": plan, "number": one["number"], "text": one["text"], "due": {"recurring": None, **one["due"]}}
        for one in GOLDEN["measures"]
    ]
    keys = records_enter(kind="m", many=rows, author=author)
    return {key: one["number"] for key, one in zip(keys, GOLDEN["measures"], strict=True)}


def test_a_plan_of_six_measures_and_four_pages(register: str, author: Author) -> None:
    numbers = plan_entered(author)
    for page in GOLDEN["pages"]:
        add(page)
    settle()
    rows = proposed(list(matches()))
    found = {(numbers[row.target.key], row.telling.page.address) for row in rows if row.telling}
    assert found == {(page["measure"], page["address"]) for page in GOLDEN["pages"] if page["measure"]}
    best = next(row for row in rows if numbers[row.target.key] == "1")
    assert best.why["words"] == ["мастер", "выставка"]
    assert best.why["time"] == "in"
    assert len(best.why["sides"]) == 2
    whole = list(dump())
    rebuild()
    assert list(dump()) == whole


def test_plan_before_or_after_the_news_is_all_the_same(sqlite_register: Path, author: Author) -> None:
    for page in GOLDEN["pages"]:
        add(page)
        settle()
    numbers = plan_entered(author)
    assert sorted(numbers[one.target] for one in matches()) == ["1", "2", "3"]


def test_accepted_it_is_a_report_and_proposed_no_more(register: str, author: Author) -> None:
    plan_entered(author)
    add(GOLDEN["pages"][0])
    settle()
    match = matches().get()
    decision = match_accept(target=match.target, record=match.record, state="done", author=author, fact="Выставка прошла.")
    report = Measure.objects.get(key=match.target).reports[0]
    assert (report["state"], report["first"], report["evidence"]) == ("done", "2025-05-15", [{"node": match.record}])
    assert not matches().exists()
    decision_undo(number=decision.pk, author=author)
    assert matches().get().record == match.record


def test_rejected_it_is_never_proposed_again_unless_that_is_undone(register: str, author: Author) -> None:
    plan_entered(author)
    add(GOLDEN["pages"][0])
    settle()
    match = matches().get()
    decision = match_reject(target=match.target, record=match.record, author=author, reason="другая выставка")
    assert not matches().exists()
    add({**GOLDEN["pages"][0], "address": "https://other.example/1"})
    settle()
    assert not matches().exists()
    rebuild()
    assert not matches().exists()
    with pytest.raises(NoSuchRecord):
        match_accept(target=match.target, record=match.record, state="done", author=author)
    decision_undo(number=decision.pk, author=author)
    assert matches().filter(target=match.target, record=match.record).exists()


PROMISE = {
    "address": "https://pskov.example/5",
    "published": "2025-02-03",
    "text": "Губернатор Псковской области Иван Ладогин рассказал о планах. «Осенью направим в Витебскую область кардиологов», – "
    "сказал Иван Ладогин.",
}


def test_a_promise_is_kept(register: str, author: Author) -> None:
    for page in (PROMISE, GOLDEN["pages"][2]):
        add(page)
    settle()
    match = matches("s").get()
    match_accept(target=match.target, record=match.record, state="kept", author=author)
    said = Statement.objects.get(key=match.target)
    assert (said.promise_state, (said.outcome or {})["evidence"]) == ("kept", [{"node": match.record}])
    assert not matches().exists()


def announced() -> None:
    """An agreement announced for a day, and one of the same sides and kind signed so much later that it is left apart."""
    for address, told, status, date in (
        ("1", "2025-01-10", "planned", "2025-03-01"),
        ("2", "2025-10-01", "signed", "2025-09-01"),
    ):
        story = Story(address, told)
        parties = story.place("Ленинградская область"), story.place("Чуйская область")
        story.document(*parties, status=status, signed=date, spheres=["culture"])
        story.put()
    settle()


def test_a_document_announced_and_one_signed_are_tied_or_one(register: str, author: Author) -> None:
    announced()
    assert Document.objects.count() == 2
    match = matches("d").get()
    decision = match_accept(target=match.target, record=match.record, state="implements", author=author)
    assert not matches().exists()
    decision_undo(number=decision.pk, author=author)
    match_accept(target=match.target, record=match.record, state="same", author=author)
    assert Document.objects.count() == 1


@st.composite
def tellings(draw: st.DrawFn) -> Story:
    """A page out of few pieces about what was promised, announced, held or signed."""
    story = Story(
        f"page-{draw(st.integers(0, 5))}",
        draw(st.sampled_from(("2024-04-20", "2024-06-25", "2025-01-01"))),
        draw(st.sampled_from(("Проведём выставку ремёсел", "Выставка ремёсел и гончаров", "Гончары приехали на выставку"))),
    )
    places = [story.place(name) for name in ("Ленинградская область", "Чуйская область")]
    if draw(st.booleans()):
        story.event(
            *places, kind=draw(st.sampled_from(("visit", "forum"))), date=draw(st.sampled_from(("2024-06-20", "2024-12-20")))
        )
    if draw(st.booleans()):
        status = draw(st.sampled_from(("planned", "signed")))
        story.document(*places, kind=draw(st.sampled_from(("agreement", "plan"))), status=status)
    if draw(st.booleans()):
        story.statement(story.person("Иван Ладогин", "губернатор", places[0]), "Проведём выставку ремёсел")
    return story


@settings(
    max_examples=cases(20, 60),
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(tellings(), min_size=2, max_size=6), st.integers(1, 3), st.randoms(use_true_random=False))
def test_matches_in_any_order_are_those_of_a_rebuild(
    sqlite_register: Path, told: list[Story], every: int, chance: random.Random
) -> None:
    DecisionAnchor.objects.all().delete()
    PersonDecision.objects.all().delete()
    PageVersion.objects.all().update(current=False)
    rebuild()
    sql.clear(PageVersion)
    author = Author("анна")
    for number, story in enumerate(told):
        story.put()
        if number % every == 0:
            settle()
            some = list(matches())
            if some and chance.random() < 0.3:
                match_reject(target=some[0].target, record=some[0].record, author=author)
            elif plan := Document.objects.filter(kind="plan", status="signed").first():
                row = {"plan": {"node": plan.key}, "text": f"Выставка ремёсел, гончары {number}"}
                records_enter(kind="m", many=[row], author=author)
    settle()
    whole = list(dump())
    rebuild()
    assert list(dump()) == whole


def test_any_order_of_the_golden_pages(sqlite_register: Path) -> None:
    found = set()
    for order in list(permutations([PROMISE, *GOLDEN["pages"][:3]]))[::5]:
        for page in order:
            add(page)
            settle()
        found.add("\n".join(dump()))
        PageVersion.objects.all().update(current=False)
        rebuild()
        sql.clear(PageVersion)
    assert len(found) == 1
    assert "match" in found.pop()
