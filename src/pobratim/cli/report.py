"""What becomes of the pages of one run: each is shown, passed over, or complained of; at the end they are counted."""

from __future__ import annotations

import sys

import click

from pobratim.scan import Outcome
from pobratim.words.speech import tr_n

from .complaint import complaint
from .printer import Printer
from .progress import Bar


class Report:
    """Takes the run's pages one by one, with a bar that is to be entered around them."""

    def __init__(self, printer: Printer, bar: Bar) -> None:
        self.read = self.passed_over = self.failed = 0
        self._printer = printer
        self._bar = bar

    def take(self, outcome: Outcome[bytes]) -> None:
        """One page: printed to stdout, passed over in silence, or one line on stderr."""
        self._bar.advance()
        if outcome.error is not None:
            self.failed += 1
            with self._bar.aside(sys.stderr):
                click.echo(complaint(outcome.error), err=True)
        elif outcome.facts is None:
            self.passed_over += 1
        else:
            self.read += 1
            with self._bar.aside(sys.stdout):
                self._printer.show(outcome.facts)

    def summary(self) -> str:
        """How many pages were read, passed over, not read; empty where there was one and it was read or complained of."""
        if self.passed_over == 0 and self.read + self.failed <= 1:
            return ""
        counts = (
            (self.read, tr_n("{number} page read", "{number} pages read", self.read)),
            (self.passed_over, tr_n("{number} passed over", "{number} passed over", self.passed_over)),
            (self.failed, tr_n("{number} not read", "{number} not read", self.failed)),
        )
        return ", ".join(told for number, told in counts if number)
