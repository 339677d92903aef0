"""Dates of the contract in the language of the interface."""

from __future__ import annotations

import datetime

from django.utils.formats import date_format, get_format
from django.utils.translation import get_language

_LEAP_YEAR = 2024


def partial_date(value: str, *, genitive: bool = False) -> str:
    """A date of the contract in words: «24 апреля 2024 г.», «июнь 2023 г.», «2021», «23 апреля» for `--04-23`.

    Args:
        value: the date.
        genitive: as it stands after «с»: «июня 2023 г.».
    """
    parts = value.lstrip("-").split("-")
    if value.startswith("--"):
        return date_format(datetime.date(_LEAP_YEAR, int(parts[0]), int(parts[1])), "MONTH_DAY_FORMAT")
    if len(parts) == 1:
        return value
    day = datetime.date(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) > 2 else 1)
    if len(parts) > 2:
        return date_format(day, "DATE_FORMAT")
    if genitive:
        return date_format(day, get_format("YEAR_MONTH_FORMAT").replace("F", "E"))
    told = date_format(day, "YEAR_MONTH_FORMAT")  # Django writes Russian months as if they began a sentence
    return told.lower() if (get_language() or "").startswith("ru") else told
