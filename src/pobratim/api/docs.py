"""The OpenAPI document as a page for people: plain HTML from this server, with no script and nothing from elsewhere."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

from .problem import KINDS

_REF = "#/components/schemas/"


class Piece(NamedTuple):
    """A parameter or property; `type`: names of schemas in it are links."""

    name: str
    where: str
    type: SafeString
    required: bool
    told: SafeString


class Shown(NamedTuple):
    """An operation as the page shows it."""

    id: str
    method: str
    path: str
    summary: str
    told: SafeString
    token: bool
    parameters: list[Piece]
    body: SafeString
    example: str
    answers: list[tuple[int | str, SafeString, SafeString]]


class Part(NamedTuple):
    """A schema as the page shows it."""

    name: str
    told: SafeString
    type: SafeString
    pieces: list[Piece]


class DocsPage(DocsBase):
    """Renders the page."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        """The page."""
        document = api.get_openapi_schema(path_params=kwargs)
        shown: dict[str, list[Shown]] = {}
        for path, methods in document["paths"].items():
            for method, operation in methods.items():
                shown.setdefault(operation["tags"][0], []).append(_shown(document, path, method, operation))
        context = {
            "info": document["info"],
            "about": [marked(one) for one in document["info"]["description"].split("\n\n")],
            "groups": sorted(shown.items()),
            "schemas": [_part(name, one) for name, one in document["components"]["schemas"].items()],
            "problems": sorted(KINDS.items()),
            "openapi": self.get_openapi_url(api, kwargs),
        }
        return render(request, "api/docs.html", context)


def _shown(document: dict[str, Any], path: str, method: str, operation: dict[str, Any]) -> Shown:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    body = content.get("schema", {})
    named = document["components"]["schemas"].get(body.get("$ref", "").removeprefix(_REF), body)
    example = content.get("example") or next(iter(named.get("examples", [])), None)
    answers = {
        status: one if "$ref" not in one else document["components"]["responses"][one["$ref"].rsplit("/", 1)[1]]
        for status, one in operation["responses"].items()
    }
    return Shown(
        operation["operationId"],
        method.upper(),
        path,
        operation["summary"],
        marked(operation.get("description", "")),
        {} not in operation.get("security", [{}]),
        [_piece(one["name"], one["in"], one["schema"], one.get("required", False)) for one in operation.get("parameters", [])],
        _type(body),
        json.dumps(example, ensure_ascii=False, indent=2) if example is not None else "",
        [(status, marked(one["description"]), _answer(one)) for status, one in answers.items()],
    )


def _answer(response: dict[str, Any]) -> SafeString:
    for content in response.get("content", {}).values():
        return _type(content["schema"])
    return SafeString("")


def _part(name: str, schema: dict[str, Any]) -> Part:
    required = schema.get("required", [])
    pieces = [_piece(one, "", told, one in required) for one, told in schema.get("properties", {}).items()]
    return Part(name, marked(schema.get("description", "")), _type(schema) if not pieces else SafeString(""), pieces)


def _piece(name: str, where: str, schema: dict[str, Any], required: bool) -> Piece:
    return Piece(name, where, _type(schema), required, marked(schema.get("description", "")))


def _type(schema: dict[str, Any]) -> SafeString:
    """A type in few words, `[…]` for a list; names of schemas are links.

    >>> _type({"type": "array", "items": {"enum": ["plan", "other"]}})
    '[plan | other]'
    """
    if "$ref" in schema:
        name = escape(schema["$ref"].removeprefix(_REF))
        return mark_safe(f'<a href="#schema-{name}">{name}</a>')
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return mark_safe(" | ".join(_type(one) for one in schema[several]))
    if "enum" in schema:
        return mark_safe(" | ".join(escape(one) for one in schema["enum"]))
    if "const" in schema:
        return escape(schema["const"])
    if schema.get("type") == "array":
        return mark_safe(f"[{_type(schema.get('items', {}))}]")
    if isinstance(schema.get("additionalProperties"), dict):
        return mark_safe(f"{{…: {_type(schema['additionalProperties'])}}}")
    bounds = [f"{sign} {schema[name]}" for name, sign in (("minimum", "≥"), ("maximum", "≤")) if name in schema]
    words = [schema.get("type", "any"), schema.get("format", ""), schema.get("pattern", ""), *bounds]
    return escape(" ".join(str(one) for one in words if one))


def marked(text: str) -> SafeString:
    """Text with `code` and **strong** as HTML; all else in it is only text.

    >>> marked("`a` <b> **c**")
    '<code>a</code> &lt;b&gt; <strong>c</strong>'
    """
    told = re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text)))
    return mark_safe(re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", told))
