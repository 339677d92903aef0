"""The page of a measure."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pobratim.register.models import Measure
from pobratim.register.selectors.label import labels
from pobratim.web.asked import day_of, of_kind
from pobratim.web.showing import names_for, rows_of


@of_kind("m")
def measure(request: HttpRequest, record: Measure) -> HttpResponse:
    """The page of a measure."""
    names = names_for([record]) | labels([record.key])
    context = {"record": record, "name": names[record.key], "rows": rows_of(record, names), "on": day_of(request)}
    return render(request, "web/record.html", context)
