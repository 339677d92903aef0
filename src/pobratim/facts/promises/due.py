"""By when: a date or a time to come in the words of a promise."""

from __future__ import annotations

import datetime as dt
import re

from pobratim.core.date import PartialDate, Precision
from pobratim.core.evidence import Evidence
from pobratim.lexicon.speech import times_ahead
from pobratim.text.date_mention import DateMention, find_dates
from pobratim.text.date_resolve import Clock, resolve
from pobratim.text.time_words import NUMBERS, month_number

#: Years between which days can be counted from a page's day; a page that claims another has no clock.
_FIRST, _LAST = 1000, 9900
_ORDINALS = {"перв": 1, "втор": 2, "трет": 3, "четв": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}


def due_in(text: str, start: int, end: int, published: dt.date | None) -> PartialDate | None:
    """The date by which something is to be done, as `text[start:end]` says it; None where it says none that is to come.

    A time that is no date of the calendar is given by its end: «в III квартале» is September, «осенью» November.

    Args:
        text: of the page.
        start: where the words begin, in code points.
        end: where they end, exclusive.
        published: the day from which «в следующем месяце» counts; None: only dates with their year are told.
    """
    if published and not _FIRST <= published.year < _LAST:
        published = None
    words = text[start:end]
    dates = [one for one in find_dates(words, start) if one.shape not in ("after", "ago", "span")]
    exact = (_resolved(one, text, published) for one in dates if one.shape != "year")
    years = (_resolved(one, text, published) for one in dates if one.shape == "year")
    found = (*exact, _ahead(words, start, text, published), *years)
    return next((one for one in found if one is not None and _to_come(one, published)), None)


def _resolved(mention: DateMention, text: str, published: dt.date | None) -> PartialDate | None:
    evidence = [Evidence.of(text, mention.start, mention.end)]
    found = resolve(mention, Clock(published=published), evidence, future=True)
    if found and published and found.precision == "month" and mention.year is None and not mention.word:
        year = published.year + (found.value[5:] < f"{published.month:02}")
        return PartialDate(f"{year}{found.value[4:]}", "month", "computed", evidence)
    return None if found is None or found.yearless else found


def _to_come(date: PartialDate, published: dt.date | None) -> bool:
    return published is None or date.value >= published.isoformat()[: len(date.value)]


def _ahead(words: str, base: int, text: str, published: dt.date | None) -> PartialDate | None:
    """The first time of `lexicon/speech/times_ahead.txt` that the words hold."""
    low = words.lower()
    hits = ((match, unit, number) for pattern, unit, number in times_ahead() if (match := pattern.search(low)))
    for match, unit, number in sorted(hits, key=lambda hit: hit[0].start()):
        value = _value(match, unit, number, published)
        if value:
            precision: Precision = "year" if len(value) == 4 else "month" if len(value) == 7 else "day"
            start, end = base + match.start(), base + match.end()
            return PartialDate(value, precision, "relative", [Evidence.of(text, start, end)])
    return None


def _value(match: re.Match[str], unit: str, number: int, published: dt.date | None) -> str | None:
    given = match.groupdict()
    number += _count(given.get("n"))
    if unit in ("quarter", "half", "end-of", "named", "day"):
        month = _last_month(unit, number, given.get("month"))
        year = _year(month, given, published)
        return None if year is None else f"{year}-{month:02}" + (f"-{number % 100:02}" if unit == "day" else "")
    return None if published is None else _counted(published, unit, number)


def _counted(published: dt.date, unit: str, number: int) -> str:
    if unit == "week":
        return (published + dt.timedelta(6 - published.weekday() + 7 * number)).isoformat()
    if unit == "year":
        return str(published.year + number)
    months = published.year * 12 + published.month - 1 + number * (12 if unit == "in-year" else 1)
    return f"{months // 12}-{months % 12 + 1:02}"


def _last_month(unit: str, number: int, name: str | None) -> int:
    if unit == "named":
        return month_number(name or "") or 12
    return number * {"quarter": 3, "half": 6}.get(unit, 1) if unit != "day" else number // 100


def _year(month: int, given: dict[str, str | None], published: dt.date | None) -> int | None:
    if given.get("year"):
        return int(given["year"] or 0)
    if published is None:
        return None
    return published.year + (1 if given.get("later") or month < published.month else 0)


def _count(word: str | None) -> int:
    if not word:
        return 0
    ordinal = next(
        (number for stem, number in _ORDINALS.items() if word == stem or (len(stem) == 4 and word.startswith(stem))), 0
    )
    return int(word) if word.isdigit() else ordinal or NUMBERS.get(word, 0)
