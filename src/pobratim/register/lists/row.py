"""A row as it was read: its facts, and what is wrong or doubtful with its cells."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pobratim.core.facts import Facts
from pobratim.words.speech import mark

FEW_PARTIES = mark("fewer than two parties are named")
NO_KIND = mark("what kind of document it is, is not said")
NO_TERM = mark("no term can be read here")
NO_STATUS = mark("this state is not known")
NO_PLACE = mark("no place can be read here")
NO_SPHERE = mark("no sphere can be read here")
NO_PEOPLE = mark("no name of a person can be read here")
TOO_LONG = mark("too long: 2,000 characters are the most")
AS_WRITTEN = mark("not known, entered as it is written: {name}")
LAPSED = mark("lapsed, and the list gives no term: entered as terminated")


class Problem(NamedTuple):
    """What is wrong with a cell: `reason` is a message id, `name` what it speaks of; fatal where the row cannot come in."""

    column: str
    text: str
    reason: str
    fatal: bool
    name: str = ""

    def in_words(self, say: Callable[[str], str]) -> str:
        """The reason in the language of `say` (gettext), with the name that it speaks of."""
        return say(self.reason).format(name=self.name)


class ReadRow(NamedTuple):
    """A row as it was read; `facts` is None where it cannot be. `told` are the fields that the list itself gives."""

    number: int
    facts: Facts | None
    problems: tuple[Problem, ...]
    cells: dict[str, str]
    title: str = ""
    told: frozenset[str] = frozenset()

    @property
    def fatal(self) -> list[Problem]:
        """Why it cannot be read."""
        return [one for one in self.problems if one.fatal]

    @property
    def warnings(self) -> list[Problem]:
        """What is to be known of it."""
        return [one for one in self.problems if not one.fatal]
