"""What the rules about posts share: the posts found so far by name, and the cases a name may stand in."""

from __future__ import annotations

from pobratim.text.person_name import name_readings

from .mention import PostMention
from .name_span import NameSpan

Attached = dict[NameSpan, list[PostMention]]

DASHES = ("–", "—", "-")
AFTER_MARKS = (",", "(", *DASHES)
_PLAUSIBLE = 0.45


def plausible_cases(span: NameSpan) -> frozenset[str]:
    """The cases a name may stand in by its form alone."""
    readings = name_readings(_text(span))
    best = readings[0].score
    return frozenset(case for r in readings if r.score >= best - _PLAUSIBLE for case in r.cases)


def _text(span: NameSpan) -> str:
    first, last = span.tokens[0], span.tokens[-1]
    base = span.sentence.start
    return span.sentence.text[first.start - base : last.end - base]
