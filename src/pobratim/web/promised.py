"""Promises as pages show them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse

from pobratim.register.models import Statement
from pobratim.register.selectors.promise import Asked, Became, became, promises

FEW = 8


class Promised(NamedTuple):
    """A promise, what had become of it by the day, and where its proof lies (empty where no page says it)."""

    statement: Statement
    became: Became
    proof: str


def shown(found: Iterable[Statement], on: datetime.date) -> list[Promised]:
    """Statements with a promise, as they stood on a day."""
    return [Promised(one, became(one, on), _proof(one)) for one in found]


def few_of(asked: Asked, on: datetime.date) -> list[Promised]:
    """The first of the promises asked for; one more than `FEW` where there are more."""
    return shown(promises(asked, on)[: FEW + 1], on)


def _proof(statement: Statement) -> str:
    told = statement.fields.get("promise") or []
    place = next((number for number, one in enumerate(told) if one["value"] == statement.promise and one["pages"]), None)
    return "" if place is None else reverse("web:evidence", args=[statement.key, "promise", place])
