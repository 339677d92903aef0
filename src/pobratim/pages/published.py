"""The day of publication, and how the page says it."""

from __future__ import annotations

import re
from functools import cache

from pobratim.core.date import PartialDate
from pobratim.core.evidence import Evidence
from pobratim.core.page import Page

from .address import path_of
from .dated_line import DatedLine
from .day import calendar_day, day_pattern, months, read_day

#: A story told so many days before the day above its headline makes that day the site's clock.
CLOCK_GAP_DAYS = 60
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
_URL_DAY_FIRST = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])([/._-])(0?[1-9]|1[0-2])\2((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d.])(20\d\d)(?!\d)")
_TERM = re.compile(r"(?:на|в)\s+(20\d\d)\s*[–—-]\s*20\d\d")
_PAST_MONTH = re.compile(
    r"\b(?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)\s+(20\d\d)\s+год"
)


def publication_day(page: Page, dates: list[tuple[str, DatedLine]]) -> PartialDate | None:
    """The day of publication of a flat page, or None where nothing sure says it.

    In order: a labelled day, a day under the headline, a day above it, a day below the body, the URL, the
    dateline of the story, and what the story's years allow.

    Args:
        page: the page read so far, without its day.
        dates: the dated lines with their place (`above` the headline, `under` it, `below` the body).
    """
    labelled = [d.day for _, d in dates if d.role == "published" and d.day]
    under = [d.day for where, d in dates if where == "under" and d.role in ("bare", "clock") and d.day]
    above = [d.day for where, d in dates if where == "above" and d.role == "bare" and d.day]
    above = [day for day in above if not _is_clock(day, page.text)]
    below = [d.day for where, d in dates if where == "below" and d.role == "bare" and d.day]
    for days in (labelled, under[:1], above[::-1], below):
        if days:
            return days[0]
    return day_in_url(page.url) or dateline_day(page.text, page.title) or computed_year(page)


def day_in_url(url: str | None) -> PartialDate | None:
    """The day in an address, or None.

    >>> day_in_url("https://example.org/news/2024/04/25/vizit/").value
    '2024-04-25'
    """
    path = path_of(url)
    if found := _URL_DAY.search(path):
        return calendar_day(int(found[1]), int(found[3]), int(found[4]))
    if found := _URL_DAY_FIRST.search(path):
        return calendar_day(int(found[4]), int(found[3]), int(found[1]))
    return None


@cache
def _dateline() -> re.Pattern[str]:
    """«МИНСК, 14 июня. БЕЛТА», «Бишкек, 25.04.24. /Кабар/», «25 апреля 2024, Тосно —» at the head of a paragraph."""
    names = "|".join(sorted(months(), key=len, reverse=True))
    day = rf"\d\d?\s+(?:{names})\.?(?:\s+20\d\d)?(?:\s*г(?:ода|\.)?)?|\d\d?\.\d\d\.(?:20)?\d\d"
    place = r"(?:г\.\s*)?[А-ЯЁ][А-Яа-яё-]+(?:[ -][А-ЯЁ][А-Яа-яё-]+){0,3}(?:\s*\([^)]{2,40}\))?"
    agency = r"(?:\s*[/\[(][^/\])]{2,40}[/\])]\.?|\s*[–—-]\s|\s+[А-ЯЁ«][\w«»\s-]{1,30}\s*[.–—-])"
    tail = rf"(?:[.,]?{agency}|\.\s)"
    either = rf"(?:{place}[,.]\s*(?P<a>{day})|(?P<b>{day})[,.]\s*{place})"
    return re.compile(rf"(?:{either}{tail}|{place},\s*(?P<c>{day})$)", re.MULTILINE)


def dateline_day(text: str, title: str | None) -> PartialDate | None:
    """The day in the dateline of the first paragraphs, with its evidence, or None.

    >>> dateline_day("МИНСК, 14 июня. БЕЛТА – Делегация прибыла.", None).value
    '--06-14'
    """
    start = len(title) + 2 if title else 0
    for _ in range(2):
        found = _dateline().match(text, start)
        if found:
            name = found.lastgroup or "a"
            inner = day_pattern().match(text, found.start(name), found.end(name))
            day = read_day(inner) if inner else None
            if day and inner:
                written = inner.group() if inner.group().endswith("г.") else inner.group().rstrip(" .")
                evidence = [Evidence.of(text, inner.start(), inner.start() + len(written))]
                return PartialDate(day.value, day.precision, day.basis, evidence)
        start = text.find("\n\n", start) + 2
        if start == 1:
            break
    return None


def computed_year(page: Page) -> PartialDate | None:
    """The year of the story where nothing states it: after every past month that it dates («в июне 2023 года»),
    not after the newest year beside it, and the first of a term that it sets («на 2024–2026 годы»).

    None unless all three agree on one year.
    """
    past = [int(y) for y in _PAST_MONTH.findall(page.text)]
    terms = [int(y) for y in _TERM.findall(page.text)]
    beside = [int(y) for item in page.related for y in _YEAR.findall(item.title)]
    if not past or not beside or not terms:
        return None
    low, high, begun = max(past) + 1, max(beside), max(terms)
    if low == high == begun:
        return PartialDate(str(high), "year", "computed")
    return None


def _is_clock(day: PartialDate, text: str) -> bool:
    """Whether a day above the headline cannot be the story's: the story tells of a day long before or after it."""
    whole = day.day()
    if whole is None:
        return False
    for found in day_pattern().finditer(text, 0, 1200):
        told = read_day(found)
        if told is None:
            continue
        near = told if not told.yearless else calendar_day(whole.year, int(told.value[2:4]), int(told.value[5:7]))
        near_day = near.day() if near else None
        if near_day is None:
            continue
        gap = abs((near_day - whole).days)
        return (min(gap, 365 - gap) if told.yearless and gap <= 365 else gap) > CLOCK_GAP_DAYS
    return False
