"""What countries are called in the languages of the interface."""

from __future__ import annotations

from functools import cache

from .table import rows

#: Language → the table and the number of its fields; the code is the first, the name the last.
_TABLES = {"ru": ("places/countries.tsv", 4), "en": ("places/country_names.tsv", 2)}
#: Names for papers, which go before those of the press.
_OFFICIAL = ("places/country_official.tsv", 2)


def country_name(iso: str, language: str) -> str:
    """The name of a country; its code where it has no name.

    Args:
        iso: ISO 3166-1 alpha-2.
        language: `ru`; every other is answered in English.

    >>> country_name("KG", "ru"), country_name("BY", "ru"), country_name("KG", "en"), country_name("XX", "en")
    ('Киргизия', 'Беларусь', 'Kyrgyzstan', 'XX')
    """
    return _names("ru" if language.startswith("ru") else "en").get(iso, iso)


@cache
def _names(language: str) -> dict[str, str]:
    named = [*rows(*_TABLES[language]), *(rows(*_OFFICIAL) if language == "ru" else ())]
    return {fields[0]: fields[-1] for fields in named}
