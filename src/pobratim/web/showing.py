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


class Shown(NamedTuple):
    """A value in words; `number` is its place among the values of the field, `pages` how many give it (0: a person alone).

    `mark` is the sign by which a form names it.
    """

    html: SafeString
    number: int
    pages: int
    mark: str


class Row(NamedTuple):
    """A field: the values that hold, those that contradict them, and what else is told (the same day in other words)."""

    field: str
    name: str
    values: list[Shown]
    rivals: list[Shown]
    also: list[Shown]
    contradicted: bool
    decided: Mapping[str, Any] | None


def rows_of(record: Record, names: Mapping[str, str] | None = None) -> list[Row]:
    """The fields of a record that have a value, in the order of `FIELDS`.

    Args:
        record: any.
        names: what `names_for` gave, where several records are shown together.
    """
    kind = record.key[0]
    names = names_for([record]) if names is None else names
    found = []
    for field in FIELDS[kind]:
        told = record.fields.get(field, [])
        if told:
            found.append(_row(record, kind, field, told, names))
    return found


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


def _row(record: Record, kind: str, field: str, told: list[dict[str, Any]], names: Mapping[str, str]) -> Row:
    shown = [
        Shown(in_words(kind, field, one["value"], names), number, one["pages"], mark_of(one["value"]))
        for number, one in enumerate(told)
    ]
    rivals: list[int] = []
    rest: list[int] = []
    if field in MANY:
        held = fullest(field, told)
    else:
        chosen = chosen_of(record, field, told)
        against = {_plain(one) for one in record.contradictions.get(field, [])} - {_plain(told[chosen]["value"])}
        held = [chosen]
        for number, one in enumerate(told):
            if number != chosen:
                (rivals if _plain(one["value"]) in against else rest).append(number)
    return Row(
        field,
        word(codes.FIELDS[kind], field),
        [shown[number] for number in held],
        [shown[number] for number in rivals],
        [shown[number] for number in rest],
        field in record.contradictions,
        record.decided.get(field),
    )


def _plain(value: Any) -> str:
    """What a value says, whatever the words of a date."""
    return str(value["value"]) if isinstance(value, dict) and "precision" in value else canonical(value)
