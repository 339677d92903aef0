"""Documents that people entered under different titles stay two, however alike they are: nothing but a person's word makes them one."""

from __future__ import annotations

from itertools import count

import msgspec

from pobratim.register.lists.entry import Thing
from pobratim.register.lists.match import Matcher
from pobratim.register.models import DecisionAnchor, Node
from pobratim.register.models.decision import Action
from pobratim.resolve.records.content import DOCUMENT, Document, encode, node_key, plain


def told_apart(content: Document, title: str) -> Document:
    """The content of a document that is entered, with the first ordinal under which it becomes one with no other title's.

    What pages tell without a title of their own, and what a person entered without one, is joined as ever.

    >>> told_apart(Document("agreement"), "").ordinal
    0
    """
    if not title:
        return content
    matcher = Matcher()
    for ordinal in count(content.ordinal):
        made = msgspec.structs.replace(content, ordinal=ordinal)
        text = encode(made)
        match = matcher.record_of(Thing(node_key(DOCUMENT, text), DOCUMENT, text, {}))
        if match is None or plain(title) in (titles := _typed(match.record)) or not titles:
            return made
    raise AssertionError("ordinals have no end")


def _typed(record: str) -> set[str]:
    """The titles that people typed for a record, folded."""
    nodes = Node.objects.filter(record=record).values("key")
    edits = DecisionAnchor.objects.filter(
        node__in=nodes, side=0, decision__action=Action.EDIT, decision__field="title", decision__undone_at=None
    )
    return {plain(value) for value in edits.values_list("decision__value", flat=True) if value}
