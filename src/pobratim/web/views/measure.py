"""The page of a measure: how it stands, what each side reported, and where editors report."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from pobratim.register.errors import RegisterError
from pobratim.register.field import refs_in
from pobratim.register.measure import standing, turn_on
from pobratim.register.models import Attachment, Measure
from pobratim.register.permission import Permission, may
from pobratim.register.plans.context import sides_named
from pobratim.register.selectors.attachment import attachments_of
from pobratim.register.selectors.label import labels
from pobratim.register.services import attachment_add, report_add, report_withdraw
from pobratim.web.acting import allowed, author_of
from pobratim.web.asked import day_of, of_kind
from pobratim.web.forms.report import ReportForm
from pobratim.web.showing import names_for, rows_of
from pobratim.web.upload import sent_file

WRONG = 422
#: Fields that the page shows in words of its own.
_APART = ("report",)


class ReportShown(NamedTuple):
    """A report with its place among the measure's, and the files that it names."""

    number: int
    told: dict[str, Any]
    files: list[Attachment]


@of_kind("m")
def measure(request: HttpRequest, record: Measure) -> HttpResponse:
    """The page of a measure, on the day asked for (`?on=`)."""
    form = _form(record, None) if may(request.user, Permission.EDIT) else None
    return _page(request, record, form)


def _page(request: HttpRequest, record: Measure, form: ReportForm | None, status: int = 200) -> HttpResponse:
    on = day_of(request)
    names = names_for([record]) | labels([record.key, *refs_in(record.reports)])
    files = {one.pk: one for one in attachments_of(record.key)}
    reports = [
        ReportShown(number, told, [files[one] for one in told.get("files", []) if one in files])
        for number, told in enumerate(record.reports)
    ]
    context = {
        "record": record,
        "name": names[record.key],
        "names": names,
        "rows": [row for row in rows_of(record, names) if row.field not in _APART],
        "standing": standing(record, on),
        "sides": sides_named(record.plan) if record.plan else {},
        "reports": reports[::-1],
        "form": form,
        "on": on,
    }
    return render(request, "web/measure.html", context, status=status)


def _form(record: Measure, request: HttpRequest | None) -> ReportForm:
    sides = sides_named(record.plan) if record.plan else {}
    files = [(one.pk, one.name) for one in attachments_of(record.key)]
    if request is not None:
        return ReportForm(sides, files, request.POST)
    today = timezone.localdate()
    turn = turn_on(record, today)
    begin: datetime.date = turn.begin or record.due_first or today
    return ReportForm(sides, files, initial={"state": "done", "first": min(begin, today), "last": today})


@allowed(Permission.EDIT)
@require_POST
def report(request: HttpRequest, key: str) -> HttpResponse:
    """Takes a report; a file that comes with it is attached to the measure."""
    return _report(request, key)


@of_kind("m")
def _report(request: HttpRequest, record: Measure) -> HttpResponse:
    form = _form(record, request)
    if not form.is_valid():
        return _page(request, record, form, WRONG)
    told = form.told
    try:
        if sent := sent_file(request):
            attached = attachment_add(key=record.key, name=sent.name or "", chunks=sent.chunks(), author=author_of(request))
            told["files"] = [*told["files"], attached.pk]
        report_add(key=record.key, report=told, author=author_of(request))
    except RegisterError as error:
        form.add_error(None, gettext(error.reason))
        return _page(request, record, form, WRONG)
    messages.success(request, gettext("The report is taken."))
    return redirect("web:measure", record.key)


@allowed(Permission.EDIT)
@require_POST
def withdraw(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Takes a report back; the history keeps it."""
    try:
        decision = report_withdraw(key=key, number=number, author=author_of(request), reason=request.POST.get("because", ""))
    except RegisterError as error:
        messages.error(request, gettext(error.reason))
        return redirect("web:measure", key)
    messages.success(request, gettext("The report is withdrawn; the history keeps it."))
    return redirect("web:measure", decision.anchors.filter(side=0).values_list("node", flat=True)[0])
