"""How bodies are read and written: strict JSON, in UTF-8."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, cast

import msgspec
from django.http import HttpRequest
from ninja.parser import Parser
from ninja.renderers import BaseRenderer

from .problem import Problem

JSON = "application/json"


class StrictParser(Parser):
    """JSON alone: no NaN, no half of a surrogate pair, no other charset."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """The body as Python's values.

        Raises:
            msgspec.DecodeError: it is no JSON.
        """
        return cast("dict[str, Any]", msgspec.json.decode(request.body))


class Utf8Renderer(BaseRenderer):
    """Cyrillic stays legible."""

    media_type = JSON

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        """The bytes of an answer."""
        return msgspec.json.encode(data)


def check_media_type(request: HttpRequest) -> None:
    """Does nothing where the body says that it is JSON.

    Raises:
        Problem: it says something else, or nothing.
    """
    if request.content_type != JSON:
        told = f"the body is {request.content_type}" if request.content_type else "the header Content-Type is missing"
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, told)
