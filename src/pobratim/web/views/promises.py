"""Promises: the list of them, one of them, and what became of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from pobratim.register.errors import NoSuchRecord, RegisterError, WrongValue
from pobratim.register.export import FORMATS
from pobratim.register.models import Statement
from pobratim.register.permission import Permission
from pobratim.register.selectors.promise import OVERDUE, STATES, Asked, promises
from pobratim.register.selectors.record import record_of
from pobratim.register.services import field_edit
from pobratim.web.acting import allowed, author_of
from pobratim.web.asked import day_of, words_of
from pobratim.web.forms.outcome import OutcomeForm
from pobratim.web.promised import shown
from pobratim.web.showing import names_for
from pobratim.web.views.export import FORMAT_NAMES, list_file

PER_PAGE, WRONG = 30, 422


def listed(request: HttpRequest) -> HttpResponseBase:
    """All promises, or those of `?partner=`, `?person=`, in `?state=`; on the day asked for (`?on=`); `?format=` as a file."""
    on, state = day_of(request), request.GET.get("state", "")
    if state not in ("", OVERDUE, *STATES):
        raise WrongValue(gettext("there is no such state: {given}").format(given=state[:40]))
    partner, other, person = (words_of(request, name, 21) for name in ("partner", "other", "person"))
    asked = Asked(partner, other, person, (state,) if state else ())
    found = promises(asked, on)
    if format_ := request.GET.get("format", ""):
        return list_file("promises", iter(found.values_list("key", flat=True)), format_, on)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    narrowed = [key for key in asked[:3] if key]
    context = {
        "page": page,
        "promises": shown(page, on),
        "asked": asked,
        "state": state,
        "states": (*STATES[:1], OVERDUE, *STATES[1:]),
        "narrowed": narrowed,
        "names": names_for(page, narrowed),
        "on": on,
        "files": [(name, code) for code, name in FORMAT_NAMES.items() if code in FORMATS],
    }
    return render(request, "web/promises.html", context)


@allowed(Permission.EDIT)
def outcome(request: HttpRequest, key: str) -> HttpResponse:
    """The form of what became of a promise."""
    record = record_of(key)
    if not isinstance(record, Statement) or not record.promised:
        raise NoSuchRecord("no promise has this key", address=key[:60])
    form, status = OutcomeForm(request.POST if request.method == "POST" else None, initial=_initial(record)), 200
    if request.method == "POST":
        status = WRONG
        if form.is_valid():
            try:
                field_edit(key=record.key, field="outcome", value=form.outcome(), author=author_of(request))
            except RegisterError as error:
                form.add_error(None, gettext(error.reason))
            else:
                messages.success(request, gettext("What became of the promise is kept."))
                return HttpResponseRedirect(reverse("web:statement", args=[record.key]))
    names = names_for([record], [record.key])
    context = {"record": record, "form": form, "promises": shown([record], day_of(request)), "names": names}
    return render(request, "web/outcome.html", context, status=status)


def _initial(record: Statement) -> dict[str, Any]:
    told = record.outcome or {}
    return {"state": told.get("state", "kept"), "on": told.get("on"), "fact": told.get("fact", "")}
