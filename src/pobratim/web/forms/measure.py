"""The form of a measure: what is typed as its due is read within the plan's term, executors stand on the plan's sides."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pobratim.register.models import Document, Measure, Record
from pobratim.register.plans.calendar import Span
from pobratim.register.plans.context import context_of, sides_named
from pobratim.register.plans.due import BACKWARDS, due_of
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.record import record_of
from pobratim.register.services import New
from pobratim.register.values.plain import TEXT_CHARS
from pobratim.tables import Cell
from pobratim.words import codes

from . import inputs
from .choosing import ChoosingField, ChoosingInput, cells
from .shape import Json, Names, Shape, on, one, reference
from .typed_date import date_text

_WORDINGS = _("«IV квартал 2025», «до 1 июня 2025 г.», «ежегодно»: read by itself")


def measure_shapes(spheres: Shape, record: Measure | None = None, data: QueryDict | None = None) -> dict[str, Shape]:
    """Field → its shape; the term and sides are those of the plan that is chosen (`data`), else of the measure's own."""
    own = record.plan if record else None
    plan = own if data is None else _chosen(data) or own
    shapes = {
        "plan": reference("d"),
        "section": one(inputs.words(_("Text"))),
        "number": one(inputs.words(_("Number in the plan"), chars=60)),
        "text": one(inputs.words(_("Text"), chars=TEXT_CHARS, rows=3)),
        "executor": _executor(plan),
        "due": _due(_term(own), _term(plan), (record.due if record else None) or {}),
        "expected": one(inputs.words(_("Text"), chars=TEXT_CHARS, rows=2)),
        "sphere": spheres,
    }
    return shapes | ({"raw": _raw(record.raw)} if record and record.raw and not record.understood else {})


def _chosen(data: QueryDict) -> Document | None:
    """The plan that is chosen in the form; None where it is not plain which, which its own field says."""
    field = ChoosingField("d", required=False)
    try:
        found = field.clean(ChoosingInput().value_from_datadict(data, None, "plan-0-value"))
        plan: Record | None = record_of(found["node"]) if isinstance(found, dict) else None
    except ValidationError:
        return None
    return plan if isinstance(plan, Document) else None


def _term(plan: Document | None) -> Span:
    return context_of(plan).term if plan else Span()


def _executor(plan: Document | None) -> Shape:
    sides = {**codes.SIDES, **(sides_named(plan) if plan else {})}
    return Shape(
        {
            "name": inputs.words(_("As written in the plan"), chars=TEXT_CHARS),
            "side": inputs.code(_("Whose side"), sides),
            "actor": inputs.record(_("Who it is in the register"), "a"),
        },
        _executor_typed,
        lambda v, names: {"name": v["name"], "side": v.get("side") or ""} | cells("actor", v.get("actor"), names),
        ("name", "actor"),
    )


def _executor_typed(typed: dict[str, Any]) -> Json:
    """The executor; one that is only chosen is written as the register calls it."""
    actor = typed["actor"]
    if typed["name"]:
        return typed
    name = actor.name if isinstance(actor, New) else labels([actor["node"]]).get(actor["node"], "") if actor else ""
    return {**typed, "name": name}


def _due(own: Span, chosen: Span, before: dict[str, Any]) -> Shape:
    """When it is due: days are typed only where the words do not say them; new words do away with the days of the old."""

    def shown(value: Json, names: Names) -> dict[str, str]:
        words = value.get("wording") or ""
        read = due_of(Cell(words), own).due or {}
        days = ("first", "last", "recurring")
        if words and all(read.get(name) == value.get(name) for name in days):
            return {"wording": words}
        first, last = (date_text(value.get(name) or "") for name in ("first", "last"))
        return {"wording": words, "first": first, "last": last, "recurring": value.get("recurring") or ""}

    return Shape(
        {
            "wording": inputs.words(
                _("In words"), help_text=_("«IV квартал 2025», «до 1 июня 2025 г.», «ежегодно»: read by itself")
            ),
            "first": lambda: inputs.DayField(
                label=_("First day"), required=False, max_length=60, help_text=_("only where the words do not say it")
            ),
            "last": lambda: inputs.DayField(label=_("Last day"), required=False, max_length=60),
            "recurring": inputs.code(_("Comes again"), codes.RECURRING),
        },
        lambda typed: _due_typed(typed, chosen, before),
        shown,
        ("wording", "first", "last", "recurring"),
    )


def _due_typed(typed: dict[str, Any], term: Span, before: dict[str, Any]) -> Json:
    words, first, last, again = (typed[name] or None for name in ("wording", "first", "last", "recurring"))
    same = all(before.get(name) == value for name, value in (("first", first), ("last", last), ("recurring", again)))
    if not (first or last or again) or (words and same and words != before.get("wording")):
        read = due_of(Cell(words or ""), term)
        if read.wrong:
            reason = gettext(read.wrong)
            raise ValidationError(gettext("{reason}: say it in other words, or type the days beside.").format(reason=reason))
        return read.due
    if first and last and last < first:
        raise ValidationError(gettext(BACKWARDS))
    days = " – ".join(dict.fromkeys(date_text(day) for day in (first, last) if day))
    told = words or days or gettext(codes.RECURRING.get(again or "", ""))
    by = (due_of(Cell(words or ""), term).due or {}).get("by") if again == "yearly" else None
    return {"wording": told, "first": first, "last": last, "recurring": again} | ({"by": by} if by else {})


def _raw(raw: Json) -> Shape:
    """The row as it stands in the file: a person says that what the form holds is right."""
    return Shape(
        {"understood": inputs.check(_("looked at: what stands here is right"))},
        lambda typed: {**raw, "understood": True} if typed["understood"] else None,
        lambda value, names: {"understood": on(value["understood"])},
        ("understood",),
    )
