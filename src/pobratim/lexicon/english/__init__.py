"""What papers in English call bodies and documents, as far as common words go: data here, put together by `english_body`.

bodies.txt      heads of names of bodies («правительство», «областной исполнительный комитет»)
adjectives.txt  adjectives before them that are of no one place («Уральский», «Международный»)
topics.txt      what a body is for, in the genitive («культуры», «внешних связей»)
types.txt       type words of places in the genitive («области», «города»)
titles.txt      what documents are about, by the beginnings of words («побратим», «дружб»)
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pobratim.lexicon.table import rows


class Head(NamedTuple):
    """The head of a body's name in English; `level`: the kind of place whose adjective stands before it, else empty."""

    english: str
    level: str


@cache
def body_heads() -> dict[str, Head]:
    """Heads in lower case, nominative and genitive → English."""
    found = {}
    for nominative, genitive, english, level in rows("english/bodies.txt", 4):
        found[nominative] = Head(english, level)
        if genitive:
            found[genitive] = Head(english, level)
    return found


@cache
def body_topics() -> dict[str, str]:
    """What a body is for, in lower case → English."""
    return {row[0]: row[1] for row in rows("english/topics.txt", 2)}


@cache
def body_adjectives() -> dict[str, str]:
    """Adjectives before heads that are of no one place, in lower case → English."""
    return {row[0]: row[1] for row in rows("english/adjectives.txt", 2)}


@cache
def place_types() -> dict[str, tuple[str, str]]:
    """Type words of places in the genitive → in the nominative, and in English (empty for a town's)."""
    return {row[0]: (row[1], row[2]) for row in rows("english/types.txt", 3)}


@cache
def title_topics() -> tuple[tuple[str, str], ...]:
    """Beginnings of words in titles → what the document is about, in English."""
    return tuple((row[0], row[1]) for row in rows("english/titles.txt", 2))
