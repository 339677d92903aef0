"""Documents: agreements, memoranda, plans …"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone
from ninja import Field

from pobratim.core.facts import DocumentKind, DocumentStatus, RelationKind
from pobratim.register import models
from pobratim.register.lifecycle import Lifecycle
from pobratim.register.selectors.state import states_on
from pobratim.register.term import period_on
from pobratim.register.values.told import CourseState
from pobratim.resolve.renewal import Kind as Renews

from .answer import Answer
from .common import Common, Date, Details, DocumentRef, Next, Ref, common, date, details, document_ref, ref, sure
from .person import Post, post


class Party(Answer):
    """A party; `for`: the territory that it acts for, where it is an organ of power."""

    actor: Ref
    for_: Ref | None = Field(serialization_alias="for")


class Signatory(Answer):
    """Who signed, for which party."""

    person: Ref
    for_: Ref | None = Field(serialization_alias="for")


class Hand(Signatory):
    """A signatory with the post that pages tell nearest to that day."""

    post: Post | None


class Term(Answer):
    """How long it holds; `renewal` as worded, `renews`, the step and the notice what it means."""

    from_: Date | None = Field(None, serialization_alias="from")
    to: Date | None = None
    years: int | None = None
    open_ended: bool = False
    renewal: str | None = None
    renews: Renews | None = None
    step_years: int | None = None
    notice_months: int | None = None


class Period(Answer):
    """The period of the term that runs on the day, 0 the first; `goes_on`: at its end the next one begins by itself."""

    end: datetime.date
    number: int
    goes_on: bool
    decide_by: datetime.date | None = Field(description="Last day for notice")


class Course(Answer):
    """A turn that a person entered."""

    state: CourseState
    since: datetime.date
    until: datetime.date | None
    reason: str


class Relation(Answer):
    """What it is to another document."""

    kind: RelationKind
    to: DocumentRef


class Document(Common):
    """A document. `status` is what pages tell; `lifecycle` is its state on the day; `background`: only ever recalled."""

    kind: DocumentKind
    title: str | None
    status: DocumentStatus
    lifecycle: Lifecycle
    background: bool
    parties: list[Party]
    signatories: list[Signatory]
    witnesses: list[Ref]
    signed: Date | None
    place: Ref | None
    term: Term | None
    ends: datetime.date | None = Field(description="Last day of the first period of the term, where it can be told")
    period: Period | None
    course: list[Course]
    spheres: list[str] = Field(examples=[["trade-economic", "culture"]])
    relations: list[Relation]


class DocumentList(Answer):
    """Documents, the latest signed first, undated ones last."""

    items: list[Document]
    next: Next


class WholeDocument(Document, Details):
    """A document with all that anybody says of it."""

    signatories: list[Hand]  # type: ignore[assignment]
    related_from: list[Relation] = Field(description="Documents that implement, prolong … this one; `to` is the other one")
    history: list[dict[str, Any]] = Field(description="What was told of its state and when")


def documents(rows: Iterable[models.Document], on: datetime.date | None = None) -> list[Document]:
    """Documents of a list, as they are on a day (today unless named); one query more."""
    many, day = list(rows), on or timezone.localdate()
    states = states_on(many, day)
    return [
        Document(**_values(row, day, states[row.key]), signatories=[Signatory(**_hand(one)) for one in _hands(row)])
        for row in many
    ]


def whole_document(row: models.Document, posts: Mapping[str, models.Appointment], on: datetime.date) -> WholeDocument:
    """A document by itself, as it is on a day; `posts`: person → the post on the day of signing."""
    values = _values(row, on, states_on([row], on)[row.key])
    hands = [Hand(**_hand(one), post=post(posts[one.person_id]) if one.person_id in posts else None) for one in _hands(row)]
    back = row.relations_back.select_related("document").order_by("kind", "document", "pk")
    related = [Relation(kind=one.kind, to=document_ref(one.document)) for one in back]  # type: ignore[arg-type]
    return WholeDocument(**values, **details(row), signatories=hands, related_from=related, history=row.history)


def _values(row: models.Document, on: datetime.date, state: Lifecycle) -> dict[str, Any]:
    period = period_on(row, on)
    return {
        **common(row),
        "kind": row.kind,
        "title": row.title or None,
        "status": row.status,
        "lifecycle": state,
        "background": row.background,
        "parties": [
            Party(actor=sure(one.actor), for_=ref(one.acts_for) if one.acts_for_id != one.actor_id else None)
            for one in row.party_rows.all()
        ],
        "witnesses": [sure(one.person) for one in row.signatures.all() if one.witness],
        "signed": date(row.signed, row.signed_precision, row.signed_basis, row.signed_wording),
        "place": ref(row.place),
        "term": _term(row.term),
        "ends": row.ends_last,
        "period": Period(**period._asdict()) if period else None,
        "course": [Course(**{"until": None, **one}) for one in row.course],
        "spheres": [one.code for one in row.spheres.all()],
        "relations": [Relation(kind=one.kind, to=document_ref(one.to)) for one in row.relations.all()],  # type: ignore[arg-type]
    }


def _hands(row: models.Document) -> list[models.Signature]:
    return [one for one in row.signatures.all() if not one.witness]


def _hand(row: models.Signature) -> dict[str, Any]:
    return {"person": sure(row.person), "for_": ref(row.party)}


def _term(told: dict[str, Any] | None) -> Term | None:
    if told is None:
        return None
    first, last = (Date(**told[name]) if told.get(name) else None for name in ("from", "to"))
    rest = {
        name: told[name] for name in ("years", "open_ended", "renewal", "renews", "step_years", "notice_months") if name in told
    }
    return Term(from_=first, to=last, **rest)
