"""When a measure is due, where times have several columns: one for each side, each year, each quarter."""

from __future__ import annotations

import re
from typing import Any

from pobratim.register.lists.cell import is_empty
from pobratim.tables import Cell

from .calendar import Span, folded, parts_of
from .due import ReadDue, due_of

_MOST_WORDS = 4
#: What offices put under a year or quarter that they mean.
_TICK = re.compile(r"[+*✓✔✅хХxXvV]{1,2}|да", re.IGNORECASE)


def is_time(heading: str) -> bool:
    """Whether the last part of a heading is a time with its year and nothing else («2026 г.», «II квартал 2026 года»)."""
    text = " ".join(folded(heading.rpartition(" / ")[2]).split())
    parts = parts_of(text)
    return len(parts) == 1 and parts[0].year is not None and len(text.split()) <= _MOST_WORDS


def due_under(heading: str, cell: Cell, term: Span) -> ReadDue:
    """When it is due, by a cell of one of several columns: a tick means the time in the heading, which also lends its year.

    >>> due_under("Годы / 2026", Cell("+"), Span()).due["first"], due_under("Годы / 2026", Cell("май"), Span()).due["last"]
    ('2026-01-01', '2026-05-31')
    """
    if not is_time(heading) or is_empty(cell):
        return due_of(cell, term)
    time = heading.rpartition(" / ")[2]
    if _TICK.fullmatch(cell.text):
        return due_of(Cell(time), term)
    if any(part.year is not None for part in parts_of(folded(cell.text))):
        return due_of(cell, term)
    return due_of(Cell(f"{cell.text} {time}"), term)


def due_of_all(told: list[ReadDue]) -> ReadDue:
    """When it is due, by several columns (one for each side, each year): from the first day to the last, all wordings kept."""
    dues = [one.due for one in told if one.due is not None]
    if len(dues) < 2:
        return next((one for one in told if one.due is not None), ReadDue())
    wording = "; ".join(dict.fromkeys(one["wording"] for one in dues))
    wrong = next((one.wrong for one in told if one.wrong), "")
    again = {one["recurring"] for one in dues}
    firsts, lasts = [one["first"] for one in dues], [one["last"] for one in dues]
    days = {
        "first": None if wrong or None in firsts else min(firsts),
        "last": None if wrong or None in lasts else max(lasts),
    }
    found: dict[str, Any] = {"wording": wording, **days, "recurring": again.pop() if len(again) == 1 else None}
    by = {one.get("by") for one in dues}
    return ReadDue(found | ({"by": by.pop()} if len(by) == 1 and None not in by else {}), wrong)
