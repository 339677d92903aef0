"""The facts of a page: the contract `pobratim.facts/1`. Ids are local to one page."""

from __future__ import annotations

from typing import Literal

import msgspec

from .date import PartialDate
from .evidence import Evidence
from .page import Page

SCHEMA = "pobratim.facts/1"
# kinds of bodies that act for their territory, and kinds of places that are towns of any size
ORGANS_OF_POWER = frozenset(("government", "administration", "assembly", "representation"))
SETTLEMENTS = frozenset(("city", "settlement"))

DocumentKind = Literal[
    "agreement",
    "memorandum",
    "plan",
    "roadmap",
    "programme",
    "protocol",
    "declaration",
    "statement",
    "contract",
    "other",
]
DocumentStatus = Literal["signed", "planned", "proposed", "in_force", "prolonged", "terminated"]
RelationKind = Literal["implements", "within", "amends", "prolongs", "replaces", "confirms"]
EventKind = Literal["visit", "meeting", "negotiation", "signing", "forum", "working_group", "opening", "other"]
EventStatus = Literal["held", "planned", "cancelled"]
Role = Literal["head", "member", "host", "speaker", "participant"]

FieldEvidence = dict[str, list[Evidence]]


class PlaceIds(msgspec.Struct):
    """Outside identifiers of a place; None where it is not linked."""

    iso3166: str | None = None
    iso3166_2: str | None = None
    geonames: int | None = None


class Place(msgspec.Struct, kw_only=True):
    """A territory: country, region, district, city. `within` is the id of the place it lies in."""

    id: str
    name: str
    kind: str = "other"
    country: str | None = None
    ids: PlaceIds = msgspec.field(default_factory=PlaceIds)
    within: str | None = None
    evidence: list[Evidence] = []


class Body(msgspec.Struct, kw_only=True):
    """An organisation or organ of power; `place` is the id of its territory."""

    id: str
    name: str
    kind: str = "other"
    place: str | None = None
    evidence: list[Evidence] = []


class Post(msgspec.Struct, kw_only=True):
    """What a person is («врио губернатора Тверской области»); `of` is a place or body id."""

    title: str
    of: str | None = None
    acting: bool = False
    evidence: list[Evidence] = []


class Person(msgspec.Struct, kw_only=True):
    """Somebody named in the story, in the nominative, as fully as the page gives it."""

    id: str
    name: str
    surname: str | None = None
    given: str | None = None
    patronymic: str | None = None
    posts: list[Post] = []
    evidence: list[Evidence] = []


class Signatory(msgspec.Struct, kw_only=True):
    """Who signs, and for which party (`for_` is `for` in JSON)."""

    person: str
    for_: str | None = msgspec.field(default=None, name="for")


class Term(msgspec.Struct, kw_only=True):
    """How long a document holds. `renewal` is the page's own wording."""

    from_: PartialDate | None = msgspec.field(default=None, name="from")
    to: PartialDate | None = None
    years: int | None = None
    open_ended: bool = False
    renewal: str | None = None


class Relation(msgspec.Struct, kw_only=True):
    """The tie of a document to another document of the page."""

    kind: RelationKind
    to: str


class Document(msgspec.Struct, kw_only=True):
    """An agreement, memorandum, plan …: the instrument itself, not the news of it."""

    id: str
    kind: DocumentKind
    title: str | None = None
    parties: list[str] = []
    signatories: list[Signatory] = []
    witnesses: list[str] = []
    signed: PartialDate | None = None
    place: str | None = None
    term: Term | None = None
    spheres: list[str] = []
    status: DocumentStatus = "signed"
    background: bool = False
    relations: list[Relation] = []
    evidence: FieldEvidence = {}


class Attendee(msgspec.Struct, kw_only=True):
    """A person at an event and the side they belong to."""

    person: str
    role: Role = "participant"
    side: str | None = None


class Event(msgspec.Struct, kw_only=True):
    """A visit, a meeting, a signing … told by the page."""

    id: str
    kind: EventKind
    status: EventStatus = "held"
    date: PartialDate | None = None
    place: str | None = None
    host: str | None = None
    parties: list[str] = []
    people: list[Attendee] = []
    documents: list[str] = []
    within: str | None = None
    evidence: FieldEvidence = {}


class Statement(msgspec.Struct, kw_only=True):
    """What a named person said, directly or reported."""

    id: str
    speaker: str | None
    text: str
    direct: bool
    documents: list[str] = []
    evidence: list[Evidence] = []


class Facts(msgspec.Struct, kw_only=True):
    """Everything one page says, every list in order of first mention."""

    schema: str = SCHEMA
    page: Page
    places: list[Place] = []
    bodies: list[Body] = []
    people: list[Person] = []
    documents: list[Document] = []
    events: list[Event] = []
    statements: list[Statement] = []
