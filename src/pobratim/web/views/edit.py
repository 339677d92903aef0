"""Records entered and edited by hand: every field, with what is wrong beside it, and nothing that was typed lost."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from pobratim.register.errors import Changed, NoSuchRecord, RegisterError
from pobratim.register.models import Measure, Record
from pobratim.register.permission import Permission
from pobratim.register.plans.dry import plan_of
from pobratim.register.selectors.history import decisions, last_decided
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.likeness import alike
from pobratim.register.selectors.record import record_of
from pobratim.register.services import record_edit, record_enter
from pobratim.register.values.plain import LINE_CHARS
from pobratim.web.acting import allowed, author_of
from pobratim.web.asked import words_of
from pobratim.web.forms.record import RecordForm
from pobratim.web.forms.shapes import SHAPES
from pobratim.web.words import url_of

WRONG, OVERTAKEN = 422, 409


@allowed(Permission.ENTER)
def enter(request: HttpRequest, kind: str) -> HttpResponse:
    """The form of a new record."""
    if kind not in SHAPES:
        raise NoSuchRecord("no kind of record is called so", address=kind[:40])
    form, status = RecordForm(kind, None, request.POST if request.method == "POST" else None), 200
    if request.method == "GET":
        form.offer(_offered(request, kind))
    elif not _row_added(request, form):
        status = WRONG
        complete = form.complete()
        if form.right() and complete:
            try:
                key = record_enter(kind=kind, fields=form.changes(), author=author_of(request), reason=form.reason)
            except RegisterError as error:
                form.problem = gettext(error.reason)
            else:
                was_there = decisions(on=key).values("made_at").distinct().count() > 1
                told = gettext("The register had this record: what you typed is set in it.") if was_there else ""
                messages.success(request, told or gettext("The record is entered."))
                if "another" in request.POST:
                    return HttpResponseRedirect(_another(request, key))
                if any(alike(key)):
                    messages.warning(request, gettext("The register has others like it: see whether it is one of them."))
                    return redirect("web:merge", key)
                return HttpResponseRedirect(url_of(key))
    return render(request, "web/edit.html", {"form": form, "kind": kind}, status=status)


def _offered(request: HttpRequest, kind: str) -> dict[str, Any]:
    """What the address says of a new measure: its plan (`?plan=`), its section."""
    key, section = words_of(request, "plan"), words_of(request, "section", LINE_CHARS)
    if kind != "m" or not key:
        return {}
    plan = plan_of(key).key
    return {"plan": {"node": plan}} | ({"section": section} if section else {})


def _another(request: HttpRequest, key: str) -> str:
    """The form of the measure after this one: of the same plan and section."""
    record = record_of(key)
    same = {"plan": record.plan_id or "", "section": record.section} if isinstance(record, Measure) else {}
    return f"{reverse('web:enter', args=[key[0]])}?{urlencode({name: said for name, said in same.items() if said})}"


@allowed(Permission.EDIT)
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """The form of a record. Whoever was overtaken by another sees what changed, and sends the form again or leaves it."""
    record = record_of(key)
    if record.key[0] not in SHAPES:
        raise NoSuchRecord("no kind of record is called so", address=key[:40])
    if record.key != key and request.method == "GET":
        return redirect("web:edit", record.key)
    seen = last_decided(record.key)
    form, status = RecordForm(record.key[0], record, request.POST if request.method == "POST" else None), 200
    if request.method == "POST" and not _row_added(request, form):
        answer = _edited(request, record, form, seen)
        if not isinstance(answer, int):
            return answer
        status = answer
    context = {
        "form": form,
        "kind": record.key[0],
        "record": record,
        "name": labels([record.key])[record.key],
        "seen": seen,
        "latest": decisions(on=record.key)[:3] if status == OVERTAKEN else [],
    }
    return render(request, "web/edit.html", context, status=status)


def _edited(request: HttpRequest, record: Record, form: RecordForm, seen: str) -> HttpResponse | int:
    """The way on, or the status of the form that is shown again."""
    if request.POST.get("seen") != seen:
        form.right()
        return OVERTAKEN
    if not form.right():
        return WRONG
    author = author_of(request)
    try:
        made = record_edit(key=record.key, changes=form.changes(), author=author, reason=form.reason, seen=seen)
    except Changed:
        return OVERTAKEN
    except RegisterError as error:
        form.problem = gettext(error.reason)
        return WRONG
    fields = len({one.field for one in made})
    told = ngettext("{number} field changed.", "{number} fields changed.", fields).format(number=fields)
    messages.success(request, told if made else gettext("Nothing was changed."))
    return HttpResponseRedirect(url_of(record_of(record.key).key))


def _row_added(request: HttpRequest, form: RecordForm) -> bool:
    """Whether the button was one that asks for a row more; the row is there then."""
    field = form.field(request.POST.get("add", ""))
    if field is None:
        return False
    field.add_row()
    return True
