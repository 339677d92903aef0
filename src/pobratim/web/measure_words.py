"""Measures in words: groups of the board, when one is due, what was reported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext

from pobratim.words import codes

from .words import partial_date, word

ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def group_name(by: str, name: str) -> str:
    """The name of a group of the board."""
    if not name:
        return gettext("not told")
    if by == "quarter":
        year, _, quarter = name.partition("-")
        return gettext("quarter {quarter} of {year}").format(quarter=ROMAN[quarter], year=year)
    known = {"state": codes.MEASURE_STATES, "sphere": codes.SPHERES}
    return word(known[by], name) if by in known else name


def due_days(due: Mapping[str, Any] | None) -> str:
    """The days that the wording of a due was read as, empty for none: «1 окт. 2025 г. – 31 дек. 2025 г., ежегодно»."""
    if not due:
        return ""
    first, last = (partial_date(due[end]) if due.get(end) else "" for end in ("first", "last"))
    days = first if first == last else f"{first} – {last}" if first and last else ""
    if not days and last:
        days = gettext("until {date}").format(date=last)
    if not days and first:
        days = gettext("from {date}").format(date=first)
    again = word(codes.RECURRING, due["recurring"]) if due.get("recurring") else ""
    by = gettext("by {date}").format(date=partial_date(f"--{due['by']}")) if due.get("by") else ""
    return ", ".join(filter(None, (days, again, by)))
