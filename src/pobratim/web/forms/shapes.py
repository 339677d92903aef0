"""The shapes of the values of every field: parties, hands, terms and the rest."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pobratim.register.models import Measure, Record
from pobratim.register.values.plain import NAME_CHARS, TEXT_CHARS
from pobratim.words import codes

from . import inputs
from .choosing import cells
from .measure import measure_shapes
from .shape import DATE, Json, Shape, code, dated, on, reference, status, text
from .typed_date import date_text


def _other(party: Json) -> Json:
    """The one a party acts for, where it is another."""
    return party.get("for") if party.get("for") != party["actor"] else None


PARTY = Shape(
    {"actor": inputs.record(_("Party"), "a", required=True), "for": inputs.record(_("acts for"), "a")},
    lambda typed: {"actor": typed["actor"], **({"for": typed["for"]} if typed["for"] else {})},
    lambda value, names: cells("actor", value["actor"], names) | cells("for", _other(value), names),
    ("actor", "for"),
)
SIGNATORY = Shape(
    {"person": inputs.record(_("Who signed"), "p", required=True), "for": inputs.record(_("for which party"), "a")},
    dict,
    lambda value, names: cells("person", value["person"], names) | cells("for", value.get("for"), names),
    ("person", "for"),
)
ATTENDEE = Shape(
    {
        "person": inputs.record(_("Who"), "p", required=True),
        "role": inputs.code(_("Role"), codes.ROLES, may_be_empty=False),
        "side": inputs.record(_("on whose side"), "a"),
    },
    lambda typed: {**typed, "role": typed["role"] or "participant"},
    lambda v, n: cells("person", v["person"], n) | {"role": v.get("role") or "participant"} | cells("side", v.get("side"), n),
    ("person", "side"),
)
RELATION = Shape(
    {
        "kind": inputs.code(_("How"), codes.RELATIONS, may_be_empty=False),
        "to": inputs.record(_("Which document"), "d", required=True),
    },
    lambda typed: {"kind": typed["kind"] or "within", "to": typed["to"]},
    lambda value, names: {"kind": value["kind"]} | cells("to", value["to"], names),
    ("to",),
)
POST = Shape(
    {"title": inputs.words(_("Post"), required=True), "of": inputs.record(_("Where"), "a"), "acting": inputs.check(_("acting"))},
    dict,
    lambda v, n: {"title": v["title"], "acting": on(v.get("acting"))} | cells("of", v.get("of"), n),
    ("title", "of"),
)
_PARTS = {"name": _("Whole name"), "surname": _("Surname"), "given": _("Given name"), "patronymic": _("Patronymic")}
NAME = Shape(
    {part: inputs.words(label, required=part == "name", chars=NAME_CHARS) for part, label in _PARTS.items()},
    lambda typed: {part: said or None for part, said in typed.items()},
    lambda value, names: {part: value.get(part) or "" for part in _PARTS},
    tuple(_PARTS),
)
WORDS = Shape(
    {"text": inputs.words(_("Words"), chars=TEXT_CHARS, rows=5), "direct": inputs.check(_("word for word"))},
    lambda typed: typed if typed["text"] else None,
    lambda value, names: {"text": value["text"], "direct": on(value.get("direct"))},
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
        "from": inputs.date(_("From")),
        "to": inputs.date(_("Until")),
        "years": lambda: forms.IntegerField(label=_("Years"), required=False, min_value=1, max_value=999),
        "open_ended": inputs.check(_("without an end")),
        "renewal": inputs.words(_("Renewal, as worded")),
        "renews": inputs.code(_("Renewed by itself"), codes.RENEWALS),
        "step_years": lambda: forms.IntegerField(label=_("for so many years"), required=False, min_value=1, max_value=99),
        "notice_months": lambda: forms.IntegerField(label=_("Notice, months"), required=False, min_value=0, max_value=120),
    },
    _term,
    lambda value, names: {
        "from": dated(value.get("from")),
        "to": dated(value.get("to")),
        "years": _number(value.get("years")),
        "open_ended": on(value.get("open_ended")),
        "renewal": value.get("renewal") or "",
        "renews": value.get("renews") or "",
        "step_years": _number(value.get("step_years")),
        "notice_months": _number(value.get("notice_months")),
    },
    ("from", "to", "years", "open_ended", "renewal", "renews", "step_years", "notice_months"),
)
COURSE = Shape(
    {
        "state": inputs.code(_("Status"), codes.COURSE_STATES, may_be_empty=False),
        "since": lambda: inputs.DayField(label=_("Since"), max_length=60, help_text="24.04.2024"),
        "until": lambda: inputs.DayField(label=_("Until"), required=False, max_length=60),
        "reason": inputs.words(_("Why"), required=True),
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
        "what": inputs.words(_("What is promised"), required=True),
        "by": inputs.record(_("by whom"), "a"),
        "to": inputs.record(_("to whom"), "a"),
        "due": inputs.date(_("By when")),
    },
    dict,
    lambda v, n: {"what": v["what"], "due": dated(v.get("due"))} | cells("by", v.get("by"), n) | cells("to", v.get("to"), n),
    ("what", "by", "to", "due"),
)

#: Kind of record → field → the shape of its values; what became of promises, and reports, have forms of their own.
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
    "m": measure_shapes(SPHERES),
}


def shapes_of(kind: str, record: Record | None, data: QueryDict | None) -> dict[str, Shape]:
    """The shapes of the fields of a record, or of one that is to be entered, as what is chosen in the form makes them."""
    if kind != "m":
        return SHAPES[kind]
    return measure_shapes(SPHERES, record if isinstance(record, Measure) else None, data)
