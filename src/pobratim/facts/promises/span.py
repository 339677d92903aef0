"""The words of a promise within a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from pobratim.lexicon.speech import clause_ends
from pobratim.text.token import Token

Voice = Literal["own", "subject", "passive"]
EDGES = frozenset(',;:–—-()«»"„“”')


class Commitment(NamedTuple):
    """The words of a promise within a sentence's tokens, `first` … `last`; `at` is the word that commits.

    `voice`: `own` by its form («откроем»), `subject` where the subject tells («область откроет»), `passive` («будет
    открыт»). `ready`: an offer unless it names a time. `invites`: somebody is asked to come. `deed` is the word that says what
    is to be done; `governs`: what that is, so that more of it may follow («планируем открыть … и провести …»). `head`: the
    promise before, to which it is joined.
    """

    at: int
    first: int
    last: int
    voice: Voice
    ready: bool = False
    invites: bool = False
    deed: int = -1
    governs: Callable[[Token], bool] | None = None
    head: Commitment | None = None


def spread(tokens: list[Token], at: int, voice: Voice) -> Commitment:
    """The clause around: back to the mark before it, on to the end of the sentence or of the thought."""
    last = len(tokens) - 1
    for k in range(at + 1, last):
        if tokens[k].text == ";" or (tokens[k].text in ",–—" and tokens[k + 1].lower in clause_ends()):
            last = k - 1
            break
    last = last_word(tokens, last, at)
    first = clause_start(tokens, at)
    while first < at and tokens[first].lower in ("и", "а", "но"):
        first += 1
    return Commitment(at, first, last, voice, deed=at)


def clause_start(tokens: list[Token], at: int) -> int:
    """Where the clause of a word begins: behind the mark before it."""
    start = at
    while start > 0 and tokens[start - 1].text not in EDGES:
        start -= 1
    return start


def last_word(tokens: list[Token], last: int, at: int) -> int:
    """The last word, number or closing mark up to a place."""
    while last > at and not tokens[last].is_word and not tokens[last].text[0].isdigit() and tokens[last].text not in "»)":
        last -= 1
    return last
