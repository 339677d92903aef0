"""`If-Match`: a record is changed only if it still is what the client read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from http import HTTPStatus

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import resolve
from django.utils.cache import set_response_etag
from django.utils.http import parse_etags

from pobratim.api.problem import Problem
from pobratim.register import sql

HEADER = "If-Match"
MANY = {"a": "partners", "p": "people", "d": "documents", "e": "events", "s": "statements", "m": "measures"}


@contextmanager
def unless_changed(request: HttpRequest, key: str) -> Iterator[None]:
    """Around a change of a record: refused with 412 where `If-Match` names no ETag that reading the record gives now.

    Nobody can write between the comparison and the change: both are done under the lock of those who write.
    """
    expected = parse_etags(request.headers.get(HEADER, ""))
    if not expected:
        yield
        return
    with transaction.atomic():
        sql.lock()
        now = _etag(request, key)
        if now is not None and "*" not in expected and now not in expected:
            raise Problem(HTTPStatus.PRECONDITION_FAILED, "the record is no longer what was read; read it again")
        yield


def _etag(request: HttpRequest, key: str) -> str | None:
    """The ETag that reading the record gives; None where there is no such record, which the operation itself tells."""
    asked = copy(request)
    asked.method = "GET"
    asked.path = asked.path_info = f"/api/v1/{MANY[key[0]]}/{key}"
    asked.GET = request.GET.__class__()
    found = resolve(asked.path)
    answer: HttpResponse = found.func(asked, *found.args, **found.kwargs)
    if answer.status_code != HTTPStatus.OK:
        return None
    return str(set_response_etag(answer)["ETag"])
