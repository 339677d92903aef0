"""What is due as a calendar at a secret address, for programs that fetch calendars by themselves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from pobratim.register.models.token import Purpose
from pobratim.register.services import token_user
from pobratim.reports.due.calendar import calendar as as_calendar
from pobratim.reports.due.told import told

AHEAD_DAYS = 400
NOT_FOUND = 404


@never_cache
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar; an address that is unknown or revoked leads nowhere, and is written into no log."""
    if token_user(secret, Purpose.CALENDAR) is None:
        answer = HttpResponse(status=NOT_FOUND)
        answer._has_been_logged = True  # type: ignore[attr-defined]  # Django would write the address, and with it the secret
        return answer
    found = as_calendar(told(timezone.localdate(), AHEAD_DAYS), timezone.now())
    return HttpResponse(found, content_type="text/calendar; charset=utf-8", headers={"Referrer-Policy": "no-referrer"})


def file(request: HttpRequest) -> HttpResponse:
    """The same calendar as a file, for those who may read."""
    found = as_calendar(told(timezone.localdate(), AHEAD_DAYS), timezone.now())
    name = {"Content-Disposition": 'attachment; filename="pobratim-due.ics"'}
    return HttpResponse(found, content_type="text/calendar; charset=utf-8", headers=name)
