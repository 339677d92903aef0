"""How many of something there were in a time: columns over years or quarters, one beside the other for each thing counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from .measure import fitted, width_of
from .svg import ACCENT, LINE, SHEET, add, as_text, frame, link, write

WIDTH, HEIGHT = 420, 170
_LEFT, _TOP, _BOTTOM, _SMALL = 10, 40, 22, 11
MOST_COLUMNS = 20
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_LONGEST_STEP = 1000


class Column(NamedTuple):
    """Some years (one, where there are few), how many of each thing, and where each is listed (empty: nowhere).

    `name` is that of a time which is no whole year («IV кв. 2025»); empty for years.
    """

    first: int
    last: int
    counts: tuple[int, ...]
    hrefs: tuple[str, ...] = ()
    name: str = ""

    @property
    def label(self) -> str:
        """Its name, the year, or the first and last."""
        return self.name or str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def columns(*counted: Mapping[int, int]) -> list[Column]:
    """Counts by year put together to 20 columns at most: of one year each, else of 2, 5, 10 …; no year between is left out.

    >>> columns({2020: 1, 2022: 2}, {2022: 5})[-1]
    Column(first=2022, last=2022, counts=(2, 5), hrefs=(), name='')
    """
    years = sorted(set().union(*counted))
    if not years:
        return []
    reach = years[-1] - years[0] + 1
    step = next((one for one in _STEPS if reach / one + (one > 1) <= MOST_COLUMNS), _LONGEST_STEP)
    begin = years[0] - years[0] % step if step > 1 else years[0]
    return [
        Column(first, first + step - 1, tuple(sum(one.get(year, 0) for year in range(first, first + step)) for one in counted))
        for first in range(begin, years[-1] + 1, step)
    ]


def years_picture(found: Sequence[Column], words: Sequence[str], *, title: str, desc: str, name: str = "years") -> str:
    """The picture as SVG text.

    Args:
        found: columns, as `columns` gives them.
        words: what is counted, a word for each count of a column; at most two are told apart by their fill.
        title: its name.
        desc: what is to be seen.
        name: begins the ids in it.
    """
    root = frame(name, WIDTH, HEIGHT, title, desc)
    _legend(root, words)
    floor = HEIGHT - _BOTTOM
    add(root, "path", class_="line", d=f"M{_LEFT} {floor + 0.5}H{WIDTH - _LEFT}", stroke=LINE)
    most = max((count for one in found for count in one.counts), default=0) or 1
    slot = (WIDTH - 2 * _LEFT) / max(len(found), 6)
    room = max([38, *(width_of(one.name, _SMALL) + 6 for one in found if one.name)])
    every = max(1, -(-int(room) // int(slot)))
    for place, column in enumerate(found):
        left = _LEFT + slot * place
        if place % every == 0:
            told = column.name or str(column.first)
            middle = max(left + slot / 2, width_of(told, _SMALL) / 2 + 2)
            write(root, middle, HEIGHT - 7, told, size=_SMALL, soft=True, text_anchor="middle")
        thick = min(slot * 0.8 / len(words), 22)
        begin = left + (slot - thick * len(words)) / 2
        for number, count in enumerate(column.counts):
            if count:
                tall = max((floor - _TOP - 14) * count / most, 2)
                href = column.hrefs[number] if column.hrefs else ""
                group = link(root, href, f"{column.label}, {words[number]}: {count}")
                _bar(group, number, begin + thick * number, floor - tall, thick - 1, tall)
                if width_of(str(count), _SMALL - 1) <= thick + 4:
                    middle = begin + thick * number + thick / 2
                    write(group, middle, floor - tall - 4, str(count), size=_SMALL - 1, soft=True, text_anchor="middle")
    return as_text(root)


def _bar(parent: Element, number: int, x: float, y: float, width: float, height: float) -> None:
    """A column; the second thing counted is hollow: not told apart by colour alone."""
    add(parent, "rect", class_=f"column column-{number}", x=x, y=y, width=width, height=height, fill=SHEET if number else ACCENT,
        stroke=ACCENT)  # fmt: skip


def _legend(root: Element, words: Sequence[str]) -> None:
    room = (WIDTH - 2 * _LEFT) / len(words)
    for number, word in enumerate(words):
        x = _LEFT + room * number
        _bar(root, number, x, 10, 11, 11)
        write(root, x + 17, 20, fitted(word, room - 24, 12), size=12)
