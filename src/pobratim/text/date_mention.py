"""Dates as they are written: every mention of a day, month or year in a sentence, not yet resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, TypeAlias

from pobratim.core.memo import remembered

from .date_shapes import BEGINNINGS, GROUPS, PATTERNS, THREE_LETTERS, DateShape
from .time_words import ADJECTIVE_WEEKDAYS, NUMBERS, SEASON_ENDS, day_number, month_number

_ONE = frozenset(("год", "месяц", "неделю"))
_NO_CLUES: frozenset[tuple[str, ...]] = frozenset()
_LEAD = re.compile(r"(?:во?|начале|середине|конце|начало|середину|конец|концу|началу|числах)\s+")

Clues: TypeAlias = frozenset[tuple[str, ...]]
"""The groups of `date_shapes.Needs` of which a text holds a string."""


class DateMention(NamedTuple):
    """A date as written. `start`, `end` count code points of the text given; parts not written are None.

    `number` is how many years, months, weeks or days ago, or the last month of a season («прошлой осенью»). `span` is true of
    several days, of which the first is given («с 17 по 19 сентября»).
    """

    start: int
    end: int
    shape: DateShape
    year: int | None = None
    month: int | None = None
    day: int | None = None
    word: str | None = None
    number: int | None = None
    span: bool = False


def may_tell_time(word: str) -> bool:
    """Whether a word in lower case may hold a clue to a date or a term; asked of every new word, so how it begins decides."""
    if word[:3] in THREE_LETTERS and word.startswith(BEGINNINGS):
        return True
    return word[-1:] == "г" or not word.isalpha() and bool(_clues_in(word))


def clues_of(words: Iterable[str]) -> Clues:
    """The clues to dates that words in lower case hold; a year's «г.» may be any word that ends in «г»."""
    return _NO_CLUES.union(*map(_clues_of_word, words))


@remembered(20_000)
def _clues_of_word(word: str) -> Clues:
    return _clues_in(word + ".")


def _clues_in(lower: str) -> Clues:
    return frozenset([group for group in GROUPS if any(map(lower.__contains__, group))])


def find_dates(text: str, base: int = 0, clues: Clues | None = None) -> list[DateMention]:
    """All dates in `text`, in order, without overlaps; offsets are moved by `base`.

    Args:
        text: a sentence or more.
        base: where it begins.
        clues: those of its words, if known.

    >>> [(m.year, m.month, m.day) for m in find_dates("подписано 15 июня 2023 г. в Осло")]
    [(2023, 6, 15)]
    """
    if clues is not None and not clues:
        return []  # most sentences
    lower = _lowered(text)
    found: list[DateMention] = []
    taken: list[tuple[int, int]] = []
    for shape, pattern in _fitting(_clues_in(lower) if clues is None else clues):
        for match in pattern.finditer(lower):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            mention = _mention(shape, match, base)
            if mention:
                taken.append(match.span())
                found.append(mention)
    return _with_year_before(sorted(found), lower, base) if len(found) > 1 else found


def _with_year_before(found: list[DateMention], text: str, base: int) -> list[DateMention]:
    """«В 2024 году, 21 февраля»: the day is of the year told right before it, and the two are one date."""
    kept: list[DateMention] = []
    for mention in found:
        before = kept[-1] if kept else None
        yearless = mention.shape == "day" and not (mention.year or mention.word)
        if before and before.shape == "year" and yearless and text[before.end - base : mention.start - base] == ", ":
            kept[-1] = mention._replace(start=before.start, year=before.year, word=before.word)
        else:
            kept.append(mention)
    return kept


def _lowered(text: str) -> str:
    """A text in lower case, letter for letter."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join([small if len(small := c.lower()) == 1 else c for c in text])


@cache
def _fitting(clues: Clues) -> list[tuple[DateShape, re.Pattern[str]]]:
    """The shapes that a text may have a date of, by its clues."""
    return [(shape, pattern) for shape, needs, pattern in PATTERNS if clues.issuperset(needs)]


def _mention(shape: DateShape, match: re.Match[str], base: int) -> DateMention | None:
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    if year is not None and year < 100:
        year += 2000 if year < 70 else 1900
    month = month_number(parts["month"]) if parts.get("month") else None
    if parts.get("monthnum"):
        month = int(parts["monthnum"])
    day = int(parts["day"]) if parts.get("day") else None
    if parts.get("dayword"):
        day = day_number(" ".join(parts["dayword"].split()))
    if (day is not None and not 1 <= day <= 31) or (month is not None and not 1 <= month <= 12):
        return None
    word = parts.get("relyear") or parts.get("word") or parts.get("weekday")
    start, end = match.span()
    count = SEASON_ENDS[parts["season"]] if parts.get("season") else None
    if shape in ("ago", "after"):
        count = _count(parts.get("count"))
        word = parts["unit"]
        if count is None and word in _ONE:
            count, start = 1, match.start("unit")  # «подписали неделю назад»
        if count is None:
            return None
    if shape == "weekday":
        word = ADJECTIVE_WEEKDAYS.get(word or "", word)
        word = f"{parts.get('which') or ''} {word}".strip()
    lead = _LEAD.match(match.group())
    if lead and shape in ("month", "year"):
        start += lead.end()
    return DateMention(
        base + start,
        base + end,
        shape,
        year,
        month,
        day,
        " ".join(word.split()).lower() if word else None,
        count,
        span="last" in parts,
    )


def _count(word: str | None) -> int | None:
    if not word:
        return 1
    if word.isdigit():
        return int(word)
    return NUMBERS.get(word.lower(), 1 if word.lower() in ("ровно", "почти", "около", "больше") else None)
