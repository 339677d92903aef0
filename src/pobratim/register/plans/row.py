"""A row of a plan as it was read: its values, and what is wrong or doubtful with its cells."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from pobratim.register.lists.row import Problem
from pobratim.words.speech import mark

from .calendar import Span
from .side import Side

NO_TEXT = mark("no measure stands here")
NO_SPHERE = mark("no sphere can be read here")
NO_STATE = mark("this state is not known")
NO_DUE = mark("no time is told")
NO_EXECUTOR = mark("nobody is told to carry it out")
TOO_LONG = mark("too long: cut")


class Context(NamedTuple):
    """What is known of the plan: its sides, its term, and the day of the import, for marks of fulfilment."""

    sides: tuple[Side, ...] = ()
    term: Span = Span()
    today: datetime.date = datetime.date.max


class PlanRow(NamedTuple):
    """A row: the values of its fields as `field.FIELDS["m"]` has them; `problems` that are fatal mark it as not understood.

    `cells` are heading → words, as written.
    """

    number: int
    values: dict[str, Any]
    problems: tuple[Problem, ...]
    cells: dict[str, str]

    @property
    def understood(self) -> bool:
        """Whether nobody must look at it."""
        return not any(one.fatal for one in self.problems)
