"""`pobratim files`: the attached files in the data folder, for the one who has the machine."""

from __future__ import annotations

import click

from pobratim.words.speech import mark, tr, tr_n

from .command import Command, Option
from .deed import deed

HELP = mark(
    "Tell how many files are attached to records, and how much room those take that were taken away.\n\n"
    "A file that was taken away stays in the data folder until --clear deletes it; that it was there stays in the history."
)
EXAMPLES = mark("Examples:\n  pobratim files\n  pobratim files --clear --after 90")
_DAYS = click.IntRange(0, 36_500)
_AFTER = mark("Only those taken away so many days ago or earlier.")


@click.command("files", cls=Command, help=HELP, epilog=EXAMPLES)
@click.option("--clear", cls=Option, is_flag=True, help=mark("Delete the files that were taken away."))
@click.option("--after", cls=Option, type=_DAYS, default=30, show_default=True, help=_AFTER)
def files(clear: bool, after: int) -> None:
    """Figures on standard output; what was deleted on standard error."""
    with deed() as who:
        from datetime import timedelta

        from django.utils import timezone

        from pobratim.register.selectors.attachment import kept_files
        from pobratim.register.services import Author, files_clear

        if clear:
            done = files_clear(removed_before=timezone.now() - timedelta(days=after), author=Author(who))
            size = _megabytes(done.size)
            click.echo(
                tr_n("{number} file deleted, {size} MB", "{number} files deleted, {size} MB", done.files, size=size), err=True
            )
        kept = kept_files()
        click.echo("\t".join((tr("attached"), str(kept.attached), f"{_megabytes(kept.attached_bytes)} MB")))
        click.echo("\t".join((tr("taken away"), str(kept.removed), f"{_megabytes(kept.removed_bytes)} MB")))


def _megabytes(size: int) -> str:
    return f"{size / 2**20:.1f}"
