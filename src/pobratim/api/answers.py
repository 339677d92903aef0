"""What all answers of the API have in common, whatever part of the server gives them."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.http import ConditionalGetMiddleware
from django.utils.cache import patch_cache_control, patch_vary_headers

from .body import JSON
from .problem import MEDIA_TYPE, problem

ROOT = "/api/"
_KEPT = ("Allow", "WWW-Authenticate", "Retry-After")


class ApiAnswers:
    """Middleware: every error below `/api/` is a problem, what was read has an ETag, HEAD is GET without the body."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._conditional = ConditionalGetMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer."""
        if not request.path.startswith(ROOT):
            return self.get_response(request)
        head = request.method == "HEAD"
        if head:
            request.method = "GET"
        answer = _as_problem(request, self.get_response(request))
        _cached_by(request, answer)
        if answer.get("Content-Type", "").startswith(JSON):
            del answer.headers["Content-Language"]  # values are told as they are, in whatever language is asked
        found = self._conditional.process_response(request, answer) if answer.status_code == HTTPStatus.OK else answer
        if head:
            request.method = "HEAD"
            answer.headers.setdefault("Content-Length", str(len(answer.content)))
            answer.content = b""
        return found


def _as_problem(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    if answer.status_code < HTTPStatus.BAD_REQUEST or answer.get("Content-Type") == MEDIA_TYPE:
        return answer
    status = answer.status_code
    told = problem(request, status, _DETAILS.get(status, "the server does not take this request"))
    for name in _KEPT:
        if name in answer:
            told[name] = answer[name]
    return told


_DETAILS: dict[int, str] = {
    HTTPStatus.NOT_FOUND: "nothing has this address",
    HTTPStatus.METHOD_NOT_ALLOWED: "see the header Allow for the methods that it takes",
    HTTPStatus.INTERNAL_SERVER_ERROR: "this is our fault; it stands in the server's log",
}


def _cached_by(request: HttpRequest, answer: HttpResponse) -> None:
    """Caches ask again each time; what not everybody may read is kept by nobody else."""
    whose = {} if settings.PUBLIC_READING and "Authorization" not in request.headers else {"private": True}
    patch_cache_control(answer, no_cache=True, **whose)
    patch_vary_headers(answer, ("Authorization",))
