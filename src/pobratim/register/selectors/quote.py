"""One sentence of a page for each record of a list: where the record is told of for the first time."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from django.db.models import Min

from pobratim.register.models import Claim

from .label import source_name

_spans = msgspec.json.Decoder(list[tuple[int, int]]).decode
MOST_CHARS = 280
_BEFORE = 110  # characters shown before the proof, where its paragraph is long


class Quote(NamedTuple):
    """A stretch of a page and the proof in it (`start`, `end` within `text`); `claim` and `version` lead to the page."""

    text: str
    start: int
    end: int
    claim: int
    version: int
    site: str
    published: datetime.date | None

    @property
    def parts(self) -> tuple[str, str, str]:
        """What stands before the proof, the proof, what stands behind it."""
        return self.text[: self.start], self.text[self.start : self.end], self.text[self.end :]


def quotes_of(keys: Iterable[str]) -> dict[str, Quote]:
    """Document or event → the words that tell of it; those told of by nobody are not there. Two queries."""
    told = Claim.objects.filter(mention__node__record__in=list(keys), field="kind")
    first = dict(told.values_list("mention__node__record").annotate(first=Min("pk")))
    claims = Claim.objects.filter(pk__in=first.values()).select_related("mention__version__source")
    texts = {one.pk: one for one in claims.defer("mention__version__facts")}
    return {key: quote for key, number in first.items() if number in texts and (quote := _quote(texts[number]))}


def _quote(claim: Claim) -> Quote | None:
    version, spans = claim.mention.version, _spans(claim.spans)
    if not spans:
        return None
    start, end = spans[0]
    first, last = _around(version.text, start, end)
    text = ("…" if first and version.text[first - 1] != "\n" else "") + version.text[first:last]
    shift = len(text) - (last - first) - first
    if last < len(version.text) and version.text[last] != "\n":
        text += "…"
    shown_end = min(end, last) + shift
    return Quote(text, start + shift, shown_end, claim.pk, version.pk, source_name(version.source.name), version.published)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph in which the proof stands; of a long one so much as is read at a glance, cut between words."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    if last - first <= MOST_CHARS:
        return first, last
    if start - first > _BEFORE:
        cut = text.find(" ", start - _BEFORE, start)
        first = cut + 1 if cut >= 0 else start
    if last - first > MOST_CHARS:
        cut = text.rfind(" ", min(end, first + MOST_CHARS), max(end, first + MOST_CHARS))
        last = cut if cut >= 0 else max(min(end, first + 2 * MOST_CHARS), first + MOST_CHARS)
    return first, min(last, len(text))
