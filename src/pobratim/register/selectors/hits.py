"""What a search found, in order: read slice by slice, with what lists show of each record's neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, overload

from django.db.models import Prefetch, QuerySet

from pobratim.register.models import Actor, Document, DocumentParty, EventParty, Person, Record
from pobratim.register.search import shelf
from pobratim.register.search.match import Condition, Matches, Without, both

from .record import MODELS

EXACT_FIRST = 200  # so many whose name is just what was asked stand before the rest
_BULK = ("fields", "contradictions")


def parties_of(rows: type[DocumentParty | EventParty]) -> Prefetch[str, Any, Any]:
    """What fetches the parties of documents or events along with their actors, in one query."""
    heavy = [f"actor__{column}" for column in _BULK]
    return Prefetch("party_rows", rows._default_manager.select_related("actor").defer(*heavy))


#: Kind → what lists show of a record's neighbours: fetched along; the bulk of a record is not.
_ACTORS = Actor.objects.defer(*_BULK)
_SHOWN: dict[str, tuple[str | Prefetch[str, Any, Any], ...]] = {
    "d": (Prefetch("place", _ACTORS), parties_of(DocumentParty), "spheres"),
    "e": (Prefetch("place", _ACTORS), parties_of(EventParty)),
    "p": ("appointments", Prefetch("appointments__of", _ACTORS)),
    "a": (Prefetch("within", _ACTORS),),
    "s": (Prefetch("speaker", Person.objects.defer(*_BULK)),),
    "m": ("executors", Prefetch("plan", Document.objects.defer(*_BULK))),
}


class Hits(Sequence[Record]):
    """The finds of one kind in order; a slice asks the database for no more than it shows."""

    def __init__(self, kind: str, condition: Condition | None, names: Condition | None, number: int, newest_first: bool) -> None:
        self._kind, self._condition, self._names = kind, condition, names
        self._number, self._newest_first = number, newest_first
        self._first: list[str] | None = None

    def __len__(self) -> int:
        return self._number

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> list[Record]: ...
    def __getitem__(self, at: int | slice) -> Record | list[Record]:
        if isinstance(at, slice):
            start, stop, step = at.indices(self._number)
            return records(self._kind, self.keys(start, stop))[::step]
        if not -self._number <= at < self._number:
            raise IndexError(at)
        place = at % self._number
        found: Record = records(self._kind, self.keys(place, place + 1))[0]
        return found

    def keys(self, start: int, stop: int) -> list[str]:
        """The keys of the finds from one place up to another."""
        span = shelf.span(shelf.SHELVES[self._kind])
        first = self._exact(span)
        found = first[start:stop]
        if stop > start + len(found):
            rest = Without(self._condition, self._names) if first and self._condition and self._names else self._condition
            behind = max(start - len(first), 0)
            found += Matches(rest).keys(span, behind, behind + stop - start - len(found), self._newest_first)
        return found

    def _exact(self, span: tuple[int, int]) -> list[str]:
        """Those that bear the very name; none where they are too many for that to say anything."""
        if self._first is None:
            condition = both(self._condition, self._names) if self._names else None
            self._first = Matches(condition).keys(span, 0, EXACT_FIRST + 1, few=True) if condition else []
            if len(self._first) > EXACT_FIRST:
                self._first = []
        return self._first


def by_key(keys: Iterable[str]) -> dict[str, Any]:
    """Key → record, of any kinds, without their bulk; documents with their parties, statements with the speaker.

    One query a kind and one for the parties.
    """
    of: dict[str, list[str]] = {}
    for key in keys:
        of.setdefault(key[0], []).append(key)
    found: dict[str, Any] = {}
    for kind, some in of.items():
        rows: QuerySet[Any] = MODELS[kind]._default_manager.filter(key__in=some).defer(*_BULK)
        if kind == "d":
            rows = rows.prefetch_related(parties_of(DocumentParty))
        elif kind == "s":
            rows = rows.select_related("speaker").defer(*_BULK, *(f"speaker__{column}" for column in _BULK))
        found |= {one.key: one for one in rows}
    return found


def records(kind: str, keys: list[str]) -> list[Any]:
    """The records in the order of their keys, with what lists show of their neighbours."""
    rows: QuerySet[Any] = MODELS[kind]._default_manager.filter(key__in=keys).defer(*_BULK)
    found = {one.key: one for one in rows.prefetch_related(*_SHOWN[kind])}
    return [found[key] for key in keys if key in found]
