"""Paragraphs, sentences and tokens of a text, each with its offsets (razdel's rules)."""

from __future__ import annotations

import re

from razdel import sentenize

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
    for number, (start, end) in enumerate(paragraphs(text)):
        for piece in sentenize(text[start:end]):
            base = start + piece.start
            cut = tokens(piece.text, base)
            found.append(Sentence(base, base + len(piece.text), len(found), number, piece.text, cut))
    return found
