"""Readings of frequent words, as the index has them.

A pattern is the readings that many words share, a line each: how many letters of the form are cut off, what the lemma has in
their place, the tag by its number in the dictionary, and whether the dictionary knows the word («3⇥ь⇥1046⇥1»).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pobratim.text.paradigm import Grammemes, analyzer, grammemes_by_number

from .index import FrequentWords, frequent_words, number_of


class Rule(NamedTuple):
    """A reading of any word of a pattern: what is kept of the form, what the lemma has behind it."""

    stem: slice
    suffix: str
    grammemes: Grammemes
    known: bool


def told_of(word: str) -> tuple[tuple[Rule, ...], tuple[float, ...]]:
    """The readings of a word in lower case, best first, and their scores; none where the index does not tell them."""
    words = _believed()
    if words is None or (number := number_of(word)) == words.size:
        return (), ()
    pattern, scores = words.told(number)
    return _pattern(pattern), _scores(scores)


def dictionary_name() -> str:
    """The revisions of the dictionary that pymorphy3 is installed with."""
    meta = analyzer().dictionary.meta
    return f"{meta['source_revision']} {meta['corpus_revision']}"


@cache
def _believed() -> FrequentWords | None:
    """The index, None where another dictionary is installed than the one that it was made with."""
    words = frequent_words()
    return words if words.dictionary == dictionary_name() else None


@cache
def _pattern(number: int) -> tuple[Rule, ...]:
    return tuple(map(_rule, frequent_words().pattern(number).splitlines()))


def _rule(line: str) -> Rule:
    cut, suffix, tag, known = line.split("\t")
    return Rule(slice(-int(cut) or None), suffix, grammemes_by_number(int(tag)), known == "1")


@cache
def _scores(number: int) -> tuple[float, ...]:
    return frequent_words().scores(number)
