"""Where read pages go: JSON Lines for programs, sheets for people."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.console import Console


class Printer(Protocol):
    """Writes one page to stdout."""

    def show(self, line: bytes) -> None:
        """Writes the page of that line of JSON."""


class JsonPrinter:
    """One line of JSON a page, by the contract."""

    def show(self, line: bytes) -> None:
        """Writes and flushes the line, so that what was read is never lost."""
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()


class SheetPrinter:
    """A sheet a page; rich is loaded with the first of them."""

    @cached_property
    def _console(self) -> Console:
        from .sheet import console

        return console()

    def show(self, line: bytes) -> None:
        """Writes the page's head and tables, and the decisions where the line has them."""
        import msgspec

        from pobratim.core.facts import Facts

        from .explain import Explained, decisions_table
        from .sheet import readable

        self._console.print(readable(msgspec.json.decode(line, type=Facts)))
        decisions = msgspec.json.decode(line, type=Explained).decisions
        if decisions is not None:
            self._console.print(decisions_table(decisions))
            self._console.print()
