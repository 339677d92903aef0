"""From a date as written to a calendar value, with the clock that the page gives."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pobratim.core.date import Basis, PartialDate, Precision
from pobratim.core.evidence import Evidence

from .date_mention import DateMention
from .time_words import RELATIVE_DAYS, WEEKDAYS

_YEAR_SHIFT = {"позапрошл": -2, "прошл": -1, "минувш": -1, "прошедш": -1, "эт": 0, "текущ": 0, "нынешн": 0}
_YEAR_SHIFT |= {"следующ": 1, "будущ": 1}
_NEAR_PAST, _NEAR_FUTURE, _FAR_FUTURE = 120, 45, 200  # days
_LAST_ONE = ("минувш", "прошедш")
_SPAN_SHIFT = (("прош", -1), ("минувш", -1), ("следующ", 1), ("будущ", 1))
_SAME_DAY = {"тогда же", "в тот же день", "в этот же день", "в этот день"}
_NEXT_DAY = {"на следующий день", "на другой день", "назавтра"} | {
    f"{day} {word}" for day in ("днём", "днем") for word in ("позже", "позднее", "спустя")
}
_DAY_BEFORE = {"днём ранее", "днем ранее"}


@dataclass(slots=True)
class Clock:
    """What is known of the time of telling.

    `published` is the day of publication, if the page gives one; `told_in` is a year that follows from
    the page's surroundings when it gives none. `fresh` says that the story has a day just before the publication: it was not
    published again later, and a day farther back in that year is of that year.
    """

    published: dt.date | None = None
    told_in: int | None = None
    fresh: bool = False


def resolve(
    mention: DateMention, clock: Clock, evidence: list[Evidence], *, last: PartialDate | None = None, future: bool = False
) -> PartialDate | None:
    """The value of a mention, or None where the page does not fix it.

    A day without its year gets the year of the nearest such day before the publication (after it, if
    `future`); without a clock it stays `--04-23`. `last` is the date the story told before this one,
    from which «на следующий день» counts. Fails where a text written long after the event speaks of
    «24 апреля» of another year.
    """
    if mention.shape in ("day", "month"):
        return _calendar(mention, clock, evidence, future, last)
    if mention.shape == "year":
        year = mention.year or (_season_year(mention, clock) if mention.number else _shifted_year(mention.word, clock, last))
        return PartialDate(str(year), "year", "explicit" if mention.year else "relative", evidence) if year else None
    if mention.shape == "ago":
        return _ago(mention, clock, evidence)
    if mention.shape == "after":
        return _after(mention, last, clock.published if future else None, evidence)
    if mention.shape == "span":
        return _span(mention, clock, evidence)
    day = _relative_day(mention, clock, last, future)
    if day is None and mention.word == "тогда же" and last is not None:
        return PartialDate(last.value, last.precision, "relative", evidence)
    return _of_day(day, evidence) if day else _shifted(mention, last, evidence)


def _calendar(
    mention: DateMention, clock: Clock, evidence: list[Evidence], future: bool, last: PartialDate | None
) -> PartialDate | None:
    assert mention.month is not None
    year = mention.year
    basis: Basis = "explicit"
    if year is None and mention.word:
        year, basis = _shifted_year(mention.word, clock, last), "relative"
    if year is None and not mention.word:
        year, basis = _nearest_year(mention, clock, future), "computed"
    precision: Precision = "day" if mention.day else "month"
    tail = f"{mention.month:02}" + (f"-{mention.day:02}" if mention.day else "")
    if year is None:
        return PartialDate(f"--{tail}", "day", "explicit", evidence) if mention.day else None
    value = f"{year}-{tail}"
    if mention.day and not _exists(value):
        return None
    return PartialDate(value, precision, basis, evidence)


def _exists(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _nearest_year(mention: DateMention, clock: Clock, future: bool) -> int | None:
    """The year that brings a day close to the publication; None where none does.

    A page is often re-published or stamped years after the story: a day more than `_NEAR_PAST` days before
    the page's date, or more than `_NEAR_FUTURE` after it, keeps its year unknown.
    """
    if clock.published is None:
        return clock.told_in
    assert mention.month is not None
    if mention.day is None:
        past = mention.month <= clock.published.month
        return clock.published.year - (0 if past or future else 1)
    for year in (clock.published.year, clock.published.year - 1, clock.published.year + 1):
        if not _exists(f"{year}-{mention.month:02}-{mention.day:02}"):
            continue
        ahead = (dt.date(year, mention.month, mention.day) - clock.published).days
        if -_NEAR_PAST <= ahead <= (_FAR_FUTURE if future else _NEAR_FUTURE):
            return year
        if clock.fresh and ahead < 0 and year == clock.published.year:
            return year
    return None


def _shifted_year(word: str | None, clock: Clock, last: PartialDate | None) -> int | None:
    if word == "т":
        return last.year if last else None
    shift = _YEAR_SHIFT.get(word or "")
    base = clock.published.year if clock.published else clock.told_in
    return base + shift if base is not None and shift is not None else None


def _season_year(mention: DateMention, clock: Clock) -> int | None:
    """The year of «прошлой осенью»; «минувшим летом» is the last one that is over."""
    if mention.word not in _LAST_ONE or clock.published is None:
        return _shifted_year(mention.word, clock, None)
    return clock.published.year - (clock.published.month <= (mention.number or 0))


def _ago(mention: DateMention, clock: Clock, evidence: list[Evidence]) -> PartialDate | None:
    if clock.published is None:
        return None
    if (mention.word or "").startswith("дн"):
        return _of_day(clock.published - dt.timedelta(mention.number or 1), evidence)
    if (mention.word or "").startswith("недел"):
        return _of_day(clock.published - dt.timedelta(7 * (mention.number or 1)), evidence)
    if (mention.word or "").startswith("месяц"):
        months = clock.published.year * 12 + clock.published.month - 1 - (mention.number or 1)
        return PartialDate(f"{months // 12}-{months % 12 + 1:02}", "month", "computed", evidence)
    if not (mention.word or "").startswith(("год", "лет")):
        return None
    return PartialDate(str(clock.published.year - (mention.number or 1)), "year", "computed", evidence)


def _after(mention: DateMention, last: PartialDate | None, now: dt.date | None, evidence: list[Evidence]) -> PartialDate | None:
    """«Спустя два года», «через два дня»: counted from `now` if given, else from the date told before; None without either."""
    unit = mention.word or ""
    if unit.startswith(("д", "недел")):
        day = now or (last.day() if last else None)
        step = dt.timedelta((7 if unit.startswith("н") else 1) * (mention.number or 1))
        return _of_day(day + step, evidence) if day else None
    if last is None:
        return None
    return PartialDate(str(last.year + (mention.number or 1)), "year", "relative", evidence) if last.year else None


def _span(mention: DateMention, clock: Clock, evidence: list[Evidence]) -> PartialDate | None:
    """The month of «в прошлом месяце», and of «на следующей неделе» where all of the week lies in it."""
    which, _, unit = (mention.word or "").partition(" ")
    if clock.published is None:
        return None
    step = next((step for stem, step in _SPAN_SHIFT if which.startswith(stem)), 0)
    if unit == "месяце":
        months = clock.published.year * 12 + clock.published.month - 1 + step
        return PartialDate(f"{months // 12}-{months % 12 + 1:02}", "month", "relative", evidence)
    first = clock.published + dt.timedelta(7 * step - clock.published.weekday())
    last = first + dt.timedelta(6)
    return PartialDate(f"{first:%Y-%m}", "month", "relative", evidence) if first.month == last.month else None


def _relative_day(mention: DateMention, clock: Clock, last: PartialDate | None, future: bool) -> dt.date | None:
    word = mention.word or ""
    if word in _NEXT_DAY or word in _SAME_DAY or word in _DAY_BEFORE:
        base = last.day() if last else None
        shift = 1 if word in _NEXT_DAY else 0 if word in _SAME_DAY else -1
        return base + dt.timedelta(shift) if base else None
    if clock.published is None:
        return None
    if word in RELATIVE_DAYS:
        return clock.published + dt.timedelta(RELATIVE_DAYS[word])
    return _weekday(word, clock.published, future)


def _weekday(word: str, published: dt.date, future: bool) -> dt.date | None:
    which, _, name = word.rpartition(" ")
    number = next((n for n, stem in enumerate(WEEKDAYS) if name.startswith(stem)), None)
    if number is None:
        return None
    back = (published.weekday() - number) % 7
    if which in ("ближайш", "следующ", "будущ") or (future and which != "минувш"):
        return published + dt.timedelta((number - published.weekday()) % 7 or 7)
    if which in ("минувш", "прошл", "прошедш") and back == 0:
        back = 7
    return published - dt.timedelta(back)


def _of_day(day: dt.date, evidence: list[Evidence]) -> PartialDate:
    return PartialDate(day.isoformat(), "day", "relative", evidence)


def _shifted(mention: DateMention, last: PartialDate | None, evidence: list[Evidence]) -> PartialDate | None:
    """«На следующий день» after a day without its year: `--04-23` gives `--04-24`."""
    if last is None or not last.yearless or last.precision != "day" or mention.word is None:
        return None
    shift = 1 if mention.word in _NEXT_DAY else 0 if mention.word in _SAME_DAY else None
    if shift is None:
        return None
    day = dt.date.fromisoformat("2000" + last.value[1:]) + dt.timedelta(shift)
    return PartialDate(f"--{day:%m-%d}", "day", "relative", evidence)
