"""Contacts between partners, and the days on which they are missed, kept beside documents and events.

Both follow from the records that are there and from the states of documents, whatever the order in which these came in.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

from django.db.models import Model

from pobratim.register import sql
from pobratim.register.lifecycle import HOLDING
from pobratim.register.models import (
    Contact,
    Document,
    DocumentParty,
    DocumentState,
    Event,
    EventParty,
    Silence,
    State,
)
from pobratim.register.silence import Holding, Stretch, renewed, shortened, silences
from pobratim.register.silence import Silence as Quiet
from pobratim.resolve.records.content import DOCUMENT, EVENT

from .change import replace

_HELD = ", ".join(f"'{one.value}'" for one in HOLDING)
#: Kind of record → its table, its days, the table of its parties, the column there that names the record.
_MET = {
    DOCUMENT: (Document, ("signed_first", "signed_last"), DocumentParty, "document_id"),
    EVENT: (Event, ("date_first", "date_last"), EventParty, "event_id"),
}
_SILENCE = ("a_id", "b_id", "first", "last", "signed")
Pair = tuple[str, str]
_Row = tuple[Any, ...]


def tell_silences(keys: Iterable[str], changed: Iterable[str]) -> None:
    """Brings contacts and silences up to date.

    Two partners who met once more are silent on fewer days: nothing but that is looked up of them.

    Args:
        keys: of records that were made anew or dropped.
        changed: documents whose states are others than before.
    """
    anew: set[Pair] = set()
    met: dict[Pair, list[Stretch]] = defaultdict(list)
    signed: dict[Pair, datetime.date] = {}
    for some in sql.chunks(key for key in keys if key[0] in _MET):
        went, came = _changed_contacts(some)
        anew |= {(a, b) for _, a, b, *_ in went}
        for record, a, b, *days in came:
            first, last = map(sql.day, days)
            if first and last:
                met[a, b].append(Stretch(first, last))
                if record[0] == DOCUMENT:
                    signed[a, b] = min(signed.get((a, b), first), first)
    for a, b, day in sql.select(f"SELECT a_id, b_id, first FROM {sql.table(Contact)} WHERE record IN {{keys}}", changed):
        if first := sql.day(day):
            signed[a, b] = min(signed.get((a, b), first), first)
    for two in sql.chunks(anew):
        renew_silences(two)
    by_day = sorted(signed.keys() - anew, key=lambda pair: (signed[pair], pair))
    for start in range(0, len(by_day), sql.CHUNK):
        _renew_since({pair: signed[pair] for pair in by_day[start : start + sql.CHUNK]}, met)
    for two in sql.chunks(met.keys() - anew - signed.keys()):
        _shorten_silences({pair: met[pair] for pair in two})


def renew_contacts(keys: list[str]) -> set[Pair]:
    """Brings the contacts of these documents and events up to date. Returns the pairs whose contacts are others than before."""
    return {(a, b) for rows in _changed_contacts(keys) for _, a, b, *_ in rows}


def _changed_contacts(keys: list[str]) -> tuple[set[_Row], set[_Row]]:
    """Brings the contacts of these documents and events up to date. Returns the rows that went and those that came."""
    there = set(_contacts(keys))
    changed = replace(Contact, "record", keys, sorted(there))
    return changed - there, changed & there


def _contacts(keys: list[str]) -> Iterator[_Row]:
    for kind, (model, (first, last), parties, owner) in _MET.items():
        some = [key for key in keys if key[0] == kind]
        asked = f"SELECT key, {first}, {last} FROM {sql.table(model)} WHERE state <> '{State.REJECTED.value}' AND key IN {{keys}}"
        known = {key: (sql.day(one), sql.day(other)) for key, one, other in sql.select(asked, some)}
        together: dict[str, set[str]] = defaultdict(set)
        for key, actor in sql.select(f"SELECT {owner}, acts_for_id FROM {sql.table(parties)} WHERE {owner} IN {{keys}}", known):
            together[key].add(actor)
        for key, actors in together.items():
            begin, end = known[key]
            if begin and end:
                days = sql.put_day(begin), sql.put_day(end)
                yield from ((key, a, b, *days) for a, b in combinations(sorted(actors), 2))


def renew_silences(pairs: list[Pair]) -> None:
    """Brings the silences of these pairs up to date; contacts and states are there."""
    holdings = _holdings_of(pairs)
    contacts = _contacts_of(holdings)
    _put(_silences_of(pairs), {two: {(*two, *one) for one in silences(contacts[two], held)} for two, held in holdings.items()})


def _renew_since(signed: dict[Pair, datetime.date], met: Mapping[Pair, list[Stretch]]) -> None:
    """The same for pairs of whose documents those signed since some day are in force otherwise than before; of like days, so that
    few contacts are over on the first.
    """
    old, holdings = _silences_of(signed), _holdings_of(signed)
    contacts = _contacts_of(holdings, min(signed.values()))
    new = {
        two: renewed(sorted(Quiet(*row[2:]) for row in old[two]), met.get(two, ()), contacts[two], holdings[two], day)
        for two, day in signed.items()
        if two in old or two in holdings
    }
    _put(old, {two: {(*two, *one) for one in told} for two, told in new.items()})


def _holdings_of(pairs: Iterable[Pair]) -> dict[Pair, list[Holding]]:
    """The stretches in which documents of the pairs are in force; a pair without such is none of the keys."""
    found: dict[Pair, list[Holding]] = defaultdict(list)
    held = (
        f"SELECT c.a_id, c.b_id, s.first, s.last, c.first FROM {{pairs}} CROSS JOIN {sql.table(Contact)} c "
        f"CROSS JOIN {sql.table(DocumentState)} s WHERE c.a_id = pair.a AND c.b_id = pair.b "
        f"AND c.record >= '{DOCUMENT}' AND c.record < '{EVENT}' AND s.document_id = c.record AND s.state IN ({_HELD})"
    )
    for a, b, *days in sql.select_pairs(held, pairs):
        first, last, signed = map(sql.day, days)
        if first and last and signed:
            found[a, b].append(Holding(first, last, signed))
    return found


def _contacts_of(pairs: Iterable[Pair], since: datetime.date = datetime.date.min) -> dict[Pair, list[Stretch]]:
    """The contacts of these pairs that are not over on a day."""
    found: dict[Pair, list[Stretch]] = defaultdict(list)
    for a, b, *days in sql.select_pairs(f"{_of_pairs(Contact)} AND x.last >= '{since.isoformat()}'", pairs):
        first, last = map(sql.day, days)
        if first and last:
            found[a, b].append(Stretch(first, last))
    return found


def _shorten_silences(met: dict[Pair, list[Stretch]]) -> None:
    """The silences of these pairs, who met on more days than before; their documents are in force as they were."""
    old = _silences_of(met)
    told = {two: shortened((Quiet(*row[2:]) for row in rows), met[two]) for two, rows in old.items()}
    _put(old, {two: {(*two, *one) for one in rest} for two, rest in told.items()})


def _silences_of(pairs: Iterable[Pair]) -> dict[Pair, set[_Row]]:
    found: dict[Pair, set[_Row]] = defaultdict(set)
    for a, b, *days in sql.select_pairs(_of_pairs(Silence, "x.signed"), pairs):
        found[a, b].add((a, b, *map(sql.day, days)))
    return found


def _put(old: Mapping[Pair, set[_Row]], new: Mapping[Pair, set[_Row]]) -> None:
    """Puts new silences of pairs in the place of the old ones, where they are others."""
    changed = [two for two in sorted({*old, *new}) if old.get(two, set()) != new.get(two, set())]
    sql.many(f"DELETE FROM {sql.table(Silence)} WHERE a_id = %s AND b_id = %s", [two for two in changed if two in old])
    rows = sorted(row for two in changed for row in new.get(two, ()))
    sql.insert(Silence, _SILENCE, [(*row[:2], *map(sql.put_day, row[2:])) for row in rows])


def _of_pairs(model: type[Model], *more: str) -> str:
    """What asks for the days of pairs; see `sql.select_pairs`."""
    columns = ", ".join(("x.a_id", "x.b_id", "x.first", "x.last", *more))
    return f"SELECT {columns} FROM {{pairs}} CROSS JOIN {sql.table(model)} x WHERE x.a_id = pair.a AND x.b_id = pair.b"
