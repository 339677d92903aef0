"""Decisions about whole records: accept, reject, merge, split, and taking a decision back.

A decision is anchored at nodes, so that it finds its record again when pages are read anew or more pages come in.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from pobratim.register import sql
from pobratim.register.errors import WrongDecision, WrongValue
from pobratim.register.field import refs_in
from pobratim.register.models import AnchorPlace, DecisionAnchor, Mention, Node, PersonDecision, Record, User
from pobratim.register.models.decision import Action
from pobratim.register.nodes import mark_dirty
from pobratim.register.permission import Permission, require
from pobratim.register.selectors.record import record_of
from pobratim.register.settle import settle
from pobratim.resolve.records.content import ACTOR

#: Characters of a reason: a few pages.
REASON_CHARS = 5000

#: Embeddings, overrides and isolates of direction: on a page they would turn about what stands beside the text, too.
_CLEANED = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A))) | {0: 0xFFFD}


class Author(NamedTuple):
    """Who decides: an account, or (from the command line) a name alone."""

    name: str
    user: User | None = None

    @classmethod
    def of(cls, user: User) -> Author:
        """An account, by the name that people know."""
        return cls(user.get_full_name() or user.get_username(), user)


@transaction.atomic
def record_accept(*, key: str, author: Author, reason: str = "") -> PersonDecision:
    """A person has looked at the record and found it right; it stays even if no page tells of it any more.

    Raises:
        NotAllowed: the author's role does not allow it; so with every decision.
    """
    require(author.user, Permission.REVIEW)
    record = record_of(key)
    snapshot = snapshot_of(record)
    return decide(Action.ACCEPT, [(record.key, 0), *named_in(snapshot)], author, reason, value=snapshot)


@transaction.atomic
def record_reject(*, key: str, author: Author, reason: str = "") -> PersonDecision:
    """A person has found that there is no such thing; the record is kept and shown no more."""
    require(author.user, Permission.REVIEW)
    return decide(Action.REJECT, [(record_of(key).key, 0)], author, reason)


@transaction.atomic
def records_merge(*, keys: Iterable[str], author: Author, reason: str = "") -> PersonDecision:
    """Several records are one thing.

    Raises:
        WrongDecision: fewer than two records, or of different kinds.
    """
    require(author.user, Permission.MERGE)
    records = sorted({record_of(key).key for key in keys})
    if len(records) < 2:
        raise WrongDecision("at least two records are needed to merge")
    if len({key[0] for key in records}) > 1:
        raise WrongDecision("records of different kinds cannot be merged", address=records[0])
    return decide(Action.MERGE, [(key, 0) for key in records], author, reason)


@transaction.atomic
def record_split(*, key: str, nodes: Iterable[str], author: Author, reason: str = "") -> PersonDecision:
    """Some nodes of a record are another thing than the rest.

    Raises:
        WrongDecision: a node is not of this record, or none would be left on one side.
    """
    require(author.user, Permission.SPLIT)
    record = record_of(key)
    own = set(Node.objects.filter(record=record.key).values_list("key", flat=True))
    apart = set(nodes)
    if not apart <= own:
        raise WrongDecision("not a part of this record", address=record.key)
    if not apart or apart == own:
        raise WrongDecision("a record is split into two parts, none of them empty", address=record.key)
    return decide(Action.SPLIT, [(node, int(node in apart)) for node in sorted(own)], author, reason)


@transaction.atomic
def records_apart(*, keys: Iterable[str], author: Author, reason: str = "") -> PersonDecision:
    """Two records that look like one are two things: nobody is asked again, and no page brings them together.

    Raises:
        WrongDecision: not two different records of one kind.
    """
    require(author.user, Permission.SPLIT)
    records = sorted({record_of(key).key for key in keys})
    if len(records) != 2 or records[0][0] != records[1][0]:
        raise WrongDecision("two different records of one kind are needed")
    return decide(Action.SPLIT, [(key, side) for side, key in enumerate(records)], author, reason)


def decide(action: Action, anchors: list[tuple[str, int]], author: Author, reason: str, **more: Any) -> PersonDecision:
    """Writes a decision with its anchors and brings the records up to date; arguments as for `write`."""
    decision = write(action, anchors, author, reason, **more)
    settle()
    return decision


def write(
    action: Action,
    anchors: list[tuple[str, int]],
    author: Author,
    reason: str,
    *,
    field: str = "",
    value: Any = None,
    before: Any = None,
    at: datetime.datetime | None = None,
) -> PersonDecision:
    """Writes a decision with its anchors; the records follow when they are settled.

    Args:
        action: what is decided.
        anchors: `(node, side)`.
        author: who decides.
        reason: in the person's words, empty for none.
        field: empty for the record as a whole.
        value: of the field, or what the record is that was accepted.
        before: what the field held until now.
        at: the moment that it shares with others made at one stroke; None for now.
    """
    if len(reason) > REASON_CHARS:
        raise WrongValue("the reason is too long")
    sql.lock()
    decision = PersonDecision.objects.create(
        action=action,
        field=field,
        value=value,
        before=before,
        reason=clean(reason),
        author=author.user,
        author_name=clean(author.name),
        made_at=at or timezone.now(),
    )
    nodes = {node.key: node for node in Node.objects.filter(key__in=[node for node, _ in anchors])}
    for key, side in anchors:
        if key in nodes:
            anchor = DecisionAnchor.objects.create(
                decision=decision,
                node=key,
                side=side,
                kind=nodes[key].kind,
                content=nodes[key].content,
                snapshot=_snapshot(nodes[key]) if side == DecisionAnchor.NAMED else {},
            )
            if anchor.kind != ACTOR:
                _places(anchor)
    mark_dirty(nodes)
    return decision


def named_in(value: Any) -> list[tuple[str, int]]:
    """Anchors for the records that a value names: they are kept as long as the decision is in force."""
    return [(node, DecisionAnchor.NAMED) for node in sorted(refs_in(value))]


def snapshot_of(record: Record) -> dict[str, list[Any]]:
    """Field → the values of a record as it is now: what stays of it, should no page tell of it any more."""
    return {field: [one["value"] for one in values] for field, values in record.fields.items()}


def _snapshot(node: Node) -> dict[str, list[Any]]:
    """What the node's record is, without its references to others."""
    record = record_of(node.key)
    told = {field: [one["value"] for one in values if not refs_in(one["value"])] for field, values in record.fields.items()}
    return {field: values for field, values in told.items() if values}


def clean(text: str) -> str:
    """The text without NUL characters, which no database takes, and without marks that turn what follows about."""
    return text.translate(_CLEANED)


def _places(anchor: DecisionAnchor) -> None:
    """Keeps where the node is mentioned. Actors are found again by what they are: nobody looks for one in its places, which
    are as many as a tenth of all pages.
    """
    rows = Mention.objects.filter(node=anchor.node).values_list("version__address_hash", "local").distinct()
    AnchorPlace.objects.bulk_create([AnchorPlace(anchor=anchor, address_hash=one, local=local) for one, local in rows])
