"""Items of plans."""

from __future__ import annotations

import datetime
import re
from typing import Any

from pobratim.register.models import Measure, MeasureExecutor, MeasureSphere

from .draft import Draft, canonical, key_in
from .rows import Rows

_NUMBER = re.compile(r"\d+")
_STEP = 1000


def measure(draft: Draft, rows: Rows) -> None:
    """The row of a measure and those of its executors and spheres."""
    due, raw = draft.best("due") or {}, draft.best("raw")
    number = draft.best("number") or ""
    rows.add(
        Measure,
        plan_id=key_in(draft.best("plan")),
        section=draft.best("section") or "",
        number=number,
        text=draft.best("text") or "",
        expected=draft.best("expected") or "",
        due=due or None,
        due_first=_day(due.get("first")),
        due_last=_day(due.get("last")),
        recurring=due.get("recurring") or "",
        due_by=due.get("by") or "",
        reports=sorted(draft.all("report"), key=lambda one: (one["last"], one.get("made") or "", canonical(one))),
        raw=raw,
        understood=raw is None or raw["understood"],
        position=position(number),
        **draft.common(),
    )
    for one in draft.all("executor"):
        rows.add(MeasureExecutor, measure_id=draft.key, actor_id=key_in(one.get("actor")), name=one["name"], side=one["side"])
    for code in sorted(draft.all("sphere")):
        rows.add(MeasureSphere, measure_id=draft.key, code=code)


def position(number: str) -> int:
    """Where a measure stands in its plan, by its number: «2.10» after «2.9», none first.

    >>> position("2.9") < position("2.10") < position("3")
    True
    """
    parts = [min(int(one), _STEP - 1) for one in _NUMBER.findall(number)[:3]]
    place = 0
    for part in [*parts, 0, 0, 0][:3]:
        place = place * _STEP + part
    return place


def _day(value: Any) -> datetime.date | None:
    """The day; None for none, and for one that the calendar does not have."""
    try:
        return datetime.date.fromisoformat(value) if value else None
    except ValueError:
        return None
