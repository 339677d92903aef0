"""A date as precise as its source is: a day, a month, a year, or a day whose year is unknown."""

from __future__ import annotations

import datetime
from typing import Literal

import msgspec

from .evidence import Evidence

Precision = Literal["day", "month", "year"]
Basis = Literal["explicit", "relative", "computed"]


class PartialDate(msgspec.Struct, frozen=True):
    """`value` is `2024-04-24`, `2023-06`, `2021` or `--04-23` (a day without its year).

    `basis` says how the value was found: `explicit` is written in the text, `relative` was counted
    from another date («накануне»), `computed` follows from several places of the page.
    """

    value: str
    precision: Precision
    basis: Basis
    evidence: list[Evidence] = []

    @property
    def yearless(self) -> bool:
        """Whether the year is unknown (`--04-23`)."""
        return self.value.startswith("--")

    @property
    def year(self) -> int | None:
        """The year, or None where it is unknown."""
        return None if self.yearless else int(self.value[:4])

    def day(self) -> datetime.date | None:
        """The calendar day, or None where the value is less precise than that."""
        if self.precision != "day" or self.yearless:
            return None
        return datetime.date.fromisoformat(self.value)
