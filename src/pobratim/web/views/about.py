"""What the register is, how the reader decides, under what licences its data stand."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

import pobratim


def about(request: HttpRequest) -> HttpResponse:
    """The page about the register."""
    return render(request, "web/about.html", {"version": pobratim.__version__})
