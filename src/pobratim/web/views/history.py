"""The history of decisions: of one record, of all; and taking them back."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from pobratim.register.errors import RegisterError
from pobratim.register.permission import Permission
from pobratim.register.selectors.history import authors, decisions, last_stroke
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.record import record_of
from pobratim.register.services import decisions_undo
from pobratim.web.acting import allowed, author_of, user_of
from pobratim.web.asked import words_of
from pobratim.web.going_back import going_back
from pobratim.web.telling_history import told
from pobratim.words import codes

PER_PAGE, MOST_AT_ONCE = 40, 500


def record_history(request: HttpRequest, key: str) -> HttpResponse:
    """What people decided about a record, the newest first."""
    record = record_of(key)
    if record.key != key:
        return redirect("web:record_history", record.key)
    page = Paginator(decisions(on=key), PER_PAGE).get_page(request.GET.get("page"))
    context = {"record": record, "name": labels([key])[key], "page": page, "history": told(page, request.user)}
    return render(request, "web/history.html", context)


@allowed(Permission.REVIEW)
def history(request: HttpRequest) -> HttpResponse:
    """What people decided, by whom and what."""
    author, action = words_of(request, "author"), words_of(request, "action")
    page = Paginator(decisions(author=author, action=action), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "history": told(page, request.user),
        "authors": authors(),
        "author": author,
        "actions": [(code, gettext(name)) for code, name in codes.ACTIONS.items()],
        "action": action,
    }
    return render(request, "web/history.html", context)


@allowed(Permission.REVIEW)
@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Takes back the decisions named; without names, what this person decided last at one stroke."""
    given = [int(one) for one in request.POST.getlist("number")[:MOST_AT_ONCE] if one.isdecimal() and len(one) < 19]
    numbers = given or ([] if request.POST.getlist("number") else last_stroke(user_of(request)))
    if not numbers:
        messages.warning(request, gettext("There is nothing to take back."))
        return going_back(request, reverse("web:review"))
    try:
        undone = decisions_undo(numbers=numbers, author=author_of(request))
    except RegisterError as error:
        messages.error(request, gettext(error.reason))
    else:
        said = ngettext("{number} decision taken back.", "{number} decisions taken back.", len(undone))
        messages.success(request, said.format(number=len(undone)))
    return going_back(request, reverse("web:review"))
