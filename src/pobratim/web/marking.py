"""Texts of pages cut where marks begin and end: passages around a proof, and the whole page with its facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

Span = tuple[int, int]


class Piece(NamedTuple):
    """A stretch of text and the marks that lie on it, by name; none for plain text."""

    text: str
    marks: tuple[str, ...]


def paragraphs(text: str, spans: Iterable[tuple[int, int, str]]) -> list[list[Piece]]:
    """The paragraphs of a text, each cut where marks begin or end; the pieces put together are the paragraph.

    Args:
        text: of a page; paragraphs are its lines, empty ones are left out.
        spans: `(start, end, name of the mark)`, code points, end-exclusive; they may overlap and reach beyond the text.
    """
    marks = [(max(0, start), min(len(text), end), name) for start, end, name in spans]
    marks = sorted({one for one in marks if one[0] < one[1]})
    found, begin = [], 0
    for line in text.split("\n"):
        end = begin + len(line)
        if line.strip():
            found.append(_pieces(text, begin, end, [one for one in marks if one[0] < end and one[1] > begin]))
        begin = end + 1
    return found


def _pieces(text: str, begin: int, end: int, marks: Sequence[tuple[int, int, str]]) -> list[Piece]:
    cuts = sorted({begin, end, *(min(max(place, begin), end) for start, stop, _ in marks for place in (start, stop))})
    return [
        Piece(text[a:b], tuple(dict.fromkeys(name for start, stop, name in marks if start <= a and b <= stop)))
        for a, b in pairwise(cuts)
    ]


def passage(text: str, spans: Iterable[Span], name: str = "here") -> list[list[Piece]]:
    """The paragraphs in which the spans lie, with the spans marked; nothing where there is no span."""
    cut = paragraphs(text, ((start, end, name) for start, end in spans))
    return [pieces for pieces in cut if any(piece.marks for piece in pieces)]
