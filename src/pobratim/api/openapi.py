"""The OpenAPI document: what ninja makes of the operations, with the problems and the contract of facts."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from .contract import facts_schemas
from .problem import KINDS, MEDIA_TYPE

_WRITING = ("post", "put", "patch")
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

_IF_MATCH = {
    "in": "header",
    "name": "If-Match",
    "required": False,
    "description": "The ETag with which the record was read: 412 if it is another by now",
    "schema": {"type": "string"},
}


class Api(NinjaAPI):
    """Ninja's API with a complete description of itself."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None) -> OpenAPISchema:
        """The OpenAPI 3.1 document."""
        found = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        for path, methods in found["paths"].items():
            for method, operation in methods.items():
                for parameter in operation["parameters"]:
                    _tidy(parameter)
                _add_answers(operation, method, path)
        components = found["components"]
        components["responses"] = {kind.slug: _response(kind.title) for kind in KINDS.values()}
        schemas = {**components["schemas"], "Problem": _PROBLEM, **facts_schemas()}
        used = _used([found["paths"], components["responses"]], schemas)
        components["schemas"] = {name: schemas[name] for name in sorted(used)}
        found["paths"] = dict(sorted(found["paths"].items()))
        return found

    def get_openapi_operation_id(self, operation: Any) -> str:
        """The name of the function, which is unique."""
        return str(operation.view_func.__name__)


def _response(title: str) -> dict[str, Any]:
    return {"description": title, "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}


def _tidy(parameter: dict[str, Any]) -> None:
    """A parameter that may be left out is not null; its examples stand in its schema."""
    parameter.pop("examples", None)
    schema = parameter["schema"]
    if "anyOf" in schema:
        (kept,) = (one for one in schema.pop("anyOf") if one.get("type") != "null")
        parameter["schema"] = {**kept, **schema}


def _add_answers(operation: dict[str, Any], method: str, path: str) -> None:
    """The errors that an operation may answer with; of what is read, the ETag and that it needs no token where all may."""
    answers = operation["responses"]
    if method == "get":
        answers[304] = {"description": "Not modified since the ETag of `If-None-Match`"}
        answers[200]["headers"] = {"ETag": {"schema": {"type": "string"}}}
        operation.setdefault("security", [{}, {"Token": []}])
    statuses = {401, 422}
    if "{" in path:
        statuses.add(404)
    if method in _WRITING:
        statuses |= {403, 409}
    if method in _WRITING and "/records/{key}" in path:
        statuses.add(412)
        operation["parameters"].append(_IF_MATCH)
    if "requestBody" in operation:
        statuses |= {400, 413, 415}
    for status in sorted(statuses):
        answers[status] = {"$ref": f"#/components/responses/{KINDS[status].slug}"}
    answers["default"] = {"$ref": "#/components/responses/internal"}


def _used(value: Any, schemas: dict[str, Any]) -> set[str]:
    """The names of the schemas that a value refers to, and those that they refer to."""
    found: set[str] = set()
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            name = str(one.get("$ref", "")).removeprefix("#/components/schemas/")
            if name in schemas and name not in found:
                found.add(name)
                waiting.append(schemas[name])
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return found
