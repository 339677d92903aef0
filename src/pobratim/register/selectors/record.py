"""Any record by its key: itself, its evidence, the nodes it is made of and why they are one."""

from __future__ import annotations

import datetime
import re
from typing import Any, NamedTuple

import msgspec
from django.db.models import Q, QuerySet

from pobratim.register.errors import NoSuchRecord
from pobratim.register.models import (
    Actor,
    Claim,
    DecisionAnchor,
    Document,
    Event,
    Link,
    Measure,
    Mention,
    Node,
    Person,
    PersonDecision,
    Record,
    Statement,
)
from pobratim.resolve.records.judge import reasons

_KEY = re.compile(r"[a-z][0-9a-f]{20}")
MODELS: dict[str, type[Record]] = {"a": Actor, "p": Person, "d": Document, "e": Event, "s": Statement, "m": Measure}


def record_of(key: str) -> Record:
    """The record with that key; the key of any node that became part of it does too, so that old addresses go on working.

    Raises:
        NoSuchRecord: there is none.
    """
    model = MODELS.get(key[:1])
    if model is None or not _KEY.fullmatch(key):
        raise NoSuchRecord("no record has this key", address=key[:60])
    found = model._default_manager.filter(key=key).first()
    if found is None:
        record = Node.objects.filter(key=key).values_list("record", flat=True).first()
        found = model._default_manager.filter(key=record).first() if record else None
    if found is None:
        raise NoSuchRecord("no record has this key", address=key[:60])
    return found


class Evidence(NamedTuple):
    """A claim behind a field: the value, the page that says so and the spans (code points of `text`, end-exclusive)."""

    claim: int
    field: str
    value: Any
    state: str
    modality: str
    version: int
    address: str
    title: str
    published: datetime.date | None
    text: str
    spans: list[tuple[int, int]]

    @property
    def quotes(self) -> list[str]:
        """The words of the page, in the order of the spans."""
        return [self.text[start:end] for start, end in self.spans]


def evidence_from(claim: Claim, value: Any, text: str) -> Evidence:
    """A claim with its page's text and the value as it is to be shown."""
    version = claim.mention.version
    return Evidence(
        claim.pk,
        claim.field,
        value,
        claim.state,
        claim.modality,
        version.pk,
        version.address,
        version.title,
        version.published,
        text,
        [tuple(span) for span in msgspec.json.decode(claim.spans)],
    )


def claims_of_record(key: str) -> QuerySet[Claim]:
    """The claims of all mentions of a record."""
    return Claim.objects.filter(mention__node__record=key)


class Part(NamedTuple):
    """A node of a record: what it says, where it is mentioned (`(version, address, local id)`), and the links to others."""

    node: str
    content: dict[str, Any]
    mentions: list[tuple[int, str, str]]
    links: list[tuple[str, str, float]]


def parts_of(key: str, mentions: int | None = None) -> list[Part]:
    """What a record is made of, with the reason in words for every link: what `record_split` takes apart.

    Args:
        key: of the record.
        mentions: how many of each part at most; all of them unless named.
    """
    record = record_of(key).key
    said = reasons(record[0])
    found = []
    for node in Node.objects.filter(record=record).order_by("key"):
        links = Link.objects.filter(Q(a=node) | Q(b=node), a__record=record, b__record=record).order_by("-strength", "a", "b")
        others = [(one.b_id if one.a_id == node.key else one.a_id, said.get(one.rule, one.rule), one.strength) for one in links]
        told = Mention.objects.filter(node=node).order_by("version__address", "local")
        where = list(told.values_list("version_id", "version__address", "local")[:mentions])
        found.append(Part(node.key, msgspec.json.decode(node.content), where, others))
    return found


def decisions_of(key: str) -> QuerySet[PersonDecision]:
    """What people decided about a record, also what was undone; the newest first."""
    nodes = Node.objects.filter(record=record_of(key).key).values("key")
    numbers = DecisionAnchor.objects.filter(node__in=nodes).exclude(side=DecisionAnchor.NAMED).values("decision")
    return PersonDecision.objects.filter(pk__in=numbers).order_by("-pk")
