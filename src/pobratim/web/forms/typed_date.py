"""Dates as people type them: «24.04.2024», «апрель 2024», «2021», «24 апреля», ISO; and as they are shown to be typed over."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Mapping

from django.utils.translation import get_language

from pobratim.text.time_words import MONTHS

_YEAR = r"(?P<year>[12][0-9]{3})"
_DAY, _MONTH, _WORD = r"(?P<day>[0-9]{1,2})", r"(?P<month>[0-9]{1,2})", r"(?P<word>[^\W\d_]{3,})"
_END = r"(?:\s*(?:г|год|года)\.?)?"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        _YEAR + _END,
        rf"{_YEAR}-{_MONTH}(?:-{_DAY})?",
        rf"{_DAY}[./]{_MONTH}[./]{_YEAR}{_END}",
        rf"{_MONTH}[./]{_YEAR}{_END}",
        rf"--{_MONTH}-{_DAY}",
        rf"{_DAY}[./]{_MONTH}\.?",
        rf"(?:{_DAY}\s+)?{_WORD}\.?,?\s+{_YEAR}{_END}",
        rf"{_DAY}\s+{_WORD}",
        rf"{_WORD}\.?\s+{_DAY}(?:,?\s+{_YEAR})?",
    )
)
_LEAP_YEAR = 2024
_ENDING = 2  # letters, after the stem of a month


def read_date(text: str) -> dict[str, str] | None:
    """The partial date that a person typed, as records hold it; None for what is no date.

    >>> read_date("24 апреля 2024 г.")
    {'value': '2024-04-24', 'precision': 'day'}
    >>> read_date("апрель 2024"), read_date("31.02.2024")
    ({'value': '2024-04', 'precision': 'month'}, None)
    """
    typed = " ".join(text.split())
    for shape in _SHAPES:
        if match := shape.fullmatch(typed):
            return _date(match.groupdict())
    return None


def _date(parts: Mapping[str, str | None]) -> dict[str, str] | None:
    year, day = parts.get("year"), parts.get("day")
    month = int(parts.get("month") or 0) or _month(parts.get("word"))
    if parts.get("word") and month is None:
        return None
    if month is None:
        return {"value": str(year), "precision": "year"}
    try:
        datetime.date(int(year or _LEAP_YEAR), month, int(day or 1))
    except ValueError:
        return None
    if year is None:
        return {"value": f"--{month:02}-{int(day or 1):02}", "precision": "day"} if day else None
    return {"value": f"{year}-{month:02}" + (f"-{int(day):02}" if day else ""), "precision": "day" if day else "month"}


def _month(word: str | None) -> int | None:
    """The month that a Russian word form or an English name, or the beginning of either, names."""
    if not word:
        return None
    typed = word.lower()
    english = [number for number, name in enumerate(calendar.month_name) if name and name.lower().startswith(typed)]
    if len(english) == 1:
        return english[0]
    stems = [
        stem for stem in MONTHS if stem.startswith(typed) or typed[: len(stem)] == stem and len(typed) - len(stem) <= _ENDING
    ]
    return MONTHS[max(stems, key=len)] if stems else None


def date_text(value: str) -> str:
    """A partial date as it stands in an input, and is read back: «24.04.2024» in Russian, ISO in English.

    >>> date_text("2021")
    '2021'
    """
    if (get_language() or "").startswith("ru") and re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value):
        return ".".join(reversed(value.split("-")))
    if (get_language() or "").startswith("ru") and value.startswith("--"):
        return ".".join(reversed(value[2:].split("-")))
    return value
