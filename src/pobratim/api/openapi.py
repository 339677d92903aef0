"""The OpenAPI document: what ninja makes of the operations, with the problems and the contract of facts."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from .contract import facts_schemas
from .problem import KINDS, MEDIA_TYPE

_WRITING = ("post", "put")
_PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "An error (RFC 9457).",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "examples": ["/api/v1/docs#not-found"]},
        "title": {"type": "string", "examples": ["There is no such thing"]},
        "status": {"type": "integer", "examples": [404]},
        "detail": {"type": "string", "examples": ["no record has this key: d00000000000000000000"]},
        "instance": {"type": "string", "format": "uri-reference", "description": "The address that was asked for"},
        "errors": {
            "type": "array",
            "description": "Where several values do not fit, each of them",
            "items": {
                "type": "object",
                "required": ["detail"],
                "properties": {
                    "detail": {"type": "string"},
                    "pointer": {"type": "string", "description": "Into the body (RFC 6901)", "examples": ["#/fields/kind"]},
                    "parameter": {"type": "string", "description": "In the address", "examples": ["limit"]},
                },
            },
        },
    },
}


class Api(NinjaAPI):
    """Ninja's API with a complete description of itself."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None) -> OpenAPISchema:
        """The OpenAPI 3.1 document."""
        found = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        schemas = found["components"]["schemas"]
        schemas |= {"Problem": _PROBLEM, **facts_schemas()}
        found["components"]["schemas"] = dict(sorted(schemas.items()))
        found["components"]["responses"] = {kind.slug: _response(kind.title) for kind in KINDS.values()}
        found["paths"] = dict(sorted(found["paths"].items()))
        for path, methods in found["paths"].items():
            for method, operation in methods.items():
                _add_problems(operation, method, has_key="{" in path)
        return found

    def get_openapi_operation_id(self, operation: Any) -> str:
        """The name of the function, which is unique."""
        return str(operation.view_func.__name__)


def _response(title: str) -> dict[str, Any]:
    return {"description": title, "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}


def _add_problems(operation: dict[str, Any], method: str, *, has_key: bool) -> None:
    """The errors that an operation may answer with; what was read unchanged, too."""
    statuses = [401]
    if method == "get":
        operation["responses"][304] = {"description": "Not modified since the ETag of `If-None-Match`"}
    if method in _WRITING:
        statuses += [403, 409]
        if "requestBody" in operation:
            statuses += [400, 413, 415]
    statuses += [404] if has_key else []
    for status in sorted([*statuses, 422]):
        operation["responses"][status] = {"$ref": f"#/components/responses/{KINDS[status].slug}"}
