"""Options that several commands have, each with its own help, and what their values may be."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from pobratim.words.speech import tr

from .command import Decorator, Option
from .out_file import is_stream


class Day(click.DateTime):
    """A day as `2024-04-23`; the command gets a datetime."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day; what is none is refused in words that tell how a day is written."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(tr("not a day: {value}; write it as 2024-04-23").format(value=value), param, ctx)


class NewFile(click.Path):
    """The name of a file to be written; that its folder is not there is told before the work, not after it."""

    def __init__(self, path_type: type[Any] | None = None) -> None:
        super().__init__(dir_okay=False, writable=True, allow_dash=path_type is None, path_type=path_type)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The name; a file of that name that is there already may be written over."""
        folder = Path(value).parent
        if is_stream(value):
            if not self.allow_dash:
                self.fail(tr("no ordinary file: {name}").format(name=value), param, ctx)
            return super().convert(value, param, ctx)
        if not folder.is_dir():
            self.fail(tr("there is no such folder: {folder}").format(folder=folder), param, ctx)
        if not os.access(folder, os.W_OK):
            self.fail(tr("nothing can be written to this folder: {folder}").format(folder=folder), param, ctx)
        return super().convert(value, param, ctx)


def on_option(text: str) -> Decorator:
    """`--on DAY`; the command gets the day as `on`, a datetime, or None. `text` is the help, marked for translation."""
    return click.option("--on", "on", cls=Option, type=Day(), metavar="DAY", help=text)


def output_option(text: str) -> Decorator:
    """`-o FILE`, which must be given; the command gets its name as `output`. `text` is the help, marked for translation."""
    return click.option("-o", "--output", "output", cls=Option, type=NewFile(), required=True, metavar="FILE", help=text)
