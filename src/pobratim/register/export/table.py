"""Lists as rows: column → cell. A cell is a text, a number, a truth value, a list of texts, or None."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from pobratim.register.lifecycle import Lifecycle
from pobratim.register.models import (
    Actor,
    Document,
    Event,
    Mention,
    Person,
    Record,
    Signature,
    State,
    Statement,
)
from pobratim.register.selectors import listing
from pobratim.register.selectors.state import states_on
from pobratim.register.selectors.whole import whole_actors, whole_documents, whole_events, whole_people, whole_statements

Cell = str | int | bool | list[str] | None
Row = dict[str, Cell]
CHUNK = 500
_LEFT_OUT = ("fields",)  # the most of a record, and no cell needs it


class List(NamedTuple):
    """A list that can be exported: its columns, its records in their order, all that a row needs of them, a record as a row."""

    columns: tuple[str, ...]
    records: Callable[..., QuerySet[Any]]
    whole: Callable[[QuerySet[Any]], QuerySet[Any]]
    row: Callable[[Any], Row]

    def rows(self, on: datetime.date | None = None, states: Iterable[Lifecycle] = ()) -> Iterator[Row]:
        """All rows, a few records in memory at a time.

        Args:
            on: of documents: only those that were there on the day, and their state then; today's unless named.
            states: of documents: only those in one of these states on the day.
        """
        asked: dict[str, Any] = {"on": on, "states": states} if on or states else {}
        found: list[Any] = []
        for record in self.whole(self.records(**asked)).defer(*_LEFT_OUT).iterator(chunk_size=CHUNK):
            found.append(record)
            if len(found) == CHUNK:
                yield from self._rows(found, on)
                found = []
        yield from self._rows(found, on)

    def rows_of(self, keys: Iterable[str], on: datetime.date | None = None) -> Iterator[Row]:
        """The rows of the records with these keys, in their order; what is no more is left out.

        Args:
            keys: of records.
            on: of documents: the day of the state that is told; today unless named.
        """
        left = iter(keys)
        while some := list(islice(left, CHUNK)):
            found = self.whole(self.records().model._default_manager.filter(key__in=some)).defer(*_LEFT_OUT).in_bulk()
            yield from self._rows([found[key] for key in some if key in found], on)

    def _rows(self, records: list[Any], on: datetime.date | None) -> Iterator[Row]:
        sources, day = _sources([one.key for one in records]), on or timezone.localdate()
        states = states_on((one for one in records if isinstance(one, Document)), day)
        for record in records:
            row = {**self.row(record), **_common(record), "sources": sources.get(record.key, [])}
            row |= {"on": str(day), "lifecycle": states[record.key].value if record.key in states else None}
            yield {column: row[column] for column in self.columns}


_COMMON = ("state", "pages", "first_told", "last_told", "contradictions", "sources")


def _common(record: Record) -> Row:
    return {
        "key": record.key,
        "state": State(record.state).name.lower(),
        "pages": record.pages,
        "first_told": _day(record.first_told),
        "last_told": _day(record.last_told),
        "contradictions": sorted(record.contradictions),
    }


def _day(value: object) -> str | None:
    return str(value) if value else None


def _sources(keys: list[str]) -> dict[str, list[str]]:
    """Record → the addresses of the pages that tell of it (of an actor there may be too many: none)."""
    wanted = [key for key in keys if key[0] != "a"]
    found: dict[str, list[str]] = {}
    rows = Mention.objects.filter(node__record__in=wanted).values_list("node__record", "version__address")
    for record, address in rows.distinct().order_by("version__published", "version__address"):
        found.setdefault(record, []).append(address)
    return found


def _document(one: Document) -> Row:
    term = one.term or {}
    begin, end = term.get("from") or {}, term.get("to") or {}
    return {
        "kind": one.kind,
        "title": one.title,
        "status": one.status,
        "signed": one.signed,
        "signed_wording": one.signed_wording,
        "parties": [row.actor.name for row in one.party_rows.all()],
        "party_keys": [row.actor_id for row in one.party_rows.all()],
        "signatories": [_signature(row) for row in one.signatures.all() if not row.witness],
        "witnesses": [row.person.name for row in one.signatures.all() if row.witness],
        "place": one.place.name if one.place else None,
        "spheres": sorted(row.code for row in one.spheres.all()),
        "term_from": begin.get("value"),
        "term_to": end.get("value"),
        "term_years": term.get("years"),
        "open_ended": bool(term.get("open_ended")),
        "renewal": term.get("renewal"),
        "ends": _day(one.ends_last),
        "relations": sorted(f"{row.kind} {row.to_id}" for row in one.relations.all()),
        "recalled_only": one.background,
    }


def _signature(row: Signature) -> str:
    return f"{row.person.name} ({row.party.name})" if row.party else row.person.name


def _event(one: Event) -> Row:
    return {
        "kind": one.kind,
        "status": one.status,
        "date": one.date,
        "date_wording": one.date_wording,
        "parties": [row.actor.name for row in one.party_rows.all()],
        "party_keys": [row.actor_id for row in one.party_rows.all()],
        "place": one.place.name if one.place else None,
        "host": one.host.name if one.host else None,
        "people": [f"{row.person.name} ({row.role})" for row in one.participations.all()],
        "documents": sorted(row.document_id for row in one.document_rows.all()),
    }


def _person(one: Person) -> Row:
    posts = [row.title for row in one.appointments.all()]
    return {"name": one.name, "surname": one.surname, "given": one.given, "patronymic": one.patronymic, "posts": posts}


def _partner(one: Actor) -> Row:
    return {
        "name": one.name,
        "kind": one.kind,
        "level": one.level,
        "country": one.country,
        "iso3166_2": one.iso3166_2,
        "geonames": one.geonames,
        "within": one.within.name if one.within else None,
        "names": [name for name, _ in one.names],
        "documents": one.documents_count,
        "events": one.events_count,
    }


def _statement(one: Statement) -> Row:
    return {
        "text": one.text,
        "direct": one.direct,
        "speaker": one.speaker.name if one.speaker else None,
        "speaker_key": one.speaker_id,
        "documents": sorted(row.document_id for row in one.document_rows.all()),
    }


LISTS: dict[str, List] = {
    "documents": List(
        (
            "key",
            "kind",
            "title",
            "status",
            "lifecycle",
            "on",
            "signed",
            "signed_wording",
            "parties",
            "party_keys",
            "signatories",
            "witnesses",
            "place",
            "spheres",
            "term_from",
            "term_to",
            "term_years",
            "open_ended",
            "renewal",
            "ends",
            "relations",
            "recalled_only",
            *_COMMON,
        ),
        listing.documents,
        whole_documents,
        _document,
    ),
    "events": List(
        (
            "key",
            "kind",
            "status",
            "date",
            "date_wording",
            "parties",
            "party_keys",
            "place",
            "host",
            "people",
            "documents",
            *_COMMON,
        ),
        listing.events,
        whole_events,
        _event,
    ),
    "people": List(("key", "name", "surname", "given", "patronymic", "posts", *_COMMON), listing.people, whole_people, _person),
    "partners": List(
        (
            "key",
            "name",
            "kind",
            "level",
            "country",
            "iso3166_2",
            "geonames",
            "within",
            "names",
            "documents",
            "events",
            *(column for column in _COMMON if column != "sources"),
        ),
        listing.partners,
        whole_actors,
        _partner,
    ),
    "statements": List(
        ("key", "text", "direct", "speaker", "speaker_key", "documents", *_COMMON),
        listing.statements,
        whole_statements,
        _statement,
    ),
}
