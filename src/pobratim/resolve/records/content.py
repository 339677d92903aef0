"""What a node is made of, and its key. Names are folded; places, bodies and people stand as the keys of their nodes."""

from __future__ import annotations

import datetime
import hashlib
import re

import msgspec

from pobratim.core.date import PartialDate
from pobratim.core.memo import remembered
from pobratim.lexicon.place_key import fold

ACTOR, PERSON, DOCUMENT, EVENT, STATEMENT, MEASURE = "a", "p", "d", "e", "s", "m"
KEY_CHARS = 21  # the letter of the kind and 20 hexadecimal digits: 80 bits

NAMES, DAYS = 20_000, 20_000  # so many are remembered, folded or read
_NOT_WORD = re.compile(r"[^\w-]+")


class Actor(msgspec.Struct, frozen=True):
    """A place or body: `identity` is an outside id where there is one, else its name and what it belongs to."""

    identity: str


class Person(msgspec.Struct, frozen=True):
    """Name parts, `(title, actor)` of each post, the actors the person stands for; sorted."""

    surname: str
    given: str = ""
    patronymic: str = ""
    posts: tuple[tuple[str, str], ...] = ()
    places: tuple[str, ...] = ()
    ordinal: int = 0


class Document(msgspec.Struct, frozen=True):
    """`told` is the day (ISO) on which the page came out, kept only where the document's own day is not known.

    `ordinal` counts those on one page that are alike in all else.
    """

    kind: str
    parties: tuple[str, ...] = ()
    date: str | None = None
    planned: bool = False
    background: bool = False
    told: str | None = None
    title: str = ""
    spheres: tuple[str, ...] = ()
    ordinal: int = 0


class Event(msgspec.Struct, frozen=True):
    """`people` are surnames with the initial of the given name; the rest as in `Document`."""

    kind: str
    parties: tuple[str, ...] = ()
    date: str | None = None
    planned: bool = False
    told: str | None = None
    people: tuple[str, ...] = ()
    ordinal: int = 0


class Statement(msgspec.Struct, frozen=True):
    """Whose words (surname) and a digest of them."""

    speaker: str
    words: str
    ordinal: int = 0


class Measure(msgspec.Struct, frozen=True):
    """An item of a plan: the plan's node, the section, and a digest of the number and the words."""

    plan: str
    section: str
    words: str
    ordinal: int = 0


Content = Actor | Person | Document | Event | Statement | Measure
TYPES: dict[str, type[Content]] = {
    ACTOR: Actor,
    PERSON: Person,
    DOCUMENT: Document,
    EVENT: Event,
    STATEMENT: Statement,
    MEASURE: Measure,
}

_encode = msgspec.json.Encoder(order="deterministic").encode
_DECODERS = {kind: msgspec.json.Decoder(type_) for kind, type_ in TYPES.items()}


def encode(content: Content) -> str:
    """The content as JSON; equal contents give equal text."""
    return _encode(content).decode()


def decode(kind: str, text: str) -> Content:
    """The content of a node of that kind."""
    return _DECODERS[kind].decode(text)


def node_key(kind: str, content: str) -> str:
    """The key of the node with that content: the letter of its kind and a digest.

    >>> node_key("a", encode(Actor("iso:KG-C")))
    'ae2cbd44ea9ea48cc8210'
    """
    return kind + digest(kind + content)


def digest(text: str) -> str:
    """80 bits of SHA-256 as 20 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()[: KEY_CHARS - 1]


@remembered(NAMES)
def plain(text: str | None) -> str:
    """A name or title without case, quotation marks and dots, spaces single; empty for none.

    >>> plain("«Соглашение   о дружбе».")
    'соглашение о дружбе'
    """
    return " ".join(_NOT_WORD.sub(" ", fold(text)).split()) if text else ""


@remembered(DAYS)
def full_day(value: str | None) -> datetime.date | None:
    """The day that a date of a node names; None where it is less precise, has no year, or is no day of the calendar."""
    if value is None or len(value) != 10:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return None


def date_value(date: PartialDate | None) -> str | None:
    """A date as nodes hold it: its value, None for none and for a day without a year."""
    return None if date is None or date.yearless else date.value
