"""What writing takes. A name that is not known is refused: it may be a slip of the pen."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Field, Schema

from pobratim.api.asked import Key

Reason = Annotated[str, Field(max_length=2000, description="In your words, for the history")]


class Why(Schema):
    """A reason, if there is one."""

    model_config = {"extra": "forbid", "json_schema_extra": {"examples": [{"reason": "сверено с оригиналом"}]}}

    reason: Reason = ""


class ValueAsked(Why):
    """A value of a field, as `GET /fields` describes it."""

    model_config = {
        "extra": "forbid",
        "json_schema_extra": {
            "examples": [{"value": {"value": "2024-04-24", "precision": "day", "basis": "explicit", "wording": "24 апреля"}}]
        },
    }

    value: Any


class RecordAsked(Why):
    """A record: its kind, and field → value; for a field of several values the list of them."""

    model_config = {
        "extra": "forbid",
        "json_schema_extra": {
            "examples": [{"kind": "partner", "fields": {"name": "Чуйская область", "kind": "region"}, "reason": "из журнала"}]
        },
    }

    kind: Literal["partner", "person", "document", "event", "statement", "measure"]
    fields: Annotated[dict[str, Any], Field(max_length=20)]


class MergeAsked(Why):
    """Records that are one thing."""

    keys: Annotated[list[Key], Field(min_length=2, max_length=100)]


class SplitAsked(Why):
    """Nodes of a record, as `GET /records/{key}/parts` lists them, that are another thing than the rest."""

    nodes: Annotated[list[Key], Field(min_length=1, max_length=10_000)]


class EditAsked(Why):
    """Field → value as `GET /fields` describes it, null where nothing that is told there is right; all of it or nothing."""

    model_config = {
        "extra": "forbid",
        "json_schema_extra": {
            "examples": [{"fields": {"title": "О дружбе", "sphere": ["sport", "culture"]}, "reason": "по оригиналу"}]
        },
    }

    fields: Annotated[dict[str, Any], Field(min_length=1, max_length=20)]
    seen: Annotated[str | None, Field(max_length=60, description="As the record had it when you looked")] = None
