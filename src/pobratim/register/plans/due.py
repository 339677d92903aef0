"""When a measure is due, as the cell of a plan says it. Whatever is typed, its wording is kept and nothing fails."""

from __future__ import annotations

import calendar
import datetime
import re
from functools import cache
from typing import Any, NamedTuple

from pobratim.lexicon.plans import recurring_patterns
from pobratim.register.lists.cell import is_empty
from pobratim.register.term import months_before
from pobratim.tables import Cell
from pobratim.text.time_words import NUMBERS
from pobratim.words.speech import mark

from .calendar import LAST, NO_SUCH_DAY, NO_YEAR, Part, Span, folded, parts_of

NO_TIME = mark("no time can be read here")
NO_BEGINNING = mark("when the plan begins is not known")
BACKWARDS = mark("it ends before it begins")

_UNTIL = re.compile(
    r"(?:\bдо|\bк|\bпо|не\s+позднее|не\s+позже)\s*(?:\(?включительно\)?\s*)?(?:(?:конца|окончани[яю]|истечени[яю])\s*)?$"
)
_SINCE = re.compile(r"(?:\bс|\bначиная\s+с|\bпосле)\s*$")
_TO_THE_END = re.compile(
    r"(?:\bдо|\bк)\s+(?:конц[ау]|окончани[яю]|завершени[яю]|истечени[яю])\s+(?:[а-я]+\s+){0,2}(?:действи|реализаци|план|программ|согл)"
)
_AFTER = re.compile(
    r"(?:в\s+течение|не\s+позднее|не\s+позже|через)\s+(?:чем\s+через\s+)?(?P<count>\d{1,3}|[а-я]+)?\s*(?:\([а-я]+\)\s*)?"
    r"(?:календарн\w+\s+|рабоч\w+\s+)?(?P<unit>дн|недел|месяц|год|лет)\w*\s+(?:\w+\s+){0,3}(?:подписани|вступлени|заключени|утверждени)"
)
LEAP_YEAR, MONTHS_IN_YEAR = 2024, 12
_YEARS = re.compile(r"(?:19|20)\d\d\s*-\s*(?:19|20)\d\d(?:\s*(?:гг?\.?|год[а-я]*))?")
_UNIT_DAYS = {"дн": 1, "недел": 7}
_UNIT_MONTHS = {"месяц": 1, "год": 12, "лет": 12}


@cache
def _recurring() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The patterns of `recurring.txt`: every word is a beginning of one."""
    found = []
    for words, code in recurring_patterns():
        found.append((re.compile(r"\b" + r"\s+".join(re.escape(word) + "[а-я]*" for word in words.split())), code))
    return tuple(found)


class ReadDue(NamedTuple):
    """What a cell says: `due` as `follow_up.Due` (None where the cell says nothing), `wrong` why its time cannot be read."""

    due: dict[str, Any] | None = None
    wrong: str = ""


def due_of(cell: Cell, term: Span = Span()) -> ReadDue:  # noqa: B008 — a value that nobody changes
    """When it is due.

    Args:
        cell: as written.
        term: of the plan: what «в течение срока действия», a month without a year and «ежегодно» are meant in.

    «До 2026 года» is taken to include it. Fails where a cell tells two stretches apart («май 2024, май 2025»): they come
    as one, from the first day to the last.

    >>> due_of(Cell("IV квартал 2025 года")).due["last"], due_of(Cell("до 1 июня 2025")).due["first"]
    ('2025-12-31', None)
    >>> due_of(Cell("31.02.2025")).wrong
    'there is no such day'
    """
    if is_empty(cell):
        return ReadDue()
    if cell.day is not None:
        return ReadDue(_due(cell.text, Span(cell.day, cell.day)))
    text = " ".join(folded(cell.text).split())
    parts = parts_of(text)
    if _TO_THE_END.search(text) and not parts:
        return ReadDue(_due(cell.text, Span(None, term.last), None if term.last else "term"))
    if again := next((code for pattern, code in _recurring() if pattern.search(text)), None):
        return _again(cell.text, text, again, parts, term)
    if found := _AFTER.search(text):
        return _after(cell.text, found, term)
    span, wrong = _span(text, parts, term)
    return ReadDue(_due(cell.text, span), wrong)


def due_between(begin: Cell, end: Cell, term: Span) -> ReadDue:
    """When it is due, where beginning and end have columns of their own."""
    told = [(due_of(cell, term), cell) for cell in (begin, end) if not is_empty(cell)]
    if not told:
        return ReadDue()
    wording = " – ".join(cell.text for _, cell in told)
    wrong = next((one.wrong for one, _ in told if one.wrong), "")
    dues = [one.due or {} for one, _ in told]
    first = (dues[0].get("first") or dues[0].get("last")) if not is_empty(begin) else None
    last = (dues[-1].get("last") or dues[-1].get("first")) if not is_empty(end) else None
    again = next((one["recurring"] for one in dues if one.get("recurring")), None)
    if not wrong and first and last and last < first:
        wrong = BACKWARDS
    days = {} if wrong else {"first": first, "last": last}
    return ReadDue({"wording": wording, "first": None, "last": None, "recurring": again, **days}, wrong)


def _due(wording: str, span: Span, again: str | None = None) -> dict[str, Any]:
    first, last = (day.isoformat() if day else None for day in span)
    return {"wording": wording, "first": first, "last": last, "recurring": again}


def _again(wording: str, text: str, again: str, parts: list[Part], term: Span) -> ReadDue:
    """What comes again, goes on all the time, or is still to be agreed; its days where years are told, else the plan's."""
    span, wrong = _span(text, [part for part in parts if part.year is not None], term)
    if wrong == NO_SUCH_DAY:
        return ReadDue(_due(wording, Span(), again), wrong)
    if again == "agreed":
        return ReadDue(_due(wording, Span() if wrong else span, again))
    days = term if wrong else Span(span.first or term.first, span.last or term.last)
    by = _day_of_year(_YEARS.sub(" ", text)) if again == "yearly" else None
    return ReadDue(_due(wording, days, again) | ({"by": by} if by else {}))


