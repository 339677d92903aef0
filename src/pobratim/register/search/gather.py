"""Reads what the index needs of many records at once, kind by kind; `tables`: where their rows are."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from pobratim.register import sql
from pobratim.register.models import (
    Actor,
    Appointment,
    Document,
    DocumentParty,
    DocumentSphere,
    DocumentState,
    Event,
    EventParty,
    Participation,
    Person,
    Record,
    SearchRow,
    Signature,
    State,
    Statement,
)

from .on_day import spell_tokens
from .own import (
    NAMES,
    NOTHING,
    Lent,
    Own,
    actor_name,
    date_tokens,
    facet,
    ordered,
    person_wholes,
    place_codes,
    title_tokens,
    year_facets,
)
from .shelf import by_day, by_pages
from .tables import STORED, Tables
from .words import name_tokens, text_tokens

_decode = msgspec.json.decode
Rows = dict[str, list[tuple[Any, ...]]]


def lent(keys: Iterable[str]) -> dict[str, Lent]:
    """What records lend to those that name them, from their rows."""
    rows = sql.select(f"SELECT key, name, facets FROM {sql.table(SearchRow)} WHERE key IN {{keys}}", keys)
    return {key: Lent(frozenset(name.split()), _as_party(key, facets.split())) for key, name, facets in rows}


def _as_party(key: str, facets: list[str]) -> tuple[str, ...]:
    """The facets that a party gives to a record: itself, its level and country."""
    return (facet("partner", key), *(one for one in facets if one.startswith(("=level:", "=country:"))))


def actors(keys: set[str], tables: Tables = STORED) -> Iterator[Own]:
    """Places and bodies."""
    columns = "key, state, pages, name, kind, level, country, iso3166_2, geonames, names"
    rows = tables.rows(Actor, "key", columns, keys)
    for key, state, pages, name, kind, level, country, region, geonames, names in rows:
        told = dict.fromkeys((name, *(one for one, _ in _decode(names)[:NAMES])))
        lends, wholes = actor_name(told, level, place_codes(kind, country, region, geonames))
        facets = [facet("record", "a"), facet("kind", kind), facet("level", level)]
        if country:
            facets.append(facet("country", country))
        yield Own(key, _shown(state), by_pages(pages), lends, ordered(facets), lends | wholes)


def people(keys: set[str], tables: Tables = STORED) -> Iterator[Own]:
    """People, found by name, post, and what the post is in."""
    columns = "key, state, pages, last_told, name, surname, given"
    rows = list(tables.rows(Person, "key", columns, keys))
    posts = _grouped(tables, Appointment, "person_id", "title, of_id", keys)
    borrowed = lent(of for many in posts.values() for _, of in many if of)
    for key, state, _, last, name, surname, given in rows:
        own, facets = name_tokens(name), [facet("record", "p")]
        found = own | person_wholes(name, surname, given)
        for title, of in posts[key]:
            found |= name_tokens(title) | borrowed.get(of, NOTHING).name
            facets += borrowed.get(of, NOTHING).as_party
        yield Own(key, _shown(state), by_day(sql.day(last)), own, ordered(facets), found)


def documents(keys: set[str], tables: Tables = STORED) -> Iterator[Own]:
    """Documents, found by title, parties, signatories, place, day, and by their states on days."""
    columns = "key, state, kind, status, title, signed_first, signed_last, first_told, place_id"
    rows = list(tables.rows(Document, "key", columns, keys))
    parties = _grouped(tables, DocumentParty, "document_id", "actor_id, acts_for_id", keys)
    people_ = _grouped(tables, Signature, "document_id", "person_id", keys)
    spheres = _grouped(tables, DocumentSphere, "document_id", "code", keys)
    states = _grouped(tables, DocumentState, "document_id", "state, first, last", keys)
    borrowed = lent({*_keys(parties), *_keys(people_), *(row[8] for row in rows if row[8])})
    for key, state, kind, status, title, *days, told, place in rows:
        first, last = map(sql.day, days)
        facets = [facet("record", "d"), facet("kind", kind), facet("status", status)]
        facets += [facet("sphere", code) for (code,) in spheres[key]]
        facets += [one for _, acts_for in parties[key] for one in borrowed.get(acts_for, NOTHING).as_party]
        found = date_tokens(first, last).union(*_names((*_flat(parties[key]), *_flat(people_[key]), place), borrowed))
        found |= title_tokens(title)
        found |= {one for state, *ends in states[key] for one in spell_tokens(state, *_days(ends))}
        order = by_day(first or sql.day(told))
        yield Own(key, _shown(state), order, frozenset(), ordered({*facets, *year_facets(first, last)}), frozenset(found))


def events(keys: set[str], tables: Tables = STORED) -> Iterator[Own]:
    """Events, found by parties, people, place, host, day."""
    columns = "key, state, kind, status, date_first, date_last, first_told, place_id, host_id"
    rows = list(tables.rows(Event, "key", columns, keys))
    parties = _grouped(tables, EventParty, "event_id", "actor_id, acts_for_id", keys)
    people_ = _grouped(tables, Participation, "event_id", "person_id", keys)
    borrowed = lent({*_keys(parties), *_keys(people_), *(one for row in rows for one in row[7:] if one)})
    for key, state, kind, status, *days, told, place, host in rows:
        first, last = map(sql.day, days)
        facets = [facet("record", "e"), facet("kind", kind), facet("status", status)]
        facets += [one for _, acts_for in parties[key] for one in borrowed.get(acts_for, NOTHING).as_party]
        named = (*_flat(parties[key]), *_flat(people_[key]), place, host)
        found = date_tokens(first, last).union(*_names(named, borrowed))
        order = by_day(first or sql.day(told))
        yield Own(key, _shown(state), order, frozenset(), ordered({*facets, *year_facets(first, last)}), frozenset(found))


def statements(keys: set[str], tables: Tables = STORED) -> Iterator[Own]:
    """Statements, found by their words and the speaker's name."""
    columns = "key, state, last_told, text, speaker_id"
    rows = list(tables.rows(Statement, "key", columns, keys))
    borrowed = lent({row[4] for row in rows if row[4]})
    for key, state, last, text, speaker in rows:
        told = sql.day(last)
        found = text_tokens(text).union(*_names((speaker,), borrowed))
        facets = {facet("record", "s"), *year_facets(told, told)}
        yield Own(key, _shown(state), by_day(told), frozenset(), ordered(facets), frozenset(found))


#: Kind → its table and what reads it; in this order none names one that comes later.
READERS: dict[str, tuple[type[Record], Callable[[set[str], Tables], Iterator[Own]]]] = {
    "a": (Actor, actors),
    "p": (Person, people),
    "d": (Document, documents),
    "e": (Event, events),
    "s": (Statement, statements),
}


def _shown(state: str) -> bool:
    return state != State.REJECTED


def _names(keys: Iterable[str | None], borrowed: dict[str, Lent]) -> Iterator[frozenset[str]]:
    return (borrowed[key].name for key in keys if key in borrowed)


def _days(values: list[Any]) -> tuple[datetime.date, datetime.date]:
    first, last = map(sql.day, values)
    return first or datetime.date.min, last or datetime.date.max


def _grouped(tables: Tables, model: Any, owner: str, columns: str, keys: set[str]) -> Rows:
    found: Rows = defaultdict(list)
    for row in tables.rows(model, owner, f"{owner}, {columns}", keys):
        found[row[0]].append(row[1:])
    return found


def _flat(rows: list[tuple[Any, ...]]) -> Iterator[str]:
    return (one for row in rows for one in row if one)


def _keys(rows: Rows) -> Iterator[str]:
    return (one for many in rows.values() for one in _flat(many))
