"""`pobratim import`: an office's list of agreements into the register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pobratim.words.speech import mark, tr, tr_n

from .command import Command, Option
from .deed import deed
from .table_file import (
    author_option,
    dry_run_option,
    file_argument,
    file_or_undo,
    map_option,
    pair_of,
    read_table,
    sheet_option,
    undo_import,
    undo_option,
)

if TYPE_CHECKING:
    from pobratim.register.lists.dry import Plan
    from pobratim.tables import Table

HELP = mark(
    "Bring an office's list of agreements into the register.\n\n"
    "FILE is a table: XLSX, DOCX, CSV or HTML. Which column holds what is guessed from the headings, shown, and can be "
    "corrected with --map; a correction is remembered for lists with these headings. Either the whole list comes in or "
    "nothing does; a list that is there already adds nothing. What a known document lacks is filled in; where list and "
    "register differ, the register stays as it is. Exit code: 0 done, 1 refused, 2 wrong usage."
)
EXAMPLES = mark(
    "Examples:\n"
    '  pobratim import agreements.xlsx --own "Тверская область" --dry-run\n'
    '  pobratim import agreements.xlsx --own "Тверская область" \\\n'
    '    --map C=partner --map "Дата"=signed\n'
    "  pobratim import --undo 3"
)


@click.command("import", cls=Command, help=HELP, epilog=EXAMPLES)
@file_argument
@sheet_option
@click.option(
    "--own", cls=Option, default="", metavar="NAME", help=mark("Your own side, where the list names the partner alone.")
)
@map_option
@dry_run_option
@click.option("--skip-unreadable", cls=Option, is_flag=True, help=mark("Leave out rows that cannot be read."))
@click.option("--list-wins", cls=Option, is_flag=True, help=mark("Where list and register differ, the list is right."))
@author_option
@undo_option
def import_list(
    file: Path | None,
    sheet: str | None,
    own: str,
    changes: tuple[str, ...],
    dry_run: bool,
    skip_unreadable: bool,
    list_wins: bool,
    author: str | None,
    undo: int | None,
) -> None:
    """Mapping and rows that need a look on stdout, the summary on stderr."""
    file_or_undo(file, undo)
    pairs = [pair_of(one) for one in changes]
    with deed() as who:
        from pobratim.register.services import Author

        by = Author(author or who)
        if file is None:
            undo_import(undo or 0, by)
            return
        from pobratim.register.lists.mapping import LIST
        from pobratim.register.selectors.list_import import columns_of
        from pobratim.register.services import list_apply, list_mapping_store

        from .list_sheet import print_plan

        book, table, source = read_table(file, sheet)
        columns = LIST.corrected(table, columns_of(table)[0], pairs)
        plan = _planned(table, columns, own)
        print_plan(book, plan, whole=dry_run)
        if dry_run:
            return
        from .progress import RowBar

        with RowBar(len(plan.rows), tr("Importing rows")) as bar:
            done = list_apply(
                plan=plan,
                file=source,
                author=by,
                skip_unreadable=skip_unreadable,
                list_wins=list_wins,
                advance=bar.advance,
            )
        if pairs:
            list_mapping_store(table=table, columns=columns, author=by)
        told = [tr_n("{number} document added", "{number} documents added", done.added)]
        told.append(tr_n("{number} completed", "{number} completed", done.filled))
        if done.number:
            told.append(tr("to take it back: pobratim import --undo {number}").format(number=done.number))
        click.echo(", ".join(told), err=True)


def _planned(table: Table, columns: dict[str, str], own: str) -> Plan:
    from pobratim.register.lists.dry import dry_run

    from .progress import RowBar

    with RowBar(len(table.rows), tr("Reading rows")) as bar:
        return dry_run(table, columns, own=own, advance=bar.advance)
