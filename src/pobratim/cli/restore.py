"""`pobratim restore`: a backup into an empty register."""

from __future__ import annotations

from pathlib import Path

import click

from pobratim.words.speech import mark, tr, tr_n

from .command import Command
from .deed import deed

HELP = mark(
    "Put a backup into an empty register.\n\n"
    "All of it comes in, or nothing. Which database: the file in the folder that POBRATIM_HOME names, or the "
    "PostgreSQL that DATABASE_URL names. Exit code: 0 restored, 1 not restored, 2 wrong usage."
)
EXAMPLES = mark(
    "Examples:\n"
    "  pobratim restore register.jsonl.gz\n"
    "  DATABASE_URL=postgresql://anna@db/register \\\n"
    "    pobratim restore register.jsonl.gz"
)


@click.command("restore", cls=Command, help=HELP, epilog=EXAMPLES)
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore(file: Path) -> None:
    """Reads the file; one line on stderr where it cannot be restored."""
    with deed():
        from pobratim.register.restore import restore as read

        from .progress import ShareBar

        with ShareBar(tr("Restoring the backup")) as bar:
            rows = read(file, bar.told)
    click.echo(tr_n("{number} row restored", "{number} rows restored", rows), err=True)
