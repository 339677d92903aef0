"""Click's classes as our commands use them: help is translated when shown, commands are imported when run."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from copy import copy
from typing import Any

import click

from pobratim.words.speech import tr

#: What click's `option` and `argument` give: kept under a name where several commands have the same one.
Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Option(click.Option):
    """An option whose help is shown in the interface's language."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help."""
        told = copy(self)
        told.help = tr(self.help)
        return click.Option.get_help_record(told, ctx)


class Command(click.Command):
    """A command whose help and example are shown in the interface's language."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes what the command does."""
        told = copy(self)
        told.help = tr(self.help)
        click.Command.format_help_text(told, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the examples as they stand: their lines are not wrapped."""
        formatter.write_paragraph()
        for line in tr(self.epilog).splitlines():
            formatter.write(f"{line}\n")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Click's `--help`, its own help in the language that is in force now."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = tr("Show this message and exit.")
        return option

    def get_short_help_str(self, limit: int = 80) -> str:
        """The first paragraph of the help, whatever its length."""
        return tr(self.help).partition("\n\n")[0].replace("\n", " ")


class LazyGroup(Command, click.Group):
    """A group that knows where its commands live and imports one only when it is run or its help is asked for.

    `lazy` maps a command's name to `module:attribute` and to the line that the group's help shows.
    """

    def __init__(self, *arguments: Any, lazy: dict[str, tuple[str, str]] | None = None, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.lazy = lazy or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(ctx), *self.lazy})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None where there is none."""
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = self.lazy[cmd_name][0].partition(":")
        found = getattr(importlib.import_module(module), attribute)
        if not isinstance(found, click.Command):
            raise TypeError(f"{self.lazy[cmd_name][0]} is no command")
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the table of commands without importing any of the lazy ones."""
        lines = {name: tr(line) for name, (_, line) in self.lazy.items()}
        lines |= {name: command.get_short_help_str() for name, command in self.commands.items()}
        rows: Sequence[tuple[str, str]] = sorted(lines.items())
        with formatter.section(tr("Commands")):
            formatter.write_dl(rows)
