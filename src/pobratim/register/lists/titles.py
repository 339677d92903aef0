"""Documents that differ in nothing but the titles that people gave them: by ordinals they stay two, and are found again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

import msgspec

from pobratim.register.models import DecisionAnchor, Node
from pobratim.register.models.decision import Action
from pobratim.resolve.records.content import DOCUMENT, Document, encode, node_key, plain

from .entry import Entry, Thing
from .match import Matcher


def told_apart(content: Document, title: str) -> Document:
    """The content of a document that is entered, with the first ordinal under which it becomes one with no other title's.

    What pages tell without a title of their own, and what a person entered without one, is joined as ever.
    """
    if not title:
        return content
    known = 0
    for ordinal, titles in _records(content, Matcher()):
        if plain(title) in titles or not titles:
            return msgspec.structs.replace(content, ordinal=ordinal)
        known = ordinal + 1
    return msgspec.structs.replace(content, ordinal=known)


def numbered(group: Iterable[Entry], matcher: Matcher) -> list[Entry]:
    """Rows that would be one but for their titles, each with an ordinal of its own.

    It is that under which a person gave the title before, so that a longer list finds what a shorter one brought in; the
    rest take those that are left, in their order.
    """
    entries = list(group)
    found = [_before(one, matcher) for one in entries]
    left = (ordinal for ordinal in count() if ordinal not in found)
    return [one.numbered(next(left) if ordinal is None else ordinal) for one, ordinal in zip(entries, found, strict=True)]


def _before(entry: Entry, matcher: Matcher) -> int | None:
    """The ordinal under which a person gave a document the title of this row; None where nobody did."""
    return next((ordinal for ordinal, titles in _records(entry.content, matcher) if entry.title in titles), None)


def _records(content: Document, matcher: Matcher) -> Iterator[tuple[int, set[str]]]:
    """The ordinals under which the register has such a document, from 0 on, with the titles that people typed for it."""
    for ordinal in count():
        text = encode(msgspec.structs.replace(content, ordinal=ordinal))
        match = matcher.record_of(Thing(node_key(DOCUMENT, text), DOCUMENT, text, {}))
        if match is None:
            return
        yield ordinal, _typed(match.record)


def _typed(record: str) -> set[str]:
    """The titles that people gave a record, folded."""
    nodes = Node.objects.filter(record=record).values("key")
    edits = DecisionAnchor.objects.filter(
        node__in=nodes, side=0, decision__action=Action.EDIT, decision__field="title", decision__undone_at=None
    )
    return {plain(value) for value in edits.values_list("decision__value", flat=True) if value}
