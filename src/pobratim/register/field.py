"""The fields of records and what their values are: the form in which claims, decisions and forms speak of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

import msgspec

from pobratim.core import facts as f
from pobratim.core.date import Basis, Precision
from pobratim.resolve.records.content import ACTOR, DOCUMENT, EVENT, MEASURE, PERSON, STATEMENT
from pobratim.resolve.records.window import date_window
from pobratim.resolve.renewal import Kind as Renews

from .errors import WrongValue

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=20_000)]
CourseState = Literal["draft", "signed", "in_force", "renewed", "suspended", "terminated", "superseded", "lapsed"]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
DayOfYear = Annotated[str, msgspec.Meta(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Code = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9-]{0,39}$")]


class ActorRef(msgspec.Struct, forbid_unknown_fields=True):
    """A partner (a place or body), by its key or that of any of its nodes."""

    node: Annotated[str, msgspec.Meta(pattern=r"^a[0-9a-f]{20}$")]


class PersonRef(msgspec.Struct, forbid_unknown_fields=True):
    """A person."""

    node: Annotated[str, msgspec.Meta(pattern=r"^p[0-9a-f]{20}$")]


class DocumentRef(msgspec.Struct, forbid_unknown_fields=True):
    """A document."""

    node: Annotated[str, msgspec.Meta(pattern=r"^d[0-9a-f]{20}$")]


class EventRef(msgspec.Struct, forbid_unknown_fields=True):
    """An event."""

    node: Annotated[str, msgspec.Meta(pattern=r"^e[0-9a-f]{20}$")]


class Ref(msgspec.Struct, forbid_unknown_fields=True):
    """A record of any kind."""

    node: Annotated[str, msgspec.Meta(pattern=r"^[apdesm][0-9a-f]{20}$")]


class Date(msgspec.Struct, forbid_unknown_fields=True):
    """A partial date, as in the contract of facts; `wording` is that of the page or of the paper."""

    value: Annotated[str, msgspec.Meta(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?|--\d\d-\d\d)$")]
    precision: Precision
    basis: Basis = "explicit"
    wording: str = ""


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
    renewal: str | None = None
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

    name: Text
    surname: str | None = None
    given: str | None = None
    patronymic: str | None = None


class Post(msgspec.Struct, forbid_unknown_fields=True):
    """What a person is."""

    title: Text
    of: ActorRef | None = None
    acting: bool = False


class Words(msgspec.Struct, forbid_unknown_fields=True):
    """What was said."""

    text: Text
    direct: bool = False


Side = Literal["", "a", "b", "joint"]
Recurring = Literal["yearly", "half-yearly", "quarterly", "monthly", "term", "agreed"]
MeasureState = Literal["not_started", "under_way", "done", "partly", "postponed", "not_done", "dropped", "no_word"]


class Promise(msgspec.Struct, forbid_unknown_fields=True):
    """A commitment in somebody's words: what, who takes it on, to whom, by when."""

    what: Text
    by: Ref | None = None
    to: Ref | None = None
    due: Date | None = None


class Outcome(msgspec.Struct, forbid_unknown_fields=True):
    """What a promise became, and by what that is seen: records, and pages by their addresses."""

    state: Literal["open", "kept", "broken", "dropped"]
    on: Day | None = None
    fact: str = ""
    evidence: list[Ref] = []
    pages: list[str] = []


class Executor(msgspec.Struct, forbid_unknown_fields=True):
    """Who carries a measure out, as written, and for which side of the plan."""

    name: Text
    side: Side = ""
    actor: ActorRef | None = None


class Due(msgspec.Struct, forbid_unknown_fields=True):
    """When a measure is due: as written, the first and last day of it, and whether it comes again (or is still to be agreed);
    `by`: the day of each year by which one that comes every year is awaited («ежегодно, до 1 декабря»).
    """

    wording: str
    first: Day | None = None
    last: Day | None = None
    recurring: Recurring | None = None
    by: DayOfYear | msgspec.UnsetType = msgspec.UNSET


