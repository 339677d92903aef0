"""Where the rows are read that the index is made of: in the tables, or among those that are about to be written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Model

from pobratim.register import sql
from pobratim.register.models import Actor, DocumentParty, EventParty
from pobratim.register.selectors.label import OWNERS, names_of_parties

_Row = tuple[Any, ...]


class Tables:
    """The tables as they are."""

    def rows(self, model: type[Model], owner: str, columns: str, keys: Iterable[str]) -> Iterator[_Row]:
        """These columns (their names, parted by `, `) of the rows whose `owner` is one of the keys."""
        return sql.select(f"SELECT {columns} FROM {sql.table(model)} WHERE {owner} IN {{keys}}", keys)

    def names_of_parties(self, model: type[DocumentParty | EventParty], keys: Iterable[str]) -> dict[str, list[str]]:
        """Record → the names of those for whom its parties act, each once, in their order; none without parties."""
        return names_of_parties(model, keys)


class Given(Tables):
    """The same, but for some tables, of which these rows are about to be written and no others are asked for."""

    def __init__(self, given: Mapping[type[Model], tuple[Sequence[str], Collection[_Row]]]) -> None:
        self._given = given

    def rows(self, model: type[Model], owner: str, columns: str, keys: Iterable[str]) -> Iterator[_Row]:
        """See `Tables`."""
        if model not in self._given:
            yield from super().rows(model, owner, columns, keys)
            return
        names, rows = self._given[model]
        wanted, by, places = set(keys), names.index(owner), [names.index(one) for one in columns.split(", ")]
        yield from (tuple([row[place] for place in places]) for row in rows if row[by] in wanted)

    def names_of_parties(self, model: type[DocumentParty | EventParty], keys: Iterable[str]) -> dict[str, list[str]]:
        """See `Tables`."""
        owner = OWNERS[model]
        rows = sorted(self.rows(model, owner, f"position, {owner}, acts_for_id", keys), key=lambda row: row[0])
        called: dict[str, str] = dict(self.rows(Actor, "key", "key, name", {actor for *_, actor in rows}))
        found: dict[str, dict[str, None]] = {}
        for _, key, actor in rows:
            found.setdefault(key, {})[called[actor]] = None
        return {key: list(names) for key, names in found.items()}


STORED = Tables()
