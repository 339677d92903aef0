"""Spheres of cooperation that a piece of text names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from pobratim.core.evidence import Evidence
from pobratim.lexicon.documents import sphere_stems

# «об осуществлении международных и внешнеэкономических связей», «государственное строительство» are forms of words, no spheres
_FORMULA = re.compile(r"международных\s+и\s+внешнеэкономических|государственного\s+строительства", re.I)
_RUN = re.compile(r"[а-яёa-z]+")
_HYPHENED = re.compile(r"[а-яёa-z-]+")
_GAP = re.compile(r"[а-яё]*\s+")
_WORD = re.compile(r"[а-яёa-z]+(?:-[а-яёa-z]+)*-?", re.I)


@cache
def _stems() -> tuple[dict[str, list[tuple[tuple[str, ...], str]]], tuple[int, ...]]:
    """The stems by their first word, each with its other words and its code; and the lengths of first words, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for stem, code in sphere_stems():  # longest first
        first, *rest = stem.split(" ")
        found.setdefault(first, []).append((tuple(rest), code))
    return found, tuple(sorted({len(first) for first in found}, reverse=True))


@lru_cache(maxsize=20_000)
def _begun(word: str) -> tuple[tuple[int, tuple[str, ...], str], ...]:
    """The stems whose first word a word in lower case begins with, longest first: its length, its other words, its code."""
    stems, lengths = _stems()
    return tuple((length, rest, code) for length in lengths for rest, code in stems.get(word[:length], ()) if length <= len(word))


def _match(part: str, at: int) -> tuple[int, str] | None:
    """The longest stem that begins at `at` of lower-case text: `(end, code)`."""
    whole = _HYPHENED.match(part, at)
    for length, rest, code in _begun(whole.group()) if whole else ():
        end = at + length
        for word in rest:
            gap = _GAP.match(part, end)
            if gap is None or not part.startswith(word, gap.end()):
                break
            end = gap.end() + len(word)
        else:
            return end, code
    return None


def find_spheres(text: str, start: int, end: int, masked: Sequence[tuple[int, int]] = ()) -> list[tuple[str, Evidence]]:
    """`(code, evidence)` of every sphere named in `text[start:end]`, in order, each code once.

    A compound counts for each of its parts («социально-культурной» → social, culture), except where the
    lexicon knows the whole («торгово-экономической»). What lies in a `masked` span (the name of a body) is passed over.

    >>> [code for code, _ in find_spheres("в торгово-экономической и социально-культурной сферах", 0, 53)]
    ['trade-economic', 'social', 'culture']
    """
    part = text[start:end].lower()
    taken = [(a - start, b - start) for a, b in masked] + [m.span() for m in _FORMULA.finditer(part)]
    found: list[tuple[int, str, Evidence]] = []
    past = 0
    for run in _RUN.finditer(part):
        at = run.start()
        match = _match(part, at) if at >= past else None
        if match is None or any(at < b and a < match[0] for a, b in taken):
            continue
        word = _WORD.match(part, at)
        past = match[0]
        stop = max(past, word.end() if word else 0)
        found.append((at, match[1], Evidence.of(text, start + at, start + stop)))
    seen: dict[str, Evidence] = {}
    for _, code, evidence in sorted(found, key=lambda item: item[0]):
        seen.setdefault(code, evidence)
    return list(seen.items())
