"""Errors that are meant, as pages: what was asked for and what is wrong with it."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext

from pobratim.core.errors import PobratimError
from pobratim.register.errors import NoSuchRecord, NotAllowed

_WRONG, _FORBIDDEN, _NOT_FOUND, _FAILED, _UNAVAILABLE = 400, 403, 404, 500, 503
_STATUS = ((NoSuchRecord, _NOT_FOUND), (NotAllowed, _FORBIDDEN))


_log = logging.getLogger("pobratim.web")


class ClearErrors:
    """Middleware: every error that Pobratim raises on purpose becomes a page that names it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page asked for."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page of an error; None leaves it to Django."""
        if request.path.startswith("/api/"):
            return None
        if isinstance(error, OperationalError):
            return _database_failed(request, error)
        if not isinstance(error, PobratimError):
            return None
        status = next((status for kind, status in _STATUS if isinstance(error, kind)), _WRONG)
        shown = {"reason": gettext(error.reason), "address": error.address}
        return render(request, "web/error.html", shown, status=status)


def _database_failed(request: HttpRequest, error: OperationalError) -> HttpResponse | None:
    """The page where the database does not write; None where it does not read either."""
    _log.error("database: %s", error)
    told = gettext("the register cannot be written now: somebody else writes for long, or the disk is full. Nothing was changed")
    try:
        return render(request, "web/error.html", {"reason": told, "address": ""}, status=_UNAVAILABLE)
    except OperationalError:
        return None


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page of an address that leads nowhere."""
    shown = {"reason": gettext("there is no such page"), "address": request.path}
    return render(request, "web/error.html", shown, status=_NOT_FOUND)


def failed(request: HttpRequest) -> HttpResponse:
    """The page of a fault of ours: it tells nothing, the log all but secrets that stand in addresses. Asks no database."""
    found = request.resolver_match
    secret = found is not None and "secret" in found.kwargs
    _log.exception("%s %s failed", request.method, found.route if found and secret else request.path)
    answer = HttpResponse(render_to_string("web/failed.html"), status=_FAILED)
    answer._has_been_logged = True  # type: ignore[attr-defined]  # Django would write the address whole
    return answer
