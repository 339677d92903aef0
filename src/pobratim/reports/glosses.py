"""What a document is called in English: its kind and what it is about, from the words of its Russian title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from django.utils.translation import gettext

from pobratim.facts.documents.sphere import find_spheres
from pobratim.lexicon.english import title_topics
from pobratim.register.selectors.label import upper_first
from pobratim.words.codes import DOCUMENT_KINDS, SPHERES

#: So many things that a title is about, and so many spheres.
TOPICS, MOST_SPHERES = 2, 4
_YEARS = re.compile(r"\b((?:19|20)\d\d)(?:\s*[-–—]\s*((?:19|20)\d\d))?(?=\s+(?:год|гг))")


def gloss(kind: str, title: str, parties: Sequence[str] = ()) -> str:
    """A document in English: «Agreement on cooperation in culture and tourism for 2024–2026».

    Args:
        kind: its code.
        title: Russian, as pages have it.
        parties: their English names, told too.

    Where it fails: what no word of `lexicon/english/titles.txt` tells of is left out.
    """
    told = list(dict.fromkeys(_topics(title.casefold())))[:TOPICS]
    joined = [text for text in told if text.startswith("of ")][:1]
    about = [text for text in told if not text.startswith("of ") and not any(text in other for other in told if other != text)]
    if about:
        joined.append(f"on {' and '.join(about)}")
    spheres = [gettext(SPHERES[code]) for code in dict.fromkeys(code for code, _ in find_spheres(title, 0, len(title)))]
    if spheres and not (joined and joined[-1].endswith("ties")):
        joined.append(f"{'in' if about else 'on'} {', '.join(spheres[:MOST_SPHERES])}")
    if parties:
        joined.append(f"between {_listed(list(parties))}")
    years = _YEARS.search(title)
    if years:
        joined.append(f"for {years[1]}–{years[2]}" if years[2] else f"for {years[1]}")
    return " ".join([upper_first(gettext(DOCUMENT_KINDS.get(kind, DOCUMENT_KINDS["other"]))), *joined])


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _topics(title: str) -> Iterator[str]:
    """What a title in lower case is about, in the order of its words."""
    for found in _pattern().finditer(title):
        yield dict(title_topics())[found[1]]


@cache
def _pattern() -> re.Pattern[str]:
    stems = "|".join(re.escape(stem) for stem, _ in title_topics())
    return re.compile(rf"(?<![а-яё])({stems})")