def _day_of_year(text: str) -> str | None:
    """The last day of what is told without a year, by which it is awaited in each: «до 1 декабря», «в мае», «IV квартал»."""
    told = [part for part in parts_of(text) if part.year is None and part.first_month]
    if not told or (len(told) == 1 and _SINCE.search(text[: told[0].start])):
        return None
    month, day = told[-1].last_month or told[-1].first_month or MONTHS_IN_YEAR, told[-1].last_day or told[-1].day
    most = calendar.monthrange(LEAP_YEAR, month)[1]
    day = most if day in (None, LAST) else day
    return f"{month:02}-{day:02}" if day and day <= most else None


def _span(text: str, parts: list[Part], term: Span) -> tuple[Span, str]:
    """From the first day of the times told to the last, or why not."""
    if not parts:
        return Span(), NO_TIME
    spans: list[Span] = []
    for part in parts:
        found = part.span() if part.year is not None else _in_term(part, term)
        if found is None:
            return Span(), NO_SUCH_DAY if part.impossible or part.year is not None else NO_YEAR
        spans.append(found)
    first, last = spans[0].first, spans[-1].last
    if first and last and last < first:
        return Span(), BACKWARDS
    before = text[: parts[0].start]
    if _UNTIL.search(before):
        return Span(None, last), ""
    if len(parts) == 1 and parts[0].day is None and _SINCE.search(before):
        return Span(first, term.last if term.last and first and term.last >= first else None), ""
    days = [day for one in spans for day in one if day]
    return Span(min(days), max(days)), ""


def _in_term(part: Part, term: Span) -> Span | None:
    """A time without its year: that of the only year in which it lies within the plan's term."""
    if term.first is None or term.last is None or part.first_month is None:
        return None
    found = []
    for year in range(term.first.year, term.last.year + 1):
        part.year = year
        one = part.span()
        if one and one.first and one.last and one.first <= term.last and one.last >= term.first:
            found.append(one)
        if len(found) > 1:
            break
    part.year = None
    return found[0] if len(found) == 1 else None


def _after(wording: str, found: re.Match[str], term: Span) -> ReadDue:
    """«В течение трёх месяцев со дня подписания»."""
    if term.first is None:
        return ReadDue(_due(wording, Span()), NO_BEGINNING)
    count = found["count"] or "1"
    number = int(count) if count.isdigit() else NUMBERS.get(count)
    if number is None:
        return ReadDue(_due(wording, Span()), NO_TIME)
    unit = found["unit"]
    if unit in _UNIT_DAYS:
        last = term.first + datetime.timedelta(days=number * _UNIT_DAYS[unit])
    else:
        last = months_before(term.first, -number * _UNIT_MONTHS[unit])
    return ReadDue(_due(wording, Span(term.first, last)))
