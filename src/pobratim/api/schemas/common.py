"""What all records have in common, and how one refers to another."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from ninja import Field

from pobratim.core.date import Basis, Precision
from pobratim.register import models
from pobratim.register.models import State
from pobratim.register.selectors.history import last_decided

from .answer import Answer

Next = Annotated[str | None, Field(description="Address of the next slice of the list; null at its end")]


class Ref(Answer):
    """A record, and what it is called."""

    key: str = Field(examples=["a2b9bf8c4ce2ff5ea6bb6"])
    name: str = Field(examples=["Чуйская область"])


class DocumentRef(Answer):
    """A document, and what tells it from others at a glance."""

    key: str = Field(examples=["d29804384dbae5b116d78"])
    kind: str = Field(examples=["agreement"])
    title: str | None = Field(examples=["О сотрудничестве в торгово-экономической сфере"])
    signed: str | None = Field(examples=["2024-04-24"])


class Date(Answer):
    """A date as precise as its source: `2024-04-24`, `2023-06`, `2021`, or `--04-23` for a day without its year."""

    value: str = Field(examples=["2024-04-24"])
    precision: Precision
    basis: Basis = Field(description="Written out, counted from another date («накануне»), or computed")
    wording: str = Field(description="As the page has it", examples=["24 апреля 2024 года"])


class Common(Answer):
    """What all records have."""

    key: str = Field(description="Lasts: a key that a record once had goes on leading to it")
    state: Literal["proposed", "accepted", "rejected"] = Field(description="By a page, or by a person")
    pages: int = Field(description="How many pages tell of it")
    first_told: datetime.date | None
    last_told: datetime.date | None
    contradictions: dict[str, list[Any]] = Field(description="Field → values that cannot all be true")


class FieldValue(Answer):
    """A value that pages or people give, and how many pages do; `told`: as a fact."""

    value: Any
    pages: int
    told: int


class Details(Answer):
    """What a single record shows beyond its list."""

    fields: dict[str, list[FieldValue]] = Field(description="Field → all values that anybody gives, the chosen one first")
    decided: dict[str, dict[str, Any]] = Field(description="Field → what a person decided; the empty name: the whole record")
    seen: str = Field(description="Sent back with an edit, it is refused if somebody decided on the record since")


def common(row: models.Record) -> dict[str, Any]:
    """The values of `Common`."""
    return {
        "key": row.key,
        "state": State(row.state).name.lower(),
        "pages": row.pages,
        "first_told": row.first_told,
        "last_told": row.last_told,
        "contradictions": row.contradictions,
    }


def details(row: models.Record) -> dict[str, Any]:
    """The values of `Details`."""
    fields = {name: [FieldValue(**one) for one in values] for name, values in row.fields.items()}
    return {"fields": fields, "decided": row.decided, "seen": last_decided(row.pk)}


def ref(row: models.Actor | models.Person | None) -> Ref | None:
    """A reference; None for nobody."""
    return None if row is None else Ref(key=row.pk, name=row.name)


def sure(row: models.Actor | models.Person) -> Ref:
    """A reference to somebody who is there."""
    return Ref(key=row.pk, name=row.name)


def document_ref(row: models.Document) -> DocumentRef:
    """A reference to a document."""
    return DocumentRef(key=row.pk, kind=row.kind, title=row.title or None, signed=row.signed or None)


def date(value: str, precision: str, basis: str, wording: str) -> Date | None:
    """A date; None for an empty one."""
    return Date(value=value, precision=precision, basis=basis, wording=wording) if value else None  # type: ignore[arg-type]
