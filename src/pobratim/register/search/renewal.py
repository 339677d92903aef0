"""What is to be written for the index to find some records as they are, worked out by whoever can read the rows that it has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pobratim.register import sql
from pobratim.register.models import SearchName, SearchRow
from pobratim.resolve.records.content import ACTOR

from .gather import READERS
from .naming import Names, names_of
from .own import Own
from .shelf import number
from .tables import STORED, Tables

Row = tuple[int, str, str, str, str]
COLUMNS = ("id", "key", "name", "facets", "words")


class Renewal(NamedTuple):
    """Rows that go and rows that come, and what the latter are called; `renamed`: number of a row that stays → what it is called
    now. `lenders`: records whose rows lend something else than before, or by whose names others are called.
    """

    keys: list[str]
    gone: list[Row]
    come: list[Row]
    names: dict[str, Names]
    renamed: dict[int, Names]
    lenders: set[str]


def renewal(kind: str, keys: Iterable[str], tables: Tables = STORED) -> Renewal:
    """For these records, all of one kind.

    Args:
        kind: theirs.
        keys: theirs; of those that are no more the rows go.
        tables: where they are.
    """
    wanted = set(keys)
    old, called = _there(wanted)
    new = {own.key: _row(own) for own in READERS[kind][1](wanted, tables)}
    gone = [row for key, row in old.items() if not _same(row, new.get(key))]
    come = [row for key, row in sorted(new.items()) if not _same(row, old.get(key))]
    lenders = {row[1] for row in gone if row[1] in new and row[2:4] != new[row[1]][2:4]}
    names = names_of(kind, new, tables)
    other = {key for key, told in names.items() if called.get(key) != told}
    if kind == ACTOR:
        lenders |= other & called.keys()
    coming = {row[1] for row in come}
    renamed = {old[key][0]: names[key] for key in other - coming}
    return Renewal(sorted(wanted), gone, come, {key: names[key] for key in coming & names.keys()}, renamed, lenders)


def _there(keys: set[str]) -> tuple[dict[str, Row], dict[str, Names]]:
    """Key → row, and key → what it is called, as they are."""
    columns = ", ".join(f"r.{column}" for column in COLUMNS)
    asked = f"SELECT {columns}, n.ru, n.en FROM {sql.table(SearchRow)} r LEFT JOIN {sql.table(SearchName)} n ON n.id = r.id"
    rows: dict[str, Row] = {}
    names: dict[str, Names] = {}
    for *row, ru, en in sql.select(f"{asked} WHERE r.key IN {{keys}}", keys):
        place, key, name, facets, words = row
        rows[key] = (place, key, name, facets, words)
        if ru is not None:
            names[key] = (ru, en)
    return rows, names


def _row(own: Own) -> Row:
    name, words = " ".join(sorted(own.name)), " ".join(sorted(own.words))
    return number(own.key, own.shown, own.order), own.key, name, " ".join(own.facets), words


def _same(row: Row, other: Row | None) -> bool:
    """Whether two rows of one record say the same; the last bits of a number may differ, see `write`."""
    return other is not None and row[0] >> 40 == other[0] >> 40 and row[2:] == other[2:]
