"""Spheres of cooperation that a piece of text names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pobratim.core.evidence import Evidence
from pobratim.lexicon.documents import sphere_stems

# «об осуществлении международных и внешнеэкономических связей» is a form of words and no sphere
_FORMULA = re.compile(r"международных\s+и\s+внешнеэкономических", re.I)
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


def find_spheres(
    text: str, start: int, end: int, masked: Sequence[tuple[int, int]] = ()
) -> list[tuple[str, Evidence]]:
    """`(code, evidence)` of every sphere named in `text[start:end]`, in order, each code once.

    A compound counts for each of its parts («социально-культурной» → social, culture), except where the
    lexicon knows the whole («торгово-экономической»). What lies in a `masked` span (the name of a body) is passed over.

    >>> [code for code, _ in find_spheres("в торгово-экономической и социально-культурной сферах", 0, 53)]
    ['trade-economic', 'social', 'culture']
    """
    part = text[start:end]
    taken: list[tuple[int, int]] = [(a - start, b - start) for a, b in masked] + [m.span() for m in _FORMULA.finditer(part)]
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
