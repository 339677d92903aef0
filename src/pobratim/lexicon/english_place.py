"""What places are called in English."""

from __future__ import annotations

from functools import cache

from .latin import latin
from .table import rows


def english_place(name: str, *codes: str) -> str:
    """The English name of a place.

    Args:
        name: Russian, nominative, with or without its type word.
        codes: its ids, the likeliest first: GeoNames number, ISO 3166-2.

    Where it fails: of districts and villages no English names are known; theirs are written in Latin letters.

    >>> english_place("Ленинградская область", "RU-LEN"), english_place("Карелия", "RU-KR"), english_place("Пекин", "1816670")
    ('Leningrad Region', 'Karelia', 'Beijing')
    >>> english_place("Тосненский район"), english_place("область Абай", "KZ-10"), english_place("Петрозаводск", "509820")
    ('Tosnenskii District', 'Abay Region', 'Petrozavodsk')
    """
    bare, type_word = _parted(name)
    known = next((_names()[code] for code in codes if code in _names()), None) or latin(bare)
    return f"{known} {type_word}" if type_word and not known.endswith(type_word) else known


def _parted(name: str) -> tuple[str, str]:
    """The name without its type word, and that word in English; empty where it has none."""
    for word, english in rows("places/english_types.txt", 2):
        if name.lower().endswith(f" {word}"):
            return name[: -len(word) - 1], english
        if name.lower().startswith(f"{word} "):
            return name[len(word) + 1 :], english
    return name, ""


@cache
def _names() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("places/english_names.tsv", 2)}
