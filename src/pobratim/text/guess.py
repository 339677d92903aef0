"""Words that the dictionary lacks, read as pymorphy3 reads them: by a known word inside them, then by their ending.

«агрогородок» is «городок» behind something, «жапаровым» ends as words in -овым do. pymorphy3 asks all its fourteen
units about such a word; here the two that matter are asked, and what an ending says is worked out once.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pobratim.core.memo import remembered

from .paradigm import Cell, analyzer, cell, has_shares

_WORD = re.compile("[а-яё]+")
# As pymorphy3 sets them for its units UnknownPrefixAnalyzer and KnownSuffixAnalyzer.
_LONGEST_PREFIX, _SHORTEST_REST = 5, 3
_SHORTEST_WORD = 4
_WEIGHT = 0.5


class Guess(NamedTuple):
    """A guessed reading: `lead` is what stands before the word that is inflected, `spelling` that word, with its `ё`."""

    weight: float
    lead: str
    spelling: str
    paradigm: int
    number: int
    cell: Cell


def guesses(word: str) -> list[Guess] | None:
    """The readings of a word in lower case that the dictionary lacks, those of its parts first, then the likeliest first.

    Returns:
        None where pymorphy3 itself must be asked: for words with hyphens, digits or other letters, with a prefix
        that it knows, and for those that resemble nothing.
    """
    if not _WORD.fullmatch(word) or _known_prefixes()(word) or has_shares(word):
        return None
    seen: set[tuple[str, str, int]] = set()
    found = _by_rest(word, seen)
    found += _by_ending(word, seen)
    return found or None


@cache
def _known_prefixes():  # type: ignore[no-untyped-def]
    """pymorphy3's own matcher of prefixes («псевдо», «супер»)."""
    from pymorphy3.units import KnownPrefixAnalyzer

    return next(unit.get_prefixes for unit, _ in analyzer()._units if isinstance(unit, KnownPrefixAnalyzer))


def _by_rest(word: str, seen: set[tuple[str, str, int]]) -> list[Guess]:
    """Readings of the word without its first letters, where the dictionary has the rest."""
    morph = analyzer()
    similar, spelt = morph.dictionary.words.similar_items, morph.char_substitutes
    found: list[Guess] = []
    for cut in range(1, min(_LONGEST_PREFIX, len(word) - _SHORTEST_REST) + 1):
        for spelling, cells in similar(word[cut:], spelt):
            for paradigm, index in cells:
                at = cell(paradigm, index)
                if at.productive and _is_new(word[:cut] + spelling, at, paradigm, seen):
                    found.append(Guess(_WEIGHT, word[:cut], spelling, paradigm, index, at))
    return found


def _is_new(spelling: str, at: Cell, paradigm: int, seen: set[tuple[str, str, int]]) -> bool:
    """Whether no reading before was the same word with the same tag in the same paradigm."""
    key = spelling, at.tag, paradigm
    if key in seen:
        return False
    seen.add(key)
    return True


def _by_ending(word: str, seen: set[tuple[str, str, int]]) -> list[Guess]:
    """Readings as of the words with the longest known ending, the most frequent paradigm first."""
    found: list[Guess] = []
    for number, prefix in _paradigm_prefixes() if len(word) >= _SHORTEST_WORD else ():
        if not word.startswith(prefix):
            continue
        for length in range(_longest_ending(), 0, -1):
            told, total = _told_by(number, word[-length:])
            for ending, count, paradigm, index, at in told:
                spelling = word[:-length] + ending
                if _is_new(spelling, at, paradigm, seen):
                    found.append(Guess(count / (1 + total) * _WEIGHT, "", spelling, paradigm, index, at))
            if told:
                break
    found.sort(key=_weight, reverse=True)
    return found


def _weight(guess: Guess) -> float:
    return guess.weight


@remembered(20_000)
def _told_by(prefix: int, ending: str) -> tuple[tuple[tuple[str, int, int, int, Cell], ...], int]:
    """What an ending allows: its spelling, how many words have it so, their cell; and the number of all those words."""
    morph = analyzer()
    told = morph.dictionary.prediction_suffixes_dawgs[prefix].similar_items(ending, morph.char_substitutes)
    fit = [(end, count, p, i, cell(p, i)) for end, cells in told for count, p, i in cells if cell(p, i).productive]
    return tuple(fit), sum(count for _, count, _, _, _ in fit)


@cache
def _paradigm_prefixes() -> tuple[tuple[int, str], ...]:
    """The prefixes of paradigms («наи», «по», none), in the order in which they are tried."""
    return tuple(reversed(list(enumerate(analyzer().dictionary.paradigm_prefixes))))


@cache
def _longest_ending() -> int:
    """Letters of the longest ending that the dictionary has been asked about."""
    meta = analyzer().dictionary.meta
    return int((meta.get("compile_options") or meta["prediction_options"])["max_suffix_length"])
