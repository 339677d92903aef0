"""The clock of a page: the day of publication, or a year that follows from what stands around the story."""

from __future__ import annotations

import datetime as dt
import re

from pobratim.annotate.reading import Reading
from pobratim.core.page import Page
from pobratim.text.date_mention import DateMention
from pobratim.text.date_resolve import Clock

_FRESH_DAYS = 10
_YEAR = re.compile(r"\b(20\d\d|19\d\d)\b")


def clock_of(page: Page, reading: Reading, dates: list[list[DateMention]]) -> Clock:
    """The page's clock.

    Without a date of publication the year is computed only where two independent signs fix it: headlines beside
    the story that name a year (the page was seen then, so the story is no younger), and the latest month of the past
    that the story names («в июне 2023 года»: the story is no older). One possible year between them is the year.
    """
    published = page.published.day() if page.published else None
    if published is not None:
        return Clock(published=published, fresh=any(_is_fresh(m, published) for row in dates for m in row))
    return Clock(told_in=_year_between(page, dates))


def _year_between(page: Page, dates: list[list[DateMention]]) -> int | None:
    seen = [int(y) for r in page.related for y in _YEAR.findall(r.title) if r.date is not None]
    months = [_month_day(r.date.value) for r in page.related if r.date is not None]
    told = next(((m.month, m.day) for row in dates for m in row if m.shape == "day" and m.year is None and not m.word), None)
    past = [(m.year, m.month or 1) for row in dates for m in row if m.year and m.shape in ("day", "month")]
    if not seen or not months or told is None or not past:
        return None
    newest = max(seen)
    if told > max(m for m in months if m is not None):
        newest -= 1
    year, month = max(past)
    oldest = year if told >= (month, 1) else year + 1
    return newest if newest == oldest else None


def _is_fresh(mention: DateMention, published: dt.date) -> bool:
    """Whether a day of the story, with its year or without, lies just before the publication."""
    if mention.shape != "day" or mention.word or mention.day is None or mention.month is None:
        return False
    try:
        day = dt.date(mention.year or published.year, mention.month, mention.day)
    except ValueError:
        return False
    return 0 <= (published - day).days <= _FRESH_DAYS


def _month_day(value: str) -> tuple[int, int] | None:
    parts = value[-5:].split("-")
    return (int(parts[0]), int(parts[1])) if len(parts) == 2 and all(p.isdigit() for p in parts) else None
