"""What is done in the review queue: one record, many at a stroke, what is put off."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from pobratim.register.errors import WrongValue
from pobratim.register.permission import Permission
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.record import record_of
from pobratim.register.services import field_accept, record_accept, record_reject, records_accept, records_reject
from pobratim.web.acting import allowed, author_of
from pobratim.web.asked import by_htmx
from pobratim.web.going_back import going_back
from pobratim.web.value_mark import valued
from pobratim.web.words import url_of

SKIPPED, MOST_AT_ONCE = 500, 200


@allowed(Permission.REVIEW)
@require_POST
def decide(request: HttpRequest, key: str) -> HttpResponse:
    """Decides on one record: accept, reject, skip, or accept one of its values (`value=field:mark`)."""
    record = record_of(key)
    author, reason = author_of(request), request.POST.get("because", "").strip()
    done, made = request.POST.get("do", ""), None
    field, _, mark = request.POST.get("value", "").partition(":")
    if field:
        made = field_accept(key=record.key, field=field, value=valued(record, field, mark), author=author, reason=reason)
        told = gettext("The value is accepted.")
    elif done == "accept":
        made, told = record_accept(key=record.key, author=author, reason=reason), gettext("Accepted.")
    elif done == "reject":
        made, told = record_reject(key=record.key, author=author, reason=reason), gettext("Rejected.")
    elif done == "skip":
        _skip(request, [record.key])
        told = gettext("Skipped.")
    else:
        raise WrongValue(gettext("nothing was chosen"))
    if by_htmx(request):
        context = {"key": key, "name": labels([record.key]).get(record.key, key), "told": told, "made": made}
        return render(request, "web/parts/review_done.html", context)
    messages.success(request, told)
    return going_back(request, url_of(record.key))


@allowed(Permission.REVIEW)
@require_POST
def bulk(request: HttpRequest) -> HttpResponse:
    """Decides on all records whose boxes are checked, at one stroke."""
    keys, author = request.POST.getlist("key")[:MOST_AT_ONCE], author_of(request)
    reason = request.POST.get("because", "").strip()
    if not keys:
        messages.warning(request, gettext("Nothing is checked."))
        return going_back(request, reverse("web:review"))
    services = {"accept": records_accept, "reject": records_reject}
    done = request.POST.get("do", "")
    if done == "skip":
        _skip(request, [record_of(key).key for key in keys])
        return going_back(request, reverse("web:review"))
    if done not in services:
        messages.warning(request, gettext("Press one of the buttons."))
        return going_back(request, reverse("web:review"))
    made = services[done](keys=keys, author=author, reason=reason)
    told = (
        ngettext("{number} record accepted.", "{number} records accepted.", len(made))
        if done == "accept"
        else ngettext("{number} record rejected.", "{number} records rejected.", len(made))
    )
    messages.success(request, told.format(number=len(made)))
    return going_back(request, reverse("web:review"))


def _skip(request: HttpRequest, keys: Iterable[str]) -> None:
    """Keeps records out of this person's queue until the end of the session, or until they are asked for again."""
    request.session["skipped"] = list(dict.fromkeys([*request.session.get("skipped", []), *keys]))[-SKIPPED:]


@allowed(Permission.REVIEW)
@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Brings back what was skipped."""
    request.session.pop("skipped", None)
    return going_back(request, reverse("web:review"))
