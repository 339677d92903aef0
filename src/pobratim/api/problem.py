"""Errors as `application/problem+json` (RFC 9457): what kind of error, and what is wrong with this request."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import NamedTuple

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils.encoding import escape_uri_path

MEDIA_TYPE = "application/problem+json"
DOCS = "/api/v1/docs"


class Kind(NamedTuple):
    """A kind of error: the end of its address, and its title."""

    slug: str
    title: str


KINDS: dict[int, Kind] = {
    HTTPStatus.BAD_REQUEST: Kind("malformed", "The request cannot be read"),
    HTTPStatus.UNAUTHORIZED: Kind("unauthorized", "A valid token is needed"),
    HTTPStatus.FORBIDDEN: Kind("forbidden", "The account's role does not allow it"),
    HTTPStatus.NOT_FOUND: Kind("not-found", "There is no such thing"),
    HTTPStatus.METHOD_NOT_ALLOWED: Kind("method-not-allowed", "This address does not take this method"),
    HTTPStatus.CONFLICT: Kind("conflict", "The register does not allow it"),
    HTTPStatus.PRECONDITION_FAILED: Kind("changed-meanwhile", "The record was changed meanwhile"),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Kind("too-large", "The body is too large"),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: Kind("unsupported-media-type", "The body must be application/json"),
    HTTPStatus.UNPROCESSABLE_ENTITY: Kind("invalid", "A value does not fit"),
    HTTPStatus.INTERNAL_SERVER_ERROR: Kind("internal", "The server failed"),
    HTTPStatus.SERVICE_UNAVAILABLE: Kind("unavailable", "The register cannot be reached now"),
}


class Fault(msgspec.Struct, omit_defaults=True):
    """One thing that is wrong: `pointer` (RFC 6901) into the body, or the name of a parameter."""

    detail: str
    pointer: str | None = None
    parameter: str | None = None


class Problem(Exception):
    """What an operation raises where its own checks fail."""

    def __init__(self, status: int, detail: str, errors: Sequence[Fault] = ()) -> None:
        self.status = status
        self.detail = detail
        self.errors = errors
        super().__init__(detail)


def wrong_parameter(name: str, detail: str) -> Problem:
    """A parameter whose value does not fit."""
    return Problem(HTTPStatus.UNPROCESSABLE_ENTITY, f"{name}: {detail}", [Fault(detail, parameter=name)])


def problem(request: HttpRequest, status: int, detail: str, errors: Sequence[Fault] = ()) -> HttpResponse:
    """The answer that tells of an error.

    Args:
        request: that could not be answered.
        status: HTTP's number.
        detail: what is wrong with this request.
        errors: where several values do not fit, each of them.
    """
    kind = KINDS.get(status) or Kind(str(status), HTTPStatus(status).phrase)
    told: dict[str, object] = {
        "type": f"{DOCS}#{kind.slug}",
        "title": kind.title,
        "status": status,
        "detail": detail,
        "instance": escape_uri_path(request.path),
    }
    if errors:
        told["errors"] = errors
    response = HttpResponse(msgspec.json.encode(told), status=status, content_type=MEDIA_TYPE)
    response["Content-Language"] = "en"  # whatever language the rest of the server speaks
    if status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = 'Bearer realm="pobratim"'
    return response
