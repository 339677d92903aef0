"""`pobratim backup`: the whole register in one file."""

from __future__ import annotations

from pathlib import Path

import click

from pobratim.words.speech import mark, tr, tr_n

from .command import Command
from .option import NewFile

HELP = mark(
    "Write the whole register to one file: pages, records, decisions, accounts, attached files.\n\n"
    "`pobratim restore` reads it again, on SQLite or PostgreSQL alike."
)
EXAMPLES = mark("Example:\n  pobratim backup register-2026-01-31.jsonl.gz")
LOST = mark("the attached file is not in the data folder any more: it is not in the backup")


@click.command("backup", cls=Command, help=HELP, epilog=EXAMPLES)
@click.argument("file", metavar="FILE", type=NewFile(Path))
def backup(file: Path) -> None:
    """Writes the file; it appears whole or not at all."""
    from pobratim.project.ready import register_ready

    register_ready()
    from pobratim.register.backup import backup as write
    from pobratim.register.selectors.attachment import lost_files

    from .progress import ShareBar

    with ShareBar(tr("Writing the backup")) as bar:
        rows = write(file, bar.told)
    for one in lost_files():
        click.echo(f"{one.name}: {tr(LOST)}", err=True)
    click.echo(tr_n("{number} row written", "{number} rows written", rows), err=True)
