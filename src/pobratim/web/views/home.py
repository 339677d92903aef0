"""The first page: what the register holds, what was signed lately, what is due."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from pobratim.register.selectors.figures import figures


def home(request: HttpRequest) -> HttpResponse:
    """The first page."""
    return render(request, "web/home.html", {"figures": figures()})
