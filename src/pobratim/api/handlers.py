"""Which error becomes which problem."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from pobratim.core.errors import PageError, PobratimError
from pobratim.register.errors import Changed, NoSuchRecord, NotAllowed, WrongDecision, WrongValue

from .problem import Fault, Problem, problem

Handler = Callable[[HttpRequest, Any], HttpResponse]
_STATUS: dict[type[PobratimError], int] = {
    NoSuchRecord: HTTPStatus.NOT_FOUND,
    WrongValue: HTTPStatus.UNPROCESSABLE_ENTITY,
    PageError: HTTPStatus.UNPROCESSABLE_ENTITY,
    WrongDecision: HTTPStatus.CONFLICT,
    Changed: HTTPStatus.CONFLICT,
    NotAllowed: HTTPStatus.FORBIDDEN,
    PobratimError: HTTPStatus.BAD_REQUEST,
}
_log = logging.getLogger("pobratim.api")


def add_handlers(api: NinjaAPI) -> None:
    """Every error that an operation raises becomes a problem."""
    for kind, status in _STATUS.items():
        api.add_exception_handler(kind, _refused(status))
    handlers: tuple[tuple[type[Exception], Handler], ...] = (
        (Problem, lambda request, error: problem(request, error.status, error.detail, error.errors)),
        (HttpError, _http),
        (ValidationError, _invalid),
        (RequestDataTooBig, _too_large),
        (OperationalError, _unavailable),
        (Exception, _failed),
    )
    for kind_, handler in handlers:
        api.add_exception_handler(kind_, handler)


def _refused(status: int) -> Handler:
    def handler(request: HttpRequest, error: PobratimError) -> HttpResponse:
        told = error.reason if error.address is None else f"{error.reason}: {error.address}"
        return problem(request, status, told if error.offset is None else f"{told} (offset {error.offset})")

    return handler


def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    cause = error.__cause__
    detail = f"{error.message}: {cause}" if cause is not None else error.message
    if error.status_code == HTTPStatus.UNAUTHORIZED:
        detail = "no token, or one that is unknown or revoked, or whose account is closed"
    return problem(request, error.status_code, detail)


def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    faults = [_fault(one["loc"], one["msg"]) for one in error.errors]
    first = faults[0]
    detail = f"{first.parameter or first.pointer}: {first.detail}"
    more = len(faults) - 1
    return problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, f"{detail} (and {more} more)" if more else detail, faults)


def _fault(where: Iterable[Any], message: str) -> Fault:
    """The first of `where` is the part of the request, in a body the second is the argument's name."""
    part, *path = where
    if part == "body":
        return Fault(message, pointer="#" + "".join(f"/{_escaped(one)}" for one in path[1:]))
    return Fault(message, parameter=str(path[0] if len(path) == 1 or not isinstance(path[1], str) else path[1]))


def _escaped(part: object) -> str:
    return str(part)[:100].replace("~", "~0").replace("/", "~1")


def _too_large(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "the body has more bytes than the server takes")


def _unavailable(request: HttpRequest, error: Exception) -> HttpResponse:
    _log.error("database: %s", error)
    response = problem(request, HTTPStatus.SERVICE_UNAVAILABLE, "the database does not answer, or somebody else is writing")
    response["Retry-After"] = "5"
    return response


def _failed(request: HttpRequest, error: Exception) -> HttpResponse:
    _log.error("%s %s failed", request.method, request.path, exc_info=error)
    return problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, "this is our fault; it stands in the server's log")
