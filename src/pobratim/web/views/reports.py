"""Papers beside the briefing: a year, the list on a day, the calendar of contacts, a plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext

from pobratim.register.errors import WrongValue
from pobratim.reports.overview.listing import documents
from pobratim.reports.overview.plan import plan
from pobratim.reports.overview.visits import visits
from pobratim.reports.overview.year import year
from pobratim.reports.paper import Paper
from pobratim.web.asked import day_of
from pobratim.web.papers import as_file, asked_again, formats, language_of, named, shown

_YEARS = range(1900, 2201)


def reports(request: HttpRequest) -> HttpResponse:
    """What papers there are, and a form for each."""
    today = timezone.localdate()
    context = {"today": today, "begin": today.replace(month=1, day=1), "language": language_of(request)}
    return render(request, "web/reports.html", context)


def report(request: HttpRequest, name: str) -> HttpResponse:
    """One of them, as a page or (`?format=`) as a file."""
    make = _MADE.get(name)
    if make is None:
        raise Http404
    partner = named(request, "partner")
    if partner.text and not partner.key:
        return render(request, "web/report.html", {"partner": partner, "asked": request.GET, "name": name})
    paper = make(request, partner.key, language_of(request))
    if format_ := request.GET.get("format", ""):
        return as_file(paper, format_, f"{name}-{timezone.localdate().isoformat()}")
    context: dict[str, Any] = {"question": asked_again(request), "formats": formats(), "name": name}
    return render(request, "web/report.html", context | shown(paper))


def _year(request: HttpRequest, partner: str, language: str) -> Paper:
    given = request.GET.get("year", "").strip()
    if not given.isdecimal() or int(given[:6]) not in _YEARS:
        raise WrongValue(gettext("not a year: {given}").format(given=given[:40]))
    return year(int(given), timezone.localdate(), partner=partner, language=language)


def _documents(request: HttpRequest, partner: str, language: str) -> Paper:
    return documents(day_of(request), partner=partner, language=language)


def _visits(request: HttpRequest, partner: str, language: str) -> Paper:
    return visits(day_of(request, "from"), day_of(request, "to"), day_of(request), partner=partner, language=language)


def _plan(request: HttpRequest, partner: str, language: str) -> Paper:
    return plan(request.GET.get("plan", "")[:40], day_of(request), language=language)


_MADE: dict[str, Callable[[HttpRequest, str, str], Paper]] = {
    "year": _year,
    "documents": _documents,
    "visits": _visits,
    "plan": _plan,
}
