"""Closed reading: where the settings say so, nothing, or no attached file, is shown to people without an account."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

_FILES = "/files/"
_OPEN = ("web:login", "set_language")


class ClosedReading:
    """Middleware: sends everyone who is not signed in to the door.

    Not for the door itself, and for API and calendars, which have doors of their own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page asked for, or the way to the door."""
        public = settings.PUBLIC_READING and (settings.PUBLIC_FILES or not request.path.startswith(_FILES))
        if public or request.user.is_authenticated or self._open(request.path):
            return self.get_response(request)
        return redirect_to_login(request.get_full_path())

    def _open(self, path: str) -> bool:
        return path in {reverse(name) for name in _OPEN} or path.startswith(("/api/", "/calendar/", settings.STATIC_URL))
