"""Readings of frequent words, as the index has them.

A pattern is the readings that many words share, as one list in MessagePack. Each is four items of it: how many letters of the
form are cut off, what the lemma has in their place, the tag's number in the dictionary, whether that knows the word.
"""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

import msgspec

from pobratim.text.paradigm import analyzer, grammemes_by_number

from .index import FrequentWords, frequent_words, number_of

Rule: TypeAlias = tuple[slice, str, bool, str | None, str | None, str | None, str | None, str | None, frozenset[str]]
"""A reading of any word of a pattern: what is kept of the form, what the lemma has behind it, whether it is known, grammemes."""


def told_of(word: str) -> tuple[tuple[Rule, ...], tuple[float, ...]]:
    """The readings of a word in lower case, best first, and their scores; none where the index does not tell them."""
    words = _believed()
    if words is None or (number := number_of(word)) == words.size:
        return (), ()
    pattern, scores = words.told(number)
    return (_pattern(pattern), _scores(scores)) if pattern else ((), ())


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
    items = iter(msgspec.msgpack.decode(frequent_words().pattern(number)))
    four = zip(items, items, items, items, strict=True)
    return tuple([(slice(-cut or None), suffix, known, *grammemes_by_number(tag)) for cut, suffix, tag, known in four])


@cache
def _scores(number: int) -> tuple[float, ...]:
    return frequent_words().scores(number)
