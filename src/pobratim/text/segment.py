"""Paragraphs, sentences and tokens of a text, each with its offsets (razdel's rules)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .sentence_end import ends
from .token import Sentence
from .tokenizer import tokens

_PARAGRAPH = re.compile(r"[^\n]+")


def paragraphs(text: str) -> list[tuple[int, int]]:
    r"""`(start, end)` of every non-empty line, stripped, in code points.

    >>> paragraphs("Первый.\n\n Второй.")
    [(0, 7), (10, 17)]
    """
    found = []
    for match in _PARAGRAPH.finditer(text):
        line = match.group()
        if stripped := line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            found.append((start, start + len(stripped)))
    return found


def sentences(text: str) -> list[Sentence]:
    """Sentences of the whole text with their tokens; a sentence never crosses a line break.

    >>> [s.text for s in sentences("Встреча прошла. Стороны подписали план.")]
    ['Встреча прошла.', 'Стороны подписали план.']
    """
    found: list[Sentence] = []
    for number, start, piece in _pieces(text):
        found.append(Sentence(start, start + len(piece), len(found), number, piece, tokens(piece, start)))
    return found


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """`(start, end)` of every sentence, as `sentences` finds them, in code points; its words are not looked at.

    >>> sentence_spans("Встреча прошла. Стороны подписали план.")
    [(0, 15), (16, 39)]
    """
    return [(start, start + len(piece)) for _, start, piece in _pieces(text)]


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """`(number of the paragraph, start, text)` of every sentence."""
    for number, (start, end) in enumerate(paragraphs(text)):
        paragraph, at = text[start:end], 0
        for stop in ends(paragraph):
            piece = paragraph[at:stop].strip()
            at = paragraph.find(piece, at)
            yield number, start + at, piece
            at = stop
