"""What pages tell of documents, events, people and statements."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from pobratim.core import facts as f
from pobratim.resolve.renewal import Kind as Renews

from .plain import NAME_CHARS, AnyLine, Day, Line, PersonName, Text
from .ref import ActorRef, Date, DocumentRef, PersonRef

_Part = Annotated[str, msgspec.Meta(max_length=NAME_CHARS)]
CourseState = Literal["draft", "signed", "in_force", "renewed", "suspended", "terminated", "superseded", "lapsed"]


class Party(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A party and, where it is an organ of power, the territory that it acts for; as claims have it."""

    actor: ActorRef
    for_: ActorRef | None = msgspec.field(default=None, name="for")


class Signatory(msgspec.Struct, forbid_unknown_fields=True):
    """Who signed, for which party."""

    person: PersonRef
    for_: ActorRef | None = msgspec.field(default=None, name="for")


class Term(msgspec.Struct, forbid_unknown_fields=True):
    """How long a document holds. `renewal` is as worded; `renews`, the step and the notice what it means."""

    from_: Date | None = msgspec.field(default=None, name="from")
    to: Date | None = None
    years: Annotated[int, msgspec.Meta(ge=1, le=999)] | None = None
    open_ended: bool = False
    renewal: AnyLine | None = None
    renews: Renews | None = None
    step_years: Annotated[int, msgspec.Meta(ge=1, le=99)] | None = None
    notice_months: Annotated[int, msgspec.Meta(ge=0, le=120)] | None = None


class Course(msgspec.Struct, forbid_unknown_fields=True):
    """A turn in a document's life that a person enters: from that day on it is so, until another turn; why must be told."""

    state: CourseState
    since: Day
    reason: Text
    until: Day | None = None


class Relation(msgspec.Struct, forbid_unknown_fields=True):
    """One document implements, prolongs, … another."""

    kind: f.RelationKind
    to: DocumentRef


class DocumentStatus(msgspec.Struct, forbid_unknown_fields=True):
    """What a page tells of the document's state; `background`: only recalled."""

    status: f.DocumentStatus
    background: bool = False


class EventStatus(msgspec.Struct, forbid_unknown_fields=True):
    """Held, planned, cancelled."""

    status: f.EventStatus


class Attendee(msgspec.Struct, forbid_unknown_fields=True):
    """A person at an event."""

    person: PersonRef
    role: f.Role = "participant"
    side: ActorRef | None = None


class Name(msgspec.Struct, forbid_unknown_fields=True):
    """A person's name, in the nominative."""

    name: PersonName
    surname: _Part | None = None
    given: _Part | None = None
    patronymic: _Part | None = None


class Post(msgspec.Struct, forbid_unknown_fields=True):
    """What a person is."""

    title: Line
    of: ActorRef | None = None
    acting: bool = False


class Words(msgspec.Struct, forbid_unknown_fields=True):
    """What was said."""

    text: Text
    direct: bool = False
