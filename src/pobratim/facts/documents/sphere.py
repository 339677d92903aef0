"""Spheres of cooperation that a piece of text names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

from pobratim.core.evidence import Evidence
from pobratim.lexicon.documents import sphere_stems

# «об осуществлении международных и внешнеэкономических связей», «муниципальное образование» are forms of words, no spheres
_FORMULA = re.compile(r"международных\s+и\s+внешнеэкономических|государственного\s+строительства|муниципальн\w+\s+образовани\w+")
_FILED, _LEAST = 4, 2  # letters
_RUN = re.compile(r"[а-яёa-z]+")
_GAP = re.compile(r"[а-яё]*\s+")
_WORD = re.compile(r"[а-яёa-z]+(?:-[а-яёa-z]+)*-?")


_Stem: TypeAlias = tuple[str, tuple[str, ...], str]
"""The first word of a stem, its other words, its code."""


@cache
def _stems() -> tuple[dict[str, list[_Stem]], dict[str, list[_Stem]]]:
    """The stems that may begin with four letters, the longest first word first; the few of fewer letters by two of them."""
    told = [(*stem.split(" ", 1), code) if " " in stem else (stem, "", code) for stem, code in sphere_stems()]
    told.sort(key=lambda stem: -len(stem[0]))
    stems = [(first, tuple(rest.split()), code) for first, rest, code in told]
    short = [stem for stem in stems if len(stem[0]) < _FILED]
    found: dict[str, list[_Stem]] = {}
    for stem in stems:
        if len(stem[0]) >= _FILED:
            found.setdefault(stem[0][:_FILED], []).append(stem)
    for letters, filed in found.items():
        filed += [stem for stem in short if letters.startswith(stem[0])]
    return found, {stem[0][:_LEAST]: [other for other in short if other[0][:_LEAST] == stem[0][:_LEAST]] for stem in short}


def _match(part: str, at: int, likely: Sequence[_Stem]) -> tuple[int, str] | None:
    """The longest of the likely stems that begins at `at` of lower-case text: `(end, code)`."""
    for first, rest, code in likely:
        if not part.startswith(first, at):
            continue
        end = at + len(first)
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
    stems, short = _stems()
    for run in _RUN.finditer(part):
        at = run.start()
        likely = (stems.get(part[at : at + _FILED]) or short.get(part[at : at + _LEAST])) if at >= past else None
        match = _match(part, at, likely) if likely else None
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
