"""`pobratim digest`: the mail of what is due to everyone who wants it; meant to be run once a day by cron."""

from __future__ import annotations

import datetime

import click

from pobratim.words.speech import mark, tr_n

from .command import Command
from .deed import deed
from .due import on_option, within_option

HELP = mark(
    "Send what is due to everyone who wants the mail.\n\n"
    "Run it once a day: daily mails go every day, weekly ones on Monday. Who wants it says so in the account."
)
EXAMPLES = mark("Examples:\n  pobratim digest\n  pobratim digest --within 30d")


@click.command("digest", cls=Command, help=HELP, epilog=EXAMPLES)
@within_option
@on_option
def digest(within: int, on: datetime.datetime | None) -> None:
    """Sends the mails; nothing goes out where nothing is due or nobody wants it."""
    with deed():
        from django.utils import timezone

        from pobratim.register.selectors.account import wanting_digest
        from pobratim.reports.due.mail import mail
        from pobratim.reports.due.send import send
        from pobratim.reports.due.told import told

        day = on.date() if on else timezone.localdate()
        to = [one.email for one in wanting_digest(day)]
        found = told(day, within) if to else []
        for address in to if found else []:
            send(mail(found, day, [address]))
        click.echo(tr_n("{number} mail sent", "{number} mails sent", len(to) if found else 0), err=True)
