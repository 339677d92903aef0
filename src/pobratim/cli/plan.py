"""`pobratim plan`: plans of measures, from an office's file to how each measure stands."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from pobratim.words.codes import MEASURE_STATES, SIDES
from pobratim.words.speech import mark, tr

from .command import Command, LazyGroup, Option
from .deed import deed

if TYPE_CHECKING:
    from pobratim.register.models import Document

HELP = mark("Bring plans of measures into the register, see how they stand, report on them.")
EXAMPLES = mark(
    "Examples:\n"
    '  pobratim plan import plan.docx --plan "план Чуйская область 2024" --dry-run\n'
    '  pobratim plan show "план Чуйская область" --by executor\n'
    '  pobratim plan report "план Чуйская область" 2.1 done --fact "Выставка открыта"'
)
COMMANDS = {
    "import": ("pobratim.cli.plan_import:import_plan", mark("Bring the measures of a plan into the register.")),
    "show": ("pobratim.cli.plan:show", mark("Show the measures of a plan and how they stand.")),
    "report": ("pobratim.cli.plan:report", mark("Report on a measure.")),
}
GROUPS = ("section", "state", "sphere", "executor", "quarter")


@click.group("plan", cls=LazyGroup, lazy=COMMANDS, help=HELP, epilog=EXAMPLES)
def plan() -> None:
    """Runs one of the commands below."""


def the_plan(words: str) -> Document:
    """The one plan that words name.

    Raises:
        UsageError: they name none, or several; these are told.
    """
    from pobratim.register.selectors.label import labels_with_sides
    from pobratim.register.selectors.plan import plans_named

    found = plans_named(words)
    if len(found) == 1:
        return found[0]
    if not found:
        raise click.UsageError(tr("The register has no such plan: {words}").format(words=words))
    names = labels_with_sides(one.key for one in found)
    told = "\n".join(f"  {one.key}  {names[one.key]}" for one in found)
    raise click.UsageError(tr("Several plans are called so; choose one by its key:") + "\n" + told)


def day_of(text: str | None) -> datetime.date:
    """The day that an option gives; where it is not given, today in the register's time zone, as its decisions are dated."""
    from django.utils import timezone

    try:
        return datetime.date.fromisoformat(text) if text else timezone.localdate()
    except ValueError:
        raise click.UsageError(tr("No such day, a day is written 2025-06-01: {given}").format(given=text)) from None


@click.command("show", cls=Command, help=COMMANDS["show"][1], epilog=mark("Example:\n  pobratim plan show d123 --on 2025-06-01"))
@click.argument("words", metavar="PLAN")
@click.option("--by", cls=Option, type=click.Choice(GROUPS), default="section", help=mark("How the measures are grouped."))
@click.option("--on", "on", cls=Option, metavar="DATE", help=mark("Seen from that day (default: today)."))
def show(words: str, by: str, on: str | None) -> None:
    """The table on stdout, the counts on stderr."""
    with deed():
        from pobratim.register.selectors.plan import board, counts, items

        from .plan_sheet import print_board, told_counts

        day = day_of(on)
        found = items(the_plan(words).key, day)
        print_board(board(found, by), by)
        click.echo(told_counts(counts(found)), err=True)


@click.command(
    "report",
    cls=Command,
    help=COMMANDS["report"][1],
    epilog=mark('Example:\n  pobratim plan report "план Чуйская область" 2.1 done --fact "Выставка открыта 15 мая"'),
)
@click.argument("words", metavar="PLAN")
@click.argument("number", metavar="NUMBER")
@click.argument("state", metavar="STATE", type=click.Choice(list(MEASURE_STATES)))
@click.option("--fact", cls=Option, default="", metavar="TEXT", help=mark("What was done."))
@click.option("--side", cls=Option, type=click.Choice(list(SIDES)), default=None, help=mark("Which side reports."))
@click.option("--from", "first", cls=Option, metavar="DATE", help=mark("First day of the period (default: when it is due)."))
@click.option("--to", "last", cls=Option, metavar="DATE", help=mark("Last day of the period (default: today)."))
@click.option("--page", "pages", cls=Option, multiple=True, metavar="ADDRESS", help=mark("A page that proves it."))
@click.option("--record", "records", cls=Option, multiple=True, metavar="KEY", help=mark("A record that proves it."))
@click.option("--author", cls=Option, metavar="NAME", help=mark("Who reports (default: your name on this machine)."))
def report(
    words: str,
    number: str,
    state: str,
    fact: str,
    side: str | None,
    first: str | None,
    last: str | None,
    pages: tuple[str, ...],
    records: tuple[str, ...],
    author: str | None,
) -> None:
    """One line on stderr."""
    with deed() as who:
        from pobratim.register.selectors.plan import measures_numbered
        from pobratim.register.services import Author, report_add

        found = measures_numbered(the_plan(words).key, number)
        if len(found) != 1:
            reason = tr("the plan has no measure of this number") if not found else tr("several measures have this number")
            raise click.UsageError(f"{number}: {reason}")
        end = day_of(last)
        begin = day_of(first) if first else min(found[0].due_first or end, end)
        told = {
            "state": state,
            "first": begin.isoformat(),
            "last": end.isoformat(),
            "side": side or "",
            "fact": fact,
            "pages": list(pages),
            "evidence": [{"node": key} for key in records],
        }
        report_add(key=found[0].key, report=told, author=Author(author or who))
        click.echo(tr("reported: {number} {state}").format(number=number, state=tr(MEASURE_STATES[state])), err=True)
