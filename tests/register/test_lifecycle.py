"""The state of a document on any day follows from what happened up to that day, and from nothing later."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pobratim.register.lifecycle import Lifecycle, Successor, lifecycle, turns
from pobratim.register.term import months_before, period_on

DAY = datetime.date


def past(
    *told: tuple[str, str], signed: str = "", course: Any = (), term: Any = None, ends: str = "", renews: str = "",
    step: int | None = None, notice: int | None = None,
) -> Any:  # fmt: skip
    """A document of which pages told that, on these days."""
    history = [{"status": status, "background": False, "pages": 1, "told": day} for day, status in told]
    day = DAY.fromisoformat(signed) if signed else None
    return SimpleNamespace(
        status=told[-1][1] if told else "signed", background=False, history=history, course=list(course), term=term or {},
        signed_first=day, signed_last=day, first_told=None, decided={}, renews=renews, step_years=step, notice_months=notice,
        ends_last=DAY.fromisoformat(ends) if ends else None,
    )  # fmt: skip


LIFE = past(
    ("2019-03-01", "planned"), ("2019-05-02", "signed"), ("2024-02-10", "terminated"), signed="2019-05-01", ends="2024-05-01"
)


@pytest.mark.parametrize(
    ("on", "state"),
    [("2019-02-28", "absent"), ("2019-03-01", "intention"), ("2019-05-01", "in_force"), ("2024-02-09", "in_force"),
     ("2024-02-10", "terminated"), ("2030-01-01", "terminated")],
)  # fmt: skip
def test_one_life(on: str, state: str) -> None:
    assert lifecycle(LIFE, DAY.fromisoformat(on)) == state


NEW_YEAR = ("2020-01-01", "signed")
LATE = ("2025-02-01", "prolonged")


def five_years(*more: tuple[str, str], **rest: Any) -> Any:
    """Signed on 1 January 2020, until 1 January 2025."""
    return past(NEW_YEAR, *more, signed="2020-01-01", **{"ends": "2025-01-01", **rest})


@pytest.mark.parametrize(
    ("document", "on", "state"),
    [
        (five_years(), "2025-01-02", "lapsed"),
        (five_years(renews="repeated", step=1), "2033-01-02", "in_force"),
        (five_years(renews="once", step=2), "2026-12-31", "in_force"),
        (five_years(renews="once", step=2), "2027-01-02", "lapsed"),
        (five_years(LATE), "2025-01-15", "lapsed"),
        (five_years(LATE), "2025-02-01", "in_force"),
        (five_years(term={"open_ended": True}, ends=""), "2040-01-01", "in_force"),
        (five_years(ends=""), "2040-01-01", "signed"),
        (five_years(term={"from": {"value": "2021"}}), "2020-06-01", "signed"),
        (five_years(("2020-02-01", "planned"), ends=""), "2020-03-01", "signed"),
    ],
)
def test_terms_and_renewals(document: Any, on: str, state: str) -> None:
    assert lifecycle(document, DAY.fromisoformat(on)) == state


def test_what_a_person_enters_holds_until_the_next_turn() -> None:
    stopped = {"state": "suspended", "since": "2022-03-01", "until": "2022-12-31", "reason": "решение сторон"}
    document = past(("2020-01-01", "signed"), ("2024-01-01", "terminated"), signed="2020-01-01", course=[stopped])
    on = [lifecycle(document, DAY(year, month, 1)).value for year, month in ((2022, 2), (2022, 3), (2023, 1), (2024, 1))]
    assert on == ["signed", "suspended", "signed", "terminated"]


def test_another_document_prolongs_or_replaces() -> None:
    document = past(("2015-01-01", "signed"), signed="2015-01-01", ends="2020-01-01")
    longer = Successor("prolongs", DAY(2019, 12, 1), DAY(2023, 1, 1))
    instead = Successor("replaces", DAY(2022, 1, 1), None)
    assert lifecycle(document, DAY(2021, 1, 1)) == Lifecycle.LAPSED
    assert lifecycle(document, DAY(2021, 1, 1), [longer, instead]) == Lifecycle.IN_FORCE
    assert lifecycle(document, DAY(2022, 1, 1), [longer, instead]) == Lifecycle.SUPERSEDED


_days = st.dates(DAY(2010, 1, 1), DAY(2030, 12, 31))
_told = st.tuples(_days.map(str), st.sampled_from(["planned", "proposed", "signed", "in_force", "prolonged", "terminated"]))
_course = st.builds(
    lambda since, state: {"state": state, "since": since.isoformat(), "reason": "…", "until": None},
    _days,
    st.sampled_from(["draft", "signed", "in_force", "renewed", "suspended", "terminated", "superseded", "lapsed"]),
)
_after = st.builds(Successor, st.sampled_from(["prolongs", "replaces"]), _days, st.none() | _days)


@settings(max_examples=200, deadline=None)
@given(st.lists(_told, max_size=6), st.lists(_course, max_size=3), st.lists(_after, max_size=2), st.none() | _days, _days)
def test_no_later_event_changes_an_earlier_day(
    told: list[tuple[str, str]], course: list[dict[str, Any]], after: list[Successor], signed: DAY | None, on: DAY
) -> None:
    first = {status: day for day, status in sorted(told, reverse=True)} | {"planned": "2009-12-31"}
    if signed:
        first["signed"] = max(first.get("signed", ""), signed.isoformat())  # no page tells of a signing before its day
    pages = [(day, status) for status, day in first.items()]
    then = [one for one in pages if one[0] <= on.isoformat() or (one[1] == "signed" and signed and signed <= on)]
    known = signed.isoformat() if signed and signed <= on else ""
    before = past(*then, signed=known, course=[one for one in course if one["since"] <= on.isoformat()])
    later = past(*pages, signed=signed.isoformat() if signed else "", course=course)
    assert lifecycle(later, on, after) == lifecycle(before, on, [one for one in after if one.day <= on])
    assert all(turn.day <= on for turn in turns(later, on, after))


@given(_days, st.integers(1, 10), _days)
def test_a_renewed_term_always_holds(first: DAY, step: int, on: DAY) -> None:
    period = period_on(past(ends=first.isoformat(), renews="repeated", step=step, notice=6), on)
    assert period is not None
    assert period.end >= min(on, period.end)
    assert period.end >= on or period.number == 0
    assert period.decide_by == months_before(period.end, 6)
    assert period.end.year - first.year == period.number * step
