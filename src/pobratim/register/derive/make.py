"""What some records become, worked out from claims and decisions by whoever can read them: nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from pobratim.register import sql
from pobratim.register.models import Node
from pobratim.register.search.renewal import Renewal, renewal
from pobratim.register.search.tables import Given
from pobratim.resolve.records.content import ACTOR, DOCUMENT, EVENT, MEASURE, PERSON, STATEMENT

from .actor import actor
from .change import Change, changes_of
from .document import document
from .draft import Draft
from .event import event
from .load import load
from .measure import measure
from .person import person
from .rows import TABLES, Plain, Rows, columns_of
from .state import Mark, marks_of
from .statement import statement

MAKERS: dict[str, Callable[[Draft, Rows], None]] = {
    ACTOR: actor,
    PERSON: person,
    DOCUMENT: document,
    EVENT: event,
    STATEMENT: statement,
    MEASURE: measure,
}
#: Kinds of record that search finds by what stands in their rows and in those of records of earlier steps.
FOUND_ALONE = (ACTOR, PERSON, EVENT, STATEMENT)
#: So many records are made at a time: few enough for two processes to take turns, enough for a question to be worth it.
PART_RECORDS = 1000


class Part(NamedTuple):
    """Some records, and node → record for all nodes of theirs: what is not written down for all to see yet."""

    records: list[str]
    nodes: dict[str, str]


class Made(NamedTuple):
    """What is to be written for these records, the claims that are to be marked otherwise, and what the index of search lacks, as
    far as that was worked out: see `make_beside`.
    """

    changes: list[Change]
    marks: list[Mark]
    found_by: tuple[Renewal, ...] = ()


def parts_of(records: Iterable[str]) -> Iterator[Part]:
    """The records, some at a time."""
    for some in sql.chunks(records, PART_RECORDS):
        yield Part(some, dict(sql.select(f"SELECT key, record FROM {sql.table(Node)} WHERE record IN {{keys}}", some)))


def make(part: Part, moved: Mapping[str, str]) -> Made:
    """What these records become.

    Args:
        part: the records.
        moved: node → record, where that is not what the table says to this process.
    """
    return _made(part, moved)[0]


def make_beside(part: Part, moved: Mapping[str, str]) -> Made:
    """The same, and what the index of search lacks, where that follows from these records and from those of earlier steps alone:
    the states of documents are told when all of them are there.
    """
    made, rows = _made(part, moved)
    kinds = {key[0] for key in part.records}
    if len(kinds) > 1 or not kinds <= set(FOUND_ALONE):
        return made
    (kind,) = kinds
    model, parts, _ = TABLES[kind]
    given = {one: ([name for name, _ in columns_of(one)], rows.get(one, [])) for one in (model, *parts)}
    return made._replace(found_by=(renewal(kind, part.records, Given(given)),))


def _made(part: Part, moved: Mapping[str, str]) -> tuple[Made, Plain]:
    collected, loaded = Rows(), load(part.nodes, moved)
    for key, draft in loaded.drafts.items():
        MAKERS[key[0]](draft, collected)
    rows = collected.plain()
    return Made(changes_of(part.records, rows), marks_of(loaded.drafts, part.nodes, loaded.records)), rows
