"""What records are called, kept beside the index: by it finds are put in order, however many.

Folded, and in both languages of the interface: what has no title is called by its kind and its parties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import translation

from pobratim.register import sql
from pobratim.register.models import Actor, Document, DocumentParty, Event, EventParty, Person, SearchName, SearchRow
from pobratim.register.selectors.label import document_label, event_label, telling
from pobratim.resolve.records.content import ACTOR, DOCUMENT, EVENT, PERSON, plain

from .tables import STORED, Tables

#: So much of a name is kept: what differs later stands in the order of days.
CHARS = 200
COLUMNS = ("id", "ru", "en")
#: In Russian, in English; the latter is empty where both are the same.
Names = tuple[str, str]


def names_of(kind: str, keys: Iterable[str], tables: Tables = STORED) -> dict[str, Names]:
    """Key → what the record is called; kinds without names of their own have none."""
    return dict(_READERS[kind](keys, tables)) if kind in _READERS else {}


def _actors(keys: Iterable[str], tables: Tables) -> Iterator[tuple[str, Names]]:
    for key, name in tables.rows(Actor, "key", "key, name", keys):
        yield key, (plain(name)[:CHARS], "")


def _people(keys: Iterable[str], tables: Tables) -> Iterator[tuple[str, Names]]:
    for key, folded in tables.rows(Person, "key", "key, folded", keys):
        yield key, (folded[:CHARS], "")


def _documents(keys: Iterable[str], tables: Tables) -> Iterator[tuple[str, Names]]:
    rows = list(tables.rows(Document, "key", "key, kind, title", keys))
    bare = {key: (kind, title) for key, kind, title in rows if not telling(kind, title)}
    parties = tables.names_of_parties(DocumentParty, bare)
    yield from ((key, (plain(document_label(kind, title, ()))[:CHARS], "")) for key, kind, title in rows if key not in bare)
    yield from _in_both({key: partial(document_label, kind, title, parties.get(key, ())) for key, (kind, title) in bare.items()})


def _events(keys: Iterable[str], tables: Tables) -> Iterator[tuple[str, Names]]:
    rows: dict[str, str] = dict(tables.rows(Event, "key", "key, kind", keys))
    parties = tables.names_of_parties(EventParty, rows)
    yield from _in_both({key: partial(event_label, kind, parties.get(key, ())) for key, kind in rows.items()})


_READERS: dict[str, Callable[[Iterable[str], Tables], Iterator[tuple[str, Names]]]] = {
    ACTOR: _actors,
    PERSON: _people,
    DOCUMENT: _documents,
    EVENT: _events,
}


def _in_both(told: Mapping[str, Callable[[], str]]) -> Iterator[tuple[str, Names]]:
    """Each label in both languages."""
    found: list[dict[str, str]] = []
    for language in ("ru", "en"):
        with translation.override(language):
            found.append({key: plain(label())[:CHARS] for key, label in told.items()})
    russian, english = found
    yield from ((key, (name, "" if english[key] == name else english[key])) for key, name in russian.items())


@transaction.atomic
def refill_names() -> None:
    """Keeps the names of a register whose index is older than they."""
    if not sql.there(SearchRow, SearchName) or SearchName.objects.exists():
        return
    sql.lock()
    for kind, model in ((ACTOR, Actor), (PERSON, Person), (DOCUMENT, Document), (EVENT, Event)):
        keys: Any = model._default_manager.values_list("pk", flat=True)
        for some in sql.chunks(keys.iterator()):
            rows = dict(sql.select(f"SELECT key, id FROM {sql.table(SearchRow)} WHERE key IN {{keys}}", some))
            sql.insert(SearchName, COLUMNS, sorted((rows[key], *told) for key, told in names_of(kind, rows).items()))
