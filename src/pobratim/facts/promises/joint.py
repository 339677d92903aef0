"""Several promises in one sentence: where one ends and the next begins («откроем центр и проведём форум»)."""

from __future__ import annotations

from typing import NamedTuple

from pobratim.text.token import Token

#: Words between a conjunction and a verb that make it part of what stands before.
_BOUND = frozenset(("что", "чтобы", "где", "когда", "куда", "откуда", "как", "если", "пока", "чтоб", "ли", "или", "чем"))
_OPENING = ("PREP", "ADVB", "PRCL", "NUMR")


class Joint(NamedTuple):
    """The words that join two promises: the first and the last of them («, а также»)."""

    first: int
    last: int


def joint_before(tokens: list[Token], deed: int, at: int, *, finite: bool) -> Joint | None:
    """What joins the word `at` to a promise whose deed is the word `deed`; None where it is a part of that promise.

    The first deed must have something of its own («откроем центр и проведём форум», not «подготовим и проведём форум»).
    Before a finite verb its subject may stand, before an infinitive no more than when and where («и в мае провести форум»).

    Where it fails: deeds that share what follows both («откроем в мае и проведём форум») are told apart by a noun alone.
    """
    last = next((place for place in range(at - 1, deed, -1) if _joins(tokens[place])), None)
    if last is None or not _may_stand_between(tokens[last + 1 : at], finite=finite):
        return None
    first = last
    while first - 1 > deed and (_joins(tokens[first - 1]) or tokens[first - 1].lower in ("а", "но")):
        first -= 1
    if _within_clause(tokens[deed + 1 : first], tokens[first : last + 1]):
        return None
    if not any(form.pos == "NOUN" for token in tokens[deed + 1 : first] for form in token.forms[:1]):
        return None
    return Joint(first, last)


def _within_clause(words: list[Token], joint: list[Token]) -> bool:
    """Whether what stands before is a clause that hangs on the promise, and goes on («школу, в которой … и будем …»)."""
    commas = [place for place, word in enumerate(words) if word.text in (",", ";")]
    if not commas or any(word.text in (",", ";") for word in joint):
        return False
    begin = words[commas[-1] + 1 : commas[-1] + 4]
    return any(word.lower in _BOUND or "который" in word.lemmas for word in begin)


def _joins(token: Token) -> bool:
    return token.text in (",", ";") or token.lower in ("и", "также", "а", "но", "затем", "потом")


def _may_stand_between(words: list[Token], *, finite: bool) -> bool:
    if any(word.lower in _BOUND or "который" in word.lemmas for word in words):
        return False
    if any(form.pos in ("VERB", "INFN", "GRND") for word in words for form in word.forms[:1]):
        return False
    return finite or not words or words[0].text[0].isdigit() or any(form.pos in _OPENING for form in words[0].forms[:1])
