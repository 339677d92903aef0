"""`pobratim picture`: a picture of the register as a file."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from pobratim.words.speech import language, mark, tr

from .command import Command, Option
from .deed import deed
from .option import output_option
from .out_file import out_file
from .paper_file import document_called, language_option, on_option, partner_called

NAMES = ("timeline", "terms", "years", "spheres", "ties", "chain", "measures")
_OF_DOCUMENT = ("chain", "measures")
_ENDINGS = ("svg", "png")
_MOST = {"ties": 1, "chain": 1, "measures": 1}

HELP = mark(
    "Draw a picture of the register as SVG or PNG.\n\n"
    "NAME says which: timeline (contacts by day), terms (what was in force when), years (contacts by year), spheres "
    "(documents by year and sphere), ties (the map), chain (of a document), measures (of a plan, by quarter). "
    "WHAT are one or two partners, for chain and measures a document: names, or keys."
)
EXAMPLES = mark(
    "Examples:\n"
    '  pobratim picture timeline "Чуйская область" "Ленинградская область" \\\n'
    "    -o contacts.svg\n"
    '  pobratim picture spheres "Чуйская область" -o spheres.png\n'
    "  pobratim picture ties --country KG -o map.svg\n"
    "  pobratim picture measures d0123456789abcdef0123 -o plan.png"
)


@click.command("picture", cls=Command, help=HELP, epilog=EXAMPLES)
@click.argument("name", metavar="NAME", type=click.Choice(NAMES))
@click.argument("what", metavar="[WHAT]…", nargs=-1)
@click.option("--country", cls=Option, default="", metavar="CODE", help=mark("On the map: only ties of this country."))
@click.option("--sphere", cls=Option, default="", metavar="CODE", help=mark("On the map: only documents of this sphere."))
@click.option("--year", cls=Option, type=click.IntRange(1, 9999), metavar="YEAR", help=mark("On the map: signed in this year."))
@on_option
@language_option
@output_option(mark("Where to write: a name that ends with .svg or .png."))
def picture(
    name: str,
    what: tuple[str, ...],
    country: str,
    sphere: str,
    year: int | None,
    on: datetime.datetime | None,
    lang: str | None,
    output: str,
) -> None:
    """Writes the picture."""
    ending = Path(output).suffix.lstrip(".").lower()
    if ending not in _ENDINGS:
        raise click.UsageError(tr("The name of the file must end with .svg or .png: {name}").format(name=output))
    if len(what) > _MOST.get(name, 2):
        raise click.UsageError(tr("So many partners or documents are not shown by this picture: {name}").format(name=name))
    with deed():
        from django.utils import timezone, translation

        from pobratim.register.settle import settle
        from pobratim.reports.gallery import Asked
        from pobratim.reports.gallery import picture as drawn
        from pobratim.reports.write.picture import FORMATS

        settle()
        day = on.date() if on else timezone.localdate()
        document = document_called(what[0]) if what and name in _OF_DOCUMENT else ""
        partners = () if name in _OF_DOCUMENT else tuple(map(partner_called, what))
        with translation.override(lang or language()):
            made = FORMATS[ending].made(drawn(name, Asked(day, partners, document, country.upper(), sphere, year)))
        with out_file(output) as file:
            file.write(made)
