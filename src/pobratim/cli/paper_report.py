"""`pobratim report plan | year | documents | visits`: papers beside the briefing."""

from __future__ import annotations

import datetime

import click

from pobratim.words.speech import language, mark

from .command import Command, LazyGroup, Option
from .deed import deed
from .option import Day
from .paper_file import document_called, ending_of, language_option, on_option, output_option, partner_called, write_paper

_day = Day()
_partner = click.option("--partner", cls=Option, default="", metavar="NAME", help=mark("Only of this place or body."))


@click.group(
    "report",
    cls=LazyGroup,
    help=mark("Make a paper: a report on a plan, a year's documents, documents on a day, a calendar of contacts."),
    epilog=mark(
        "Examples:\n"
        "  pobratim report year 2023 -o year.docx\n"
        "  pobratim report documents --on 2024-04-23 -o documents.pdf\n"
        "  pobratim report visits --from 2024-01-01 --to 2024-12-31 -o v.docx\n"
        "  pobratim report plan d0123456789abcdef0123 -o plan.docx"
    ),
)
def report() -> None:
    """Makes the paper that is asked for."""


@report.command(
    "plan", cls=Command, help=mark("How the measures of a plan stand on a day; PLAN is its key, or words of its title.")
)
@click.argument("plan", metavar="PLAN")
@on_option
@language_option
@output_option
def _plan(plan: str, on: datetime.datetime | None, lang: str | None, output: str) -> None:
    ending_of(output)
    with deed():
        from pobratim.reports.overview.plan import plan as make

        write_paper(make(document_called(plan), _today(on), language=lang or language()), output)


@report.command("year", cls=Command, help=mark("Documents concluded in a year, and those that ended in it."))
@click.argument("year", metavar="YEAR", type=click.IntRange(1900, 2200))
@_partner
@language_option
@output_option
def _year(year: int, partner: str, lang: str | None, output: str) -> None:
    ending_of(output)
    with deed():
        from pobratim.reports.overview.year import year as make

        write_paper(make(year, _today(None), partner=_key(partner), language=lang or language()), output)


@report.command("documents", cls=Command, help=mark("The documents in force on a day."))
@on_option
@_partner
@language_option
@output_option
def _documents(on: datetime.datetime | None, partner: str, lang: str | None, output: str) -> None:
    ending_of(output)
    with deed():
        from pobratim.reports.overview.listing import documents as make

        write_paper(make(_today(on), partner=_key(partner), language=lang or language()), output)


@report.command("visits", cls=Command, help=mark("Contacts of a period, held and planned."))
@click.option("--from", "first", cls=Option, type=_day, required=True, metavar="DAY", help=mark("First day."))
@click.option("--to", "last", cls=Option, type=_day, required=True, metavar="DAY", help=mark("Last day."))
@on_option
@_partner
@language_option
@output_option
def _visits(
    first: datetime.datetime, last: datetime.datetime, on: datetime.datetime | None, partner: str, lang: str | None, output: str
) -> None:
    ending_of(output)
    with deed():
        from pobratim.reports.overview.visits import visits as make

        paper = make(first.date(), last.date(), _today(on), partner=_key(partner), language=lang or language())
        write_paper(paper, output)


def _today(on: datetime.datetime | None) -> datetime.date:
    from django.utils import timezone

    return on.date() if on else timezone.localdate()


def _key(partner: str) -> str:
    return partner_called(partner) if partner else ""
