"""`pobratim due`: what is due, on the terminal, as a calendar, as a mail."""

from __future__ import annotations

import datetime
import re

import click

from pobratim.words.speech import mark, tr, tr_n

from . import option
from .command import Command, Decorator, Option
from .deed import deed
from .out_file import out_file

HELP = mark(
    "Tell what is due: terms that end or must be decided, measures, promises, ties without contact.\n\n"
    "With --ics the same as a calendar file, with --mail as a mail through the server that POBRATIM_SMTP names."
)
EXAMPLES = mark(
    "Examples:\n"
    "  pobratim due --within 90d\n"
    "  pobratim due --on 2026-01-01 --section expiring --section overdue\n"
    "  pobratim due --ics due.ics\n"
    "  pobratim due --mail anna@example.org"
)
_WITHIN = re.compile(r"(\d{1,4})([dwmy]?)")
_DAYS = {"": 1, "d": 1, "w": 7, "m": 31, "y": 366}


class Within(click.ParamType[int]):
    """A time ahead: `90d`, `12w`, `6m`, `1y`; days if no letter follows."""

    name = "TIME"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Days."""
        found = _WITHIN.fullmatch(str(value).lower())
        if found is None or not int(found[1]):
            self.fail(tr("not a time: {value}; write 90d, 12w, 6m or 1y").format(value=value), param, ctx)
        return int(found[1]) * _DAYS[found[2]]


within_option: Decorator = click.option(
    "--within", cls=Option, type=Within(), default="90d", show_default=True, help=mark("How far to look ahead.")
)
on_option: Decorator = option.on_option(mark("Seen from that day."))


@click.command("due", cls=Command, help=HELP, epilog=EXAMPLES)
@within_option
@on_option
@click.option(
    "--section", "sections", cls=Option, multiple=True, metavar="NAME", help=mark("Only this section; may be repeated.")
)
@click.option("--ics", cls=Option, type=option.NewFile(), metavar="FILE", help=mark("Write a calendar, - for standard output."))
@click.option("--mail", "to", cls=Option, multiple=True, metavar="ADDRESS", help=mark("Send it there; may be repeated."))
def due(within: int, on: datetime.datetime | None, sections: tuple[str, ...], ics: str | None, to: tuple[str, ...]) -> None:
    """Writes, sends or prints what is due."""
    with deed():
        from django.utils import timezone

        from pobratim.register.selectors.agenda import NAMED
        from pobratim.reports.due.told import told

        for name in sections:
            if name not in NAMED:
                raise click.UsageError(
                    tr("no such section: {name}; there are: {names}").format(name=name, names=", ".join(NAMED))
                )
        day = on.date() if on else timezone.localdate()
        found = told(day, within, sections=sections)
        if ics:
            from pobratim.reports.due.calendar import calendar

            with out_file(ics) as file:
                file.write(calendar(found, timezone.now()))
        if to:
            from pobratim.reports.due.mail import mail
            from pobratim.reports.due.send import send

            send(mail(found, day, to))
        if ics or to:
            click.echo(tr_n("{number} entry", "{number} entries", len(found)), err=True)
            return
        from pobratim.reports.due.mail import text

        click.echo(text(found) if found else tr("Nothing is due."))
