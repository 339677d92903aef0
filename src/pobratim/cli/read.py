"""`pobratim read`: pages to facts."""

from __future__ import annotations

import click

from pobratim.words.speech import mark

from .command import Command, Option
from .printer import JsonPrinter, SheetPrinter
from .progress import Bar
from .report import Report
from .step import Step

READ, NOTHING_READ = 0, 1

HELP = mark(
    "Read Russian-language news pages to facts, every field with the sentence that says so.\n\n"
    "PAGE is an HTML or text file, a folder, an http(s) address, or - for standard input. Prints a sheet for people, "
    "or with --json one JSON object a page.\n\n"
    "A page that cannot be read gets one line on stderr; the others are still read. "
    "Exit code: 0 something was read, 1 nothing could be read, 2 wrong usage."
)
EXAMPLES = mark(
    "Examples:\n"
    "  pobratim read page.html\n"
    "  pobratim read --json --only-relevant crawl/ > facts.jsonl\n"
    "  curl -s https://example.org/news/1 | pobratim read -"
)


@click.command("read", cls=Command, help=HELP, epilog=EXAMPLES)
@click.argument("pages", metavar="PAGE...", nargs=-1, required=True)
@click.option("--json", "as_json", cls=Option, is_flag=True, help=mark("One JSON object a page, one a line."))
@click.option(
    "--only-relevant", cls=Option, is_flag=True, help=mark("Pass over, at first glance, pages that cannot report cooperation.")
)
@click.option("--explain", cls=Option, is_flag=True, help=mark("Say which rule decided each field."))
@click.option(
    "--jobs", cls=Option, type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help=mark("Read in N processes.")
)
@click.option("--allow-private", cls=Option, is_flag=True, help=mark("Fetch private and loopback addresses too."))
@click.pass_context
def read(
    ctx: click.Context, pages: tuple[str, ...], as_json: bool, only_relevant: bool, explain: bool, jobs: int, allow_private: bool
) -> None:
    """Reads the pages in their order and leaves with the exit code."""
    from pobratim.scan.local import scan
    from pobratim.sources import choose_source

    sources = [choose_source(page, allow_private=allow_private) for page in pages]
    with Bar(sources) as bar:
        report = Report(JsonPrinter() if as_json else SheetPrinter(), bar)
        for outcome in scan(sources, Step(only_relevant=only_relevant, explain=explain), jobs):
            report.take(outcome)
    if not as_json and (summary := report.summary()):
        click.echo(summary, err=True)
    ctx.exit(READ if report.read or report.passed_over else NOTHING_READ)
