"""country_names.tsv: the English names of the countries of countries.tsv, for the interface."""

from __future__ import annotations

from pathlib import Path

from . import sources, table

HEADER = """English names of countries, for the interface.
iso: ISO 3166-1 alpha-2 <TAB> name
Source: CLDR through babel 2.18 (Unicode licence). Built by tools/gazetteer; do not edit."""


def make(unpacked: Path) -> int:
    """How many names were written."""
    names = sources.territories("en")
    return table.write("country_names.tsv", HEADER, [(row[0], names[row[0]]) for row in table.read("countries.tsv", 4)])
