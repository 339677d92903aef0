"""Spheres of cooperation that a piece of text names."""

from __future__ import annotations

import re
from functools import cache

from pobratim.core.evidence import Evidence
from pobratim.lexicon.documents import sphere_stems

_WORD = re.compile(r"[а-яёa-z]+(?:-[а-яёa-z]+)*-?", re.I)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """A pattern a stem: its words' beginnings, one after another, each with any ending."""
    found = []
    for stem, code in sphere_stems():
        words = [re.escape(word) for word in stem.split()]
        body = r"[а-яё]*\s+".join(words)
        found.append((re.compile(rf"(?<![а-яё]){body}", re.I), code))
    return tuple(found)


def find_spheres(text: str, start: int, end: int) -> list[tuple[str, Evidence]]:
    """`(code, evidence)` of every sphere named in `text[start:end]`, in order, each code once.

    A compound counts for each of its parts («социально-культурной» → social, culture), except where the
    lexicon knows the whole («торгово-экономической»). Fails where a body's name holds a sphere word.

    >>> [code for code, _ in find_spheres("в торгово-экономической и социально-культурной сферах", 0, 53)]
    ['trade-economic', 'social', 'culture']
    """
    part = text[start:end]
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, str, Evidence]] = []
    for pattern, code in _patterns():
        for match in pattern.finditer(part):
            if any(match.start() < b and a < match.end() for a, b in taken):
                continue
            word = _WORD.match(part, match.start())
            taken.append(match.span())
            stop = max(match.end(), word.end() if word else 0)
            found.append((match.start(), code, Evidence.of(text, start + match.start(), start + stop)))
    seen: dict[str, Evidence] = {}
    for _, code, evidence in sorted(found, key=lambda item: item[0]):
        seen.setdefault(code, evidence)
    return list(seen.items())
