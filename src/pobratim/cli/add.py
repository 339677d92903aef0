"""`pobratim add`: pages into the register."""

from __future__ import annotations

import click

from pobratim.words.speech import language, mark

from .command import Command, Option

STORED, NOTHING_STORED = 0, 1

HELP = mark(
    "Read pages and keep what they say in the register.\n\n"
    "PAGE is an HTML or text file, a folder, an http(s) address, a JSON Lines file of facts (.jsonl), or - for standard "
    "input, a page or JSON Lines.\n\n"
    "A page that is there already changes nothing; a page that has changed gets a new version. A page that cannot be read "
    "gets one line on stderr; the others go in. Stopped at any moment and started again, it goes on where it was. "
    "Exit code: 0 something was read, 1 nothing could be read, 2 wrong usage."
)
EXAMPLES = mark(
    "Examples:\n  pobratim add page.html\n  pobratim add --jobs 4 crawl/\n  pobratim read --json crawl/ | pobratim add -"
)


@click.command("add", cls=Command, help=HELP, epilog=EXAMPLES)
@click.argument("pages", metavar="PAGE...", nargs=-1, required=True)
@click.option(
    "--only-relevant", cls=Option, is_flag=True, help=mark("Pass over, at first glance, pages that cannot report cooperation.")
)
@click.option(
    "--jobs", cls=Option, type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help=mark("Read in N processes.")
)
@click.option("--allow-private", cls=Option, is_flag=True, help=mark("Fetch private and loopback addresses too."))
@click.pass_context
def add(ctx: click.Context, pages: tuple[str, ...], only_relevant: bool, jobs: int, allow_private: bool) -> None:
    """Reads the pages, each into a transaction of its own, then brings the records up to date."""
    from pobratim.project.ready import register_ready
    from pobratim.scan.beside import scan_beside

    register_ready()
    from django.utils import translation

    from .intake import Intake, IntakeBar, IntakeStep, choose_intake

    sources = [choose_intake(page, allow_private=allow_private) for page in pages]
    with translation.override(language()), IntakeBar(sources) as bar:
        outcomes = scan_beside(sources, IntakeStep(only_relevant=only_relevant), jobs)
        intake = Intake(bar)
        for outcome in outcomes:
            intake.take(outcome)
        intake.finish()
    click.echo(intake.summary(), err=True)
    ctx.exit(STORED if intake.any_read else NOTHING_STORED)
