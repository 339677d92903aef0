"""What inputs one value of a field has, how a value fills them, and how what is typed becomes a value again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pobratim.words import codes

from .choosing import ChoosingField, cells
from .typed_date import date_text, read_date

Names = Mapping[str, str]
Json = Any
Label = Any  # a text that is translated where it is shown
_TITLE_CHARS, _TEXT_CHARS = 2000, 20_000


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


def _words(label: Label, *, required: bool = False, chars: int = _TITLE_CHARS, rows: int = 0) -> Callable[[], forms.Field]:
    widget = forms.Textarea({"rows": rows}) if rows else forms.TextInput({"autocomplete": "off"})
    return lambda: forms.CharField(label=label, required=required, max_length=chars, widget=widget)


def _code(label: Label, known: Mapping[str, str], *, may_be_empty: bool = True) -> Callable[[], forms.Field]:
    empty = [("", "—")] if may_be_empty else []
    return lambda: forms.ChoiceField(
        label=label, required=False, choices=lambda: [*empty, *((code, gettext(name)) for code, name in known.items())]
    )


def _date(label: Label) -> Callable[[], forms.Field]:
    help_text = _("24.04.2024, April 2024, 2021")
    return lambda: TypedDateField(label=label, required=False, max_length=60, help_text=help_text)


def _check(label: Label) -> Callable[[], forms.Field]:
    return lambda: forms.BooleanField(label=label, required=False)


def _record(label: Label, kind: str, *, required: bool = False) -> Callable[[], forms.Field]:
    return lambda: ChoosingField(kind, label=label, required=required)


def one(make: Callable[[], forms.Field]) -> Shape:
    """A value that a single input holds as it is."""
    return Shape({"value": make}, lambda typed: typed["value"] or None, lambda value, names: {"value": value}, ("value",))


def _dated(date: Json) -> str:
    return date_text(date["value"]) if date else ""


DATE = Shape({"value": _date(_("Date"))}, lambda typed: typed["value"], lambda value, names: {"value": _dated(value)}, ("value",))


def reference(kind: str) -> Shape:
    """A value that is a reference to a record."""
    return Shape(
        {"value": _record(_("Name"), kind)},
        lambda typed: typed["value"],
        lambda value, names: cells("value", value, names),
        ("value",),
    )


def code(known: Mapping[str, str]) -> Shape:
    """A value out of a list."""
    return one(_code(_("Value"), known))


def text(rows: int = 0) -> Shape:
    """A line, or several."""
    return one(_words(_("Text"), rows=rows))


def status(known: Mapping[str, str], *, background: bool) -> Shape:
    """A status, and whether the thing is only recalled."""
    inputs = {"status": _code(_("Status"), known)}
    if not background:
        return Shape(inputs, lambda typed: typed if typed["status"] else None, lambda v, n: {"status": v["status"]}, ("status",))
    return Shape(
        {**inputs, "background": _check(_("only recalled as an older one"))},
        lambda typed: typed if typed["status"] else None,
        lambda value, names: {"status": value["status"], "background": _on(value.get("background"))},
        ("status",),
    )


def _on(flag: Any) -> str:
    return "on" if flag else ""


def _other(party: Json) -> Json:
    """The one a party acts for, where it is another."""
    return party.get("for") if party.get("for") != party["actor"] else None


PARTY = Shape(
    {"actor": _record(_("Party"), "a", required=True), "for": _record(_("acts for"), "a")},
    lambda typed: {"actor": typed["actor"], **({"for": typed["for"]} if typed["for"] else {})},
    lambda value, names: cells("actor", value["actor"], names) | cells("for", _other(value), names),
    ("actor", "for"),
)
SIGNATORY = Shape(
    {"person": _record(_("Who signed"), "p", required=True), "for": _record(_("for which party"), "a")},
    dict,
    lambda value, names: cells("person", value["person"], names) | cells("for", value.get("for"), names),
    ("person", "for"),
)
ATTENDEE = Shape(
    {
        "person": _record(_("Who"), "p", required=True),
        "role": _code(_("Role"), codes.ROLES, may_be_empty=False),
        "side": _record(_("on whose side"), "a"),
    },
    lambda typed: {**typed, "role": typed["role"] or "participant"},
    lambda v, n: cells("person", v["person"], n) | {"role": v.get("role") or "participant"} | cells("side", v.get("side"), n),
    ("person", "side"),
)
RELATION = Shape(
    {"kind": _code(_("How"), codes.RELATIONS, may_be_empty=False), "to": _record(_("Which document"), "d", required=True)},
    lambda typed: {"kind": typed["kind"] or "within", "to": typed["to"]},
    lambda value, names: {"kind": value["kind"]} | cells("to", value["to"], names),
    ("to",),
)
POST = Shape(
    {"title": _words(_("Post"), required=True), "of": _record(_("Where"), "a"), "acting": _check(_("acting"))},
    dict,
    lambda v, n: {"title": v["title"], "acting": _on(v.get("acting"))} | cells("of", v.get("of"), n),
    ("title", "of"),
)
_PARTS = {"name": _("Whole name"), "surname": _("Surname"), "given": _("Given name"), "patronymic": _("Patronymic")}
NAME = Shape(
    {part: _words(label, required=part == "name", chars=500) for part, label in _PARTS.items()},
    lambda typed: {part: said or None for part, said in typed.items()},
    lambda value, names: {part: value.get(part) or "" for part in _PARTS},
    tuple(_PARTS),
)
WORDS = Shape(
    {"text": _words(_("Words"), chars=_TEXT_CHARS, rows=5), "direct": _check(_("word for word"))},
    lambda typed: typed if typed["text"] else None,
    lambda value, names: {"text": value["text"], "direct": _on(value.get("direct"))},
    ("text",),
)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _term(typed: dict[str, Any]) -> Json:
    begin, end = typed["from"], typed["to"]
    if begin and end and end["value"][: len(begin["value"])] < begin["value"][: len(end["value"])]:
        raise ValidationError(gettext("It would end before it begins."))
    if typed["open_ended"] and (end or typed["years"]):
        raise ValidationError(gettext("Without an end, and yet with one: choose."))
    told = {**typed, "renewal": typed["renewal"] or None, "renews": typed["renews"] or None}
    return told if any(one not in (None, False) for one in told.values()) else None


TERM = Shape(
    {
        "from": _date(_("From")),
        "to": _date(_("Until")),
        "years": lambda: forms.IntegerField(label=_("Years"), required=False, min_value=1, max_value=999),
        "open_ended": _check(_("without an end")),
        "renewal": _words(_("Renewal, as worded")),
        "renews": _code(_("Renewed by itself"), codes.RENEWALS),
        "step_years": lambda: forms.IntegerField(label=_("for so many years"), required=False, min_value=1, max_value=99),
        "notice_months": lambda: forms.IntegerField(label=_("Notice, months"), required=False, min_value=0, max_value=120),
    },
    _term,
    lambda value, names: {
        "from": _dated(value.get("from")),
        "to": _dated(value.get("to")),
        "years": _number(value.get("years")),
        "open_ended": _on(value.get("open_ended")),
        "renewal": value.get("renewal") or "",
        "renews": value.get("renews") or "",
        "step_years": _number(value.get("step_years")),
        "notice_months": _number(value.get("notice_months")),
    },
    ("from", "to", "years", "open_ended", "renewal", "renews", "step_years", "notice_months"),
)
COURSE = Shape(
    {
        "state": _code(_("Status"), codes.COURSE_STATES, may_be_empty=False),
        "since": lambda: DayField(label=_("Since"), max_length=60, help_text="24.04.2024"),
        "until": lambda: DayField(label=_("Until"), required=False, max_length=60),
        "reason": _words(_("Why"), required=True),
    },
    dict,
    lambda v, n: {
        "state": v["state"],
        "since": date_text(v["since"]),
        "until": date_text(v.get("until") or ""),
        "reason": v["reason"],
    },
    ("since", "until", "reason"),
)
SPHERES = Shape(
    {
        "value": lambda: forms.MultipleChoiceField(
            label=_("Spheres"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            choices=lambda: sorted(((code, gettext(name)) for code, name in codes.SPHERES.items()), key=lambda one: one[1]),
        )
    },
    lambda typed: typed["value"],
    lambda value, names: {"value": value},
    ("value",),
    whole=True,
)
_DOCUMENT = {name: codes.STATUSES[name] for name in ("signed", "planned", "proposed", "in_force", "prolonged", "terminated")}
_EVENT = {name: codes.STATUSES[name] for name in ("held", "planned", "cancelled")}

PROMISE = Shape(
    {
        "what": _words(_("What is promised"), required=True),
        "by": _record(_("by whom"), "a"),
        "to": _record(_("to whom"), "a"),
        "due": _date(_("By when")),
    },
    dict,
    lambda v, n: {"what": v["what"], "due": _dated(v.get("due"))} | cells("by", v.get("by"), n) | cells("to", v.get("to"), n),
    ("what", "by", "to", "due"),
)

#: Kind of record → field → the shape of its values; what became of promises, and measures, are kept elsewhere.
SHAPES: dict[str, dict[str, Shape]] = {
    "a": {"name": text(), "kind": code(codes.ACTOR_KINDS), "within": reference("a")},
    "p": {"name": NAME, "post": POST},
    "d": {
        "kind": code(codes.DOCUMENT_KINDS),
        "title": text(rows=2),
        "status": status(_DOCUMENT, background=True),
        "party": PARTY,
        "signatory": SIGNATORY,
        "witness": reference("p"),
        "signed": DATE,
        "place": reference("a"),
        "term": TERM,
        "sphere": SPHERES,
        "relation": RELATION,
        "course": COURSE,
    },
    "e": {
        "kind": code(codes.EVENT_KINDS),
        "status": status(_EVENT, background=False),
        "date": DATE,
        "place": reference("a"),
        "host": reference("a"),
        "party": PARTY,
        "person": ATTENDEE,
        "document": reference("d"),
        "within": reference("e"),
    },
    "s": {"text": WORDS, "speaker": reference("p"), "document": reference("d"), "promise": PROMISE},
}
