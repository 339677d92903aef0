"""Times as plans word them: days, months, quarters, half-years, seasons and years, put together to one stretch of days."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from pobratim.lexicon.plans import year_parts
from pobratim.text.time_words import MONTHS
from pobratim.words.speech import mark

NO_SUCH_DAY = mark("there is no such day")
NO_YEAR = mark("the year is missing")

_MONTH = r"(?:январ|феврал|март|апрел|ма(?=[йяею]\b|ем\b)|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*"
_NUMBER = r"(?:iv|iii|ii|i|[1-4](?:-?(?:ый|ий|ой|го|ом|й|м|е))?|перв[а-я]+|втор[а-я]+|трет[а-я]+|четверт[а-я]+)"
_LIST = rf"{_NUMBER}(?:\s*(?:-|,|и|по)\s*{_NUMBER})*"
_DECADE = (
    r"(?:(?:i{1,3}|[1-3](?:-?[а-я]{1,2})?|перв[а-я]+|втор[а-я]+|трет[а-я]+|последн[а-я]+)\s+(?:декад|половин)[а-я]*"
    r"|(?:в\s+)?(?:начало|начале|середина|середине|конец|конце))"
)
_PATTERNS = {
    "school": r"20\d\d\s*[/-]\s*(?:20)?\d\d(?=\s*уч)",
    "iso": r"\d{4}-\d\d-\d\d(?!\d)",
    "dotted": r"\d{1,2}\s*[./]\s*\d{1,2}\s*[./]\s*(?:\d{4}|\d\d)(?!\d)",
    "month_year": r"(?:0?[1-9]|1[0-2])[./](?:19|20)\d\d(?!\d)",
    "short": r"\d{1,2}\.\d{1,2}(?!\d|\.\d)",
    "quarters": rf"{_LIST}(?=\s*кв(?:артал|\b))",
    "halves": rf"{_LIST}(?=\s*(?:полуг(?:оди|\b)|половин[а-я]*(?!\s*{_MONTH})(?![а-я])))",
    "decade": rf"{_DECADE}\s+{_MONTH}",
    "winter": r"зим[а-я]*(?:\s+период[а-я]*)?\s+20\d\d\s*[/-]\s*(?:20)?\d\d",
    "none": r"(?:[05-9]|\d\d+)(?:-?[а-я]{1,2})?(?=\s*(?:квартал|полугоди))",
    "day": rf"\d{{1,2}}(?:-?го)?\s+{_MONTH}",
    "bare": rf"\d{{1,2}}(?=(?:-?го)?\s*(?:-|по|и|,)\s*\d{{1,2}}(?:-?го)?(?:\s+{_MONTH}|\.\d))",
    "month": _MONTH,
    "year": r"(?:19|20)\d\d(?!\d)",
    "short_year": r"\d\d(?=\s*(?:гг?\.|года?\b))",
    "whole": r"(?:в\s+течение|на\s+протяжении)\s+(?:всего\s+)?(?:календарного\s+)?года\b",
    "part": "(?:" + "|".join(name for name, _, _ in year_parts()) + ")[а-я]*",
}
_PART = re.compile(r"(?<![\d.а-яa-z])(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()) + ")")
#: What stands between a month or quarter and its year.
_NEAR = re.compile(r"(?:\s*(?:кв|полуг)[а-я]*\.?)?[\s,(]*")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "перв": 1, "втор": 2, "трет": 3, "четв": 4}
_THIRDS = {"нача": 1, "сере": 2, "коне": 3, "конц": 3, "посл": 3}
_CENTURY, LAST = 2000, 99
_TENS, _HALVES = ((1, 10), (11, 20), (21, LAST)), ((1, 15), (16, LAST))
_YEAR_MONTHS = 12


class Span(NamedTuple):
    """The first and last day of something; either may be unknown."""

    first: datetime.date | None = None
    last: datetime.date | None = None


@dataclass
class Part:
    """A time that a text names, from `start` to `end` in it: months of a year, or days of a month; what it lacks is None.

    `impossible`: it names what no year has («5 квартал», «15.13»), and has no month; months are 1 to 12 otherwise.
    """

    start: int = 0
    end: int = 0
    first_month: int | None = None
    last_month: int | None = None
    day: int | None = None
    last_day: int | None = None  # where it is not `day`; `LAST` is that of the month
    year: int | None = None
    years_on: int = 0  # the last month lies so many years later
    impossible: bool = False

    def span(self) -> Span | None:
        """Its days; None where the calendar does not have them."""
        if self.impossible:
            return None
        try:
            first = datetime.date(self.year or 0, _or(self.first_month, 1), _or(self.day, 1))
            year, month = first.year + self.years_on, self.last_month or self.first_month or 12
            day = self.last_day or self.day or LAST
            last = datetime.date(year, month, calendar.monthrange(year, month)[1] if day == LAST else day)
        except (ValueError, OverflowError):
            return None
        return Span(first, last)


def _or(number: int | None, otherwise: int) -> int:
    """The number, zero too: «0.0.2025» names no day."""
    return otherwise if number is None else number


def folded(text: str) -> str:
    """A text as it is read here: lower case, `ё` as `е`, every dash a hyphen, Ukrainian `і` (for a Roman one) as `i`."""
    return re.sub(r"[‐‑‒–—−]", "-", text.lower().replace("ё", "е").replace("і", "i"))


def parts_of(text: str) -> list[Part]:
    """The times in a folded text, in order, each with the month and year that stand behind the next one («май – июнь 2025»).

    A date behind «от» is that of a paper and is left out.
    """
    found = [part for part in _parts(text) if not re.search(r"\bот\s*$", text[: part.start])]
    kept: list[Part] = []
    for part in found:
        before = kept[-1] if kept else None
        if _is_year(part) and before and before.year is None and _NEAR.fullmatch(text[before.end : part.start]):
            before.year, before.end = part.year, part.end
            continue
        kept.append(part)
    for part, after in reversed(list(pairwise(kept))):
        if part.first_month is None and part.day is not None and not part.impossible:
            part.first_month = after.first_month
        if part.year is None and not _is_year(after):
            part.year = after.year
    lone = [part for part in kept if _is_year(part)]
    rest = [part for part in kept if part.year is None]
    if len(lone) == 1 and rest:
        for part in rest:
            part.year = lone[0].year
        kept.remove(lone[0])
    return [part for part in kept if part.year is not None] if len(lone) > 1 else kept


def _is_year(part: Part) -> bool:
    return part.year is not None and part.first_month is None and part.day is None and not part.impossible


def _parts(text: str) -> Iterator[Part]:
    for found in _PART.finditer(text):
        for name, reader in _READERS:
            if found[name] is not None:
                told = _possible(reader(found[name]))
                if told is not None:
                    yield replace(told, start=found.start(), end=found.end())
                break


def _possible(part: Part | None) -> Part | None:
    """The part; one of a month that there is not without its months."""
    months = (part.first_month, part.last_month) if part else ()
    if part and any(month is not None and not 1 <= month <= _YEAR_MONTHS for month in months):
        return replace(part, first_month=None, last_month=None, impossible=True)
    return part


def _dotted(words: str) -> Part:
    day, month, year = re.split(r"\s*[./]\s*", words)
    return Part(day=int(day), first_month=int(month), year=int(year) + (_CENTURY if len(year) < len("2025") else 0))


def _iso(words: str) -> Part:
    year, month, day = map(int, words.split("-"))
    return Part(day=day, first_month=month, year=year)


def _short(words: str) -> Part:
    day, month = map(int, words.split("."))
    return Part(day=day, first_month=month)


def _month_year(words: str) -> Part:
    month, year = map(int, re.split("[./]", words))
    return Part(first_month=month, year=year)


def _day(words: str) -> Part:
    day, month = re.match(r"\d+", words), re.search(_MONTH, words)
    return Part(day=int(day[0]) if day else None, first_month=_number_of(month[0] if month else ""))


def _month(words: str) -> Part:
    return Part(first_month=_number_of(words))


def _number_of(month: str) -> int:
    return next((number for begin, number in MONTHS.items() if month.startswith(begin) and begin != "ма"), MONTHS["ма"])


def _stretch(words: str, months: int) -> Part | None:
    """«III–IV» as quarters (3 months) or half-years (6)."""
    numbers = [_ROMAN.get(one) or _ROMAN.get(one[:4]) or int(one[0]) for one in re.findall(_NUMBER, words)]
    if max(numbers) * months > _YEAR_MONTHS:
        return None
    return Part(first_month=(min(numbers) - 1) * months + 1, last_month=max(numbers) * months)


def _decade(words: str) -> Part:
    """«II декада мая», «середина мая», «первая половина мая»: ten days or half; the last to the end of the month."""
    begin = words.removeprefix("в ").split()[0]
    number = _THIRDS.get(begin[:4]) or _ROMAN.get(begin) or _ROMAN.get(begin[:4]) or int(begin[0])
    month = re.search(_MONTH, words)
    days = _HALVES if "половин" in words else _TENS
    first, last = days[min(number, len(days)) - 1]
    return Part(day=first, last_day=last, first_month=_number_of(month[0] if month else ""))


def _winter(words: str) -> Part:
    """«Зима 2025/2026»: from December to February."""
    year = re.search(r"20\d\d", words)
    return Part(first_month=_YEAR_MONTHS, last_month=2, year=int(year[0]) if year else None, years_on=1)


def _part_of_year(words: str) -> Part:
    return next(Part(first_month=first, last_month=last) for name, first, last in year_parts() if words.startswith(name))


#: Group of the pattern → its reader; the order in which the pattern tries them.
_READERS: tuple[tuple[str, Callable[[str], Part | None]], ...] = (
    ("school", lambda words: Part(first_month=9, last_month=8, year=int(words[:4]), years_on=1)),
    ("iso", _iso),
    ("dotted", _dotted),
    ("month_year", _month_year),
    ("short", _short),
    ("quarters", lambda words: _stretch(words, 3)),
    ("halves", lambda words: _stretch(words, 6)),
    ("decade", _decade),
    ("winter", _winter),
    ("none", lambda words: Part(impossible=True)),
    ("day", _day),
    ("bare", lambda words: Part(day=int(words))),
    ("month", _month),
    ("year", lambda words: Part(year=int(words))),
    ("short_year", lambda words: Part(year=_CENTURY + int(words))),
    ("whole", lambda words: Part(first_month=1, last_month=_YEAR_MONTHS)),
    ("part", _part_of_year),
)
