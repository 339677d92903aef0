"""Where the API is mounted; whatever else is asked for below `/api/` is a problem, not a page."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path, re_path
from django.views.decorators.csrf import csrf_exempt

from .api import api
from .problem import problem


@csrf_exempt
def nothing(request: HttpRequest) -> HttpResponse:
    """The answer for an address that leads nowhere."""
    return problem(request, HTTPStatus.NOT_FOUND, "nothing has this address")


urlpatterns: list[URLPattern | URLResolver] = [path("api/v1/", api.urls), re_path(r"^api(?:/|$)", nothing)]