class Raw(msgspec.Struct, forbid_unknown_fields=True):
    """A row as it stands in the file; `understood` is false where a person must look."""

    cells: list[str]
    place: str = ""
    understood: bool = True


class Report(msgspec.Struct, forbid_unknown_fields=True):
    """How a measure stands in a period, by the word of one side; evidence are records, pages (addresses) and files (numbers)."""

    state: MeasureState
    first: Day
    last: Day
    side: Side = ""
    fact: str = ""
    evidence: list[Ref] = []
    pages: list[str] = []
    files: list[int] = []
    author: str = ""
    made: Day | None = None


#: Characters of a date's value → how precise it is.
_PRECISIONS = {4: "year", 7: "month", 10: "day"}
#: Parts of values that are days.
_DAYS = ("since", "until", "first", "last", "on", "made")

#: Kind of record → field → the type of one value.
FIELDS: dict[str, dict[str, Any]] = {
    ACTOR: {"name": Text, "kind": Code, "within": ActorRef},
    PERSON: {"name": Name, "post": Post},
    DOCUMENT: {
        "kind": f.DocumentKind,
        "title": Text,
        "status": DocumentStatus,
        "party": Party,
        "signatory": Signatory,
        "witness": PersonRef,
        "signed": Date,
        "place": ActorRef,
        "term": Term,
        "sphere": Code,
        "relation": Relation,
        "course": Course,
    },
    EVENT: {
        "kind": f.EventKind,
        "status": EventStatus,
        "date": Date,
        "place": ActorRef,
        "host": ActorRef,
        "party": Party,
        "person": Attendee,
        "document": DocumentRef,
        "within": EventRef,
    },
    STATEMENT: {"text": Words, "speaker": PersonRef, "document": DocumentRef, "promise": Promise, "outcome": Outcome},
    MEASURE: {
        "plan": DocumentRef,
        "section": Text,
        "number": Text,
        "text": Text,
        "sphere": Code,
        "executor": Executor,
        "due": Due,
        "expected": Text,
        "raw": Raw,
        "report": Report,
    },
}


def read_value(kind: str, field: str, value: object) -> Any:
    """One value of a field in its canonical form.

    Raises:
        WrongValue: there is no such field, or the value does not fit; the reason says where.

    >>> read_value("d", "place", {"node": "a2b9bf8c4ce2ff5ea6bb6"})
    {'node': 'a2b9bf8c4ce2ff5ea6bb6'}
    """
    type_ = FIELDS[kind].get(field)
    if type_ is None:
        raise WrongValue(f"no field of this kind of record: {field[:40]}")
    try:
        found = msgspec.to_builtins(msgspec.convert(value, type_))
    except msgspec.ValidationError as error:
        raise WrongValue(f"{field}: {error}") from None
    for day in _no_days(found):
        raise WrongValue(f"{field}: no such day: {day}")
    return found


def _no_days(value: object) -> Iterator[str]:
    """The dates within a value that the calendar does not have, or that are not of the precision told."""
    if isinstance(value, dict):
        told = value.get("value")
        if "precision" in value and isinstance(told, str):
            leap = f"2000{told[1:]}" if told.startswith("--") else told
            if date_window(leap) is None or value["precision"] != _PRECISIONS[len(leap)]:
                yield f"{told} ({value['precision']})"
        days = (value.get(name) for name in _DAYS)
        yield from (day for day in days if isinstance(day, str) and date_window(day) is None)
        for one in value.values():
            yield from _no_days(one)


def refs_in(value: object) -> set[str]:
    """The keys that a value refers to."""
    if isinstance(value, dict):
        own = value.get("node")
        return {own} if isinstance(own, str) else set().union(*map(refs_in, value.values()))
    return set().union(*map(refs_in, value)) if isinstance(value, list) else set()
