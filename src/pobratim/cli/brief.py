"""`pobratim brief`: the briefing before a visit."""

from __future__ import annotations

import datetime

import click

from pobratim.words.speech import language, mark

from .command import Command, Option
from .deed import deed
from .paper_file import ending_of, language_option, on_option, output_option, partner_called, write_paper

HELP = mark(
    "Make the briefing before a visit: what is known of a partner and one's own side on a day.\n\n"
    "PARTNER and the side after --for are names, or keys. Every line has a numbered source; what is not known is said."
)
EXAMPLES = mark(
    "Examples:\n"
    '  pobratim brief "Чуйская область" -o brief.docx\n'
    '  pobratim brief "Чуйская область" --for "Ленинградская область" -o brief.pdf'
)


@click.command("brief", cls=Command, help=HELP, epilog=EXAMPLES)
@click.argument("partner", metavar="PARTNER")
@click.option(
    "--for", "own", cls=Option, default="", metavar="NAME", help=mark("One's own side; without it, all that the partner does.")
)
@on_option
@click.option("--short", cls=Option, is_flag=True, help=mark("One page: card, documents, last contacts, promises, questions."))
@language_option
@output_option
def brief(partner: str, own: str, on: datetime.datetime | None, short: bool, lang: str | None, output: str) -> None:
    """Writes the briefing."""
    ending_of(output)
    with deed():
        from django.utils import timezone

        from pobratim.register.settle import settle
        from pobratim.reports.briefing.make import briefing

        settle()
        day = on.date() if on else timezone.localdate()
        side = partner_called(own) if own else ""
        paper = briefing(partner_called(partner), side, day, short=short, language=lang or language())
        write_paper(paper, output)
