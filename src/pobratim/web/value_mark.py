"""A sign by which a form names one of the values of a field: its place may change while somebody looks."""

from __future__ import annotations

from typing import Any

from pobratim.register.derive.draft import canonical
from pobratim.register.errors import NoSuchRecord
from pobratim.register.models import Record
from pobratim.resolve.records.content import digest


def mark_of(value: Any) -> str:
    """The sign of a value."""
    return digest(canonical(value))[:12]


def valued(record: Record, field: str, mark: str) -> Any:
    """The value of a field that has that sign.

    Raises:
        NoSuchRecord: there is none any more.
    """
    for one in record.fields.get(field, []):
        if mark_of(one["value"]) == mark:
            return one["value"]
    raise NoSuchRecord("no such value", address=f"{record.key}/{field[:20]}")
