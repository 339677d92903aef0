"""A plan from an office's file: sent, its columns and rows looked at and corrected, brought in, taken back."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from pobratim.core.errors import PobratimError
from pobratim.register.errors import BadFile
from pobratim.register.models import Document
from pobratim.register.permission import Permission
from pobratim.register.plans.mapping import PLAN
from pobratim.register.selectors.label import labels
from pobratim.register.services import ListFile, attachment_add, import_undo, list_mapping_store, plan_apply, plan_enter
from pobratim.tables import read_book
from pobratim.web.acting import allowed, author_of
from pobratim.web.asked import of_kind
from pobratim.web.forms.choosing import cells
from pobratim.web.forms.plan_upload import PlanUploadForm
from pobratim.web.plan_preview import Preview, table_named
from pobratim.web.shelf import Kept, keep, kept

WRONG, OVERTAKEN = 422, 409


@allowed(Permission.ENTER)
def upload(request: HttpRequest) -> HttpResponse:
    """Takes the file and the plan that it is of; a file that holds no table is refused at once, and nothing is entered."""
    if request.method != "POST":
        return render(request, "web/plan_upload.html", {"form": _opened(request.GET.get("plan", ""))})
    form, problem = PlanUploadForm(request.POST), ""
    try:
        token = keep(request)
        file = kept(request, token)
        read_book(file.raw, file.name)
        if form.is_valid():
            told = form.cleaned_data
            return redirect("web:plan-preview", told["plan"]["node"] if told["plan"] else _entered(request, told), token)
    except PobratimError as error:
        problem = gettext(error.reason)
    return render(request, "web/plan_upload.html", {"form": form, "problem": problem}, status=WRONG)


def _opened(plan: str) -> PlanUploadForm:
    """The form, with a plan chosen where the address names one."""
    names = labels([plan])
    return PlanUploadForm(cells("plan", {"node": plan}, names)) if plan in names else PlanUploadForm()


def _entered(request: HttpRequest, told: dict[str, Any]) -> str:
    sides = (told["side_a"], told["side_b"])
    return plan_enter(title=told["title"], parties=sides, kind=told["kind"] or "plan", author=author_of(request))


@allowed(Permission.ENTER)
def preview(request: HttpRequest, key: str, token: str) -> HttpResponse:
    """What the columns hold and what would become of every row; both may be corrected; then all of it comes in."""
    return _preview(request, key, token=token)


@of_kind("d")
def _preview(request: HttpRequest, record: Document, token: str) -> HttpResponse:
    asked = request.POST if request.method == "POST" else request.GET
    file = kept(request, token)
    book = read_book(file.raw, file.name)
    seen = Preview(record, table_named(book, asked.get("table", "")), request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and asked.get("do") == "apply" and seen.plan is not None:
        if asked.get("seen") == seen.digest:
            return _applied(request, seen, file)
        status = OVERTAKEN
    context = {
        "record": record,
        "name": labels([record.key])[record.key],
        "file": file.name,
        "book": book,
        "seen": seen,
        "changed": status == OVERTAKEN,
    }
    return render(request, "web/plan_preview.html", context, status=WRONG if seen.problem else status)


def _applied(request: HttpRequest, seen: Preview, file: Kept) -> HttpResponse:
    assert seen.plan is not None
    author, source = author_of(request), ListFile(file.name, hashlib.sha256(file.raw).hexdigest())
    try:
        done = plan_apply(plan=seen.plan, file=source, author=author, file_wins=request.POST.get("file_wins") == "1")
        list_mapping_store(table=seen.table, columns=seen.columns, author=author, layout=PLAN)
    except PobratimError as error:
        messages.error(request, gettext(error.reason))
        return redirect("web:plan", seen.document.key)
    told = [ngettext("{number} measure added", "{number} measures added", done.added).format(number=done.added)]
    if done.changed:
        told.append(ngettext("{number} changed", "{number} changed", done.changed).format(number=done.changed))
    messages.success(request, ", ".join(told))
    if done.number:
        _attached(request, seen.document.key, file)
    return redirect("web:plan", seen.document.key)


def _attached(request: HttpRequest, key: str, file: Kept) -> None:
    """Keeps the file at the plan, where it is of a kind that may be attached."""
    try:
        attachment_add(key=key, name=file.name, chunks=[file.raw], author=author_of(request), note=gettext("the plan as a file"))
    except BadFile as error:
        messages.warning(request, gettext("The file itself is not kept: {reason}").format(reason=gettext(error.reason)))


@allowed(Permission.ENTER)
@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Takes an import back, as if it had not been."""
    try:
        undone = import_undo(number=number, author=author_of(request))
    except PobratimError as error:
        messages.error(request, gettext(error.reason))
        return redirect("web:plans")
    messages.success(request, gettext("taken back: {file}").format(file=undone.file))
    return redirect("web:plan", undone.plan) if undone.plan else redirect("web:plans")
