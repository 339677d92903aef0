"""Lines that hold a day and no story: «25 апреля 2024, 10:15 | Просмотров: 120», clocks, weather."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from pobratim.core.date import PartialDate
from pobratim.lexicon.word_list import folded_set

from .day import day_pattern, read_day, time_pattern
from .mark import fold, labelled

LONGEST = 140
MOST_WORDS = 14
WORDS_BESIDE_CLOCK = 2
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class DatedLine(NamedTuple):
    """What a line of days, clocks and counters says. `role` is `modified` and `clock` for days that are no publication."""

    day: PartialDate | None
    role: Literal["published", "modified", "clock", "bare"]
    section: str | None


def read_dated_line(line: str) -> DatedLine | None:
    """The line's day and role, or None where the line says anything else.

    >>> read_dated_line("Опубликовано: 25.04.2024 10:15").day.value
    '2024-04-25'
    >>> read_dated_line("25 апреля делегация прибыла в Минск") is None
    True
    """
    if len(line) > LONGEST or (not _DIGIT.search(line) and fold(line) not in folded_set("pages", "clock")):
        return None
    if len(_WORD.findall(line)) > MOST_WORDS:
        return None
    spans = list(day_pattern().finditer(line))
    rest = time_pattern().sub(" ", day_pattern().sub(" ", line))
    day = next((d for d in map(read_day, spans) if d), None)
    modified = labelled(line, "modified_label", colon=False) is not None
    published = labelled(line, "published_label", colon=False) is not None
    words = _WORD.findall(_label_pattern().sub(" ", rest.lower().replace("ё", "е")))
    if any(word in folded_set("pages", "clock") for word in words) and not published:
        return DatedLine(day, "clock", None) if _is_clock(line, words) else None
    weekday = any(word in folded_set("pages", "weekday") for word in words)
    left = [w for w in words if w not in folded_set("pages", "weekday") and w not in folded_set("pages", "counter")]
    section = " ".join(left)
    if left and section not in folded_set("pages", "section"):
        return None
    if not spans and not (time_pattern().search(line) or _is_counter(line, words)):
        return None
    if modified and not published:
        return DatedLine(day, "modified", None)
    role: Literal["published", "clock", "bare"] = "published" if published else "clock" if weekday else "bare"
    return DatedLine(day, role, _as_written(line, section))


def _is_clock(line: str, words: list[str]) -> bool:
    """Whether a line with a clock's word holds next to nothing else («Сегодня: 12 мая, пятница. Погода: +4 °C, снег»)."""
    known = folded_set("pages", "clock") | folded_set("pages", "weekday") | folded_set("pages", "counter")
    left = [word for word in words if word not in known and len(word) > 1]
    return len(left) <= WORDS_BESIDE_CLOCK and not line.endswith((".", "!"))


def _is_counter(line: str, words: list[str]) -> bool:
    """Whether a line without a day counts views or minutes («Просмотров: 120», «на чтение 3 мин»), or is a number alone."""
    return len(line) < 60 and (bool(words) or line.strip().isdigit())


@cache
def _label_pattern() -> re.Pattern[str]:
    """Any label before a day."""
    labels = folded_set("pages", "published_label") | folded_set("pages", "modified_label")
    return re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, labels), key=len, reverse=True)) + r")(?!\w)")


def _as_written(line: str, section: str) -> str | None:
    """The section's name with the page's capitals."""
    if not section:
        return None
    at = line.lower().replace("ё", "е").find(section)
    return line[at : at + len(section)] if at >= 0 else None
