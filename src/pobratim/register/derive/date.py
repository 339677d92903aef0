"""Dates of several pages: which one holds, and whether they can all be true."""

from __future__ import annotations

import datetime
from typing import Any

from pobratim.resolve.records.window import Window, date_window

from .draft import Draft, Json, Value, canonical

#: Stands for no day in columns by which lists are ordered: databases disagree about where nothing belongs.
NO_DAY = datetime.date.min
_PRECISION = {"day": 0, "month": 1, "year": 2}
_BASIS = {"explicit": 0, "relative": 1, "computed": 2}


def choose_date(draft: Draft, field: str) -> Json:
    """Sorts the dates of a field and returns the one that holds; contradictions are noted in the draft.

    A person's word comes first; then what is told as a fact; then the exact date before the vague one, the better
    supported, the one that is written out.
    """
    values = draft.values.get(field, [])
    if not values:
        return None
    if field not in draft.decided:
        support = _support(values)
        values.sort(key=lambda one: _rank(one, support))
        told = [one for one in values if one.told] or values
        rivals = _rivals(told)
        if len(rivals) > 1:
            draft.contradictions[field] = rivals
    return values[0].value


def date_columns(prefix: str, date: Json) -> dict[str, Any]:
    """The columns of a date under a common beginning of their names (`signed`, `signed_first` …)."""
    window = date_window(date["value"]) if date else None
    return {
        prefix: date["value"] if date else "",
        f"{prefix}_precision": date.get("precision", "") if date else "",
        f"{prefix}_basis": date.get("basis", "") if date else "",
        f"{prefix}_wording": date.get("wording", "") if date else "",
        f"{prefix}_first": window.first if window else None,
        f"{prefix}_last": window.last if window else None,
    }


def _support(values: list[Value]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in values:
        found[one.value["value"]] = found.get(one.value["value"], 0) + one.pages
    return found


def _rank(one: Value, support: dict[str, int]) -> tuple[object, ...]:
    date = one.value
    yearless = date["value"].startswith("-")
    precision, basis = _PRECISION.get(date.get("precision"), 3), _BASIS.get(date.get("basis"), 3)
    return (not one.told, yearless, precision, -support[date["value"]], basis, date["value"], canonical(date))


def _rivals(values: list[Value]) -> list[Json]:
    """One value for each date that does not fit the first; the first too. A single one: no contradiction."""
    found: list[Json] = []
    for one in values:
        if date_window(one.value["value"]) and not any(_fit(one.value, other) for other in found):
            found.append(one.value)
    return found


def _fit(one: Json, other: Json) -> bool:
    a, b = date_window(one["value"]), date_window(other["value"])
    return a is not None and b is not None and (a.meets(b) or b.meets(a))


def term_end(term: Json, signed: Window | None) -> datetime.date | None:
    """The last day of a term: as told, else its years counted from the day it begins or was signed.

    >>> term_end({"from": None, "to": {"value": "2026"}, "years": None}, None).isoformat()
    '2026-12-31'
    """
    if not term or term.get("open_ended"):
        return None
    end = date_window(term["to"]["value"]) if term.get("to") else None
    if end:
        return end.last
    begin = date_window(term["from"]["value"]) if term.get("from") else signed
    years = term.get("years")
    if begin is None or not isinstance(years, int) or not 0 < years < 1000:
        return None
    try:
        return begin.last.replace(year=begin.last.year + years)
    except ValueError:
        return begin.last + datetime.timedelta(days=365 * years) if begin.last.year + years < datetime.MAXYEAR else None
