"""The inputs that forms of records are made of; each function gives what makes one, for every row anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pobratim.register.values.plain import LINE_CHARS

from .choosing import ChoosingField
from .typed_date import read_date

Json = Any
Label = Any  # a text that is translated where it is shown


class TypedDateField(forms.CharField):
    """A partial date."""

    def clean(self, value: str | None) -> Json:
        """The date as records hold it; None where nothing is typed."""
        typed = super().clean(value)
        if not typed:
            return None
        found = read_date(typed)
        if found is None:
            raise ValidationError(gettext("No date: type it like 24.04.2024, April 2024 or 2021."))
        return found


class DayField(TypedDateField):
    """A day of the calendar, ISO."""

    def clean(self, value: str | None) -> str | None:
        """The day; None where nothing is typed."""
        found = super().clean(value)
        if found and (found["precision"] != "day" or found["value"].startswith("-")):
            raise ValidationError(gettext("A whole day is needed: 24.04.2024."))
        return found["value"] if found else None


def words(
    label: Label, *, required: bool = False, chars: int = LINE_CHARS, rows: int = 0, help_text: Label = ""
) -> Callable[[], forms.Field]:
    """A line of text, or (`rows`) several."""
    widget = forms.Textarea({"rows": rows}) if rows else forms.TextInput({"autocomplete": "off"})
    return lambda: forms.CharField(label=label, required=required, max_length=chars, widget=widget, help_text=help_text)


def code(label: Label, known: Mapping[str, str], *, may_be_empty: bool = True) -> Callable[[], forms.Field]:
    """One of a list of codes."""
    empty = [("", "—")] if may_be_empty else []
    return lambda: forms.ChoiceField(
        label=label, required=False, choices=lambda: [*empty, *((code, gettext(name)) for code, name in known.items())]
    )


def date(label: Label) -> Callable[[], forms.Field]:
    """A partial date."""
    help_text = _("24.04.2024, April 2024, 2021")
    return lambda: TypedDateField(label=label, required=False, max_length=60, help_text=help_text)


def check(label: Label) -> Callable[[], forms.Field]:
    """Yes or no."""
    return lambda: forms.BooleanField(label=label, required=False)


def record(label: Label, kind: str, *, required: bool = False) -> Callable[[], forms.Field]:
    """A record, by its name."""
    return lambda: ChoosingField(kind, label=label, required=required)
