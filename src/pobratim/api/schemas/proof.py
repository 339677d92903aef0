"""What a record rests on: claims of pages, its parts, decisions of people."""

from __future__ import annotations

import datetime
from typing import Any, Literal

from ninja import Field

from pobratim.register import models
from pobratim.register.models import State
from pobratim.register.models.claim import Modality
from pobratim.register.models.decision import Action
from pobratim.register.selectors import record as told

from .answer import Answer
from .common import Next


class Evidence(Answer):
    """A claim of a page: one value of one field, and the words that say so."""

    claim: int
    field: str = Field(examples=["signed"])
    value: Any = Field(description="As the field has it; people, partners and documents are `{node: key}`")
    state: Literal["proposed", "accepted", "rejected"]
    modality: Literal["asserted", "planned", "recalled"]
    page: int = Field(description="Number of the page's reading")
    address: str
    title: str | None
    published: datetime.date | None
    spans: list[tuple[int, int]] = Field(description="Code points of the page's text, end-exclusive")
    quotes: list[str] = Field(description="The words at the spans", examples=[["подписали соглашение"]])


class EvidenceList(Answer):
    """Claims, those of the earliest page first, of undated pages last; of a partner in the order in which pages came in."""

    items: list[Evidence]
    next: Next


class Place(Answer):
    """Where a part is mentioned: the page, and the page's own id of the thing."""

    page: int
    address: str
    local: str


class Likeness(Answer):
    """Another part of the same record, how surely it is the same thing (0–1), and why."""

    node: str
    strength: float
    why: str


class Part(Answer):
    """A node of a record: what tells it from others. `POST /records/{key}/split` takes a record apart by its nodes."""

    node: str
    content: dict[str, Any]
    mentions: list[Place] = Field(description="20 at most")
    links: list[Likeness]


class Decision(Answer):
    """What a person decided: never changed, but it may be undone."""

    number: int
    action: Action
    field: str | None = Field(description="null: the record as a whole")
    value: Any
    reason: str | None
    by: str
    at: datetime.datetime
    undone_at: datetime.datetime | None
    undone_by: str | None


class DecisionList(Answer):
    """Decisions, the latest first, also those that were undone."""

    items: list[Decision]
    next: Next


class Decided(Answer):
    """A decision that was just made, and the records that it speaks of, as they are now."""

    decision: Decision
    records: list[str] = Field(description="Keys; a merge leaves one, a split two")


class Edited(Answer):
    """The decisions that an edit came to, one a field that changed, and the record as it is now."""

    decisions: list[Decision]
    record: str


def evidence(one: told.Evidence) -> Evidence:
    """A claim with its words."""
    return Evidence(
        claim=one.claim,
        field=one.field,
        value=one.value,
        state=State(one.state).name.lower(),  # type: ignore[arg-type]
        modality=Modality(one.modality).name.lower(),  # type: ignore[arg-type]
        page=one.version,
        address=one.address,
        title=one.title or None,
        published=one.published,
        spans=one.spans,
        quotes=one.quotes,
    )


def part(one: told.Part) -> Part:
    """A node."""
    return Part(
        node=one.node,
        content=one.content,
        mentions=[Place(page=page, address=address, local=local) for page, address, local in one.mentions],
        links=[Likeness(node=node, strength=strength, why=why) for node, why, strength in one.links],
    )


def decision(row: models.PersonDecision) -> Decision:
    """A decision."""
    return Decision(
        number=row.pk,
        action=Action(row.action),
        field=row.field or None,
        value=row.value,
        reason=row.reason or None,
        by=row.author_name,
        at=row.made_at,
        undone_at=row.undone_at,
        undone_by=row.undone_by or None,
    )
