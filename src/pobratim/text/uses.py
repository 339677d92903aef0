"""Which tables of the lexicon know a word: asked once a word for all of them. `time` is no table: `date_mention.py` tells it.

A rule that begins with a word of a table looks at the tokens of a sentence that the table knows, and at no others: most
sentences hold none of most tables.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Set
from functools import cache
from typing import Literal

from pobratim.lexicon.actors import authorities, demonyms, heads
from pobratim.lexicon.documents import instruments, predicates
from pobratim.lexicon.events import cues, gatherings, groups, trigger_words
from pobratim.lexicon.people import posts
from pobratim.lexicon.relevance import domains

from .speech_verb import speech_lemmas

Table = Literal[
    "authority",
    "cue",
    "demonym",
    "domain",
    "gathering",
    "group",
    "head",
    "instrument",
    "post",
    "predicate",
    "speech",
    "time",
    "trigger",
]

_TABLES: dict[Table, Callable[[], Collection[str]]] = {
    "authority": authorities,
    "cue": cues,
    "demonym": demonyms,
    "domain": domains,
    "gathering": gatherings,
    "group": groups,
    "head": heads,
    "instrument": instruments,
    "post": posts,
    "predicate": predicates,
    "speech": speech_lemmas,
    "trigger": trigger_words,
}


def uses_of(lemmas: Set[str]) -> tuple[Table, ...]:
    """The tables that know one of a word's lemmas, each once; empty for most words.

    >>> uses_of({"соглашение"}), uses_of({"дождь"})
    (('instrument',), ())
    """
    known = _by_lemma()
    if known.keys().isdisjoint(lemmas):
        return ()  # most words
    return tuple({table: None for lemma in lemmas if lemma in known for table in known[lemma]})


@cache
def _by_lemma() -> dict[str, tuple[Table, ...]]:
    found: dict[str, tuple[Table, ...]] = {}
    for table, lemmas in _TABLES.items():
        for lemma in lemmas():
            found[lemma] = (*found.get(lemma, ()), table)
    return found
