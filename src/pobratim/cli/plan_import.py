"""`pobratim plan import`: an office's plan of measures into the register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pobratim.words.speech import mark, tr, tr_n

from .command import Command, Option
from .deed import deed
from .plan import the_plan
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
    import datetime

    from pobratim.register.plans.dry import Plan
    from pobratim.register.services import Author
    from pobratim.tables import Table

HELP = mark(
    "Bring the measures of a plan into the register.\n\n"
    "FILE is a table: DOCX, XLSX, HTML or CSV. Which column holds what is guessed from the headings, shown, and can be "
    "corrected with --map; a correction is remembered. The plan is a document that the register has (--plan), or one that "
    "is entered on the way (--new, --party). A row that is not understood comes in as it is written, marked for a person. "
    "The same file a second time adds nothing. Exit code: 0 done, 1 refused, 2 wrong usage."
)
EXAMPLES = mark(
    "Examples:\n"
    '  pobratim plan import plan.docx --plan "план Чуйская область 2024" --dry-run\n'
    '  pobratim plan import plan.xlsx --new "План мероприятий на 2025 год" \\\n'
    '    --party "Псковская область" --party "Витебская область"\n'
    "  pobratim plan import --undo 4"
)


@click.command("import", cls=Command, help=HELP, epilog=EXAMPLES)
@file_argument
@click.option("--plan", "words", cls=Option, metavar="PLAN", help=mark("The plan: its key, its address, or words that find it."))
@click.option("--new", "title", cls=Option, metavar="TITLE", help=mark("Enter the plan on the way, under this title."))
@click.option("--party", "parties", cls=Option, multiple=True, metavar="NAME", help=mark("A side of the new plan, side A first."))
@sheet_option
@map_option
@dry_run_option
@click.option("--file-wins", cls=Option, is_flag=True, help=mark("Where file and register differ, the file is right."))
@author_option
@undo_option
def import_plan(
    file: Path | None,
    words: str | None,
    title: str | None,
    parties: tuple[str, ...],
    sheet: str | None,
    changes: tuple[str, ...],
    dry_run: bool,
    file_wins: bool,
    author: str | None,
    undo: int | None,
) -> None:
    """Mapping and rows that need a look on stdout, the summary on stderr."""
    file_or_undo(file, undo)
    if file is not None and (words is None) == (title is None):
        raise click.UsageError(tr("Either --plan or --new is needed."))
    pairs = [pair_of(one) for one in changes]
    with deed() as who:
        from django.db import transaction
        from django.utils import timezone

        from pobratim.register.services import Author, list_mapping_store, plan_apply

        from .plan_sheet import print_plan

        by = Author(author or who)
        if file is None:
            undo_import(undo or 0, by)
            return
        book, table, source = read_table(file, sheet)
        now = timezone.now()
        with transaction.atomic():
            key = the_plan(words).key if words else _entered(title or "", parties, by, now)
            plan = _planned(table, pairs, key)
            print_plan(book, plan, whole=dry_run)
            if dry_run:
                transaction.set_rollback(True)
                return
            from .progress import RowBar

            with RowBar(len(plan.rows), tr("Importing rows")) as bar:
                done = plan_apply(plan=plan, file=source, author=by, file_wins=file_wins, at=now, advance=bar.advance)
            if pairs:
                from pobratim.register.plans.mapping import PLAN

                list_mapping_store(table=table, columns=plan.columns, author=by, layout=PLAN)
        told = [tr_n("{number} measure added", "{number} measures added", done.added)]
        told.append(tr_n("{number} changed", "{number} changed", done.changed) if done.changed else "")
        if done.number:
            told.append(tr("to take it back: pobratim plan import --undo {number}").format(number=done.number))
        click.echo(", ".join(filter(None, told)), err=True)


def _planned(table: Table, pairs: list[tuple[str, str]], key: str) -> Plan:
    from pobratim.register.plans.dry import columns_for, dry_run, plan_of
    from pobratim.register.plans.mapping import PLAN
    from pobratim.register.selectors.list_import import columns_of

    from .progress import RowBar

    columns = columns_for(table, columns_of(table, PLAN)[0], plan_of(key))
    columns = PLAN.corrected(table, columns, pairs)
    with RowBar(len(table.rows), tr("Reading rows")) as bar:
        return dry_run(table, columns, document=key, advance=bar.advance)


def _entered(title: str, parties: tuple[str, ...], author: Author, now: datetime.datetime) -> str:
    """The key of a plan entered on the way; parties that the register does not know are entered too."""
    from pobratim.register.services import plan_enter

    if len(parties) < 2:
        raise click.UsageError(tr("A new plan needs two parties at least: --party twice."))
    return plan_enter(title=title, parties=parties, author=author, at=now)
