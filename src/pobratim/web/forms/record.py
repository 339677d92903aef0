"""The form of a record: every field with its values, what was typed, what is wrong with it, and what it changes.

Beside each field stands the sum of what its inputs held when the form was opened: a field that is sent back as it was
is not touched, whatever became of the record meanwhile.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext

from pobratim.register.derive.draft import MANY
from pobratim.register.field import refs_in
from pobratim.register.models import Record
from pobratim.register.selectors.held import held
from pobratim.register.services.enter import NEEDED
from pobratim.web.showing import names_for
from pobratim.web.words import word
from pobratim.words import codes

from .row import RowForm
from .shape import Shape
from .shapes import shapes_of

_NEEDED_OF_STATEMENT = ("text",)
#: Field → how many rows stand there to be filled in where there is none.
_FIRST = {"party": 2}


class FieldForm:
    """One field of a record: the rows of its values."""

    def __init__(
        self, kind: str, field: str, shape: Shape, told: list[Any], names: Mapping[str, str], data: QueryDict | None
    ) -> None:
        self.field, self.shape = field, shape
        self.name = word(codes.FIELDS[kind], field)
        self.many = field in MANY and not self.shape.whole
        self.needed = field in NEEDED.get(kind, _NEEDED_OF_STATEMENT)
        self.told = [told] if self.shape.whole and told else told
        self.errors: list[str] = []
        self.known = _codes(self.shape, [self.shape.data(value, names) for value in self.told])
        opened = [self._row(number, self.shape.data(value, names)) for number, value in enumerate(self.told)]
        self.now = _sum(opened)
        self.was = data.get(f"was-{field}", "") if data is not None else self.now
        sent = list(self._sent(data)) if data is not None else []
        self.touched = data is not None and f"was-{field}" in data and _sum(sent) != self.was
        self.rows = sent if self.touched else opened
        self._opened = opened

    def _row(self, number: int, held: Mapping[str, Any]) -> RowForm:
        prefix = f"{self.field}-{number}"
        lines = {name for name, make in self.shape.inputs.items() if not isinstance(make().widget, forms.Textarea)}
        data = {f"{prefix}-{name}": _one_line(one) if name in lines else one for name, one in held.items()}
        return RowForm(self.shape, prefix, data, self.known, judged=False)

    def _sent(self, data: QueryDict) -> Iterator[RowForm]:
        numbers = {int(found[1]) for name in data if (found := re.match(rf"{self.field}-(\d{{1,3}})-", name))}
        for number in sorted(numbers):
            yield RowForm(self.shape, f"{self.field}-{number}", data, self.known, judged=True)

    @property
    def overtaken(self) -> bool:
        """Whether somebody changed here what was just being typed over."""
        return self.touched and self.was != self.now

    @property
    def shown(self) -> list[RowForm]:
        """The rows, one at least; of parties two, for nobody signs or meets alone."""
        return self.rows or [self.blank(number) for number in range(_FIRST.get(self.field, 1))]

    def blank(self, number: int) -> RowForm:
        """A row without a value."""
        return self._row(number, {})

    def offer(self, value: Any, names: Mapping[str, str]) -> None:
        """Shows a value in the form of a new record; sent back, it counts as typed."""
        self.rows = [self._row(0, self.shape.data(value, names))]

    def add_row(self) -> None:
        """One row more to type into."""
        self.rows = self.shown
        numbers = [int(row.prefix.rsplit("-", 1)[1]) for row in self.rows if row.prefix]
        added = self.blank(max(numbers) + 1)
        added.take_focus()
        self.rows.append(added)

    def right(self) -> bool:
        """Whether what was typed here makes values; what is wrong is noted beside it."""
        kept = [row for row in self.rows if not row.empty]
        if self.touched and self.needed and not kept:
            self.errors.append(gettext("This is needed."))
        wrong = [row for row in kept if not row.is_valid()]
        return not self.errors and not wrong

    def value(self) -> Any:
        """The value, or list of values; what is as it was stays so to the letter."""
        before = {_key(row): value for row, value in zip(self._opened, self.told, strict=True)}
        made = [before.get(_key(row), row.cleaned_data["made"]) for row in self.rows if not row.empty]
        if self.many:
            return made
        return made[0] if made else [] if self.shape.whole else None


def _one_line(held: Any) -> Any:
    """What a browser makes of it in an input of one line."""
    return " ".join(held.split()) if isinstance(held, str) else held


def _codes(shape: Shape, filled: list[dict[str, Any]]) -> set[str]:
    """The codes that the record has, known or not: all of them can be chosen."""
    chosen = {name for name, make in shape.inputs.items() if isinstance(make(), forms.ChoiceField)}
    held = [one[name] for one in filled for name in chosen if one.get(name)]
    return {code for one in held for code in (one if isinstance(one, list) else [one])}


def _key(row: RowForm) -> str:
    return str(msgspec.json.encode(row.raw))


def _sum(rows: list[RowForm]) -> str:
    held = [row.raw for row in rows if not row.empty]
    return hashlib.sha256(msgspec.json.encode(held)).hexdigest()[:16]


class RecordForm:
    """The form of a record, or of one that is to be entered."""

    def __init__(self, kind: str, record: Record | None = None, data: QueryDict | None = None) -> None:
        names = names_for([record]) if record else {}
        shapes = shapes_of(kind, record, data)
        self.kind = kind
        self.fields = [FieldForm(kind, field, shape, _told(record, field), names, data) for field, shape in shapes.items()]
        self.reason = data.get("reason", "") if data is not None else ""
        self.problem = ""

    def offer(self, values: Mapping[str, Any]) -> None:
        """Shows values in the form of a new record: field → value."""
        names = names_for([], refs_in(values))
        for one in self.fields:
            if one.field in values:
                one.offer(values[one.field], names)

    def field(self, name: str) -> FieldForm | None:
        """The part of that field."""
        return next((one for one in self.fields if one.field == name), None)

    def complete(self) -> bool:
        """Whether a new record has all that it needs; what is missing is noted beside its field."""
        missing = [one for one in self.fields if one.needed and not one.touched]
        for one in missing:
            one.errors.append(gettext("This is needed."))
        return not missing

    def right(self) -> bool:
        """Whether all that was touched is right."""
        wrong = [one for one in self.fields if one.touched and not one.right()]
        return not wrong

    def changes(self) -> dict[str, Any]:
        """Field → new value, of those that were touched, once they are right."""
        return {one.field: one.value() for one in self.fields if one.touched}

    @property
    def wrong(self) -> list[FieldForm]:
        """The fields in which something is wrong, for the list above the form."""
        return [one for one in self.fields if one.errors or any(row.errors for row in one.rows)]

    @property
    def overtaken(self) -> list[FieldForm]:
        """The fields that somebody else changed while they were being typed over."""
        return [one for one in self.fields if one.overtaken]


def _told(record: Record | None, field: str) -> list[Any]:
    """The values that the form shows: those that hold and that it can show."""
    found = held(record, field) if record else None
    values = found if field in MANY else [] if found is None else [found]
    return [value for value in values or [] if not isinstance(value, dict) or _there(field, value)]


def _there(field: str, value: Mapping[str, Any]) -> bool:
    """Whether the record that a value is about is still there."""
    main = {"party": "actor", "signatory": "person", "person": "person", "relation": "to"}.get(field)
    return main is None or value.get(main) is not None
