"""What inputs one value of a field has, how a value fills them, and how what is typed becomes a value again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _

from . import inputs
from .choosing import cells
from .typed_date import date_text

Names = Mapping[str, str]
Json = Any


class Shape(NamedTuple):
    """The inputs of one value.

    `value`: what was typed and found right → the value, None for none. `data`: a value → what its inputs hold, by name.
    `main`: the inputs that are all empty where there is no value. `whole`: it makes the whole list of a field of many.
    """

    inputs: dict[str, Callable[[], forms.Field]]
    value: Callable[[dict[str, Any]], Json]
    data: Callable[[Json, Names], dict[str, Any]]
    main: tuple[str, ...]
    whole: bool = False


def one(make: Callable[[], forms.Field]) -> Shape:
    """A value that a single input holds as it is."""
    return Shape({"value": make}, lambda typed: typed["value"] or None, lambda value, names: {"value": value}, ("value",))


def dated(date: Json) -> str:
    """A date as it stands in its input; empty for none."""
    return date_text(date["value"]) if date else ""


DATE = Shape(
    {"value": inputs.date(_("Date"))}, lambda typed: typed["value"], lambda value, names: {"value": dated(value)}, ("value",)
)


def reference(kind: str) -> Shape:
    """A value that is a reference to a record."""
    return Shape(
        {"value": inputs.record(_("Name"), kind)},
        lambda typed: typed["value"],
        lambda value, names: cells("value", value, names),
        ("value",),
    )


def code(known: Mapping[str, str]) -> Shape:
    """A value out of a list."""
    return one(inputs.code(_("Value"), known))


def text(rows: int = 0) -> Shape:
    """A line, or several."""
    return one(inputs.words(_("Text"), rows=rows))


def status(known: Mapping[str, str], *, background: bool) -> Shape:
    """A status, and whether the thing is only recalled."""
    held = {"status": inputs.code(_("Status"), known)}
    if not background:
        return Shape(held, lambda typed: typed if typed["status"] else None, lambda v, n: {"status": v["status"]}, ("status",))
    return Shape(
        {**held, "background": inputs.check(_("only recalled as an older one"))},
        lambda typed: typed if typed["status"] else None,
        lambda value, names: {"status": value["status"], "background": on(value.get("background"))},
        ("status",),
    )


def on(flag: Any) -> str:
    """What a box holds."""
    return "on" if flag else ""
