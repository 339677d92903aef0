"""Days as pages write them in their margins: «25 апреля 2024», «25.04.2024 10:15», «2024-04-25T10:15+03:00»."""

from __future__ import annotations

import datetime
import re
from functools import cache

from pobratim.core.date import PartialDate
from pobratim.lexicon.word_list import word_table

# Nothing is a day without a digit and one of these after it; clocks and counters, which are most numbers, are passed over.
_DAYLIKE = re.compile(r"\d[-./\s]")
# As machines write it; it is most of the days in a page's head.
_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)", re.ASCII)
YEARS = range(1990, 2060)


@cache
def months() -> dict[str, int]:
    """Every form of a month's name → its number («апреля» → 4, «апр» → 4)."""
    return {form: int(number) for number, forms in word_table("pages", "month").items() for form in forms.split()}


@cache
def day_pattern() -> re.Pattern[str]:
    """Any day: ISO, dotted, or with the month's name; the year may be missing in the last."""
    names = "|".join(sorted(months(), key=len, reverse=True))
    return re.compile(
        r"(?=\d)(?<![\d.])(?:(?P<y1>(?:19|20)\d\d)[-./](?P<m1>\d\d?)[-./](?P<d1>\d\d?)(?![\d])"
        r"|(?P<d2>\d\d?)[./-](?P<m2>\d\d?)[./-](?P<y2>(?:19|20)\d\d|\d\d)(?![\d.]\d|\d)"
        rf"|(?P<d3>\d\d?)(?:-го)?[\s-]+(?P<m3>{names})(?![а-яё])\.?(?![\s,-]*1[0-8]\d\d(?!\d))(?:[\s,-]*(?P<y3>(?:19|20)\d\d)(?!\d)\s*(?:года?\b|г\b\.?)?)?)",
        re.IGNORECASE,
    )


@cache
def time_pattern() -> re.Pattern[str]:
    """A time of day: «10:15», «10:15:30», «в 10.15», «10 ч. 15 мин»."""
    return re.compile(
        r"(?:\bв\s+)?(?<![\d.])(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?![\d.]*\d)"
        r"(?:\s*\(?(?:мск|utc|gmt)(?:[+-]\d+)?\)?)?",
        re.IGNORECASE,
    )


def read_day(found: re.Match[str]) -> PartialDate | None:
    """The day of a match of `day_pattern`, or None where no calendar has it (32.13.2024)."""
    fields = found.groupdict()
    year = fields["y1"] or fields["y2"] or fields["y3"]
    day = int(fields["d1"] or fields["d2"] or fields["d3"])
    name = fields["m3"]
    month = months()[name.lower()] if name else int(fields["m1"] or fields["m2"])
    if year is None:
        return _yearless(month, day)
    full = int(year) if len(year) == 4 else 2000 + int(year)
    return calendar_day(full, month, day)


def calendar_day(year: int, month: int, day: int) -> PartialDate | None:
    """The day as an explicit date, or None where it is no day or no year of the web."""
    if year not in YEARS:
        return None
    try:
        return PartialDate(datetime.date(year, month, day).isoformat(), "day", "explicit")
    except ValueError:
        return None


def find_day(text: str) -> PartialDate | None:
    """The first day in a text, or None.

    >>> find_day("Опубликовано: 25.04.2024 в 10:15").value
    '2024-04-25'
    """
    if not _DAYLIKE.search(text):
        return None
    if (iso := _ISO.match(text)) and (day := calendar_day(int(iso[1]), int(iso[2]), int(iso[3]))):
        return day
    for found in day_pattern().finditer(text):
        if day := read_day(found):
            return day
    return None


def _yearless(month: int, day: int) -> PartialDate | None:
    """`--04-25`, or None where no year has such a day."""
    if calendar_day(2024, month, day) is None:
        return None
    return PartialDate(f"--{month:02}-{day:02}", "day", "explicit")
