"""Quotations of a paragraph, and the pieces of speech between its dashes."""

from __future__ import annotations

import re
from typing import NamedTuple

from pobratim.text.speech_verb import speech_use

_DASHES = ("–", "—", "-")
_OPEN, _CLOSE = "«„", "»"
_MARK = re.compile('[«„»"“”]')
_DASH_START = re.compile(r"^[–—-]\s*(?=\S)")
_BREAK = re.compile(r"[,.!?…»]\s+[–—-]\s+|[,.!?…»][–—]\s+")
_MIN_WORDS, _FEW_WORDS = 4, 2
_TAGGED = re.compile(r"[»\"”]?[,.!?]?\s*[–—-]\s+(\w+)")


class Quotation(NamedTuple):
    """Offsets of a quotation's inside in the page's text; `closed` is False where the paragraph ends first."""

    start: int
    end: int
    closed: bool

    def words(self, text: str) -> int:
        """How many words it has."""
        return len(text[self.start : self.end].split())


def quotations(text: str, start: int, end: int, opened: bool = False) -> list[Quotation]:
    """The outermost quotations of a paragraph, names in quotes included.

    A quotation opened twice and closed once ends at its only closing mark.

    Args:
        text: the page's text.
        start: where the paragraph begins, in code points.
        end: where it ends, exclusive.
        opened: whether a quotation is open from the paragraph before; it counts if this one closes it.

    >>> quotations("Он сказал: «Да».", 0, 16)
    [Quotation(start=12, end=14, closed=True)]
    """
    found: list[Quotation] = []
    depth, begin = 0, 0
    if opened and text[start] not in _OPEN and text.count("»", start, end) > text.count("«", start, end):
        depth, begin = 1, start
    for mark in _MARK.finditer(text, start, end):
        i, ch = mark.start(), mark[0]
        opens = ch in _OPEN or (ch in '"“' and not depth and _opens(text, i, end))
        closes = depth and (ch in _CLOSE or ch == "”" or (ch in '"“' and not opens))
        if opens:
            begin = begin if depth else i + 1
            depth += 1
        elif closes:
            depth -= 1
            if not depth:
                found.append(Quotation(begin, i, True))
    if depth:
        last = max(text.rfind("»", begin, end), text.rfind('"', begin, end))
        closed = last > begin and _ends_speech(text, last, end)
        found.append(Quotation(begin, last if closed else end, closed))
    return found


def _opens(text: str, at: int, end: int) -> bool:
    return at + 1 < end and not text[at + 1].isspace() and (at == 0 or text[at - 1] in " \n(–—")


def _ends_speech(text: str, at: int, end: int) -> bool:
    """Whether after a closing mark a tag or nothing follows."""
    rest = text[at + 1 : end].lstrip(" ,.!?…")
    return not rest or rest[0] in "–—-"


def is_long(quotation: Quotation, text: str) -> bool:
    """Whether it can be speech and is no name («Газпром»): by its words, or a dash and a verb of speech behind them."""
    words = quotation.words(text)
    if words >= _MIN_WORDS or words < _FEW_WORDS:
        return words >= _MIN_WORDS
    tag = _TAGGED.match(text, quotation.end)
    return tag is not None and speech_use(tag[1].lower()) is not None


def opens_with_dash(text: str) -> bool:
    """Whether a paragraph begins with a dash, as speech does (and items of a list do)."""
    return text.startswith(_DASHES) and bool(_DASH_START.match(text))


def dash_pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of a stretch of speech between its dashes: words, tag, words …, as offsets in the page's text.

    >>> t = "– Текст, – сказал он. – Ещё."
    >>> [t[a:b] for a, b in dash_pieces(t, 0, len(t))]
    ['Текст', 'сказал он', 'Ещё.']
    """
    opening = _DASH_START.match(text[start:end])
    at = start + (opening.end() if opening else 0)
    found = []
    for match in _BREAK.finditer(text, at, end):
        found.append((at, match.start()))
        at = match.end()
    found.append((at, end))
    return found
