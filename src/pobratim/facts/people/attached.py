"""What the rules about posts share: the posts found so far by name, and the cases a name may stand in."""

from __future__ import annotations

from pobratim.facts.marks import DASHES
from pobratim.text.person_name import name_cases

from .mention import PostMention
from .name_span import NameSpan

Attached = dict[NameSpan, list[PostMention]]

AFTER_MARKS = (",", "(", *DASHES)
_PLAUSIBLE = 0.45


def plausible_cases(span: NameSpan) -> frozenset[str]:
    """The cases a name may stand in by its form alone."""
    return name_cases(_text(span), _PLAUSIBLE)


def _text(span: NameSpan) -> str:
    first, last = span.tokens[0], span.tokens[-1]
    base = span.sentence.start
    return span.sentence.text[first.start - base : last.end - base]
