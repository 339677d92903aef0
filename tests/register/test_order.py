"""The register does not depend on the order in which pages arrive, nor on how often it is settled on the way."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pobratim.core.facts import Facts
from pobratim.register import sql
from pobratim.register.dump import dump, dump_hash
from pobratim.register.models import Actor, DecisionAnchor, Document, Event, Node, PageVersion, Person, PersonDecision
from pobratim.register.services import (
    Author,
    Incoming,
    decision_undo,
    page_store,
    rebuild,
    record_accept,
    record_reject,
    record_split,
    records_merge,
    settle,
)
from tests.thorough import cases

from .story import Story

SEEDS = cases(4, 20)


def store(pages: list[tuple[str, Facts]], every: int) -> None:
    for number, (address, facts) in enumerate(pages, 1):
        page_store(Incoming(facts, address))
        if number % every == 0:
            settle()
    settle()


def forget() -> None:
    """Empties the register."""
    rebuilt = PageVersion.objects.all()
    rebuilt.update(current=False)
    rebuild()
    sql.clear(PageVersion)


def test_orders_of_the_corpus(sqlite_register: Path, pages: list[tuple[str, Facts]]) -> None:
    found = set()
    for seed in range(SEEDS):
        shuffled = random.Random(seed).sample(pages, len(pages))
        store(shuffled, every=(20, 33, 50, 1000)[seed % 4])
        found.add(dump_hash())
        forget()
    assert len(found) == 1


def test_an_order_of_the_corpus_on_both_databases(
    register: str, pages: list[tuple[str, Facts]], known: dict[str, list[str]]
) -> None:
    store(random.Random(register).sample(pages, len(pages)), every=13)
    lines = list(dump())
    assert known.setdefault("lines", lines) == lines


@pytest.fixture(scope="module")
def known() -> dict[str, list[str]]:
    """What the first of the databases gave."""
    return {}


PLACES = ("Ленинградская область", "Чуйская область", "Тверская область")
DATES = (None, "2024-04-24", "2024-04-25", "2024-04-28", "2024-04", "2024", "2023-06-15")
NAMES = ("Александр Дрозденко", "А Дрозденко", "Дрозденко", "Алексей Дрозденко")
POSTS = ("губернатор", "глава региона", None)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A page out of few pieces, so that pages meet."""
    story = Story(f"page-{draw(st.integers(0, 5))}", draw(st.sampled_from((None, "2024-04-20", "2024-04-25", "2025-01-01"))))
    places = [story.place(name) for name in draw(st.lists(st.sampled_from(PLACES), min_size=2, max_size=3, unique=True))]
    people = [
        story.person(draw(st.sampled_from(NAMES)), draw(st.sampled_from(POSTS)), draw(st.sampled_from(places)))
        for _ in range(draw(st.integers(0, 2)))
    ]
    for _ in range(draw(st.integers(0, 2))):
        status = draw(st.sampled_from(("signed", "planned", "terminated")))
        kind = draw(st.sampled_from(("agreement", "plan")))
        background = draw(st.booleans())
        spheres = draw(st.sampled_from(([], ["culture"], ["sport", "culture"])))
        signed = draw(st.sampled_from(DATES))
        story.document(*places, kind=kind, status=status, signed=signed, background=background, spheres=spheres)
    for _ in range(draw(st.integers(0, 2))):
        story.event(*places, date=draw(st.sampled_from(DATES)), people=tuple(dict.fromkeys(people)))
    return story


@settings(
    max_examples=cases(20, 100),
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(stories(), min_size=1, max_size=10), st.integers(1, 4), st.randoms(use_true_random=False))
def test_step_by_step_is_the_same_as_anew(sqlite_register: Path, told: list[Story], every: int, chance: random.Random) -> None:
    """Pages come, change and come again, people decide in between: the records are those of a full rebuild."""
    DecisionAnchor.objects.all().delete()
    PersonDecision.objects.all().delete()
    forget()
    for number, story in enumerate(told):
        page_store(Incoming(story.facts, story.address))
        if number % every == 0:
            settle()
            decide_something(chance)
    settle()
    step_by_step = list(dump())
    rebuild()
    assert set(dump()) ^ set(step_by_step) == set()


def decide_something(chance: random.Random) -> None:
    """One of all that people may do, to records that are there."""
    author, model = Author("анна"), chance.choice((Document, Actor, Person, Event))
    keys = list(model.objects.order_by("key").values_list("key", flat=True))
    what = chance.choice(("nothing", "accept", "reject", "merge", "split", "undo"))
    made = list(PersonDecision.objects.filter(undone_at=None).order_by("pk").values_list("pk", flat=True))
    if what == "accept" and keys:
        record_accept(key=chance.choice(keys), author=author)
    elif what == "reject" and keys:
        record_reject(key=chance.choice(keys), author=author)
    elif what == "merge" and len(keys) > 1:
        records_merge(keys=chance.sample(keys, 2), author=author)
    elif what == "split" and keys:
        key = chance.choice(keys)
        nodes = list(Node.objects.filter(record=key).order_by("key").values_list("key", flat=True))
        if len(nodes) > 1:
            record_split(key=key, nodes=nodes[: len(nodes) // 2], author=author)
    elif what == "undo" and made:
        decision_undo(number=chance.choice(made), author=author)
