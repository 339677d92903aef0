"""Records as rows of fields: what holds, what else pages say, what a person decided; each value with the way to its proof."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.utils.safestring import SafeString

from pobratim.register.derive.draft import MANY, canonical
from pobratim.register.field import FIELDS, refs_in
from pobratim.register.models import Record
from pobratim.register.selectors.held import chosen_of, fullest
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.telling import Said, Telling
from pobratim.words import codes

from .value_mark import mark_of
from .words import in_words, word

#: So many values of a field stand on a record's page; all of them on a page of their own.
FEW = 40


class Shown(NamedTuple):
    """A value in words; `number` is its place among the values of the field, `pages` how many give it (0: a person alone).

    `mark` is the sign by which a form names it.
    """

    html: SafeString
    number: int
    pages: int
    mark: str


class Row(NamedTuple):
    """A field: the values that hold, those that contradict them, and what else is told (the same day in other words); `more` are
    those that are left out where there are many.
    """

    field: str
    name: str
    values: list[Shown]
    rivals: list[Shown]
    also: list[Shown]
    contradicted: bool
    decided: Mapping[str, Any] | None
    more: int


class Places(NamedTuple):
    """Which values of a field hold, contradict these, and say the same in other words: their places among all."""

    held: list[int]
    rivals: list[int]
    also: list[int]


def rows_of(record: Record, names: Mapping[str, str] | None = None, most: int | None = FEW) -> list[Row]:
    """The fields of a record that have a value, in the order of `FIELDS`.

    Args:
        record: any.
        names: what `names_for` gave, where several records are shown together.
        most: so many values of each sort; None for all.
    """
    names = names_for([record]) if names is None else names
    return [_row(record, field, names, most) for field in FIELDS[record.key[0]] if record.fields.get(field)]


def names_for(records: Iterable[Record], keys: Iterable[str] = ()) -> dict[str, str]:
    """What all records are called that the fields of these name, and those of the keys."""
    named = (refs_in([record.fields, record.decided, record.contradictions]) for record in records)
    return labels(set(keys).union(*named))


class Rivals(NamedTuple):
    """A field about which pages disagree: each value in words with the pages that give it."""

    field: str
    name: str
    values: list[tuple[SafeString, list[Telling]]]


def rivals_of(record: Record, told: Mapping[str, list[Said]], names: Mapping[str, str]) -> list[Rivals]:
    """The contradictions of a record side by side, as `who_says` found them."""
    kind = record.key[0]
    return [
        Rivals(
            field, word(codes.FIELDS[kind], field), [(in_words(kind, field, one.value, names), one.pages) for one in told[field]]
        )
        for field in FIELDS[kind]
        if field in told
    ]


def places(record: Record, field: str) -> Places:
    """How the values of a field stand to each other."""
    told = record.fields.get(field, [])
    if field in MANY:
        return Places(fullest(field, told), [], [])
    chosen = chosen_of(record, field, told)
    against = {_plain(one) for one in record.contradictions.get(field, [])} - {_plain(told[chosen]["value"])}
    found = Places([chosen], [], [])
    for number, one in enumerate(told):
        if number != chosen:
            (found.rivals if _plain(one["value"]) in against else found.also).append(number)
    return found


def shown(record: Record, field: str, numbers: Iterable[int], names: Mapping[str, str] | None = None) -> list[Shown]:
    """The values of a field that stand at these places; `names` for all that they name, asked for if not given."""
    told = [(number, record.fields[field][number]) for number in numbers]
    names = labels(refs_in([one["value"] for _, one in told])) if names is None else names
    kind = record.key[0]
    return [
        Shown(in_words(kind, field, one["value"], names), number, one["pages"], mark_of(one["value"])) for number, one in told
    ]


def _row(record: Record, field: str, names: Mapping[str, str], most: int | None) -> Row:
    found = places(record, field)
    held, rivals, also = (shown(record, field, some[:most], names) for some in found)
    return Row(
        field,
        word(codes.FIELDS[record.key[0]], field),
        held,
        rivals,
        also,
        field in record.contradictions,
        record.decided.get(field),
        0 if most is None else sum(max(0, len(some) - most) for some in found),
    )


def _plain(value: Any) -> str:
    """What a value says, whatever the words of a date."""
    return str(value["value"]) if isinstance(value, dict) and "precision" in value else canonical(value)
