"""Measures of a plan: how they stand on any day, by the word of each side; no word is not «not done»."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pobratim.register.dump import dump_hash
from pobratim.register.errors import WrongValue
from pobratim.register.measure import MeasureState, standing
from pobratim.register.models import Document, Measure
from pobratim.register.selectors import plan
from pobratim.register.services import (
    Author,
    decision_undo,
    rebuild,
    record_enter,
    records_enter,
    report_add,
    report_withdraw,
)

from .story import agreement

DAY = datetime.date


def planned(
    *reports: tuple[str, str, str], last: str | None = None, first: str | None = None, again: str = "", by: str = ""
) -> Any:
    """A measure; reports are `(made, state, side)`, each on the period up to the day on which it was made."""
    told = [
        {"first": made[:4] + "-01-01", "last": made, "made": made, "state": state, "side": side} for made, state, side in reports
    ]
    due_first, due_last = (DAY.fromisoformat(one) if one else None for one in (first, last))
    return SimpleNamespace(due_first=due_first, due_last=due_last, recurring=again, due_by=by, reports=told)


LATE = "postponed", True
YEARLY = {"first": "2024-01-01", "last": "2026-12-31", "again": "yearly"}


@pytest.mark.parametrize(
    ("measure", "on", "state", "overdue"),
    [
        (planned(last="2025-12-31"), "2025-12-31", "no_word", False),
        (planned(last="2025-12-31"), "2026-01-01", "no_word", True),
        (planned(("2026-02-01", "done", "a"), last="2025-12-31"), "2026-01-31", "no_word", True),
        (planned(("2026-02-01", "done", "a"), last="2025-12-31"), "2026-02-01", "done", False),
        (
            planned(("2025-02-01", "done", "a"), ("2025-03-01", "postponed", "b"), last="2025-12-31"),
            "2026-02-01",
            "postponed",
            True,
        ),
        (planned(("2025-02-01", "not_done", "a"), last="2025-12-31"), "2026-02-01", "not_done", False),
        (
            planned(("2024-06-01", "done", ""), first="2024-01-01", last="2026-12-31", again="yearly"),
            "2025-06-01",
            "no_word",
            False,
        ),
        (planned(first="2024-01-01", last="2026-12-31", again="yearly"), "2025-06-01", "no_word", True),
        (planned(again="agreed"), "2030-01-01", "no_word", False),
    ],
)
def test_how_a_measure_stands(measure: Any, on: str, state: str, overdue: bool) -> None:
    found = standing(measure, DAY.fromisoformat(on))
    assert (found.state.value, found.overdue) == (state, overdue)


_report = st.tuples(
    st.dates(DAY(2024, 1, 1), DAY(2026, 12, 31)).map(str),
    st.sampled_from([one.value for one in MeasureState]),
    st.sampled_from(["", "a"]),
)


@given(st.lists(_report, max_size=6), st.dates(DAY(2024, 1, 1), DAY(2027, 6, 1)), st.sampled_from(["", "yearly", "quarterly"]))
def test_no_later_report_changes_an_earlier_day(reports: list[tuple[str, str, str]], on: DAY, again: str) -> None:
    known = [one for one in reports if one[0] <= on.isoformat()]
    dues = {"first": "2024-01-01", "last": "2026-12-31", "again": again}
    assert standing(planned(*reports, **dues), on) == standing(planned(*known, **dues), on)


@pytest.mark.usefixtures("register")
def test_a_plan_is_entered_reported_on_and_taken_back(author: Author) -> None:
    agreement("1", signed="2024-04-24", kind="plan").store()
    key = Document.objects.get().key
    due = {"wording": "IV квартал 2025 года", "first": "2025-10-01", "last": "2025-12-31", "recurring": None}
    rows = [
        {"plan": {"node": key}, "number": f"1.{number}", "text": f"Провести встречу № {number}", "due": due,
         "sphere": ["culture"], "executor": [{"name": "Комитет по культуре", "side": "a"}]}
        for number in (10, 9)
    ]  # fmt: skip
    keys = records_enter(kind="m", many=rows, author=author)
    on = DAY(2026, 1, 15)
    assert [one.measure.number for one in plan.items(key, on)] == ["1.9", "1.10"]
    assert plan.counts(plan.items(key, on)) == {"no_word": 2, "overdue": 2}
    report_add(key=keys[0], report={"state": "done", "first": "2025-10-01", "last": "2025-12-31"}, author=author)
    later = datetime.date.today() + datetime.timedelta(days=1)
    assert plan.counts(plan.items(key, later)) == {"no_word": 1, "done": 1, "overdue": 1}
    assert [name for name, _ in plan.board(plan.items(key, later), "state")] == ["done", "no_word"]
    before = dump_hash()
    rebuild()
    assert dump_hash() == before
    decision = report_withdraw(key=keys[0], number=0, author=author)
    assert plan.counts(plan.items(key, later)) == {"no_word": 2, "overdue": 2}
    decision_undo(number=decision.pk, author=author)
    assert Measure.objects.get(key=keys[0]).reports[0]["state"] == "done"


@pytest.mark.usefixtures("register")
def test_what_is_no_report(author: Author) -> None:
    agreement("1", signed="2024-04-24", kind="plan").store()
    plan_key = Document.objects.get().key
    key = record_enter(kind="m", fields={"plan": {"node": plan_key}, "text": "Открыть выставку"}, author=author)
    for report in (
        {"state": "done", "first": "2025-12-31", "last": "2025-01-01"},
        {"state": "well", "first": "2025-01-01", "last": "2025-01-02"},
    ):
        with pytest.raises(WrongValue):
            report_add(key=key, report=report, author=author)
    with pytest.raises(WrongValue):
        report_add(key=plan_key, report={"state": "done", "first": "2025-01-01", "last": "2025-01-02"}, author=author)
    assert Measure.objects.get().reports == []


BY_DECEMBER = {"first": "2024-04-24", "last": "2026-12-31", "again": "yearly", "by": "12-01"}


@pytest.mark.parametrize(
    ("measure", "on", "due", "overdue"),
    [
        (planned(**BY_DECEMBER), "2024-06-01", "2024-12-01", False),
        (planned(**BY_DECEMBER), "2024-12-01", "2024-12-01", False),
        (planned(**BY_DECEMBER), "2024-12-02", "2024-12-01", True),
        (planned(**BY_DECEMBER), "2025-03-01", "2024-12-01", True),
        (planned(("2024-11-20", "done", "a"), **BY_DECEMBER), "2025-03-01", "2025-12-01", False),
        (planned(("2024-12-20", "done", "a"), **BY_DECEMBER), "2024-12-19", "2024-12-01", True),
        (planned(("2024-12-20", "done", "a"), **BY_DECEMBER), "2024-12-20", "2024-12-01", False),
        (planned(**{**BY_DECEMBER, "by": "02-29"}), "2024-12-31", None, False),
        (planned(**{**BY_DECEMBER, "by": "02-29"}), "2025-01-10", "2025-02-28", False),
        (planned(("2025-11-20", "done", "a"), **{**BY_DECEMBER, "last": "2026-06-30"}), "2026-07-01", "2026-06-30", True),
    ],
)
def test_awaited_by_a_day_of_each_year(measure: Any, on: str, due: str | None, overdue: bool) -> None:
    found = standing(measure, DAY.fromisoformat(on))
    assert (str(found.due) if found.due else None, found.overdue) == (due, overdue)
