"""What is due: terms that run out, promises that nothing followed, events to come."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from pobratim.register.errors import WrongValue
from pobratim.register.models import Document
from pobratim.register.selectors.label import labels
from pobratim.register.selectors.state import states_on
from pobratim.web.asked import day_of
from pobratim.web.reminders import SECTIONS, records_of, reminders

FEW, PER_PAGE = 12, 50
PERIODS = (30, 90, 180, 365)
_LONGEST = 3650


def due(request: HttpRequest) -> HttpResponse:
    """All sections, a few of each; with `?section=` one of them, page by page."""
    on, days, chosen = day_of(request), _days(request), request.GET.get("section", "")
    if chosen and chosen not in {one.name for one in SECTIONS}:
        raise WrongValue(gettext("there is no such section: {given}").format(given=chosen[:40]))
    shown, told = [], []
    for section in SECTIONS:
        if chosen in ("", section.name):
            page = Paginator(records_of(section, on, days), PER_PAGE if chosen else FEW).get_page(request.GET.get("page"))
            rows = reminders(section, list(page))
            told += [one for row in rows for one in (row.record, row.other) if one]
            shown.append({"section": section, "page": page, "rows": rows})
    context: dict[str, Any] = {"shown": shown, "names": labels(one.key for one in told), "on": on, "days": days, "chosen": chosen}
    context["states"] = states_on([one for one in told if isinstance(one, Document)], on)
    return render(request, "web/due.html", context | {"periods": sorted({*PERIODS, days}), "given_on": request.GET.get("on", "")})


def _days(request: HttpRequest) -> int:
    given = request.GET.get("within", "").strip()
    if not given:
        return 180
    if not given.isdecimal() or not 1 <= int(given[:6]) <= _LONGEST:
        raise WrongValue(gettext("not a number of days: {given}").format(given=given[:40]))
    return int(given)
