"""Words that give somebody's speech."""

from __future__ import annotations

from functools import cache

from pobratim.lexicon.table import rows, words


@cache
def speech_verbs() -> dict[str, str]:
    """Lemmas of verbs of speech → use: `that` or `direct`."""
    return {row[0]: row[1] for row in rows("speech/verbs.txt", 2)}


@cache
def according() -> frozenset[str]:
    """Lemmas of the nouns in «по словам X»."""
    return words("speech/according.txt")
