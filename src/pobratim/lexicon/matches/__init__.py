"""What is known of the words of plans and news: which say little, and which name a kind of event."""

from __future__ import annotations

from functools import cache

from pobratim.lexicon.table import choices, rows


@cache
def common_words() -> dict[str, int]:
    """Lemma → in how many of a hundred stories it stands; words that are not here are rare."""
    return {row[0]: int(row[1]) for row in rows("matches/common_words.txt", 2)}


@cache
def kind_words() -> dict[str, frozenset[str]]:
    """Lemma → the kinds of event that it may name."""
    return {row[0]: choices(row[1]) for row in rows("matches/kinds.txt", 2)}
