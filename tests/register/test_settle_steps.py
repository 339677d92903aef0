"""Settling goes kind by kind and may be helped by another process; others write in between: the register is the same."""

from __future__ import annotations

import importlib
import os
import random
import signal
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pobratim.core.facts import Facts
from pobratim.register import beside as beside_module
from pobratim.register import sql
from pobratim.register.beside import Beside
from pobratim.register.derive import make, run
from pobratim.register.dump import dump
from pobratim.register.models import DecisionAnchor, Document, PersonDecision, SearchName, SearchRow, SearchTotal
from pobratim.register.services import Author, Incoming, page_store, rebuild, record_accept, record_reject, settle
from tests.thorough import cases

from .story import Story
from .test_order import decide_something, forget, stories

steps = importlib.import_module("pobratim.register.settle")
Pages = list[tuple[str, Facts]]


@pytest.fixture
def helped(monkeypatch: pytest.MonkeyPatch) -> Iterator[Beside]:
    """A process that is asked however little there is to do, some records at a time."""
    monkeypatch.setattr(beside_module, "cores", lambda: 2)
    monkeypatch.setattr(steps, "MANY", 0)
    monkeypatch.setattr(make, "PART_RECORDS", 40)
    helper = Beside()
    yield helper
    helper.close()


@pytest.fixture
def made_here(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one for each part that this process has to make by itself."""
    found: list[int] = []

    def counted(part: make.Part, moved: Mapping[str, str]) -> make.Made:
        found.append(len(part.records))
        return make_as_ever(part, moved)

    make_as_ever = make.make
    for module in (make, run):
        monkeypatch.setattr(module, "make", counted)
    return found


def store_in_three(pages: Pages, author: Author, after: Callable[[], object]) -> None:
    """The pages, a third at a time, with some decisions of people in between."""
    for number, (address, facts) in enumerate(pages, 1):
        page_store(Incoming(facts, address))
        if number % (len(pages) // 3) == 0:
            after()
            for key in Document.objects.order_by("key").values_list("key", flat=True)[number % 7 : 60 : 9]:
                record_accept(key=key, author=author)
    after()
    rejected = Document.objects.order_by("key").values_list("key", flat=True)[5]
    record_reject(key=rejected, author=author)
    after()


def indexed() -> set[tuple[object, ...]]:
    """All that the index of search has, but for the last bits of the numbers of rows."""
    called = {number: names for number, *names in SearchName.objects.values_list("id", "ru", "en")}
    rows = SearchRow.objects.values_list("id", "key", "name", "facets", "words")
    totals = SearchTotal.objects.values_list("shelf", "facet", "value", "number")
    return {(number >> 40, *told, *called.get(number, ())) for number, *told in rows} | set(totals)


def test_with_another_process(register: str, pages: Pages, author: Author, helped: Beside, made_here: list[int]) -> None:
    shuffled = random.Random(1).sample(pages, len(pages))
    helped.begin()
    settled: list[int] = []
    store_in_three(shuffled, author, lambda: settled.append(settle(helped)))
    assert sum(made_here) < sum(settled) / 2
    found, index = set(dump()), indexed()
    rebuild()
    assert set(dump()) ^ found == set()
    assert indexed() ^ index == set()


def test_where_it_dies_all_is_done_here(sqlite_register: Path, pages: Pages, helped: Beside, made_here: list[int]) -> None:
    for address, facts in pages:
        page_store(Incoming(facts, address))
    helped.begin()
    process = helped.process
    assert process is not None
    taken = 0

    def dying(parts: Iterator[make.Part], moved: Mapping[str, str]) -> Iterator[make.Made]:
        nonlocal taken
        for made in Beside.making(helped, parts, moved):
            taken += 1
            if taken == 3:
                os.kill(process, signal.SIGKILL)
            yield made

    helped.making = dying  # type: ignore[method-assign]
    settle(helped)
    assert made_here
    found = set(dump())
    rebuild()
    assert set(dump()) ^ found == set()


def test_it_writes_nothing_and_ends_with_the_line(sqlite_register: Path, helped: Beside) -> None:
    helped.begin()
    process = helped.process
    assert process is not None
    helped.close()
    _, status = os.waitpid(process, 0)
    assert os.waitstatus_to_exitcode(status) == 0


def test_one_core_has_no_other_process(sqlite_register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside_module, "cores", lambda: 1)
    alone = Beside()
    alone.begin()
    assert alone.process is None


@settings(
    max_examples=cases(15, 100),
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(stories(), min_size=2, max_size=10), st.randoms(use_true_random=False))
def test_others_write_between_the_steps(
    sqlite_register: Path, monkeypatch: pytest.MonkeyPatch, told: list[Story], chance: random.Random
) -> None:
    """Pages come and people decide after any step: the records are those of a full rebuild."""
    DecisionAnchor.objects.all().delete()
    PersonDecision.objects.all().delete()
    forget()
    waiting = list(told)

    def another() -> None:
        if waiting and chance.random() < 0.5:
            story = waiting.pop()
            page_store(Incoming(story.facts, story.address))
            if chance.random() < 0.3:
                decide_something(chance)

    monkeypatch.setattr(steps, "LONG_S", -1.0)
    monkeypatch.setattr(sql, "let_others_write", another)
    while waiting:
        story = waiting.pop()
        page_store(Incoming(story.facts, story.address))
        settle()
    settle()
    step_by_step = list(dump())
    rebuild()
    assert set(dump()) ^ set(step_by_step) == set()
