"""Where read pages go: JSON Lines for programs, sheets for people."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import msgspec

if TYPE_CHECKING:
    from rich.console import Console

    from pobratim.core.facts import Facts
    from pobratim.facts.read import Decision


class Printer(Protocol):
    """Writes one page to stdout; `decisions` is None where nobody asked for them."""

    def show(self, facts: Facts, decisions: list[Decision] | None) -> None:
        """Writes the page."""


class JsonPrinter:
    """One line of JSON a page, by the contract; asked for, the decisions stand under the key `decisions`."""

    def show(self, facts: Facts, decisions: list[Decision] | None) -> None:
        """Writes and flushes one line, so that what was read is never lost."""
        line = msgspec.json.encode(facts)
        if decisions is not None:
            from .explain import decisions_json

            more = msgspec.json.encode({"decisions": decisions_json(decisions)})
            line = line[:-1] + b"," + more[1:]
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()


class SheetPrinter:
    """A sheet a page; rich is loaded with the first of them."""

    @cached_property
    def _console(self) -> Console:
        from .sheet import console

        return console()

    def show(self, facts: Facts, decisions: list[Decision] | None) -> None:
        """Writes the page's head and tables."""
        from .sheet import readable

        self._console.print(readable(facts))
        if decisions is not None:
            from .explain import decisions_table

            self._console.print(decisions_table(decisions))
            self._console.print()
