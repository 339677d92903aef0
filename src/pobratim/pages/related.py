"""Headlines of other stories in a flat text: «22 ноября Страна людьми славится!» under «Рекомендуем:»."""

from __future__ import annotations

import re

from pobratim.core.page import Related
from pobratim.lexicon.word_list import folded_set

from .dated_line import read_dated_line
from .day import day_pattern, read_day, time_pattern
from .mark import comments_heading, fold, is_cookie_notice, is_footer, related_heading

LONGEST_HEADLINE = 260
LONGEST_SECTION_WORDS = 5
SHORTEST_STORY = 80
SHORTEST_CALL = 120
_AFTER_DAY = re.compile(r"[\s,.|/•·–—-]*")


def read_related(lines: list[str], start: int, *, to_the_end: bool) -> tuple[list[Related], int]:
    """The headlines from `lines[start]` on, and the index of the first line that is none.

    Args:
        lines: the lines of the page.
        start: the line after the heading.
        to_the_end: no story follows, so that a long headline with a full stop is still a headline.

    >>> read_related(["22 ноября Праздник села", "Власть", "21 ноября О бюджете"], 0, to_the_end=True)[0][1].section
    'Власть'
    """
    end = start
    while end < len(lines) and not _ends_block(lines[end], to_the_end=to_the_end):
        end += 1
    block = lines[start:end]
    return _headlines(block), end


def _ends_block(line: str, *, to_the_end: bool) -> bool:
    """Whether the list of headlines is over."""
    if comments_heading(line)[0] or is_footer(line) or is_cookie_notice(line) or related_heading(line) is not None:
        return True
    if len(line) > LONGEST_HEADLINE:
        return True
    plain = line.rstrip('»"”)')
    story = (len(line) >= SHORTEST_STORY and plain.endswith((".", ";", ":"))) or (
        len(line) >= SHORTEST_CALL and plain.endswith(("!", "?"))
    )
    return story and not to_the_end and _split_day(line)[0] is None


def _headlines(block: list[str]) -> list[Related]:
    """The headlines of a block; a section's name holds for those under it."""
    dated = any(_split_day(line)[0] for line in block)
    days_first = bool(block) and _is_day_alone(block[0])
    found: list[Related] = []
    section: str | None = None
    pending = None
    for number, line in enumerate(block):
        if _is_day_alone(line):
            day = read_dated_line(line)
            if days_first:
                pending = day.day if day else None
            elif found and found[-1].date is None and day:
                found[-1].date = day.day
            continue
        day_found, title = _split_day(line)
        following = block[number + 1] if number + 1 < len(block) else ""
        if day_found is None and _is_section(line, dated=dated and not days_first, following=following):
            section = line
        elif len(title) > 3:
            found.append(Related(title=title, date=read_day(day_found) if day_found else pending, section=section))
            pending = None
    return found


def _is_day_alone(line: str) -> bool:
    """Whether the line holds a day or a clock and no headline."""
    return read_dated_line(line) is not None


def _is_section(line: str, *, dated: bool, following: str) -> bool:
    """Whether a line without a day names the section of the headlines under it."""
    if fold(line) in folded_set("pages", "section"):
        return True
    short = len(line.split()) <= LONGEST_SECTION_WORDS and line[-1:].isalnum()
    return dated and short and _split_day(following)[0] is not None


def _split_day(line: str) -> tuple[re.Match[str] | None, str]:
    """The day that a headline opens with, and the headline; a clock alone («10:15 Заголовок») is dropped."""
    found = day_pattern().match(line)
    end = found.end() if found else 0
    rest = line[end:]
    blank = _AFTER_DAY.match(rest)
    rest = rest[blank.end() :] if blank and (found or blank.end()) else rest
    clock = time_pattern().match(rest)
    if clock:
        rest = rest[clock.end() :].lstrip(" ,.|/•·–—-")
    if found and not rest:
        return None, line
    return found, rest.strip()
