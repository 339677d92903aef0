"""What a request asks for: records by their keys, the day that a page is about, values of a query string."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext

from pobratim.register.errors import NoSuchRecord, WrongValue
from pobratim.register.models import Record
from pobratim.register.selectors.record import record_of

from .words import url_of

View = Callable[..., HttpResponse]


def of_kind(kind: str) -> Callable[[View], View]:
    """A view of one record gets the record for its key; the key of a node that became part of it leads on to it."""

    def dressed(view: View) -> View:
        @wraps(view)
        def asked(request: HttpRequest, key: str, **rest: Any) -> HttpResponse:
            record = record_of(key)
            if record.key[0] != kind:
                raise NoSuchRecord("no record has this key", address=key[:60])
            if record.key != key and request.method == "GET" and not rest:
                return HttpResponseRedirect(_with_query(url_of(record.key), request))
            return view(request, record, **rest)

        return asked

    return dressed


def _with_query(url: str, request: HttpRequest) -> str:
    return f"{url}?{request.GET.urlencode()}" if request.GET else url


def day_of(request: HttpRequest, name: str = "on") -> datetime.date:
    """The day that the page is about (`?on=2022-03-01`), else today.

    Raises:
        WrongValue: it is no day.
    """
    given = request.GET.get(name, "").strip()
    return day_in(given) if given else timezone.localdate()


def day_in(given: str) -> datetime.date:
    """The day that a text names.

    Raises:
        WrongValue: it is no day.
    """
    try:
        return datetime.date.fromisoformat(given)
    except ValueError:
        raise WrongValue(gettext("not a day: {given}").format(given=given[:40])) from None


def words_of(request: HttpRequest, name: str, chars: int = 200) -> str:
    """A text of the query string, without the NUL characters that no database takes, and not longer than is sensible."""
    return request.GET.get(name, "").replace("\0", "").strip()[:chars]


def kind_of(record: Record) -> str:
    """The kind of a record, the first letter of its key."""
    return record.key[0]


def by_htmx(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of a page; without it, and where it brings back a page of the past, the whole is given."""
    return request.headers.get("HX-Request") == "true" and "HX-History-Restore-Request" not in request.headers
