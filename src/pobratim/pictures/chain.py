"""Documents that hang together, as a picture: a row each, the earliest first; arrows lead from what follows to what it rests on.

Rows and not a net of boxes: the picture stays as narrow as a telephone however many documents there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from .measure import fitted, wrapped
from .svg import ACCENT, INK, SHEET, SOFT, add, as_text, frame, link, write

WIDTH = 420
_LANES, _LANE = 7, 11
_NODE, _SIZE, _SMALL, _LEADING = 11, 13, 11.5, 17
_PAD = 10
_BOLD = 1.12  # so much wider is heavy type


class Item(NamedTuple):
    """A document: its name, where its page is (empty: no link), what is said under the name; `here`: it is the one looked at."""

    name: str
    href: str
    note: str
    here: bool = False


class Tie(NamedTuple):
    """The document at place `of` rests on the one at place `on` (places among the items); the word for how it does."""

    of: int
    on: int
    word: str


def chain_picture(items: Sequence[Item], ties: Sequence[Tie], *, title: str, desc: str, name: str = "chain") -> str:
    """The picture as SVG text. Items have the numbers 1, 2, …, by which their ties name each other."""
    lanes = _lanes(ties)
    gutter = _PAD + _LANE * (max(lanes.values(), default=-1) + 1) + _NODE
    text_x = gutter + _NODE + 10
    room = WIDTH - text_x - _PAD
    rows = [
        (wrapped(one.name, room, _SIZE * _BOLD, 2) or ["—"], _notes(place, one, ties, room)) for place, one in enumerate(items)
    ]
    heights = [_LEADING * (len(names) + len(notes)) + 16 for names, notes in rows]
    tops = [_PAD + sum(heights[:place]) for place in range(len(rows))]
    root = frame(name, WIDTH, sum(heights) + 2 * _PAD, title, desc)
    for tie, lane in lanes.items():
        _arrow(root, tie, gutter, gutter - _NODE - _LANE * (lane + 1), tops)
    for place, (one, (names, notes)) in enumerate(zip(items, rows, strict=True)):
        row = link(root, one.href, f"{place + 1}. {one.name[:200]}")
        if one.here:
            add(row, "rect", class_="here", x=text_x - 6, y=tops[place], width=WIDTH - text_x, height=heights[place] - 8,
                rx=5, fill="none", stroke=ACCENT, stroke_width=1.5)  # fmt: skip
        _node(row, place, gutter, tops[place], one.here)
        for number, line in enumerate((*names, *notes)):
            soft = number >= len(names)
            y = tops[place] + _LEADING * (number + 1)
            write(row, text_x, y, line, size=_SMALL if soft else _SIZE, soft=soft, font_weight=400 if soft else 600)
    return as_text(root)


def _notes(place: int, one: Item, ties: Sequence[Tie], room: float) -> list[str]:
    """What stands under the name: its note, and on what it rests."""
    rests = [f"{tie.word}: {tie.on + 1}" for tie in ties if tie.of == place]
    return [fitted(text, room, _SMALL) for text in (one.note, ", ".join(rests)) if text]


def _node(row: Element, place: int, x: float, top: float, here: bool) -> None:
    y = _middle(top)
    add(row, "circle", class_="node here" if here else "node", cx=x, cy=y, r=_NODE, fill=ACCENT if here else SHEET,
        stroke=ACCENT, stroke_width=1.5)  # fmt: skip
    write(row, x, y + 4, str(place + 1), size=11, text_anchor="middle", fill=SHEET if here else INK,
          class_="node-number here" if here else "node-number")  # fmt: skip


def _arrow(root: Element, tie: Tie, node: float, lane: float, tops: Sequence[float]) -> None:
    begin, end = _middle(tops[tie.of]), _middle(tops[tie.on])
    begin, end = (begin - 4, end + 4) if begin > end else (begin + 4, end - 4)
    tip = node - _NODE
    add(root, "path", class_="arrow", d=f"M{tip} {begin}H{lane}V{end}H{tip - 5}", fill="none", stroke=SOFT, stroke_width=1.5)
    add(root, "path", class_="arrow-head", d=f"M{tip} {end}l-6 -4v8z", fill=SOFT)


def _middle(top: float) -> float:
    return top + _LEADING - 4


def _lanes(ties: Sequence[Tie]) -> dict[Tie, int]:
    """A lane for each tie, the short ones nearest to the rows; two ties share one where they do not run beside each other."""
    taken: list[list[tuple[int, int]]] = []
    found: dict[Tie, int] = {}
    for tie in sorted(set(ties), key=lambda one: (abs(one.of - one.on), one)):
        low, high = sorted((tie.of, tie.on))
        free = (number for number, spans in enumerate(taken) if all(high <= a or b <= low for a, b in spans))
        lane = next(free, min(len(taken), _LANES - 1))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((low, high))
        found[tie] = lane
    return found
