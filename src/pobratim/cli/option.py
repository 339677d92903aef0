"""Options that several commands have, each with its own help."""

from __future__ import annotations

import click

from .command import Decorator, Option


def on_option(text: str) -> Decorator:
    """`--on DAY`; the command gets the day as `on`, a datetime, or None. `text` is the help, marked for translation."""
    return click.option("--on", "on", cls=Option, type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help=text)


def output_option(text: str) -> Decorator:
    """`-o FILE`, which must be given; the command gets its name as `output`. `text` is the help, marked for translation."""
    kind = click.Path(dir_okay=False)
    return click.option("-o", "--output", "output", cls=Option, type=kind, required=True, metavar="FILE", help=text)
