"""What the commands that make papers share: the file they write, the language, partners by their names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pobratim.words.speech import LANGUAGES, mark, tr

from . import option
from .command import Option
from .out_file import out_file

if TYPE_CHECKING:
    from pobratim.register.selectors.lookup import Offer
    from pobratim.reports.paper import Paper

ENDINGS = ("docx", "pdf", "html")

on_option = option.on_option(mark("As known on that day."))
language_option = click.option(
    "--lang", "lang", cls=Option, type=click.Choice(LANGUAGES), help=mark("Language of the paper (default: the interface's).")
)
output_option = option.output_option(mark("Where to write: a name that ends with .docx, .pdf or .html."))


def ending_of(output: str) -> str:
    """The format that the name of the file asks for.

    Raises:
        click.UsageError: it asks for none.
    """
    ending = Path(output).suffix.lstrip(".").lower()
    if ending not in ENDINGS:
        raise click.UsageError(tr("The name of the file must end with .docx, .pdf or .html: {name}").format(name=output))
    return ending


def write_paper(paper: Paper, output: str) -> None:
    """Writes the paper; the file appears whole or not at all."""
    from pobratim.reports.write import WRITERS

    made = WRITERS[ending_of(output)](paper)
    with out_file(output) as file:
        file.write(made)


def partner_called(name: str) -> str:
    """The key of the partner of that name; a key is taken as it is.

    Raises:
        WrongValue: nobody is called so.
        SystemExit: several are; they are listed on standard error.
    """
    from pobratim.register.selectors.lookup import partners_called

    return _the_one(name, partners_called(name), mark("no partner is called so"))


def document_called(text: str) -> str:
    """The key of the document that words tell of; errors as of `partner_called`."""
    from pobratim.register.selectors.lookup import lookup

    return _the_one(text, lookup("d", text), mark("no document is called so"))


def _the_one(text: str, found: list[Offer], nothing: str) -> str:
    from pobratim.register.errors import WrongValue

    if not found:
        raise WrongValue(nothing, address=text[:80])
    if len(found) > 1:
        click.echo(tr("pobratim: {name}: several are called so; name one by its key:").format(name=text), err=True)
        for one in found:
            click.echo(f"  {one.key}  {one.name}{f' ({one.about})' if one.about else ''}", err=True)
        raise SystemExit(1)
    return found[0].key
