"""What is due: terms that run out, measures, promises, ties without contact, events to come."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from pobratim.register.errors import WrongValue
from pobratim.register.models import Document
from pobratim.register.selectors.agenda import NAMED, SECTIONS, entries, named_by, reasons
from pobratim.register.selectors.hits import by_key
from pobratim.register.selectors.label import labels_of
from pobratim.register.selectors.state import states_on
from pobratim.web.asked import day_of
from pobratim.web.reminders import reminders

FEW, PER_PAGE = 8, 50
PERIODS = (30, 90, 180, 365)
_LONGEST = 3650


def due(request: HttpRequest) -> HttpResponse:
    """All sections, a few of each; with `?section=` one of them, page by page."""
    on, days, chosen = day_of(request), days_of(request), request.GET.get("section", "")
    if chosen and chosen not in NAMED:
        raise WrongValue(gettext("there is no such section: {given}").format(given=chosen[:40]))
    lists = {one: entries(one, on, days) for one in SECTIONS if chosen in ("", one.name)}
    page = Paginator(lists[NAMED[chosen]], PER_PAGE).get_page(request.GET.get("page")) if chosen else None
    found = {section: list(page) if page else some[:FEW] for section, some in lists.items()}
    every = [entry for some in found.values() for entry in some]
    records, told = by_key(named_by(every)), reasons(every)
    documents = [one for one in records.values() if isinstance(one, Document)]
    shown = [{"section": one, "number": len(lists[one]), "rows": reminders(some, records, told)} for one, some in found.items()]
    context: dict[str, Any] = {
        "shown": [one for one in shown if one["rows"]] or shown,
        "names": labels_of(records),
        "states": states_on(documents, on),
        "on": on,
        "days": days,
        "chosen": chosen,
        "page": page,
        "periods": sorted({*PERIODS, days}),
        "given_on": request.GET.get("on", ""),
    }
    return render(request, "web/due.html", context)


def days_of(request: HttpRequest) -> int:
    """How many days ahead to look (`?within=`), 180 unless told.

    Raises:
        WrongValue: it is no number of days.
    """
    given = request.GET.get("within", "").strip()
    if not given:
        return 180
    if not given.isdecimal() or not 1 <= int(given[:6]) <= _LONGEST:
        raise WrongValue(gettext("not a number of days: {given}").format(given=given[:40]))
    return int(given)
