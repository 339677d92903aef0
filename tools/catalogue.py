"""Brings the Russian catalogue of the interface up to date and compiles it.

    python -m tools.catalogue [--check]

Messages are the arguments of `tr`, `tr_n`, `mark`, `mark_n` and of Django's `gettext` family, those of templates, and the
constant reasons of our errors. What is new comes into `django.po`
untranslated. `--check` writes nothing and fails where `django.po` or `django.mo` is not what it would write,
or where a message has no translation.
"""

from __future__ import annotations

import argparse
import ast
import datetime
import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from pobratim.core import errors
from pobratim.register import errors as register_errors

from .template_messages import messages_of

SOURCE = Path(__file__).resolve().parent.parent / "src/pobratim"
PO = SOURCE / "locale/ru/LC_MESSAGES/django.po"
FIXED_DAY = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
COUNTED = {"mark_n", "tr_n", "ngettext", "ngettext_lazy"}
SAID = {"tr", "mark", "gettext", "gettext_lazy", "_"} | {*errors.__all__, *register_errors.__all__} - {"LexiconError"}


def wanted() -> Catalog:
    """The messages of the source, without translations."""
    catalog = Catalog(locale="ru", domain="django", project="pobratim", fuzzy=False)
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (message := _message(node)):
                catalog.add(message)
    for message in messages_of(sorted(SOURCE.rglob("templates/**/*.html"))):
        catalog.add(message)
    return catalog


def _message(call: ast.Call) -> str | tuple[str, str] | None:
    """The constant message of a call, a pair where it is counted; None for every other call."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    texts = [one.value for one in call.args[:2] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    if name in COUNTED and len(texts) == 2:
        return texts[0], texts[1]
    return texts[0] if name in SAID and texts and isinstance(call.args[0], ast.Constant) else None


def updated(old: bytes) -> Catalog:
    """The old catalogue with the messages of the source: translations stay, what is gone is dropped.

    A message that is counted now and was not before has to be translated anew.
    """
    fresh, known = wanted(), read_po(io.BytesIO(old), locale="ru")
    for message in fresh:
        before = known.get(message.id)
        if message.id and before is not None and before.pluralizable == message.pluralizable:
            message.string = before.string
    return fresh


def missing(catalog: Catalog) -> list[str]:
    """The messages that have no translation, or only some of their plural forms."""
    return [str(message.id) for message in catalog if message.id and not _complete(message.string)]


def _complete(string: str | tuple[str, ...]) -> bool:
    return all(string) and bool(string) if isinstance(string, tuple) else bool(string)


def as_po(catalog: Catalog) -> bytes:
    """The catalogue as the text of a `.po` file, sorted, without dates."""
    out = io.BytesIO()
    write_po(out, catalog, width=120, no_location=True, omit_header=True, sort_output=True)
    head = 'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    return f'{head}"Plural-Forms: {catalog.plural_forms}\\n"\n\n'.encode() + out.getvalue()


def as_mo(po: bytes) -> bytes:
    """The compiled catalogue; the same `.po` always gives the same bytes.

    The singular of a counted message stands by itself too: Python before 3.11.5, Debian 12 has one, does not look for it
    among the counted ones where it is asked for without a number.
    """
    out = io.BytesIO()
    catalog = read_po(io.BytesIO(po), locale="ru")
    for message in list(catalog):
        if message.pluralizable:
            catalog.add(message.id[0], message.string[0], context="")  # an entry of its own, and written without a context
    catalog.creation_date = catalog.revision_date = FIXED_DAY
    write_mo(out, catalog)
    return out.getvalue()


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; 1 where `--check` finds the catalogue stale or incomplete."""
    parser = argparse.ArgumentParser(prog="python -m tools.catalogue", description="The Russian catalogue of the interface.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where something is stale")
    check = parser.parse_args(arguments).check
    old = PO.read_bytes() if PO.exists() else b""
    catalog = updated(old)
    po = as_po(catalog)
    if not check:
        PO.parent.mkdir(parents=True, exist_ok=True)
        PO.write_bytes(po)
        PO.with_suffix(".mo").write_bytes(as_mo(po))
    stale = check and (po != old or as_mo(po) != PO.with_suffix(".mo").read_bytes())
    lacking = missing(catalog)
    for message in lacking:
        print(f"{PO.name}: no translation of {message!r}", file=sys.stderr)
    if stale:
        print(f"{PO.name}: stale, run `make locale`", file=sys.stderr)
    return int(stale or (check and bool(lacking)))


if __name__ == "__main__":
    sys.exit(main())
