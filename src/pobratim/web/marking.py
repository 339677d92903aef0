"""Texts of pages cut where marks begin and end: passages around a proof, and the whole page with its facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from pobratim.text.segment import sentences

Span = tuple[int, int]
Mark = tuple[int, int, str]
HERE, SENTENCE = "here", "sentence"
#: Characters: so long may a stretch without marks be; of a longer one so much is left beside a mark.
FAR, NEAR = 600, 220


class Piece(NamedTuple):
    """A stretch of text and the marks that lie on it, by name; none for plain text."""

    text: str
    marks: tuple[str, ...]


def paragraphs(text: str, spans: Iterable[Mark]) -> list[list[Piece]]:
    """The paragraphs of a text, each cut where marks begin or end; the pieces put together are the paragraph.

    Args:
        text: of a page; paragraphs are its lines, empty ones are left out.
        spans: `(start, end, name of the mark)`, code points, end-exclusive; they may overlap and reach beyond the text.
    """
    marks = [(max(0, start), min(len(text), end), name) for start, end, name in spans]
    marks = sorted({one for one in marks if one[0] < one[1]})
    found, begin, next_mark = [], 0, 0
    running: list[Mark] = []
    for line in text.split("\n"):
        end = begin + len(line)
        running = [one for one in running if one[1] > begin]
        while next_mark < len(marks) and marks[next_mark][0] < end:
            running.append(marks[next_mark])
            next_mark += 1
        if line.strip():
            found.append(_pieces(text, begin, end, [one for one in running if one[1] > begin]))
        begin = end + 1
    return found


def _pieces(text: str, begin: int, end: int, marks: Sequence[Mark]) -> list[Piece]:
    """A line cut where its marks begin and end; marks are in the order of their beginning."""
    cuts = sorted({begin, end, *(min(max(place, begin), end) for start, stop, _ in marks for place in (start, stop))})
    found, next_mark = [], 0
    running: list[Mark] = []
    for a, b in pairwise(cuts):
        running = [one for one in running if one[1] > a]
        while next_mark < len(marks) and marks[next_mark][0] <= a:
            running.append(marks[next_mark])
            next_mark += 1
        found.append(Piece(text[a:b], tuple(dict.fromkeys(name for _, stop, name in running if stop > a))))
    return found


def passage(text: str, spans: Iterable[Span]) -> list[list[Piece]]:
    """The paragraphs in which the spans lie: these marked `here`, the sentences that they stand in `sentence`.

    What lies farther than some lines before and after them is left out; nothing where there is no span.
    """
    here = sorted((start, end, HERE) for start, end in spans)
    found, begin = [], 0
    for line in text.split("\n"):
        end = begin + len(line)
        inside = [(max(a, begin) - begin, min(b, end) - begin, name) for a, b, name in here if a < end and b > begin and a < b]
        if inside and line.strip():
            around = [(one.start, one.end, SENTENCE) for one in sentences(line) if _touched(one.start, one.end, inside)]
            found += [shortened(pieces) for pieces in paragraphs(line, [*inside, *around])]
        begin = end + 1
    return found


def _touched(begin: int, end: int, spans: Iterable[Mark]) -> bool:
    return any(a < end and b > begin for a, b, _ in spans)


def shortened(pieces: Sequence[Piece]) -> list[Piece]:
    """A paragraph without what is far from all marks."""
    found = []
    for place, piece in enumerate(pieces):
        text, first, last = piece.text, place == 0, place == len(pieces) - 1
        if piece.marks or len(text) <= FAR:
            found.append(piece)
        else:
            before = "" if first else text[:NEAR].rsplit(" ", 1)[0]
            after = "" if last else text[-NEAR:].split(" ", 1)[-1]
            found.append(Piece(f"{before} … {after}", ()))
    return found
