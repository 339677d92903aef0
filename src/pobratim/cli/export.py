"""`pobratim export`: a list of the register as a file."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar, cast

import click

from pobratim.words.speech import language, mark, tr, tr_n

from .command import Command, Option
from .option import output_option
from .out_file import is_stream, out_file
from .paper_file import on_option

if TYPE_CHECKING:
    from .progress import RowBar

T = TypeVar("T")
LISTS = ("documents", "events", "people", "partners", "statements", "promises")
STATES = ("documents", "promises")
FORMATS = ("csv", "xlsx", "jsonl", "jsonld")

HELP = mark(
    "Write a list of the register to a file.\n\n"
    "LIST is documents, events, people, partners, statements or promises. Without --format the ending of the file "
    "decides.\n\n"
    "With --on the list is as of that day: documents that were announced or signed by then with their state, all else "
    "that pages had told of by then, with the pages until that day.\n\n"
    "XLSX is for people: headings and codes in words of the interface's language. CSV and JSON Lines are for programs: they "
    "hold the codes."
)
EXAMPLES = mark(
    "Examples:\n"
    "  pobratim export documents -o agreements.xlsx\n"
    "  pobratim export documents --on 2022-03-01 --state in_force -o in-force.xlsx\n"
    "  pobratim export events --on 2023-12-31 -o events.xlsx\n"
    "  pobratim export promises --state overdue -o promises.csv\n"
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
    help=mark("Only documents (in_force, lapsed, …) or promises (open, overdue, …) in this state on that day; may be repeated."),
)
def export(what: str, format_: str | None, output: str, on: datetime.datetime | None, states: tuple[str, ...]) -> None:
    """Writes the list; the file appears whole or not at all."""
    if states and what not in STATES:
        raise click.UsageError(tr("Only documents and promises have a state on a day: --state goes with these."))
    chosen = format_ or Path(output).suffix.lstrip(".").lower()
    if chosen not in FORMATS:
        raise click.UsageError(tr("The ending of the file says no format: choose one with --format."))
    from pobratim.project.ready import register_ready

    register_ready()
    from django.utils import translation

    from pobratim.register.export import FORMATS as WRITERS
    from pobratim.register.export import LISTS as TABLES
    from pobratim.register.export.jsonld import KINDS, write_jsonld
    from pobratim.register.selectors.listing import THERE
    from pobratim.register.selectors.promise import OVERDUE
    from pobratim.register.selectors.promise import STATES as PROMISES
    from pobratim.register.settle import settle

    from .progress import RowBar

    there = THERE if what == "documents" else (*PROMISES, OVERDUE)
    for name in states:
        if name not in there:
            raise click.UsageError(tr("no such state: {name}; there are: {names}").format(name=name, names=", ".join(there)))
    if chosen == "jsonld" and what not in KINDS:
        raise click.UsageError(tr("No JSON-LD of this list: choose another format."))
    settle()
    table, day = TABLES[what], on.date() if on else None
    found = table.found(day, states)
    watched = sys.stderr.isatty() and not is_stream(output)
    with out_file(output) as file, RowBar(found.count() if watched else 0, tr("Writing rows")) as bar:
        done = _Told(bar)
        if chosen == "jsonld":
            write_jsonld(cast("BinaryIO", file), what, done.each(found.values_list("key", flat=True).iterator()))
        else:
            with translation.override(language()):
                WRITERS[chosen](cast("BinaryIO", file), what, done.each(table.rows(day, states)))
    if not is_stream(output):
        click.echo(tr_n("{number} row written", "{number} rows written", done.number), err=True)


class _Told:
    """Counts what goes by, and tells the bar."""

    def __init__(self, bar: RowBar) -> None:
        self._bar, self.number = bar, 0

    def each(self, rows: Iterable[T]) -> Iterator[T]:
        for row in rows:
            yield row
            self.number += 1
            self._bar.advance()
