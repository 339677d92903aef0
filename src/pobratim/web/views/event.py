"""The page of an event."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pobratim.register.models import Event
from pobratim.register.selectors.label import labels
from pobratim.web.asked import day_of, of_kind
from pobratim.web.showing import names_for, rows_of


@of_kind("e")
def event(request: HttpRequest, record: Event) -> HttpResponse:
    """The page of an event."""
    names = names_for([record]) | labels([record.key])
    context = {"record": record, "name": names[record.key], "rows": rows_of(record, names), "on": day_of(request)}
    return render(request, "web/record.html", context)
