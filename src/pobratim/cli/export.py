"""`pobratim export`: a list of the register as a file."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import BinaryIO, cast

import click

from pobratim.words.speech import mark, tr, tr_n

from .command import Command, Option

LISTS = ("documents", "events", "people", "partners")
FORMATS = ("csv", "xlsx", "jsonl", "jsonld")

HELP = mark(
    "Write a list of the register to a file.\n\n"
    "LIST is documents, events, people or partners. Without --format the ending of the file decides."
)
EXAMPLES = mark("Examples:\n  pobratim export documents -o agreements.xlsx\n  pobratim export partners --format csv -o -")


@click.command("export", cls=Command, help=HELP, epilog=EXAMPLES)
@click.argument("what", metavar="LIST", type=click.Choice(LISTS))
@click.option("--format", "format_", cls=Option, type=click.Choice(FORMATS), help=mark("Format of the file."))
@click.option(
    "-o",
    "--output",
    "output",
    cls=Option,
    type=click.Path(dir_okay=False),
    required=True,
    metavar="FILE",
    help=mark("Where to write, - for standard output."),
)
def export(what: str, format_: str | None, output: str) -> None:
    """Writes the list; the file appears whole or not at all."""
    chosen = format_ or Path(output).suffix.lstrip(".").lower()
    if chosen not in FORMATS:
        raise click.UsageError(tr("The ending of the file says no format: choose one with --format."))
    from pobratim.project.ready import register_ready

    register_ready()
    from pobratim.register.export import FORMATS as WRITERS
    from pobratim.register.export import LISTS as TABLES
    from pobratim.register.export.jsonld import write_jsonld
    from pobratim.register.settle import settle

    settle()
    table = TABLES[what]
    numbers = count(1)
    with click.open_file(output, "wb", atomic=output != "-") as file:
        if chosen == "jsonld":
            number = write_jsonld(cast("BinaryIO", file), what)
        else:
            rows = (row for row in table.rows() if next(numbers))
            WRITERS[chosen](cast("BinaryIO", file), table.columns, rows)
            number = next(numbers) - 1
    if output != "-":
        click.echo(tr_n("{number} row written", "{number} rows written", number), err=True)
