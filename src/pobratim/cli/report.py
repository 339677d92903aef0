"""What becomes of the pages of one run: each is shown, passed over, or complained of; at the end they are counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from .complaint import complaint
from .printer import Printer
from .progress import Bar
from .speech import tr_n

if TYPE_CHECKING:
    from pobratim.core.errors import PobratimError
    from pobratim.core.facts import Facts
    from pobratim.facts.read import Decision


class Report:
    """Takes the run's pages one by one; `bar` is to be entered around it."""

    def __init__(self, printer: Printer, total: int) -> None:
        self.bar = Bar(total)
        self.read = self.passed_over = self.failed = 0
        self._printer = printer
        self._total = total

    def show(self, facts: Facts, decisions: list[Decision] | None) -> None:
        """A page that was read."""
        self.read += 1
        self.bar.advance()
        with self.bar.aside():
            self._printer.show(facts, decisions)

    def pass_over(self) -> None:
        """A page that cannot report cooperation, at first glance."""
        self.passed_over += 1
        self.bar.advance()

    def complain(self, error: PobratimError) -> None:
        """A page that could not be read."""
        self.failed += 1
        self.bar.advance()
        with self.bar.aside():
            click.echo(complaint(error), err=True)

    def summary(self) -> str:
        """How many pages were read, passed over, not read; empty where one page was read."""
        if self._total == 1 and not self.passed_over:
            return ""
        counts: Sequence[tuple[int, str]] = (
            (self.read, tr_n("{number} page read", "{number} pages read", self.read)),
            (self.passed_over, tr_n("{number} passed over", "{number} passed over", self.passed_over)),
            (self.failed, tr_n("{number} not read", "{number} not read", self.failed)),
        )
        return ", ".join(told for number, told in counts if number)
