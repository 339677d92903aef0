"""What a reader is shown as evidence: the sentences that say it, with the telling words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pobratim.core.evidence import Evidence
from pobratim.text.segment import sentences

QUOTE_CHARS = 240
SENTENCES_SHOWN = 2


class Quote(NamedTuple):
    """A sentence, cut where it is long; `marks` are offsets into `text` of the words that count."""

    text: str
    marks: tuple[tuple[int, int], ...]


def in_quotes(text: str) -> str:
    """The text between quotation marks, unless it opens with one itself.

    >>> in_quotes("план подписан"), in_quotes("«дорожная карта»")
    ('«план подписан»', '«дорожная карта»')
    """
    return text if text.startswith("«") else f"«{text}»"


class Quoter:
    """Finds the sentences of one page's text that hold pieces of evidence."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bounds = [(sentence.start, sentence.end) for sentence in sentences(text)]

    def quotes(self, evidence: Iterable[Evidence]) -> list[Quote]:
        """The sentences in the order of the page, no more than `SENTENCES_SHOWN`, those with most evidence first chosen."""
        marks = sorted({(piece.start, piece.end) for piece in evidence})
        held: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for start, end in marks:
            held.setdefault(self._around(start, end), []).append((start, end))
        richest = sorted(held, key=lambda bounds: -len(held[bounds]))[:SENTENCES_SHOWN]
        return [_cut(self._text, *bounds, held[bounds]) for bounds in sorted(richest)]

    def _around(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentence that holds the span, or of all sentences that it reaches into."""
        touched = [bounds for bounds in self._bounds if bounds[0] < end and start < bounds[1]]
        return (touched[0][0], touched[-1][1]) if touched else (start, end)


def _cut(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> Quote:
    """The sentence on one line, or the part of a long one that begins a little before the first mark."""
    left = start
    if end - start > QUOTE_CHARS:
        left = max(start, min(marks[0][0] - QUOTE_CHARS // 4, end - QUOTE_CHARS))
    right = min(end, left + QUOTE_CHARS)
    lead = "… " if left > start else ""
    shown = lead + text[left:right].replace("\n", " ") + (" …" if right < end else "")
    shift = len(lead) - left
    inside = ((max(a, left) + shift, min(b, right) + shift) for a, b in marks if a < right and b > left)
    return Quote(shown, tuple(inside))
