"""How many of each: a bar a line, its name before it and its number behind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .measure import fitted
from .svg import ACCENT, SOFT, add, as_text, frame, write

WIDTH = 420
_LEFT, _NAME, _RIGHT, _TOP, _ROW, _BAR, _SIZE = 10, 170, 40, 8, 24, 12, 12


class Bar(NamedTuple):
    """What is counted, and how many there are."""

    name: str
    number: int


def bars_picture(found: Sequence[Bar], *, title: str, desc: str, name: str = "bars") -> str:
    """The picture as SVG text, in the order given; the longest bar takes the whole width.

    Args:
        found: what is shown.
        title: its name.
        desc: what is to be seen.
        name: begins the ids in it.
    """
    root = frame(name, WIDTH, 2 * _TOP + _ROW * len(found), title, desc)
    most = max((one.number for one in found), default=0) or 1
    room = WIDTH - _LEFT - _NAME - _RIGHT
    for place, one in enumerate(found):
        top = _TOP + _ROW * place
        wide = max(room * one.number / most, 2) if one.number else 0
        write(root, _LEFT, top + 15, fitted(one.name, _NAME - 8, _SIZE), size=_SIZE)
        add(root, "rect", class_="column column-0", x=_LEFT + _NAME, y=top + 5, width=wide, height=_BAR, fill=ACCENT, stroke=SOFT,
            stroke_width=0)  # fmt: skip
        write(root, _LEFT + _NAME + wide + 6, top + 15, str(one.number), size=_SIZE, soft=True)
    return as_text(root)
