"""Which of the values of a field hold: what is shown first, edited, and told as «before» in the history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pobratim.register.derive.draft import MANY
from pobratim.register.models import Record

#: Fields of several values in which one person or actor may stand twice, once with more said of them: its name there.
_WHO = {"party": "actor", "signatory": "person", "person": "person"}


def held(record: Record, field: str) -> Any:
    """The value of a field, a list where it holds several; None where there is none."""
    told = record.fields.get(field, [])
    if field in MANY:
        return [told[number]["value"] for number in fullest(field, told)]
    return told[chosen_of(record, field, told)]["value"] if told else None


def chosen_of(record: Record, field: str, told: list[dict[str, Any]]) -> int:
    """Which of the values the record has taken: titles and states are not chosen by rank alone."""
    taken = getattr(record, field, None) if field in ("title", "status") else None
    for number, one in enumerate(told):
        value = one["value"]["status"] if field == "status" else one["value"]
        if taken is not None and value == taken:
            return number
    return 0


def fullest(field: str, told: list[dict[str, Any]]) -> list[int]:
    """The values to show: of several about one person or actor the first that says for whom, else the first."""
    who = _WHO.get(field)
    if who is None:
        return list(range(len(told)))
    best: dict[str, int] = {}
    for number, one in enumerate(told):
        ref = one["value"][who]
        key = ref["node"] if ref else f"-{number}"
        before = best.get(key)
        if before is None or (not _says_for(told[before]["value"]) and _says_for(one["value"])):
            best[key] = number
    return sorted(best.values())


def _says_for(value: Mapping[str, Any]) -> bool:
    return bool(value.get("for") or value.get("side"))
