"""Promises in statements: golden cases, one half written before the rules and the other set aside; dates to come."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pobratim.core.date import PartialDate
from pobratim.core.page import Page
from pobratim.facts.promises.commit import may_promise
from pobratim.facts.promises.due import due_in
from pobratim.facts.promises.find import Promises
from pobratim.facts.promises.part import parted
from pobratim.facts.read import read

GOLDEN = Path(__file__).parent.parent / "golden/promises"
#: Half of the cases → precision and recall of finding, and the share of what, by, to and due that are right; at least.
FLOORS = {"odd": (1.0, 1.0, 1.0), "even": (1.0, 0.87, 0.95)}


class Told(NamedTuple):
    """A promise as the cases write it."""

    what: str
    by: str | None
    to: str | None
    due: str | None


def all_told(case: dict[str, Any]) -> list[Told]:
    """The promises of a case as they are found."""
    page = Page(text=case["text"], published=PartialDate(case["published"], "day", "explicit"))
    facts = read(page)
    names = {one.id: one.name for one in (*facts.places, *facts.bodies, *facts.people)}
    promises = Promises(facts)
    told = []
    for statement in parted(facts).statements:
        found = promises.of(statement)
        if found:
            assert page.text[found.said.start : found.said.end] == found.what
            due = found.due.value if found.due else None
            told.append(Told(found.what, names.get(found.by or ""), names.get(found.to or ""), due))
    return told


def told(case: dict[str, Any]) -> Told | None:
    return next(iter(all_told(case)), None)


def right(case: dict[str, Any], found: Told, place: int = 0) -> int:
    """How many of the four parts are as the case has them; names may be fuller."""
    wanted = case["promises"][place]
    own = (found.by or "").endswith(wanted["by"])
    return (wanted["what"] in found.what) + own + (wanted["to"] == found.to) + (wanted["due"] == found.due)


@pytest.mark.parametrize("half", FLOORS)
def test_golden_cases(half: str) -> None:
    cases = json.loads((GOLDEN / f"{half}.json").read_text(encoding="utf-8"))
    found = {case["id"]: told(case) for case in cases}
    promised = [case for case in cases if case["promises"]]
    kept = [case for case in promised if found[case["id"]]]
    parts = sum(right(case, one) for case in kept if (one := found[case["id"]]))
    precision = len(kept) / sum(one is not None for one in found.values())
    recall = len(kept) / len(promised)
    assert (precision, recall, parts / (4 * len(kept))) >= FLOORS[half]
    for given, floor in zip((precision, recall, parts / (4 * len(kept))), FLOORS[half], strict=True):
        assert given >= floor


SEVERAL = json.loads((GOLDEN / "several.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", SEVERAL, ids=lambda case: str(case["id"]))
def test_each_promise_of_a_sentence(case: dict[str, Any]) -> None:
    found = all_told(case)
    assert len(found) == len(case["promises"]), found
    for place, one in enumerate(found):
        assert right(case, one, place) == 4, (one, case["promises"][place])


def test_the_clauses_of_promises_do_not_overlap() -> None:
    for case in SEVERAL:
        end = 0
        for one in all_told(case):
            begin = case["text"].index(one.what)
            assert begin >= end, case["id"]
            end = begin + len(one.what)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("подпишем в III квартале", "2024-09"),
        ("подпишем до конца второго квартала 2025 года", "2025-06"),
        ("откроем весной", "2025-05"),
        ("откроем осенью следующего года", "2025-11"),
        ("до конца года направим", "2024"),
        ("направим на следующей неделе", "2024-07-14"),
        ("через полгода проведём", "2025-01"),
        ("через три месяца проведём", "2024-10"),
        ("к февралю достроим", "2025-02"),
        ("передадим к Новому году", "2024-12-31"),
        ("в следующем году откроем", "2025"),
        ("завтра подпишем", "2024-07-03"),
        ("в 2021 году открыли", None),
        ("скоро подпишем", None),
    ],
)
def test_times_to_come(words: str, due: str | None) -> None:
    found = due_in(words, 0, len(words), datetime.date(2024, 7, 2))
    assert (found and found.value) == due
    if found:
        piece = found.evidence[0]
        assert words[piece.start : piece.end] == piece.quote


@pytest.mark.parametrize("words", ["В III квартале подпишем", "через год откроем", "завтра подпишем"])
def test_without_a_clock_no_time_is_told(words: str) -> None:
    assert due_in(words, 0, len(words), None) is None
    assert due_in(words, 0, len(words), datetime.date(9999, 12, 31)) is None


def test_most_texts_are_passed_over_by_their_words_alone() -> None:
    assert may_promise("Планируем открыть представительство")
    assert not may_promise("Стороны подписали соглашение и обсудили планы")
