"""`pobratim`: the door to all commands. Nothing heavy is imported here, so that `--help` answers at once."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import click

from pobratim import __version__
from pobratim.words.speech import LANGUAGES, mark, tr, use_language

from .command import LazyGroup, Option

COMMANDS = {
    "add": ("pobratim.cli.add:add", mark("Read pages and keep what they say in the register.")),
    "backup": ("pobratim.cli.backup:backup", mark("Write the whole register to one file, attached files too.")),
    "brief": ("pobratim.cli.brief:brief", mark("Make the briefing before a visit: DOCX, PDF or HTML.")),
    "digest": ("pobratim.cli.digest:digest", mark("Send what is due to everyone who wants the mail.")),
    "due": ("pobratim.cli.due:due", mark("Tell what is due: terms, measures, promises; also as a calendar or a mail.")),
    "export": ("pobratim.cli.export:export", mark("Write a list of the register to a file.")),
    "files": ("pobratim.cli.files:files", mark("Tell what files are attached; delete those that were taken away.")),
    "import": ("pobratim.cli.import_list:import_list", mark("Bring an office's list of agreements into the register.")),
    "picture": ("pobratim.cli.picture:picture", mark("Draw a picture of the register: SVG or PNG.")),
    "plan": ("pobratim.cli.plan:plan", mark("Bring plans of measures in, see how they stand, report on them.")),
    "restore": ("pobratim.cli.restore:restore", mark("Put a backup into an empty register.")),
    "read": ("pobratim.cli.read:read", mark("Read news pages to facts, every field with the sentence that says so.")),
    "report": (
        "pobratim.cli.paper_report:report",
        mark("Make a paper: on a plan, a year, documents on a day, contacts of a period."),
    ),
    "serve": ("pobratim.cli.serve:serve", mark("Serve the register to browsers.")),
    "token": ("pobratim.cli.token:token", mark("Issue, revoke and list the tokens of the API.")),
    "user": ("pobratim.cli.user:user", mark("Add and list accounts, change their roles and passwords.")),
}


def _choose_language(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    use_language(value)


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=mark("Pobratim reads Russian-language news to a register of who cooperates with whom."),
    epilog=mark("Example:\n  pobratim read page.html"),
)
@click.option(
    "--lang",
    cls=Option,
    type=click.Choice(LANGUAGES),
    expose_value=False,
    is_eager=True,
    callback=_choose_language,
    help=mark("Language of the interface (default: the environment's)."),
)
@click.version_option(__version__, prog_name="pobratim", cls=Option, help=mark("Show the version and exit."))
def main() -> None:
    """Runs the command that is asked for."""


def run() -> None:
    """The entry point of the installed `pobratim`; letters that a terminal's charset lacks are shown as `?`."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    use_language()
    try:
        main()
    except Exception as error:
        if not (told := _of_the_machine(error)):
            raise
        click.echo(f"pobratim: {told}", err=True)
        _forget_output()
        raise SystemExit(1) from None


def _of_the_machine(error: Exception) -> str:
    """What to say of an error of the machine, not of ours: a full disk, no database to be reached; empty for another one.

    Django is not imported for it: where it has not been, no database was asked.
    """
    if isinstance(error, OSError):
        return f"{error.filename or tr('output')}: {error.strerror or error}"
    database = sys.modules.get("django.db.utils")
    if database and (isinstance(error, database.OperationalError) or type(error) is database.DatabaseError):
        return f"{tr('the database')}: {' '.join(str(error).split())}"
    return ""


def _forget_output() -> None:
    """What could not be written is not tried again when Python ends, which would say so a second time."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
