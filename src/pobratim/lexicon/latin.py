"""Cyrillic in Latin letters, as passports write names."""

from __future__ import annotations

from functools import cache

from .table import rows


def latin(text: str) -> str:
    """The text with its Cyrillic letters in Latin (ICAO Doc 9303); what is no such letter stays.

    >>> latin("Акылбек Жапаров"), latin("Тосненский район"), latin("ЮУрГУ")
    ('Akylbek Zhaparov', 'Tosnenskii raion', 'IUUrGU')

    Where it fails: foreign names come out as Russian has them («Шэньси» is «Shensi», not «Shaanxi»); people may write
    their own names otherwise in their passports.
    """
    return "".join(_letter(char, text[place + 1 : place + 2]) for place, char in enumerate(text))


def _letter(char: str, after: str) -> str:
    found = _letters().get(char.lower())
    if found is None:
        return char
    if char.islower():
        return found
    return found.upper() if after.isupper() else found.capitalize()


@cache
def _letters() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("latin.txt", 2)}
