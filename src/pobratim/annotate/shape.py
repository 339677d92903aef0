"""The shape of a word: script, capitals, or which mark it is; the network's second input beside the word's vector."""

from __future__ import annotations

import re

_MARKS = "!#$%&()[]\\/*+,.:;<=>?@^_{|}~-‐−‒⁃–—―`\"'«»„“ʼʻ”№…"
_OUTLINES = ("X", "x", "XX", "xx", "Xx", "Xx-Xx", "OTHER")

SHAPES = (
    "<pad>",
    *(f"RU_{outline}" for outline in _OUTLINES),
    *(f"EN_{outline}" for outline in _OUTLINES),
    *(f"PUNCT_{mark}" for mark in _MARKS),
    "PUNCT_OTHER",
    "NUM",
    "OTHER",
)
"""All shapes; the position is the row of the network's table. Source: slovnet 0.6 (MIT)."""

_NUMBERS = {shape: number for number, shape in enumerate(SHAPES)}
_RU_LOWER, _RU_TITLE = _NUMBERS["RU_xx"], _NUMBERS["RU_Xx"]
_KIND = re.compile(rf"(?P<RU>[а-яё]+)|(?P<EN>[a-z]+)|(?P<NUM>[+-]?\d+)|(?P<PUNCT>[{re.escape(_MARKS)}]+)", re.IGNORECASE)


def _is_title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()


def _outline(word: str) -> str:
    """How a word of letters uses capitals: one of `_OUTLINES`."""
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if word.isupper():
        return "XX"
    if word.islower():
        return "xx"
    if _is_title(word):
        return "Xx"
    left, dash, right = word.partition("-")
    return "Xx-Xx" if dash and _is_title(left) and _is_title(right) else "OTHER"


def word_shape(word: str) -> str:
    """One of `SHAPES`; what the word begins with decides its script.

    >>> [word_shape(w) for w in ("Тверь", "СИЗО-6", "2011-2020", "?!", "°")]
    ['RU_Xx', 'RU_XX', 'NUM', 'PUNCT_OTHER', 'OTHER']
    """
    found = _KIND.match(word)
    kind = found.lastgroup if found else None
    if kind in ("RU", "EN"):
        return f"{kind}_{_outline(word)}"
    if kind == "PUNCT":
        return f"PUNCT_{word}" if word in _MARKS and len(word) == 1 else "PUNCT_OTHER"
    return kind or "OTHER"


def shape_number(word: str) -> int:
    """The row of the word's shape in the network's table."""
    first, rest = word[0], word[1:]
    if rest.islower():  # nearly every new word
        if "а" <= first <= "я":
            return _RU_LOWER
        if "А" <= first <= "Я":
            return _RU_TITLE
    return _NUMBERS[word_shape(word)]
