"""What the commands share that bring a file with a table in: arguments, which table is meant, corrections, taking back."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pobratim.words.speech import mark, tr

from .command import Decorator, Option

if TYPE_CHECKING:
    from pobratim.register.services import Author, ListFile
    from pobratim.tables import Book, Table

file_argument: Decorator = click.argument(
    "file", metavar="FILE", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
sheet_option: Decorator = click.option(
    "--sheet", cls=Option, metavar="NAME", help=mark("Which sheet or table, where the file has several.")
)
map_option: Decorator = click.option(
    "--map",
    "changes",
    cls=Option,
    multiple=True,
    metavar="COLUMN=FIELD",
    help=mark("A column, by letter or heading, holds this field."),
)
dry_run_option: Decorator = click.option(
    "--dry-run", cls=Option, is_flag=True, help=mark("Show row by row what would happen; write nothing.")
)
author_option: Decorator = click.option(
    "--author", cls=Option, metavar="NAME", help=mark("Who imports it (default: your name on this machine).")
)
undo_option: Decorator = click.option(
    "--undo", cls=Option, type=int, metavar="NUMBER", help=mark("Take the import of this number back.")
)


def file_or_undo(file: Path | None, undo: int | None) -> None:
    """Refuses a call with neither a file nor an import to take back, and one with both."""
    if (file is None) == (undo is None):
        raise click.UsageError(tr("Either a file or --undo is needed."))


def pair_of(change: str) -> tuple[str, str]:
    """Column and field of a `--map`."""
    column, found, field = change.rpartition("=")
    if not found or not column:
        raise click.UsageError(tr("--map needs COLUMN=FIELD: {given}").format(given=change))
    return column.strip(" «»\"'"), field.strip()


def read_table(file: Path, sheet: str | None) -> tuple[Book, Table, ListFile]:
    """What a file holds, the table of it that is meant, and the file as imports remember it."""
    from pobratim.register.services import ListFile
    from pobratim.tables import read_book

    raw = file.read_bytes()
    book = read_book(raw, file.name)
    return book, _table_of(book, sheet), ListFile(file.name, hashlib.sha256(raw).hexdigest())


def _table_of(book: Book, sheet: str | None) -> Table:
    """The table of a file that is meant: the only one, or that of the name."""
    names = [table.name for table in book.tables]
    if sheet is not None:
        found = [table for table in book.tables if table.name.strip().lower() == sheet.strip().lower()]
        if not found:
            raise click.UsageError(tr("There is no such table; there are: {names}").format(names=", ".join(names)))
        return found[0]
    if len(names) > 1:
        raise click.UsageError(tr("The file has several tables, choose one with --sheet: {names}").format(names=", ".join(names)))
    return book.tables[0]


def undo_import(number: int, author: Author) -> None:
    """Takes an import back and says so."""
    from pobratim.register.services import import_undo

    undone = import_undo(number=number, author=author)
    click.echo(tr("taken back: {file}").format(file=undone.file), err=True)
