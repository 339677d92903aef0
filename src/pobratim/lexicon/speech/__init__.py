"""Words that give somebody's speech."""

from __future__ import annotations

import re
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


@cache
def deeds() -> frozenset[str]:
    """Lemmas of the verbs whose future in the first person is a promise."""
    return words("speech/deeds.txt")


@cache
def deed_nouns() -> frozenset[str]:
    """Lemmas of the nouns that name such deeds."""
    return words("speech/deed_nouns.txt")


@cache
def commitments() -> dict[str, str]:
    """Lemma → its role in taking something on: `intend`, `promise`, `agree`, `invite`, `wish`, …; see the file."""
    return {row[0]: row[1] for row in rows("speech/commitments.txt", 2)}


@cache
def guests() -> frozenset[str]:
    """Lemmas of whom an invitation is for."""
    return words("speech/guests.txt")


@cache
def own_side() -> frozenset[str]:
    """Lemmas by which a speaker means his own side."""
    return words("speech/own_side.txt")


@cache
def clause_ends() -> frozenset[str]:
    """Words after a comma with which another thought begins."""
    return words("speech/clause_ends.txt")


@cache
def times_ahead() -> tuple[tuple[re.Pattern[str], str, int], ...]:
    """Patterns of times to come, each with its unit and number."""
    return tuple((re.compile(row[0]), row[1], int(row[2])) for row in rows("speech/times_ahead.txt", 3))
