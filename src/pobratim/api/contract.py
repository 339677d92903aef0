"""The register's own types as JSON Schema: facts of a page, values of fields."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from pobratim.core.facts import Facts
from pobratim.register.derive.draft import MANY
from pobratim.register.field import FIELDS

#: The API's name of a kind of record → the register's letter.
KINDS = {"partner": "a", "person": "p", "document": "d", "event": "e", "statement": "s", "measure": "m"}


@cache
def field_schemas() -> dict[str, dict[str, tuple[bool, dict[str, Any]]]]:
    """Kind → field → whether it holds several values, and the JSON Schema of one."""
    return {
        kind: {name: (name in MANY, msgspec.json.schema(type_)) for name, type_ in FIELDS[letter].items()}
        for kind, letter in KINDS.items()
    }


def facts_schemas() -> dict[str, Any]:
    """Name → JSON Schema of the parts of a page's facts, as components of the OpenAPI document; `Facts` is the whole."""
    _, components = msgspec.json.schema_components([Facts], ref_template="#/components/schemas/Facts.{name}")
    return {"Facts" if name == "Facts" else f"Facts.{name}": schema for name, schema in components.items()}
