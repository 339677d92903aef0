"""`pobratim export`: a list of the register as a file."""

from __future__ import annotations

import datetime
from itertools import count
from pathlib import Path
from typing import BinaryIO, cast

import click

from pobratim.words.speech import mark, tr, tr_n

from .command import Command, Option
from .option import output_option
from .paper_file import on_option

LISTS = ("documents", "events", "people", "partners")
FORMATS = ("csv", "xlsx", "jsonl", "jsonld")

HELP = mark(
    "Write a list of the register to a file.\n\n"
    "LIST is documents, events, people or partners. Without --format the ending of the file decides.\n\n"
    "With --on documents are listed as they stood on that day: those that were announced or signed by then, with their "
    "state."
)
EXAMPLES = mark(
    "Examples:\n"
    "  pobratim export documents -o agreements.xlsx\n"
    "  pobratim export documents --on 2022-03-01 --state in_force -o in-force.xlsx\n"
    "  pobratim export partners --format csv -o -"
)


@click.command("export", cls=Command, help=HELP, epilog=EXAMPLES)
@click.argument("what", metavar="LIST", type=click.Choice(LISTS))
@click.option("--format", "format_", cls=Option, type=click.Choice(FORMATS), help=mark("Format of the file."))
@output_option(mark("Where to write, - for standard output."))
@on_option
@click.option(
    "--state",
    "states",
    cls=Option,
    multiple=True,
    metavar="STATE",
    help=mark("Only documents in this state on that day (in_force, lapsed, …); may be repeated."),
)
def export(what: str, format_: str | None, output: str, on: datetime.datetime | None, states: tuple[str, ...]) -> None:
    """Writes the list; the file appears whole or not at all."""
    if (on or states) and what != "documents":
        raise click.UsageError(tr("Only documents have a state on a day: --on and --state go with documents."))
    chosen = format_ or Path(output).suffix.lstrip(".").lower()
    if chosen not in FORMATS:
        raise click.UsageError(tr("The ending of the file says no format: choose one with --format."))
    from pobratim.project.ready import register_ready

    register_ready()
    from pobratim.register.export import FORMATS as WRITERS
    from pobratim.register.export import LISTS as TABLES
    from pobratim.register.export.jsonld import write_jsonld
    from pobratim.register.lifecycle import Lifecycle
    from pobratim.register.selectors.listing import THERE, documents
    from pobratim.register.settle import settle

    for name in states:
        if name not in THERE:
            raise click.UsageError(tr("no such state: {name}; there are: {names}").format(name=name, names=", ".join(THERE)))
    settle()
    table, day, wanted = TABLES[what], on.date() if on else None, [Lifecycle(one) for one in states]
    numbers = count(1)
    with click.open_file(output, "wb", atomic=output != "-") as file:
        if chosen == "jsonld":
            keys = documents(on=day, states=wanted).values_list("key", flat=True).iterator() if day or wanted else None
            number = write_jsonld(cast("BinaryIO", file), what, keys)
        else:
            rows = (row for row in table.rows(day, wanted) if next(numbers))
            WRITERS[chosen](cast("BinaryIO", file), table.columns, rows)
            number = next(numbers) - 1
    if output != "-":
        click.echo(tr_n("{number} row written", "{number} rows written", number), err=True)
