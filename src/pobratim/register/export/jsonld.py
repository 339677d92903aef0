"""Lists and records as JSON-LD, with their context."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any, BinaryIO

import msgspec
from django.db.models import QuerySet

from pobratim.register.errors import NoSuchRecord
from pobratim.register.models import Mention, Record
from pobratim.register.selectors import listing
from pobratim.register.selectors.record import MODELS, record_of
from pobratim.register.selectors.whole import whole_actors, whole_documents, whole_events, whole_people

from .node import Json, Source, actor_node, document_node, event_node, person_node

CHUNK = 100
_encode = msgspec.json.encode


@cache
def context() -> Json:
    """The context document, whole: the files that we write need nothing from the network."""
    text = files("pobratim.register.export").joinpath("context.jsonld").read_bytes()
    found: Json = msgspec.json.decode(text)["@context"]
    return found


def record_jsonld(key: str) -> Json:
    """One document, event, person or partner, with its context.

    Raises:
        NoSuchRecord: there is none of that key, or it is a statement.
    """
    record = record_of(key)
    letter = record.key[0]
    if letter not in _MAKERS:
        raise NoSuchRecord("no record of this kind is told as JSON-LD", address=key[:60])
    whole, make = _MAKERS[letter]
    (found,) = whole(MODELS[letter]._default_manager.filter(key=record.key))
    return {"@context": context(), **make(found, _sources([record.key]).get(record.key, []))}


def write_jsonld(file: BinaryIO, what: str, keys: Iterable[str] | None = None) -> int:
    """Writes a list as one graph and returns how many records it has.

    Args:
        file: gets the graph.
        what: one of `KINDS`.
        keys: of the records wanted, in their order; None for the whole list.
    """
    lines = 0
    for line in jsonld_lines(what, keys):
        file.write(line)
        lines += 1
    return lines - 2  # the heading and the end


def jsonld_lines(what: str, keys: Iterable[str] | None = None) -> Iterator[bytes]:
    """The same line by line: a heading, a record each, the end."""
    yield b'{"@context":' + _encode(context()) + b',"@graph":['
    for number, node in enumerate(nodes(what) if keys is None else nodes_of(what, keys)):
        yield (b",\n" if number else b"\n") + _encode(node)
    yield b"\n]}\n"


def nodes(what: str) -> Iterator[Json]:
    """The records of a list, in its order, without the context; a few of them in memory at a time."""
    whole, records, make = _LISTS[what]
    some: list[Record] = []
    for record in whole(records()).iterator(chunk_size=CHUNK):
        some.append(record)
        if len(some) == CHUNK:
            yield from _made(some, make)
            some = []
    yield from _made(some, make)


def nodes_of(what: str, keys: Iterable[str]) -> Iterator[Json]:
    """The records with these keys, as `nodes` gives them; what is no more is left out."""
    whole, records, make = _LISTS[what]
    left = iter(keys)
    while some := list(islice(left, CHUNK)):
        found = whole(records().model._default_manager.filter(key__in=some)).in_bulk()
        yield from _made([found[key] for key in some if key in found], make)


def _made(records: list[Record], make: _Make) -> Iterator[Json]:
    sources = _sources([one.key for one in records])
    return (make(one, sources.get(one.key, [])) for one in records)


def _sources(keys: Iterable[str]) -> dict[str, list[Source]]:
    """Record → the pages that tell of it; of actors there may be too many, and none are given."""
    wanted = [key for key in keys if key[0] != "a"]
    found: dict[str, list[Source]] = {}
    rows = Mention.objects.filter(node__record__in=wanted).values_list(
        "node__record", "version__address", "version__title", "version__published"
    )
    for record, address, title, published in rows.distinct().order_by("version__published", "version__address"):
        found.setdefault(record, []).append(Source(address, title, published))
    return found


_Make = Callable[[Any, list[Source]], Json]
_Whole = Callable[[Any], QuerySet[Any]]
_MAKERS: dict[str, tuple[_Whole, _Make]] = {
    "a": (whole_actors, actor_node),
    "p": (whole_people, person_node),
    "d": (whole_documents, document_node),
    "e": (whole_events, event_node),
}
_LISTS: dict[str, tuple[_Whole, Callable[[], QuerySet[Any]], _Make]] = {
    "documents": (whole_documents, listing.documents, document_node),
    "events": (whole_events, listing.events, event_node),
    "people": (whole_people, listing.people, person_node),
    "partners": (whole_actors, listing.partners, actor_node),
}
#: The lists that are told so.
KINDS = frozenset(_LISTS)
