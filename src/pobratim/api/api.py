"""The API put together."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from pobratim import __version__

from .access import Reader, Token
from .body import StrictParser, Utf8Renderer, check_media_type
from .docs import DocsPage
from .handlers import add_handlers
from .openapi import Api
from .problem import wrong_parameter
from .read import about, documents, due, events, measures, partners, people, proof, search, statements
from .write import account, fields, pages, records

Run = Callable[..., HttpResponse]
DESCRIPTION = """\
The register of who cooperates with whom: documents, events, people, partners and statements, each field with the \
words of the pages that say so.

**Reading** needs no account where the register is public; else a token, or a session in the browser. **Writing** needs \
a token: `Authorization: Bearer …`; an administrator issues one with `pobratim token issue`.

**Lists** come in slices of `limit` (50, at most 200); `next` is the address of the following one, null at the end. \
Records that come in meanwhile move no others. **Answers** have an ETag; with `If-None-Match` an unchanged one is 304; \
with `If-Match` a record is changed only if it is still the one that was read, else 412. \
**Errors** are `application/problem+json` (RFC 9457)."""

api = Api(
    title="Pobratim",
    version=__version__,
    description=DESCRIPTION,
    urls_namespace="api",
    parser=StrictParser(),
    renderer=Utf8Renderer(),
    docs=DocsPage(),
)


def _checked(run: Run) -> Run:
    """The operation, after what ninja does not look at: the body's type, parameters that nobody knows; in English."""
    operation: Any = run.__self__  # type: ignore[attr-defined]
    queries = [model for model in operation.models if model.__ninja_param_source__ == "query"]
    names = {name for model in queries for name in (model.__ninja_flatten_map__ or model.model_fields)}
    has_body = "GET" not in operation.methods

    @wraps(run)
    def checked(request: HttpRequest, **rest: Any) -> HttpResponse:
        try:
            if unknown := sorted(request.GET.keys() - names):
                raise wrong_parameter(unknown[0][:60], "there is no such parameter")
            if has_body and (request.content_type or request.body):
                check_media_type(request)
        except Exception as error:
            return api.on_exception(request, error)
        with translation.override("en"):
            return run(request, **rest)

    return checked


api.add_decorator(_checked, mode="view")
add_handlers(api)
for _module in (about, search, documents, events, people, partners, statements, measures, pages, proof, due):
    api.add_router("", _module.router, auth=Reader())
for _module in (account, records, fields):
    api.add_router("", _module.router, auth=Token())
