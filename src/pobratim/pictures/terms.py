"""How long each document holds: a bar each over a common row of years."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from .measure import fitted
from .svg import ACCENT, LINE, SHEET, SOFT, WAIT, add, as_text, frame, link, write

WIDTH = 420
_LEFT, _RIGHT, _TOP, _ROW = 10, 16, 24, 40
_BAR, _SIZE, _SMALL = 10, 13, 11.5
_BACK, _AHEAD = 40, 15
_YEAR_DAYS = 365.25
_LABELS = 7


class Term(NamedTuple):
    """A document: name, address, first day, last day (None: no end is told), what is said of it; `promised`: not signed."""

    name: str
    href: str
    first: datetime.date
    last: datetime.date | None
    note: str
    promised: bool = False


class _Axis(NamedTuple):
    """The years shown: the first, and the one after the last."""

    first: int
    end: int

    def x(self, day: datetime.date) -> float:
        """Where a day is; days outside stand at the edge."""
        passed = day.year - self.first + (day.timetuple().tm_yday - 1) / _YEAR_DAYS
        return _LEFT + (WIDTH - _LEFT - _RIGHT) * min(max(passed / (self.end - self.first), 0), 1)


def terms_picture(terms: Sequence[Term], *, on: datetime.date, title: str, desc: str, name: str = "terms") -> str:
    """The picture as SVG text.

    Args:
        terms: in the order in which they are shown.
        on: the day that is marked, at most 40 years before and 15 after which are shown.
        title: its name.
        desc: what is to be seen.
        name: begins the ids in it.
    """
    axis = _axis(terms, on)
    height = _TOP + _ROW * len(terms) + 8
    root = frame(name, WIDTH, height, title, desc)
    _years(root, axis, height)
    for place, term in enumerate(terms):
        _term(root, term, axis, _TOP + _ROW * place)
    add(
        root,
        "path",
        class_="today",
        d=f"M{axis.x(on):.1f} {_TOP - 4}V{height - 4}",
        stroke=SOFT,
        stroke_dasharray="3 3",
        fill="none",
    )
    return as_text(root)


def _axis(terms: Sequence[Term], on: datetime.date) -> _Axis:
    first = min([on, *(one.first for one in terms)]).year
    last = max([on, *(one.first for one in terms), *(one.last for one in terms if one.last)]).year
    return _Axis(max(first, on.year - _BACK), min(last, on.year + _AHEAD) + 1)


def _years(root: Element, axis: _Axis, height: float) -> None:
    step = next(one for one in (1, 2, 5, 10) if (axis.end - axis.first) / one <= _LABELS)
    for year in range(axis.first, min(axis.end, datetime.MAXYEAR)):
        if year % step == 0:
            x = axis.x(datetime.date(year, 1, 1))
            add(root, "path", class_="line", d=f"M{x:.1f} {_TOP - 4}V{height - 4}", stroke=LINE)
            write(root, min(x, WIDTH - 30), _TOP - 9, str(year), size=_SMALL, soft=True)


def _term(root: Element, term: Term, axis: _Axis, top: float) -> None:
    row = link(root, term.href, f"{term.name[:200]}, {term.note}")
    room = WIDTH - _LEFT - _RIGHT
    write(row, _LEFT, top + 14, fitted(f"{term.note} · {term.name}" if term.note else term.name, room, _SIZE), size=_SIZE,
          class_="over", stroke=SHEET, stroke_width=4, paint_order="stroke")  # fmt: skip
    begin = axis.x(term.first)
    end = max(axis.x(term.last) if term.last else WIDTH - _RIGHT, begin + 4)
    colour = WAIT if term.promised else ACCENT
    add(row, "rect", class_="bar promised" if term.promised else "bar", x=begin, y=top + 20, width=end - begin, height=_BAR, rx=2,
        fill=SHEET if term.promised or term.last is None else colour, stroke=colour,
        stroke_dasharray="4 3" if term.promised or term.last is None else "none")  # fmt: skip
    if term.last is None or term.last.year >= axis.end:
        add(row, "path", class_="bar-goes-on", d=f"M{end + 2:.1f} {top + 20}l7 5l-7 5z", fill=colour)
