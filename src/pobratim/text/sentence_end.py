"""Where sentences end, by razdel's rules; of most marks one look says what its eleven rules would."""

from __future__ import annotations

import re
from collections.abc import Iterator

from razdel.segmenters.sentenize import SentSplit, SentSplitter, sentenize
from razdel.segmenters.sokr import HEAD_PAIR_SOKRS, HEAD_SOKRS, INITIALS, PAIR_SOKRS, SOKRS

_splitter = SentSplitter()
_MARK: re.Pattern[str] = _splitter.re
_WINDOW: int = _splitter.window  # characters that the rules see on either side of a mark
# No space behind the mark, or a word in lower case: the sentence goes on.
_GOES_ON = re.compile(r"(?!\s)|\s+[а-яё]+(?![^\W\d])")
# A plain word before a full stop, and a capital behind it: the sentence ends, unless the word is an abbreviation.
_WORD_BEFORE = re.compile(r"(?<![^\W\d])[А-ЯЁа-яё][а-яё]{3,}$")
_CAPITAL_BEHIND = re.compile(r"\s{1,4}[А-ЯЁ]")
_ABBREVIATIONS = frozenset({*HEAD_SOKRS, *SOKRS, *INITIALS, *[word for pair in (*HEAD_PAIR_SOKRS, *PAIR_SOKRS) for word in pair]})


def ends(text: str) -> Iterator[int]:
    """The offsets behind the sentences of a paragraph that begins and ends with no space; the last is its length.

    >>> list(ends("Встреча г. Минска. Стороны."))
    [18, 27]
    """
    began = 0
    for mark in _MARK.finditer(text):
        start, stop = mark.span()
        if not _GOES_ON.match(text, stop) and _parts(text, began, start, stop):
            yield stop
            began = stop
    yield len(text)


def _parts(text: str, began: int, start: int, stop: int) -> bool:
    """Whether a mark parts two sentences; the one before it `began` at an offset."""
    left = text[max(0, start - _WINDOW) : start]
    if text[start:stop] == "." and _CAPITAL_BEHIND.match(text, stop):
        word = _WORD_BEFORE.search(left)
        if word and word[0].lower() not in _ABBREVIATIONS:
            return True
    split = SentSplit(left, text[start:stop], text[stop : stop + _WINDOW])
    split.buffer = text[began:start]
    return not sentenize.join(split)
