"""Brackets and list marks: what they part, and the second name that they give («Комитет защиты журналистов (КЗЖ)»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pobratim.text.token import Token

from .part import Part

_LONGEST = 8  # tokens of a second name in brackets


def parted(tokens: Sequence[Token], part: Part) -> list[Part]:
    """The names that one tagged name holds: cut at brackets and, where it is a person's, at commas.

    «Юрген Клинсман (Jürgen Klinsmann)» are two names, «Комитет защиты журналистов (КЗЖ)» are two, «Овечкин, Фёдоров»
    are two people. A place keeps its bracket («Саха (Якутия)»), but not a bracket that stays open.
    """
    marks = "()," if part.kind == "PER" else "()"
    cuts = [i for i in range(part.first, part.last) if tokens[i].text in marks]
    if not cuts or (part.kind == "LOC" and len(cuts) > 1):
        return [part]
    edges = [part.first - 1, *cuts, part.last]
    found = [Part(a + 1, b, part.kind) for a, b in pairwise(edges)]
    return [p for p in found if any(t.is_word and not t.text.islower() for t in tokens[p.first : p.last])]


def second_names(tokens: Sequence[Token], parts: Sequence[Part]) -> Iterator[Part]:
    """Names in brackets right behind a name, of its kind: in Latin letters, or one abbreviation («(Al Ain)», «(ВФС)»)."""
    taken = {i for part in parts for i in range(part.first, part.last)}
    for part in parts:
        at = part.last
        if at < len(tokens) and tokens[at].text in '»”"':
            at += 1
        if at + 2 >= len(tokens) or tokens[at].text != "(":
            continue
        end = next((i for i in range(at + 1, min(at + 2 + _LONGEST, len(tokens))) if tokens[i].text == ")"), None)
        if end is None or not taken.isdisjoint(range(at + 1, end)):
            continue
        inner = tokens[at + 1 : end]
        if inner and (_is_latin(inner) or part.kind == "ORG" and len(inner) == 1 and _is_abbreviation(inner[0])):
            yield Part(at + 1, end, part.kind)


def _is_latin(tokens: Sequence[Token]) -> bool:
    return tokens[0].is_capital and all(t.text[0].isascii() and t.text[0].isalpha() or t.text in "-'.&" for t in tokens)


def _is_abbreviation(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper() and token.text.isalpha()
