"""The first finds of a kind alone: no numbers, no facets. What is offered while somebody types asks for no more."""

from __future__ import annotations

from typing import Any

from pobratim.register.search.match import AnyOf, Matches
from pobratim.register.search.question import question
from pobratim.register.search.shelf import SHELVES

from .hits import Hits
from .search import all_words, finished, most_words


def first_finds(query: str, kind: str, limit: int, *, relaxed: bool = True) -> list[Any]:
    """The records that `search` would show first of a kind, at most so many; none of a kind that is not searched.

    Args:
        query: what somebody typed.
        kind: letter of the kind.
        limit: so many at most.
        relaxed: where none has all the words, those that have as many as any; else none.
    """
    if kind not in SHELVES:
        return []
    asked = finished(question(query))
    text = all_words(asked)
    names = AnyOf(tuple(sorted(asked.wholes))) if asked.wholes else None
    found = Hits(kind, text, names, limit, newest_first=True)[:limit]
    if found or not relaxed or len(asked.groups) < 2 or Matches(text).any():
        return found
    text, fewer = most_words(asked)
    return Hits(kind, text, None, limit, newest_first=True)[:limit] if fewer else []
