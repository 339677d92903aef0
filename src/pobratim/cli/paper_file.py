"""What the commands that make papers share: the file they write, the language, partners by their names."""

from __future__ import annotations

from collections.abc import Callable
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
    from pobratim.register.selectors.lookup import lookup, partners_called

    return _the_one(name, partners_called(name), lambda: lookup("a", name), mark("no partner is called so"))


def document_called(text: str) -> str:
    """The key of the document that words tell of; errors as of `partner_called`."""
    from pobratim.register.selectors.lookup import lookup

    return _the_one(text, lookup("d", text, relaxed=False), lambda: lookup("d", text), mark("no document is called so"))


def _the_one(text: str, found: list[Offer], likely: Callable[[], list[Offer]], nothing: str) -> str:
    """The key of the only one found; what only resembles the words is listed and never taken."""
    from pobratim.register.errors import WrongValue

    if len(found) == 1:
        return found[0].key
    offers = found or likely()
    if not offers:
        raise WrongValue(nothing, address=text[:80])
    told = (
        tr("several are called so; name one by its key:")
        if found
        else f"{tr(nothing)}; {tr('perhaps one of these, by its key:')}"
    )
    click.echo(f"pobratim: {text}: {told}", err=True)
    for one in offers:
        click.echo(f"  {one.key}  {one.name}{f' ({one.about})' if one.about else ''}", err=True)
    raise SystemExit(1)
